"""Timeline and source: a tab each, or in a wide window side by side."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton

from timeline_studio.timeline.time import frame_start
from timeline_studio.ui.monitor.source import Material

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def source(panel, footage, make_clip, make_timeline):
    """Footage that is opened beside the timeline."""

    def opened() -> None:
        timeline = make_timeline(make_clip(footage, "source"), with_sound=False)
        panel.source.open(Material(1, timeline, timeline.tracks[0].items[0], None))

    return opened


def seen(panel) -> tuple[bool, bool]:
    main, other = panel.viewers
    return main.isVisible(), other.isVisible()


def test_in_a_narrow_window_each_has_a_tab(qtbot, panel, source):
    panel.resize(1400, 500)
    source()
    assert seen(panel) == (False, True)
    panel.show_timeline()
    assert seen(panel) == (True, False)


def test_in_a_wide_window_opening_a_source_shows_both(qtbot, panel, source):
    panel.resize(1700, 500)
    assert seen(panel) == (True, False)

    source()

    qtbot.waitUntil(lambda: seen(panel) == (True, True))
    assert panel.shows_source
    main, other = panel.viewers
    assert main.geometry().right() < other.geometry().left()
    assert abs(main.width() - other.width()) <= 1
    panel.resize(1200, 500)
    qtbot.waitUntil(lambda: seen(panel) == (False, True))


def test_a_press_in_one_makes_the_keys_its_own(qtbot, panel, source, document):
    panel.resize(1700, 500)
    source()
    main, other = panel.viewers
    qtbot.waitUntil(lambda: seen(panel) == (True, True))

    qtbot.mousePress(main.view, LEFT, pos=QPoint(50, 50))
    assert not panel.shows_source
    panel.transport_actions["frame_forward"].trigger()
    assert (document.playhead, panel.source.document.playhead) == (frame_start(1, 30), 0)

    button = other.bar.findChild(QToolButton, "frame_forward_button")
    qtbot.mouseClick(button, LEFT)
    assert panel.shows_source
    assert panel.source.document.playhead == frame_start(1, 30)
    assert document.playhead == frame_start(1, 30)


def test_scopes_follow_what_the_keys_are_for(qtbot, panel, source):
    shown = []
    panel.shown.connect(shown.append)
    panel.resize(1700, 500)
    source()
    main, other = panel.viewers
    qtbot.waitUntil(lambda: other.latest is not None and main.latest is not None)
    qtbot.waitUntil(lambda: shown[-1:] == [other.latest])

    panel.show_timeline()

    assert shown[-1] is main.latest
