"""Wagtail in a virtual environment of its own, with the same articles."""

import json
import os
import subprocess
import sys

from bench import places, servers
from launcher.config import CHECKOUT
from launcher.process import say

SITE = CHECKOUT / "bench" / "wagtail_site"
REQUIREMENTS = SITE / "requirements.txt"
PICTURES = CHECKOUT / "demo" / "pictures"
DATABASE = "wagtail"


def home():
    return places.bench_dir() / "wagtail"


def python():
    return home() / "venv" / "bin" / "python"


def environment(cluster, *, cached=False):
    return {
        "DJANGO_SETTINGS_MODULE": "wagtail_site.settings",
        "PYTHONPATH": f"{SITE.parent}:{CHECKOUT}",
        "WAGTAIL_VAR": str(home()),
        "WAGTAIL_DATABASE": f"postgresql://tuyengiao@/{DATABASE}?host={cluster.socket}",
        "WAGTAIL_CACHE": "1" if cached else "0",
    }


def prepare(cluster, articles: int):
    """Install, migrate and load: what of it is not done yet."""
    install()
    loaded = home() / f"loaded-{articles}"
    if loaded.exists():
        return
    psql = [cluster.server.bin / "psql", "-h", cluster.socket, "-U", "tuyengiao", "-d", "postgres"]
    for statement in (f"DROP DATABASE IF EXISTS {DATABASE}", f"CREATE DATABASE {DATABASE}"):
        subprocess.run([*psql, "-qc", statement], check=True)
    corpus = places.bench_dir() / "corpus" / str(articles) / "articles.jsonl"
    manage(cluster, "migrate", "--verbosity", "0")
    manage(cluster, "load_corpus", corpus, PICTURES, articles)
    manage(cluster, "collectstatic", "--noinput", "--verbosity", "0")
    loaded.touch()


def install():
    stamp = home() / "installed"
    wanted = REQUIREMENTS.read_text()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say("Wagtail: installing …")
    subprocess.run([sys.executable, "-m", "venv", home() / "venv"], check=True)
    pip = [python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "-r", REQUIREMENTS], check=True)
    stamp.write_text(wanted)


def manage(cluster, *arguments):
    argv = [python(), "-m", "django", *map(str, arguments)]
    subprocess.run(argv, env=os.environ | environment(cluster), check=True)


def server(cluster, articles, *, cached=False):
    name = "wagtail-cached" if cached else "wagtail"
    port = servers.free_port()
    argv = [python(), *servers.GUNICORN, "--bind", f"127.0.0.1:{port}"]
    return servers.started(
        name,
        [*argv, "wagtail_site.wsgi:application"],
        port,
        log=places.bench_dir() / "log" / f"{name}.log",
        environment=environment(cluster, cached=cached),
        data=servers.data_of(articles),
    )


def targets(cluster) -> dict:
    """As bench.targets.of_portal tells them of the portal."""
    argv = [python(), "-m", "django", "page_facts"]
    environ = os.environ | environment(cluster)
    done = subprocess.run(argv, env=environ, check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)
