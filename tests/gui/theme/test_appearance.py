"""Dark, light or the system's: chosen in the menu, worn at once, and remembered."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from timeline_studio.settings import Home, Preferences
from timeline_studio.ui.elements.symbol import Symbol
from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.theme import Appearance, Theme, apply_theme, icon


@pytest.fixture(autouse=True)
def dark_again(qapp: QApplication) -> Iterator[None]:
    """All windows of these tests share one application."""
    yield
    apply_theme(qapp, Theme.load("dark"))


def test_an_icon_follows_the_theme_that_it_was_made_with(qapp: QApplication) -> None:
    theme = Theme.load("dark")
    made = icon(theme, "close")
    dark = made.pixmap(18, 18).toImage()
    theme.wear("light")
    light = made.pixmap(18, 18).toImage()
    assert ink(dark) > 200
    assert ink(light) < 60


def test_a_symbol_is_drawn_anew_and_keeps_its_meaning(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme.load("dark")
    symbol = Symbol(theme, "done", "t1")
    qtbot.addWidget(symbol)
    symbol.show()
    before = symbol.pixmap().toImage()
    theme.wear("light")
    apply_theme(qapp, theme)
    assert ink(symbol.pixmap().toImage()) < ink(before)
    assert symbol.pixmap().deviceIndependentSize().width() == 18


def test_the_menu_changes_the_whole_window_and_the_next_start_remembers(
    qapp: QApplication,
    qtbot: QtBot,
    open_window: Callable[..., MainWindow],
    preferences: Preferences,
    home: Home,
) -> None:
    window = open_window()
    assert chosen(window) == ["theme_dark"]
    choose(qtbot, window, "theme_light")
    assert chosen(window) == ["theme_light"]
    assert preferences.get("theme") == "light"
    assert qapp.palette().color(QPalette.ColorRole.Window) == Theme.load("light").color("bg1")
    shown = window.grab().toImage()
    for x, y in ((100, 300), (600, 700), (800, 40), (40, 700)):  # media, canvas, header, tracks
        assert shown.pixelColor(x, y).lightness() > 150, (x, y)
    again = Appearance(Theme.load("dark"), Preferences(home.preferences))
    assert (again.chosen, again.theme.name) == ("light", "light")


def test_system_follows_the_system_while_the_window_is_shown(
    qapp: QApplication, preferences: Preferences
) -> None:
    appearance = Appearance(Theme.load("dark"), preferences)
    appearance.choose("system")
    for scheme, name in ((Qt.ColorScheme.Light, "light"), (Qt.ColorScheme.Dark, "dark")):
        qapp.styleHints().colorSchemeChanged.emit(scheme)  # offscreen, no system says so
        assert appearance.theme.name == name


def test_a_full_disk_forgets_the_choice_but_wears_it(qapp: QApplication, tmp_path: Path) -> None:
    nowhere = Preferences(tmp_path / "gone" / "preferences.json")
    appearance = Appearance(Theme.load("dark"), nowhere)
    appearance.choose("light")
    assert (appearance.chosen, appearance.theme.name) == ("light", "light")


def choose(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Open the menus as keys do, and press Return on the entry."""
    action = window.findChild(QAction, name)
    menu = action.parent()
    assert isinstance(menu, QMenu)
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not menu.isVisible())


def chosen(window: MainWindow) -> list[str]:
    actions = window.findChildren(QAction)
    return [
        action.objectName()
        for action in actions
        if action.objectName().startswith("theme_") and action.isChecked()
    ]


def ink(image: QImage) -> float:
    """The mean lightness of what is drawn."""
    drawn = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 200
    ]
    return sum(color.lightness() for color in drawn) / len(drawn)
