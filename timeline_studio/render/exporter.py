"""A timeline to an MP4: its segments are encoded side by side, the sound beside them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic
from typing import TypeAlias

from timeline_studio.media import Loudness
from timeline_studio.render.copying.copy_check import sound_copies
from timeline_studio.render.copying.copy_plan import Copy
from timeline_studio.render.copying.matching import wanted_copies
from timeline_studio.render.effects.cubes import Cubes
from timeline_studio.render.encoder import CopiedSets, Mp4Writer
from timeline_studio.render.encoders import X264
from timeline_studio.render.encoders.choosing import encoders_to_try
from timeline_studio.render.film_reading import Film
from timeline_studio.render.film_sound import FilmSound, sound_samples
from timeline_studio.render.geometry import Size
from timeline_studio.render.growth import Growing, Growth, index_room
from timeline_studio.render.mastering.aac import AacPacket
from timeline_studio.render.mastering.kept_masters import KeptMasters
from timeline_studio.render.mastering.master import Master
from timeline_studio.render.options import ExportOptions, ExportResult, as_asked
from timeline_studio.render.read_ahead import ReadAhead
from timeline_studio.render.render_error import RenderError
from timeline_studio.render.rendered_items import rendered_items
from timeline_studio.render.segments.coded_segment import CodedSegment
from timeline_studio.render.segments.encoding import SegmentEncoding
from timeline_studio.render.segments.film import SegmentedFilm
from timeline_studio.render.segments.segment_cache import SegmentCache
from timeline_studio.render.sources import Resolve, Sources
from timeline_studio.render.target import WriteError, partial_file, put_in_place, write_refusal
from timeline_studio.render.text import prepare_text
from timeline_studio.render.verification import Expected, verify_export
from timeline_studio.render.whole_film import WholeFilm, write_whole
from timeline_studio.timeline.lut_reference import luts_of
from timeline_studio.timeline.model import Caption, Clip, Still, Timeline, Title
from timeline_studio.timeline.time import frame_count

Progress: TypeAlias = Callable[[float, str], None]
"""The share that is done, 0 to 1, never less than before, and the stage; may raise to cancel."""

_PACKETS_AHEAD = 512  # ten seconds: more than a segment, which is written at once
_SOUND_LEAD_SECONDS = 1
_WAITING_BYTES = 256 * 1024 * 1024
_RENDERED = 0.97


def export_timeline(
    timeline: Timeline,
    out: Path,
    resolve: Resolve,
    options: ExportOptions | None = None,
    *,
    progress: Progress | None = None,
    cache: SegmentCache | None = None,
    growing: Growing | None = None,
) -> ExportResult:
    """Render `timeline` into `out`, which is replaced only once the new file is whole.

    Segments that `cache` knows are not encoded again; those that are made go into it. `growing`
    hears which bytes of the file beside `out` stay as they are, long before it is whole.

    Frame n of the file shows what is on at its start; the sound is as long as the frames,
    to the sample. Raises RenderError, MediaError, what `resolve` raises, and what
    `progress` raises; then `out` is as it was.
    """
    began = monotonic()
    report = _rising(progress or _ignore)
    options = options or ExportOptions()
    report(0.0, "prepare")
    timeline = as_asked(timeline, options, resolve)
    expected = _expected(timeline, options)
    sources = Sources(resolve)
    check_media(timeline, out, sources)
    with partial_file(out) as partial:
        export = _Export(
            timeline, sources, options, expected, report=report, cache=cache, growing=growing
        )
        copies = wanted_copies(timeline, sources, options)
        whole = export.write_whole(partial, out, copies)
        if whole.encoder is None:
            export.write(partial, out, copies)
            report(_RENDERED, "check")
            verify_export(partial, expected)
            sound = sound_copies(partial, timeline.rate, copies)
            if sound != copies:
                export.write(partial, out, sound)
                verify_export(partial, expected)
                copies = sound
        sources.refuse_changes()
        report(1.0, "finish")
        put_in_place(partial, out)
    return ExportResult(
        path=out,
        frames=expected.frames,
        frames_reused=export.frames_reused,
        frames_copied=sum(copy.run.count for copy in copies),
        duration_seconds=float(expected.frames / timeline.rate),
        encoder=(whole.encoder or X264).name,
        seconds=monotonic() - began,
        size_bytes=out.stat().st_size,
        passed_over=whole.passed_over,
        heard=export.heard,
    )


def _ignore(fraction: float, stage: str) -> None:
    """Nobody watches."""


def _rising(progress: Progress) -> Progress:
    """Tells no smaller share where a film is begun anew."""
    most = 0.0

    def tell(fraction: float, stage: str) -> None:
        nonlocal most
        most = max(most, fraction)
        progress(most, stage)

    return tell


def _expected(timeline: Timeline, options: ExportOptions) -> Expected:
    frames = frame_count(timeline.duration, timeline.rate)
    if frames == 0:
        raise RenderError("The timeline is empty: put a clip on it before exporting.")
    samples = sound_samples(frames, timeline.rate)
    size = Size(timeline.width, timeline.height)
    return Expected(size, timeline.rate, frames, samples, options.coding)


def check_media(timeline: Timeline, out: Path, sources: Sources) -> None:
    """Everything that will be needed is asked for once, before hours of work.

    Raises RenderError or MediaError."""
    target, cubes = out.resolve(), Cubes(sources.resolve)
    for item in rendered_items(timeline):
        if isinstance(item, Title | Caption):
            prepare_text()
        elif isinstance(item, Clip | Still):
            path = sources.info(item.media).path
            if path.resolve() == target:
                raise RenderError(f"{out} is used by the timeline: choose another file name.")
        for lut in luts_of(item):
            cubes.of(lut)


class _Export:
    """One export's encoding: from the plan to a closed file."""

    def __init__(
        self,
        timeline: Timeline,
        sources: Sources,
        options: ExportOptions,
        expected: Expected,
        *,
        report: Progress,
        cache: SegmentCache | None,
        growing: Growing | None,
    ) -> None:
        self._timeline = timeline
        self._sources = sources
        self._options = options
        self._expected = expected
        self._report = report
        self._cache = cache
        self._growing = growing
        self.frames_reused = 0
        self.heard: Loudness | None = None
        self._done = 0.0
        self._written = 0

    def write_whole(self, partial: Path, out: Path, copies: Sequence[Copy]) -> WholeFilm:
        """By another encoder than x264, where one is asked for or proven; its `encoder` is None
        where x264 has to. Raises RenderError."""
        encoders = encoders_to_try(
            self._options.coding,
            self._options.encoder,
            self._options.proven,
            saves_work=lambda: bool(copies) or self._has_segments(),
        )
        film = Film(self._timeline, self._sources, self._advanced_to)
        try:
            whole = write_whole(
                film,
                partial,
                self._options,
                self._expected,
                encoders,
                master=self._master,
                growth=self._growth,
            )
        except WriteError as error:
            raise write_refusal(out, error, written=0, done=0.0) from error
        self.heard = whole.heard
        return whole

    def _has_segments(self) -> bool:
        if self._cache is None:
            return False
        film = SegmentedFilm(self._timeline, self._sources, self._options, self._expected.frames)
        return any(self._cache.holds(film.fingerprint(segment)) for segment in film.segments)

    def _advanced_to(self, share: float) -> None:
        self._report(share * _RENDERED, "render")

    def write(self, partial: Path, out: Path, copies: Sequence[Copy]) -> None:
        """Raises RenderError when the file cannot be written."""
        try:
            self._encode(partial, copies)
        except WriteError as error:
            raise write_refusal(out, error, written=self._written, done=self._done) from error

    def _encode(self, partial: Path, copies: Sequence[Copy]) -> None:
        copied = CopiedSets(
            tuple(copy.sets.annex_b for copy in copies),
            max((copy.run.delay for copy in copies), default=0),
        )
        film = SegmentedFilm(
            self._timeline, self._sources, self._options, self._expected.frames, copies
        )
        writer = Mp4Writer(
            partial,
            self._expected.size,
            self._expected.rate,
            self._options,
            copied=copied,
            growth=self._growth(sum(map(len, copied.sets))),
        )
        try:
            film_sound = FilmSound(
                self._timeline,
                self._sources,
                self._options.audio_bitrate,
                self._expected.samples,
                self._cache,
                may_copy=bool(copies),
            )
            sound = ReadAhead(film_sound.packets(), depth=_PACKETS_AHEAD, name="render-sound")
            pictures = SegmentEncoding(
                film.segments, film.maker, fingerprint=film.fingerprint, cache=self._cache
            )
            with sound, pictures, film_sound:
                self._interleave(writer, film, pictures, sound)
                self.heard = film_sound.heard
                self.frames_reused = pictures.frames_reused
            writer.close()
        except BaseException:
            self._written = partial.stat().st_size
            writer.abandon()
            raise

    def _interleave(
        self,
        writer: Mp4Writer,
        film: SegmentedFilm,
        pictures: SegmentEncoding,
        sound: ReadAhead[AacPacket],
    ) -> None:
        """A sound that is listened to as a whole first is late: pictures wait for it, so many of
        them that encoding goes on."""
        waiting: list[tuple[CodedSegment, int]] = []
        for segment in film.segments:
            coded = pictures.take(self._advanced)
            writer.check_sets(coded.extradata)
            waiting.append((coded, segment.first))
            if sound.is_ready or sum(map(_size, waiting)) > _WAITING_BYTES:
                self._write_both(writer, waiting, sound)
        self._write_both(writer, waiting, sound)
        while (packet := sound.take(self._wait)) is not None:
            writer.write_sound(packet)

    def _write_both(
        self,
        writer: Mp4Writer,
        waiting: list[tuple[CodedSegment, int]],
        sound: ReadAhead[AacPacket],
    ) -> None:
        for coded, first in waiting:
            for picture in coded.pictures:
                writer.write_picture(picture, first)
                self._write_sound(writer, sound)
        waiting.clear()

    def _write_sound(self, writer: Mp4Writer, sound: ReadAhead[AacPacket]) -> None:
        """As far as it shall lie before the next picture."""
        while writer.sound_lead < _SOUND_LEAD_SECONDS:
            packet = sound.take(self._wait)
            if packet is None:
                break
            writer.write_sound(packet)

    def _advanced(self, frames: int) -> None:
        self._done = frames / self._expected.frames
        self._report(self._done * _RENDERED, "render")

    def _wait(self) -> None:
        """For the sound: whoever cancels is heard meanwhile."""
        self._report(self._done * _RENDERED, "render")

    def _growth(self, sets: int = 0) -> Growth | None:
        if self._growing is None:
            return None
        room = index_room(self._expected.frames, self._expected.samples, sets)
        return Growth(self._growing, room)

    def _master(self) -> Master:
        kept = None if self._cache is None else KeptMasters(self._cache.folder / "masters")
        return Master(self._timeline, self._sources, self._expected.samples, kept=kept)


def _size(waiting: tuple[CodedSegment, int]) -> int:
    return sum(len(picture.data) for picture in waiting[0].pictures)
