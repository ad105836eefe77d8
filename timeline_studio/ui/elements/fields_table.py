"""A plain list in a panel: whole rows are chosen, the last column takes what room there is."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from timeline_studio.ui.language import tr

_ROW = 28


class FieldsTable(QTableView):
    def __init__(self, model: QAbstractItemModel, name: str, words: str) -> None:
        """`name` is the object's, `words` are for those who hear it."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(tr(words))
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setProperty("look", "fields")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setStretchLastSection(True)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
