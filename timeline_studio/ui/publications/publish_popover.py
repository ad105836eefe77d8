"""Asks where a production is published, and who sees it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from timeline_studio.ui.elements.controls import button, label, name_field
from timeline_studio.ui.elements.elided_label import ElidedLabel
from timeline_studio.ui.elements.popover import Popover
from timeline_studio.ui.language import tr
from timeline_studio.ui.publications.audience import Audience, AudienceForm, audience_of
from timeline_studio.ui.theme.metrics import GAP
from timeline_studio.workflows.publications import PublicationRow, SpaceRow

WIDTH = 320


class PublishPopover(Popover):
    """`accepted` carries the space's id, or None and the name of a new space; then who sees it."""

    accepted = Signal(object, str, object)  # int | None, name, Audience
    spaces_pressed = Signal()

    def __init__(
        self,
        anchor: QWidget,
        name: str,
        spaces: Sequence[SpaceRow],
        shown: Sequence[PublicationRow],
        *,
        chosen: int | None = None,
    ) -> None:
        """`shown` are the production's publications; `chosen` is the space that is offered."""
        super().__init__(anchor, width=WIDTH)
        self.setObjectName("publish-popover")
        self._shown = {row.space.id: row for row in shown}
        self.space = QComboBox()
        self.space.setObjectName("publish-space")
        self.space.setAccessibleName(tr("Space"))
        for row in spaces:
            self.space.addItem(row.space.name, row.space.id)
        self.space.addItem("New space…", None)
        self.name = name_field("Name of the new space", "publish-new-space")
        self.hint = label("", "secondary")
        self.hint.setWordWrap(True)
        self._form = AudienceForm(Audience())
        self.button = button("Publish", "publish-accept", look="primary")
        self._lay_out(name)
        self.closed.connect(self.deleteLater)
        self.name.textChanged.connect(lambda _text: self._fit())
        self.name.returnPressed.connect(self._accept)
        self.button.clicked.connect(self._accept)
        self.space.currentIndexChanged.connect(lambda _index: self._show_space())
        self.space.setCurrentIndex(max(0, self.space.findData(chosen) if chosen else 0))
        self._show_space()

    def open(self) -> None:
        super().open()
        (self.name if self._is_new() else self.space).setFocus()

    def _lay_out(self, name: str) -> None:
        title = ElidedLabel(tr("Publish “{name}”", name=name))
        title.setProperty("look", "title")
        manage = button("Spaces…", "publish-spaces", tip="Make, rename and remove spaces")
        manage.setProperty("look", "link")
        manage.clicked.connect(self.dismiss)
        manage.clicked.connect(self.spaces_pressed)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(manage)
        buttons.addStretch()
        buttons.addWidget(self.button)
        self.body.addWidget(title)
        self.body.addWidget(label("Space", "field"))
        for part in (self.space, self.name, self.hint, self._form):
            self.body.addWidget(part)
        self.body.addLayout(buttons)

    def _is_new(self) -> bool:
        return self.space.currentData() is None

    def _show_space(self) -> None:
        there = self._shown.get(self.space.currentData())
        self.name.setVisible(self._is_new())
        self.hint.setVisible(there is not None)
        if there is not None:
            self.hint.setText(tr("It is published there already: this changes who sees it."))
            self._form.show_audience(audience_of(there.publication))
        self.button.setText(tr("Publish") if there is None else tr("Change"))
        self._fit()
        if self.isVisible():
            self.place()
            if self._is_new():
                self.name.setFocus()

    def _fit(self) -> None:
        self.button.setEnabled(not self._is_new() or bool(self.name.text().strip()))

    def _accept(self) -> None:
        if self.button.isEnabled():
            self.dismiss()
            name = self.name.text().strip() if self._is_new() else self.space.currentText()
            self.accepted.emit(self.space.currentData(), name, self._form.audience())
