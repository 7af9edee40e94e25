"""The embedded PostgreSQL: a server of our own, on a Unix socket that only we can reach.

Whoever uses it holds a shared lock; the last one out stops it. Starting and stopping happen under
an exclusive lock, so that any number of commands may begin and end at once.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from launcher import account as accounts
from launcher import home as homes
from launcher.config import CHECKOUT, Unfit, var_dir
from launcher.locks import is_alone, locked, opened, share
from launcher.process import open_private, reason, run_step, say
from launcher.program import Program, embedded

NAME = "tuyengiao"  # of the role and of the database; the server's own superuser is `postgres`
BOOTSTRAP = f"CREATE ROLE {NAME} LOGIN CREATEDB;\nCREATE DATABASE {NAME} OWNER {NAME};\n"
START_SECONDS = 300  # recovery after a crash may take minutes
STOP_SECONDS = 60
STARTS = 3

# Written once, when the cluster is made: an administrator may change them afterwards.
SETTINGS = """
# --- Set by the launcher when this cluster was made ---
listen_addresses = ''
unix_socket_permissions = 0700
max_connections = 60
shared_buffers = {shared}MB
effective_cache_size = {cached}MB
work_mem = 8MB
maintenance_work_mem = 64MB
max_wal_size = 512MB
random_page_cost = 1.1
jit = off
timezone = 'UTC'
log_timezone = 'Asia/Ho_Chi_Minh'
logging_collector = on
log_directory = '../log'
log_filename = 'postgresql-%a.log'  # one file a weekday, each overwritten after a week
log_truncate_on_rotation = on
log_rotation_age = 1d
log_rotation_size = 0
"""
# For tests only: fast, and lost when the machine stops.
CARELESS = "shared_buffers = 128MB\nfsync = off\nfull_page_writes = off\nsynchronous_commit = off\n"


def settings_for(memory: int) -> str:
    """SETTINGS for a machine with so many bytes of memory: a sixteenth of it for the server's own
    buffers, within what the web processes leave of a small one and what a portal can use."""
    megabytes = memory // 2**20
    shared = min(max(megabytes // 16, 128), 2048)
    return SETTINGS.format(shared=shared, cached=max(megabytes * 3 // 8, 512))


def memory_of_machine() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def default_url(folder: Path) -> str:
    """The DATABASE_URL of the cluster in this VAR_DIR; touches neither disk nor server.

    The socket folder stands before the name, the form that django-environ turns into HOST.
    """
    return f"postgresql://{NAME}@/{quote(str(homes.socket_folder(Path(folder))))}/{NAME}"


@contextmanager
def embedded_server():
    """Keep the embedded server running for a block of code, unless DATABASE_URL names another."""
    if os.environ.get("DATABASE_URL"):
        yield
        return
    if signal.getsignal(signal.SIGTERM) == signal.SIG_DFL:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that it, too, tidies up
    with Cluster(var_dir()).using() as cluster:
        folders = [os.environ.get("PATH", os.defpath), str(cluster.program.bin)]
        os.environ["PATH"] = os.pathsep.join(folders)  # psql for `manage.py dbshell`
        yield


@contextmanager
def _in_one_line():
    try:
        yield
    except OSError as error:
        raise Unfit(f"Không dùng được {error.filename}: {error.strerror}.") from None


class Cluster:
    """The PostgreSQL under one VAR_DIR."""

    def __init__(self, folder: Path, *, durable=True, program: Program | None = None):
        self.var_dir = Path(folder)
        self.url = default_url(folder)
        self.durable = durable
        self.program = program
        self._process = None

    @contextmanager
    def using(self):
        """Have the server running for a block of code; the last one to leave stops it."""
        with _in_one_line():
            self.var_dir.mkdir(parents=True, exist_ok=True)
            with self._control():
                self._settle()
        with opened(self.var_dir / "postgres.users") as users:
            try:
                with _in_one_line(), self._control():
                    share(users)
                    self._bring_up()
                yield self
            finally:
                with self._control():
                    if is_alone(users):
                        self._stop()

    def alive(self) -> bool:
        return self._postmaster() is not None

    def revive(self):
        with self._control():
            self._bring_up()

    def _control(self):
        return locked(self.var_dir / "postgres.lock")

    def _settle(self):
        self.program = self.program or embedded()
        self.account = accounts.server_account([self.var_dir / "postgres", CHECKOUT])
        self.home = homes.settle(self.var_dir, self.account)
        self.data = self.home / "data"
        self.server = self.program.reachable(self.account, self.home)
        self.socket = homes.socket_folder(self.var_dir)
        if self.socket.is_relative_to(self.var_dir):
            self.socket = self.home / "run"
        else:
            homes.own_folder(self.socket, self.account)

    def _bring_up(self):
        """Make the cluster, start the server and wait for it: as much of this as is needed."""
        if not self.data.exists():
            self._create()
        self._check_version()
        starts, deadline = 0, time.monotonic() + START_SECONDS
        while not self._ready():
            if not self._starting() and not self.alive():
                if starts == STARTS:
                    self._give_up()
                starts += 1
                self._start()
            if time.monotonic() > deadline:
                self._give_up()
            time.sleep(0.1)

    def _give_up(self):
        logs = self.home / "log"
        raise Unfit(f"PostgreSQL không chạy: {reason(logs / 'start.log')} (chi tiết: {logs})")

    def _create(self):
        """Built aside and renamed when whole, so that no half-made cluster is ever served."""
        say("Đang tạo cơ sở dữ liệu …", sys.stderr)
        draft = self.home / "data.new"
        if draft.exists():
            shutil.rmtree(draft)
        log = self.home / "log" / "initdb.log"
        initdb = [self.server.bin / "initdb", "-D", draft, "-U", "postgres", "--auth=trust"]
        initdb += ["--encoding=UTF8", "--data-checksums", *self.program.locale]
        initdb += [] if self.durable else ["--no-sync"]
        self._run("Không tạo được cơ sở dữ liệu", initdb, log)
        with open_private(draft / "postgresql.conf") as file:
            told = settings_for(memory_of_machine())
            file.write((told if self.durable else told + CARELESS).encode())
        single = [self.server.bin / "postgres", "--single", "-c", "exit_on_error=on"]
        single += ["-D", draft, "postgres"]
        self._run("Không tạo được cơ sở dữ liệu", single, log, input=BOOTSTRAP.encode())
        draft.rename(self.data)

    def _run(self, what: str, argv: list, log: Path, **options):
        run_step(what, argv, log, stdout=subprocess.DEVNULL, **options, **self._as_account())

    def _as_account(self) -> dict:
        """How subprocess runs the server's programs: as its account, in its folder.

        Without PGDATA, PGPORT, LC_ALL and their like, which PostgreSQL would heed.
        """
        environment = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}
        options = {"cwd": self.home, "env": environment, "umask": 0o077}
        return options | accounts.options(self.account)

    def _check_version(self):
        found = (self.data / "PG_VERSION").read_text().strip()
        if found != self.program.major:
            raise Unfit(
                f"Dữ liệu ở {self.data} thuộc PostgreSQL {found}, chương trình là "
                f"{self.program.major}: hãy xuất bằng bản cũ rồi nhập lại; chưa có gì bị thay đổi."
            )

    def _start(self):
        homes.end_processes(self.data)
        # Nothing of ours is alive; a killed server that nobody has reaped would be taken for one.
        for lock in (self.data / "postmaster.pid", self.socket / ".s.PGSQL.5432.lock"):
            lock.unlink(missing_ok=True)
        argv = [self.server.bin / "postgres", "-D", self.data, "-k", self.socket]
        with open_private(self.home / "log" / "start.log", "wb") as log:
            self._process = subprocess.Popen(  # noqa: S603
                argv,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C in our terminal is not meant for it
                **self._as_account(),
            )

    def _starting(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _ready(self) -> bool:
        argv = [self.server.bin / "pg_isready", "-q", "-h", self.socket, "-U", NAME, "-d", NAME]
        done = subprocess.run(argv, check=False, **self._as_account())  # noqa: S603
        return done.returncode == 0

    def _postmaster(self) -> int | None:
        """The number of the running server process, trusted only when it works in our data."""
        with suppress(OSError, ValueError, IndexError):
            pid = int((self.data / "postmaster.pid").read_text().splitlines()[0])
            return pid if homes.works_in(self.data, pid) else None
        return None

    def _stop(self):
        pid = self._postmaster() or (self._process.pid if self._starting() else None)
        if pid is None:
            return
        os.kill(pid, signal.SIGINT)  # "fast": ends the sessions, then writes everything out
        deadline = time.monotonic() + STOP_SECONDS
        while homes.server_processes(self.data) and time.monotonic() < deadline:
            time.sleep(0.02)
        homes.end_processes(self.data)
        if self._process:
            self._process.wait()
