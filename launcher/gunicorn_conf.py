"""How gunicorn serves the portal under `make run`."""

from launcher.process import die_with_parent

workers = 2
worker_class = "gthread"
threads = 4
preload_app = True  # read once, before the workers are forked
timeout = 60
graceful_timeout = 8
keepalive = 5
control_socket_disable = True


def post_fork(server, worker):
    """A worker whose master was killed must not go on holding the port."""
    die_with_parent(parent=server.pid)
