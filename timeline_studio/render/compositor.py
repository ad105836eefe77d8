"""A timeline and a time to one picture: the same for export, preview and thumbnails."""

import av

from timeline_studio.media import FrameCache
from timeline_studio.render.covering import Covering
from timeline_studio.render.crossing import Crosser, Side
from timeline_studio.render.drawings import Drawings
from timeline_studio.render.effects.moment import effects_at
from timeline_studio.render.effects.stack import EffectStack
from timeline_studio.render.fill_format import fill_format
from timeline_studio.render.filters import FrameFilters
from timeline_studio.render.flat import flat
from timeline_studio.render.geometry import Size, even_size
from timeline_studio.render.layering import Layering
from timeline_studio.render.placing import Placed, Placer, Turn
from timeline_studio.render.plan import Crossing, PicturePlan, Span
from timeline_studio.render.pose import UNMOVED, largest_scale, opacity_at, pose_at
from timeline_studio.render.posing import Poser, Unposed
from timeline_studio.render.readers import Readers
from timeline_studio.render.sources import Resolve, Sources
from timeline_studio.render.text import colour_frame
from timeline_studio.render.window import Window
from timeline_studio.timeline.model import Caption, Clip, Item, Timeline
from timeline_studio.timeline.time import frame_start

_BACKWARD_BYTES = 200_000_000  # a GOP of 60 frames of 1080p


class Compositor:
    """Frames of one timeline, for one thread at a time.

    `look_ahead` (flicks) is for reading forward: clips are opened that much before they
    begin, and closed once they are past. `readers`, which another compositor may share, are
    the caller's to close.
    """

    def __init__(
        self,
        timeline: Timeline,
        resolve: Resolve,
        *,
        width: int | None = None,
        height: int | None = None,
        cache: FrameCache | None = None,
        look_ahead: int = 0,
        sources: Sources | None = None,
        readers: Readers | None = None,
    ) -> None:
        self._sources = sources or Sources(resolve)
        timeline = flat(fill_format(timeline, resolve), resolve)
        self._canvas = even_size(width or timeline.width, height or timeline.height)
        self._look_ahead = look_ahead
        self._filters = FrameFilters()
        self._covering = Covering(self._sources, self._canvas)
        self._placer = Placer(self._canvas, self._filters)
        self._poser = Poser(self._canvas, self._placer, self._filters)
        self._effects = EffectStack(self._canvas, self._placer, self._filters, self._sources)
        self._layering = Layering(self._canvas, self._filters)
        self._crosser = Crosser(self._canvas, self._placer, self._filters)
        self._owns_readers = readers is None
        self._readers = readers or Readers(_backward_cache(timeline) if cache is None else cache)
        self._black = self._placer.convert(colour_frame("#000000", self._canvas), self._canvas)
        self._begin(timeline)

    @property
    def size(self) -> Size:
        return self._canvas

    def frame(self, time: int) -> av.VideoFrame:
        """The picture at `time`: yuv420p, BT.709 limited, shared: not to be changed.

        Where one opaque source fills the frame and already fits, it is the decoder's own.
        Raises RenderError, MediaError, or what `resolve` raises.
        """
        index = self._plan.index_at(time)
        if index is None:
            return self._black
        span = self._plan.spans[index]
        if self._look_ahead:
            self._move_window(index, time)
        else:
            self._readers.trim(needed=sum(1 for _ in span.items))
        return self._compose(span, time)

    def change(self, timeline: Timeline) -> None:
        """Go on with an edited timeline, in frames of the same size; clips that are still
        there stay open."""
        timeline = flat(timeline, self._sources.resolve)
        media = _media_by_item(self._timeline)
        after = _media_by_item(timeline)
        self._readers.close_but([item for item in after if media.get(item) == after[item]])
        self._begin(timeline)

    def prepare(self, start: int, end: int) -> None:
        """Without waiting, decode what is shown at `start`, and have the clips that come onto
        the screen after it, before `end` (flicks), open at their first picture; where `end` is
        earlier, as they come when playing backwards, at their last one."""
        index = self._plan.index_at(start)
        if index is not None:
            for layer in self._covering.unhidden(self._plan.spans[index].layers):
                for item in layer.items:
                    if isinstance(item, Clip):
                        self._readers.advance(item.id, item.source_time(start))
        first, last = sorted((start, end))
        for span in self._plan.between(first, last):
            time = span.start if start <= end else span.end - self._frame_duration
            if first < time < last:
                for item in span.items:
                    self._prepare(item, time)

    def close(self) -> None:
        if self._owns_readers:
            self._readers.close()

    def _begin(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._frame_duration = frame_start(1, timeline.rate)
        self._plan = PicturePlan(timeline)
        self._window_start, self._window_end = -1, 0
        self._drawings = Drawings(
            self._canvas, self._placer, self._filters, self._sources, self._effects
        )

    def _compose(self, span: Span, time: int) -> av.VideoFrame:
        canvas = self._black
        for layer in self._covering.unhidden(span.layers):
            if isinstance(layer, Crossing):
                canvas = self._cross(layer, canvas, time)
            else:
                canvas = self._over(layer.item, canvas, time, fades=layer.is_fading)
        return canvas

    def _cross(self, layer: Crossing, below: av.VideoFrame, time: int) -> av.VideoFrame:
        def side(item: Item | None) -> Side:
            return lambda under, window: self._over(item, under, time, window=window)

        share = layer.progress(time, self._frame_duration)
        sides = side(layer.outgoing), side(layer.incoming)
        return self._crosser.cross(layer.look, share, below, *sides)

    def _over(
        self,
        item: Item | None,
        below: av.VideoFrame,
        time: int,
        *,
        fades: bool = True,
        window: Window | None = None,
    ) -> av.VideoFrame:
        if item is None:
            return below
        opacity = opacity_at(item, time, self._frame_duration, fades=fades)
        placed = self._placed(item, time) if opacity > 0 else None
        if placed is not None and window is not None:
            placed = window.cut(placed)
        if placed is None:
            return below
        blend = "normal" if isinstance(item, Caption) else item.blend
        return self._layering.over(below, placed, opacity, blend)

    def _placed(self, item: Item, time: int) -> Placed | None:
        pose, effects = pose_at(item, time), effects_at(item, time)
        if not isinstance(item, Clip):
            return self._drawings.placed(item, pose, effects)
        info = self._sources.info(item.media)
        if info.kind == "image":
            return self._drawings.placed(item, pose, effects)
        if info.video is None:
            return None
        frame = self._readers.frame(item.id, info.path, item.source_time(time))
        shape = Size(info.video.display_width, info.video.display_height)
        turn = Turn(info.video.rotation, info.video.is_mirrored)
        if pose is None and not effects:
            return self._placer.place(frame, shape, turn)
        place = self._placer.place_of(shape)
        picture = Unposed(frame, place, place, turn)
        if effects:
            picture = self._effects.applied(picture, effects, largest_scale(item))
        return self._poser.place(picture, pose or UNMOVED)

    def _move_window(self, index: int, time: int) -> None:
        """Open the clips that begin within the look-ahead; close those that are past."""
        if index == self._window_start and time + self._look_ahead < self._window_end:
            return
        coming = [self._plan.spans[index]]
        for span in self._plan.spans[index + 1 :]:
            if span.start > time + self._look_ahead:
                break
            coming.append(span)
        for span in coming[1:]:
            for item in span.items:
                self._prepare(item, span.start)
        self._readers.close_but({item.id for span in coming for item in span.items})
        self._window_start, self._window_end = index, coming[-1].end

    def _prepare(self, item: Item, time: int) -> None:
        if isinstance(item, Clip):
            info = self._sources.info(item.media)
            if info.kind == "video":
                self._readers.prepare(item.id, info.path, item.source_time(time))


def _media_by_item(timeline: Timeline) -> dict[str, str]:
    return {
        item.id: item.media.url
        for track in timeline.video_tracks
        for item in track.items
        if isinstance(item, Clip)
    }


def _backward_cache(timeline: Timeline) -> FrameCache | None:
    """Clips that run backwards need a group of pictures at hand; the others do not."""
    for track in timeline.video_tracks:
        if any(isinstance(item, Clip) and item.speed < 0 for item in track.items):
            return FrameCache(_BACKWARD_BYTES)
    return None
