"""Source uploads as a list, with their pictures."""

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from timeline_studio.library import Upload
from timeline_studio.ui.elements.pictures import UploadPictures
from timeline_studio.ui.elements.row_changes import row_changes
from timeline_studio.ui.elements.words import duration_text

Index = QModelIndex | QPersistentModelIndex

MIME_UPLOADS = "application/x-timeline-studio-uploads"
"""A JSON list of upload ids."""

UPLOAD = Qt.ItemDataRole.UserRole + 1
PICTURE = Qt.ItemDataRole.UserRole + 2
DURATION = Qt.ItemDataRole.UserRole + 3


class BinModel(QAbstractListModel):
    more_wanted = Signal()

    def __init__(self, pictures: UploadPictures) -> None:
        super().__init__()
        self._pictures = pictures
        self._uploads: list[Upload] = []
        self._has_more = False
        pictures.ready.connect(self._on_picture_ready)

    @property
    def uploads(self) -> list[Upload]:
        return list(self._uploads)

    def show(self, uploads: Sequence[Upload], *, has_more: bool = False) -> None:
        """Replace the uploads; those that stay keep their place, selected or not.

        With `has_more`, the view asks for `more_wanted` when it comes to the last one.
        """
        self._has_more = has_more
        before, after = ([upload.id for upload in some] for some in (self._uploads, uploads))
        changes = row_changes(before, after)
        if changes is None:
            self.beginResetModel()
            self._uploads = list(uploads)
            self.endResetModel()
            return
        for row in changes.removed:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._uploads[row]
            self.endRemoveRows()
        for row in changes.inserted:
            self.beginInsertRows(QModelIndex(), row, row)
            self._uploads.insert(row, uploads[row])
            self.endInsertRows()
        self._uploads = list(uploads)
        if uploads:
            self.dataChanged.emit(self.index(0), self.index(len(uploads) - 1))

    def canFetchMore(self, parent: Index) -> bool:
        return self._has_more and not parent.isValid()

    def fetchMore(self, _parent: Index) -> None:
        self.more_wanted.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._uploads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        upload = self._uploads[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return upload.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{upload.name}\nDrag it to the timeline, or press E to append it"
        if role == UPLOAD:
            return upload
        if role == DURATION:
            return duration_text(upload.duration_seconds)
        if role == PICTURE and upload.kind != "audio":
            return self._pictures.picture(upload.id)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME_UPLOADS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        ids = [self._uploads[index.row()].id for index in sorted(indexes, key=_row)]
        data.setData(MIME_UPLOADS, json.dumps(ids).encode())
        return data

    def _on_picture_ready(self, upload_id: int) -> None:
        for row, upload in enumerate(self._uploads):
            if upload.id == upload_id:
                self.dataChanged.emit(self.index(row), self.index(row), [PICTURE])


def _row(index: QModelIndex) -> int:
    return index.row()
