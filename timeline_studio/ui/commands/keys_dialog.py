"""All keys at a glance, as they are now: what each calls, by the menus."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from timeline_studio.ui.commands.key_names import native_name
from timeline_studio.ui.commands.registry import Command, CommandRegistry
from timeline_studio.ui.elements.controls import button, label
from timeline_studio.ui.elements.elided_label import ElidedLabel
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import GAP, GAP_GROUP, GAP_PART, GAP_TIGHT

_SIZE = 980, 640
_COLUMNS = 3


class KeysDialog(QDialog):
    change_pressed = Signal()

    def __init__(self, registry: CommandRegistry, parent: QWidget) -> None:
        super().__init__(parent)
        self._registry = registry
        self.setWindowTitle(tr("Keys"))
        self.setObjectName("keys")
        self.resize(*_SIZE)
        self.area = QScrollArea(widgetResizable=True)
        self.area.setAccessibleName(tr("Keys"))
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.change = button("Change Keys…", "change-keys", tip="Open the shortcut editor")
        self.change.setAutoDefault(False)
        self.change.clicked.connect(self.change_pressed)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.change)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PART, GAP_PART, GAP_PART, GAP_PART)
        layout.setSpacing(GAP)
        layout.addWidget(self.area, 1)
        layout.addLayout(foot)
        registry.keys_changed.connect(self._show)
        self._show()

    def words(self) -> list[str]:
        """All that it says, from the top of each column."""
        return [part.text() for part in self.area.findChildren(QLabel)]

    def _show(self) -> None:
        """Each menu's commands under each other, in columns of about the same height."""
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, GAP_PART, 0)
        row.setSpacing(GAP_GROUP)
        parts = [
            (name, [each for each in self._registry if each.category == name and each.keys])
            for name in self._registry.categories()
        ]
        whole = sum(len(commands) + 2 for _, commands in parts)
        grids: list[QGridLayout] = []
        filled = 0
        for name, commands in parts:
            if not commands:
                continue
            if len(grids) * whole / _COLUMNS <= filled:
                grids.append(_column(row))
            filled += len(commands) + 2
            _add_part(grids[-1], name, commands)
        for grid in grids:
            grid.setRowStretch(grid.rowCount(), 1)
        self.area.setWidget(page)


def _column(row: QHBoxLayout) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(GAP_TIGHT)
    grid.setColumnStretch(0, 1)
    row.addLayout(grid, 1)
    return grid


def _add_part(grid: QGridLayout, name: str, commands: list[Command]) -> None:
    first = grid.rowCount()
    title = label(name, "section")
    title.setContentsMargins(0, GAP if first > 1 else 0, 0, 0)
    grid.addWidget(title, first, 0, 1, 2)
    for number, command in enumerate(commands, first + 1):
        grid.addWidget(ElidedLabel(command.name), number, 0)
        keys = ", ".join(native_name(key) for key in command.keys)
        grid.addWidget(label(keys, "field"), number, 1, Qt.AlignmentFlag.AlignRight)
