"""The second factor: a code from an app on the phone (TOTP, RFC 6238), or a printed recovery code.

Whoever has one is not signed in before the code was right, so no page has to ask for it.
"""
