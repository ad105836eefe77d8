"""Layouts of any kind as two sides: standard where it is named, guessed where it is not."""

import av
import numpy as np
import pytest

from timeline_studio.media.down_mix import stereo_matrix

HALF = np.sqrt(0.5)


def test_channels_without_names_are_taken_for_what_is_usual() -> None:
    np.testing.assert_allclose(
        stereo_matrix(av.AudioLayout("12 channels")), stereo_matrix(av.AudioLayout("7.1.4"))
    )


def test_nine_channels_of_nobody_knows_what_go_left_and_right_in_turn() -> None:
    matrix = stereo_matrix(av.AudioLayout("9 channels"))

    assert (matrix[0::2, 0] == matrix[0, 0]).all()
    assert (matrix[1::2, 1] == matrix[0, 0]).all()
    assert matrix.sum() == pytest.approx(9 * matrix[0, 0])


@pytest.mark.parametrize("layout", ["3.0", "quad", "5.1(side)", "6.1", "7.1(wide)", "22.2"])
def test_every_layout_is_at_full_scale_at_most_and_without_low_frequency_effects(
    layout: str,
) -> None:
    channels = av.AudioLayout(layout)
    matrix = stereo_matrix(channels)

    assert matrix.sum(axis=0).max() == pytest.approx(1)
    for channel, sides in zip(channels.channels, matrix, strict=True):
        assert (sides == 0).all() == channel.name.startswith("LFE")


def test_a_back_centre_is_six_decibels_down_on_both_sides() -> None:
    layout = av.AudioLayout("6.1")
    rows = dict(
        zip((channel.name for channel in layout.channels), stereo_matrix(layout), strict=True)
    )

    assert rows["BC"] == pytest.approx(rows["FL"][0] / 2)
    assert rows["FC"] == pytest.approx(rows["FL"][0] * HALF)
