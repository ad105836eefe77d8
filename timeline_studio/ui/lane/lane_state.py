"""Which property of which clip the lane shows, and how high it is."""

from PySide6.QtCore import QObject, Signal

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.effects.animation import Animated, keys_of
from timeline_studio.timeline.effects.properties import has_property, property_of
from timeline_studio.timeline.model import Item, Track
from timeline_studio.timeline.queries import find_item
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.track_layout import TrackLayout
from timeline_studio.ui.lane.choices import Choice, choices_for, first_choice

HEIGHT = 72
_LOWEST, _HIGHEST = 48, 200


class LaneState(QObject):
    """Closes by itself when its clip goes; when its effect goes, it shows what is left.

    `chosen` is the time of the chosen keyframe in flicks from the clip's start, or None.
    """

    changed = Signal()

    def __init__(
        self, document: TimelineDocument, layout: TrackLayout, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._layout = layout
        self.choice: Choice | None = None
        self.choices: list[Choice] = []
        self.chosen: int | None = None
        self.height = HEIGHT
        document.changed.connect(self._follow)

    @property
    def is_open(self) -> bool:
        return self.choice is not None

    @property
    def place(self) -> tuple[Track, Item] | None:
        """The clip and its track; None while the lane is closed."""
        if self.choice is None:
            return None
        try:
            return find_item(self._document.timeline, self.choice.item_id)
        except EditError:
            return None

    @property
    def animated(self) -> Animated:
        """The property's constant or keyframes; of an open lane only."""
        assert self.choice is not None  # noqa: S101 - asked before
        assert self.place is not None  # noqa: S101
        return property_of(self.place[1], self.choice.field.name)

    def toggle(self, item_id: str) -> None:
        """Close it, where it is of that clip; else open it there."""
        if self.choice is not None and self.choice.item_id == item_id:
            self.close()
        else:
            self.choices = choices_for(self._document.timeline, item_id)
            self.show_choice(first_choice([c for c in self.choices if c.item_id == item_id]))

    def show_choice(self, choice: Choice | None) -> None:
        self.choice, self.chosen = choice, None
        self._tell()

    def close(self) -> None:
        self.choices = []
        self.show_choice(None)

    def choose(self, time: int | None) -> None:
        self.chosen = time
        self.changed.emit()

    def set_height(self, height: int) -> None:
        self.height = min(_HIGHEST, max(_LOWEST, height))
        self._tell()

    def _follow(self) -> None:
        if self.choice is None:
            return
        place = self.place
        if place is None:
            self.close()
            return
        self.choices = choices_for(self._document.timeline, self.choice.item_id)
        if not has_property(place[1], self.choice.field.name):
            self.show_choice(first_choice(self.choices))
            return
        if self.chosen not in {key.time for key in keys_of(self.animated)}:
            self.chosen = None
        self._tell()

    def _tell(self) -> None:
        place = self.place
        self._layout.leave_below({} if place is None else {place[0].id: self.height})
        self.changed.emit()
