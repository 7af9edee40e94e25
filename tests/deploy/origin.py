"""A portal's stand-in behind the proxy: answers what it is told to, and notes what it was asked."""

import threading
import time
from collections import namedtuple
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Asked = namedtuple("Asked", "method path headers size")

# As the portal's, in seconds that a test can wait for: fresh, shown while a new one is fetched,
# shown while the portal fails.
LIFE = "public, max-age=0, s-maxage=1, stale-if-error=4, stale-while-revalidate=2"
PAGE = {"Cache-Control": LIFE, "Vary": "Accept-Encoding", "Content-Type": "text/html"}


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 200


@dataclass
class Origin:
    status: int = 200
    body: bytes = b"first"
    headers: dict = field(default_factory=lambda: dict(PAGE))
    delay: float = 0
    asked: list = field(default_factory=list)

    port: int = 0  # any that is free, then the same again

    def start(self):
        self.server = Server(("127.0.0.1", self.port), handler(self))
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, args=[0.05], daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def forget(self):
        fresh = Origin()
        for name in ("status", "body", "headers", "delay", "asked"):
            setattr(self, name, getattr(fresh, name))

    @property
    def paths(self):
        return [asked.path for asked in self.asked]


def handler(origin):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.0"  # a connection a request: nothing outlives `stop`

        def do_GET(self):
            size = int(self.headers.get("Content-Length", 0))
            self.rfile.read(size)
            origin.asked.append(Asked(self.command, self.path, self.headers, size))
            status, headers, body = origin.status, dict(origin.headers), origin.body
            time.sleep(origin.delay)
            if headers.get("ETag") and headers["ETag"] == self.headers.get("If-None-Match"):
                status, body = 304, b""
            self.send_response(status)
            for name, value in (headers | {"Content-Length": str(len(body))}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_HEAD = do_GET  # noqa: N815 - the names that the base class calls

        def log_message(self, *words):
            """Nothing: pytest's output is for failures."""

    return Handler
