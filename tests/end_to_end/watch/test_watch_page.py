"""The watch page in a real Chromium, driven over its debugging pipe."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from media_factory import stamped_video
from timeline_studio.productions import (
    WatchSource,
    build_job_settings,
    load_profile,
    output_prefix,
    serve_folder,
    transcode,
    verify_outputs,
    write_watch_page,
)
from timeline_studio.settings import profiles_dir
from timeline_studio.storage import LocalFolderStore

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
    "--mute-audio",
    "--remote-debugging-pipe",
]
_DEADLINE_SECONDS = 40
_WHERE = ("2026-11/21", "asset", "01JD0000000000000000000000")

# Chromium expects the pipes there; first out of the way, where one may be in the other's place.
_AT_3_AND_4 = """
import os, sys
from fcntl import F_DUPFD, fcntl
commands, answers = (fcntl(int(end), F_DUPFD, 10) for end in sys.argv[1:3])
os.dup2(commands, 3)
os.dup2(answers, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""

pytestmark = pytest.mark.skipif(_CHROMIUM is None, reason="Chromium is not installed")


class Browser:
    """One page of a headless Chromium; commands go to descriptor 3, answers come from 4."""

    def __init__(self, profile: Path) -> None:
        commands_out, self._commands = os.pipe()
        answers, answers_in = os.pipe()
        chromium = [_CHROMIUM or "", *_FLAGS, f"--user-data-dir={profile}", "about:blank"]
        ends = [str(commands_out), str(answers_in)]
        self._process = subprocess.Popen(
            [sys.executable, "-c", _AT_3_AND_4, *ends, *chromium],
            pass_fds=(commands_out, answers_in),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(commands_out)
        os.close(answers_in)
        self._answers = os.fdopen(answers, "rb")
        self._next = 0
        self.requests: list[str] = []
        targets = self._call("Target.getTargets", session=None)["targetInfos"]
        page = next(target for target in targets if target["type"] == "page")
        attached = self._call(
            "Target.attachToTarget", session=None, targetId=page["targetId"], flatten=True
        )
        self._session: str = attached["sessionId"]
        self._call("Network.enable")

    def open(self, url: str) -> None:
        self._call("Page.navigate", url=url)

    def value(self, expression: str) -> Any:
        answer = self._call("Runtime.evaluate", expression=expression, returnByValue=True)
        return answer["result"].get("value")

    def press(self, key: str, code: int) -> None:
        for kind in ("keyDown", "keyUp"):
            self._call(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code
            )

    def wait_for(self, expression: str) -> None:
        deadline = time.monotonic() + _DEADLINE_SECONDS
        while not self.value(expression):
            state = self.value("document.body.dataset.state + ': ' + status.textContent")
            assert time.monotonic() < deadline, f"never: {expression} ({state})"
            time.sleep(0.05)

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(20)
        self._answers.close()
        os.close(self._commands)

    def _call(self, method: str, session: str | None = "page", **params: Any) -> dict[str, Any]:
        self._next += 1
        message = {"id": self._next, "method": method, "params": params}
        if session is not None:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = json.loads(self._read())
            if answer.get("method") == "Network.requestWillBeSent":
                self.requests.append(answer["params"]["request"]["url"])
            if answer.get("id") == self._next:
                assert "error" not in answer, answer
                return answer["result"]

    def _read(self) -> bytes:
        data = bytearray()
        while (byte := self._answers.read(1)) != b"\0":
            assert byte, "Chromium has ended"
            data += byte
        return bytes(data)


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    opened = Browser(tmp_path / "browser")
    yield opened
    opened.close()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A production of both shapes with its page, served on this computer."""
    root = tmp_path / "store"
    media, output = LocalFolderStore(root, "media"), LocalFolderStore(root, "output")
    source = stamped_video(
        tmp_path / "video.mp4", frames=75, rate=25, size=(640, 360), clicks_at=[1.0]
    )
    media.put_file("videos/video.mp4", source)
    date, asset, ulid = _WHERE
    settings = build_job_settings(
        load_profile("hls-both", profiles_dir()),
        input_uri=media.uri("videos/video.mp4"),
        output_bucket="output",
        date=date,
        asset_id=asset,
        production_ulid=ulid,
    )
    transcode(
        settings,
        {"media": media, "output": output},
        work_dir=tmp_path / "work",
        progress=lambda *_: None,
    )
    prefix = output_prefix(*_WHERE)
    found = verify_outputs(output, prefix)
    folder = root / "output" / prefix
    pairs = zip(found.playlists, found.posters, strict=True)
    write_watch_page(
        folder,
        "Surf & “sun” </script>",
        [
            WatchSource(key.split("/")[-2], key.removeprefix(prefix), poster.removeprefix(prefix))
            for key, poster in pairs
        ],
    )
    url, server = serve_folder(folder)
    yield url
    server.shutdown()
    server.server_close()


def test_both_pictures_play_and_nothing_is_asked_of_other_servers(
    browser: Browser, site: str
) -> None:
    browser.open(site)
    browser.wait_for("document.title.includes('</script>')")
    browser.wait_for("document.body.dataset.state === 'ready'")
    browser.value("video.play().then(() => true)")
    browser.wait_for("video.currentTime > 0.3 && video.videoWidth > video.videoHeight")

    browser.value("document.querySelector('input[name=source]').focus()")
    browser.press("ArrowRight", 39)
    browser.wait_for("video.currentTime > 0.3 && video.videoWidth < video.videoHeight")

    assert browser.value("player.levels.length") >= 2
    browser.value("quality.value = '0'; quality.dispatchEvent(new Event('change'))")
    browser.wait_for("player.currentLevel === 0")
    browser.wait_for("video.ended")
    assert browser.value("Math.abs(video.duration - 3) < 0.1")
    assert {
        url for url in browser.requests if not url.startswith((site, "data:", "blob:"))
    } == set()


def test_a_playlist_that_is_gone_is_told_in_words(browser: Browser, tmp_path: Path) -> None:
    folder = tmp_path / "page"
    write_watch_page(folder, "Gone", [WatchSource("landscape", "gone.m3u8")])
    url, server = serve_folder(folder)
    try:
        browser.open(url)
        browser.wait_for("document.body.dataset.state === 'failed'")
        assert "gone.m3u8" in browser.value("status.textContent")
    finally:
        server.shutdown()
        server.server_close()
