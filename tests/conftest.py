"""Starts the embedded PostgreSQL for the tests, unless DATABASE_URL names another server.

The cluster stands beside the developer's own, in `var/test`, and trades safety for speed.
"""

import os
from contextlib import ExitStack

import environ
from django.conf import settings

from launcher import process
from launcher.postgres import Cluster
from tests.fixtures import *  # noqa: F403


def pytest_configure(config):
    if os.environ.get("DATABASE_URL"):
        return
    process.stop_on_signals()
    stack = ExitStack()
    config.add_cleanup(stack.close)
    cluster = stack.enter_context(Cluster(settings.VAR_DIR / "test", durable=False).using())
    settings.DATABASES["default"].update(environ.Env.db_url_config(cluster.url))
