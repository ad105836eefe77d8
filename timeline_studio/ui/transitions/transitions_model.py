"""The offered transitions as rows; a drag carries the look."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from timeline_studio.timeline.transition_look import TransitionLook, parameters_of
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.editor.transition_drops import TRANSITION_MIME, transition_mime
from timeline_studio.ui.language import tr
from timeline_studio.ui.transitions.presets import PRESETS

LOOK = Qt.ItemDataRole.UserRole
IS_DEFAULT = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class TransitionsModel(QAbstractListModel):
    """Knows from `mode` which one is the default."""

    def __init__(self, mode: EditingMode) -> None:
        super().__init__()
        self._mode = mode
        mode.changed.connect(self._tell)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(PRESETS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        name, look = PRESETS[index.row()]
        is_default = parameters_of(look) == parameters_of(self._mode.transition)
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(name)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            said = tr("{name}, the default", name=tr(name)) if is_default else tr(name)
            return tr("{name}: drag it over a cut, or double-click it", name=said)
        return {LOOK: look, IS_DEFAULT: is_default}.get(role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [TRANSITION_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        look: TransitionLook = indexes[0].data(LOOK)
        return transition_mime(look)

    def _tell(self) -> None:
        self.dataChanged.emit(self.index(0), self.index(len(PRESETS) - 1), [IS_DEFAULT])
