"""View > Theme: one of three."""

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Appearance
from timeline_studio.ui.theme.appearance import CHOICES, Choice

_NAMES: dict[Choice, str] = {"dark": "Dark", "light": "Light", "system": "System"}
_TIPS: dict[Choice, str] = {
    "dark": "Dark surroundings for footage",
    "light": "Light, for a bright room",
    "system": "As the system has it",
}


def add_theme_menu(view: QMenu, appearance: Appearance) -> list[QAction]:
    """What was chosen is checked. Returns the choices."""
    menu = view.addMenu(tr("Theme"))
    group = QActionGroup(menu)
    for choice in CHOICES:
        action = QAction(tr(_NAMES[choice]), menu, checkable=True)
        action.setObjectName(f"theme_{choice}")
        action.setToolTip(tr(_TIPS[choice]))
        action.setChecked(appearance.chosen == choice)
        action.triggered.connect(lambda _on, wanted=choice: appearance.choose(wanted))
        group.addAction(action)
        menu.addAction(action)
    return group.actions()
