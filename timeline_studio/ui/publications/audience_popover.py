"""Asks who sees a publication that is there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from timeline_studio.ui.elements.controls import button
from timeline_studio.ui.elements.elided_label import ElidedLabel
from timeline_studio.ui.elements.popover import Popover
from timeline_studio.ui.language import tr
from timeline_studio.ui.publications.audience import AudienceForm, audience_of
from timeline_studio.ui.publications.publish_popover import WIDTH
from timeline_studio.workflows.publications import PublicationRow


class AudiencePopover(Popover):
    accepted = Signal(object)  # Audience

    def __init__(self, anchor: QWidget, row: PublicationRow) -> None:
        super().__init__(anchor, width=WIDTH)
        self.setObjectName("audience-popover")
        title = ElidedLabel(tr("“{name}” in “{space}”", name=row.name, space=row.space.name))
        title.setProperty("look", "title")
        self._form = AudienceForm(audience_of(row.publication))
        change = button("Change", "audience-accept", look="primary")
        change.clicked.connect(self._accept)
        self.closed.connect(self.deleteLater)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(change)
        self.body.addWidget(title)
        self.body.addWidget(self._form)
        self.body.addLayout(buttons)

    def open(self) -> None:
        super().open()
        self._form.who.setFocus()

    def _accept(self) -> None:
        self.dismiss()
        self.accepted.emit(self._form.audience())
