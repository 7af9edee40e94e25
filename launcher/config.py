"""What the launcher reads from the environment, and the one way in which it refuses to start."""

import errno
import os
import shutil
import socket
import sys
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
PATIENCE = 2  # seconds in which a portal that is just being stopped gives its port back
FREE_BYTES = 500 * 1024 * 1024  # .venv and a new database need about 350 MB


class Unfit(SystemExit):
    """The environment does not allow the start. The message is the one line that is printed."""


def var_dir() -> Path:
    return Path(os.environ.get("VAR_DIR") or CHECKOUT / "var").resolve()


def log_dir() -> Path:
    return var_dir() / "log"


def host() -> str:
    return os.environ.get("HOST") or "127.0.0.1"


def port() -> int:
    value = os.environ.get("PORT") or "8000"
    if not (value.isascii() and value.isdigit() and 1 <= int(value) <= 65535):
        raise Unfit(f"PORT phải là một số từ 1 đến 65535, không phải “{value}”.")
    return int(value)


def check_folder():
    """Refuse at once what would only fail after a minute of installing."""
    if sys.platform != "linux":
        raise Unfit("Chỉ chạy được trên Linux; ở hệ khác, hãy dùng máy ảo hoặc WSL.")
    folder = log_dir()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise Unfit(f"Không ghi được vào VAR_DIR {var_dir()}: {error.strerror}.") from None
    if not os.access(folder, os.W_OK) or not os.access(var_dir(), os.W_OK):
        raise Unfit(f"Không ghi được vào VAR_DIR {var_dir()}: tài khoản này không có quyền.")
    if free < FREE_BYTES:
        raise Unfit(f"Ổ đĩa chứa {var_dir()} gần đầy: cần còn trống ít nhất 500 MB.")


def listen() -> socket.socket:
    """The socket of HOST and PORT.

    The launcher keeps it and lends it to the web server: while that one is being restarted,
    visitors wait in the queue and are not turned away.
    """
    address = (host(), port())
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            family = socket.getaddrinfo(*address, type=socket.SOCK_STREAM)[0][0]
            return socket.create_server(address, family=family, backlog=1024)
        except PermissionError:
            raise Unfit(f"Cổng {port()} cần quyền root; hãy chọn số từ 1024, ví dụ 8001.") from None
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise Unfit(f"HOST={host()} không phải là địa chỉ của máy này.") from None
            if time.monotonic() > deadline:
                raise Unfit(f"Cổng {port()} đang được dùng; hãy gọi: make run PORT=8001") from None
        time.sleep(0.2)
