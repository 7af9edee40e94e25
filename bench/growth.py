"""`make bench-growth`: the same pages of the portal at 10,000, 100,000 and 1,000,000 articles."""

import argparse
import sys
import time
from dataclasses import asdict
from statistics import median

from bench import machine, places, servers, targets
from bench.asking import ask, warm
from bench.report import Results, figure, section, table
from launcher import process
from launcher.postgres import Cluster

SIZES = [10_000, 100_000, 1_000_000]
WANTED, OF_SEARCH = 1.2, 4  # times the cost at the smallest size
CONNECTIONS = 4


def measured(articles, seconds, rounds, results):
    """{kind: {size, rates}} of one portal, nothing cached but fragments."""
    places.loaded(articles)
    with Cluster(places.portal(articles)).using():
        pages = results.measure(f"pages {articles}", targets.of_portal, articles)
        name = f"portal-{articles}"
        with servers.portal(name, articles, PAGE_CACHE_MB="0") as server:
            for turn in range(1, rounds + 1):
                for kind, facts in pages.items():
                    key = f"{kind}, {articles}, round {turn}"
                    results.measure(key, asked, server, facts["paths"], seconds)


def asked(server, paths, seconds):
    warm(server, paths)
    return asdict(ask(server, paths, seconds, connections=CONNECTIONS))


def write(sizes, rounds, seconds, results):
    def middle(kind, size, name):
        return median(
            results.found[f"{kind}, {size}, round {turn}"][name] for turn in range(1, rounds + 1)
        )

    kinds = results.found[f"pages {sizes[0]}"]
    rows = []
    for kind in kinds:
        rates = [middle(kind, size, "per_cpu_second") for size in sizes]
        times = [rates[0] / rate for rate in rates[1:]]
        wanted = OF_SEARCH if kind == "search" else WANTED
        verdict = "yes" if times[-1:] <= [wanted] else "**no**"
        queries = [results.found[f"pages {size}"][kind]["queries"] for size in sizes]
        sql = str(queries[0]) if len(set(queries)) == 1 else " ".join(map(str, queries))
        milliseconds = [figure(1000 / rate) for rate in rates]
        rows.append([kind, *milliseconds, *(f"{t:.2f}" for t in times), verdict, sql])
    loads = [one["load"] for key, one in results.found.items() if ", round " in key]
    notes = [
        "Milliseconds of processor time (user and system) of web server and PostgreSQL for one "
        f"page, nothing cached but fragments; {rounds} rounds of {seconds} s, the median; papers "
        "are a tenth of the articles.",
        f"Load average {min(loads):.1f}–{max(loads):.1f}.",
        f"The goal is {WANTED} times from the smallest to the largest ({OF_SEARCH} of search).",
    ]
    heads = ["", *(f"{size:,}" for size in sizes)]
    heads += [*(f"× {size:,}" for size in sizes[1:]), "goal", "SQL"]
    section("Growth", "make bench-growth", notes, table(heads, rows))


def main(arguments):
    parser = argparse.ArgumentParser(prog="make bench-growth", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--seconds", type=int, default=4, help="of one page in one round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--anew", action="store_true", help="forget what was measured before")
    told = parser.parse_args(arguments)
    process.stop_on_signals()
    machine.needed("wrk")
    start = time.monotonic()
    results = Results("growth", anew=told.anew)
    for articles in told.sizes:
        process.say(f"{articles:,} articles")
        measured(articles, told.seconds, told.rounds, results)
    write(told.sizes, told.rounds, told.seconds, results)
    process.say(f"make bench-growth: {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
