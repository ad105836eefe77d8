"""The toolbar's button for how far a ripple reaches."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from timeline_studio.ui.editor.actions import EditorActions
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.editor.mode_toggles import REACHES
from timeline_studio.ui.language import tr


class ReachButton(QToolButton):
    """Says the reach, and opens a menu of all."""

    def __init__(self, actions: EditorActions, mode: EditingMode, parent: QWidget) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setObjectName("ripple-reach")
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self)
        for name in REACHES:
            menu.addAction(actions[name])
        menu.addSeparator()
        menu.addAction(actions["ripple"])
        self.setMenu(menu)
        key = actions["next_reach"].shortcut().toString()
        self.setToolTip(
            tr("What a ripple moves: inserts, ripple deletes and trims ({key})", key=key)
        )
        mode.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        word = tr(next(each.word for each in REACHES.values() if each.reach == self._mode.reach))
        self.setText(tr("Ripple: {word}", word=word))
        self.setAccessibleName(tr("Ripple moves {word}", word=word))
