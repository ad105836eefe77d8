"""Players without a sound device."""

import pytest

from timeline_studio.timeline.model import Timeline


class NoDevice:
    """What playback does on a computer without sound, without looking for a device."""

    status = ""

    def __init__(self, *_arguments: object) -> None:
        """Nothing to open."""

    def start(self, _timeline: Timeline, _time: int, *, backwards: bool = False) -> bool:
        return False

    def change(self, _timeline: Timeline) -> None:
        """Nothing is heard."""

    def seconds_played(self) -> float | None:
        return None

    def stop(self) -> None:
        """Nothing is heard."""

    def close(self) -> None:
        """Nothing was opened."""


@pytest.fixture(autouse=True)
def no_device(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline_studio.ui.deliver.film_player.SoundOutput", NoDevice)
