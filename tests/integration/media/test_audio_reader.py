import random
from fractions import Fraction

import av
import numpy as np
import pytest

import media_factory
from timeline_studio.media import AudioReader
from timeline_studio.media.sound_decoder import SoundDecoder

RATE = 48_000
CLICKS = [0.5, 1.25, 2.9]
ONE_SAMPLE = 1 / RATE

SOURCES = {
    "wav": ("a.wav", {}),
    "mono wav at 44.1 kHz": ("a.wav", {"sample_rate": 44_100, "channels": 1}),
    "8 bit wav at 22.05 kHz": ("a.wav", {"sample_rate": 22_050, "codec": "pcm_u8"}),
    "24 bit mov": ("a.mov", {"codec": "pcm_s24le"}),
    "flac at 96 kHz": ("a.flac", {"sample_rate": 96_000}),
    "aac": ("a.m4a", {}),
    "mono aac at 44.1 kHz": ("a.m4a", {"sample_rate": 44_100, "channels": 1}),
    "5.1 aac": ("a.m4a", {"channels": 6}),
    "aac in mkv at 44.1 kHz": ("a.mka", {"codec": "aac", "sample_rate": 44_100}),
    "mp3": ("a.mp3", {}),
    "mp3 at 44.1 kHz": ("a.mp3", {"sample_rate": 44_100}),
    "mp3 in mkv": ("a.mka", {"codec": "libmp3lame"}),
    "opus in mkv": ("a.mka", {"codec": "libopus"}),
    "opus in ogg": ("a.opus", {}),
}


@pytest.fixture(params=SOURCES, ids=str)
def source(request, tmp_path):
    name, options = SOURCES[request.param]
    return media_factory.clicks(tmp_path / name, at=CLICKS, duration=4.0, **options)


def test_clicks_land_on_their_sample(source):
    with AudioReader(source) as reader:
        heard = media_factory.click_times(reader.samples(0, 5 * RATE), RATE)

    assert heard == pytest.approx(CLICKS, abs=ONE_SAMPLE / 4)


def test_from_anywhere_it_sounds_the_same(source):
    with AudioReader(source) as reader:
        whole = reader.samples(0, 5 * RATE)
    starts = random.Random(3).sample(range(4 * RATE), 12)

    with AudioReader(source) as reader:
        for start in [*starts, 0, round(CLICKS[2] * RATE) - 500]:
            heard = reader.samples(start, 1500)
            np.testing.assert_allclose(heard, whole[:, start : start + 1500], atol=2e-3)


def test_in_pieces_it_is_what_it_is_whole(source, monkeypatch):
    with AudioReader(source) as reader:
        whole = reader.samples(0, 4 * RATE)
    with AudioReader(source) as reader:
        monkeypatch.setattr(SoundDecoder, "seek", None)
        monkeypatch.setattr(SoundDecoder, "rewind", None)
        pieces = [reader.samples(at, 1601) for at in range(0, 4 * RATE, 1601)]

    np.testing.assert_array_equal(np.concatenate(pieces, axis=1)[:, : 4 * RATE], whole)


def test_outside_there_is_silence(tmp_path):
    path = media_factory.tone(tmp_path / "a.wav", duration=1.0)

    with AudioReader(path) as reader:
        before = reader.samples(-100, 200)
        after = reader.samples(RATE - 100, 200)
        far = reader.samples(100 * RATE, 50)

    assert not before[:, :100].any()
    assert before[:, 101:].any()
    assert after[:, :100].any()
    assert not after[:, 100:].any()
    assert not far.any()


@pytest.mark.parametrize(("start", "count"), [(0, 0), (5, -3), (-10, 5)])
def test_nothing_is_asked_for(tmp_path, start, count):
    path = media_factory.tone(tmp_path / "a.wav", duration=0.1)

    with AudioReader(path) as reader:
        samples = reader.samples(start, count)

    assert samples.shape == (2, max(0, count))
    assert samples.dtype == np.float32
    assert not samples.any()


@pytest.mark.parametrize("sample_rate", [22_050, 44_100, 48_000, 96_000])
@pytest.mark.parametrize("channels", [1, 2])
def test_a_tone_keeps_its_pitch_phase_and_level(tmp_path, sample_rate, channels):
    path = media_factory.tone(tmp_path / "a.wav", sample_rate=sample_rate, channels=channels)
    expected = 0.5 * np.sin(2 * np.pi * 440 * np.arange(5000, 40_000) / RATE)

    with AudioReader(path) as reader:
        heard = reader.samples(5000, 35_000)

    np.testing.assert_allclose(heard, np.tile(expected, (2, 1)), atol=2e-4)


def test_another_rate_may_be_asked_for(tmp_path):
    path = media_factory.clicks(tmp_path / "a.m4a", at=[0.5])

    with AudioReader(path, sample_rate=44_100) as reader:
        heard = media_factory.click_times(reader.samples(0, 44_100), 44_100)

    assert heard == pytest.approx([0.5], abs=ONE_SAMPLE / 4)


def test_surround_is_mixed_down_as_standards_say_and_cannot_clip(tmp_path):
    """ITU-R BS.775: the centre and the surrounds at -3 dB, then all scaled to at most 1."""
    half = 1 / np.sqrt(2)
    levels = np.array([0.1, 0.2, 0.3, 0.9, 0.4, 0.5])  # L R C LFE Ls Rs
    samples = np.repeat(levels[:, None], RATE, axis=1)
    path = media_factory.write_sound(tmp_path / "a.wav", samples, RATE)
    scale = 1 / (1 + 2 * half)

    with AudioReader(path) as reader:
        heard = reader.samples(RATE // 2, 10)[:, 5]

    left = scale * (0.1 + half * 0.3 + half * 0.4)
    right = scale * (0.2 + half * 0.3 + half * 0.5)
    assert heard == pytest.approx([left, right], abs=1e-3)


def sound_with_times(path, pieces):
    """PCM in milliseconds: (milliseconds, level) for pieces of 100 ms each."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=RATE, layout="stereo")
        for milliseconds, level in pieces:
            block = np.full((1, 2 * 4800), round(level * 32767), np.int16)
            packet = av.Packet(block.tobytes())
            packet.stream = stream
            packet.time_base = Fraction(1, 1000)
            packet.pts = packet.dts = milliseconds
            packet.duration = 100
            container.mux(packet)
    return path


def test_a_hole_is_silent(tmp_path):
    path = sound_with_times(tmp_path / "a.mka", [(0, 0.25), (100, 0.5), (500, 0.75)])

    with AudioReader(path) as reader:
        at = {ms: reader.samples(ms * 48, 1)[0, 0] for ms in (50, 150, 250, 450, 550, 650)}

    assert list(at.values()) == pytest.approx([0.25, 0.5, 0, 0, 0.75, 0], abs=1e-3)


def test_an_overlap_is_trimmed(tmp_path):
    path = sound_with_times(tmp_path / "a.mka", [(0, 0.25), (50, 0.5), (150, 0.75)])

    with AudioReader(path) as reader:
        at = {ms: reader.samples(ms * 48, 1)[0, 0] for ms in (75, 125, 200)}

    assert list(at.values()) == pytest.approx([0.25, 0.5, 0.75], abs=1e-3)


@pytest.mark.parametrize("name", ["a.mp4", "a.mov", "a.mkv", "a.webm"])
def test_sound_beside_pictures_is_in_step(tmp_path, name):
    options = {"codec": "libvpx"} if name == "a.webm" else {"bframes": 2}
    path = media_factory.stamped_video(tmp_path / name, frames=120, clicks_at=[1.0, 3.0], **options)

    with AudioReader(path) as reader:
        late = media_factory.click_times(reader.samples(2 * RATE, 2 * RATE), RATE)
        early = media_factory.click_times(reader.samples(0, 2 * RATE), RATE)

    assert early == pytest.approx([1.0], abs=ONE_SAMPLE)
    assert late == pytest.approx([1.0], abs=ONE_SAMPLE)


def test_one_of_several_streams_may_be_chosen(tmp_path):
    path = tmp_path / "a.mka"
    with av.open(str(path), "w") as container:
        streams = [container.add_stream("pcm_s16le", rate=RATE, layout="mono") for _ in range(2)]
        for stream, level in zip(streams, (1000, 2000), strict=True):
            frame = av.AudioFrame.from_ndarray(
                np.full((1, 4800), level, np.int16), format="s16", layout="mono"
            )
            frame.sample_rate, frame.pts = RATE, 0
            container.mux(stream.encode(frame))

    with AudioReader(path) as first, AudioReader(path, stream_index=1) as second:
        assert first.samples(0, 1)[0, 0] == pytest.approx(1000 / 32768)
        assert second.samples(0, 1)[0, 0] == pytest.approx(2000 / 32768)
