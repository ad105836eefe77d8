"""A button that says in which spaces something is to be published, and opens their list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from timeline_studio.ui.language import tr
from timeline_studio.workflows.publications import SpaceRow


class SpacesChoice(QPushButton):
    """Any number of spaces; none at first."""

    changed = Signal(object)  # tuple[int, ...]: the ids of the chosen spaces
    spaces_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("send-spaces")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(tr("Where it is published once it is ready"))
        self.setAccessibleName(tr("Publish in"))
        self.setMenu(QMenu(self))
        self._actions: dict[int, QAction] = {}
        self.show_spaces([], ())

    @property
    def chosen(self) -> tuple[int, ...]:
        return tuple(key for key, action in self._actions.items() if action.isChecked())

    def show_spaces(self, spaces: Sequence[SpaceRow], chosen: Sequence[int]) -> None:
        menu = self.menu()
        menu.clear()
        self._actions = {}
        for row in spaces:
            action = menu.addAction(_plain(row.space.name))
            action.setCheckable(True)
            action.setChecked(row.space.id in chosen)
            action.triggered.connect(self._on_triggered)
            self._actions[row.space.id] = action
        if spaces:
            menu.addSeparator()
        menu.addAction(tr("Spaces…"), self.spaces_pressed.emit)
        self._show_words()

    def _on_triggered(self) -> None:
        self._show_words()
        self.changed.emit(self.chosen)

    def _show_words(self) -> None:
        names = [action.text() for action in self._actions.values() if action.isChecked()]
        if not names:
            self.setText(tr("No space"))
        else:
            self.setText(names[0] if len(names) == 1 else tr("{count} spaces", count=len(names)))


def _plain(name: str) -> str:
    """A space's own ampersand is no key."""
    return name.replace("&", "&&")
