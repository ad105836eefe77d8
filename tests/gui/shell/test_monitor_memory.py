"""How the monitor is set is remembered from one start to the next."""

from timeline_studio.settings import Preferences
from timeline_studio.ui.background import BackgroundTasks


def test_quality_and_switches_come_back(open_window, preferences: Preferences, tasks) -> None:
    window = open_window()
    window.panels.monitor.switches.choose_quality("quarter")
    window.panels.monitor.switches.loop.trigger()
    assert tasks.wait_idle()
    window.close()

    again = open_window().panels.monitor

    assert again.switches.quality == "quarter"
    assert again.head.quality.text() == "Quarter"
    assert again.playback.quality.share == 0.25
    assert again.playback.looping.is_on


def test_what_cannot_be_read_changes_nothing(
    open_window, preferences: Preferences, tasks: BackgroundTasks
) -> None:
    preferences.set("monitor", {"quality": "finest", "loop": "yes"})

    monitor = open_window().panels.monitor

    assert monitor.switches.quality == "auto"
    assert not monitor.playback.looping.is_on
