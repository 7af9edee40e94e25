"""A missing or odd value stops the start with one line that names the variable."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

GOOD = {
    "SITE_URL": "https://tuyengiao.example",
    "SECRET_KEY": "x" * 50,
    "DATABASE_URL": "postgresql://a:b@127.0.0.1/c",
}


def start(tmp_path, **changes):
    """Load the settings in a process of their own, with this environment."""
    known = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path)}
    return subprocess.run(
        [sys.executable, "-c", "import tuyengiao.settings as s; print(s.ALLOWED_HOSTS, s.PORT)"],
        cwd=settings.BASE_DIR,
        env=known | GOOD | changes,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_complete_environment_starts(tmp_path):
    done = start(tmp_path, PORT="")
    assert done.returncode == 0, done.stderr
    assert "tuyengiao.example" in done.stdout
    assert "8000" in done.stdout


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "ngan"),
        ("SITE_URL", "tuyengiao.example"),
        ("SITE_URL", "https://tuyengiao.example/trang"),
        ("ALLOWED_HOSTS", "*"),
        ("DEBUG", "yes"),
        ("PORT", "http"),
        ("PORT", "99999"),
        ("DATABASE_URL", "mysql://a:b@c/d"),
        ("DATABASE_URL", "khong-phai"),
        ("PAGE_CACHE_MB", "-1"),
        ("SESSION_IDLE_MINUTES", "1"),
        ("TRUSTED_PROXIES", "proxy.example"),
        ("AUDIT_MONTHS", "5"),
    ],
)
def test_an_odd_value_stops_the_start_with_one_line(tmp_path, name, value):
    done = start(tmp_path, **{name: value})
    assert done.returncode == 1
    assert done.stderr.startswith(f"Cấu hình không hợp lệ – {name}: ")
    assert len(done.stderr.splitlines()) == 1
