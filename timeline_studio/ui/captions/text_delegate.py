"""Editing in the list of cues: words in a field of two lines, times in one."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from timeline_studio.ui.captions.cues_model import TEXT
from timeline_studio.ui.editor.caption_field import CaptionField

_Index = QModelIndex | QPersistentModelIndex
FIELD_HEIGHT = 60


class TextDelegate(QStyledItemDelegate):
    """Only the text needs a field of ours."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        if index.column() != TEXT:
            return super().createEditor(parent, option, index)
        field = CaptionField("", parent)
        field.ended.connect(lambda is_kept: self._on_ended(field, is_kept=is_kept))
        return field

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, CaptionField):
            if not editor.toPlainText():
                editor.setPlainText(index.data(2))
                editor.selectAll()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, CaptionField):
            model.setData(index, editor.toPlainText())
        else:
            super().setModelData(editor, model, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index
    ) -> None:
        area: Any = option.rect
        if isinstance(editor, CaptionField):
            area.setHeight(max(area.height(), FIELD_HEIGHT))
            room = editor.parentWidget()
            over = area.bottom() - room.height() if room else 0
            area.translate(0, -max(0, over))
        editor.setGeometry(area)

    def eventFilter(self, editor: QWidget, event: Any) -> bool:  # type: ignore[override]
        """A field of ours knows its keys, and when it is left."""
        if isinstance(editor, CaptionField):
            return False
        return super().eventFilter(editor, event)

    def _on_ended(self, field: CaptionField, *, is_kept: bool) -> None:
        if is_kept:
            self.commitData.emit(field)
        self.closeEditor.emit(field, QAbstractItemDelegate.EndEditHint.NoHint)
