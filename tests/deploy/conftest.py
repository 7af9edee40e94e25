"""Debian's nginx with the files of deploy/nginx, in front of a stand-in for the portal.

What an administrator replaces (domain, folders, certificate) is replaced here, too, and the ports.
"""

import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections import namedtuple
from pathlib import Path

import pytest

from launcher.process import bound_child
from tests.deploy.origin import Origin

DEPLOY = Path(__file__).parents[2] / "deploy" / "nginx"
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
MAIN = """
{user}
load_module {brotli};
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 2048; }}
http {{
    include /etc/nginx/mime.types;
    sendfile on;
    tcp_nopush on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    include {folder}/portal.conf;
}}
"""
Answer = namedtuple("Answer", "status headers body")


def free_port(family=socket.AF_INET, host="127.0.0.1"):
    with socket.create_server((host, 0), family=family) as server:
        return server.getsockname()[1]


def has_ipv6():
    try:
        return bool(free_port(socket.AF_INET6, "::1"))
    except OSError:
        return False


class Proxy:
    def __init__(self, folder: Path, origin: Origin):
        self.folder = folder
        self.origin = origin
        self.ipv6 = has_ipv6()
        self.http, self.https = free_port(), free_port()
        self.https6 = free_port(socket.AF_INET6, "::1") if self.ipv6 else None
        self.context = ssl.create_default_context()
        self.context.check_hostname = False
        self.context.verify_mode = ssl.CERT_NONE  # the certificate is made for this test

    def prepare(self):
        for name in ("var/static", "var/media", "cache"):
            (self.folder / name).mkdir(parents=True)
        shutil.copytree(DEPLOY, self.folder / "portal")
        for path in self.folder.glob("portal/*.conf"):
            path.write_text(self.replaced(path.read_text()))
        shutil.copy(self.folder / "portal/portal.conf", self.folder)
        user = "user root;" if os.geteuid() == 0 else ""
        text = MAIN.format(user=user, brotli=BROTLI, folder=self.folder)
        (self.folder / "nginx.conf").write_text(text)
        self.make_certificate()

    def replaced(self, text):
        listen = "" if self.ipv6 else "# "
        for old, new in {
            "/etc/letsencrypt/live/portal.example": self.folder,
            "/etc/nginx/portal": self.folder / "portal",
            "/srv/portal/var": self.folder / "var",
            "/var/cache/nginx": self.folder / "cache",
            "/var/log/nginx": self.folder,
            "127.0.0.1:8000": f"127.0.0.1:{self.origin.port}",
            "listen 80;": f"listen 127.0.0.1:{self.http};",
            "listen [::]:80;": "",
            "listen 443": f"listen 127.0.0.1:{self.https}",
            "listen [::]:443": f"{listen}listen [::1]:{self.https6}",
            " buffer=64k flush=5s": "",
            "proxy_cache_valid 200 1m;": "proxy_cache_valid 200 1s;",
        }.items():
            text = text.replace(old, str(new))
        return text

    def make_certificate(self):
        argv = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
        argv += f" -subj /CN=portal.example -keyout {self.folder}/privkey.pem"
        argv += f" -out {self.folder}/fullchain.pem"
        subprocess.run(argv.split(), check=True, capture_output=True)

    def start(self):
        argv = [NGINX, "-p", self.folder, "-c", self.folder / "nginx.conf"]
        argv += ["-e", self.folder / "error.log"]
        self.process = subprocess.Popen(argv, preexec_fn=bound_child())
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.https), 1).close()
                return
            except OSError:
                assert self.process.poll() is None, (self.folder / "error.log").read_text()
                time.sleep(0.05)
        pytest.fail("nginx does not answer")

    def stop(self):
        self.process.terminate()
        self.process.wait(10)

    def connect(self, host="127.0.0.1", port=None):
        return http.client.HTTPSConnection(
            host, port or self.https, context=self.context, timeout=30
        )

    def ask(self, path, method="GET", body=None, connection=None, **headers):
        """The Answer; `accept_encoding="br"` is the header Accept-Encoding."""
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = connection or self.connect()
        skip = {"skip_accept_encoding": True, "skip_host": True}
        connection.putrequest(method, path, **skip)
        for name, value in ({"Host": "portal.example"} | names).items():
            connection.putheader(name, value)
        connection.putheader("Content-Length", str(len(body or b"")))
        connection.endheaders(body)
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """One nginx for the tests of a file."""
    if not (NGINX and BROTLI.exists() and shutil.which("openssl")):
        reason = "apt-get install nginx libnginx-mod-http-brotli-static openssl"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    origin = Origin()
    origin.start()
    proxy = Proxy(tmp_path_factory.mktemp("nginx"), origin)
    proxy.prepare()
    proxy.start()
    yield proxy
    proxy.stop()
    origin.stop()


@pytest.fixture
def proxy(running):
    """It, with an origin that has forgotten the test before; each test asks paths of its own."""
    running.origin.forget()
    return running


@pytest.fixture
def origin(proxy):
    return proxy.origin


@pytest.fixture
def path(request):
    """An address that no other test asks for."""
    return "/" + re.sub(r"[^a-z]+", "-", request.node.name) + "/"
