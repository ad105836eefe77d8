"""View > Language: the system's, or one of those that there are."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from timeline_studio.ui.language import LANGUAGES, SYSTEM, Language, tr


def add_language_menu(
    view: QMenu, language: Language, say: Callable[[str], object]
) -> list[QAction]:
    """What was chosen is checked; `say` tells when it is worn. Returns the choices."""
    menu = view.addMenu(tr("Language"))
    group = QActionGroup(menu)

    def choose(code: str) -> None:
        language.choose(code)
        say(tr("The window speaks it from the next start on."))

    for code, name in ((SYSTEM, tr("As the System")), *LANGUAGES.items()):
        action = QAction(name, menu, checkable=True)
        action.setObjectName(f"language_{code}")
        action.setToolTip(tr("From the next start on"))
        action.setChecked(language.chosen == code)
        action.triggered.connect(lambda _on, wanted=code: choose(wanted))
        group.addAction(action)
        menu.addAction(action)
    return group.actions()
