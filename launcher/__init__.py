"""What `make run` is made of: environment, embedded PostgreSQL, web server and worker.

Standard library only, because most of it runs before anything is installed.
"""
