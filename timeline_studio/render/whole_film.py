"""A film that one encoder makes from its first picture to its last, or another instead."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from av.video.frame import PictureType

from timeline_studio.media import Loudness
from timeline_studio.render.encoder import Mp4Writer
from timeline_studio.render.encoders.choosing import EncoderFailed
from timeline_studio.render.encoders.known import X264, Encoder
from timeline_studio.render.encoders.settings import pixel_format
from timeline_studio.render.film_reading import Film
from timeline_studio.render.growth import Growth
from timeline_studio.render.mastering.aac import AacPacket
from timeline_studio.render.mastering.master import Master
from timeline_studio.render.options import ExportOptions
from timeline_studio.render.read_ahead import ReadAhead
from timeline_studio.render.render_error import RenderError
from timeline_studio.render.verification import Expected, verify_export

_log = logging.getLogger(__name__)
_FRAMES_AHEAD = 6
_PACKETS_AHEAD = 512
_SOUND_LEAD_SECONDS = 1


@dataclass(frozen=True)
class WholeFilm:
    """`encoder` made it; None where none of those that were asked did. `passed_over` says which
    failed, and why."""

    encoder: Encoder | None
    passed_over: str = ""
    heard: Loudness | None = None


def write_whole(
    film: Film,
    path: Path,
    options: ExportOptions,
    expected: Expected,
    encoders: Iterable[Encoder],
    *,
    master: Callable[[], Master],
    growth: Callable[[], Growth | None] = lambda: None,
) -> WholeFilm:
    """Try them in turn, up to x264, whose films are made in segments. A file that does not come out
    whole counts as a failure of a graphics card's encoder.

    Raises RenderError where the processor's own fails, WriteError, and what the film's progress
    raises.
    """
    failed: list[str] = []
    for encoder in encoders:
        if encoder == X264:
            break
        try:
            sound = master()
            _write(film, path, options, expected, encoder, master=sound, growth=growth())
            verify_export(path, expected)
        except (EncoderFailed, RenderError) as error:
            if not encoder.is_hardware:
                raise RenderError(
                    f"{encoder.label} could not encode this ({error}). Choose another preset."
                ) from error
            _log.warning("%s failed: %s", encoder.name, error)
            failed.append(f"{encoder.label} failed ({error})")
            continue
        return WholeFilm(encoder, "; ".join(failed), sound.heard)
    return WholeFilm(None, "; ".join(failed))


def _write(
    film: Film,
    path: Path,
    options: ExportOptions,
    expected: Expected,
    encoder: Encoder,
    *,
    master: Master,
    growth: Growth | None,
) -> None:
    writer = Mp4Writer(path, expected.size, expected.rate, options, encoder=encoder, growth=growth)
    try:
        sound = ReadAhead(
            master.packets(options.audio_bitrate), depth=_PACKETS_AHEAD, name="render-sound"
        )
        pictures = ReadAhead(film.frames(), depth=_FRAMES_AHEAD, name="render-frames")
        with sound, pictures, master:
            done = 0
            while (frame := pictures.take()) is not None:
                frame.pict_type = PictureType.NONE  # the source's I pictures are not ours
                writer.encode_picture(frame.reformat(format=pixel_format(encoder)))
                done += 1
                _write_sound(writer, sound, done / expected.rate, lambda: film.advance(0.0))
                film.advance(done / expected.frames)
            writer.encode_picture(None)
            while (packet := sound.take(lambda: film.advance(1.0))) is not None:
                writer.write_sound(packet)
        writer.close()
    except BaseException:
        writer.abandon()
        raise


def _write_sound(
    writer: Mp4Writer,
    sound: ReadAhead[AacPacket],
    pictured: Fraction,
    waiting: Callable[[], None],
) -> None:
    """As far as it shall lie before the next picture."""
    while writer.sound_seconds < pictured + _SOUND_LEAD_SECONDS:
        packet = sound.take(waiting)
        if packet is None:
            break
        writer.write_sound(packet)
