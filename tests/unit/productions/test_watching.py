"""The watch page and its server."""

import http.client
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline_studio.productions import (
    WatchSource,
    serve_folder,
    watch_assets,
    watch_page,
    write_watch_page,
)


def test_titles_and_urls_cannot_break_out_of_the_page() -> None:
    page = watch_page(
        "<b>“A & B”</b>", [WatchSource("</label><script>", "</script><script>alert(1)", None)]
    )
    assert "<b>" not in page
    assert page.count("<script") == 3
    listed = re.search(r'id="sources">(.*?)</script>', page)
    assert listed
    assert json.loads(listed[1])[0]["playlist"] == "</script><script>alert(1)"


def test_a_choice_is_shown_only_where_there_is_one() -> None:
    one, two = WatchSource("Landscape", "l.m3u8"), WatchSource("Portrait", "p.m3u8", "p.jpg")
    assert "<fieldset hidden>" in watch_page("x", [one])
    page = watch_page("x", [one, two])
    assert "<fieldset>" in page
    assert page.count('type="radio"') == 2
    with pytest.raises(ValueError, match="playlist"):
        watch_page("x", [])


def test_the_page_asks_nothing_of_other_servers() -> None:
    own = [asset.read_text() for asset in watch_assets() if asset.name.startswith("watch.")]
    for text in (watch_page("x", [WatchSource("a", "a.m3u8")]), *own):
        assert "://" not in text.replace("http://www.w3.org", "")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    site = tmp_path / "site"
    write_watch_page(site, "Film", [WatchSource("a", "a.m3u8")])
    _, running = serve_folder(site)
    yield site, running.server_address[1]
    running.shutdown()
    running.server_close()


def ask(port: int, path: str, host: str | None = None) -> tuple[int, str | None, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Host": host} if host else {})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, response.getheader("Content-Type"), body


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.m3u8", "application/vnd.apple.mpegurl"),
        ("a.ts", "video/mp2t"),
        ("a.jpg", "image/jpeg"),
        ("watch.js", "text/javascript; charset=utf-8"),
        ("a.unknown", "application/octet-stream"),
    ],
)
def test_files_have_the_types_that_players_expect(
    server: tuple[Path, int], name: str, kind: str
) -> None:
    site, port = server
    if not (site / name).exists():
        (site / name).write_bytes(b"data")
    status, told, body = ask(port, f"/{name}?x=1")
    assert (status, told, body) == (200, kind, (site / name).read_bytes())


def test_the_folder_opens_as_the_page(server: tuple[Path, int]) -> None:
    assert b"<h1>Film</h1>" in ask(server[1], "/")[2]


@pytest.mark.parametrize(
    "path",
    ["/../secret", "/%2e%2e/secret", "/..%2fsecret", "//../secret", "/link", "/sub/", "/none"],
)
def test_nothing_outside_is_served_and_nothing_is_listed(
    server: tuple[Path, int], path: str
) -> None:
    site, port = server
    (site.parent / "secret").write_bytes(b"secret")
    (site / "sub").mkdir()
    (site / "link").symlink_to(site.parent / "secret")
    status, _, body = ask(port, path)
    assert status == 404
    assert b"secret" not in body.replace(path.encode(), b"")


def test_pages_of_other_sites_are_refused(server: tuple[Path, int]) -> None:
    assert ask(server[1], "/", host="evil.example")[0] == 403
    assert ask(server[1], "/", host="localhost:1")[0] == 200


def test_only_this_computer_is_served(tmp_path: Path) -> None:
    url, running = serve_folder(tmp_path)
    assert url.startswith("http://127.0.0.1:")
    assert running.server_address[0] == "127.0.0.1"
    running.shutdown()
    running.server_close()
