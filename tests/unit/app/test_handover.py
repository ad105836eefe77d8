"""A link that reaches a second start goes to the window that runs."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from timeline_studio.app.handover import LinkListener, hand_over
from timeline_studio.settings import Home

LINK = "timelinestudio://project/7"

SEND = """
import sys
from pathlib import Path
from timeline_studio.app.handover import hand_over
from timeline_studio.settings import Home
sys.exit(0 if hand_over(Home(Path(sys.argv[1])), sys.argv[2]) else 3)
"""


@pytest.fixture
def listener(home: Home) -> Iterator[LinkListener]:
    listener = LinkListener(home)
    assert listener.listen()
    yield listener
    listener.close()


def send(home: Path, link: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", SEND, str(home), link])


def test_another_process_s_link_arrives(qtbot: QtBot, listener: LinkListener, home: Home) -> None:
    with qtbot.waitSignal(listener.received, timeout=20_000) as received:
        sender = send(home.root, LINK)
    assert received.args == [LINK]
    assert sender.wait(20) == 0


def test_nobody_takes_it_where_no_window_runs(home: Home) -> None:
    assert not hand_over(home, LINK)


def test_other_homes_are_other_windows(listener: LinkListener, tmp_path: Path) -> None:
    assert not hand_over(Home(tmp_path / "other"), LINK)


def test_the_first_window_keeps_listening(listener: LinkListener, home: Home) -> None:
    second = LinkListener(home)
    assert not second.listen()


def test_a_flood_is_cut_off(qtbot: QtBot, listener: LinkListener) -> None:
    heard: list[str] = []
    listener.received.connect(heard.append)
    socket = QLocalSocket()
    socket.connectToServer(listener._name)
    assert socket.waitForConnected(2_000)
    socket.write(b"x" * 100_000)
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert heard == []


def test_the_desktop_of_macos_hands_links_over_as_an_event(
    qtbot: QtBot, listener: LinkListener
) -> None:
    with qtbot.waitSignal(listener.received) as received:
        assert listener.eventFilter(listener, QFileOpenEvent(QUrl(LINK)))
    assert received.args == [LINK]
