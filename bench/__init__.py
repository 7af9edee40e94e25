"""Measurements: a portal of any size (`python -m bench.load`), and what is timed on it.

Everything lies under BENCH_DIR (var/bench): the corpus, a portal for each size, what is installed
to compare with. The corpus comes from the generator that BENCH_CORPUS names.
"""
