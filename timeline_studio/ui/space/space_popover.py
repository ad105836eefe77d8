"""What is kept only to be quick, with sizes: each is cleared by its button."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from timeline_studio.ui.elements.controls import button, label
from timeline_studio.ui.elements.popover import Popover
from timeline_studio.ui.elements.words import size_text
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_WIDE
from timeline_studio.workflows.caches import CacheName, CacheSize

_WIDTH = 420
_WORDS: dict[CacheName, tuple[str, str]] = {
    "waveforms": ("Waveforms", "Drawn again when a timeline shows them"),
    "segments": ("Pieces of earlier exports", "The next export encodes everything again"),
    "rungs": ("Pieces of earlier transcodes", "What was not finished begins again"),
    "proxies": ("Proxies of heavy footage", "The monitor shows the footage itself"),
    "footage": ("Copies of footage in S3", "Fetched again when a timeline needs it"),
}


class SpacePopover(Popover):
    clear_pressed = Signal(str)  # CacheName
    folder_pressed = Signal()

    def __init__(self, anchor: QWidget, theme: Theme, root: Path) -> None:
        super().__init__(anchor, width=_WIDTH)
        self.setObjectName("space-popover")
        self.add_head(theme, "Free space")
        self.said = label("", "secondary")
        self.said.setWordWrap(True)
        self.sizes: dict[CacheName, QLabel] = {}
        self.buttons: dict[CacheName, QPushButton] = {}
        rows = QGridLayout()
        rows.setHorizontalSpacing(GAP_WIDE)
        rows.setVerticalSpacing(GAP)
        rows.setColumnStretch(0, 1)
        for number, name in enumerate(_WORDS):
            self._add_row(rows, number, name)
        folder = button(
            "Open Folder", "space-folder", tip=tr("All that is kept: {root}", root=root)
        )
        folder.clicked.connect(self.folder_pressed)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(folder)
        self.body.addWidget(self.said)
        self.body.addLayout(rows)
        self.body.addLayout(foot)

    def show_sizes(self, sizes: Sequence[CacheSize], free: int) -> None:
        self.said.setText(
            tr(
                "{size} are free. These files only save time: all are made again "
                "where they are needed. Exports that are old are deleted in Deliver.",
                size=size_text(free),
            )
        )
        for each in sizes:
            self.sizes[each.name].setText(size_text(each.size_bytes))
            self.buttons[each.name].setEnabled(each.size_bytes > 0)
        if self.isVisible():
            self.place()

    def _add_row(self, rows: QGridLayout, number: int, name: CacheName) -> None:
        words, tip = _WORDS[name]
        self.sizes[name] = label("", "field")
        clear = self.buttons[name] = button("Clear", f"clear-{name}", tip=tip)
        clear.setAccessibleName(tr("Clear {words}", words=words))
        clear.clicked.connect(lambda: self.clear_pressed.emit(name))
        rows.addWidget(label(words), number, 0)
        rows.addWidget(self.sizes[name], number, 1)
        rows.addWidget(clear, number, 2)
