"""What follows a ripple: captions, sync-locked tracks, all tracks, notes; and groups."""

from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from timeline_studio.timeline import (
    Caption,
    Clip,
    EditError,
    Marker,
    MediaReference,
    Timeline,
    Track,
    edits,
    new_id,
)
from timeline_studio.timeline.selection import with_group
from timeline_studio.timeline.validation import validate

S = 705_600_000
ALL = edits.Reach("all")


def clip(item_id: str, start: int, end: int, source: int = 0, link: str | None = None) -> Clip:
    media = MediaReference(url="upload:1")
    return Clip(
        id=item_id,
        start=start * S,
        duration=(end - start) * S,
        source_start=source * S,
        media=media,
        link=link,
    )


def caption(item_id: str, start: int, end: int) -> Caption:
    return Caption(id=item_id, start=start * S, duration=(end - start) * S, text=item_id)


@pytest.fixture
def film() -> Timeline:
    """::

    C1   | one 1-3 |  | two 4-6 || three 6-9 |
    V2             | x 3-5 |
    V1   | a 0-4        || b 4-6 || c 6-10 |
    """
    said = (caption("one", 1, 3), caption("two", 4, 6), caption("three", 6, 9))
    shown = (clip("a", 0, 4), clip("b", 4, 6), clip("c", 6, 10))
    return Timeline(
        rate=Fraction(25),
        tracks=(
            Track(id="V1", kind="video", items=shown),
            Track(id="V2", kind="video", items=(clip("x", 3, 5),)),
            Track(id="C1", kind="caption", items=said),
        ),
        markers=(Marker(id="m", time=5 * S), Marker(id="n", time=7 * S, duration=S)),
    )


def places(timeline: Timeline, track_id: str) -> list[tuple[str, float, float]]:
    (track,) = (each for each in timeline.tracks if each.id == track_id)
    return [(item.id, item.start / S, item.end / S) for item in track.items]


class TestCaptions:
    def test_go_with_what_is_taken_out_and_follow_the_rest(self, film):
        after = edits.ripple_delete(film, ["b"])
        assert places(after, "C1") == [("one", 1, 3), ("three", 4, 7)]
        assert places(after, "V2") == [("x", 3, 5)]

    def test_follow_an_insert_and_are_not_cut_by_it(self, film):
        after = edits.insert(film, "V1", clip("new", 0, 3), 2 * S)
        assert places(after, "C1") == [("one", 1, 3), ("two", 7, 9), ("three", 9, 12)]

    def test_lose_what_is_extracted_from_their_midst(self, film):
        after = edits.extract_range(film, ["V1"], 7 * S, 8 * S)
        assert places(after, "C1")[2] == ("three", 6, 8)

    def test_follow_a_closing_gap(self, film):
        after = edits.close_gap(edits.lift(film, ["b"]), "V1", 5 * S)
        assert places(after, "C1") == [("one", 1, 3), ("three", 4, 7)]

    def test_follow_a_faster_clip(self, film):
        after = edits.set_speed(film, ["a"], Fraction(2), ripple=True)
        assert places(after, "C1")[1:] == [("two", 2, 4), ("three", 4, 7)]

    def test_stay_where_they_are_locked_or_let_go(self, film):
        for change in ({"locked": True}, {"sync_lock": False}):
            still = edits.set_track(film, "C1", **change)
            assert places(edits.ripple_delete(still, ["b"]), "C1") == places(film, "C1")

    def test_follow_the_main_track_only(self, film):
        after = edits.ripple_delete(film, ["x"])
        assert places(after, "C1") == places(film, "C1")

    def test_keep_their_notes_on_their_moments(self, film):
        noted = replace(caption("two", 4, 6), markers=(Marker(id="k", time=S),))
        film = edits.replace_item(film, noted)
        after = edits.extract_range(film, ["V1"], 3 * S, 4 * S + S // 2)
        (two,) = (item for item in after.tracks[2].items if item.id == "two")
        assert (two.start, two.markers[0].time) == (3 * S, S // 2)


class TestReach:
    def test_one_track(self, film):
        after = edits.ripple_delete(film, ["b"], reach=edits.Reach("own"))
        assert places(after, "V1") == [("a", 0, 4), ("c", 4, 8)]
        assert places(after, "C1") == places(film, "C1")

    def test_all_tracks_lose_the_time(self, film):
        after = edits.ripple_delete(film, ["b"], reach=ALL)
        assert places(after, "V2") == [("x", 3, 4)]
        validate(after)

    def test_all_tracks_open(self, film):
        after = edits.insert(film, "V1", clip("new", 0, 3), 4 * S, reach=ALL)
        (left, right) = places(after, "V2")
        assert left == ("x", 3, 4)
        assert right[1:] == (7, 8)

    def test_a_sync_locked_track_follows_the_main_one(self, film):
        tied = edits.set_track(film, "V2", sync_lock=True)
        later = edits.move(tied, ["x"], by=5 * S)
        assert places(edits.ripple_delete(later, ["b"]), "V2") == [("x", 6, 8)]

    def test_locked_tracks_stay(self, film):
        film = edits.set_track(film, "V2", locked=True)
        assert places(edits.ripple_delete(film, ["a"], reach=ALL), "V2") == [("x", 3, 5)]

    @pytest.mark.parametrize(("markers", "times"), [(False, [5, 7]), (True, [4, 5])])
    def test_notes_where_they_are_meant(self, film, markers, times):
        after = edits.ripple_delete(film, ["b"], reach=edits.Reach("all", markers))
        assert [marker.time / S for marker in after.markers] == times


@st.composite
def captioned(draw: st.DrawFn) -> Timeline:
    """Clips in a row, each from other footage, and captions that begin anywhere over them."""
    lengths = draw(st.lists(st.integers(2, 6), min_size=2, max_size=5))
    clips, at = [], 0
    for number, length in enumerate(lengths):
        at += draw(st.sampled_from([0, 0, 2]))
        clips.append(clip(f"v{number}", at, at + length, 1000 * (number + 1), f"l{number}"))
        at += length
    starts = sorted(draw(st.sets(st.integers(0, at - 1), min_size=1, max_size=5)))
    ends = [*starts[1:], at + 2]
    said = [
        caption(f"c{start}", start, draw(st.integers(start + 1, end)))
        for start, end in zip(starts, ends, strict=True)
    ]
    sound = [replace(each, id=f"a{number}") for number, each in enumerate(clips)]
    return Timeline(
        rate=Fraction(25),
        tracks=(
            Track(id="V1", kind="video", items=tuple(clips)),
            Track(id="A1", kind="audio", items=tuple(sound)),
            Track(id="C1", kind="caption", items=tuple(said)),
        ),
    )


def _shown(timeline: Timeline) -> dict[int, int]:
    """When which second of footage is shown."""
    return {
        item.source_time(item.start + second * S): item.start + second * S
        for item in timeline.video_tracks[0].items
        if isinstance(item, Clip)
        for second in range(item.duration // S)
    }


@st.composite
def rippling_edit(draw: st.DrawFn, timeline: Timeline) -> Callable[[Timeline], Timeline]:
    ids = [item.id for item in timeline.video_tracks[0].items] or ["none"]
    item, time = draw(st.sampled_from(ids)), draw(st.integers(0, 30)) * S
    by, edge = draw(st.integers(-3, 3)) * S, draw(st.sampled_from(["start", "end"]))
    reach = draw(st.sampled_from([edits.LINKED, ALL]))
    new = clip(new_id(), 0, 3, draw(st.integers(1, 99)) * 10_000)
    choices = [
        lambda t: edits.ripple_delete(t, [item], reach=reach),
        lambda t: edits.insert(t, "V1", new, time, reach=reach),
        lambda t: edits.ripple_trim(t, item, edge, by, reach=reach),
        lambda t: edits.extract_range(t, ["V1"], time, time + abs(by), reach=reach),
        lambda t: edits.close_gap(t, "V1", time, reach=reach),
        lambda t: edits.trim_head(t, [item], time, reach=reach),
        lambda t: edits.trim_tail(t, [item], time, reach=reach),
    ]
    return draw(st.sampled_from(choices))


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(captioned(), st.data())
def test_captions_stay_on_their_pictures(timeline: Timeline, data: st.DataObject):
    for _ in range(data.draw(st.integers(1, 4))):
        moments = {time: moment for moment, time in _shown(timeline).items()}
        begun = {each.id: each.start for each in timeline.caption_tracks[0].items}
        with suppress(EditError):
            timeline = data.draw(rippling_edit(timeline))(timeline)
        validate(timeline)
        after = _shown(timeline)
        now = {each.id: each.start for each in timeline.caption_tracks[0].items}
        for name, start in begun.items():
            if moments.get(start) in after:
                assert now[name] == after[moments[start]]


class TestGroups:
    def test_are_chosen_together_and_apart_from_links(self, film):
        grouped = edits.group(film, ["a", "x"])
        assert with_group(grouped, ["x"]) == {"a", "x"}
        assert all(item.link is None for track in grouped.tracks for item in track.items)
        assert with_group(edits.ungroup(grouped, ["a"]), ["x"]) == {"x"}

    def test_both_parts_of_a_split_stay(self, film):
        after = edits.split(edits.group(film, ["a", "x"]), ["a"], 2 * S)
        assert len(with_group(after, ["x"])) == 3

    def test_a_copy_is_a_group_of_its_own(self, film):
        grouped = edits.group(film, ["a", "b"])
        copied = edits.duplicated(grouped, ["a", "b"])
        after = edits.duplicate(grouped, ["a", "b"], copied=copied)
        assert with_group(after, ["a"]) == {"a", "b"}
        assert with_group(after, copied.item_ids[:1]) == set(copied.item_ids)

    def test_one_makes_none(self, film):
        with pytest.raises(EditError, match="two clips"):
            edits.group(film, ["a"])
        with pytest.raises(EditError, match="group"):
            edits.ungroup(film, ["a"])


class TestNotesOnItems:
    def test_go_to_the_picture_of_another_moment(self, film):
        noted = replace(clip("b", 4, 6, 50), markers=(Marker(id="k", time=50 * S),))
        film = edits.replace_item(film, noted)
        after = edits.move_item_marker(film, "b", "k", 5 * S)
        assert after.tracks[0].items[1].markers[0].time == 51 * S

    @pytest.mark.parametrize(
        ("marker", "time", "words"), [("k", 7, "leave"), ("none", 5, "no such marker")]
    )
    def test_stay_on_their_item(self, film, marker, time, words):
        noted = replace(clip("b", 4, 6, 50), markers=(Marker(id="k", time=50 * S),))
        with pytest.raises(EditError, match=words):
            edits.move_item_marker(edits.replace_item(film, noted), "b", marker, time * S)
