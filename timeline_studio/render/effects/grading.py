"""Runs of colour effects in red, green and blue: tables of tones, and LUTs by libavfilter."""

from collections.abc import Iterable
from itertools import groupby
from typing import cast

import av

from timeline_studio.render.effects.cubes import Cubes
from timeline_studio.render.effects.pixels import Pixels, made_of, translated
from timeline_studio.render.effects.tones import Tone, is_tone, tabled, tables
from timeline_studio.render.filters import FrameFilters, escaped
from timeline_studio.timeline.effects.animation import value_at
from timeline_studio.timeline.effects.effect import Effect, Lut, Saturation


def is_grade(effect: Effect) -> bool:
    """Whether it is worked out in red, green and blue."""
    return is_tone(effect) or isinstance(effect, Lut)


class Grading:
    def __init__(self, filters: FrameFilters, cubes: Cubes) -> None:
        self._filters = filters
        self._cubes = cubes

    def graded(self, pixels: Pixels, grades: Iterable[Effect]) -> Pixels:
        """Through all of a run, which is taken to red, green and blue once; numbers are plain."""
        frame = self._filters.rgb(pixels.colours, pixels.size)
        for are_tones, run in groupby(grades, is_tone):
            if are_tones:
                frame = _through(frame, tables(cast(tuple[Tone, ...], tuple(run))))
            else:
                for lut in run:
                    frame = self._looked_up(frame, cast(Lut, lut))
        return pixels.coloured(self._filters.yuv(frame))

    def _looked_up(self, frame: av.VideoFrame, lut: Lut) -> av.VideoFrame:
        share = value_at(lut.amount, 0)
        path, cube = self._cubes.of(lut)
        if cube.is_by_channel:
            return _through(frame, tabled(cube.table, share))
        chain = [("lut3d", f"interp=tetrahedral:file={escaped(path.as_posix())}")]
        looked_up = self._filters.tuned(chain, frame)
        if share == 1:
            return looked_up
        opacities = [(0, f"c{plane}_opacity", f"{share:.6f}") for plane in range(3)]
        return self._filters.tuned(
            [("blend", "all_mode=normal")], looked_up, frame, tuning=opacities
        )


def saturated(pixels: Pixels, effect: Saturation) -> Pixels:
    """Chroma further from grey, or nearer: what is as far from its luma in red, green and blue."""
    amount = value_at(effect.amount, 0)
    table = bytes(min(max(round(128 + (code - 128) * amount), 16), 240) for code in range(256))
    luma, *chroma = pixels.colours.planes
    planes = [translated(luma, _SAME), *(translated(plane, table) for plane in chroma)]
    return pixels.coloured(made_of(planes))


def _through(frame: av.VideoFrame, by_channel: tuple[bytes, bytes, bytes]) -> av.VideoFrame:
    red, green, blue = by_channel
    tabled = zip(frame.planes, (green, blue, red), strict=True)  # gbrp
    return made_of([translated(plane, table) for plane, table in tabled], "gbrp")


_SAME = bytes(range(256))
