"""What differs between two states of a timeline, counted."""

from msgspec.structs import replace

from timeline_studio.timeline import edits
from timeline_studio.timeline.comparison import Comparison, compare
from timeline_studio.timeline.model import Generator, Marker, Timeline, empty_timeline
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND


def with_generators(*ids: str) -> Timeline:
    """A second each, one after the other on the first track."""
    timeline = empty_timeline()
    for item_id in ids:
        item = Generator(id=item_id, start=0, duration=SECOND)
        timeline = edits.append(timeline, timeline.tracks[0].id, item)
    return timeline


def test_equal_ones_do_not_differ() -> None:
    assert compare(with_generators("a", "b"), with_generators("a", "b")).is_arranged  # other ids
    same = with_generators("a", "b")
    assert compare(same, same).is_same


def test_what_came_went_and_moved() -> None:
    before = with_generators("a", "b", "c")
    after = edits.ripple_delete(before, ["a"])
    assert compare(before, after) == Comparison(removed=1, moved=2, longer=-SECOND)
    assert compare(after, before) == Comparison(added=1, moved=2, longer=SECOND)


def test_a_trim_counts_once() -> None:
    before = with_generators("a", "b")
    after = edits.trim(before, "a", start=SECOND // 2)
    assert compare(before, after) == Comparison(trimmed=1)


def test_a_change_in_place() -> None:
    before = with_generators("a")
    red = replace(before.tracks[0].items[0], color="#FF0000")
    assert compare(before, edits.replace_item(before, red)) == Comparison(changed=1)


def test_tracks_and_markers_are_the_arrangement() -> None:
    before = with_generators("a")
    after = edits.add_marker(before, Marker(id="m", time=0))
    assert compare(before, after) == Comparison(is_arranged=True)
    assert compare(before, edits.add_track(before, "audio")).is_arranged
