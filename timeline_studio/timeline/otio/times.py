"""OTIO's times, a float count at a float rate, to and from flicks, exactly."""

import math
from fractions import Fraction
from typing import Any

import opentimelineio as otio

from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.time import FLICKS_PER_SECOND, exact_rate, frame_start, nearest_frame

PLAUSIBLE_RATES = (12, 240)
"""Frames per second; other rates of a time are those of sound, or of a clock."""


def seconds(time: Any) -> Fraction:
    """The exact seconds of a RationalTime; raises DocumentError when it is not a time."""
    if not (math.isfinite(time.value) and math.isfinite(time.rate) and time.rate > 0):
        raise DocumentError(f"a time of {time.value:g} at rate {time.rate:g} is not a time")
    rate = exact_rate(time.rate)
    if rate <= 0:
        raise DocumentError(f"a time at rate {time.rate:g} is not a time")
    return Fraction(time.value) / rate


def flicks(exact: Fraction) -> int:
    return round(exact * FLICKS_PER_SECOND)


def frame_rate(time: Any) -> Fraction | None:
    """The rate of a RationalTime, when it can be that of a picture."""
    low, high = PLAUSIBLE_RATES
    if time is None or not low <= time.rate <= high:
        return None
    return exact_rate(time.rate)


def rational_time(time: int, rate: Fraction) -> Any:
    """A RationalTime in frames where that is exact, else in flicks."""
    frame = nearest_frame(time, rate)
    if frame_start(frame, rate) == time and exact_rate(float(rate)) == rate:
        exact = Fraction(frame) / rate * FLICKS_PER_SECOND
        if exact == time:
            return otio.opentime.RationalTime(frame, float(rate))
    return otio.opentime.RationalTime(time, FLICKS_PER_SECOND)


def time_range(start: int, duration: int, rate: Fraction) -> Any:
    return otio.opentime.TimeRange(rational_time(start, rate), rational_time(duration, rate))
