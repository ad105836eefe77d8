"""A value to read and copy, wrapped anywhere: ids and paths have no spaces."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit

from timeline_studio.ui.elements.layout import follow_width
from timeline_studio.ui.language import tr


class WrappedText(QTextEdit):
    """Takes the height that its words need; the mouse and the keyboard select in it."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__()
        self.setProperty("look", "value")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        self.setAccessibleName(tr(name))
        follow_width(self)

    def heightForWidth(self, width: int) -> int:
        copy = self.document().clone()
        copy.setDefaultFont(self.font())
        copy.setTextWidth(width)
        return round(copy.size().height())

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The panel around it scrolls."""
        event.ignore()
