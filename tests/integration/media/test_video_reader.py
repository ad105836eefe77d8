import random
from fractions import Fraction

import pytest

import media_factory
from timeline_studio.media import FrameCache, VideoReader
from timeline_studio.media.picture_decoder import PictureDecoder
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_start, from_seconds

NTSC = Fraction(30_000, 1001)
FRAMES = 50
ALWAYS_B = {"b_strategy": "0"}  # x264 would leave pictures between B pictures to its choice

SOURCES = {
    "mp4 with B pictures": ("a.mp4", {"bframes": 2, "crf": 30}),
    "mp4 with open groups": ("a.mp4", {"bframes": 3, "open_gop": True}),
    "mp4 at 29.97": ("a.mp4", {"rate": NTSC}),
    "mp4 at 50": ("a.mp4", {"rate": 50}),
    "fragmented mp4": ("a.mp4", {"options": {"movflags": "frag_keyframe+empty_moov"}}),
    "mp4 that starts late": ("a.mp4", {"first_time": Fraction(3, 2)}),
    "mkv at 23.976": ("a.mkv", {"rate": Fraction(24_000, 1001)}),
    "mkv at 59.94 with B pictures": ("a.mkv", {"rate": Fraction(60_000, 1001), "bframes": 3}),
    "mkv with sound": ("a.mkv", {"clicks_at": [0.5]}),
    "webm": ("a.webm", {"codec": "libvpx", "clicks_at": [0.5]}),
    "ts with open groups": ("a.ts", {"bframes": 2, "open_gop": True}),
    "MPEG-2 ts": ("a.ts", {"codec": "mpeg2video", "gop": 12}),
    "HEVC": ("a.mp4", {"codec": "libx265", "bframes": 3}),
    "MPEG-4 avi": ("a.avi", {"codec": "mpeg4"}),
    "flv": ("a.flv", {}),
    "ProRes": ("a.mov", {"codec": "prores_ks", "pix_fmt": "yuv422p10le"}),
    "FFV1 of odd size": ("a.mkv", {"codec": "ffv1", "size": (321, 181), "pix_fmt": "yuv444p"}),
    "turned": ("a.mov", {"rotation": 90}),
    "raw H.264": ("a.264", {"rate": 25, "bframes": 2}),
}


@pytest.fixture(params=SOURCES, ids=str)
def source(request, tmp_path):
    name, options = SOURCES[request.param]
    path = media_factory.stamped_video(tmp_path / name, frames=FRAMES, **options)
    return path, Fraction(options.get("rate", 30))


def numbers(reader, times):
    return [media_factory.read_stamp(reader.frame_at(time)) for time in times]


def test_every_picture_in_order(source):
    path, rate = source
    with VideoReader(path) as reader:
        shown = numbers(reader, [frame_start(n, rate) for n in range(FRAMES)])

    assert shown == list(range(FRAMES))


@pytest.mark.parametrize("cache_bytes", [None, 1_000_000])
def test_every_picture_from_anywhere(source, cache_bytes):
    path, rate = source
    order = random.Random(1).sample(range(FRAMES), 25)
    within = from_seconds(Fraction(3, 5) / rate)
    cache = FrameCache(cache_bytes) if cache_bytes else None

    with VideoReader(path, cache=cache) as reader:
        assert numbers(reader, [frame_start(n, rate) for n in order]) == order
        assert numbers(reader, [frame_start(n, rate) + within for n in order]) == order


@pytest.mark.parametrize("threads", ["SLICE", "FRAME", "AUTO", "NONE"])
def test_decoder_threads_change_nothing(tmp_path, threads):
    path = media_factory.stamped_video(tmp_path / "a.mp4", frames=FRAMES, bframes=2)
    order = [*range(FRAMES), 40, 3, 20, 49, 0]

    with VideoReader(path, threads=threads, thread_count=2) as reader:
        assert numbers(reader, [frame_start(n, Fraction(30)) for n in order]) == order


def test_before_the_first_the_first_and_after_the_last_the_last(tmp_path):
    path = media_factory.stamped_video(tmp_path / "a.mp4", frames=10)

    with VideoReader(path) as reader:
        assert numbers(reader, [-FLICKS_PER_SECOND, 10**12, 0, 10**15]) == [0, 9, 0, 9]


@pytest.mark.parametrize("suffix", ["mp4", "mkv"])
def test_a_variable_rate_goes_by_the_timestamps(tmp_path, suffix):
    times = [0, 0.03, 0.1, 0.15, 0.4, 0.41, 0.9]
    path = media_factory.stamped_video(tmp_path / f"a.{suffix}", frames=7, vfr_times=times)
    starts = [from_seconds(time) for time in times]
    just_before = [start - from_seconds(0.002) for start in starts[1:]]

    with VideoReader(path) as reader:
        assert numbers(reader, starts) == list(range(7))
        assert numbers(reader, just_before[::-1]) == [5, 4, 3, 2, 1, 0]


def test_pictures_that_begin_after_the_sound_wait(tmp_path):
    path = media_factory.stamped_video(
        tmp_path / "a.mp4",
        frames=30,
        first_time=Fraction(1, 2),
        clicks_at=[0.2],
    )
    half = FLICKS_PER_SECOND // 2

    with VideoReader(path) as reader:
        shown = numbers(reader, [0, half, half + frame_start(7, Fraction(30))])
        starts = reader.time_of(reader.frame_at(half))

    assert shown == [0, 0, 7]
    assert starts == half


def test_pictures_before_an_edit_list_are_not_shown(tmp_path):
    path = media_factory.stamped_video(
        tmp_path / "a.mp4",
        frames=30,
        first_time=Fraction(-1, 3),
        options={"avoid_negative_ts": "disabled"},
    )

    with VideoReader(path) as reader:
        assert numbers(reader, [0, frame_start(5, Fraction(30)), 0]) == [10, 15, 10]


def test_reading_forward_never_seeks(tmp_path, monkeypatch):
    path = media_factory.stamped_video(tmp_path / "a.mp4", frames=90, bframes=2)
    with VideoReader(path) as reader:
        monkeypatch.setattr(PictureDecoder, "seek", None)
        monkeypatch.setattr(PictureDecoder, "rewind", None)
        shown = numbers(reader, [frame_start(n, Fraction(60)) for n in range(180)])

    assert shown == [n // 2 for n in range(180)]


def test_a_far_picture_is_reached_through_a_key_picture(tmp_path, monkeypatch):
    path = media_factory.stamped_video(tmp_path / "a.mp4", frames=300, gop=30)
    decoded = decoded_ticks(monkeypatch)
    with VideoReader(path) as reader:
        assert numbers(reader, [frame_start(275, Fraction(30))]) == [275]

    assert len(decoded) < 12


def decoded_ticks(monkeypatch):
    """The ticks of all pictures that come out of decoders from now on."""
    decoded = []
    decode = PictureDecoder._decode

    def counting(self, packet, earliest):
        for frame in decode(self, packet, earliest):
            decoded.append(frame.pts)
            yield frame

    monkeypatch.setattr(PictureDecoder, "_decode", counting)
    return decoded


def test_pictures_that_no_other_needs_are_left_out_on_the_way(tmp_path, monkeypatch):
    path = media_factory.stamped_video(
        tmp_path / "a.mp4", frames=100, gop=100, bframes=3, codec_options=ALWAYS_B
    )
    with VideoReader(path) as reader:
        numbers(reader, [frame_start(95, Fraction(30))])
        decoded = decoded_ticks(monkeypatch)

        assert numbers(reader, [frame_start(90, Fraction(30))]) == [90]

    assert len(decoded) < 60


def test_what_a_leap_left_out_is_still_shown(tmp_path):
    """A call's every second picture is needed by no other, and may stay on for long."""
    steps = [Fraction(n, 30) for n in range(20)]
    layers = "ts_number_layers=2:ts_target_bitrate=500,1000:ts_rate_decimator=2,1"
    for held in (18, 19):
        times = [*steps[: held + 1], *(step + 3 for step in steps)]
        path = media_factory.stamped_video(
            tmp_path / f"{held}.webm",
            frames=len(times),
            gop=100,
            codec="libvpx",
            vfr_times=times,
            codec_options={
                "ts-parameters": f"{layers}:ts_periodicity=2:ts_layer_id=0,1:ts_layering_mode=2",
                "b": "1M",
            },
        )
        with VideoReader(path) as reader:
            reader.frame_at(from_seconds(times[-1]))

            assert numbers(reader, [from_seconds(2)]) == [held]


def test_pictures_passed_over_on_the_way_are_shown_when_asked_for(tmp_path):
    path = media_factory.stamped_video(
        tmp_path / "a.mp4", frames=60, gop=60, bframes=3, codec_options=ALWAYS_B
    )
    with VideoReader(path) as reader:
        for far in (50, 40, 30):
            assert numbers(reader, [frame_start(far, Fraction(30))]) == [far]
            back = list(range(far - 1, far - 12, -1))
            assert numbers(reader, [frame_start(n, Fraction(30)) for n in back]) == back


def test_steps_back_come_from_the_cache(tmp_path, monkeypatch):
    path = media_factory.stamped_video(tmp_path / "a.mp4", frames=60, bframes=2)
    cache = FrameCache(20_000_000)
    with VideoReader(path, cache=cache) as reader, VideoReader(path, cache=cache) as other:
        numbers(reader, [frame_start(n, Fraction(30)) for n in range(40)])
        monkeypatch.setattr(PictureDecoder, "seek", None)
        back = list(range(38, 0, -1))

        assert numbers(reader, [frame_start(n, Fraction(30)) for n in back]) == back
        assert numbers(other, [frame_start(n, Fraction(30)) for n in back]) == back


def test_a_file_that_is_replaced_is_not_served_from_the_cache(tmp_path):
    cache = FrameCache(20_000_000)
    path = media_factory.stamped_video(tmp_path / "a.mp4", frames=20)
    with VideoReader(path, cache=cache) as reader:
        numbers(reader, [frame_start(n, Fraction(30)) for n in range(20)])
    media_factory.stamped_video(path, frames=20, start_number=500)

    with VideoReader(path, cache=cache) as reader:
        assert numbers(reader, [frame_start(10, Fraction(30))]) == [510]


@pytest.mark.parametrize("name", ["a.mp4", "a.mkv", "a.ts"])
def test_key_pictures_are_at_or_before_the_time(tmp_path, name):
    path = media_factory.stamped_video(tmp_path / name, frames=60, gop=15, bframes=2)
    wanted = [59, 31, 30, 14, 0]

    with VideoReader(path) as reader:
        shown = [
            media_factory.read_stamp(reader.keyframe_at(frame_start(n, Fraction(30))))
            for n in wanted
        ]
        following = numbers(reader, [frame_start(n, Fraction(30)) for n in (1, 2)])

    assert shown == [45, 30, 30, 0, 0]
    assert following == [1, 2]


@pytest.mark.parametrize("cache_bytes", [None, 1_000_000])
def test_in_haste_every_picture_is_reached_in_the_end(source, cache_bytes):
    path, rate = source
    cache = FrameCache(cache_bytes) if cache_bytes else None
    with VideoReader(path, cache=cache) as reader:
        for number in random.Random(3).sample(range(FRAMES), 12):
            answers = [reader.frame_near(frame_start(number, rate))]
            while not answers[-1][1]:
                answers.append(reader.frame_near(frame_start(number, rate)))

            assert media_factory.read_stamp(answers[-1][0]) == number
            assert len(answers) <= 2 + FRAMES // 8
            assert numbers(reader, [0]) == [0]


def test_in_haste_a_key_picture_comes_first(tmp_path, monkeypatch):
    path = media_factory.stamped_video(tmp_path / "a.mp4", frames=120, gop=60)
    with VideoReader(path) as reader:
        decoded = decoded_ticks(monkeypatch)
        frame, is_exact = reader.frame_near(frame_start(110, Fraction(30)))

    assert (media_factory.read_stamp(frame), is_exact) == (60, False)
    assert len(decoded) == 1


def test_a_reader_knows_its_file(tmp_path):
    path = media_factory.stamped_video(tmp_path / "a.mp4", frames=5)
    with VideoReader(path) as reader:
        assert reader.info.video.frame_count == 5
