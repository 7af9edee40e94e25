import os
import signal
import sys
import time

import pytest

from launcher import supervisor
from launcher.supervisor import Service, Supervisor

FOREVER = "import time; print('up', flush=True); time.sleep(600)"
STUBBORN = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {FOREVER}"
FAMILY = f"import os; os.fork(); {FOREVER}"


@pytest.fixture(autouse=True)
def _hurry(monkeypatch):
    monkeypatch.setattr(supervisor, "TICK", 0.02)
    monkeypatch.setattr(supervisor, "STOP_SECONDS", 0.5)


@pytest.fixture
def service(tmp_path):
    """Makes services that run a piece of Python, and stops them at the end."""
    made = []

    def make(code):
        log = tmp_path / f"{len(made)}.log"
        made.append(Service("Việc thử", [sys.executable, "-c", code], log))
        return made[-1]

    yield make
    Supervisor(made).stop()


def look_until(true, supervised):
    deadline = time.monotonic() + 10
    while not true():
        assert time.monotonic() < deadline
        supervised.look()
        time.sleep(supervisor.TICK)


def ups(service):
    return service.log.read_text().count("up") if service.log.exists() else 0


def group_is_gone(pid):
    try:
        os.killpg(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_a_killed_service_comes_back_and_the_terminal_says_so(service, capsys):
    stub = service(FOREVER)
    supervised = Supervisor([stub])
    for times in (1, 2, 3):
        look_until(lambda times=times: ups(stub) == times, supervised)
        os.kill(stub.process.pid, signal.SIGKILL)
    assert capsys.readouterr().out.count("Việc thử dừng đột ngột") == 2


def test_a_service_that_dies_again_and_again_stops_the_whole(service, monkeypatch):
    monkeypatch.setattr(supervisor.Deaths, "LIMIT", 3)
    stub = service("print('up'); raise SystemExit(1)")
    supervised = Supervisor([service(FOREVER), stub])
    with pytest.raises(SystemExit) as stop:
        supervised.run()
    assert stop.value.code == f"Việc thử dừng 3 lần liền nên cổng dừng; xem {stub.log}"
    assert ups(stub) == 3


def test_deaths_far_apart_are_forgiven(tmp_path, monkeypatch):
    deaths = supervisor.Deaths("Việc thử", tmp_path)
    for hour in range(10):
        monkeypatch.setattr(time, "monotonic", lambda hour=hour: hour * 3600)
        assert deaths.add() == pytest.approx(0.1)


def test_stopping_ends_the_whole_family_even_one_that_does_not_listen(service):
    stubs = [service(STUBBORN), service(FAMILY)]
    supervised = Supervisor(stubs)
    look_until(lambda: ups(stubs[0]) == 1 and ups(stubs[1]) == 2, supervised)
    pids = [stub.process.pid for stub in stubs]
    supervised.stop()
    look_until(lambda: all(map(group_is_gone, pids)), Supervisor([]))


def test_a_log_is_bounded(service, monkeypatch):
    monkeypatch.setattr(supervisor, "LOG_BYTES", 1000)
    stub = service("import time\nwhile True: print('x' * 99, flush=True); time.sleep(0.01)")
    supervised = Supervisor([stub])
    older = stub.log.with_suffix(".1.log")
    look_until(older.exists, supervised)
    look_until(lambda: stub.log.stat().st_size > 100, supervised)
    assert stub.log.stat().st_size < 5000


def test_a_killed_database_is_started_before_the_services(service, cluster):
    stub = service(FOREVER)
    with cluster.using():
        supervised = Supervisor([stub], cluster)
        look_until(lambda: ups(stub) == 1, supervised)
        pid = int((cluster.data / "postmaster.pid").read_text().splitlines()[0])
        os.kill(pid, signal.SIGKILL)
        os.kill(stub.process.pid, signal.SIGKILL)
        look_until(lambda: ups(stub) == 2, supervised)
        assert cluster.alive()
