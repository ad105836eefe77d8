"""An item's effects on its picture, one after the other."""

from collections.abc import Iterable
from itertools import groupby

from timeline_studio.render.effects.cubes import Cubes
from timeline_studio.render.effects.grading import Grading, is_grade, saturated
from timeline_studio.render.effects.keying import keyed
from timeline_studio.render.effects.pixels import Pixels, taken_apart
from timeline_studio.render.effects.shading import shaded
from timeline_studio.render.effects.softening import blurred, sharpened
from timeline_studio.render.filters import FrameFilters
from timeline_studio.render.geometry import Size
from timeline_studio.render.placing import Placer
from timeline_studio.render.posing import Unposed
from timeline_studio.render.sources import Sources
from timeline_studio.timeline.effects.effect import (
    Blur,
    ChromaKey,
    Effect,
    Effects,
    Saturation,
    Sharpen,
    Vignette,
)


class EffectStack:
    """For frames of one size."""

    def __init__(
        self, canvas: Size, placer: Placer, filters: FrameFilters, sources: Sources
    ) -> None:
        self._canvas = canvas
        self._placer = placer
        self._filters = filters
        self._grading = Grading(filters, Cubes(sources.resolve))

    def applied(self, picture: Unposed, effects: Effects, scale: float = 1.0) -> Unposed:
        """The picture, upright and in our colours, with effects on it; their numbers are plain.

        It has as many pixels as it is shown with where it is enlarged by `scale`, but no more
        than it had. Raises MediaError where a LUT is missing or broken.
        """
        place = picture.place
        scale = min(max(1.0, scale), max(1.0, picture.size.width / place.width))
        size = Size(_even(place.width * scale), _even(place.height * scale))
        frame = self._placer.convert(picture.frame, size, picture.turn)
        upright = Unposed(frame, place, picture.whole)
        pixels = taken_apart(upright, self._canvas.height)
        for are_grades, run in groupby(effects, is_grade):
            change = self._grading.graded if are_grades else self._run
            pixels = change(pixels, run)
        return Unposed(pixels.joined(), pixels.place, pixels.whole)

    def _run(self, pixels: Pixels, run: Iterable[Effect]) -> Pixels:
        for effect in run:
            pixels = self._changed(pixels, effect)
        return pixels

    def _changed(self, pixels: Pixels, effect: Effect) -> Pixels:
        match effect:
            case Blur():
                return blurred(pixels, effect, self._filters)
            case Sharpen():
                return sharpened(pixels, effect, self._filters)
            case Saturation():
                return saturated(pixels, effect)
            case ChromaKey():
                return keyed(pixels, effect, self._filters)
            case Vignette():
                return shaded(pixels, effect, self._filters)
        raise AssertionError(f"{effect} is worked out elsewhere")


def _even(length: float) -> int:
    return max(2, round(length / 2) * 2)
