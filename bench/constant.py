"""A view that answers a constant: the portal's settings and middleware, nothing of its work.

BENCH_CONSTANT names the file with the bytes; as the settings of a process this module is the
portal's with these addresses.
"""

import os
from pathlib import Path

from django.http import HttpResponse
from django.urls import re_path

from tuyengiao.settings import *  # noqa: F403

ROOT_URLCONF = "bench.constant"
BODY = Path(os.environ["BENCH_CONSTANT"]).read_bytes()


def constant(request):
    return HttpResponse(BODY, headers={"Cache-Control": "public, s-maxage=600"})


urlpatterns = [re_path("", constant)]  # every address
