"""The theme on a real application."""

import os
import subprocess
import sys

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


def test_the_desktop_knows_the_program_by_its_name_and_icon() -> None:
    """In a process of its own: there is one application in each."""
    code = (
        "from timeline_studio.ui.application import start_application as start;"
        "from timeline_studio.ui.theme import Theme;"
        "app = start(Theme.load('dark'));"
        "print(app.desktopFileName(), app.windowIcon().pixmap(64).isNull())"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    said = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == ["timeline-studio", "False"]
