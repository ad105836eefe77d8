"""excerpt: what lies between two times, as a timeline of its own."""

import pytest

from timeline_studio.timeline import EditError, edits
from timeline_studio.timeline.excerpt import excerpt
from timeline_studio.timeline.validation import validate


def test_it_begins_at_the_in_point_and_ends_at_the_out_point(draw, show, second):
    timeline = draw(V="AABBCC", A="aabbcc")

    part = excerpt(timeline, second, 5 * second)

    validate(part)
    assert show(part) == {"V": "ABBC", "A": "abbc"}
    was, now = (each.tracks[0].items[0].source_start for each in (timeline, part))
    assert now - was == second


def test_locks_and_points_beyond_the_ends_do_not_matter(draw, show, second):
    timeline = edits.set_track(draw(V="AABB"), "V", locked=True)

    assert show(excerpt(timeline, 0, 9 * second)) == {"V": "AABB"}
    assert show(excerpt(timeline, second, 9 * second)) == {"V": "ABB"}


def test_a_gap_at_its_beginning_stays(draw, show, second):
    assert show(excerpt(draw(V="A..B"), 2 * second, 4 * second)) == {"V": ".B"}


def test_nothing_is_refused(draw, second):
    with pytest.raises(EditError, match="nothing"):
        excerpt(draw(V="A..B"), second, 2 * second)
    with pytest.raises(EditError, match="nothing"):
        excerpt(draw(V="A"), 5 * second, 6 * second)
