"""The process that reads reaches no network and writes nowhere but in its own folder."""

import socket
import subprocess
import sys

import pytest
from django.conf import settings

from files.reading import sandbox
from files.reading.cutting_off import DISK, NETWORK

# Is told a folder, a port and a file outside; says what it was not cut off from, then tries.
CHILD = """
import socket, sys
from pathlib import Path
from files.reading.cutting_off import cut_off
folder, port, outside = sys.argv[1:]
print(*cut_off(folder), sep=",")
try:
    socket.create_connection(("127.0.0.1", int(port)), 2)
    print("connected")
except OSError:
    print("no network")
for path in (Path(folder, "inside"), Path(outside)):
    try:
        path.write_text("x")
        print("written")
    except OSError:
        print("refused")
print(Path(sys.executable).stat().st_size > 0)
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """[what it was not cut off from, about the network, inside, outside, whether it reads]"""
    folder, outside = tmp_path_factory.mktemp("own"), tmp_path_factory.mktemp("other")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-c", CHILD, str(folder), port, str(outside / "file")],
            cwd=settings.BASE_DIR,
            capture_output=True,
            text=True,
            check=True,
        )
    return done.stdout.split("\n")


def test_it_cannot_reach_this_machine(told):
    if NETWORK in told[0]:
        pytest.skip("this system gives no user namespaces")
    assert told[1] == "no network"


def test_it_writes_in_its_own_folder_alone(told):
    if DISK in told[0]:
        pytest.skip("this system has no Landlock")
    assert told[2:5] == ["written", "refused", "True"]


def test_what_is_not_to_be_had_is_in_the_log_once(caplog):
    sandbox._tell_once.cache_clear()
    for _ in range(2):
        sandbox._tell_once("mạng, ổ đĩa")
    assert caplog.text.count("chưa bị ngăn khỏi: mạng, ổ đĩa") == 1
    sandbox._tell_once("")
    assert len(caplog.records) == 1
