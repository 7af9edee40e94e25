"""`make bench`: the portal beside Wagtail, a constant view and nginx, in alternating rounds."""

import argparse
import sys
import time
from contextlib import ExitStack
from dataclasses import asdict
from statistics import median

from bench import events, machine, outcome, places, proxies, rival, servers, targets
from bench.asking import ask, warm
from bench.report import Results
from launcher import process
from launcher.postgres import Cluster

BROWSER = {"Accept-Encoding": "gzip, deflate, br"}


class Comparison:
    """All servers stand at once and wait; a round asks each of them in turn."""

    def __init__(self, articles, seconds, rounds, results):
        self.articles, self.seconds, self.rounds = articles, seconds, rounds
        self.results = results

    def run(self, cluster):
        self.ours = self.results.measure("pages", targets.of_portal, self.articles)
        self.theirs = self.results.measure("pages of Wagtail", rival.targets, cluster)
        self.body = self.keep_body(self.ours["article"]["sent"])
        self.once("rendering", self.rendering, cluster)
        self.once("kept", self.kept, cluster)
        self.once("events", self.events, cluster)
        self.results.measure("start", events.second_start, self.articles)

    def once(self, name, part, *arguments):
        """A part starts its servers only where something of it is still to be measured."""
        if f"{name}: whole" not in self.results.found:
            part(*arguments)
            self.results.measure(f"{name}: whole", bool, 1)

    def events(self, cluster):
        with servers.portal("portal", self.articles) as portal:
            measure = self.results.measure
            measure("burst", events.burst, portal, cluster, self.ours["home"]["paths"][0])
            measure("publishing", events.publishing, portal, cluster, self.hot(), self.seconds)
            measure("memory", events.memory, portal, self.articles)

    def hot(self):
        return ["/", *self.ours["category"]["paths"], *self.ours["article"]["paths"][:18]]

    def keep_body(self, size):
        """Bytes like a compressed article's, for the constant peers."""
        path = places.bench_dir() / "constant.html.br"
        path.write_bytes((b"0123456789abcdef" * (size // 16 + 1))[:size])
        return path

    def rendering(self, cluster):
        """Nothing cached but fragments; another article at each request."""
        with ExitStack() as stack:
            uncached = servers.portal("portal-uncached", self.articles, PAGE_CACHE_MB="0")
            ours = stack.enter_context(uncached)
            theirs = stack.enter_context(rival.server(cluster, self.articles))
            self.alternate(
                {
                    f"{kind}, rendered: {name}": (server, pages[kind]["paths"], None)
                    for kind in ("article", "home", "category")
                    for name, server, pages in (
                        ("portal", ours, self.ours),
                        ("Wagtail", theirs, self.theirs),
                    )
                }
            )

    def kept(self, cluster):
        """One page from every cache, by each server."""
        constant = {
            "DJANGO_SETTINGS_MODULE": "bench.constant",
            "BENCH_CONSTANT": str(self.body),
        }
        with ExitStack() as stack:
            ours = stack.enter_context(servers.portal("portal", self.articles))
            theirs = stack.enter_context(rival.server(cluster, self.articles, cached=True))
            plain = stack.enter_context(servers.portal("constant", self.articles, **constant))
            proxy = stack.enter_context(proxies.shipped(ours, self.articles))
            peer = stack.enter_context(proxies.peer(plain, self.body))
            etag = events.etag(ours, "/", BROWSER)
            article = self.ours["article"]["paths"][:1]
            self.alternate(
                {
                    "article, kept: portal": (ours, article, BROWSER),
                    "home, kept: portal": (ours, ["/"], BROWSER),
                    "category, kept: portal": (ours, self.ours["category"]["paths"], BROWSER),
                    "home, 304: portal": (ours, ["/"], BROWSER | {"If-None-Match": etag}),
                    "constant view": (plain, ["/"], BROWSER),
                    "article, kept: Wagtail": (theirs, self.theirs["article"]["paths"][:1], None),
                    "article: nginx as shipped": (proxy, article, BROWSER),
                    "home: nginx as shipped": (proxy, ["/"], BROWSER),
                    "constant: nginx proxy_cache": (peer, ["/"], BROWSER),
                    "constant: nginx static file": (peer, ["/static/page.html"], BROWSER),
                }
            )

    def alternate(self, cases):
        """One round after another, each case once a round, so that what else runs meets all."""
        for name, (server, paths, headers) in cases.items():
            if f"{name}, round 1" not in self.results.found:
                warm(server, paths, headers)
        for turn in range(1, self.rounds + 1):
            for name, (server, paths, headers) in cases.items():
                self.results.measure(
                    f"{name}, round {turn}", self.asked, server, paths, self.seconds, headers
                )

    def asked(self, *arguments):
        return asdict(ask(*arguments))

    def middle(self, case):
        """The median of the rounds, figure by figure."""
        rounds = [self.results.found[f"{case}, round {n}"] for n in range(1, self.rounds + 1)]
        return {name: median(one[name] for one in rounds) for name in rounds[0]}


def main(arguments):
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seconds", type=int, default=8, help="of one case in one round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--anew", action="store_true", help="forget what was measured before")
    told = parser.parse_args(arguments)
    process.stop_on_signals()
    machine.needed("wrk", "nginx")
    places.loaded(told.articles)
    start = time.monotonic()
    results = Results(f"bench-{told.articles}", anew=told.anew)
    comparison = Comparison(told.articles, told.seconds, told.rounds, results)
    with Cluster(places.portal(told.articles)).using() as cluster:
        rival.prepare(cluster, told.articles)
        comparison.run(cluster)
    outcome.write(comparison)
    process.say(f"make bench: {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
