"""Pictures that do not move: stills, titles, captions, flat colours. Made once, kept while used."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

import av

from timeline_studio.media import image_frame
from timeline_studio.render.caption_text import draw_caption
from timeline_studio.render.effects.moment import is_moving
from timeline_studio.render.effects.stack import EffectStack
from timeline_studio.render.filters import FrameFilters
from timeline_studio.render.geometry import Size
from timeline_studio.render.placing import Placed, Placer
from timeline_studio.render.pose import UNMOVED, Pose, Rect, largest_scale
from timeline_studio.render.posing import Poser, Unposed
from timeline_studio.render.sources import Sources
from timeline_studio.render.text import colour_frame, draw_title
from timeline_studio.timeline.effects.effect import Effects
from timeline_studio.timeline.model import Caption, Generator, Item, Title

_KEPT = 12
_Made = TypeVar("_Made")


class Drawings:
    """Placed pictures by item id, for the items of one timeline."""

    def __init__(
        self,
        canvas: Size,
        placer: Placer,
        filters: FrameFilters,
        sources: Sources,
        effects: EffectStack,
    ) -> None:
        self._canvas = canvas
        self._effects = effects
        self._placer = placer
        self._sources = sources
        self._poser = Poser(canvas, placer, filters)
        self._placed: _Kept[Placed | None] = _Kept()
        self._unposed: _Kept[Unposed | None] = _Kept()

    def placed(self, item: Item, pose: Pose | None = None, effects: Effects = ()) -> Placed | None:
        """The item's picture, ready for the frame; None when it shows nothing.

        A clip is taken for a still: its media is an image. What moves is drawn once, and
        placed anew each time.
        """
        if (pose is not None and not pose.is_settled) or is_moving(item):
            picture = self._unposed.get(item.id, lambda: self._draw(item))
            return None if picture is None else self._posed(picture, item, pose, effects)
        return self._placed.get(item.id, lambda: self._place(item, pose, effects))

    def _place(self, item: Item, pose: Pose | None, effects: Effects) -> Placed | None:
        picture = self._draw(item)
        return None if picture is None else self._posed(picture, item, pose, effects)

    def _posed(
        self, picture: Unposed, item: Item, pose: Pose | None, effects: Effects
    ) -> Placed | None:
        if effects:
            picture = self._effects.applied(picture, effects, largest_scale(item))
            return self._poser.place(picture, pose or UNMOVED)
        if pose is not None:
            return self._poser.place(picture, pose)
        place = picture.place
        size = Size(round(place.width), round(place.height))
        frame = self._placer.convert(picture.frame, size)
        return Placed(frame, round(place.x), round(place.y))

    def _draw(self, item: Item) -> Unposed | None:
        if isinstance(item, Title):
            return self._part_of_frame(draw_title(item, self._canvas))
        if isinstance(item, Caption):
            return self._part_of_frame(draw_caption(item, self._canvas))
        if isinstance(item, Generator):
            return self._image(colour_frame(item.color, self._canvas), item)
        return self._image(image_frame(self._sources.info(item.media).path), item)

    def _part_of_frame(self, drawn: tuple[av.VideoFrame, int, int] | None) -> Unposed | None:
        if drawn is None:
            return None
        frame, x, y = drawn
        whole = Rect(0, 0, self._canvas.width, self._canvas.height)
        return Unposed(frame, Rect(x, y, frame.width, frame.height), whole)

    def _image(self, frame: av.VideoFrame, item: Item) -> Unposed:
        """No larger than it is ever shown, so that what moves is scaled down once."""
        place = self._placer.place_of(Size(frame.width, frame.height))
        scale = min(max(1.0, largest_scale(item)), max(1.0, frame.width / place.width))
        size = Size(round(place.width * scale / 2) * 2, round(place.height * scale / 2) * 2)
        return Unposed(self._placer.convert(frame, size), place, place)


class _Kept(Generic[_Made]):
    """What was made last, by item id."""

    def __init__(self) -> None:
        self._made: OrderedDict[str, _Made] = OrderedDict()

    def get(self, item_id: str, make: Callable[[], _Made]) -> _Made:
        if item_id not in self._made:
            self._made[item_id] = make()
            if len(self._made) > _KEPT:
                self._made.popitem(last=False)
        self._made.move_to_end(item_id)
        return self._made[item_id]
