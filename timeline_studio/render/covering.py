"""Which layers are seen: what hides all below it."""

from typing import TypeGuard

from timeline_studio.render.effects.moment import is_cleared, is_effected
from timeline_studio.render.geometry import Size, fitted
from timeline_studio.render.plan import Layer, Picture
from timeline_studio.render.pose import is_untouched
from timeline_studio.render.sources import Sources
from timeline_studio.timeline.model import Clip, Generator, Item, Still


class Covering:
    """For frames of one size."""

    def __init__(self, sources: Sources, canvas: Size) -> None:
        self._sources = sources
        self._canvas = canvas

    def unhidden(self, layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
        """The layers from the topmost one on that surely hides all below it."""
        for index in reversed(range(len(layers))):
            layer = layers[index]
            if is_in_its_place(layer) and self._fills_frame(layer.item):
                return layers[index:]
        return layers

    def _fills_frame(self, item: Item) -> bool:
        if is_cleared(item):
            return False
        if isinstance(item, Generator):
            return True
        if not isinstance(item, Clip | Still):
            return False
        video = self._sources.info(item.media).video
        if video is None or video.has_alpha:
            return False
        return fitted(Size(video.display_width, video.display_height), self._canvas) == self._canvas


def is_in_its_place(layer: Layer) -> TypeGuard[Picture]:
    """Whether it is one picture, neither moved nor clear nor fading."""
    return isinstance(layer, Picture) and not layer.is_fading and is_untouched(layer.item)


def shows_as_it_is(layer: Layer) -> TypeGuard[Picture]:
    """Whether it is one picture in its place, without effects."""
    return is_in_its_place(layer) and not is_effected(layer.item)
