import stat
import subprocess
import sys

import pytest

from launcher.secret import local_secret_key


def test_the_key_is_made_once_and_only_its_owner_may_read_it(tmp_path):
    key = local_secret_key(tmp_path)
    assert len(key) >= 50
    assert local_secret_key(tmp_path) == key
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_processes_that_begin_together_get_one_key(tmp_path):
    code = f"from launcher.secret import local_secret_key as key; print(key({str(tmp_path)!r}))"
    started = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) for _ in range(4)
    ]
    assert len({process.communicate()[0] for process in started}) == 1


def test_a_folder_that_cannot_be_made_ends_with_one_line(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(SystemExit, match="Không đọc hoặc tạo được"):
        local_secret_key(tmp_path / "file")
