"""What must hold in every timeline, checked: for documents, interchange and tests."""

import math
import re
from collections.abc import Iterable
from itertools import pairwise

from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.ducking import LONGEST, LOWEST_THRESHOLD_DB, MOST_DEPTH_DB
from timeline_studio.timeline.effects.animation import keys_of, value_at
from timeline_studio.timeline.effects.checking import MOST_EFFECTS, trouble_with
from timeline_studio.timeline.effects.effect import Effects
from timeline_studio.timeline.effects.properties import properties
from timeline_studio.timeline.joins import fits
from timeline_studio.timeline.kinds import A_TRACK, HELD, unfit
from timeline_studio.timeline.model import (
    Caption,
    Clip,
    Generator,
    Item,
    Marker,
    Still,
    Timeline,
    Title,
    Track,
    Transition,
)
from timeline_studio.timeline.queries import label, track_label
from timeline_studio.timeline.sequence import first_starting_from

MAX_TIME = 2**53
"""Flicks, 147 days: JSON's numbers are exact up to here in every program."""

MAX_SIDE = 16_384
"""Pixels; one picture of that size takes 400 MB."""

MAX_SAMPLE_RATE = 768_000

LOUDNESS_RANGE = (-36.0, -8.0)
"""LUFS: from the quietest that is delivered to what is only noise."""

TRACK_GAIN_RANGE_DB = (-96.0, 24.0)

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_OPAQUE = re.compile(r"#[0-9A-Fa-f]{6}")
_COLOR = re.compile(r"#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})")


def validate(timeline: Timeline) -> None:
    """Raises DocumentError that names the track and the item where something is wrong."""
    _check_format(timeline)
    _check_ids("track", (track.id for track in timeline.tracks))
    _check_ids("item", (item.id for track in timeline.tracks for item in track.items))
    _check_ids("transition", (each.id for track in timeline.tracks for each in track.transitions))
    _check_markers("the timeline", timeline.markers)
    _check_poster(timeline)
    for track in timeline.tracks:
        validate_track(track, track_label(timeline, track))


def validate_track(track: Track, name: str) -> None:
    """As `validate`, for one track, called `name` in messages."""
    for item in track.items:
        _check_item(item, track, f"Item “{label(item)}” on {name}")
    for left, right in zip(track.items, track.items[1:], strict=False):
        if right.start < left.start:
            raise DocumentError(f"{name}: “{label(right)}” is out of order after “{label(left)}”")
        if right.start < left.end:
            raise DocumentError(f"{name}: “{label(left)}” and “{label(right)}” overlap")
    _check_transitions(track, name)
    _check_captioning(track, name)
    _check_track_sound(track, name)


def _check_format(timeline: Timeline) -> None:
    if timeline.rate <= 0:
        raise DocumentError(f"The timeline's rate is {timeline.rate}: it must be above 0")
    if timeline.width < 0 or timeline.height < 0:
        raise DocumentError("The timeline's width and height must not be negative")
    if max(timeline.width, timeline.height) > MAX_SIDE:
        raise DocumentError(f"The timeline's width and height must be at most {MAX_SIDE}")
    if not 0 < timeline.sample_rate <= MAX_SAMPLE_RATE:
        raise DocumentError(f"The timeline's sample rate must be from 1 to {MAX_SAMPLE_RATE}")
    low, high = LOUDNESS_RANGE
    if timeline.loudness is not None and not low <= timeline.loudness <= high:
        raise DocumentError(f"The timeline's loudness must be from {low:g} to {high:g} LUFS")


def _check_ids(what: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for each in ids:
        if not each:
            raise DocumentError(f"A {what} has no id")
        if each in seen:
            raise DocumentError(f"Two {what}s have the same id “{each}”")
        seen.add(each)


def _check_item(item: Item, track: Track, where: str) -> None:
    if item.start < 0:
        raise DocumentError(f"{where} starts before the timeline does")
    if item.duration <= 0:
        raise DocumentError(f"{where} has no length")
    _check_size(where, item.end)
    if isinstance(item, Clip):
        _check_size(where, item.source_start, item.media.duration or 0)
    if reason := unfit(track.kind, item):
        raise DocumentError(
            f"{where} {reason}: {A_TRACK[track.kind]} holds {HELD[track.kind]} only"
        )
    _check_markers(where, item.markers)
    if isinstance(item, Clip | Still) and not item.media.url:
        raise DocumentError(f"{where} names no media")
    if isinstance(item, Title) and not all(map(math.isfinite, (item.size, item.x, item.y))):
        raise DocumentError(f"{where} holds a number that is not finite")
    _check_look(item, where)
    if isinstance(item, Title | Generator) and not _COLOR.fullmatch(item.color):
        raise DocumentError(f"{where}: “{item.color}” is not a colour like #RRGGBB")


def _check_look(item: Item, where: str) -> None:
    if isinstance(item, Caption):
        return
    for fade in (item.fade_in, item.fade_out):
        if fade is not None and not 0 <= fade.cut < fade.duration <= MAX_TIME:
            raise DocumentError(f"{where} has a fade without a length")
    for name, animated in properties(item):
        if animated == ():
            raise DocumentError(f"{where} has no keyframe where it should: of its {name}")
        keys = keys_of(animated)
        values = [key.value for key in keys] or [value_at(animated, 0)]
        if not all(math.isfinite(value) for value in values):
            raise DocumentError(f"{where} holds a number that is not finite: its {name}")
        if any(left.time >= right.time for left, right in pairwise(keys)):
            raise DocumentError(f"{where} has keyframes out of order: of its {name}")
        _check_size(where, *(key.time for key in keys))
    _check_effects(item.effects, where)


def _check_effects(effects: Effects, where: str) -> None:
    if len(effects) > MOST_EFFECTS:
        raise DocumentError(f"{where} has more than {MOST_EFFECTS} effects")
    for effect in effects:
        if trouble := trouble_with(effect):
            raise DocumentError(f"{where} {trouble}")


def _check_markers(where: str, markers: tuple[Marker, ...]) -> None:
    _check_ids(f"marker of {where}", (marker.id for marker in markers))
    for marker in markers:
        if marker.duration < 0:
            raise DocumentError(f"Marker “{marker.name}” of {where} has a negative length")
        _check_size(f"Marker “{marker.name}” of {where}", marker.time, marker.duration)


def _check_poster(timeline: Timeline) -> None:
    if sum(marker.is_poster for marker in timeline.markers) > 1:
        raise DocumentError("Two markers choose the poster: there can be one only")


def _check_captioning(track: Track, name: str) -> None:
    if track.kind == "caption" and track.transitions:
        raise DocumentError(f"{name}: captions cannot dissolve")
    if track.kind != "caption" and (track.language or track.burned_in):
        raise DocumentError(f"{name} is no caption track: it has no language and is not burned in")
    if track.language and not _LANGUAGE.fullmatch(track.language):
        raise DocumentError(
            f"{name}: “{track.language}” is not a language's code of ISO 639, like “en” or “eng”"
        )


def _check_track_sound(track: Track, name: str) -> None:
    low, high = TRACK_GAIN_RANGE_DB
    if not (low <= track.gain_db <= high and -1 <= track.pan <= 1):
        raise DocumentError(
            f"{name}: its gain must be from {low:g} to {high:g} dB, its pan from -1 to 1"
        )
    ducking = track.ducking
    if track.kind != "audio" and (track.gain_db or track.pan or ducking):
        raise DocumentError(f"{name} is no audio track: it has no gain, pan or ducking")
    if ducking is None:
        return
    if track.id in ducking.sources:
        raise DocumentError(f"{name} cannot give way to itself")
    if not (LOWEST_THRESHOLD_DB <= ducking.threshold_db <= 0 <= ducking.depth_db <= MOST_DEPTH_DB):
        raise DocumentError(
            f"{name}: what it gives way to must be from {LOWEST_THRESHOLD_DB:g} to 0 dB, "
            f"and by 0 to {MOST_DEPTH_DB:g} dB"
        )
    if not (0 <= ducking.attack <= LONGEST and 0 <= ducking.release <= LONGEST):
        raise DocumentError(f"{name}: giving way must take from 0 to 5 seconds")


def _check_size(where: str, *times: int) -> None:
    if any(abs(time) > MAX_TIME for time in times):
        raise DocumentError(f"{where} has a time of more than 147 days")


def _check_transitions(track: Track, name: str) -> None:
    before = None
    for transition in track.transitions:
        at = first_starting_from(track.items, transition.cut)
        pair = track.items[max(at - 1, 0) : at + 1]
        touching = len(pair) == 2 and pair[0].end == transition.cut == pair[1].start
        if at == 0 or not touching:
            raise DocumentError(f"{name}: a transition is not on a cut between touching items")
        if min(transition.in_offset, transition.out_offset) < 0 or not (
            transition.in_offset + transition.out_offset
        ):
            raise DocumentError(f"{name}: a transition has no length, or a negative one")
        if not fits(transition, pair[0], pair[1], before):
            raise DocumentError(
                f"{name}: the transition from “{label(pair[0])}” to “{label(pair[1])}” "
                "is longer than its items, or overlaps the one before"
            )
        _check_transition_look(transition, name)
        before = transition


def _check_transition_look(transition: Transition, name: str) -> None:
    if not _OPAQUE.fullmatch(transition.color):
        raise DocumentError(f"{name}: a transition's “{transition.color}” is not like #RRGGBB")
    if not 0 <= transition.softness <= 1:
        raise DocumentError(f"{name}: a transition's softness must be from 0 to 1")
