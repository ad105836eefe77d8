"""A timeline to a file that is not its master: whole, or not at all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from time import monotonic
from typing import Final, Literal, TypeAlias

import av.error

from timeline_studio.media import probe
from timeline_studio.render.deliverables.movie import write_prores
from timeline_studio.render.deliverables.pictures import write_gif, write_png
from timeline_studio.render.deliverables.sound import write_m4a, write_wav
from timeline_studio.render.exporter import Progress, check_media
from timeline_studio.render.film_reading import Film
from timeline_studio.render.options import ExportOptions, ExportResult, as_asked
from timeline_studio.render.render_error import RenderError
from timeline_studio.render.sources import Resolve, Sources
from timeline_studio.render.target import WriteError, partial_file, put_in_place, write_refusal
from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import to_seconds

DeliveryFormat: TypeAlias = Literal["prores", "m4a", "wav", "gif", "png"]

DELIVERY_FORMATS: Final[Mapping[DeliveryFormat, tuple[str, str]]] = {
    "prores": (".mov", "prores_ks"),
    "m4a": (".m4a", "aac"),
    "wav": (".wav", "pcm_s16le"),
    "gif": (".gif", "gif"),
    "png": (".png", "png"),
}
"""The file's suffix, and the encoder."""

_WHOLE_SECONDS = 0.1


@dataclass(frozen=True)
class DeliveryOptions:
    """Size and rate as in `ExportOptions`; `time`, in flicks, is that of a still."""

    format: DeliveryFormat
    width: int | None = None
    height: int | None = None
    rate: Fraction | None = None
    audio_bitrate: int = 192_000
    time: int = 0


def deliver_timeline(
    timeline: Timeline,
    out: Path,
    resolve: Resolve,
    options: DeliveryOptions,
    *,
    progress: Progress,
) -> ExportResult:
    """Write `timeline` to `out`, which is replaced only once the new file is whole.

    Raises RenderError, MediaError, what `resolve` raises, and what `progress` raises; then `out`
    is as it was.
    """
    began = monotonic()
    progress(0.0, "prepare")
    asked = ExportOptions(
        width=options.width,
        height=options.height,
        rate=options.rate,
        audio_bitrate=options.audio_bitrate,
    )
    film_timeline = as_asked(timeline, asked, resolve)
    film = Film(film_timeline, Sources(resolve), lambda share: progress(share * 0.98, "render"))
    if film.frame_total == 0:
        raise RenderError("The timeline is empty: put a clip on it before exporting.")
    check_media(film_timeline, out, film.sources)
    with partial_file(out) as partial:
        try:
            _write(film, partial, options)
        except (av.error.FFmpegError, OSError) as error:
            refused = WriteError(error.errno, error.strerror)
            raise write_refusal(out, refused, written=0, done=0.0) from error
        _check(partial, film, options.format)
        film.sources.refuse_changes()
        progress(1.0, "finish")
        put_in_place(partial, out)
    return ExportResult(
        path=out,
        frames=1 if options.format == "png" else film.frame_total,
        frames_reused=0,
        frames_copied=0,
        duration_seconds=0.0 if options.format == "png" else float(film.frame_total / film.rate),
        encoder=DELIVERY_FORMATS[options.format][1],
        seconds=monotonic() - began,
        size_bytes=out.stat().st_size,
    )


def _write(film: Film, path: Path, options: DeliveryOptions) -> None:
    writers: dict[DeliveryFormat, Callable[[], None]] = {
        "prores": lambda: write_prores(film, path),
        "m4a": lambda: write_m4a(film, path, bit_rate=options.audio_bitrate),
        "wav": lambda: write_wav(film, path),
        "gif": lambda: write_gif(film, path),
        "png": lambda: write_png(film, path, time=options.time),
    }
    writers[options.format]()


def _check(path: Path, film: Film, made: DeliveryFormat) -> None:
    """Is everything in it? Raises RenderError."""
    info = probe(path)
    lasts = to_seconds(info.duration) - float(film.frame_total / film.rate)
    if made in {"m4a", "wav"}:
        whole = len(info.audio) == 1
    else:
        video = info.video
        size = film.timeline.width, film.timeline.height
        whole = video is not None and (video.width, video.height) == size
    if not whole or (made != "png" and abs(lasts) > _WHOLE_SECONDS):
        raise RenderError("The export did not come out whole: export it again.")
