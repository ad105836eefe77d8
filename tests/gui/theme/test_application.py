"""The theme on a real application."""

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from timeline_studio.ui.theme import Theme, apply_theme, font, icon


@pytest.mark.parametrize("name", ["dark", "light"])
def test_palette_and_font_follow_the_tokens(qapp: QApplication, name: str) -> None:
    theme = Theme.load(name)
    apply_theme(qapp, theme)
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.color("bg1")
    assert QFontInfo(qapp.font()).family() == "Inter"
    assert qapp.font().pixelSize() == 13


def test_controls_are_28_high_and_the_primary_32(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, Theme.load("dark"))
    plain, primary = QPushButton("Import"), QPushButton("Send to HLS")
    primary.setProperty("look", "primary")
    primary.setProperty("tall", "true")
    for button in (plain, primary):
        qtbot.addWidget(button)
        button.show()
    assert plain.sizeHint().height() == 28
    assert primary.sizeHint().height() == 32


def test_every_role_has_a_face_and_every_icon_a_glyph(qapp: QApplication) -> None:
    from timeline_studio.ui.theme.icons import _GLYPHS  # noqa: PLC0415

    theme = Theme.load("dark")
    assert QFontInfo(font("timecode")).pixelSize() == 20
    for name in _GLYPHS:
        assert not icon(theme, name).pixmap(18, 18).isNull(), name
