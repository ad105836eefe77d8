"""How loud each sample of a voice is, left and right: gain, pan, fades, dissolves, track."""

from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from timeline_studio.render.sound_plan import Voice
from timeline_studio.timeline.effects.animation import Animated, Interpolation, keys_of, value_at
from timeline_studio.timeline.effects.fade import Fade
from timeline_studio.timeline.time import FLICKS_PER_SECOND

Levels: TypeAlias = NDArray[np.float32]
"""(2, count) factors: left and right."""
_Numbers: TypeAlias = NDArray[np.floating]


def voice_gains(voice: Voice, samples: NDArray[np.integer], sample_rate: int) -> Levels:
    """What the voice is multiplied by at these samples of the timeline.

    A keyframe holds exactly at its sample. Fades and dissolves have equal power: a quarter of a
    sine, measured in the middle of each sample. So has a pan: all the power of a sound that is
    equal on both sides goes with it, and in the middle it is as it was.
    """
    clip = voice.clip
    ticks = FLICKS_PER_SECOND / sample_rate
    middles: _Numbers = samples + 0.5
    times: _Numbers = (samples - voice.origin) * ticks
    both: _Numbers = 10 ** (values_at(clip.gain_db, times) / 20) * _dissolved(voice, middles)
    half = ticks / 2
    if clip.fade_in is not None:
        both = both * _equal_power(_shares(clip.fade_in, times + half))
    if clip.fade_out is not None:
        both = both * _equal_power(_shares(clip.fade_out, clip.duration - times - half))
    angle = (values_at(clip.pan, times) + 1) * np.pi / 4
    is_centred = clip.pan == 0
    left = both if is_centred else both * np.sqrt(2) * np.cos(angle)
    right = both if is_centred else both * np.sqrt(2) * np.sin(angle)
    on_the_left, on_the_right = voice.sides
    return np.stack([left * on_the_left, right * on_the_right]).astype(np.float32)


def values_at(animated: Animated, times: _Numbers) -> _Numbers:
    """`animation.value_at`, of many times that rise, in flicks from the item's start."""
    keys = keys_of(animated)
    if not keys:
        return np.full(len(times), value_at(animated, 0))
    values = np.full(len(times), keys[-1].value)
    values[times < keys[0].time] = keys[0].value
    for left, right in pairwise(keys):
        inside = slice(*np.searchsorted(times, (left.time, right.time)))
        shares = (times[inside] - left.time) / (right.time - left.time)
        way = _eased(shares, left.interpolation)
        values[inside] = left.value + (right.value - left.value) * way
    return values


def _eased(shares: _Numbers, interpolation: Interpolation) -> _Numbers | float:
    if interpolation == "hold":
        return 0.0
    return shares * shares * (3 - 2 * shares) if interpolation == "ease" else shares


def _dissolved(voice: Voice, middles: _Numbers) -> _Numbers | float:
    shares: _Numbers | float = 1.0
    for fade, rises in ((voice.fade_in, True), (voice.fade_out, False)):
        if fade is not None:
            share = np.clip((middles - fade.start) / (fade.end - fade.start), 0, 1)
            shares = shares * _equal_power(share if rises else 1 - share)
    return shares


def _shares(fade: Fade, times: _Numbers) -> _Numbers:
    return np.clip((times + fade.cut) / fade.duration, 0, 1)


def _equal_power(shares: _Numbers) -> _Numbers:
    found: _Numbers = np.sin(shares * np.pi / 2)
    return found
