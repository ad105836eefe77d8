"""A section of an item's own properties, and of its fades."""

from collections.abc import Iterable, Sequence
from typing import Literal

from timeline_studio.timeline import edits
from timeline_studio.timeline.effects.fade import visible
from timeline_studio.timeline.model import Caption, Item
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_start, nearest_frame
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.inspector.number_section import NumberSection, PropertyField
from timeline_studio.ui.inspector.scrub_field import ScrubField
from timeline_studio.ui.language import tr

Edge = Literal["in", "out"]
_LONGEST_FADE = 600.0


class PropertySection(NumberSection):
    """Numbers and fades."""

    def __init__(
        self, title: str, document: TimelineDocument, fields: Iterable[PropertyField]
    ) -> None:
        super().__init__(title, document, fields)
        self.fades: dict[Edge, ScrubField] = {
            "in": ScrubField(f"{title.lower()}-fade-in", 0, _LONGEST_FADE, " s", step=0.04),
            "out": ScrubField(f"{title.lower()}-fade-out", 0, _LONGEST_FADE, " s", step=0.04),
        }
        for edge, fade in self.fades.items():
            self._add_fade(edge, fade)

    def show_items(self, items: Sequence[Item]) -> None:
        super().show_items(items)
        for edge, field in self.fades.items() if items else ():
            fades = [_fade(item, edge) for item in items]
            field.setPrefix("~ " if len(set(fades)) > 1 else "")
            field.show_number(fades[0] / FLICKS_PER_SECOND)

    def _add_fade(self, edge: Edge, field: ScrubField) -> None:
        field.setDecimals(2)
        field.setToolTip(tr("How long it fades {edge}: drag to change, or type", edge=edge))
        field.entered.connect(lambda seconds: self._set_fade(edge, seconds))
        field.scrubbed.connect(lambda seconds, is_first: self._scrub_fade(edge, seconds, is_first))
        self.add(f"Fade {edge}", field)

    def _set_fade(self, edge: Edge, seconds: float, gesture: int = -1) -> None:
        rate = self._document.timeline.rate
        frames = nearest_frame(round(seconds * FLICKS_PER_SECOND), rate)
        length = frame_start(frames, rate)
        self.apply(
            tr("Change fade {edge}", edge=edge),
            lambda timeline, ids: edits.set_fade(timeline, ids, edge, length),
            gesture,
        )

    def _scrub_fade(self, edge: Edge, seconds: float, is_first: bool) -> None:
        if is_first:
            self._gesture = self._document.new_gesture()
        self._set_fade(edge, seconds, self._gesture)


def _fade(item: Item, edge: Edge) -> int:
    if isinstance(item, Caption):
        return 0
    return visible(item.fade_in if edge == "in" else item.fade_out)
