"""A news site on Wagtail to measure against: as small and as fast as its documentation shows.

It runs in a virtual environment of its own, with nothing of the portal: prefetched lists, cached
renditions and templates, WhiteNoise, indexes, a persistent connection.
"""
