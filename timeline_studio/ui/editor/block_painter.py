"""Clips as plain blocks: label strip, body, border, of a stretch of a row at a time."""

import numpy as np

from timeline_studio.ui.editor.columns import Colors, Columns, colors
from timeline_studio.ui.editor.hits import STRIP_HEIGHT
from timeline_studio.ui.editor.palette import Palette
from timeline_studio.ui.editor.track_index import STYLES


class BlockPainter:
    """Writes pixels, for rows of any number of clips at the same cost."""

    def __init__(self, palette: Palette) -> None:
        background = palette.color("bg0")
        looks = [palette.clip(style) for style in STYLES]
        self._strips = colors([look.strip for look in looks], background)
        self._bodies = colors([look.body for look in looks], background)
        self._borders = colors(
            [
                look.body if condition == "away" else look.border
                for look, (_, condition) in zip(looks, STYLES, strict=True)
            ],
            background,
        )
        self._separator = palette.color("line").rgba()
        self._background = background.rgba()
        self._line = max(1, round(palette.ratio))
        self._strip = round(STRIP_HEIGHT * palette.ratio)

    def paint(self, to: Colors, found: Columns) -> None:
        """A whole row's height: a line of nothing, the clips, and what parts it from the next."""
        line, height = self._line, len(to)
        border = self._borders[found.styles]
        to[:line] = self._background
        to[height - line :] = self._separator
        clips = to[line : height - line]
        for rows, fill in (
            (clips[: self._strip], self._strips[found.styles]),
            (clips[self._strip :], self._bodies[found.styles]),
        ):
            rows[:] = np.where(found.is_edge, border, fill)
        for edge in (clips[:line], clips[-line:]):
            edge[:] = np.where(found.is_bordered, border, edge)
