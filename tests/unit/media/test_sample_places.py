from fractions import Fraction

import av

from timeline_studio.media.sample_places import SamplePlaces

MILLISECONDS = Fraction(1, 1000)
RATE = 48_000


def piece(pts: int | None, samples: int = 960) -> av.AudioFrame:
    frame = av.AudioFrame(format="fltp", layout="stereo", samples=samples)
    frame.pts = pts
    return frame


def test_fine_ticks_are_places():
    places = SamplePlaces(Fraction(1, RATE), RATE, Fraction(10, RATE))

    assert places.place_of(piece(1034), None) == 1024


def test_pieces_follow_each_other_without_rounding():
    places = SamplePlaces(MILLISECONDS, RATE, Fraction(0))

    assert places.place_of(piece(21), 1024) == 1024


def test_a_hole_is_taken_from_the_timestamps():
    places = SamplePlaces(MILLISECONDS, RATE, Fraction(0))

    assert places.place_of(piece(1000), 1024) == RATE


def test_after_a_seek_the_grid_of_equal_pieces_tells_the_sample():
    places = SamplePlaces(MILLISECONDS, RATE, Fraction(0))
    places.learn_grid([piece(0, 648), piece(14), piece(34), piece(54)])

    assert places.place_of(piece(494), None) == 648 + 24 * 960


def test_the_opening_piece_is_on_no_grid():
    places = SamplePlaces(MILLISECONDS, RATE, Fraction(0))
    places.learn_grid([piece(0, 47), piece(1, 1152), piece(25, 1152), piece(49, 1152)])

    assert places.place_of(piece(0, 47), None) == 0


def test_what_lies_far_off_the_grid_is_where_it_says():
    places = SamplePlaces(MILLISECONDS, RATE, Fraction(0))
    places.learn_grid([piece(0), piece(20), piece(40), piece(60)])

    assert places.place_of(piece(1007), None) == 1007 * 48


def test_pieces_of_unequal_length_have_no_grid():
    places = SamplePlaces(MILLISECONDS, RATE, Fraction(0))
    places.learn_grid([piece(0), piece(20, 128), piece(23), piece(43)])

    assert places.place_of(piece(1007), None) == 1007 * 48


def test_a_piece_without_a_time_follows_the_one_before():
    places = SamplePlaces(MILLISECONDS, RATE, Fraction(0))

    assert places.place_of(piece(None), 77) == 77
    assert places.place_of(piece(None), None) == 0


def test_places_turn_back_into_ticks():
    assert SamplePlaces(MILLISECONDS, RATE, Fraction(2)).tick_of(RATE) == 3000
