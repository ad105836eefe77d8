"""Toasts: what just happened, bottom right, over the panels."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from timeline_studio.ui.elements.banner import Choice
from timeline_studio.ui.elements.controls import button, tool_button
from timeline_studio.ui.elements.symbol import Symbol
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_PART, GAP_WIDE, STATUS_BAR_HEIGHT

_WIDTH = 320
_MOST = 3
_SHOWN_MS = 6_000


class Toast(QFrame):
    """One message; one action stands beside it, several below. Errors stay until closed."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        text: str,
        *,
        is_error: bool,
        choices: Sequence[Choice],
        close: Callable[["Toast"], None],
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "toast")
        self.setProperty("tone", "err" if is_error else "")
        self.setFixedWidth(_WIDTH)
        self.is_error = is_error
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_WIDE, GAP, GAP, GAP)
        column.setSpacing(0)
        layout = QHBoxLayout()
        layout.setSpacing(GAP)
        name, color = ("failed", "err") if is_error else ("done", "ok")
        layout.addWidget(Symbol(theme, name, color))
        self.text = QLabel(tr(text))
        self.text.setWordWrap(True)
        layout.addWidget(self.text, 1)
        column.addLayout(layout)
        actions = layout
        if len(choices) > 1:
            actions = QHBoxLayout()
            actions.addStretch()
            column.addLayout(actions)
        for choice in choices:
            actions.addWidget(self._action(choice, close))
        cross = tool_button(theme, "close", "Close")
        cross.clicked.connect(lambda: close(self))
        layout.addWidget(cross)

    def _action(self, choice: Choice, close: Callable[["Toast"], None]) -> QPushButton:
        text, call = choice
        action = button(text, look="link")
        action.clicked.connect(lambda: close(self))
        action.clicked.connect(lambda: call())  # noqa: PLW0108 - drops `checked`
        return action


class Toasts(QObject):
    """At most three at a time; the oldest that is no error goes first."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self.shown: list[Toast] = []
        window.installEventFilter(self)

    def say(self, text: str, *choices: Choice | None) -> None:
        self._add(text, choices, is_error=False)

    def complain(self, text: str, *choices: Choice | None) -> None:
        """An error: it stays."""
        if all(toast.text.text() != text for toast in self.shown):
            self._add(text, choices, is_error=True)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _add(self, text: str, choices: Sequence[Choice | None], *, is_error: bool) -> None:
        if len(self.shown) == _MOST:
            self._close(next((t for t in self.shown if not t.is_error), self.shown[0]))
        toast = Toast(
            self._window,
            self._theme,
            text,
            is_error=is_error,
            choices=[choice for choice in choices if choice is not None],
            close=self._close,
        )
        self.shown.append(toast)
        if not is_error:
            timer = QTimer(toast, singleShot=True, interval=_SHOWN_MS)
            timer.timeout.connect(lambda: self._close(toast))
            timer.start()
        toast.show()
        self._place()

    def _close(self, toast: Toast) -> None:
        if toast in self.shown:
            self.shown.remove(toast)
            toast.hide()
            toast.deleteLater()
            self._place()

    def _place(self) -> None:
        bottom = self._window.height() - STATUS_BAR_HEIGHT - GAP_PART
        for toast in reversed(self.shown):
            toast.adjustSize()
            height = max(toast.sizeHint().height(), toast.heightForWidth(_WIDTH))
            toast.setGeometry(
                self._window.width() - _WIDTH - GAP_PART, bottom - height, _WIDTH, height
            )
            toast.raise_()
            bottom -= height + GAP
