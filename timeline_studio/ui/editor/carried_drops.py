"""Things from the bin that are dragged onto the timeline and change what lies there."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent

from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.gesture import Insertion
from timeline_studio.ui.editor.timeline_view import TimelineView

Carried = TypeVar("Carried")
Target = TypeVar("Target")


class CarriedDrops(QObject, Generic[Carried, Target]):
    """Watches `view` for one kind of thing, and shows what a drop would change.

    What is carried, what it is meant for, how that is shown and what a drop does is the
    subclass's.
    """

    def __init__(self, document: TimelineDocument, view: TimelineView) -> None:
        super().__init__(view)
        self._document = document
        self._view = view
        view.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):  # drag enter and drag move are kinds of it
            return False
        carried = self._carried(event.mimeData())
        if carried is None:
            return False
        target = None if self._document.is_read_only else self._target(event)
        is_over = event.type() == QEvent.Type.Drop
        self._view.show_insertion(None if is_over or target is None else self._shown(target))
        if target is None and event.type() != QEvent.Type.DragEnter:
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if is_over and target is not None:
            self._drop(carried, target)
        return True

    def _carried(self, mime: QMimeData) -> Carried | None:
        """None where it is something else."""
        raise NotImplementedError

    def _target(self, event: QDropEvent) -> Target | None:
        """None where a drop changes nothing."""
        raise NotImplementedError

    def _shown(self, target: Target) -> Insertion:
        raise NotImplementedError

    def _drop(self, carried: Carried, target: Target) -> None:
        raise NotImplementedError
