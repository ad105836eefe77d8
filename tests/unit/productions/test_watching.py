"""The watch page, the feed's page and the server of both."""

import http.client
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline_studio.errors import StudioError
from timeline_studio.productions import (
    Served,
    WatchSource,
    WatchText,
    feed_page,
    folder_answer,
    serve_paths,
    watch_assets,
    watch_page,
)
from timeline_studio.settings import resource
from timeline_studio.storage import ObjectNotFound, StorageError, StorageUnreachable

EVIL = '"></script><script>alert(1)</script>'


def test_nothing_that_users_write_can_break_out_of_the_page() -> None:
    source = WatchSource(EVIL, EVIL, EVIL)
    text = WatchText(EVIL, EVIL, EVIL)
    page = watch_page(text, [source], chapters_url=EVIL, feed_url=EVIL, assets=EVIL)
    plain = watch_page(WatchText("x"), [WatchSource("a", "a.m3u8")])
    assert page.count("<script") == plain.count("<script") == 4
    assert "<b>" not in watch_page(WatchText("<b>“A & B”</b> $title"), [source])
    assert EVIL not in feed_page(EVIL, assets=EVIL)
    listed = re.search(r'id="sources">(.*?)</script>', page)
    assert listed
    assert json.loads(listed[1])[0]["playlist"] == EVIL


def test_what_there_is_nothing_of_is_not_shown() -> None:
    one, two = WatchSource("Landscape", "l.m3u8"), WatchSource("Portrait", "p.m3u8", "p.jpg")
    page = watch_page(WatchText("x"), [one])
    assert '<fieldset id="picture" hidden>' in page
    assert '<a id="back" href="" hidden>' in page
    assert "<track" not in page
    page = watch_page(WatchText("x"), [one, two], chapters_url="c.vtt", feed_url="../")
    assert '<fieldset id="picture">' in page
    assert page.count('type="radio"') == 2
    assert '<a id="back" href="../">' in page
    assert '<track kind="chapters" src="c.vtt">' in page
    with pytest.raises(ValueError, match="playlist"):
        watch_page(WatchText("x"), [])


def test_pages_ask_nothing_of_other_servers_and_run_nothing_inline() -> None:
    own = [a.read_text() for a in watch_assets() if a.name != "hls.min.js" and a.suffix == ".js"]
    pages = [watch_page(WatchText("x"), [WatchSource("a", "a.m3u8")]), feed_page("x")]
    for text in (*own, *pages):
        assert "://" not in text
    for page in pages:
        assert "default-src 'none'" in page
        assert "unsafe" not in page
        assert not re.search(r"\s(on\w+|style)=", page)


def test_every_script_and_style_is_shipped_with_the_pages() -> None:
    shipped = {asset.name for asset in watch_assets()}
    pages = [watch_page(WatchText("x"), [WatchSource("a", "a.m3u8")]), feed_page("x")]
    named = {name for page in pages for name in re.findall(r'(?:src|href)="([^"]+)"', page)}
    imported = {
        name
        for asset in watch_assets()
        if asset.suffix == ".js" and asset.name != "hls.min.js"
        for name in re.findall(r'from "\./([^"]+)"', asset.read_text())
    }
    assert named | imported <= shipped
    there = {path.name for path in resource("watch").iterdir()}
    assert there == shipped | {"watch.html", "feed.html"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "site"
    (made / "sub").mkdir(parents=True)
    (made / "index.html").write_text("<h1>Film</h1>")
    for name in ("a.m3u8", "a.ts", "a.m4s", "a.vtt", "a.jpg", "a.js", "a.json", "a.unknown"):
        (made / name).write_bytes(b"0123456789")
    (made / "empty.ts").write_bytes(b"")
    return made


@pytest.fixture
def port(folder: Path) -> Iterator[int]:
    with serve_paths(folder_answer(folder)) as url:
        yield port_of(url)


def port_of(url: str) -> int:
    return int(url.rpartition(":")[2].strip("/"))


def ask(
    port: int, path: str, method: str = "GET", **headers: str
) -> tuple[int, http.client.HTTPMessage, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers=named)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, response.headers, body


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.m3u8", "application/vnd.apple.mpegurl"),
        ("a.ts", "video/mp2t"),
        ("a.m4s", "video/mp4"),
        ("a.vtt", "text/vtt"),
        ("a.jpg", "image/jpeg"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.json", "application/json"),
        ("a.unknown", "application/octet-stream"),
    ],
)
def test_files_have_the_types_that_players_expect(port: int, name: str, kind: str) -> None:
    status, headers, body = ask(port, f"/{name}?x=1")
    assert (status, headers["Content-Type"], body) == (200, kind, b"0123456789")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert ask(port, f"/{name}", "HEAD")[2] == b""


@pytest.mark.parametrize(
    ("asked", "status", "told", "body"),
    [
        ("bytes=2-4", 206, "bytes 2-4/10", b"234"),
        ("bytes=7-", 206, "bytes 7-9/10", b"789"),
        ("bytes=-2", 206, "bytes 8-9/10", b"89"),
        ("bytes=8-99", 206, "bytes 8-9/10", b"89"),
        ("bytes=-99", 200, None, b"0123456789"),
        ("bytes=10-", 416, "bytes */10", b""),
        ("bytes=4-2", 416, "bytes */10", b""),
        ("bytes=0-1,4-5", 200, None, b"0123456789"),
        ("bytes=-", 200, None, b"0123456789"),
        ("pages=1-2", 200, None, b"0123456789"),
    ],
)
def test_ranges_are_answered(
    port: int, asked: str, status: int, told: str | None, body: bytes
) -> None:
    found = ask(port, "/a.ts", Range=asked)
    assert (found[0], found[1]["Content-Range"], found[2]) == (status, told, body)


def test_an_empty_file_is_served_whole(port: int) -> None:
    assert ask(port, "/empty.ts")[::2] == (200, b"")


def test_what_the_browser_has_already_is_not_sent_again(port: int, folder: Path) -> None:
    etag = ask(port, "/a.ts")[1]["ETag"]
    status, _, body = ask(port, "/a.ts", If_None_Match=etag)
    assert (status, body) == (304, b"")
    (folder / "a.ts").write_bytes(b"changed")
    assert ask(port, "/a.ts", If_None_Match=etag)[::2] == (200, b"changed")


def test_the_folder_opens_as_its_page(port: int) -> None:
    assert ask(port, "/")[2] == b"<h1>Film</h1>"


@pytest.mark.parametrize(
    "path",
    [
        *("/../secret", "/%2e%2e/secret", "/..%2fsecret", "//../secret", "/link", "/sub/", "/sub"),
        *("/none", "/%00", "//etc/passwd", "/a.ts/b"),
    ],
)
def test_nothing_outside_is_served_and_nothing_is_listed(
    port: int, folder: Path, path: str
) -> None:
    (folder.parent / "secret").write_bytes(b"secret")
    (folder / "link").symlink_to(folder.parent / "secret")
    status, _, body = ask(port, path)
    assert status == 404
    assert b"secret" not in body.replace(path.encode(), b"")


def test_pages_of_other_sites_are_refused(port: int) -> None:
    assert ask(port, "/", Host="evil.example")[0] == 403
    assert ask(port, "/", "HEAD", Host=f"evil.example:{port}")[0] == 403
    assert ask(port, "/", Host=f"localhost:{port}")[0] == 200


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (ObjectNotFound("none"), 404),
        (StorageError("no key"), 404),
        (StorageUnreachable("offline"), 503),
        (StudioError("the database is locked"), 500),
    ],
)
def test_a_store_that_refuses_becomes_a_status(error: StudioError, status: int) -> None:
    def refuse(_path: str) -> Served | None:
        raise error

    with serve_paths(refuse) as url:
        assert ask(port_of(url), "/x")[0] == status


def test_only_this_computer_is_served_and_only_while_it_is_asked_for() -> None:
    with serve_paths(lambda path: Served("text/plain", path.encode())) as url:
        assert url.startswith("http://127.0.0.1:")
        assert ask(port_of(url), "/%C3%A4")[2] == "ä".encode()
    with pytest.raises(ConnectionRefusedError):
        ask(port_of(url), "/")
