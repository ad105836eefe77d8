"""The mix alone: AAC in an M4A, or an uncompressed WAV."""

from pathlib import Path

import av
from av.audio.stream import AudioStream

from timeline_studio.render.film_reading import SAMPLE_RATE, Film
from timeline_studio.render.tempo import sound_frame


def write_m4a(film: Film, path: Path, *, bit_rate: int) -> None:
    with av.open(str(path), "w", format="ipod") as container:
        stream: AudioStream = container.add_stream("aac", rate=SAMPLE_RATE, layout="stereo")
        stream.codec_context.bit_rate = bit_rate
        container.start_encoding()
        for packet in film.sound().packets(bit_rate):
            packet.stream = stream
            film.advance(min(1.0, max(0, packet.pts or 0) / film.sample_total))
            container.mux(packet)


def write_wav(film: Film, path: Path) -> None:
    with av.open(str(path), "w", format="wav") as container:
        stream: AudioStream = container.add_stream("pcm_s16le", rate=SAMPLE_RATE, layout="stereo")
        start = 0
        for block in film.sound().blocks():
            container.mux(stream.encode(sound_frame(block, SAMPLE_RATE, start)))
            start += block.shape[1]
            film.advance(start / film.sample_total)
        container.mux(stream.encode(None))
