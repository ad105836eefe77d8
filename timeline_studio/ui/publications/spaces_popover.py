"""The spaces: a list to rename and remove in, and a field for a new one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from timeline_studio.library import Space
from timeline_studio.ui.elements.controls import button, label, name_field
from timeline_studio.ui.elements.popover import Popover
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import GAP
from timeline_studio.workflows.publications import SpaceRow

_WIDTH = 420
_ROW, _MOST_ROWS = 36, 8
_SPACE = Qt.ItemDataRole.UserRole


class SpacesPopover(Popover):
    """It stays open after each change, and shows the spaces as they are then."""

    add_pressed = Signal(str)  # name
    renamed = Signal(object, str)  # Space, name
    remove_pressed = Signal(object)  # Space

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor, width=_WIDTH)
        self.setObjectName("spaces-popover")
        self.list = QListWidget()
        self.list.setObjectName("spaces")
        self.list.setAccessibleName(tr("Spaces"))
        self.list.setProperty("look", "sidebar")
        self.list.setStyleSheet("background: transparent;")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.none = label("No space yet. Make one to publish into.", "field")
        self.none.setWordWrap(True)
        self.rename = button("Rename", "space-rename", tip="Its address stays")
        self.remove = button("Remove", "space-remove")
        self.renaming = name_field("Name of the space", "space-name")
        self.field = name_field("Name of a new space", "space-new-name")
        self.add = button("Add", "space-add", look="primary")
        self.list.currentRowChanged.connect(lambda _row: self._fit())
        self.list.itemActivated.connect(lambda _item: self.begin_rename())
        self.rename.clicked.connect(self.begin_rename)
        self.remove.clicked.connect(self._on_remove)
        self.renaming.returnPressed.connect(self._on_renamed)
        self.field.returnPressed.connect(self._on_add)
        self.field.textChanged.connect(lambda _text: self._fit())
        self.add.clicked.connect(self._on_add)
        self._lay_out()

    def show_spaces(self, rows: Sequence[SpaceRow]) -> None:
        kept = self._current()
        self.list.clear()
        for row in rows:
            count = f"{row.published} published" if row.published else "empty"
            item = QListWidgetItem(f"{row.space.name}  ·  {count}")
            item.setData(_SPACE, row)
            item.setToolTip(f"{row.space.name}: {row.space.slug}")
            self.list.addItem(item)
            if kept is not None and row.space.id == kept.space.id:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and rows:
            self.list.setCurrentRow(0)
        self.list.setFixedHeight(_ROW * max(1, min(_MOST_ROWS, len(rows))) + 2)
        self.list.setVisible(bool(rows))
        self.none.setVisible(not rows)
        for part in (self.rename, self.remove):
            part.setVisible(bool(rows))
        self.renaming.hide()
        self._fit()
        self.place()

    def open(self) -> None:
        super().open()
        (self.list if self.list.count() else self.field).setFocus()

    def begin_rename(self) -> None:
        """Offer the chosen space's name in a field."""
        row = self._current()
        if row is not None:
            self.renaming.setText(row.space.name)
            self.renaming.show()
            self.place()
            self.renaming.setFocus()
            self.renaming.selectAll()

    def _lay_out(self) -> None:
        changing, adding = QHBoxLayout(), QHBoxLayout()
        for line in (changing, adding):
            line.setSpacing(GAP)
        changing.addWidget(self.rename)
        changing.addWidget(self.remove)
        changing.addStretch()
        adding.addWidget(self.field, 1)
        adding.addWidget(self.add)
        self.body.addWidget(label("Spaces", "title"))
        for part in (self.none, self.list, self.renaming):
            self.body.addWidget(part)
        self.body.addLayout(changing)
        self.body.addLayout(adding)

    def _current(self) -> SpaceRow | None:
        item = self.list.currentItem()
        row = item.data(_SPACE) if item is not None else None
        return row if isinstance(row, SpaceRow) else None

    def _space(self) -> Space | None:
        row = self._current()
        return row.space if row else None

    def _fit(self) -> None:
        row = self._current()
        self.rename.setEnabled(row is not None)
        self.remove.setEnabled(row is not None and not row.published)
        is_held = row is not None and bool(row.published)
        self.remove.setToolTip(
            tr("Unpublish all in it first") if is_held else tr("Remove this space")
        )
        self.add.setEnabled(bool(self.field.text().strip()))

    def _on_renamed(self) -> None:
        space, name = self._space(), self.renaming.text().strip()
        if space is not None and name:
            self.renaming.hide()
            self.place()
            self.list.setFocus()
            self.renamed.emit(space, name)

    def _on_remove(self) -> None:
        space = self._space()
        if space is not None:
            self.remove_pressed.emit(space)

    def _on_add(self) -> None:
        name = self.field.text().strip()
        if name:
            self.field.clear()
            self.add_pressed.emit(name)
