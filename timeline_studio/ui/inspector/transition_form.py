"""The fields of a transition: what it looks like, how long it is, how it lies on its cut."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Timeline, Track, Transition
from timeline_studio.timeline.queries import touching_at
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_start, nearest_frame
from timeline_studio.timeline.transition_look import PARAMETERS, Direction, plain_look
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.transition_names import KIND_NAMES
from timeline_studio.ui.elements.controls import label
from timeline_studio.ui.inspector.colour_button import ColourButton
from timeline_studio.ui.inspector.form_section import FormSection, NumberField
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import INSPECTOR_CONTROL_HEIGHT

_DIRECTIONS: Mapping[Direction, str] = {
    "left": "To the left",
    "right": "To the right",
    "up": "Upwards",
    "down": "Downwards",
}
_ALIGNMENTS: Mapping[edits.Alignment, str] = {
    "center": "Centred on the cut",
    "start": "Begins at the cut",
    "end": "Ends at the cut",
}
_LONGEST = 600.0


class TransitionForm(QWidget):
    """Only what counts for its kind is shown. Showing edits nothing."""

    def __init__(self, document: TimelineDocument) -> None:
        super().__init__()
        self._document = document
        self._shown: Transition | None = None
        self.section = FormSection("Transition")
        self.kind = _choice("transition-kind", KIND_NAMES, tr("How a picture becomes the next"))
        self.direction = _choice("transition-direction", _DIRECTIONS, tr("Where it moves to"))
        self.color = ColourButton("transition-colour")
        self.softness = NumberField("transition-softness", 0, 100, " %", tr("How wide its edge is"))
        self.duration = NumberField(
            "transition-length", 0, _LONGEST, " s", tr("How long it is, in whole frames")
        )
        self.duration.setDecimals(2)
        self.alignment = _choice("transition-alignment", _ALIGNMENTS, tr("How it lies on its cut"))
        for word, field in (
            ("Kind", self.kind),
            ("Direction", self.direction),
            ("Colour", self.color),
            ("Softness", self.softness),
            ("Length", self.duration),
            ("Alignment", self.alignment),
        ):
            self.section.add(word, field)
        self.missing = label("", "secondary")
        self.missing.setWordWrap(True)
        self.section.add("Media", self.missing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.section)
        layout.addStretch()
        self._connect()

    def show_transition(self, track: Track, transition: Transition) -> None:
        """Sounds only cross: there, length and alignment are all."""
        self._shown = transition
        parameters = () if track.kind == "audio" else PARAMETERS[transition.kind]
        self.section.show_row(self.kind, is_shown=track.kind == "video")
        self.section.show_row(self.direction, is_shown="direction" in parameters)
        self.section.show_row(self.color, is_shown="color" in parameters)
        self.section.show_row(self.softness, is_shown="softness" in parameters)
        self.kind.setCurrentIndex(self.kind.findData(transition.kind))
        self.direction.setCurrentIndex(self.direction.findData(transition.direction))
        self.color.show_color(transition.color)
        self.softness.show_number(100 * transition.softness)
        self.duration.show_number((transition.end - transition.start) / FLICKS_PER_SECOND)
        self._show_missing(track, transition)
        alignment = edits.alignment_of(self._document.timeline, transition)
        self.alignment.setCurrentIndex(self.alignment.findData(alignment))

    def _show_missing(self, track: Track, transition: Transition) -> None:
        timeline = self._document.timeline
        left, right = touching_at(track, transition.cut)
        frame = frame_start(1, timeline.rate)
        missing = edits.missing_handles(left, right, transition, frame)
        words = edits.missing_words(timeline, left, right, missing)
        is_sound = track.kind == "audio"
        instead = tr("There it is silent.") if is_sound else tr("There its picture holds.")
        self.missing.setText(". ".join([*words, instead]))
        self.section.show_row(self.missing, is_shown=bool(words))

    def _connect(self) -> None:
        self.kind.activated.connect(
            lambda: self._change(tr("Change the transition's kind"), kind=self.kind.currentData())
        )
        self.direction.activated.connect(
            lambda: self._change(tr("Turn the transition"), direction=self.direction.currentData())
        )
        self.color.chosen.connect(
            lambda color: self._change(tr("Colour the transition"), color=color)
        )
        self.softness.entered.connect(
            lambda percent: self._change(tr("Soften the transition"), softness=percent / 100)
        )
        self.duration.entered.connect(self._set_duration)
        self.alignment.activated.connect(self._align)

    def _change(self, text: str, **fields: object) -> None:
        if self._shown is None:
            return
        look = msgspec.structs.replace(plain_look(self._shown), **fields)
        shown = self._shown
        self._apply(text, lambda timeline: edits.change_look(timeline, shown.id, look))

    def _set_duration(self, seconds: float) -> None:
        """It keeps lying as it does; one that lies in no way of ours becomes centred."""
        rate = self._document.timeline.rate
        frames = max(1, nearest_frame(round(seconds * FLICKS_PER_SECOND), rate))
        self._lay(self.alignment.currentData() or "center", frame_start(frames, rate))

    def _align(self) -> None:
        if self._shown is not None:
            self._lay(self.alignment.currentData(), self._shown.end - self._shown.start)

    def _lay(self, alignment: edits.Alignment, duration: int) -> None:
        if self._shown is None:
            return
        shown = self._shown
        self._apply(
            tr("Change the transition's length"),
            lambda timeline: edits.align_transition(timeline, shown.id, alignment, duration),
        )

    def _apply(self, text: str, edit: Callable[[Timeline], Timeline]) -> None:
        """What is refused is not left in a field."""
        if not self._document.apply(text, edit) and self._shown is not None:
            self.show_transition(*_found(self._document.timeline, self._shown))


def _found(timeline: Timeline, transition: Transition) -> tuple[Track, Transition]:
    return next(
        (track, each)
        for track in timeline.tracks
        for each in track.transitions
        if each.id == transition.id
    )


def _choice(name: str, words: Mapping[Any, str], tip: str) -> QComboBox:
    field = QComboBox()
    field.setObjectName(name)
    field.setToolTip(tr(tip))
    field.setProperty("compact", "true")
    field.setFixedHeight(INSPECTOR_CONTROL_HEIGHT)
    for data, word in words.items():
        field.addItem(tr(word), data)
    return field
