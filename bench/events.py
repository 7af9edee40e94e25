"""What is not a rate: a burst on a changed page, publishing under load, memory, the start."""

import http.client
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict

from bench import machine, places, servers
from bench.asking import ask, warm
from launcher.config import CHECKOUT
from launcher.process import bound_child

BURST = 200
EVERY = 10  # seconds between two publications under load
# A change of a public row, by the way that every editor's change takes: triggers see it.
CHANGE = (
    "UPDATE news_article SET title = title || '.' WHERE id = "
    "(SELECT id FROM news_article ORDER BY published_at DESC LIMIT 1)"
)
BACK = CHANGE.replace("title || '.'", "rtrim(title, '.')")


def sql(cluster, statement):
    argv = [cluster.server.bin / "psql", "-h", cluster.socket, "-U", "tuyengiao", "-qc", statement]
    subprocess.run([*argv, "tuyengiao"], check=True)


def etag(server, path, headers):
    request = urllib.request.Request(server.url + path, headers=headers)  # noqa: S310 - our own
    with urllib.request.urlopen(request) as response:  # noqa: S310
        return response.headers["ETag"]


def burst(portal, cluster, path):
    """Milliseconds of the slowest of BURST requests at once, warm and just changed; and of one
    rendering."""
    render = []
    for _ in range(5):
        sql(cluster, CHANGE)
        render.append(timed(portal.port, path))
    for _ in range(20):  # every process has it
        timed(portal.port, path)
    warm = slowest(portal.port, path)
    sql(cluster, CHANGE)
    changed = slowest(portal.port, path)
    sql(cluster, BACK)
    return {"warm": warm, "changed": changed, "rendering": sorted(render)[2]}


def slowest(port, path):
    with ThreadPoolExecutor(BURST) as pool:
        gate = threading.Barrier(BURST)
        return max(pool.map(lambda _: timed(port, path, gate), range(BURST)))


def timed(port, path, gate=None):
    """Milliseconds until the whole answer is there; the connection stands when all begin."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.connect()
    if gate:
        gate.wait()
    start = time.monotonic()
    connection.request("GET", path, headers={"Accept-Encoding": "br"})
    response = connection.getresponse()
    response.read()
    connection.close()
    if response.status != http.HTTPStatus.OK:
        raise OSError(f"{path}: {response.status}")
    return (time.monotonic() - start) * 1000


def publishing(portal, cluster, paths, seconds):
    """The 99th percentile over hot pages, steady and with a publication each EVERY seconds."""
    headers = {"Accept-Encoding": "br"}
    span = max(3 * EVERY, seconds)
    warm(portal, paths, headers)
    steady = asdict(ask(portal, paths, span, headers))
    done = threading.Event()

    def publish():
        while not done.wait(EVERY):
            sql(cluster, CHANGE)

    editor = threading.Thread(target=publish)
    editor.start()
    try:
        busy = asdict(ask(portal, paths, span, headers))
    finally:
        done.set()
        editor.join()
        sql(cluster, BACK)
    return {"steady": steady, "publishing": busy}


def memory(portal, articles):
    """Megabytes of the largest worker after so many different pages, at most 10,000."""
    wanted = all_addresses(articles)[:10_000]
    for path in wanted:
        timed(portal.port, path)
    workers = [machine.memory_mb(pid) for pid in portal.workers()]
    return {"pages": len(wanted), "worker": max(workers)}


def all_addresses(articles):
    """Addresses of articles, from the sitemap of the portal's own database."""
    code = (
        "import django; django.setup()\n"
        "from news.models import Article\n"
        "for a in Article.objects.select_related('category').only('slug', 'category__slug')"
        ".order_by('-id')[:10000]: print(a.get_absolute_url())"
    )
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tuyengiao.settings",
        "VAR_DIR": str(places.portal(articles)),
    }
    argv = [sys.executable, "-c", code]
    done = subprocess.run(
        argv, cwd=CHECKOUT, env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout.split()


def second_start(articles):
    """Seconds from `make run` to the first page, everything being prepared already."""
    started(articles)
    return started(articles)


def started(articles):
    port = servers.free_port()
    environment = os.environ | {"VAR_DIR": str(places.portal(articles)), "PORT": str(port)}
    begin = time.monotonic()
    argv = [sys.executable, "-m", "launcher"]
    run = subprocess.Popen(
        argv, cwd=CHECKOUT, env=environment, stdout=subprocess.DEVNULL, preexec_fn=bound_child()
    )
    try:
        while time.monotonic() - begin < servers.START_SECONDS:
            try:
                timed(port, "/")
                return time.monotonic() - begin
            except OSError:
                time.sleep(0.05)
        raise TimeoutError("make run does not answer")
    finally:
        run.send_signal(signal.SIGINT)
        run.wait(60)
