"""One row in full: its picture, its name and description edited in place, what made it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFormLayout, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from timeline_studio.ui.deliver.row_action import RowAction
from timeline_studio.ui.elements.controls import button, label, name_field
from timeline_studio.ui.elements.layout import follow_width
from timeline_studio.ui.elements.leaving_text import LeavingText, hand_in_words
from timeline_studio.ui.elements.placeholder import paint_picture
from timeline_studio.ui.elements.wrapped_text import WrappedText
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_PART, GAP_TIGHT, GAP_WIDE

Fact = tuple[str, str]


class DetailView(QScrollArea):
    """`edited` carries the name and the description when the focus leaves a changed field."""

    edited = Signal(str, str)

    def __init__(self, theme: Theme, *, has_description: bool = True) -> None:
        super().__init__(widgetResizable=True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._was = ("", "")
        self._facts_shown: list[Fact] = []
        self._actions: dict[str, RowAction] = {}
        self._player: QWidget | None = None
        self.picture = PictureBox(theme)
        self.name = name_field("Name", "detail-name")
        self.name.editingFinished.connect(self._on_left)
        self.description = LeavingText("detail-description", "Description")
        self.description.setFixedHeight(72)
        self.description.left.connect(self._on_left)
        self.description.setVisible(has_description)
        self._has_description = has_description
        self.name.setReadOnly(not has_description)
        self._facts = QFormLayout()
        self._facts.setHorizontalSpacing(GAP_WIDE)
        self._facts.setVerticalSpacing(GAP_TIGHT)
        self._buttons = QGridLayout()
        self._buttons.setSpacing(GAP)
        page = QWidget()
        column = self._column = QVBoxLayout(page)
        column.setContentsMargins(GAP_PART, GAP_PART, GAP_PART, GAP_PART)
        column.setSpacing(GAP_WIDE)
        column.addWidget(self.picture)
        column.addWidget(self.name)
        column.addWidget(self.description)
        column.addLayout(self._buttons)
        column.addLayout(self._facts)
        column.addStretch()
        self.setWidget(page)

    def add_player(self, player: QWidget) -> None:
        """Where the picture is, while it plays."""
        self._player = player
        self._column.insertWidget(0, player)
        player.hide()

    def show_player(self, *, is_wanted: bool) -> None:
        if self._player is not None:
            self._player.setVisible(is_wanted)
            self.picture.setVisible(not is_wanted)

    def show_row(
        self,
        *,
        name: str,
        description: str,
        kind: str,
        picture: QPixmap | None,
        facts: Sequence[Fact],
        actions: Sequence[RowAction],
        is_editable: bool = True,
    ) -> None:
        """Show a row. A field that is being edited keeps what was typed."""
        self._show_fields(is_editable=is_editable and self._has_description)
        self.picture.show_picture(kind, picture)
        if self._was != (name, description):
            self._was = (name, description)
            self.name.setText(name)
            self.name.setCursorPosition(0)
            self.description.setPlainText(description)
        self._show_facts(facts)
        self._show_actions(actions)

    def _show_fields(self, *, is_editable: bool) -> None:
        if self.name.isReadOnly() == is_editable:
            self.name.setReadOnly(not is_editable)
            self.name.style().polish(self.name)  # a field that is only read looks like a title
        self.description.setVisible(is_editable)

    def _show_facts(self, facts: Sequence[Fact]) -> None:
        if list(facts) == self._facts_shown:
            return
        self._facts_shown = list(facts)
        while self._facts.rowCount():
            self._facts.removeRow(0)
        for word, value in facts:
            if value:
                heading = label(word, "field")
                heading.setAlignment(Qt.AlignmentFlag.AlignTop)
                self._facts.addRow(heading, WrappedText(word, value))

    def _show_actions(self, actions: Sequence[RowAction]) -> None:
        """Buttons stay while the same things can be done: one may be under the mouse."""
        before = {name: action.text for name, action in self._actions.items()}
        is_same = before == {action.name: action.text for action in actions}
        self._actions = {action.name: action for action in actions}
        if is_same:
            return
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, action in enumerate(actions):
            look = "" if number else "primary"
            pressed = button(action.text, f"detail-{action.name}", tip=action.tip, look=look)
            pressed.clicked.connect(partial(self._press, action.name))
            self._buttons.addWidget(pressed, number // 2, number % 2)

    def _press(self, name: str) -> None:
        hand_in_words(self.window())
        self._actions[name].call()

    def _on_left(self) -> None:
        now = (self.name.text().strip(), self.description.toPlainText().strip())
        if now != self._was and not self.name.isReadOnly():
            self._was = now
            self.edited.emit(*now)


class PictureBox(QWidget):
    """A 16:9 picture as wide as its place."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._kind = "video"
        self._picture: QPixmap | None = None
        follow_width(self)

    def heightForWidth(self, width: int) -> int:
        return width * 9 // 16

    def show_picture(self, kind: str, picture: QPixmap | None) -> None:
        self._kind, self._picture = kind, picture
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRect(0, 0, self.width(), self.height())
        paint_picture(painter, area, self._theme, self._kind, self._picture)
        painter.end()
