"""nginx: as it is shipped in front of the portal, and as a peer over a constant."""

import os
import shutil
from pathlib import Path

from bench import places
from bench.servers import free_port, started
from launcher.config import CHECKOUT

SHIPPED = CHECKOUT / "deploy" / "nginx"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
MAIN = """
{user}
load_module {brotli};
daemon off;
worker_processes 1;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    sendfile on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    {content}
}}
"""
# What nginx makes of a constant: from its own cache, and from a file that lies there compressed.
PEER = """
    access_log {folder}/access.log combined;
    proxy_cache_path {folder}/cache keys_zone=peer:10m;
    upstream constant {{ server 127.0.0.1:{origin}; keepalive 8; }}
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass http://constant;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $host;
            proxy_cache peer;
            proxy_cache_valid 200 10m;
        }}
        location /static/ {{ alias {folder}/static/; brotli_static on; gzip_static on; }}
    }}
"""


def nginx(name, content, port, behind=(), path="/"):
    """A running nginx with this text in its http block; {folder} and {port} are filled in."""
    folder = places.bench_dir() / name
    folder.mkdir(parents=True, exist_ok=True)
    user = "user root;" if os.geteuid() == 0 else ""
    conf = folder / "nginx.conf"
    conf.write_text(MAIN.format(user=user, brotli=BROTLI, folder=folder, content=content))
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    argv = [program, "-p", folder, "-c", conf, "-e", folder / "error.log"]
    return started(name, argv, port, log=folder / "start.log", behind=behind, path=path)


def shipped(origin, articles):
    """deploy/nginx in front of a portal: without TLS, as its peers are, and without limits."""
    port, folder = free_port(), places.bench_dir() / "nginx-shipped"
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("portal", "cache"):
        (folder / name).mkdir(parents=True)
    for path in SHIPPED.iterdir():
        text = path.read_text()
        for old, new in replacements(folder, origin.port, port, articles).items():
            text = text.replace(old, str(new))
        (folder / "portal" / path.name).write_text(text)
    include = f"include {folder}/portal/portal.conf;"
    return nginx("nginx-shipped", include, port, behind=[origin], path="/_/song/")


def replacements(folder, origin, port, articles):
    return {
        "/etc/nginx/portal": folder / "portal",
        "/var/cache/nginx": folder / "cache",
        "/var/log/nginx": folder,
        "/srv/portal/var": places.portal(articles),
        "127.0.0.1:8000": f"127.0.0.1:{origin}",
        "portal.example": "127.0.0.1",
        "    listen 80;\n    listen [::]:80;\n": f"    listen 127.0.0.1:{port + 1};\n",
        "    listen 443 ssl http2;\n    listen [::]:443 ssl http2;\n": (
            f"    listen 127.0.0.1:{port};\n"
        ),
        "    ssl_certificate": "    # ssl_certificate",
        "rate=100r/s": "rate=1000000r/s",
        "rate=10r/s": "rate=1000000r/s",
    }


def peer(origin, body: Path):
    """nginx's own proxy_cache over a constant, and the same bytes as a file below /static/."""
    port, folder = free_port(), places.bench_dir() / "nginx-peer"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "static").mkdir(parents=True)
    for end in ("", ".br"):
        shutil.copy(body, folder / "static" / f"page.html{end}")
    content = PEER.format(folder=folder, origin=origin.port, port=port)
    return nginx("nginx-peer", content, port, behind=[origin])
