import os
import socket
import subprocess
import sys

import pytest

from launcher import config


@pytest.mark.parametrize("value", ["0", "65536", "abc", "-1", "80.5", "८०"])
def test_an_odd_port_is_refused(monkeypatch, value):
    monkeypatch.setenv("PORT", value)
    with pytest.raises(config.Unfit, match="PORT"):
        config.port()


def test_an_address_of_another_machine_is_refused(monkeypatch):
    monkeypatch.setenv("HOST", "192.0.2.1")
    with pytest.raises(config.Unfit, match=r"HOST=192\.0\.2\.1"):
        config.listen()


def test_a_var_dir_that_cannot_be_written_is_refused(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("VAR_DIR", str(tmp_path / "file" / "var"))
    with pytest.raises(config.Unfit, match="VAR_DIR"):
        config.check_folder()


def test_a_full_disk_is_told_before_anything_is_installed(monkeypatch, tmp_path):
    monkeypatch.setenv("VAR_DIR", str(tmp_path))
    monkeypatch.setattr(config, "FREE_BYTES", 1 << 60)
    with pytest.raises(config.Unfit, match="gần đầy"):
        config.check_folder()


def test_a_taken_port_ends_with_one_line(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        environment = os.environ | {"PORT": port, "VAR_DIR": str(tmp_path)}
        done = subprocess.run(
            [sys.executable, "-m", "launcher"],
            env=environment,
            cwd=config.CHECKOUT,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == f"Cổng {port} đang được dùng; hãy gọi: make run PORT=8001\n"
