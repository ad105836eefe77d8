"""Bit rates as playlists state them."""

from timeline_studio.productions.bit_rates import Segment, average_bit_rate, peak_bit_rate


def test_the_peak_is_that_of_the_busiest_run() -> None:
    segments = [Segment(6, 600), Segment(6, 6000), Segment(6, 600)]
    assert peak_bit_rate(segments, 6) == 8000
    assert average_bit_rate(segments) == 3200


def test_a_very_short_last_segment_counts_with_its_neighbour_only() -> None:
    assert peak_bit_rate([Segment(6, 6000), Segment(0.1, 1000)], 6) == 9180


def test_a_film_shorter_than_any_run_has_its_own_rate() -> None:
    assert peak_bit_rate([Segment(0.5, 500)], 6) == 8000


def test_nothing_has_no_rate() -> None:
    assert peak_bit_rate([], 6) == 0
