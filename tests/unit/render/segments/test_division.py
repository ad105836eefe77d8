from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from timeline_studio.render.segments.division import Segment, divide, with_fine_end

RATE = Fraction(30)


def test_a_film_without_edges_is_cut_every_five_seconds() -> None:
    assert divide([], 600, RATE) == (
        Segment(0, 150),
        Segment(150, 150),
        Segment(300, 150),
        Segment(450, 150),
    )


def test_a_rest_is_halved_together_with_what_is_before_it() -> None:
    assert divide([], 190, RATE) == (Segment(0, 95), Segment(95, 95))
    assert divide([], 340, RATE) == (Segment(0, 150), Segment(150, 95), Segment(245, 95))


def test_the_end_of_a_film_is_cut_finely_for_all_cores_to_be_busy() -> None:
    segments = [Segment(150 * index, 150) for index in range(4)]
    assert list(with_fine_end(segments, RATE)) == [
        *segments[:2],
        *(Segment(300 + 75 * index, 75) for index in range(4)),
    ]


def test_copies_and_short_segments_at_the_end_stay_as_they_are() -> None:
    segments = [Segment(0, 150, is_copied=True), Segment(150, 100)]
    assert list(with_fine_end(segments, RATE)) == segments


def test_a_border_lies_on_an_edge_unless_the_segment_would_be_short() -> None:
    assert divide([20, 100, 130], 300, RATE) == (
        Segment(0, 100),
        Segment(100, 100),
        Segment(200, 100),
    )


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
    assert all(segment.count < rate * 5 + 1 for segment in segments)
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
