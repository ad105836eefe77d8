"""Pictures that do not move: stills, titles, captions, flat colours. Made once, kept while used."""

from collections import OrderedDict

import av

from timeline_studio.media import image_frame
from timeline_studio.render.caption_text import draw_caption
from timeline_studio.render.geometry import Size
from timeline_studio.render.placing import Placed, Placer
from timeline_studio.render.sources import Sources
from timeline_studio.render.text import colour_frame, draw_title
from timeline_studio.timeline.model import Caption, Generator, Item, Title

_KEPT = 12


class Drawings:
    """Placed pictures by item id, for the items of one timeline."""

    def __init__(self, canvas: Size, placer: Placer, sources: Sources) -> None:
        self._canvas = canvas
        self._placer = placer
        self._sources = sources
        self._placed: OrderedDict[str, Placed | None] = OrderedDict()

    def placed(self, item: Item) -> Placed | None:
        """The item's picture, ready for the frame; None when it shows nothing.

        A clip is taken for a still: its media is an image.
        """
        if item.id not in self._placed:
            self._placed[item.id] = self._draw(item)
            if len(self._placed) > _KEPT:
                self._placed.popitem(last=False)
        self._placed.move_to_end(item.id)
        return self._placed[item.id]

    def _draw(self, item: Item) -> Placed | None:
        if isinstance(item, Title):
            return self._convert(draw_title(item, self._canvas))
        if isinstance(item, Caption):
            return self._convert(draw_caption(item, self._canvas))
        if isinstance(item, Generator):
            frame = colour_frame(item.color, self._canvas)
        else:
            frame = image_frame(self._sources.info(item.media).path)
        return self._placer.place(frame, Size(frame.width, frame.height))

    def _convert(self, drawn: tuple[av.VideoFrame, int, int] | None) -> Placed | None:
        if drawn is None:
            return None
        frame, x, y = drawn
        return Placed(self._placer.convert(frame, Size(frame.width, frame.height)), x, y)
