"""`make bench-pages`: what pages weigh, and what Lighthouse says of them on a slow telephone."""

import argparse
import json
import os
import shutil
import subprocess
import sys
from statistics import median

from bench import machine, places, servers, targets
from bench.report import Results, figure, section, table
from launcher import process
from launcher.config import Unfit
from launcher.postgres import Cluster

KINDS = ["home", "category", "article", "papers", "paper", "search"]
VERSION = "lighthouse@12"
RUN_SECONDS = 180
AUDITS = {
    "first-contentful-paint": "FCP ms",
    "largest-contentful-paint": "LCP ms",
    "total-blocking-time": "TBT ms",
    "cumulative-layout-shift": "CLS",
    "total-byte-weight": "KB",
}
CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]
FLAGS = (
    "--headless=new --no-sandbox --disable-dev-shm-usage --disable-gpu "
    "--disable-background-networking"
)


def lighthouse():
    """The program, installed where it is missing."""
    folder = places.bench_dir() / "lighthouse"
    program = folder / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        process.say("Lighthouse: installing …")
        npm = ["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", folder, VERSION]
        subprocess.run(npm, check=True)
    return program


def looked_at(program, url):
    """One run on Lighthouse's own mobile profile: slow 4G, a processor four times slower."""
    argv = [program, url, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    argv += [f"--only-categories={','.join(CATEGORIES)}", "--max-wait-for-load=60000"]
    environment = os.environ | {"CHROME_PATH": shutil.which("chromium")}
    told = json.loads(answered(argv, environment))
    found = {name: told["audits"][name]["numericValue"] for name in AUDITS}
    found["total-byte-weight"] /= 1024
    found |= {name: 100 * told["categories"][name]["score"] for name in CATEGORIES}
    found["requests"] = len(told["audits"]["network-requests"]["details"]["items"])
    return found | {"load": machine.load_average()}


def answered(argv, environment, tries=3):
    """What it prints; now and then its browser dies, and it is asked again."""
    for _ in range(tries):
        done = subprocess.run(
            argv, env=environment, capture_output=True, text=True, check=False, timeout=RUN_SECONDS
        )
        if done.returncode == 0:
            return done.stdout
    raise Unfit(f"Lighthouse failed {tries} times: {done.stderr.strip()[-500:]}")


def write(pages, runs, results):
    rows = []
    for kind in KINDS:
        rounds = [results.found[f"{kind}, run {turn}"] for turn in range(1, runs + 1)]
        middle = {name: median(one[name] for one in rounds) for name in rounds[0]}
        scores = [f"{middle[name]:.0f}" for name in CATEGORIES]
        vitals = [figure(middle[name]) for name in AUDITS]
        sent = pages[kind]
        weights = [f"{sent['bytes'] / 1024:.1f}", f"{sent['sent'] / 1024:.1f}"]
        rows.append([kind, *weights, f"{middle['requests']:.0f}", *vitals, *scores])
    loads = [one["load"] for key, one in results.found.items() if ", run " in key]
    notes = [
        "KB of the HTML plain and with brotli; of all that a first visit fetches, the number and "
        "KB; Lighthouse 12, mobile (simulated slow 4G, processor four times slower), the median "
        f"of {runs} runs, 10,000 articles.",
        f"Load average {min(loads):.1f}–{max(loads):.1f}.",
    ]
    heads = ["", "HTML KB", "brotli KB", "requests", *AUDITS.values(), *CATEGORIES]
    section("Weights and Lighthouse", "make bench-pages", notes, table(heads, rows))


def main(arguments):
    parser = argparse.ArgumentParser(prog="make bench-pages", description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--anew", action="store_true", help="forget what was measured before")
    told = parser.parse_args(arguments)
    process.stop_on_signals()
    machine.needed("node", "chromium")
    program = lighthouse()
    places.loaded(told.articles)
    results = Results("pages", anew=told.anew)
    with Cluster(places.portal(told.articles)).using():
        pages = results.measure("pages", targets.of_portal, told.articles)
        with servers.portal("portal-pages", told.articles) as server:
            for turn in range(1, told.runs + 1):
                for kind in KINDS:
                    url = server.url + pages[kind]["paths"][0]
                    results.measure(f"{kind}, run {turn}", looked_at, program, url)
    write(pages, told.runs, results)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
