"""A number of a track: typed or dragged, one undo step each."""

from collections.abc import Callable

from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.inspector.scrub_field import ScrubField
from timeline_studio.ui.language import tr

Edit = Callable[[Timeline, float], Timeline]


class LevelField(ScrubField):
    """Has `edit` make the timeline with the number that is entered. Showing a number edits nothing;
    one that is refused is not left in the field."""

    def __init__(
        self,
        document: TimelineDocument,
        name: str,
        limits: tuple[float, float],
        suffix: str,
        tip: str,
        *,
        step: float,
    ) -> None:
        super().__init__(
            name, *limits, suffix, tr("{word}: drag to change, or type", word=tr(tip)), step=step
        )
        self._document = document
        self._edit: Edit | None = None
        self._text = ""
        self._gesture = -1
        self.entered.connect(lambda number: self._apply(number, -1))
        self.scrubbed.connect(self._on_scrubbed)

    def bind(self, text: str, edit: Edit) -> None:
        """`text` is what the undo step is called."""
        self._text, self._edit = text, edit

    def _on_scrubbed(self, number: float, is_first: bool) -> None:
        if is_first:
            self._gesture = self._document.new_gesture()
        self._apply(number, self._gesture)

    def _apply(self, number: float, gesture: int) -> None:
        edit = self._edit
        if edit is not None:
            self._document.apply(
                self._text, lambda timeline: edit(timeline, number), gesture=gesture
            )
