"""Changing a caption's words where it lies on the timeline."""

from PySide6.QtCore import QObject, QRect

from timeline_studio.timeline import edits
from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.model import Caption
from timeline_studio.timeline.queries import find_item
from timeline_studio.ui.document import READ_ONLY, TimelineDocument
from timeline_studio.ui.editor.caption_field import CaptionField
from timeline_studio.ui.editor.timeline_view import TimelineView

_NARROWEST, _HEIGHT = 180, 56


class InPlaceText(QObject):
    """A double click on a caption opens a field over it; scrolling closes it."""

    def __init__(self, document: TimelineDocument, view: TimelineView) -> None:
        super().__init__(view)
        self._document = document
        self._view = view
        self.field: CaptionField | None = None
        view.item_opened.connect(self.open)
        view.viewport.changed.connect(lambda: self._close(is_kept=True))
        document.changed.connect(lambda _timeline: self._close(is_kept=False))

    def open(self, item_id: str) -> None:
        track, item = find_item(self._document.timeline, item_id)
        if not isinstance(item, Caption):
            return
        if self._document.is_read_only or track.locked:
            self._document.refused.emit(
                READ_ONLY
                if self._document.is_read_only
                else "This caption track is locked. Unlock it to edit it."
            )
            return
        self._close(is_kept=True)
        field = CaptionField(item.text, self._view)
        field.setGeometry(self._area(track.id, item))
        field.ended.connect(lambda is_kept: self._on_ended(field, item_id, is_kept=is_kept))
        field.selectAll()
        field.show()
        field.setFocus()
        self.field = field

    def _area(self, track_id: str, caption: Caption) -> QRect:
        """Over the caption, large enough to write in, inside of the canvas."""
        viewport = self._view.viewport
        row = self._view.layout_of_tracks.rows.of(track_id)
        left, right = viewport.x_of(caption.start), viewport.x_of(caption.end)
        left, right = max(0, left), min(self._view.width(), right)
        width = min(self._view.width(), max(_NARROWEST, right - left))
        height = max(_HEIGHT, row.height)
        left = max(0, min(left, self._view.width() - width))
        top = max(0, min(row.top - viewport.top, self._view.height() - height))
        return QRect(left, top, width, height)

    def _close(self, *, is_kept: bool) -> None:
        if self.field is not None:
            self.field.end(is_kept=is_kept)

    def _on_ended(self, field: CaptionField, item_id: str, *, is_kept: bool) -> None:
        self.field = None
        had_focus = field.hasFocus()
        text = field.toPlainText()
        field.hide()
        field.deleteLater()
        if had_focus:
            self._view.setFocus()
        if is_kept and self._is_changed(item_id, text):
            self._document.apply(
                "Change caption", lambda t: edits.set_caption_text(t, item_id, text)
            )

    def _is_changed(self, item_id: str, text: str) -> bool:
        try:
            _, item = find_item(self._document.timeline, item_id)
        except EditError:  # it was taken away meanwhile
            return False
        return isinstance(item, Caption) and item.text != text
