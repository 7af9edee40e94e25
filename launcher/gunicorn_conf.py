"""How gunicorn serves the portal under `make run`."""

import gc

from launcher.process import die_with_parent

# Of many threads in one process some wait for seconds when all are busy: with 2 × 4 and sixteen
# visitors at once the slowest of a hundred answers took 4 s, with 4 × 2 it takes 0.05.
workers = 4
worker_class = "gthread"
threads = 2
preload_app = True  # read once, before the workers are forked
timeout = 60
graceful_timeout = 8
keepalive = 5
control_socket_disable = True


def when_ready(server):
    """What was read before the fork stays: no worker goes through it again for garbage, nor copies
    its pages by doing so."""
    gc.collect()
    gc.freeze()


def post_fork(server, worker):
    """A worker whose master was killed must not go on holding the port."""
    die_with_parent(parent=server.pid)
