"""The kinds of effects as rows; a drag carries the kind."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from timeline_studio.timeline.effects.catalog import EFFECT_KINDS
from timeline_studio.ui.editor.effect_drops import EFFECT_MIME, effect_mime
from timeline_studio.ui.language import tr

KIND = Qt.ItemDataRole.UserRole
WORDS = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class EffectsModel(QAbstractListModel):
    """Those whose title or words have all that is searched for."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = list(EFFECT_KINDS.values())

    def search(self, text: str) -> None:
        wanted = text.lower().split()
        self.beginResetModel()
        self._rows = [
            kind
            for kind in EFFECT_KINDS.values()
            if all(word in f"{tr(kind.title)} {tr(kind.words)}".lower() for word in wanted)
        ]
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        kind = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(kind.title)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return tr(
                "{title}: {words}. Drag it onto a clip, or double-click it",
                title=tr(kind.title),
                words=tr(kind.words),
            )
        return {KIND: kind.name, WORDS: tr(kind.words)}.get(role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [EFFECT_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return effect_mime(indexes[0].data(KIND))
