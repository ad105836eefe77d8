"""Exact time: an int in flicks, 1/705,600,000 of a second.

One flick divides every usual frame and sample duration evenly: a frame at
30000/1001 fps is 23,543,520 flicks, a sample at 48 kHz is 14,700.
Source: https://github.com/facebookarchive/Flicks
"""

from fractions import Fraction

FLICKS_PER_SECOND = 705_600_000


def from_seconds(seconds: float | Fraction) -> int:
    """The flick nearest to `seconds`."""
    return round(Fraction(seconds) * FLICKS_PER_SECOND)


def to_seconds(time: int) -> float:
    return time / FLICKS_PER_SECOND


def frame_start(frame: int, rate: Fraction) -> int:
    """When picture `frame` begins, in flicks, at `rate` frames per second."""
    return _divide_rounded(frame * FLICKS_PER_SECOND * rate.denominator, rate.numerator)


def frame_at(time: int, rate: Fraction) -> int:
    """The frame that is on the screen at `time`: the last one that began."""
    frame = time * rate.numerator // (FLICKS_PER_SECOND * rate.denominator)
    return frame + 1 if frame_start(frame + 1, rate) <= time else frame


def nearest_frame(time: int, rate: Fraction) -> int:
    """The frame whose start lies nearest to `time`."""
    return _divide_rounded(time * rate.numerator, FLICKS_PER_SECOND * rate.denominator)


def frame_count(duration: int, rate: Fraction) -> int:
    """How many frames begin within [0, `duration`)."""
    return 0 if duration <= 0 else frame_at(duration - 1, rate) + 1


def sample_at(time: int, sample_rate: int) -> int:
    """The sample nearest to `time`; exact on sample boundaries."""
    return _divide_rounded(time * sample_rate, FLICKS_PER_SECOND)


def sample_start(sample: int, sample_rate: int) -> int:
    return _divide_rounded(sample * FLICKS_PER_SECOND, sample_rate)


def exact_rate(rate: float | Fraction) -> Fraction:
    """The frame rate that a rounded number stands for: 29.97 is 30000/1001.

    Interchange files carry rates as floats; NTSC rates are recognised within 0.005.
    """
    number = float(rate)
    nearest = round(number)
    if nearest and abs(number - nearest) < 1e-6:
        return Fraction(nearest)
    ntsc = round(number * 1001 / 1000)
    if ntsc and abs(number - ntsc * 1000 / 1001) < 0.005:
        return Fraction(ntsc * 1000, 1001)
    return Fraction(rate).limit_denominator(100_000) or Fraction(rate)


def timecode(time: int, rate: Fraction) -> str:
    """`HH:MM:SS:FF`, non-drop: frames are counted, not seconds (SMPTE ST 12-1)."""
    frame = nearest_frame(time, rate)
    base = max(1, round(rate))
    seconds, frames = divmod(abs(frame), base)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    sign = "-" if frame < 0 else ""
    return f"{sign}{hours:02}:{minutes:02}:{seconds:02}:{frames:02}"


def drop_frame_timecode(time: int, rate: Fraction) -> str:
    """`HH:MM:SS;FF`, which keeps to the clock: of each minute but the tenth the first numbers
    are left out (SMPTE ST 12-1). At other rates than 29.97 and 59.94, as `timecode`."""
    base = round(rate)
    if rate.denominator != 1001 or base not in (30, 60):
        return timecode(time, rate)
    dropped = base // 15
    minute, ten_minutes = 60 * base - dropped, 600 * base - 9 * dropped
    frame = nearest_frame(time, rate)
    tens, rest = divmod(abs(frame), ten_minutes)
    left_out = 9 * tens + max(0, (rest - dropped) // minute)
    number = abs(frame) + dropped * left_out
    written = timecode(frame_start(number, rate), rate)
    sign = "-" if frame < 0 else ""
    return f"{sign}{written[:-3]};{written[-2:]}"


def _divide_rounded(numerator: int, denominator: int) -> int:
    """Round half up, in integers only."""
    return (2 * numerator + denominator) // (2 * denominator)
