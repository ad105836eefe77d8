"""Questions about a timeline."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from timeline_studio.timeline import (
    EditError,
    Generator,
    Marker,
    MediaReference,
    Still,
    Timeline,
    Track,
    edits,
    empty_timeline,
    queries,
)


def test_an_item_is_found_with_its_track(draw):
    timeline = draw(V="AB", A="ab")

    track, item = queries.find_item(timeline, "b")

    assert (track.id, item.id) == ("A", "b")
    with pytest.raises(EditError, match="no item “Z”"):
        queries.find_item(timeline, "Z")


@pytest.mark.parametrize(
    ("time", "id_"), [(0, "A"), (1.99, "A"), (2, None), (3, "B"), (4, None), (-1, None)]
)
def test_an_item_is_on_from_its_start_until_its_end(draw, second, time, id_):
    item = queries.item_at(draw(V="AA.B").tracks[0], round(time * second))

    assert (item and item.id) == id_


def test_partners_share_a_link(draw):
    timeline = draw(V="AB", A="ab")

    assert queries.linked(timeline, "A") == ("a",)
    assert queries.linked(edits.unlink(timeline, ["A"]), "A") == ()


def test_cuts_are_where_items_touch(draw, second):
    assert queries.cuts(draw(V="AAB.C").tracks[0]) == (2 * second,)


def test_edit_points_are_all_edges_once(draw, second):
    points = queries.edit_points(draw(V="AA.B", A="m"))

    assert points == tuple(time * second for time in (0, 1, 2, 3, 4))


def test_the_first_media_is_a_clips_before_a_stills(draw, second):
    still = Still(id="s", start=0, duration=second, media=MediaReference(url="file:///s.png"))
    below = edits.append(draw(V1="", V2="A"), "V1", still)

    assert queries.first_media(below).url == "file:///A.mp4"
    assert queries.first_media(edits.lift(below, ["A"])).url == "file:///s.png"
    assert queries.first_media(empty_timeline()) is None
    assert queries.media_urls(below) == {"file:///A.mp4", "file:///s.png"}


def test_tracks_without_names_are_counted_from_the_bottom():
    tracks = (Track(id="v", kind="video"), Track(id="a", kind="audio"), Track(id="w", kind="video"))
    timeline = Timeline(tracks=tracks)

    assert [queries.track_label(timeline, track) for track in tracks] == ["V1", "A1", "V2"]


def test_items_are_called_by_name_then_by_media_then_by_kind(draw):
    clip = draw(V="A").tracks[0].items[0]
    nameless = replace(clip, name="", media=replace(clip.media, name="beach.mp4"))

    assert queries.label(clip) == "A"
    assert queries.label(nameless) == "beach.mp4"
    assert queries.label(Generator(id="g", start=0, duration=1)) == "untitled generator"


def test_a_marker_of_a_clip_comes_when_its_picture_does(draw, second):
    clip = draw(V="A").tracks[0].items[0]
    marker = Marker(id="m", time=64 * second)

    assert queries.marker_time(replace(clip, speed=Fraction(2)), marker) == 2 * second
    assert queries.marker_time(replace(clip, speed=Fraction(0)), marker) == clip.start
