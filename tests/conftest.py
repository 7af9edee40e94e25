"""Starts the embedded PostgreSQL for the tests, unless DATABASE_URL names another server.

The cluster stands beside the developer's own, in `var/test`, and trades safety for speed.
"""

import os
from contextlib import ExitStack

import environ
import pytest
from django.conf import settings

from launcher import process
from launcher.postgres import Cluster
from tests.fixtures import *  # noqa: F403

DEMO = "tests/browser/public/"


def pytest_configure(config):
    if os.environ.get("DATABASE_URL"):
        return
    process.stop_on_signals()
    stack = ExitStack()
    config.add_cleanup(stack.close)
    cluster = stack.enter_context(Cluster(settings.VAR_DIR / "test", durable=False).using())
    settings.DATABASES["default"].update(environ.Env.db_url_config(cluster.url))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Tests of one file run in one process, those on the demo content all in one: it is loaded
    once."""
    from xdist.scheduler import LoadFileScheduling

    class Scheduling(LoadFileScheduling):
        def _split_scope(self, nodeid):
            return DEMO if nodeid.startswith(DEMO) else super()._split_scope(nodeid)

    return Scheduling(config, log)
