"""Who may ask for which address by which method: table.py says it, checks.py demands it."""
