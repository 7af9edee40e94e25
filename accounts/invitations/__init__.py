"""Inviting: one person, or a list whose every row is shown before anything is written."""
