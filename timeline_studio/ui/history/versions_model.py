"""A timeline's versions as rows: when each was saved, and what it is called."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt

from timeline_studio.library import VersionRow
from timeline_studio.ui.elements.keyed_rows_model import Index, KeyedRowsModel
from timeline_studio.ui.elements.words import moment_text

COLUMNS = ("Saved", "Name")
SAVED, NAME = range(2)
VERSION = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class _Row:
    id: str
    version: VersionRow


class VersionsModel(KeyedRowsModel[_Row]):
    """`VERSION` is the row's VersionRow."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, parent)

    def show_versions(self, versions: Sequence[VersionRow]) -> None:
        self.show_rows([_Row(str(version.id), version) for version in versions])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        version = self._rows[index.row()].version
        if role == VERSION:
            return version
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return version.name if index.column() == NAME else moment_text(version.saved_at)
        return None
