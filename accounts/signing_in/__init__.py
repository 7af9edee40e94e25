"""Signing in: from where, how often, with what. The second factor is `accounts.second_factor`,
what stays signed in `accounts.sessions`.
"""
