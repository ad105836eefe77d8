"""A window needs a display; only Linux can be without one."""

import pytest

from timeline_studio.app.display import DisplayError, display_name, need_display


@pytest.mark.parametrize(
    ("environ", "name"),
    [
        ({}, None),
        ({"DISPLAY": ""}, None),
        ({"DISPLAY": ":0"}, ":0"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-1"}, "wayland-1"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "offscreen"),
    ],
)
def test_linux_says_by_its_environment(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], name: str | None
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert display_name(environ) == name


def test_without_one_the_commands_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(DisplayError, match="timeline-studio --help"):
        need_display({})


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_other_systems_always_have_one(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr("sys.platform", system)
    need_display({})
    assert display_name({}) == system
