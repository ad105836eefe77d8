"""What a site is to show, then how far writing it has come."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QProgressBar, QWidget

from timeline_studio.ui.elements.controls import button, label
from timeline_studio.ui.elements.elided_label import ElidedLabel
from timeline_studio.ui.elements.popover import Popover
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import GAP
from timeline_studio.workflows.publications import SpaceRow

_WIDTH = 420
_EVERYTHING = "Everything that is published for everyone"
_MOST = 1000


class SitePopover(Popover):
    """Closing it stops nothing: the site is written on."""

    folder_pressed = Signal()
    cancel_pressed = Signal()

    def __init__(self, anchor: QWidget, rows: Sequence[SpaceRow]) -> None:
        super().__init__(anchor, width=_WIDTH)
        self.setObjectName("site-popover")
        self.shown = QComboBox()
        self.shown.setObjectName("site-shown")
        self.shown.setAccessibleName(tr("What the site shows"))
        self.shown.addItem(_EVERYTHING, None)
        for row in rows:
            self.shown.addItem(f"{row.space.name} ({row.published} published)", row.space.slug)
        self.members = QCheckBox(tr("With what only its members may see"))
        self.members.setObjectName("site-members")
        self.members.setToolTip(tr("Only where the web server lets in nobody else"))
        self.folder = button("Choose Folder…", "site-folder", look="primary")
        self.stage = ElidedLabel()
        self.stage.setProperty("look", "secondary")
        self.bar = QProgressBar(textVisible=False, maximum=_MOST)
        self.cancel = button("Cancel", "site-cancel", tip="What is there already stays whole")
        self.shown.currentIndexChanged.connect(lambda _index: self._fit())
        self.folder.clicked.connect(self.folder_pressed)
        self.cancel.clicked.connect(self.cancel_pressed)
        self._lay_out()
        self._fit()

    @property
    def space_slug(self) -> str | None:
        slug = self.shown.currentData()
        return slug if isinstance(slug, str) else None

    @property
    def with_members(self) -> bool:
        return self.space_slug is not None and self.members.isChecked()

    def open(self) -> None:
        super().open()
        (self.cancel if self.cancel.isVisible() else self.shown).setFocus()

    def show_progress(self, fraction: float, words: str) -> None:
        self.bar.setValue(round(fraction * _MOST))
        self.stage.setText(words)
        if self._writing.isHidden():
            for part in (self._choosing, self.shown, self.members):
                part.hide()
            for part in (self._writing, self.bar):
                part.show()
            self.cancel.setFocus()
            self.place()

    def _lay_out(self) -> None:
        explained = label(
            "A folder with a page a video, that any web server can serve. The next time only "
            "what changed is written.",
            "secondary",
        )
        explained.setWordWrap(True)
        self._choosing, self._writing = QWidget(), QWidget()
        choosing, writing = QHBoxLayout(self._choosing), QHBoxLayout(self._writing)
        for row in (choosing, writing):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(GAP)
        choosing.addStretch()
        choosing.addWidget(self.folder)
        writing.addWidget(self.stage, 1)
        writing.addWidget(self.cancel)
        self._writing.hide()
        self.bar.hide()
        self.body.addWidget(label("Write a site", "title"))
        self.body.addWidget(explained)
        for part in (self.shown, self.members, self.bar, self._choosing, self._writing):
            self.body.addWidget(part)

    def _fit(self) -> None:
        self.members.setVisible(self.space_slug is not None)
        if self.isVisible():
            self.place()
