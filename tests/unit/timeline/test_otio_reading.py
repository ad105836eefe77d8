"""OpenTimelineIO files that other programs wrote."""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import opentimelineio as otio
import pytest
from opentimelineio.opentime import RationalTime, TimeRange
from opentimelineio.schema import (
    Clip,
    ExternalReference,
    FreezeFrame,
    Gap,
    GeneratorReference,
    ImageSequenceReference,
    LinearTimeWarp,
    Marker,
    MissingReference,
    SerializableCollection,
    Stack,
    Timeline,
    Track,
    Transition,
)

from timeline_studio.timeline import Clip as OurClip
from timeline_studio.timeline import DocumentError, Generator, Still, Title
from timeline_studio.timeline.otio import read_otio
from timeline_studio.timeline.time import frame_start

FRAME = frame_start(1, Fraction(24))
Read = Callable[..., object]


def _range(start: float, duration: float, rate: float = 24) -> TimeRange:
    return TimeRange(RationalTime(start, rate), RationalTime(duration, rate))


def _clip(name: str = "a", start: float = 0, duration: float = 10, **fields) -> Clip:
    media = fields.pop("media", None) or ExternalReference(f"{name}.mp4")
    return Clip(name, media, _range(start, duration, fields.pop("rate", 24)), **fields)


def _transition(before: float = 2, after: float = 3, rate: float = 24) -> Transition:
    kind = otio.schema.TransitionTypes.SMPTE_Dissolve
    return Transition("", kind, RationalTime(before, rate), RationalTime(after, rate))


def _timeline(*children, audio=(), **fields) -> Timeline:
    """One video track; and one audio track, so that no sound is mirrored."""
    timeline = Timeline("film", **fields)
    timeline.tracks.append(Track("V1", children=children))
    timeline.tracks.append(Track("A1", kind="Audio", children=audio))
    return timeline


@pytest.fixture
def read(tmp_path) -> Read:
    """What we read from an object of OTIO's, written to a file."""

    def through_file(root, **options):
        path = tmp_path / "film.otio"
        otio.adapters.write_to_file(root, str(path))
        return read_otio(path, **options)

    return through_file


@pytest.fixture
def first(read):
    """The items of the lowest track."""
    return lambda *children: read(_timeline(*children)).tracks[0].items


def test_clips_and_gaps_make_a_row(first):
    a, b = first(
        _clip("a", 5, 10),
        Gap(source_range=_range(0, 4)),
        _clip("b", 7, 3),
        Gap(source_range=_range(0, 9)),
    )

    assert (a.name, a.start, a.duration, a.source_start) == ("a", 0, 10 * FRAME, 5 * FRAME)
    assert (b.name, b.start, b.end, b.source_start) == ("b", 14 * FRAME, 17 * FRAME, 7 * FRAME)


def test_source_times_count_from_the_medias_own_start(first):
    media = ExternalReference("a.mov", _range(86_400, 240))

    (clip,) = first(_clip("a", 86_412, 10, media=media))

    assert clip.source_start == 12 * FRAME
    assert clip.media.duration == 240 * FRAME


def test_a_clip_without_a_range_shows_all_of_its_media(first):
    (clip,) = first(Clip("a", ExternalReference("a.mov", _range(100, 48))))

    assert (clip.source_start, clip.duration) == (0, 48 * FRAME)


def test_a_clip_without_any_range_is_refused(first):
    with pytest.raises(DocumentError, match="clip “a” has no length"):
        first(Clip("a", ExternalReference("a.mov")))


@pytest.mark.parametrize("rate", [23.976, 24000 / 1001, 29.97, 30000 / 1001, 59.94, 25, 48_000])
def test_times_are_exact_at_any_rate(first, rate):
    exact = {23.976: 24000, 29.97: 30000, 59.94: 60000}.get(round(rate, 3))
    rate_fraction = Fraction(exact, 1001) if exact else Fraction(rate)

    *_, last = first(*(_clip(f"c{i}", 10 * i, 7, rate=rate) for i in range(500)))

    assert last.start == frame_start(499 * 7, rate_fraction)
    assert last.source_start == frame_start(4990, rate_fraction)


def test_times_at_different_rates_add_up_exactly(first):
    mixed = Clip("m", ExternalReference("m"), TimeRange(RationalTime(1, 25), RationalTime(3, 60)))

    clip, after = first(mixed, _clip("a"))

    assert (clip.source_start, clip.duration) == (28_224_000, 35_280_000)
    assert after.start == clip.end


def test_odd_rates_leave_no_gaps(first):
    items = first(*(_clip(f"c{i}", 0, 1, rate=7.1234) for i in range(50)))

    assert all(left.end == right.start for left, right in pairwise(items))


@pytest.mark.parametrize(
    ("times", "start_time", "rate"),
    [
        ([29.97], None, Fraction(30000, 1001)),
        ([48_000, 25], None, Fraction(25)),
        ([24], RationalTime(0, 25), Fraction(25)),
        ([24], RationalTime(0, 1), Fraction(24)),
        ([], None, Fraction(30)),
    ],
)
def test_the_rate_is_the_files_else_the_first_clips(read, times, start_time, rate):
    clips = [_clip(f"c{rate}", rate=rate) for rate in times]

    assert read(_timeline(*clips, global_start_time=start_time)).rate == rate


def test_the_size_is_left_to_the_first_media(read):
    timeline = read(_timeline(_clip()))

    assert (timeline.name, timeline.width, timeline.height) == ("film", 0, 0)


def test_a_dissolve_is_on_its_cut(read):
    track = read(_timeline(_clip("a"), _transition(), _clip("b"))).tracks[0]

    (dissolve,) = track.transitions
    assert (dissolve.cut, dissolve.in_offset, dissolve.out_offset) == (
        10 * FRAME,
        2 * FRAME,
        3 * FRAME,
    )


def test_a_dissolve_that_is_too_long_is_cut_short(read):
    track = read(_timeline(_clip("a"), _transition(20, 30), _clip("b"))).tracks[0]

    assert (track.transitions[0].start, track.transitions[0].end) == (0, 20 * FRAME)


def test_two_transitions_in_a_row_are_refused(read):
    with pytest.raises(DocumentError, match="two transitions"):
        read(_timeline(_clip("a"), _transition(), _transition(), _clip("b")))


def test_a_fade_from_and_to_black_is_a_dissolve_with_black(read):
    track = read(_timeline(_transition(0, 4), _clip("a", 5), _transition(4, 0))).tracks[0]

    before, clip, after = track.items
    assert isinstance(before, Generator)
    assert isinstance(after, Generator)
    assert (before.start, before.end, clip.end, after.end) == (0, 4 * FRAME, 6 * FRAME, 10 * FRAME)
    assert clip.source_start == 9 * FRAME
    assert [(each.start, each.end) for each in track.transitions] == [
        (0, 4 * FRAME),
        (6 * FRAME, 10 * FRAME),
    ]


def test_a_fade_beside_a_gap_is_centred_on_the_cut(read):
    gap = Gap(source_range=_range(0, 10))

    track = read(_timeline(_clip("a"), _transition(2, 2), gap, _transition(2, 2), _clip("b")))

    spans = [(each.start // FRAME, each.end // FRAME) for each in track.tracks[0].transitions]
    assert spans == [(8, 12), (18, 22)]


def test_a_fade_on_an_upper_track_is_a_cut(read):
    timeline = _timeline(_clip("a"))
    timeline.tracks.insert(1, Track("V2", children=[_transition(0, 4), _clip("b")]))

    upper = read(timeline).tracks[1]

    assert [item.name for item in upper.items] == ["b"]
    assert upper.transitions == ()


def test_tracks_keep_their_order_and_kind(read):
    timeline = Timeline()
    for name, kind in (("a", "Audio"), ("v", "Video"), ("w", "Video"), ("b", "Audio")):
        timeline.tracks.append(Track(name, kind=kind))

    tracks = read(timeline).tracks

    assert [(track.name, track.kind) for track in tracks] == [
        ("a", "audio"),
        ("v", "video"),
        ("w", "video"),
        ("b", "audio"),
    ]


def test_without_an_audio_track_the_clips_own_sound_plays(read):
    timeline = Timeline()
    title = Clip("t", GeneratorReference(generator_kind="Black"), _range(0, 5))
    children = [_clip("a"), _transition(), _clip("b"), title, _freeze("f")]
    timeline.tracks.append(Track("V1", children=children))
    timeline.tracks.append(Track("V2", children=[_clip("c")]))
    timeline.tracks[1].enabled = False

    lower, upper, lower_sound, upper_sound = read(timeline).tracks

    assert [track.kind for track in (lower_sound, upper_sound)] == ["audio", "audio"]
    assert [item.name for item in lower_sound.items] == ["a", "b"]
    for picture, sound in zip(lower.items, lower_sound.items, strict=False):
        assert (picture.link, picture.start, picture.source_start, picture.media) == (
            sound.link,
            sound.start,
            sound.source_start,
            sound.media,
        )
        assert picture.link is not None
        assert picture.id != sound.id
    assert [each.cut for each in lower_sound.transitions] == [10 * FRAME]
    assert (upper.hidden, upper_sound.muted) == (True, True)


def test_an_audio_track_is_not_mirrored_even_when_it_is_empty(read):
    assert len(read(_timeline(_clip())).tracks) == 2


def test_a_size_that_another_program_gives_takes_no_sound_away(read):
    timeline = Timeline("film", tracks=[Track("V1", children=[_clip()])])
    timeline.metadata["timeline_studio"] = {"width": 640, "height": 360}

    read_back = read(timeline)

    assert (read_back.width, read_back.height) == (640, 360)
    assert [track.kind for track in read_back.tracks] == ["video", "audio"]


def test_images_are_stills(first):
    (still,) = first(_clip("a", media=ExternalReference("logo.PNG", _range(0, 1))))

    assert isinstance(still, Still)
    assert still.duration == 10 * FRAME


def test_missing_media_keep_their_name(first):
    named, nameless = first(
        _clip("a", media=MissingReference("beach.mov")), _clip("b", media=MissingReference())
    )

    assert (named.media.url, nameless.media.url) == ("missing:beach.mov", "missing:b")


def test_an_image_sequence_is_refused(first):
    media = ImageSequenceReference("file:///shots/", "shot.", ".exr", 1, 1, 24)

    with pytest.raises(DocumentError, match=r"“a” is an image sequence \(file:///shots/shot\."):
        first(_clip("a", media=media))


def _freeze(name: str) -> Clip:
    return _clip(name, 5, effects=[FreezeFrame()])


@pytest.mark.parametrize(
    ("scalars", "speed"),
    [([2.0], Fraction(2)), ([0.1], Fraction(1, 10)), ([2.0, 1.5], Fraction(3)), ([], Fraction(1))],
)
def test_time_warps_are_the_speed(first, scalars, speed):
    (clip,) = first(_clip("a", effects=[LinearTimeWarp(time_scalar=each) for each in scalars]))

    assert (clip.speed, clip.duration) == (speed, 10 * FRAME)


def test_a_freeze_frame_holds_its_first_frame(first):
    (clip,) = first(_freeze("a"))

    assert (clip.speed, clip.source_time(clip.end - 1)) == (0, 5 * FRAME)


def test_a_backward_clip_begins_with_the_last_frame_of_its_range(first):
    (clip,) = first(_clip("a", 100, 10, effects=[LinearTimeWarp(time_scalar=-1.0)]))

    assert clip.source_time(clip.start) == 109 * FRAME
    assert clip.source_time(clip.start + 9 * FRAME) == 100 * FRAME


def test_generators_are_colours_and_titles(first):
    def generated(kind, parameters):
        reference = GeneratorReference(generator_kind=kind, parameters=parameters)
        return Clip(kind, reference, _range(0, 5))

    red, listed, own, odd, title, bars = first(
        generated("SolidColor", {"color": "#FF0000"}),
        generated("Solid", {"color": [0, 1, 0.5, 1]}),
        generated("solid color", {"color": {"r": 0.0, "g": 0.0, "b": 1.0}}),
        generated("black", {"color": ["x", 1, 2]}),
        generated("Text", {"text": "Hello", "size": "huge"}),
        generated("SMPTEBars", {"x": 1}),
    )

    assert [each.color for each in (red, listed, own, odd)] == [
        "#FF0000",
        "#00FF80",
        "#0000FF",
        "#000000",
    ]
    assert isinstance(title, Title)
    assert (title.text, title.size) == ("Hello", 8.0)
    assert isinstance(bars, Generator)


def test_a_generated_sound_keeps_its_place_and_is_not_played(read):
    tone = Clip("tone", GeneratorReference(generator_kind="Tone"), _range(0, 5))

    (clip,) = read(_timeline(audio=[tone])).tracks[1].items

    assert isinstance(clip, OurClip)
    assert (clip.enabled, clip.duration) == (False, 5 * FRAME)


def test_disabled_clips_and_tracks(read):
    timeline = _timeline(_clip("a"), audio=[_clip("b")])
    timeline.tracks[0][0].enabled = False
    timeline.tracks[1].enabled = False

    video, audio = read(timeline).tracks

    assert (video.items[0].enabled, video.hidden, audio.muted) == (False, False, True)


def test_markers_of_the_timeline_its_tracks_gaps_and_clips(read):
    clip = _clip("a", 100, 10, markers=[Marker("on clip", _range(104, 1), "RED", comment="c")])
    clip.media_reference.available_range = _range(100, 50)
    gap = Gap(source_range=_range(0, 10))
    gap.markers.append(Marker("on gap", _range(2, 0)))
    timeline = _timeline(gap, clip)
    timeline.tracks.markers.append(Marker("on stack", _range(1, 0)))
    timeline.tracks[0].markers.append(Marker("on track", _range(3, 0)))

    result = read(timeline)

    assert [(each.name, each.time) for each in result.markers] == [
        ("on stack", FRAME),
        ("on gap", 2 * FRAME),
        ("on track", 3 * FRAME),
    ]
    (marker,) = result.tracks[0].items[0].markers
    assert (marker.time, marker.color, marker.note) == (4 * FRAME, "RED", "c")


def test_the_active_of_several_media_is_used(first):
    clip = _clip("a")
    references = {"high": ExternalReference("high.mov"), "proxy": ExternalReference("proxy.mp4")}
    clip.set_media_references(references, "proxy")

    (item,) = first(clip)

    assert item.media.url.endswith("/proxy.mp4")


def test_a_nested_sequence_of_one_track_is_flattened(read):
    inner = Track(
        children=[_clip("a"), _transition(1, 1), _clip("b"), Gap(source_range=_range(0, 5))]
    )
    nested = Stack("nested", children=[inner], source_range=_range(4, 18))

    timeline = read(_timeline(_clip("x"), nested, _clip("y")))

    spans = [
        (item.name, item.start // FRAME, item.end // FRAME) for item in timeline.tracks[0].items
    ]
    assert spans == [("x", 0, 10), ("a", 10, 16), ("b", 16, 26), ("y", 28, 38)]
    assert timeline.tracks[0].items[1].source_start == 4 * FRAME
    assert [each.cut // FRAME for each in timeline.tracks[0].transitions] == [16]


def test_a_disabled_nested_sequence_is_disabled_clip_by_clip(read):
    nested = Track("nested", children=[_clip("a")])
    nested.enabled = False

    assert not read(_timeline(nested)).tracks[0].items[0].enabled


def test_a_nested_sequence_of_layers_is_refused(read):
    layers = [Track(children=[_clip("a")]), Track(children=[_clip("b")])]

    with pytest.raises(DocumentError, match="“inner” is a nested sequence of 2 layers"):
        read(_timeline(Stack("inner", children=layers)))


def test_a_nested_sequence_of_pictures_and_sound_gives_each_track_its_own(read):
    def compound() -> Stack:
        sound = Track("A", kind="Audio", children=[_clip("b", 3)])
        return Stack("compound", children=[Track("V", children=[_clip("a")]), sound])

    picture, sound = read(_timeline(compound(), audio=[compound()])).tracks

    assert [item.name for item in picture.items] == ["a"]
    assert [item.name for item in sound.items] == ["b"]


def test_a_nested_sequence_whose_sound_would_be_lost_is_refused(read):
    sound = Track("A", kind="Audio", children=[_clip("b")])
    compound = Stack("compound", children=[Track("V", children=[_clip("a")]), sound])

    with pytest.raises(DocumentError, match="“compound” is a nested sequence of 2 layers"):
        read(_timeline(compound, audio=[_clip("music")]))


def test_an_empty_nested_sequence_is_nothing(first):
    assert [item.name for item in first(Stack("empty"), _clip("a"))] == ["a"]


def test_a_stack_of_tracks_in_the_stack_gives_its_tracks(read):
    timeline = Timeline()
    timeline.tracks.append(Stack("group", children=[Track("V1"), Track("A1", kind="Audio")]))
    timeline.tracks.append(_clip("loose"))

    assert [(t.name, t.kind) for t in read(timeline).tracks] == [
        ("V1", "video"),
        ("A1", "audio"),
        ("loose", "video"),
    ]


def test_a_track_with_a_speed_is_refused(read):
    timeline = _timeline(_clip())
    timeline.tracks[0].effects.append(LinearTimeWarp(time_scalar=2.0))

    with pytest.raises(DocumentError, match="“V1” has a speed of its own"):
        read(timeline)


def test_the_range_of_a_track_and_of_the_stack_cut_off_the_rest(read):
    timeline = _timeline(_clip("a"), _clip("b"), audio=[_clip("m", 0, 20)])
    timeline.tracks[0].source_range = _range(5, 12)
    timeline.tracks.source_range = _range(2, 8)

    video, audio = read(timeline).tracks

    spans = [(item.name, item.start // FRAME, item.end // FRAME) for item in video.items]
    assert spans == [("a", 0, 3), ("b", 3, 8)]
    assert (audio.items[0].source_start, audio.end) == (2 * FRAME, 8 * FRAME)


def test_a_clip_without_length_is_left_out(first):
    assert first(_clip("a", 0, 0)) == ()


def test_a_negative_length_is_refused(first):
    with pytest.raises(DocumentError, match="“a” has a negative length"):
        first(_clip("a", 0, -3))


@pytest.mark.parametrize("rate", [0, -24])
def test_a_rate_that_is_none_is_refused(first, rate):
    with pytest.raises(DocumentError, match="is not a time"):
        first(_clip("a", rate=rate))


def test_a_speed_that_is_not_a_number_is_refused(first):
    with pytest.raises(DocumentError, match="speed that is not a number"):
        first(_clip("a", effects=[LinearTimeWarp(time_scalar=float("inf"))]))


@pytest.mark.parametrize("root", [Track("t", children=[_clip()]), _clip(), Stack("s")])
def test_a_bare_track_stack_or_clip_is_a_timeline(read, root):
    assert read(root).duration == (10 * FRAME if root.name != "s" else 0)


def test_the_one_timeline_of_a_collection_is_read(read):
    timeline = read(SerializableCollection("bin", [_clip(), _timeline(_clip())]))

    assert (timeline.name, timeline.duration) == ("film", 10 * FRAME)


@pytest.mark.parametrize("count", [0, 2])
def test_a_collection_of_none_or_several_is_refused(read, count):
    with pytest.raises(DocumentError, match=f"a collection of {count} timelines"):
        read(SerializableCollection("bin", [Timeline() for _ in range(count)]))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b" \n", "the file is empty"),
        (b"\x00\xff\xfe\x81", "not text"),
        (b"{", "not a valid OpenTimelineIO file"),
        (b"EDL", "not a valid OpenTimelineIO file"),
        (b"5", "holds no OpenTimelineIO timeline"),
        (b"{}", "holds no OpenTimelineIO timeline"),
        (b'{"OTIO_SCHEMA": "Strange.1"}', "holds no OpenTimelineIO timeline"),
        (b'{"OTIO_SCHEMA": "Timeline.99"}', "not a valid OpenTimelineIO file"),
        (b'{"OTIO_SCHEMA": "Timeline.1"}', "not a valid OpenTimelineIO file"),
        (b'{"OTIO_SCHEMA": "Timeline.1", "tracks": 5}', "not a valid OpenTimelineIO file"),
    ],
)
def test_what_is_not_an_otio_file_is_refused_by_name(tmp_path, content, message):
    path = tmp_path / "broken.otio"
    path.write_bytes(content)

    with pytest.raises(DocumentError, match=message) as raised:
        read_otio(path)
    assert str(raised.value).startswith(f"{path}: ")
    assert "\n" not in str(raised.value)


def test_a_file_that_vanished_or_is_a_folder_is_refused_by_name(tmp_path):
    for path in (tmp_path / "gone.otio", tmp_path):
        with pytest.raises(DocumentError, match="cannot be read") as raised:
            read_otio(path)
        assert str(path) in str(raised.value)


def test_a_timeline_without_a_stack_is_empty(tmp_path):
    path = tmp_path / "bare.otio"
    path.write_text('{"OTIO_SCHEMA": "Timeline.1", "tracks": null}')

    assert read_otio(path).tracks == ()


def test_media_are_found_beside_the_file(read, tmp_path):
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "a b.mp4").touch()

    timeline = read(_timeline(_clip("a", media=ExternalReference("media/a%20b.mp4"))))

    assert timeline.tracks[0].items[0].media.url == (tmp_path / "media/a b.mp4").as_uri()


def test_paths_are_absolute_where_the_file_was_named_relatively(read, tmp_path, monkeypatch):
    read(_timeline(_clip("a")))
    monkeypatch.chdir(tmp_path)

    timeline = read_otio(Path("film.otio"))

    assert timeline.tracks[0].items[0].media.url == (tmp_path / "a.mp4").as_uri()


def test_a_length_beyond_all_bounds_is_refused(first):
    with pytest.raises(DocumentError, match="“a” on V1 has a time of more than 147 days"):
        first(_clip(duration=1e300))
