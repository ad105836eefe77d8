import logging
import os
import struct
from pathlib import Path

import av
import numpy as np
import pytest

import media_factory
from timeline_studio.media import (
    AudioReader,
    MediaError,
    VideoReader,
    filmstrip_rgb,
    image_frame,
    probe,
    thumbnail_jpeg,
    waveform,
)
from timeline_studio.media.picture_decoder import PictureDecoder
from timeline_studio.media.sound_decoder import SoundDecoder
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_start


def empty(path: Path) -> None:
    path.write_bytes(b"")


def text(path: Path) -> None:
    path.write_text("This is not a film.\n" * 200)


def noise(path: Path) -> None:
    path.write_bytes(np.random.default_rng(7).bytes(50_000))


def folder(path: Path) -> None:
    path.mkdir()


def without_index(path: Path) -> None:
    whole = media_factory.stamped_video(path.with_name("whole.mp4"))
    media_factory.truncated(path, whole)


def cut_picture(path: Path) -> None:
    whole = media_factory.stamped_png(path.with_name("whole.png"), 5, (1280, 720))
    media_factory.truncated(path, whole)


def only_data(path: Path) -> None:
    with av.open(str(path), "w") as container:
        stream = container.add_data_stream("bin_data")
        packet = av.Packet(b"data")
        packet.stream, packet.pts, packet.dts = stream, 0, 0
        container.mux(packet)


def missing(path: Path) -> None:
    assert not path.exists()


def device(path: Path) -> None:
    path.symlink_to(os.devnull)


def subtitles(path: Path) -> None:
    path.write_text("1\n00:00:01,000 --> 00:00:02,000\nhi\n\n" * 20)


def list_of_files(path: Path) -> None:
    media_factory.stamped_video(path.with_name("v.mp4"))
    path.write_text("ffconcat version 1.0\nfile v.mp4\n")


@pytest.mark.parametrize(
    ("make", "name", "reason"),
    [
        (empty, "a.mp4", "is empty"),
        (text, "a.mp4", "not a media file"),
        (text, "a.txt", "not a media file"),
        (text, "a.mp3", "not a media file"),
        (noise, "a.mov", "not a media file"),
        (folder, "a.mp4", "is a folder"),
        (without_index, "a.mp4", "cut short"),
        (cut_picture, "a.png", "is damaged"),
        (only_data, "a.mp4", "neither picture nor sound"),
        (missing, "a.mp4", "does not exist"),
        (device, "a.mp4", "not a regular file"),
        (subtitles, "a.srt", "not a media file"),
        (list_of_files, "a.ffconcat", "not a media file"),
    ],
)
def test_one_line_names_the_file_and_the_reason(tmp_path, make, name, reason):
    path = tmp_path / name
    make(path)

    with pytest.raises(MediaError, match=reason) as caught:
        probe(path)

    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    path = media_factory.still_png(tmp_path / "a.png")
    monkeypatch.setattr(os, "access", lambda *_: False)

    with pytest.raises(MediaError, match="may not be read"):
        probe(path)


@pytest.mark.parametrize("read", [VideoReader, AudioReader, image_frame, thumbnail_jpeg, waveform])
def test_every_way_of_reading_refuses_alike(tmp_path, read):
    path = tmp_path / "a.mp4"
    text(path)

    with pytest.raises(MediaError, match="not a media file"):
        read(path)


def test_what_a_file_does_not_have_is_said(tmp_path):
    song = media_factory.tone(tmp_path / "a.wav", duration=0.2)
    film = media_factory.stamped_video(tmp_path / "a.mp4", frames=3)

    for read in (VideoReader, thumbnail_jpeg, image_frame):
        with pytest.raises(MediaError, match="no picture"):
            read(song)
    with pytest.raises(MediaError, match="no picture"):
        next(filmstrip_rgb(song, [0], 40))
    for read in (AudioReader, waveform):
        with pytest.raises(MediaError, match="no sound"):
            read(film)


def test_a_film_cut_short_holds_its_last_picture(tmp_path, caplog):
    whole = media_factory.stamped_video(
        tmp_path / "whole.mp4", frames=120, clicks_at=[0.5], options={"movflags": "faststart"}
    )
    path = media_factory.truncated(tmp_path / "a.mp4", whole, keep=0.5)

    assert probe(path).video.frame_count == 120
    with VideoReader(path) as reader, caplog.at_level(logging.WARNING):
        last = media_factory.read_stamp(reader.frame_at(4 * FLICKS_PER_SECOND))
        assert media_factory.read_stamp(reader.frame_at(0)) == 0
        reader.frame_at(4 * FLICKS_PER_SECOND)

    assert 20 < last < 90
    assert [r.message for r in caplog.records if "cut short" in r.message] == [
        f"{path} is cut short: its last {(120 - last) / 30:.1f} seconds have no picture"
    ]
    with AudioReader(path) as reader:
        assert not reader.samples(48_000 * 3, 1000).any()


def test_damage_in_the_middle_costs_only_the_pictures_it_hit(tmp_path, caplog):
    whole = media_factory.stamped_video(tmp_path / "whole.mp4", frames=120, clicks_at=[1.0, 3.9])
    path = media_factory.damaged(tmp_path / "a.mp4", whole, at=0.5, size=600)

    with VideoReader(path) as reader, caplog.at_level(logging.WARNING):
        shown = [
            media_factory.read_stamp(reader.frame_at(frame_start(n, probe(path).video.rate)))
            for n in range(120)
        ]
    with AudioReader(path) as reader:
        clicks = media_factory.click_times(reader.samples(0, 4 * 48_000), 48_000)

    right = sum(number == n for n, number in enumerate(shown))
    assert right > 90
    assert shown[-1] == 119
    assert clicks[-1] == pytest.approx(3.9, abs=0.001)


def test_what_starts_late_is_not_called_cut_short(tmp_path, caplog):
    path = media_factory.stamped_video(tmp_path / "a.mkv", frames=10, first_time=100)

    with VideoReader(path) as reader, caplog.at_level(logging.WARNING):
        assert media_factory.read_stamp(reader.frame_at(FLICKS_PER_SECOND)) == 9

    assert not caplog.records


def test_a_piece_that_a_seek_cut_through_is_not_called_damage(tmp_path, caplog):
    path = media_factory.stamped_video(
        tmp_path / "a.mpg", frames=120, codec="mpeg2video", audio_codec="mp2", clicks_at=[3.5]
    )

    with AudioReader(path) as reader, caplog.at_level(logging.WARNING):
        for start in range(60_000, 160_000, 4_999):
            reader.samples(start, 10)
            reader.samples(0, 10)

    assert not caplog.records


@pytest.mark.parametrize("name", ["a.wav", "a.mp3", "a.mka"])
def test_sound_cut_short_ends_in_silence(tmp_path, name):
    whole = media_factory.clicks(tmp_path / f"whole{name}", at=[0.5, 3.5], duration=4.0)
    path = media_factory.truncated(tmp_path / name, whole, keep=0.5)

    with AudioReader(path) as reader:
        clicks = media_factory.click_times(reader.samples(0, 5 * 48_000), 48_000)

    assert clicks == [pytest.approx(0.5, abs=0.001)]


def test_a_file_that_vanishes_while_it_is_open(tmp_path):
    path = media_factory.tone(tmp_path / "a.wav", duration=5.0)
    with AudioReader(path) as reader:
        reader.samples(4 * 48_000, 10)
        path.unlink()

        with pytest.raises(MediaError, match="does not exist"):
            reader.samples(0, 10)


def test_reading_goes_on_once_a_file_that_failed_can_be_read_again(tmp_path, monkeypatch):
    path = media_factory.stamped_video(tmp_path / "a.mov", frames=60, clicks_at=[1.5])

    def failing(self, packet, *_):
        raise MediaError("the network drive is gone")

    with VideoReader(path) as pictures, AudioReader(path) as sound:
        pictures.frame_at(0)
        sound.samples(0, 10)
        with monkeypatch.context() as gone:
            gone.setattr(PictureDecoder, "_decode", failing)
            gone.setattr(SoundDecoder, "_whole", failing)
            with pytest.raises(MediaError):
                pictures.frame_at(FLICKS_PER_SECOND // 3)
            with pytest.raises(MediaError):
                sound.samples(0, 72_100)

        assert media_factory.read_stamp(pictures.frame_at(FLICKS_PER_SECOND // 3)) == 10
        heard = media_factory.click_times(sound.samples(0, 80_000), 48_000)
        assert heard == [pytest.approx(1.5, abs=0.001)]


def test_what_no_decoder_knows_is_told(tmp_path):
    """FFmpeg cannot read animated WebP."""
    frame = b"ANMF" + struct.pack("<I", 24) + bytes(24)
    body = b"WEBP" + b"VP8X" + struct.pack("<I", 10) + b"\x02" + bytes(9)
    body += b"ANIM" + struct.pack("<I", 6) + bytes(6) + frame
    path = tmp_path / "a.webp"
    path.write_bytes(b"RIFF" + struct.pack("<I", len(body)) + body)

    with pytest.raises(MediaError, match=r"a\.webp can be decoded.*convert it"):
        probe(path)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts descriptors through /proc")
def test_two_hundred_readers_leave_nothing_open(tmp_path):
    path = media_factory.stamped_video(tmp_path / "a.mp4", frames=5, clicks_at=[0.1])
    bad = tmp_path / "b.mp4"
    text(bad)
    before = len(list(Path("/proc/self/fd").iterdir()))

    for _ in range(100):
        with VideoReader(path) as pictures, AudioReader(path) as sound:
            pictures.frame_at(0)
            sound.samples(0, 10)
        with pytest.raises(MediaError):
            VideoReader(bad)

    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_words_in_another_encoding_are_no_hindrance(tmp_path):
    path = tmp_path / "a.mov"
    media_factory.stamped_video(path)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"VideoHandler", b"Vid\xe9oHandl\xe9r"))

    assert path.read_bytes() != data
    assert probe(path).kind == "video"


def test_a_stream_that_begins_on_the_way_is_passed_over(tmp_path):
    path = media_factory.stamped_video(tmp_path / "a.flv", frames=10, audio=True)
    data = bytearray(path.read_bytes())
    data[4] = 1  # the header names the picture only
    path.write_bytes(data)

    with VideoReader(path) as reader:
        assert media_factory.read_stamp(reader.frame_at(reader.info.duration)) == 9


@pytest.mark.parametrize("rate", [0, 2**28])
def test_a_sample_rate_that_no_sound_has_is_no_sound(tmp_path, rate):
    path = media_factory.tone(tmp_path / "a.wav")
    data = bytearray(path.read_bytes())
    data[24:28] = struct.pack("<I", rate)
    path.write_bytes(data)

    with pytest.raises(MediaError, match=r"a\.wav"):
        probe(path)
