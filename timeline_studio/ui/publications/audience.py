"""Who sees a publication, as a value, in words and as a form."""

from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from timeline_studio.library import SpacePublication
from timeline_studio.ui.elements.controls import label
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import GAP
from timeline_studio.workflows.publications import Visibility

_WORDS: dict[Visibility, str] = {
    "inherit": "Whoever sees the space",
    "members": "Members of the space only",
    "public": "Everyone",
}


@dataclass(frozen=True)
class Audience:
    """`in_global` has no effect on what only members see."""

    visibility: Visibility = "inherit"
    in_space: bool = True
    in_global: bool = True

    @property
    def is_global(self) -> bool:
        return self.in_global and self.visibility != "members"

    def feeds(self) -> str:
        """`In the space's feed and in everyone's`."""
        if self.in_space:
            return f"In the space’s feed{' and in everyone’s' if self.is_global else ' only'}"
        return "In everyone’s feed only" if self.is_global else "In no feed"


def audience_of(publication: SpacePublication) -> Audience:
    return Audience(
        visibility=publication.visibility,
        in_space=publication.visible_in_space,
        in_global=publication.visible_in_global,
    )


def visibility_words(visibility: Visibility) -> str:
    return _WORDS[visibility]


class AudienceForm(QWidget):
    def __init__(self, audience: Audience) -> None:
        super().__init__()
        self.who = QComboBox()
        self.who.setObjectName("audience-who")
        self.who.setAccessibleName(tr("Who may watch"))
        for visibility, words in _WORDS.items():
            self.who.addItem(words, visibility)
        self.in_space = QCheckBox(tr("Show in the space’s feed"))
        self.in_space.setObjectName("audience-in-space")
        self.in_global = QCheckBox(tr("Show in everyone’s feed"))
        self.in_global.setObjectName("audience-in-global")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(label("Who may watch", "field"))
        for part in (self.who, self.in_space, self.in_global):
            column.addWidget(part)
        self.who.currentIndexChanged.connect(lambda _index: self._fit())
        self.show_audience(audience)

    def show_audience(self, audience: Audience) -> None:
        self.who.setCurrentIndex(self.who.findData(audience.visibility))
        self.in_space.setChecked(audience.in_space)
        self.in_global.setChecked(audience.in_global)
        self._fit()

    def audience(self) -> Audience:
        return Audience(
            visibility=self.who.currentData(),
            in_space=self.in_space.isChecked(),
            in_global=self.in_global.isChecked(),
        )

    def _fit(self) -> None:
        is_for_members = self.who.currentData() == "members"
        self.in_global.setEnabled(not is_for_members)
        self.in_global.setToolTip(
            tr("What only members see is never in everyone’s feed") if is_for_members else ""
        )
