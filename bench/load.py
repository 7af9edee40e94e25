"""`python -m bench.load ARTICLES`: a portal with so many articles and a tenth of the papers, or as
many as `--papers` says.

Cut short, it goes on where it was; done, it only brings the portal up to the present migrations.
"""

import argparse
import os
import sys
import time

import django

from bench import places
from bench.corpus import Corpus
from launcher import process
from launcher.postgres import embedded_server


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int)
    parser.add_argument("--papers", type=int)
    told = parser.parse_args(arguments)
    articles, papers = told.articles, told.papers or told.articles // places.PAPERS_SHARE
    process.stop_on_signals()
    places.work_on(articles)
    os.environ["DJANGO_SETTINGS_MODULE"] = "tuyengiao.settings"
    start = time.monotonic()
    with embedded_server():
        django.setup()
        from bench.stages import Load

        folder = places.bench_dir() / "corpus" / str(articles)
        Load(Corpus(folder, articles, papers)).run()
    process.say(f"{places.portal(articles)}: {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
