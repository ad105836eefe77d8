"""The whole film as a picture of a few pixels; a track that did not change keeps its line."""

from dataclasses import dataclass

from PySide6.QtGui import QImage

from timeline_studio.timeline.model import Timeline, Track
from timeline_studio.ui.editor.columns import Colors, colors, columns, pixels
from timeline_studio.ui.editor.track_index import STYLES, TrackIndexes
from timeline_studio.ui.editor.viewport import Viewport
from timeline_studio.ui.theme import Theme

_TRACK, _GAP = 2, 1


@dataclass(frozen=True, slots=True)
class _Line:
    """A track as one row of pixels, and what it was made of."""

    track: Track
    selection: frozenset[str]
    scale: float
    colors: Colors


class MinimapFilm:
    """Captions above pictures above sound, as the rows are."""

    def __init__(self, indexes: TrackIndexes) -> None:
        self._indexes = indexes
        self._lines: dict[str, _Line] = {}

    def forget(self) -> None:
        """Draw all lines anew: colours, or what is missing, changed."""
        self._lines.clear()

    def drawn(
        self, timeline: Timeline, selection: frozenset[str], whole: Viewport, theme: Theme
    ) -> QImage:
        """`whole` shows everything, in as many pixels as the picture has."""
        image = QImage(whole.width, whole.height, QImage.Format.Format_RGB32)
        image.fill(theme.color("bg1"))
        to = pixels(image)
        tracks = (
            *reversed(timeline.caption_tracks),
            *reversed(timeline.video_tracks),
            *timeline.audio_tracks,
        )
        before, self._lines = self._lines, {}
        for row, track in enumerate(tracks):
            line = self._line(before.get(track.id), track, selection, whole, theme)
            self._lines[track.id] = line
            top = _GAP + row * (_TRACK + _GAP)
            to[top : top + _TRACK] = line.colors
        return image

    def _line(
        self,
        before: _Line | None,
        track: Track,
        selection: frozenset[str],
        whole: Viewport,
        theme: Theme,
    ) -> _Line:
        chosen = selection & track.places.keys() if selection else selection
        made_of = chosen, whole.scale
        if before and before.track is track and (before.selection, before.scale) == made_of:
            return before
        index = self._indexes.of(track)
        found = columns(index.visible(whole, 0, whole.width), 0, whole.width)
        line = _palette(theme)[found.styles]
        for left, right in index.chosen(selection, whole) if chosen else ():
            line[max(0, left) : max(left + 1, right)] = theme.color("select").rgba()
        return _Line(track, frozenset(chosen), whole.scale, line)


def _palette(theme: Theme) -> Colors:
    return colors(
        [
            theme.color("err") if condition == "missing" else theme.clip(kind).border
            for kind, condition in STYLES
        ],
        theme.color("bg1"),
    )
