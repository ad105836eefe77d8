"""More footage for the screenshots, made from the sample clip: nothing is downloaded."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from timeline_studio.settings import resource

_RATE = Fraction(25)
_SOUND_RATE = 48_000


def make_footage(folder: Path) -> dict[str, Path]:
    """Files by name: two landscape clips, a portrait one, music, a still."""
    bunny = resource("sample/bigbuckbunny.mp4")
    return {
        "meadow": _refilmed(bunny, folder / "meadow_wide.mp4", "hflip,hue=s=0.75", (1280, 720)),
        "closeup": _refilmed(bunny, folder / "closeup.mov", "crop=640:360:250:200", (1280, 720)),
        "portrait": _refilmed(bunny, folder / "portrait.mp4", "crop=406:720:300:0", (404, 720)),
        "music": _music(folder / "music.wav"),
        "still": _still(folder / "logo.png"),
    }


def _refilmed(source: Path, path: Path, filters: str, size: tuple[int, int]) -> Path:
    width, height = size
    with av.open(str(source)) as reader, av.open(str(path), "w") as writer:
        film = reader.streams.video[0]
        graph = av.filter.Graph()
        into = graph.add_buffer(template=film)
        out = graph.add("buffersink")
        steps = f"{filters},scale={width}:{height}".split(",")
        chain = [graph.add(*step.split("=", 1)) for step in steps]
        graph.link_nodes(into, *chain, out)
        graph.configure()
        video = writer.add_stream("libx264", rate=_RATE, options={"preset": "veryfast"})
        video.width, video.height, video.pix_fmt = width, height, "yuv420p"
        sound = writer.add_stream_from_template(reader.streams.audio[0])
        number = 0
        for packet in reader.demux(film, reader.streams.audio[0]):
            if packet.stream is not film:
                if packet.dts is not None:
                    packet.stream = sound
                    writer.mux(packet)
                continue
            for picture in packet.decode():
                graph.push(picture)
                made = graph.pull()
                made.pts, made.time_base = number, 1 / _RATE
                number += 1
                writer.mux(video.encode(made))
        writer.mux(video.encode())
    return path


def _music(path: Path, seconds: int = 14) -> Path:
    """Chords that swell: a waveform with something to look at."""
    time = np.arange(seconds * _SOUND_RATE) / _SOUND_RATE
    wave = sum(np.sin(2 * np.pi * pitch * time) for pitch in (220, 277.2, 329.6)) / 3
    beat = np.exp(-3 * (time % 0.5)) * (0.6 + 0.4 * np.sin(2 * np.pi * time / 7))
    samples = np.tile((wave * beat * 24_000).astype(np.int16), (2, 1))
    with av.open(str(path), "w") as writer:
        stream = writer.add_stream("pcm_s16le", rate=_SOUND_RATE, layout="stereo")
        interleaved = np.ascontiguousarray(samples.T).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(interleaved, format="s16", layout="stereo")
        frame.sample_rate = _SOUND_RATE
        writer.mux(stream.encode(frame))
        writer.mux(stream.encode())
    return path


def _still(path: Path) -> Path:
    picture = QImage(640, 360, QImage.Format.Format_RGB32)
    sky = QLinearGradient(0, 0, 640, 360)
    sky.setColorAt(0, QColor("#2F63A8"))
    sky.setColorAt(1, QColor("#5DE3EA"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(picture.rect(), sky)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#FFD34D"))
    painter.drawEllipse(QRectF(250, 110, 140, 140))
    painter.end()
    picture.save(str(path))
    return path
