"""The mix alone: AAC in an M4A, or an uncompressed WAV."""

from pathlib import Path

import av
from av.audio.stream import AudioStream

from timeline_studio.render.film_reading import SAMPLE_RATE, Film
from timeline_studio.render.tempo import sound_frame

_AAC_FRAME = 1024


def write_m4a(film: Film, path: Path, *, bit_rate: int) -> None:
    _write(film, path, "ipod", "aac", bit_rate)


def write_wav(film: Film, path: Path) -> None:
    _write(film, path, "wav", "pcm_s16le", None)


def _write(film: Film, path: Path, container_format: str, codec: str, rate: int | None) -> None:
    with av.open(str(path), "w", format=container_format) as container:
        stream = container.add_stream(codec, rate=SAMPLE_RATE, layout="stereo")
        if not isinstance(stream, AudioStream):
            raise TypeError(f"{codec} encodes sound")
        if rate is not None:
            stream.codec_context.bit_rate = rate
        start = 0
        for block in film.blocks():
            for offset in range(0, block.shape[1], _AAC_FRAME):
                part = block[:, offset : offset + _AAC_FRAME]
                container.mux(stream.encode(sound_frame(part, SAMPLE_RATE, start)))
                start += part.shape[1]
            film.advance(start / film.sample_total)
        container.mux(stream.encode(None))
