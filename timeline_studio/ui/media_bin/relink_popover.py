"""The list of missing footage, with the files that were found for it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QProgressBar, QWidget

from timeline_studio.ui.elements.controls import button, label
from timeline_studio.ui.elements.popover import Popover
from timeline_studio.ui.elements.words import duration_text
from timeline_studio.ui.language import tr, tr_count
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT
from timeline_studio.workflows.media import LostUpload, Match

_WIDTH, _LIST_HEIGHT = 420, 220
_MATCH = Qt.ItemDataRole.UserRole + 1
_WORDS = {
    "sure": "Found, the same file",
    "likely": "Found, as large and as long",
    "possible": "Perhaps: the same name and length",
}


class RelinkPopover(Popover):
    """What is sure is ticked; one press relinks all that is ticked. It stays until it is closed."""

    search_asked = Signal()
    relink_asked = Signal(object)  # list[Match]
    cancel_asked = Signal()

    def __init__(self, anchor: QWidget, theme: Theme) -> None:
        super().__init__(anchor, width=_WIDTH, stays=True)
        self.title = self.add_head(theme, "Missing media")
        self.list = QListWidget()
        self.list.setObjectName("missing-media")
        self.list.setAccessibleName(tr("Missing media"))
        self.list.setFixedHeight(_LIST_HEIGHT)
        self.list.setSpacing(GAP_TIGHT)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.itemChanged.connect(lambda _item: self._count())
        self.body.addWidget(self.list)
        self.place_text = label("", "secondary")
        self.bar = QProgressBar(textVisible=False, maximum=0)
        self.body.addWidget(self.place_text)
        self.body.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self.search = button("Search in Folder…", "relink-search")
        self.search.clicked.connect(self.search_asked)
        self.cancel = button("Cancel", "relink-cancel", look="link")
        self.cancel.clicked.connect(self.cancel_asked)
        self.relink = button("Relink", "relink-all", look="primary")
        self.relink.clicked.connect(lambda: self.relink_asked.emit(self.ticked()))
        row.addWidget(self.search)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.relink)
        self.body.addLayout(row)
        self._rest()

    def show_lost(self, lost: Sequence[LostUpload]) -> None:
        self.list.clear()
        for each in lost:
            upload = each.upload
            length = duration_text(upload.duration_seconds)
            item = QListWidgetItem(" · ".join(filter(None, [upload.name, length])))
            item.setData(Qt.ItemDataRole.UserRole, upload.id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.list.addItem(item)
        self._rest()
        self.search.setEnabled(bool(lost))
        self.place_text.setText(
            tr_count(len(lost), "{n} file is missing.", "{n} files are missing.")
            if lost
            else tr("Nothing is missing.")
        )

    def show_matches(self, matches: Mapping[int, Match]) -> None:
        for item in self._items():
            match = matches.get(item.data(Qt.ItemDataRole.UserRole))
            if match is None:
                continue
            name = item.text().partition("\n")[0]
            item.setData(_MATCH, match)
            item.setText(f"{name}\n{tr(_WORDS[match.certainty])}: {match.path}")
            item.setToolTip(str(match.path))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_sure = match.certainty == "sure"
            item.setCheckState(Qt.CheckState.Checked if is_sure else Qt.CheckState.Unchecked)
        self._rest()
        found = sum(item.data(_MATCH) is not None for item in self._items())
        self.place_text.setText(
            tr("Found {found} of {all}.", found=found, all=self.list.count())
            if found
            else tr("Nothing was found there: search in another folder.")
        )

    def show_work(self, words: str) -> None:
        self.place_text.setText(words)
        for part in (self.search, self.relink):
            part.setEnabled(False)
        self.bar.show()
        self.cancel.show()

    def show_place(self, where: str) -> None:
        """Where the search is at this moment."""
        room = self.width() - 40
        self.place_text.setText(
            self.fontMetrics().elidedText(where, Qt.TextElideMode.ElideMiddle, room)
        )

    def ticked(self) -> list[Match]:
        return [
            item.data(_MATCH)
            for item in self._items()
            if item.data(_MATCH) is not None and item.checkState() == Qt.CheckState.Checked
        ]

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _rest(self) -> None:
        """Nothing is under way."""
        self.search.setEnabled(True)
        self.bar.hide()
        self.cancel.hide()
        self._count()

    def _count(self) -> None:
        count = len(self.ticked())
        self.relink.setEnabled(bool(count))
        self.relink.setText(
            tr_count(count, "Relink {n} File", "Relink {n} Files") if count else tr("Relink")
        )
