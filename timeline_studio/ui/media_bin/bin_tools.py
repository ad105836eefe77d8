"""The row over the bin: search, order, cards or list, import."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from timeline_studio.settings import Preferences
from timeline_studio.ui.elements.controls import button, tool_button
from timeline_studio.ui.language import tr
from timeline_studio.ui.media_bin.bin_order import NEWEST, ORDERS
from timeline_studio.ui.theme import Theme, icon
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT, GAP_WIDE

_ORDER, _LIST = "bin_order", "bin_is_list"


class BinTools(QWidget):
    ordered = Signal(str)
    listed = Signal(bool)  # as a list

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_list = False
        self.order = NEWEST
        self.search = QLineEdit(placeholderText=tr("Search media"), clearButtonEnabled=True)
        self.sort = tool_button(theme, "sort", "Order")
        self.sort.setObjectName("bin-order")
        self.sort.clicked.connect(self._open_orders)
        self.layout_button = tool_button(theme, "list", "Show as a list")
        self.layout_button.setObjectName("bin-layout")
        self.layout_button.clicked.connect(self._switch)
        self.import_button = button("Import", "import")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP_WIDE, GAP_TIGHT, GAP_WIDE, GAP)
        layout.setSpacing(GAP_TIGHT)
        layout.addWidget(self.search, 1)
        layout.addWidget(self.sort)
        layout.addWidget(self.layout_button)
        layout.addSpacing(GAP - GAP_TIGHT)
        layout.addWidget(self.import_button)

    def remember(self, preferences: Preferences) -> None:
        """Order and look are those of the last time, from now on."""
        order = preferences.get(_ORDER)
        if order in ORDERS:
            self._take(order)
        if preferences.get(_LIST) is True:
            self._switch()
        self.ordered.connect(lambda order: preferences.set(_ORDER, order))
        self.listed.connect(lambda is_list: preferences.set(_LIST, is_list or None))

    def orders_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for order, words in ORDERS.items():
            action = menu.addAction(tr(words))
            action.setObjectName(f"order-{order}")
            action.setCheckable(True)
            action.setChecked(order == self.order)
            action.triggered.connect(lambda _checked, order=order: self._take(order))
            group.addAction(action)
        return menu

    def _open_orders(self) -> None:
        menu = self.orders_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.sort.mapToGlobal(QPoint(0, self.sort.height())))

    def _take(self, order: str) -> None:
        self.order = order
        self.ordered.emit(order)

    def _switch(self) -> None:
        self._is_list = not self._is_list
        tip = tr("Show as cards") if self._is_list else tr("Show as a list")
        self.layout_button.setIcon(icon(self._theme, "grid" if self._is_list else "list", "t2"))
        self.layout_button.setToolTip(tip)
        self.layout_button.setAccessibleName(tip)
        self.listed.emit(self._is_list)
