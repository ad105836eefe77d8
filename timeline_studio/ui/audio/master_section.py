"""The Audio tab's section of the whole film: how loud it is delivered, how high it peaks."""

from PySide6.QtWidgets import QCheckBox, QLabel

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.audio.choice import choice
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.elements.words import lufs_text
from timeline_studio.ui.inspector.form_section import FormSection
from timeline_studio.ui.language import tr

LOUDNESSES: dict[float | None, str] = {
    None: "As mixed",
    -14.0: "−14 LUFS, web",
    -16.0: "−16 LUFS, speech",
    -23.0: "−23 LUFS, TV",
}
_NOTE = "Reached when exporting, with peaks of at most −1 dBTP. The monitor plays the mix before."


class MasterSection(FormSection):
    """Choosing is one undo step each."""

    def __init__(self, document: TimelineDocument) -> None:
        super().__init__("Master")
        self._document = document
        self.loudness = choice(
            "master-loudness",
            "Loudness of what is exported",
            "How loud what is exported is on the whole (EBU R128)",
        )
        for value, words in LOUDNESSES.items():
            self.loudness.addItem(tr(words), value)
        self.loudness.activated.connect(lambda: self.set_loudness(self.loudness.currentData()))
        self.limiter = QCheckBox(tr("Peaks to −1 dBTP"))
        self.limiter.setObjectName("master-limiter")
        self.limiter.setToolTip(
            tr("Make the mix softer for the moment of a peak, in the monitor too")
        )
        self.limiter.clicked.connect(self.set_limiter)
        self.note = QLabel(tr(_NOTE), wordWrap=True)
        self.note.setProperty("look", "secondary")
        self.add("Loudness", self.loudness)
        self.add("Limiter", self.limiter)
        self.add("", self.note)

    def show_timeline(self, timeline: Timeline) -> None:
        """One that none of the choices is, say of another program, is a choice too."""
        at = self.loudness.findData(timeline.loudness)
        if at < 0:
            self.loudness.addItem(f"{lufs_text(timeline.loudness)} LUFS", timeline.loudness)
            at = self.loudness.count() - 1
        self.loudness.setCurrentIndex(at)
        self.limiter.setChecked(timeline.limiter)
        self.show_row(self.note, is_shown=timeline.loudness is not None)

    def set_loudness(self, loudness: float | None) -> None:
        self._document.apply(
            "Change loudness", lambda timeline: edits.set_master(timeline, loudness=loudness)
        )

    def set_limiter(self, on: bool) -> None:
        self._document.apply(
            "Limit peaks" if on else "Limit no peaks",
            lambda timeline: edits.set_master(timeline, limiter=on),
        )
