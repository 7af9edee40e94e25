"""`make run`, inside the virtual environment: database, preparation, web server and worker."""

import http.client
import os
import sys
import time
from contextlib import contextmanager, nullcontext

from launcher import config, process
from launcher.config import CHECKOUT, Unfit
from launcher.locks import locked
from launcher.postgres import Cluster
from launcher.process import say
from launcher.supervisor import Service, Supervisor

ANSWER_SECONDS = 120


def main():
    process.stop_on_signals()
    os.chdir(CHECKOUT)
    os.environ |= {
        "VAR_DIR": str(config.var_dir()),
        "HOST": config.host(),
        "PORT": str(config.port()),
        "PYTHONUNBUFFERED": "1",
    }
    external = os.environ.get("DATABASE_URL")
    with nullcontext() if external else Cluster(config.var_dir()).using() as cluster:
        try:
            serve(cluster)
        finally:
            process.ignore_signals()


def serve(cluster):
    prepare()
    with config.listen() as listener:
        supervisor = Supervisor([web(listener.fileno())], cluster)
        with stopped_at_the_end(supervisor, listener):
            wait_for_answer(supervisor)
            announce()
            supervisor.services.append(worker())  # only now: the first page comes sooner
            supervisor.run()


@contextmanager
def stopped_at_the_end(supervisor, listener):
    try:
        yield
    finally:
        process.ignore_signals()
        listener.close()
        supervisor.stop()


def prepare():
    say("Đang chuẩn bị …")
    with locked(config.var_dir() / "prepare.lock"):
        argv = [sys.executable, "-m", "launcher.prepare"]
        process.run_step("Không chuẩn bị được cổng", argv, config.log_dir() / "prepare.log")


def web(descriptor: int) -> Service:
    argv = [sys.executable, "-m", "gunicorn", "-c", "launcher/gunicorn_conf.py"]
    argv += ["--bind", f"fd://{descriptor}", "tuyengiao.wsgi:application"]
    return Service("Máy chủ web", argv, config.log_dir() / "web.log", [descriptor])


def worker() -> Service:
    argv = [sys.executable, "manage.py", "procrastinate", "worker"]
    argv += ["--shutdown-graceful-timeout", "8"]
    return Service("Tiến trình nền", argv, config.log_dir() / "worker.log")


def wait_for_answer(supervisor):
    deadline = time.monotonic() + ANSWER_SECONDS
    supervisor.look()
    while not answers():
        if time.monotonic() > deadline:
            raise Unfit(f"Máy chủ web không trả lời; xem {config.log_dir() / 'web.log'}")
        time.sleep(0.1)
        supervisor.look()


def answers() -> bool:
    """Whether the site speaks; refusing our name for it (400) is an answer, too."""
    connection = http.client.HTTPConnection(local_host(), config.port(), timeout=2)
    try:
        connection.request("GET", "/_/song/")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def local_host() -> str:
    """The host to reach ourselves by: "every interface" is not an address to call."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(config.host(), config.host())  # noqa: S104


def announce():
    accounts = config.var_dir() / "demo-accounts.txt"
    host = f"[{local_host()}]" if ":" in local_host() else local_host()
    address = f"http://{host}:{config.port()}/"
    say(f"\nCổng đang chạy tại   {address}\nQuản trị tại         {address}quan-tri/")
    if accounts.exists():
        say("Tài khoản dùng thử (tên, mật khẩu, vai trò):")
        for line in accounts.read_text().splitlines():
            say(f"  {line}")
    say(f"Dữ liệu nằm ở        {config.var_dir()} (nhật ký trong thư mục log)")
    say("Nhấn Ctrl-C để dừng.")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        say("Đã dừng.")
