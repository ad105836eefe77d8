"""Words and marks stay readable on every surface that they may lie on."""

import pytest
from PySide6.QtGui import QColor

from timeline_studio.ui.theme import Theme

SURFACES = ("bg0", "bg1", "bg2", "bg3")
LEAST_ON_SURFACES = {  # in the dark theme, in the light one
    "t1": (11.4, 12.7),
    "t2": (6.2, 6.8),
    "t3": (4.7, 4.7),
    "accent": (5.2, 4.8),
    "ok": (6.8, 4.9),
    "warn": (7.4, 5.3),
    "err": (5.2, 4.8),
    "ctl": (3.1, 3.3),
}


@pytest.fixture(params=["dark", "light"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return Theme.load(request.param)


def relative_luminance(color: QColor) -> float:
    """WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue, _ = color.getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((relative_luminance(one), relative_luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("token", LEAST_ON_SURFACES)
def test_words_are_readable_on_every_surface(theme: Theme, token: str) -> None:
    worst = min(contrast(theme.color(token), theme.color(on)) for on in SURFACES)
    dark, light = LEAST_ON_SURFACES[token]
    assert worst >= (dark if theme.is_dark else light) - 0.05


def test_words_on_filled_buttons_and_error_rows(theme: Theme) -> None:
    assert contrast(theme.color("onAccent"), theme.color("accent")) >= 6.5
    assert contrast(theme.color("err"), theme.color("errBg")) >= 5.3


def test_clip_labels_borders_and_waveforms(theme: Theme) -> None:
    for kind, colors in theme.clips.items():
        assert contrast(QColor("white"), colors.strip) >= 5.85, kind
        assert contrast(colors.border, theme.color("bg0")) >= 4.25, kind
        assert contrast(colors.border, colors.body) >= 3.95, kind


def test_playhead_snap_and_selection_show_on_every_clip(theme: Theme) -> None:
    least = {"play": 3.45, "snap": 4.45, "select": 7.45}
    for token, ratio in least.items():
        for kind, colors in theme.clips.items():
            assert contrast(theme.color(token), colors.body) >= ratio, (token, kind)


def test_both_themes_have_the_same_tokens() -> None:
    dark, light = Theme.load("dark"), Theme.load("light")
    assert dark.colors.keys() == light.colors.keys()
    assert dark.clips.keys() == light.clips.keys()
    assert all(color.isValid() for color in (*dark.colors.values(), *light.colors.values()))
