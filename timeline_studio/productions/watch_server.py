"""Serves a folder to the browsers of this computer, and to nobody else."""

import logging
import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

_log = logging.getLogger(__name__)
_LOOPBACK = "127.0.0.1"


def serve_folder(folder: Path, port: int = 0) -> tuple[str, ThreadingHTTPServer]:
    """(the folder's URL, ending in `/`; the server). Port 0 takes a free one.

    It runs in a thread of its own until `server.shutdown()` and `server.server_close()`.
    Raises OSError when the port is taken.
    """
    root = folder.resolve()
    server = ThreadingHTTPServer((_LOOPBACK, port), partial(_FolderHandler, directory=str(root)))
    server.daemon_threads = True
    serve = partial(server.serve_forever, poll_interval=0.1)
    threading.Thread(target=serve, name="watch server", daemon=True).start()
    return f"http://{_LOOPBACK}:{server.server_address[1]}/", server


class _FolderHandler(SimpleHTTPRequestHandler):
    """GET and HEAD of files below the folder; no listings, no way out through links."""

    protocol_version = "HTTP/1.1"
    # explicit, because the platform's own table may say video/vnd.dlna.mpeg-tts or text/plain
    extensions_map: dict[str, str] = {  # noqa: RUF012 - the overridden attribute
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".jpg": "image/jpeg",
        ".js": "text/javascript; charset=utf-8",
        ".m3u8": "application/vnd.apple.mpegurl",
        ".m4s": "video/iso.segment",
        ".mp4": "video/mp4",
        ".ts": "video/mp2t",
        ".txt": "text/plain; charset=utf-8",
        ".vtt": "text/vtt; charset=utf-8",
        "": "application/octet-stream",
    }

    def send_head(self) -> Any:
        host = self.headers.get("Host", "").partition(":")[0]
        if host not in {_LOOPBACK, "localhost"}:
            # a page of another site whose name was pointed at this computer
            self.send_error(HTTPStatus.FORBIDDEN)
            return None
        path = Path(self.translate_path(self.path))
        if not path.resolve().is_relative_to(Path(self.directory)):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def list_directory(self, path: Any) -> None:  # noqa: ARG002 - the overridden signature
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the overridden name
        _log.debug(format, *args)
