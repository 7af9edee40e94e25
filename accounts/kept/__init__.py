"""A form that was sent too late is kept until its person has signed in again.

The browser's own script keeps what is typed (static/js/typed.js); this is for who has no scripts,
and for a form that was sent before the script knew that the session was over.
"""
