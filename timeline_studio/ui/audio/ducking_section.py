"""The Audio tab's section of what a track gives way to, and how."""

from typing import Any

from msgspec.structs import replace
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from timeline_studio.timeline import edits
from timeline_studio.timeline.ducking import LONGEST, LOWEST_THRESHOLD_DB, MOST_DEPTH_DB, Ducking
from timeline_studio.timeline.model import Timeline, Track
from timeline_studio.timeline.queries import find_track, track_label
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.ui.audio.level_field import LevelField
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.inspector.form_section import FormSection
from timeline_studio.ui.language import tr

_SECONDS = (0.0, LONGEST / FLICKS_PER_SECOND)


class DuckingSection(FormSection):
    """A box for each other audio track; while none is ticked there is nothing more to set."""

    def __init__(self, document: TimelineDocument) -> None:
        super().__init__("Ducking")
        self._document = document
        self._track_id = ""
        self.sources = QWidget()
        self._boxes = QVBoxLayout(self.sources)
        self._boxes.setContentsMargins(0, 0, 0, 0)
        self._boxes.setSpacing(0)
        self.amount = LevelField(
            document, "duck-depth", (0, MOST_DEPTH_DB), " dB", "How much softer it gets", step=0.5
        )
        self.threshold = LevelField(
            document,
            "duck-threshold",
            (LOWEST_THRESHOLD_DB, 0),
            " dB",
            "How loud the others have to be",
            step=0.5,
        )
        self.attack = LevelField(
            document, "duck-attack", _SECONDS, " s", "How long before them it begins", step=0.05
        )
        self.release = LevelField(
            document, "duck-release", _SECONDS, " s", "How long it takes to come back", step=0.05
        )
        self._fields = (self.amount, self.threshold, self.attack, self.release)
        self.add("Yields to", self.sources)
        for word, field in zip(
            ("By", "When over", "Ahead by", "Back in"), self._fields, strict=True
        ):
            self.add(word, field)
        self._bind()

    def show_track(self, timeline: Timeline, track: Track) -> None:
        """Hidden where there is no other track."""
        self._track_id = track.id
        others = {
            each.id: track_label(timeline, each)
            for each in timeline.audio_tracks
            if each is not track
        }
        self.setVisible(bool(others))
        self._make_boxes(others)
        ducking = track.ducking or Ducking()
        for box in self.boxes:
            box.setChecked(box.objectName().removeprefix("duck-") in ducking.sources)
        self.amount.show_number(ducking.depth_db)
        self.threshold.show_number(ducking.threshold_db)
        self.attack.show_number(ducking.attack / FLICKS_PER_SECOND)
        self.release.show_number(ducking.release / FLICKS_PER_SECOND)
        for field in self._fields:
            self.show_row(field, is_shown=track.ducking is not None)

    def set_open(self, is_open: bool) -> None:
        """Whether the track can be changed now."""
        for field in (self.sources, *self._fields):
            field.setEnabled(is_open)

    @property
    def boxes(self) -> list[QCheckBox]:
        places = (self._boxes.itemAt(place) for place in range(self._boxes.count()))
        widgets = (place.widget() for place in places if place is not None)
        return [widget for widget in widgets if isinstance(widget, QCheckBox)]

    def _make_boxes(self, others: dict[str, str]) -> None:
        """Those that are there stay while they fit: one may be being pressed."""
        boxes = self.boxes
        if {box.objectName(): box.text() for box in boxes} == {
            f"duck-{track_id}": name for track_id, name in others.items()
        }:
            return
        for box in boxes:
            self._boxes.removeWidget(box)
            box.hide()
            box.deleteLater()
        for track_id, name in others.items():
            box = QCheckBox(name)
            box.setObjectName(f"duck-{track_id}")
            box.setToolTip(tr("Get softer while {name} is heard", name=name))
            box.clicked.connect(lambda on, source=track_id: self._on_source(source, on=on))
            self._boxes.addWidget(box)

    def _on_source(self, source: str, *, on: bool) -> None:
        track = find_track(self._document.timeline, self._track_id)
        before = track.ducking or Ducking()
        left = tuple(each for each in before.sources if each != source)
        ducking = replace(before, sources=(*left, source) if on else left)
        wanted = ducking if ducking.sources else None
        self._document.apply(
            "Give way" if on else "Give way no more",
            lambda timeline: edits.set_ducking(timeline, track.id, wanted),
        )

    def _bind(self) -> None:
        self.amount.bind("Change ducking", lambda t, db: self._with(t, depth_db=db))
        self.threshold.bind("Change ducking", lambda t, db: self._with(t, threshold_db=db))
        self.attack.bind("Change ducking", lambda t, s: self._with(t, attack=_flicks(s)))
        self.release.bind("Change ducking", lambda t, s: self._with(t, release=_flicks(s)))

    def _with(self, timeline: Timeline, **changes: Any) -> Timeline:
        ducking = find_track(timeline, self._track_id).ducking or Ducking()
        return edits.set_ducking(timeline, self._track_id, replace(ducking, **changes))


def _flicks(seconds: float) -> int:
    return round(seconds * FLICKS_PER_SECOND)
