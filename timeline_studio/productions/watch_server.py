"""Serves pages and media to the browsers of this computer, and to nobody else."""

import hashlib
import logging
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from timeline_studio.errors import StudioError
from timeline_studio.productions.watch_folder import SiteError
from timeline_studio.storage import ObjectNotFound, StorageError, StorageUnreachable
from timeline_studio.storage.content_types import content_type_of

_log = logging.getLogger(__name__)
_LOOPBACK = "127.0.0.1"
_CHUNK_BYTES = 256 * 1024
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
INDEX = "index.html"


@dataclass(frozen=True)
class Served:
    """What a path answers with."""

    content_type: str
    body: bytes | Path

    def open(self) -> BinaryIO:
        return BytesIO(self.body) if isinstance(self.body, bytes) else self.body.open("rb")

    @property
    def size(self) -> int:
        return len(self.body) if isinstance(self.body, bytes) else self.body.stat().st_size

    @property
    def etag(self) -> str:
        if isinstance(self.body, bytes):
            return f'"{hashlib.sha256(self.body).hexdigest()[:32]}"'
        stat = self.body.stat()
        return f'"{stat.st_size:x}-{stat.st_mtime_ns:x}-{stat.st_ino:x}"'


Answer = Callable[[str], Served | None]
"""From a decoded path without its leading slash; None where there is nothing. It may raise
StorageError, and is called on several threads."""


@contextmanager
def serve_paths(answer: Answer, port: int = 0) -> Iterator[str]:
    """The site's URL, ending in `/`, alive until the block ends. Port 0 takes a free one.

    Raises SiteError when the port is taken.
    """
    server = _open_server(answer, port)
    serve = partial(server.serve_forever, poll_interval=0.1)
    thread = threading.Thread(target=serve, name="watch server", daemon=True)
    thread.start()
    try:
        yield f"http://{_LOOPBACK}:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _open_server(answer: Answer, port: int) -> ThreadingHTTPServer:
    try:
        server = ThreadingHTTPServer((_LOOPBACK, port), partial(_Handler, answer=answer))
    except OSError as error:
        raise SiteError(
            f"Nothing can be served at port {port} of this computer: {error.strerror}. Choose "
            "another port, or none."
        ) from error
    server.daemon_threads = True
    return server


def folder_answer(folder: Path) -> Answer:
    """The files below `folder`, with no listings and no way out through links."""
    root = folder.resolve()

    def answer(path: str) -> Served | None:
        if "\0" in path:
            return None
        wanted = root / (path + INDEX if not path or path.endswith("/") else path)
        found = wanted.resolve()
        if not found.is_relative_to(root) or not found.is_file():
            return None
        return Served(content_type_of(found.name), found)

    return answer


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "TimelineStudio"

    def __init__(self, *args: object, answer: Answer) -> None:
        self._answer = answer
        super().__init__(*args)  # type: ignore[arg-type]  # what the server gives

    def do_GET(self) -> None:
        self._serve(with_body=True)

    def do_HEAD(self) -> None:
        self._serve(with_body=False)

    def _serve(self, *, with_body: bool) -> None:
        if self.headers.get("Host", "").partition(":")[0] not in {_LOOPBACK, "localhost"}:
            # a page of another site whose name was pointed at this computer
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        try:
            served = self._answer(unquote(urlsplit(self.path).path).removeprefix("/"))
            if served is None:
                self.send_error(HTTPStatus.NOT_FOUND)
                return
            with served.open() as body:
                self._send(served, body, with_body=with_body)
        except (FileNotFoundError, ObjectNotFound):
            self.send_error(HTTPStatus.NOT_FOUND)
        except StorageUnreachable as error:
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, error)
        except StorageError:  # a path that no key can be
            self.send_error(HTTPStatus.NOT_FOUND)
        except StudioError as error:
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR, error)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the browser wants no more of it

    def _send(self, served: Served, body: BinaryIO, *, with_body: bool) -> None:
        size, etag = served.size, served.etag
        if self.headers.get("If-None-Match") == etag:
            self.send_response(HTTPStatus.NOT_MODIFIED)
            self.send_header("ETag", etag)
            self.end_headers()
            return
        start, end = self._wanted(size)
        if start > end or (start == end and size):
            self.send_response(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            self.send_header("Content-Range", f"bytes */{size}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        is_part = (start, end) != (0, size)
        self.send_response(HTTPStatus.PARTIAL_CONTENT if is_part else HTTPStatus.OK)
        if is_part:
            self.send_header("Content-Range", f"bytes {start}-{end - 1}/{size}")
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Type", served.content_type)
        self.send_header("Content-Length", str(end - start))
        self.send_header("ETag", etag)
        self.end_headers()
        if with_body:
            body.seek(start)
            self._copy(body, end - start)

    def _wanted(self, size: int) -> tuple[int, int]:
        """Bytes [start, end) of what was asked for; several ranges at once get the whole."""
        asked = _RANGE.fullmatch(self.headers.get("Range", "").replace(" ", ""))
        if asked is None or not any(asked.groups()):
            return 0, size
        first, last = asked.groups()
        if not first:
            return max(0, size - int(last)), size
        return int(first), min(size, int(last) + 1) if last else size

    def _copy(self, body: BinaryIO, count: int) -> None:
        while count and (chunk := body.read(min(count, _CHUNK_BYTES))):
            self.wfile.write(chunk)
            count -= len(chunk)

    def _refuse(self, status: HTTPStatus, error: StudioError) -> None:
        _log.warning("%s was not served: %s", self.path, error)
        self.send_error(status)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "DENY")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the overridden name
        _log.debug(format, *args)
