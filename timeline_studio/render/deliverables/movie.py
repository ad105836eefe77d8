"""ProRes 422 HQ with uncompressed sound in a QuickTime film: for other editors and archives."""

from fractions import Fraction
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.stream import VideoStream

from timeline_studio.render.colour import BT709, LIMITED
from timeline_studio.render.film_reading import SAMPLE_RATE, Film
from timeline_studio.render.read_ahead import ReadAhead
from timeline_studio.render.tempo import sound_frame

_HQ = "3"
_FRAMES_AHEAD = 6


def write_prores(film: Film, path: Path) -> None:
    with av.open(str(path), "w", format="mov") as container:
        video = _add_video(container, film)
        audio: AudioStream = container.add_stream("pcm_s16le", rate=SAMPLE_RATE, layout="stereo")
        samples = 0
        blocks = film.sound().blocks()
        with ReadAhead(film.frames(), depth=_FRAMES_AHEAD, name="render-frames") as frames:
            while (frame := frames.take()) is not None:
                number = frame.pts or 0
                container.mux(video.encode(frame.reformat(format="yuv422p10le")))
                while samples < _samples_at(number + 1, film.rate):
                    block = next(blocks, None)
                    if block is None:
                        break
                    container.mux(audio.encode(sound_frame(block, SAMPLE_RATE, samples)))
                    samples += block.shape[1]
                film.advance((number + 1) / film.frame_total)
        container.mux(video.encode(None))
        container.mux(audio.encode(None))


def _add_video(container: OutputContainer, film: Film) -> VideoStream:
    stream = container.add_stream("prores_ks", rate=film.rate)
    if not isinstance(stream, VideoStream):
        raise TypeError("prores_ks encodes pictures")
    stream.width, stream.height = film.timeline.width, film.timeline.height
    stream.pix_fmt = "yuv422p10le"
    context = stream.codec_context
    context.time_base = 1 / film.rate
    context.colorspace = context.color_primaries = context.color_trc = BT709
    context.color_range = LIMITED
    context.options = {"profile": _HQ, "vendor": "apl0"}
    return stream


def _samples_at(frame: int, rate: Fraction) -> Fraction:
    return Fraction(frame * SAMPLE_RATE) / rate
