"""One timeline as segments: how it is divided, what each is made of, and how it is made."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from timeline_studio.media.content import content_digest
from timeline_studio.render.compositor import Compositor
from timeline_studio.render.copying.copier import CopyPiece, copied, pieces
from timeline_studio.render.copying.copy_plan import Copy
from timeline_studio.render.filters import FrameFilters
from timeline_studio.render.geometry import Size
from timeline_studio.render.options import ExportOptions
from timeline_studio.render.plan import PicturePlan
from timeline_studio.render.segments.coded_segment import CodedSegment
from timeline_studio.render.segments.division import Segment, divide, with_fine_end
from timeline_studio.render.segments.fingerprint import Fingerprints
from timeline_studio.render.segments.picture_encoder import PictureEncoder
from timeline_studio.render.sources import Sources
from timeline_studio.timeline.model import MediaReference, Timeline
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_count, frame_start

_LOOK_AHEAD = FLICKS_PER_SECOND // 2


class SegmentedFilm:
    """`timeline` has its size and rate; `options` say how it is encoded, `copies` what is not."""

    def __init__(
        self,
        timeline: Timeline,
        sources: Sources,
        options: ExportOptions,
        frames: int,
        copies: Sequence[Copy] = (),
    ) -> None:
        self._timeline = timeline
        self._sources = sources
        self._options = options
        plan = PicturePlan(timeline)
        edges = [frame_count(span.start, timeline.rate) for span in plan.spans]
        self._pieces = {
            piece.first: piece for copy in copies for piece in pieces(copy, timeline.rate)
        }
        self.segments = tuple(with_fine_end(self._divided(edges, frames), timeline.rate))
        digest = cache(content_digest)

        def content_of(media: MediaReference) -> str:
            return digest(sources.info(media).path)

        self._fingerprints = Fingerprints(timeline, plan, options, content_of)

    def fingerprint(self, segment: Segment) -> str:
        return self._fingerprints.of(segment)

    def maker(self) -> "FilmMaker":
        """For one thread."""
        return FilmMaker(self._timeline, self._sources, self._options, self._pieces)

    def _divided(self, edges: Sequence[int], frames: int) -> Iterator[Segment]:
        """The pieces that are copied, and what is between them."""
        at = 0
        for piece in self._pieces.values():
            if at < piece.first:
                yield from divide(edges, piece.first, self._timeline.rate, first=at)
            yield Segment(piece.first, piece.count, is_copied=True)
            at = piece.first + piece.count
        if at < frames:
            yield from divide(edges, frames, self._timeline.rate, first=at)


class FilmMaker:
    """Composes and encodes segments of one timeline, in rising order where that is possible."""

    def __init__(
        self,
        timeline: Timeline,
        sources: Sources,
        options: ExportOptions,
        pieces: Mapping[int, CopyPiece],
    ) -> None:
        self._rate = timeline.rate
        self._size = Size(timeline.width, timeline.height)
        self._options = options
        self._pieces = pieces
        self._filters = FrameFilters()
        self._compositor = Compositor(
            timeline, sources.resolve, look_ahead=_LOOK_AHEAD, sources=sources
        )

    def make(self, segment: Segment, advance: Callable[[], None]) -> CodedSegment:
        if segment.is_copied:
            coded = copied(self._pieces[segment.first])
            for _ in coded.pictures:
                advance()
            return coded
        encoder = PictureEncoder(self._size, self._rate, self._options)
        for frame in segment.frames:
            shared = self._compositor.frame(frame_start(frame, self._rate))
            encoder.add(self._filters.reference(shared))
            advance()
        return encoder.finish()

    def close(self) -> None:
        self._compositor.close()
