"""The Effects tab of the bin: what there is, in a word each, to be searched and dragged."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from timeline_studio.ui.effects.effect_delegate import EffectDelegate
from timeline_studio.ui.effects.effects_model import KIND, EffectsModel
from timeline_studio.ui.elements.controls import label
from timeline_studio.ui.elements.empty_state import EmptyState
from timeline_studio.ui.elements.offered_list import OfferedList
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT, GAP_WIDE


class EffectsPanel(QWidget):
    """`chosen` carries the kind of effect that was double-clicked, or entered."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = EffectsModel()
        self.view = OfferedList(self.model, EffectDelegate(theme), "effects", tr("Effects"))
        self.view.activated.connect(lambda index: self.chosen.emit(index.data(KIND)))
        self.search = QLineEdit(placeholderText=tr("Search effects"), clearButtonEnabled=True)
        self.search.setObjectName("effects-search")
        self.search.textChanged.connect(self._on_searched)
        self.search.returnPressed.connect(self._enter_first)
        how = label("Drag one onto a clip, or double-click it for the selected ones.", "secondary")
        how.setWordWrap(True)
        how.setContentsMargins(0, 0, GAP_WIDE, 0)
        self._pages = QStackedWidget()
        self.nothing_found = EmptyState(theme, "search", "No effect by that name", is_small=True)
        for page in (self.view, self.nothing_found):
            self._pages.addWidget(page)
        field = QVBoxLayout()
        field.setContentsMargins(0, 0, GAP_WIDE, 0)
        field.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_WIDE, GAP_TIGHT, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(field)
        layout.addWidget(how)
        layout.addWidget(self._pages, 1)
        self.setFocusProxy(self.view)

    def _on_searched(self, text: str) -> None:
        self.model.search(text)
        has_any = self.model.rowCount() > 0
        self._pages.setCurrentWidget(self.view if has_any else self.nothing_found)

    def _enter_first(self) -> None:
        if self.model.rowCount():
            self.chosen.emit(self.model.index(0).data(KIND))
