"""A file that is called a film and names other files, or hosts, reads none of them."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from media_factory import stamped_video, still_png
from timeline_studio.media import MediaError, probe

SECRET = "the neighbour's film.mp4"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    folder = tmp_path / "neighbour"
    folder.mkdir()
    return stamped_video(folder / SECRET, frames=5, rate=25, size=(64, 64))


@pytest.fixture
def listener() -> Iterator[tuple[int, list[object]]]:
    """A port, and who came."""
    came: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)

        def listen() -> None:
            while not over.is_set():
                try:
                    connection, address = server.accept()
                except TimeoutError:
                    continue
                connection.close()
                came.append(address)

        over = threading.Event()
        thread = threading.Thread(target=listen)
        thread.start()
        yield server.getsockname()[1], came
        over.set()
        thread.join()


def documents(secret: Path, port: int) -> dict[str, str]:
    web = f"http://127.0.0.1:{port}/film.mp4"
    return {
        "a playlist": f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{secret}\n#EXT-X-ENDLIST\n",
        "a playlist of a host": f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{web}\n",
        "a key of a host": (
            f'#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="{web}"\n#EXTINF:1,\nfile:{secret}\n'
        ),
        "a list of files": f"ffconcat version 1.0\nfile '{secret}'\n",
        "a list of hosts": f"ffconcat version 1.0\nfile '{web}'\n",
        "a session": f"v=0\no=- 0 0 IN IP4 127.0.0.1\nm=video {port} RTP/AVP 96\n",
        "a manifest": (
            '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static">'
            f"<Period><AdaptationSet><Representation><BaseURL>{web}</BaseURL>"
            "</Representation></AdaptationSet></Period></MPD>"
        ),
        "a drawing": (
            f'<svg xmlns="http://www.w3.org/2000/svg"><image href="file://{secret}"/>'
            f'<image href="{web}"/></svg>'
        ),
        "a page": f'<html><video src="{web}"></video></html>',
        "a script": f"AVISource('{secret}')",
        "a command": f"$(cat {secret})",
    }


ENDINGS = ("mp4", "mov", "ts", "m3u8", "txt", "svg", "png", "avs", "wav", "ffconcat", "sdp", "mpd")


@pytest.mark.parametrize("kind", documents(Path("x"), 1))
def test_a_document_is_no_film_whatever_it_is_called(
    tmp_path: Path, secret: Path, listener: tuple[int, list[object]], kind: str
) -> None:
    port, came = listener
    for ending in ENDINGS:
        path = tmp_path / f"film.{ending}"
        path.write_text(documents(secret, port)[kind], encoding="utf-8")
        with pytest.raises(MediaError, match=r"film\."):
            probe(path)
    assert came == []


@pytest.mark.parametrize(
    "name",
    [
        "concat:{secret}|{secret}",
        "subfile,,start,0,end,0,,:{secret}",
        "file:{secret}",
        "crypto:{secret}",
        "cache:{secret}",
        "async:{secret}",
        "data:video/mp4;base64,AAAA",
        "pipe:0",
        "lavfi:testsrc",
    ],
)
def test_a_name_is_no_protocol(tmp_path: Path, secret: Path, name: str) -> None:
    path = tmp_path / name.format(secret=secret)
    with pytest.raises(MediaError):
        probe(path)


def test_a_name_with_a_number_is_no_pattern(tmp_path: Path) -> None:
    still_png(tmp_path / "shot001.png", (64, 64))
    for name in ("shot%03d.png", "shot*.png", "shot00[0-9].png", "shot%d.png"):
        with pytest.raises(MediaError):
            probe(tmp_path / name)
