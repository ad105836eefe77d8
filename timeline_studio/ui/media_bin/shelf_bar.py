"""Chips over the bin: all footage, favourites, what was used last, and the folders."""

import json
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QWidget,
)

from timeline_studio.library import MediaFolder, Shelf
from timeline_studio.ui.elements.controls import button
from timeline_studio.ui.language import tr
from timeline_studio.ui.media_bin.bin_model import MIME_UPLOADS
from timeline_studio.ui.theme.metrics import GAP_TIGHT

_HEIGHT = 36
_FIELD_WIDTH = 120


class ShelfBar(QScrollArea):
    """Footage that is dropped on a folder moves there; dropped on All it leaves its folder."""

    chosen = Signal(object)  # Shelf | None: all
    dropped = Signal(object, object)  # list[int], folder id | None
    add_asked = Signal(str)
    rename_asked = Signal(int, str)
    remove_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_HEIGHT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row = QWidget()
        self._layout = QHBoxLayout(self._row)
        self._layout.setContentsMargins(0, 2, 0, 4)
        self._layout.setSpacing(GAP_TIGHT)
        self.setWidget(self._row)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._folders: list[ShelfChip] = []
        self.field: NameInRow | None = None
        """Where a folder's name is typed at the moment."""
        for text, shelf in (
            ("All", None),
            ("Favourites", Shelf("favourites")),
            ("Recent", Shelf("recent")),
        ):
            self._layout.addWidget(self._chip(text, shelf))
        self._group.buttons()[0].setChecked(True)
        # Beside the row, so that it is always in sight.
        self.new_folder = button("+", "folder-new", tip="New folder", look="chip")
        self.new_folder.setAccessibleName(tr("New folder"))
        self.new_folder.clicked.connect(lambda: self._ask_name("", self.add_asked.emit))
        self._layout.addStretch()

    @property
    def shelf(self) -> Shelf | None:
        chip = self._group.checkedButton()
        return chip.shelf if isinstance(chip, ShelfChip) else None

    def show_folders(self, folders: Sequence[MediaFolder]) -> None:
        """The chosen one stays chosen; where it is gone, all footage is shown."""
        was = self.shelf
        for chip in self._folders:
            self._group.removeButton(chip)
            chip.deleteLater()
        self._folders = []
        for folder in folders:
            chip = self._chip(folder.name, Shelf("folder", folder.id))
            chip.setText(folder.name)  # as it was typed
            chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            chip.customContextMenuRequested.connect(partial(self._open_menu, chip))
            chip.setToolTip(tr("Drag footage here; right-click to rename or delete the folder"))
            chip.setChecked(chip.shelf == was)
            self._folders.append(chip)
            self._layout.insertWidget(self._layout.count() - 1, chip)
        if self._group.checkedButton() is None:
            self._group.buttons()[0].click()

    @property
    def folders(self) -> list["ShelfChip"]:
        return list(self._folders)

    def menu_of(self, chip: "ShelfChip") -> QMenu:
        menu = QMenu(self)
        folder_id = chip.shelf.folder_id if chip.shelf else None
        if folder_id is not None:
            rename = partial(self.rename_asked.emit, folder_id)
            menu.addAction(tr("Rename…"), lambda: self._ask_name(chip.text(), rename))
            menu.addAction(tr("Delete Folder"), lambda: self.remove_asked.emit(folder_id))
        return menu

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Sideways: there is only one row."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - turned // 2)
        event.accept()

    def _chip(self, text: str, shelf: Shelf | None) -> "ShelfChip":
        chip = ShelfChip(text, shelf)
        chip.dropped.connect(self.dropped)
        self._group.addButton(chip)
        return chip

    def _on_clicked(self, chip: QPushButton) -> None:
        self.ensureWidgetVisible(chip)
        if isinstance(chip, ShelfChip):
            self.chosen.emit(chip.shelf)

    def _open_menu(self, chip: "ShelfChip", where: QPoint) -> None:
        menu = self.menu_of(chip)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(chip.mapToGlobal(where))

    def _ask_name(self, name: str, then: Callable[[str], None]) -> None:
        """In the row itself; Return takes it, Esc and a click elsewhere drop it."""
        if self.field is not None:
            return
        field = NameInRow(name)
        self.field = field
        self._layout.insertWidget(self._layout.count() - 1, field)
        field.ended.connect(self._on_named)
        field.taken.connect(then)
        field.setFocus()
        self._row.adjustSize()
        self.ensureWidgetVisible(field)

    def _on_named(self) -> None:
        if self.field is not None:
            self.field.deleteLater()
            self.field = None


class NameInRow(QLineEdit):
    """A folder's name as it is typed."""

    taken = Signal(str)
    ended = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setObjectName("folder-name")
        self.setPlaceholderText(tr("Name of the folder"))
        self.setMaxLength(191)
        self.setFixedWidth(_FIELD_WIDTH)
        self.selectAll()
        self.returnPressed.connect(self._take)
        self.editingFinished.connect(self.ended)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
            return
        super().keyPressEvent(event)

    def _take(self) -> None:
        if name := self.text().strip():
            self.taken.emit(name)


class ShelfChip(QPushButton):
    """One shelf; footage is dropped on folders and on All."""

    dropped = Signal(object, object)

    def __init__(self, text: str, shelf: Shelf | None) -> None:
        super().__init__(tr(text))
        self.shelf = shelf
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("look", "chip")
        self.setObjectName(f"shelf-{shelf.kind if shelf else 'all'}")
        self.setAcceptDrops(shelf is None or shelf.kind == "folder")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME_UPLOADS):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        ids = json.loads(bytes(event.mimeData().data(MIME_UPLOADS).data()))
        self.dropped.emit(ids, self.shelf.folder_id if self.shelf else None)
        event.acceptProposedAction()
