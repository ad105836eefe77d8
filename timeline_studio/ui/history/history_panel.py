"""The History tab: the steps of this session, and under them the versions of before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QUndoView, QVBoxLayout, QWidget

from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.elements.controls import label
from timeline_studio.ui.elements.splitter import CollapsingSplitter
from timeline_studio.ui.history.versions_list import VersionsList
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT, GAP_WIDE


class HistoryPanel(QWidget):
    """A step that is pressed is gone back to; versions go back further than the session."""

    def __init__(self, document: TimelineDocument, theme: Theme) -> None:
        super().__init__()
        self.steps = QUndoView(document.undo_stack, emptyLabel=tr("Opened"))
        self.steps.setAccessibleName(tr("History of edits"))
        self.steps.setProperty("look", "history")
        self.versions = VersionsList(theme)
        parts = CollapsingSplitter(Qt.Orientation.Vertical)
        parts.addWidget(_titled("This session", self.steps))
        parts.addWidget(_titled("Versions", self.versions))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(parts)
        self._document = document
        document.read_only_changed.connect(self._show_read_only)
        self._show_read_only(document.is_read_only)

    def _show_read_only(self, read_only: bool) -> None:
        self.steps.setEnabled(not read_only)
        self.versions.set_read_only(read_only)


def _titled(title: str, part: QWidget) -> QWidget:
    page = QWidget()
    head = label(title, "section")
    head.setContentsMargins(GAP_WIDE, GAP, GAP_WIDE, GAP_TIGHT)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(part, 1)
    return page
