"""`python -m bench.beacons`: beacons of visitors against a portal that answers from one core.

Web server, worker and PostgreSQL share core 0, as on a small machine; the load comes from core 1.
With --kills a web process, the web server, the worker and PostgreSQL are killed in turn meanwhile.
At the end the number that the portal counted stands beside the number that it answered.
"""

import argparse
import http.client
import itertools
import os
import sys
import threading
import time
import uuid
from pathlib import Path
from urllib.parse import urlencode

from bench.watched import Portal
from launcher.config import var_dir

PHONE = "Mozilla/5.0 (Linux; Android 9; SM-J415F) Chrome/120 Mobile Safari/537.36"
HEADERS = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
PATIENCE = 120  # seconds for which one beacon is sent again and again
VICTIMS = ["web process", "web server", "worker", "PostgreSQL"]


class Load:
    """`clients` visitors who send `number` beacons between them, each until it is answered."""

    def __init__(self, port, number, clients=16, place=""):
        self.port, self.number, self.clients, self.place = port, number, clients, place
        self.turns = itertools.count()
        self.answered, self.repeated, self.lost = [0] * clients, [0] * clients, [0] * clients
        self.seconds = 0.0

    def run(self):
        start = time.monotonic()
        threads = [threading.Thread(target=self.visit, args=[n]) for n in range(self.clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.seconds = time.monotonic() - start

    def visit(self, me):
        line = Line(self.port, me)
        while next(self.turns) < self.number:
            told = urlencode({"noi": self.place, "ma": uuid.uuid4().hex, "tu": ""})
            deadline = time.monotonic() + PATIENCE
            while not (arrived := line.sends(told)) and time.monotonic() < deadline:
                self.repeated[me] += 1
                time.sleep(0.05)
            (self.answered if arrived else self.lost)[me] += 1
        line.close()

    @property
    def done(self):
        return sum(self.answered)


class Line:
    """A connection that is opened again when it breaks."""

    def __init__(self, port, visitor):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.headers = HEADERS | {"User-Agent": f"{PHONE} khach/{visitor}"}

    def sends(self, told):
        """Whether the portal answered that it is counted."""
        try:
            self.connection.request("POST", "/_/xem/", told, self.headers)
            answer = self.connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            self.close()
            return False
        return answer.status == http.client.NO_CONTENT

    def close(self):
        self.connection.close()


def kill_in_turn(portal, load, victims=VICTIMS):
    """One victim after the other, at even distances of the load; waits for the portal between."""
    for place, victim in enumerate(victims, 1):
        while load.done < load.number * place / (len(victims) + 1):
            time.sleep(0.01)
        portal.kill(victim)


def measure(portal, load, kills=False):
    """Run the load; the counted ones, and seconds of processor by kind of process."""
    portal.keep_to({0})
    os.sched_setaffinity(0, {1})
    before, spent = portal.counted(), portal.processor()
    killer = threading.Thread(target=kill_in_turn, args=[portal, load], daemon=True)
    if kills:
        killer.start()
    load.run()
    if kills:
        killer.join()
    used = {kind: portal.processor()[kind] - spent[kind] for kind in spent}
    return portal.counted() - before, used


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=30_000)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--place", default="", help="bai-5: looks at an article")
    parser.add_argument("--port", type=int, default=8700)
    parser.add_argument("--kills", action="store_true")
    options = parser.parse_args(arguments)
    with Portal(Path(var_dir()) / "bench" / "beacons", options.port).running() as portal:
        load = Load(options.port, options.number, options.clients, options.place)
        counted, used = measure(portal, load, options.kills)
        print(f"{portal.promises()}; load of the machine {os.getloadavg()[0]:.1f}")
        print(f"answered {load.done}, sent again {sum(load.repeated)}, counted {counted}")
        print(f"{load.done / load.seconds:.0f} a second")
        for kind, seconds in used.items():
            print(f"  {kind}: {1000 * seconds / load.done:.2f} ms of processor each")
    return 0 if counted == load.done == options.number else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
