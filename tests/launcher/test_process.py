import signal
import subprocess
import sys

import pytest

from launcher.config import CHECKOUT
from launcher.process import open_private, reason, run_step


def test_the_reason_of_a_failure_follows_its_traceback(tmp_path):
    log = tmp_path / "log"
    log.write_text('  File "x.py", line 1\n    x()\nOSError: no server\n\tIs it running?\n')
    assert reason(log) == "OSError: no server"


def test_without_a_traceback_the_last_line_is_the_reason(tmp_path):
    log = tmp_path / "log"
    log.write_text("first\nlast\n\n")
    assert reason(log) == "last"


def test_a_failing_step_ends_with_its_reason_and_its_log(tmp_path):
    log = tmp_path / "logs" / "step.log"
    with pytest.raises(SystemExit) as stop:
        run_step("Không được", [sys.executable, "-c", "raise OSError('vì thế')"], log)
    assert stop.value.code == f"Không được: OSError: vì thế (chi tiết: {log})"


def test_a_link_in_the_place_of_a_log_is_not_followed(tmp_path):
    (tmp_path / "precious").write_text("kept")
    (tmp_path / "log").symlink_to(tmp_path / "precious")
    with pytest.raises(OSError, match="symbolic"):
        open_private(tmp_path / "log")
    with open_private(tmp_path / "log", "wb") as file:
        file.write(b"new")
    assert (tmp_path / "precious").read_text() == "kept"


def test_a_child_whose_parent_died_before_it_could_be_bound_dies_too():
    """The launcher may be killed between the fork of a service and its first act."""
    code = "from launcher.process import die_with_parent; die_with_parent(parent=-1)"
    done = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, check=False)
    assert done.returncode == -signal.SIGKILL
