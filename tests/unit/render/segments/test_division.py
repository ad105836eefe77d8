from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from timeline_studio.render.segments.division import Segment, divide

RATE = Fraction(30)


def test_a_film_without_edges_is_cut_every_five_seconds() -> None:
    assert divide([], 600, RATE) == (
        Segment(0, 150),
        Segment(150, 150),
        Segment(300, 150),
        Segment(450, 150),
    )


def test_a_rest_that_would_be_short_stays_with_what_is_before_it() -> None:
    assert divide([], 190, RATE) == (Segment(0, 190),)


def test_a_border_lies_on_an_edge_unless_the_segment_would_be_short() -> None:
    assert divide([20, 100, 130], 300, RATE) == (Segment(0, 100), Segment(100, 200))


@given(
    st.lists(st.integers(0, 3000)),
    st.integers(1, 3000),
    st.sampled_from([Fraction(1), Fraction(24), Fraction(30000, 1001), Fraction(240)]),
)
def test_segments_follow_each_other_and_hold_every_frame(
    edges: list[int], frames: int, rate: Fraction
) -> None:
    segments = divide(edges, frames, rate)
    assert [frame for segment in segments for frame in segment.frames] == list(range(frames))
    assert all(segment.count < rate * 8 + 1 for segment in segments)
    assert all(segment.count >= round(rate * 2) for segment in segments[:-1])


@given(st.lists(st.integers(1, 2999)), st.integers(1, 10))
def test_what_lies_behind_a_cut_is_divided_alike_when_it_moves(
    edges: list[int], by_seconds: int
) -> None:
    """A segment border that lies on an edge begins everything anew."""
    by = by_seconds * 30
    before = divide([300, *(300 + edge for edge in edges)], 3600, RATE)
    moved = divide([300, 300 + by, *(300 + by + edge for edge in edges)], 3600 + by, RATE)
    if by < 60:
        return  # the cut itself is too near to begin a segment
    assert [Segment(s.first - 300, s.count) for s in before if s.first >= 300] == [
        Segment(s.first - 300 - by, s.count) for s in moved if s.first >= 300 + by
    ]
