"""Sound on a real server with a null sink, and what happens without one."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.monitor import sound as sound_module
from timeline_studio.ui.monitor.sound import LOST_DEVICE, NO_DEVICE, NOT_READY, SoundOutput


class Silence:
    """A mixer that only counts what it gave."""

    def __init__(self) -> None:
        self.given = 0

    def samples(self, _start: int, count: int) -> np.ndarray:
        self.given += count
        return np.zeros((2, count), np.float32)

    def close(self) -> None:
        pass


class StalledSink:
    """A device that takes what it is given and never plays it."""

    def __init__(self, room: int = 8192) -> None:
        self.room = room
        self.taken = b""

    def start(self) -> "StalledSink":
        return self

    def write(self, data: bytes) -> int:
        self.taken += data
        return len(data)

    def bytesFree(self) -> int:  # noqa: N802 - Qt's name
        return self.room - len(self.taken)

    def bufferSize(self) -> int:  # noqa: N802 - Qt's name
        return self.room

    def processedUSecs(self) -> int:  # noqa: N802 - Qt's name
        return 0

    def reset(self) -> None:
        pass

    def deleteLater(self) -> None:  # noqa: N802 - Qt's name
        pass


@pytest.fixture
def output(qtbot: QtBot) -> Iterator[SoundOutput]:
    output = SoundOutput(lambda _timeline: Silence())
    yield output
    output.close()


def test_without_a_device_it_says_so(output, monkeypatch):
    monkeypatch.setattr(sound_module, "open_sink", lambda *_: None)

    assert not output.start(Timeline(), 0)

    assert output.status == NO_DEVICE
    assert output.seconds_played() is None


def test_without_the_systems_libraries_it_says_so(output, monkeypatch, caplog):
    def missing(_name: str) -> None:
        raise ImportError("libpulse.so.0: cannot open shared object file")

    monkeypatch.setattr(sound_module.importlib, "import_module", missing)

    assert not output.start(Timeline(), 0)

    assert output.status == NO_DEVICE
    assert "libpulse" in caplog.text


def test_a_device_that_stalls_is_given_up(qtbot, output, monkeypatch):
    monkeypatch.setattr(sound_module, "PATIENCE_SECONDS", 0.2)
    sink = StalledSink()
    monkeypatch.setattr(sound_module, "open_sink", lambda *_: sink)
    assert output.start(Timeline(), 0)

    qtbot.waitUntil(lambda: output.seconds_played() is None)

    assert len(sink.taken) == 8192
    assert output.status == LOST_DEVICE


def test_sound_that_is_never_ready_is_given_up(qtbot, output, monkeypatch):
    monkeypatch.setattr(sound_module, "PATIENCE_SECONDS", 0.2)
    monkeypatch.setattr(sound_module, "open_sink", lambda *_: StalledSink())
    monkeypatch.setattr(output._mixing, "take", lambda: None)
    assert output.start(Timeline(), 0)

    qtbot.waitUntil(lambda: output.seconds_played() is None)

    assert output.status == NOT_READY


# What plays in that process.
_PLAY = """
from time import monotonic
from PySide6.QtCore import QCoreApplication, QTimer
from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import from_seconds
from timeline_studio.ui.monitor.sound import SoundOutput
import numpy as np

class Silence:
    def samples(self, start, count):
        return np.zeros((2, count), np.float32)
    def close(self):
        pass

app = QCoreApplication([])
output = SoundOutput(lambda timeline: Silence())
assert output.start(Timeline(), from_seconds(1)), output.status
readings = []
def read():
    readings.append((monotonic(), output.seconds_played()))
    if (readings[-1][1] or 0) > 1 or len(readings) > 1000:
        app.quit()
timer = QTimer(interval=10)
timer.timeout.connect(read)
timer.start()
app.exec()
heard = [reading for reading in readings if reading[1]]
output.close()
(begin, first), (end, last) = heard[0], heard[-1]
print((last - first) / (end - begin), sorted(p for _, p in heard) == [p for _, p in heard])
"""


@pytest.fixture
def sound_server(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a program that hears a null sink."""
    pulseaudio = shutil.which("pulseaudio")
    if pulseaudio is None:
        pytest.skip("pulseaudio is not installed: there is no null sink to play to")
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    environment = {"XDG_RUNTIME_DIR": str(runtime), "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
    modules = [
        "module-null-sink sink_name=ci rate=48000 channels=2",
        "module-native-protocol-unix auth-anonymous=1",
    ]
    loads = [part for module in modules for part in ("-L", module)]
    server = subprocess.Popen(
        [pulseaudio, *options, *loads],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    socket = runtime / "pulse" / "native"
    deadline = monotonic() + 10
    try:
        while not socket.exists():
            assert monotonic() < deadline, "the sound server does not start"
            assert server.poll() is None, "the sound server ended"
        yield environment
    finally:
        server.terminate()
        server.wait(10)


def test_a_device_plays_at_its_own_pace(sound_server):
    """In a process of its own: Qt connects to one sound server for its whole life."""
    played = subprocess.run(
        [sys.executable, "-c", _PLAY],
        env=sound_server,
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert played.returncode == 0, played.stderr
    pace, is_in_order = played.stdout.split()
    assert float(pace) == pytest.approx(1.0, abs=0.15)
    assert is_in_order == "True"
