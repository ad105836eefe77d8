"""OpenTimelineIO files that we write: for others to open, and what of theirs they keep."""

from fractions import Fraction
from pathlib import Path

import opentimelineio as otio
import pytest
from msgspec.structs import replace
from opentimelineio.opentime import RationalTime, TimeRange

from timeline_studio.errors import StudioError
from timeline_studio.timeline import (
    Clip,
    DocumentError,
    Generator,
    Marker,
    MediaReference,
    Still,
    Timeline,
    Title,
    Track,
    Transition,
    edits,
)
from timeline_studio.timeline.otio import read_otio, write_otio
from timeline_studio.timeline.time import frame_start

NTSC = Fraction(30000, 1001)
FRAME = frame_start(1, NTSC)


def _clip(name: str, start: int, frames: int = 10, url: str = "upload:12", **fields) -> Clip:
    media = MediaReference(url=url, duration=100 * FRAME)
    return Clip(
        id=name,
        name=name,
        start=start * FRAME,
        duration=frames * FRAME,
        source_start=20 * FRAME,
        **{"media": media, **fields},
    )


def _timeline(*items, **fields) -> Timeline:
    return Timeline(rate=NTSC, tracks=(Track(id="v", kind="video", items=items, **fields),))


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "film.otio"


@pytest.fixture
def written(path):
    """What OpenTimelineIO itself reads from the file that we write."""

    def through_file(timeline, **options):
        write_otio(timeline, path, **options)
        return otio.adapters.read_from_file(str(path))

    return through_file


@pytest.fixture
def rewritten(path, written):
    """A file of others', read and written again by us."""

    def through_us(timeline):
        otio.adapters.write_to_file(timeline, str(path))
        ours = read_otio(path)
        result = written(ours)
        assert read_otio(path) == ours
        return result

    return through_us


def test_times_are_in_frames_of_the_timeline(written):
    film = written(_timeline(_clip("a", 0), _clip("b", 15)))

    track = film.tracks[0]
    a, gap, b = track
    assert isinstance(gap, otio.schema.Gap)
    assert [child.duration().value for child in track] == [10, 5, 10]
    assert a.source_range.start_time == RationalTime(20, 30000 / 1001)
    assert b.range_in_parent().start_time.to_frames() == 15


def test_times_between_frames_are_in_flicks(written):
    item = replace(_clip("a", 0), duration=10 * FRAME + 1)

    duration = written(_timeline(item)).tracks[0][0].source_range.duration

    assert (duration.value, duration.rate) == (10 * FRAME + 1, 705_600_000)


def test_dissolves_are_transitions_between_clips(written):
    dissolve = Transition(id="t", cut=10 * FRAME, in_offset=2 * FRAME, out_offset=3 * FRAME)
    timeline = _timeline(_clip("a", 0), _clip("b", 10), transitions=(dissolve,))

    film = written(timeline)

    _, transition, _ = film.tracks[0]

    assert transition.transition_type == "SMPTE_Dissolve"
    assert (transition.in_offset.value, transition.out_offset.value) == (2, 3)


def test_media_of_the_library_are_written_as_the_files_they_are(written, path):
    timeline = _timeline(_clip("a", 0))

    film = written(timeline, resolve=lambda _: Path("/films/a b.mp4"))

    media = film.tracks[0][0].media_reference
    assert media.target_url == "file:///films/a%20b.mp4"
    assert media.available_range.duration.value == 100
    assert read_otio(path) == timeline
    assert read_otio(path, prefer_files=True).tracks[0].items[0].media.url == media.target_url


def test_media_that_cannot_be_resolved_are_written_as_their_url(written):
    def resolve(_):
        raise StudioError("gone")

    clip = written(_timeline(_clip("a", 0)), resolve=resolve).tracks[0][0]

    assert clip.media_reference.target_url == "upload:12"


def test_relinked_media_are_believed(written, path):
    film = written(_timeline(_clip("a", 0)))
    film.tracks[0][0].media_reference.target_url = "file:///new.mp4"
    otio.adapters.write_to_file(film, str(path))

    assert read_otio(path).tracks[0].items[0].media.url == "file:///new.mp4"


def test_titles_colours_and_stills_are_clips_that_others_can_show(written, path):
    timeline = _timeline(
        Title(id="t", start=0, duration=FRAME, text="Hi", size=0.1 + 0.2),
        Generator(id="g", start=FRAME, duration=FRAME, color="#FF0000"),
        Still(
            id="s", start=2 * FRAME, duration=9 * FRAME, media=MediaReference(url="file:///a.png")
        ),
    )

    film = written(timeline)

    title, colour, still = film.tracks[0]

    assert (title.media_reference.generator_kind, colour.media_reference.generator_kind) == (
        "Title",
        "SolidColor",
    )
    assert title.media_reference.parameters["text"] == "Hi"
    assert still.media_reference.available_range.duration.value == 1
    assert still.duration().value == 9
    assert read_otio(path) == timeline


def test_speeds_are_time_effects(written):
    timeline = _timeline(
        _clip("a", 0, speed=Fraction(3, 2)),
        _clip("b", 10, speed=Fraction(0)),
        _clip("c", 20, speed=Fraction(-1)),
    )

    film = written(timeline)

    fast, frozen, backward = film.tracks[0]

    assert fast.effects[0].time_scalar == 1.5
    assert isinstance(frozen.effects[0], otio.schema.FreezeFrame)
    assert backward.source_range.start_time.value == 11  # it shows 20, 19, ... 11


def test_hidden_and_muted_tracks_and_disabled_clips_are_not_enabled(written):
    timeline = Timeline(
        tracks=(
            Track(id="v", kind="video", items=(_clip("a", 0, enabled=False),), hidden=True),
            Track(id="a", kind="audio", muted=True, solo=True),
        )
    )

    video, audio = written(timeline).tracks

    assert (video.enabled, audio.enabled, video[0].enabled) == (False, False, False)


def test_a_clip_copied_by_others_gets_an_id_of_its_own(written, path):
    film = written(_timeline(_clip("a", 0, link="x")))
    film.tracks[0].append(film.tracks[0][0].deepcopy())
    otio.adapters.write_to_file(film, str(path))

    first, copied = read_otio(path).tracks[0].items

    assert (first.id, first.link, copied.link) == ("a", "x", None)
    assert copied.id != "a"


def test_changed_entries_of_ours_do_no_harm(written, path):
    film = written(_timeline(_clip("a", 0, speed=Fraction(2), gain_db=3.5)))
    clip = film.tracks[0][0]
    clip.metadata["timeline_studio"].update(id=5, gain_db=[], speed="1/0", link=None)
    film.metadata["timeline_studio"].update(rate="x", width="wide", markers=7)
    clip.effects[0].time_scalar = 4.0
    otio.adapters.write_to_file(film, str(path))

    timeline = read_otio(path)

    item = timeline.tracks[0].items[0]
    assert (item.speed, item.gain_db, timeline.rate, timeline.width) == (4, 0.0, NTSC, 0)


def test_our_files_get_no_mirrored_sound(written, path):
    written(_timeline(_clip("a", 0)))

    assert len(read_otio(path).tracks) == 1


def test_a_stored_gain_and_title_size_come_back_to_the_last_bit(path):
    numbers = (-18.123456789012345, 5e-324, 1e300, 0.0, -0.1, 24.0)
    clips = (_clip(f"c{i}", 10 * i, gain_db=number) for i, number in enumerate(numbers))
    write_otio(_timeline(*clips), path)

    assert tuple(item.gain_db for item in read_otio(path).tracks[0].items) == numbers


def test_metadata_under_our_name_are_kept_apart(path):
    timeline = replace(_timeline(), metadata={"timeline_studio": {"mine": 1}, "x": [None]})
    write_otio(timeline, path)

    assert read_otio(path) == timeline


def test_what_we_have_no_word_for_is_written_again(rewritten):
    range_ = TimeRange(RationalTime(86_400, 24), RationalTime(48, 24))
    bounds = otio.schema.Box2d(otio.schema.V2d(0, 0), otio.schema.V2d(16, 9))
    media = otio.schema.ExternalReference("file:///a.mov", range_, {"m": 1}, bounds)
    clip = otio.schema.Clip("a", media, metadata={"c": {"x": [1, 2.5, None]}})
    clip.set_media_references(
        {"hi": media, "lo": otio.schema.ExternalReference("file:///lo.mp4")}, "hi"
    )
    clip.effects.append(otio.schema.Effect("blur", "Blur", {"radius": 3}))
    clip.effects.append(otio.schema.LinearTimeWarp("slow", 0.5, {"w": 1}))
    wipe = otio.schema.Transition("", "Wipe", RationalTime(2, 24), RationalTime(2, 24), {"t": 1})
    bars = otio.schema.GeneratorReference("bars", "Bars", range_, {"p": 1})
    tone = otio.schema.Clip("tone", otio.schema.GeneratorReference("", "Tone", range_))
    film = otio.schema.Timeline(
        "film", global_start_time=RationalTime(86_400, 24), metadata={"f": 1}
    )
    film.tracks.name = "stacked"
    film.tracks.metadata["s"] = 1
    film.tracks.append(
        otio.schema.Track("V1", [clip, wipe, otio.schema.Clip("b", bars)], metadata={"t": 1})
    )
    film.tracks[0].markers.append(otio.schema.Marker("note", range_, "PINK", {"k": 1}, "hm"))
    film.tracks[0].effects.append(otio.schema.Effect("grade", "Grade"))
    film.tracks.append(otio.schema.Track("A1", [tone], kind="Audio"))
    film.tracks.append(otio.schema.Track("C1", kind="Captions", metadata={"lang": "en"}))

    result = rewritten(film)

    video, audio, captions = result.tracks
    assert (result.name, result.global_start_time, result.metadata["f"]) == (
        "film",
        RationalTime(86_400, 24),
        1,
    )
    assert (result.tracks.name, result.tracks.metadata["s"]) == ("stacked", 1)
    assert (captions.kind, captions.metadata["lang"]) == ("Captions", "en")
    assert audio[0].media_reference.generator_kind == "Tone"
    assert (video.metadata["t"], video.effects[0].effect_name) == (1, "Grade")
    assert (video.markers[0].comment, video.markers[0].metadata["k"]) == ("hm", 1)
    a, transition, b = video
    assert (transition.transition_type, transition.metadata["t"]) == ("Wipe", 1)
    assert (b.media_reference.generator_kind, b.media_reference.parameters["p"]) == ("Bars", 1)
    assert list(a.metadata["c"]["x"]) == [1, 2.5, None]
    assert (a.active_media_reference_key, set(a.media_references())) == ("hi", {"hi", "lo"})
    assert a.media_reference.metadata["m"] == 1
    assert a.media_reference.available_range == range_
    assert a.media_reference.available_image_bounds == bounds
    assert a.source_range == range_
    assert [effect.name for effect in a.effects] == ["blur", "slow"]
    assert a.effects[1].time_scalar == 0.5


def test_a_new_speed_replaces_the_time_warps_that_a_clip_came_with(path, written):
    film = otio.schema.Timeline()
    range_ = TimeRange(RationalTime(0, 24), RationalTime(48, 24))
    media = otio.schema.ExternalReference("file:///a.mov")
    effects = [otio.schema.Effect("blur", "Blur"), otio.schema.LinearTimeWarp("slow", 0.5)]
    track = otio.schema.Track("V", [otio.schema.Clip("a", media, range_, effects=effects)])
    film.tracks.append(track)
    otio.adapters.write_to_file(film, str(path))
    ours = read_otio(path)

    result = written(edits.replace_item(ours, replace(ours.tracks[0].items[0], speed=Fraction(3))))

    warp, blur = result.tracks[0][0].effects
    assert (warp.time_scalar, blur.name) == (3.0, "blur")


def test_markers_come_back_in_their_order(path):
    markers = tuple(Marker(id=id_, time=time) for id_, time in (("late", 9), ("early", 1)))
    timeline = replace(_timeline(), markers=markers)
    write_otio(timeline, path)

    assert read_otio(path) == timeline


def test_a_file_that_cannot_be_written_is_named_and_nothing_is_left(tmp_path):
    folder = tmp_path / "film.otio"
    folder.mkdir()

    for path in (folder, tmp_path / "gone" / "film.otio"):
        with pytest.raises(DocumentError, match="cannot be written") as raised:
            write_otio(_timeline(), path)
        assert str(path) in str(raised.value)
    assert list(tmp_path.iterdir()) == [folder]


def test_metadata_that_otio_cannot_hold_are_refused(path):
    with pytest.raises(DocumentError, match="the timeline cannot be written"):
        write_otio(replace(_timeline(), metadata={"big": 2**80}), path)
    assert not path.exists()
