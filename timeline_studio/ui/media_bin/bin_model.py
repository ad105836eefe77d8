"""Source uploads as a list, with their pictures."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QPixmap

from timeline_studio.library import Upload
from timeline_studio.ui.clip_pictures import ClipPictures
from timeline_studio.ui.elements.pictures import UploadPictures
from timeline_studio.ui.elements.row_changes import row_changes
from timeline_studio.ui.elements.words import duration_text
from timeline_studio.ui.language import tr
from timeline_studio.ui.media_bin.hover_scrub import HoverScrub
from timeline_studio.workflows.media import BinRow, reference_to

Index = QModelIndex | QPersistentModelIndex

MIME_UPLOADS = "application/x-timeline-studio-uploads"
"""A JSON list of upload ids."""

UPLOAD = Qt.ItemDataRole.UserRole + 1
PICTURE = Qt.ItemDataRole.UserRole + 2
DURATION = Qt.ItemDataRole.UserRole + 3
FAVOURITE = Qt.ItemDataRole.UserRole + 4
IN_USE = Qt.ItemDataRole.UserRole + 5
MISSING = Qt.ItemDataRole.UserRole + 6
PROXIED = Qt.ItemDataRole.UserRole + 8
SCRUBBED = Qt.ItemDataRole.UserRole + 7
"""Where the pointer is in the picture, 0 to 1; None where it is not."""


class BinModel(QAbstractListModel):
    more_wanted = Signal()

    def __init__(self, pictures: UploadPictures, clips: ClipPictures | None = None) -> None:
        super().__init__()
        self._pictures = pictures
        self._clips = clips
        self.scrub = HoverScrub(clips)
        self.scrub.changed.connect(self._on_picture_ready)
        self._rows: list[BinRow] = []
        self._in_use: frozenset[str] = frozenset()
        self._has_more = False
        self._reading: dict[int, Callable[[BinRow], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda row: row.upload.name,
            Qt.ItemDataRole.ToolTipRole: lambda row: self._tip(row.upload),
            UPLOAD: lambda row: row.upload,
            DURATION: lambda row: duration_text(row.upload.duration_seconds),
            PICTURE: lambda row: self._picture(row.upload),
            SCRUBBED: lambda row: self.scrub.share(row.upload),
            FAVOURITE: lambda row: row.is_favourite,
            IN_USE: lambda row: reference_to(row.upload).url in self._in_use,
            MISSING: lambda row: self._is_missing(row.upload),
            PROXIED: lambda row: self._is_proxied(row.upload),
        }
        pictures.ready.connect(self._on_picture_ready)
        if clips is not None:
            clips.missing_changed.connect(self._show_again)

    @property
    def uploads(self) -> list[Upload]:
        return [row.upload for row in self._rows]

    def show(self, rows: Sequence[BinRow], *, has_more: bool = False) -> None:
        """Replace the uploads; those that stay keep their place, selected or not.

        With `has_more`, the view asks for `more_wanted` when it comes to the last one.
        """
        self._has_more = has_more
        before, after = ([row.upload.id for row in some] for some in (self._rows, rows))
        changes = row_changes(before, after)
        if changes is None:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        for row in changes.removed:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self.endRemoveRows()
        for row in changes.inserted:
            self.beginInsertRows(QModelIndex(), row, row)
            self._rows.insert(row, rows[row])
            self.endInsertRows()
        self._rows = list(rows)
        self._show_again()

    def show_in_use(self, urls: frozenset[str]) -> None:
        """The media that the open timeline shows."""
        if urls != self._in_use:
            self._in_use = urls
            self._show_again()

    def look_again(self) -> None:
        """Files may have been put back."""
        if self._clips is not None:
            self._clips.look_again()

    def canFetchMore(self, parent: Index) -> bool:
        return self._has_more and not parent.isValid()

    def fetchMore(self, _parent: Index) -> None:
        self.more_wanted.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        read = self._reading.get(role)
        return None if read is None else read(self._rows[index.row()])

    def row_of(self, index: Index) -> BinRow:
        return self._rows[index.row()]

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME_UPLOADS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        ids = [self._rows[index.row()].upload.id for index in sorted(indexes, key=_row)]
        data.setData(MIME_UPLOADS, json.dumps(ids).encode())
        return data

    def _on_picture_ready(self, upload_id: int) -> None:
        for number, row in enumerate(self._rows):
            if row.upload.id == upload_id:
                self.dataChanged.emit(self.index(number), self.index(number), [PICTURE])

    def _show_again(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _picture(self, upload: Upload) -> QPixmap | None:
        if upload.kind == "audio":
            return None
        return self.scrub.picture(upload) or self._pictures.picture(upload.id)

    def _is_missing(self, upload: Upload) -> bool:
        return self._clips is not None and self._clips.is_missing(reference_to(upload).url)

    def _is_proxied(self, upload: Upload) -> bool:
        return self._clips is not None and self._clips.is_proxied(reference_to(upload).url)

    def _tip(self, upload: Upload) -> str:
        words = [upload.name]
        if self._is_missing(upload):
            words.append(tr("Its file is missing: relink it"))
        if reference_to(upload).url in self._in_use:
            words.append(tr("In this timeline"))
        if self._is_proxied(upload):
            words.append(tr("A proxy stands for it in the monitor"))
        return "\n".join([*words, tr("Drag it to the timeline; a double click opens it")])


def _row(index: QModelIndex) -> int:
    return index.row()
