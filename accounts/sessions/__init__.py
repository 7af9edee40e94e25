"""What stays signed in, where, and for how long without anybody there.

A session is a row of `models.Session`; the store in `store.py` finds none that nobody has used
for settings.SESSION_IDLE, so every page sees its person signed out without asking.
"""
