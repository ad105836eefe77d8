"""What holds for any timeline, after any edits: the rules, the documents, the sync of pairs."""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from timeline_studio.timeline import (
    Caption,
    Clip,
    EditError,
    Generator,
    Item,
    Marker,
    MediaReference,
    Still,
    Timeline,
    Title,
    Track,
    Transition,
    edits,
    new_id,
)
from timeline_studio.timeline.document import from_json, to_json
from timeline_studio.timeline.ducking import LONGEST, Ducking
from timeline_studio.timeline.edits.attributes import ATTRIBUTES
from timeline_studio.timeline.edits.transitioning import ALIGNMENTS
from timeline_studio.timeline.effects.animation import (
    INTERPOLATIONS,
    Animated,
    Interpolation,
    Keyframe,
)
from timeline_studio.timeline.effects.catalog import EFFECT_KINDS
from timeline_studio.timeline.effects.checking import CHANNELS
from timeline_studio.timeline.effects.effect import ChromaKey, Curves, Effect, Effects, Lut
from timeline_studio.timeline.effects.fade import Fade
from timeline_studio.timeline.effects.properties import PROPERTIES
from timeline_studio.timeline.effects.transform import AS_IT_IS, BLEND_MODES, Transform
from timeline_studio.timeline.otio import read_otio, write_otio
from timeline_studio.timeline.queries import cuts
from timeline_studio.timeline.time import frame_start
from timeline_studio.timeline.transition_look import DIRECTIONS, PARAMETERS, TransitionLook
from timeline_studio.timeline.validation import validate

quick = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])

RATE = Fraction(30000, 1001)
FRAME = frame_start(1, RATE)
SPEEDS = [Fraction(1)] * 4 + [Fraction(2), Fraction(1, 3), Fraction(-2, 7), Fraction(0)]

frames = st.integers(0, 60)
times = st.builds(lambda frame, off: frame * FRAME + off, frames, st.sampled_from([0] * 9 + [1]))
lengths = st.builds(
    lambda frame, off: frame * FRAME + off, st.integers(1, 20), st.sampled_from([0] * 9 + [7])
)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
scalars = st.none() | st.booleans() | st.integers(-(2**60), 2**60) | texts
metadata = st.dictionaries(
    texts | st.just("timeline_studio"),
    st.recursive(scalars, lambda inner: st.lists(inner, max_size=2), max_leaves=3),
    max_size=2,
)
media = st.builds(
    MediaReference,
    url=st.sampled_from(
        [
            "upload:7",
            "timeline:7",
            "file:///media/a%20b.mp4",
            "file:///media/c.png",
            "missing:gone",
            "s3://b/k",
        ]
    ),
    name=texts,
    duration=st.none() | st.integers(1, 40).map(lambda frame: frame * FRAME),
    metadata=metadata,
)
item_markers = st.lists(
    st.builds(Marker, id=st.builds(new_id), time=times, duration=times, note=texts), max_size=1
).map(tuple)
common = {
    "id": st.builds(new_id),
    "start": st.just(0),
    "duration": lengths,
    "name": texts,
    "enabled": st.booleans(),
    "markers": item_markers,
    "metadata": metadata,
}
floats = st.floats(-50, 50)


def _keys(values: dict[int, tuple[float, Interpolation]]) -> tuple[Keyframe, ...]:
    return tuple(Keyframe(time, *values[time]) for time in sorted(values))


def animated(values: st.SearchStrategy[float]) -> st.SearchStrategy[Animated]:
    key_times = st.integers(-30, 60).map(lambda frame: frame * FRAME)
    keys = st.dictionaries(
        key_times, st.tuples(values, st.sampled_from(INTERPOLATIONS)), min_size=1, max_size=3
    )
    return values | keys.map(_keys)


numbers, shares = animated(floats), animated(st.floats(0, 1))
fades = st.none() | lengths.flatmap(
    lambda length: st.builds(Fade, st.just(length), st.sampled_from([0, 0, length // 3]))
)
transforms = st.just(AS_IT_IS) | st.builds(
    Transform,
    x=numbers,
    y=numbers,
    scale=shares,
    rotation=numbers,
    anchor_x=shares,
    crop_left=shares,
    flip_x=st.booleans(),
)


@st.composite
def effects(draw: st.DrawFn) -> Effect:
    """One of any kind, with numbers of its own, that may move."""
    kind = draw(st.sampled_from(list(EFFECT_KINDS.values())))
    numbers = {
        number.name: draw(animated(st.floats(number.low, number.high)))
        for number in kind.numbers.values()
    }
    effect = replace(kind.plain, enabled=draw(st.booleans()), **numbers)
    if isinstance(effect, Curves):
        middles = st.tuples(st.floats(0.1, 0.9), st.floats(0, 1))
        points = ((0.0, 0.0), draw(middles), (1.0, 0.5))
        return replace(effect, **{draw(st.sampled_from(CHANNELS)): points})
    if isinstance(effect, Lut):
        return replace(effect, digest=draw(st.sampled_from(["", "0a" * 20])), name=draw(texts))
    return replace(effect, color="#12ab34") if isinstance(effect, ChromaKey) else effect


EFFECT_NUMBERS = [
    f"{kind.name}.{nth}.{number}"
    for kind in EFFECT_KINDS.values()
    for nth in (1, 2)
    for number in kind.numbers
]
addresses = st.sampled_from([f"{kind}.1" for kind in EFFECT_KINDS] + ["blur.2"])
stacks: st.SearchStrategy[Effects] = st.just(()) | st.lists(effects(), max_size=3).map(tuple)
look = {
    "effects": stacks,
    "transform": transforms,
    "opacity": st.just(1.0) | shares,
    "blend": st.sampled_from(BLEND_MODES),
    "fade_in": fades,
    "fade_out": fades,
}
colors = st.sampled_from(["#FFFFFF", "#12ab34", "#12AB34CC"])
clips = st.builds(
    Clip,
    media=media,
    source_start=times,
    speed=st.sampled_from(SPEEDS),
    gain_db=numbers,
    pan=st.just(0.0) | animated(st.floats(-1, 1)),
    keep_pitch=st.booleans(),
    **common,
    **look,
)
pictures = (
    clips
    | st.builds(Still, media=media, **common, **look)
    | st.builds(Title, text=texts, size=floats, color=colors, x=floats, y=floats, **common, **look)
    | st.builds(Generator, color=colors, **common, **look)
)
captions = st.builds(
    Caption,
    text=texts,
    place=st.sampled_from(["bottom", "middle", "top"]),
    align=st.sampled_from(["left", "center", "right"]),
    **common,
)
duckings = st.builds(
    Ducking,
    sources=st.lists(st.sampled_from(["gone", "voice"]), max_size=2).map(tuple),
    threshold_db=st.floats(-80, 0),
    depth_db=st.floats(0, 60),
    attack=st.integers(0, LONGEST),
    release=st.integers(0, LONGEST),
)
ITEMS = {"video": pictures, "audio": clips, "caption": captions}


@st.composite
def tracks(draw: st.DrawFn, kind: str) -> Track:
    """Items with gaps or none between them, and transitions on some of the cuts."""
    placed: list[Item] = []
    end = 0
    for item in draw(st.lists(ITEMS[kind], max_size=5)):
        start = end + draw(st.sampled_from([0, 0, 0, FRAME, 5 * FRAME]))
        link = draw(st.sampled_from([None, "one", "two", "three"]))
        group = draw(st.sampled_from([None, None, "four", "five"]))
        placed.append(replace(item, start=start, link=link, group=group))
        end = start + item.duration
    track = Track(
        id=new_id(),
        kind=kind,
        name=draw(texts),
        items=tuple(placed),
        locked=draw(st.sampled_from([False] * 5 + [True])),
        muted=draw(st.booleans()),
        hidden=draw(st.booleans()),
        solo=draw(st.booleans()),
        sync_lock=draw(st.sampled_from([None, True, False])),
        metadata=draw(metadata),
    )
    if kind == "audio":
        track = replace(
            track,
            gain_db=draw(st.just(0.0) | st.floats(-96, 24)),
            pan=draw(st.just(0.0) | st.floats(-1, 1)),
            ducking=draw(st.none() | duckings),
        )
    if kind == "caption":
        language = draw(st.sampled_from(["", "en", "deu"]))
        return replace(track, language=language, burned_in=draw(st.booleans()))
    return replace(track, transitions=tuple(draw(transitions(track))))


transition_looks = st.builds(
    TransitionLook,
    kind=st.sampled_from(sorted(PARAMETERS)),
    direction=st.sampled_from(DIRECTIONS),
    color=st.sampled_from(["#000000", "#FFFFFF", "#12aB56"]),
    softness=st.floats(0, 1),
)


@st.composite
def transitions(draw: st.DrawFn, track: Track) -> list[Transition]:
    found: list[Transition] = []
    for left, right in pairwise(track.items):
        earliest = max(left.start, found[-1].end if found else 0)
        if left.end == right.start and draw(st.booleans()):
            before = draw(st.integers(0, min(left.end - earliest, 3 * FRAME)))
            after = draw(st.integers(0, min(right.duration, 3 * FRAME)))
            if before + after:
                found.append(
                    Transition(
                        id=new_id(),
                        cut=left.end,
                        in_offset=before,
                        out_offset=after,
                        **asdict(draw(transition_looks)),
                    )
                )
    return found


def _with_one_poster(markers: list[Marker]) -> tuple[Marker, ...]:
    return tuple(replace(each, is_poster=not i) for i, each in enumerate(markers))


timelines = st.builds(
    Timeline,
    name=texts,
    rate=st.sampled_from([RATE, Fraction(25), Fraction(7, 3)]),
    width=st.integers(0, 4000),
    height=st.integers(0, 4000),
    loudness=st.none() | st.floats(-36, -8),
    limiter=st.booleans(),
    tracks=st.lists(tracks("video") | tracks("audio") | tracks("caption"), max_size=4).map(tuple),
    markers=st.lists(
        st.builds(
            Marker, id=st.builds(new_id), time=times, duration=times, name=texts, metadata=metadata
        ),
        max_size=3,
    ).map(_with_one_poster),
    metadata=metadata,
)

Edit = Callable[[Timeline], Timeline]
reaches = st.builds(edits.Reach, st.sampled_from(["own", "linked", "all"]), st.booleans())


@st.composite
def any_edit(draw: st.DrawFn, timeline: Timeline) -> Edit:
    """An edit of something that is on the timeline; it may be one that is refused."""
    track_ids = st.sampled_from([track.id for track in timeline.tracks] or ["none"])
    items = [item for track in timeline.tracks for item in track.items]
    attributes = draw(st.sets(st.sampled_from(ATTRIBUTES)))
    reach = draw(reaches)
    item_ids = st.sampled_from([item.id for item in items] or ["none"])
    several = draw(st.lists(item_ids, min_size=1, max_size=3))
    track, other, item = draw(track_ids), draw(track_ids), draw(item_ids)
    kinds = {each.id: each.kind for each in timeline.tracks}
    edges = [edge for each in items for edge in (each.start, each.end)]
    time = draw(st.sampled_from(edges) | times if edges else times)
    cut = draw(st.sampled_from([c for t in timeline.tracks for c in cuts(t)] or [0]))
    new = draw(ITEMS[draw(st.sampled_from([kinds.get(track, "video")] * 5 + sorted(ITEMS)))])
    partner = draw(clips)
    by = draw(st.integers(-20, 20)) * FRAME
    links = draw(st.booleans())
    marker = Marker(id=new_id(), time=time, is_poster=links)
    said = draw(captions)
    letter = draw(st.integers(0, 8))
    kind = draw(st.sampled_from(sorted(ITEMS)))
    edge = draw(st.sampled_from(["start", "end"]))
    speed = draw(st.sampled_from([Fraction(2), Fraction(-1), Fraction(3, 7), Fraction(10)]))
    length = draw(lengths)
    other_items = draw(st.lists(item_ids, min_size=1, max_size=3))
    place = draw(st.integers(0, 2))
    own_notes = [m.id for each in items for m in each.markers] or ["none"]
    own_note = draw(st.sampled_from(own_notes))
    note = draw(st.sampled_from([m.id for m in timeline.markers] or ["none"]))
    to = {kinds[track]: track} if track in kinds else {}
    source = draw(st.sampled_from(items or [new]))
    effect, address = draw(effects()), draw(addresses)
    prop = draw(st.sampled_from([*sorted(PROPERTIES), *EFFECT_NUMBERS]))
    value = draw(st.floats(-1, 1))
    way = draw(st.none() | st.sampled_from(INTERPOLATIONS))
    blend = draw(st.sampled_from(BLEND_MODES))
    times_set = draw(st.tuples(*[st.none() | times] * 4))
    several_tracks = draw(st.lists(track_ids, min_size=1, max_size=3))
    joins = [each.id for t in timeline.tracks for each in t.transitions] or ["none"]
    join = draw(st.sampled_from(joins))
    look = draw(transition_looks)
    alignment = draw(st.sampled_from(ALIGNMENTS))
    choices: list[Edit] = [
        lambda t: edits.insert(t, track, new, time, with_links=links, reach=reach),
        lambda t: edits.insert(t, track, [new, replace(new, id=new_id(), markers=())], time),
        lambda t: edits.insert_linked(t, {track: new, other: partner}, time),
        lambda t: edits.overwrite(t, track, new, time),
        lambda t: edits.overwrite_linked(t, {track: new, other: partner}, time),
        lambda t: edits.append(t, track, new),
        lambda t: edits.append_linked(t, {track: new, other: partner}),
        lambda t: edits.split(t, several, time, with_links=links),
        lambda t: edits.trim(t, item, start=time, with_links=links),
        lambda t: edits.trim(t, item, end=time, with_links=links),
        lambda t: edits.ripple_delete(t, several, with_links=links, reach=reach),
        lambda t: edits.lift(t, several, with_links=links),
        lambda t: edits.move(t, several, by=by, with_links=links),
        lambda t: edits.move(t, [item], by=by, to_track={item: track}),
        lambda t: edits.link(t, several),
        lambda t: edits.unlink(t, several),
        lambda t: edits.add_transition(t, track, cut, 2 * FRAME, look),
        lambda t: edits.change_look(t, join, look),
        lambda t: edits.align_transition(t, join, alignment, length),
        lambda t: edits.remove_transition(t, join),
        lambda t: edits.set_gain(t, item, by / FRAME),
        lambda t: edits.raise_gains(t, dict.fromkeys(several, by / FRAME)),
        lambda t: edits.set_keep_pitch(t, several, keep=links, with_links=links),
        lambda t: edits.set_track_sound(t, track, gain_db=by / FRAME, pan=value),
        lambda t: edits.set_ducking(t, track, Ducking(sources=(other,)) if links else None),
        lambda t: edits.set_master(t, loudness=by / FRAME, limiter=links),
        lambda t: edits.add_track(t, kind),
        lambda t: edits.remove_track(t, track),
        lambda t: edits.roll(t, track, cut, by, with_links=links),
        lambda t: edits.slip(t, several, by, with_links=links),
        lambda t: edits.slide(t, several, by, with_links=links),
        lambda t: edits.ripple_trim(t, item, edge, by, with_links=links, reach=reach),
        lambda t: edits.trim_head(t, several, time, ripple=links, reach=reach),
        lambda t: edits.trim_tail(t, several, time, ripple=links, reach=reach),
        lambda t: edits.lift_range(t, several_tracks, time, time + abs(by)),
        lambda t: edits.extract_range(
            t, several_tracks, time, time + abs(by), with_links=links, reach=reach
        ),
        lambda t: edits.close_gap(t, track, time, with_links=links, reach=reach),
        lambda t: edits.close_all_gaps(t, several_tracks, with_links=links, reach=reach),
        lambda t: edits.split_all(t, time, track_ids=None if links else several_tracks),
        lambda t: edits.set_speed(
            t, several, speed, ripple=edge == "end", with_links=links, reach=reach
        ),
        lambda t: edits.freeze_frame(t, item, time, length, with_links=links, reach=reach),
        lambda t: edits.join_through(t, track, cut, with_links=links),
        lambda t: edits.join_through(edits.split(t, [item], time), track, time),
        lambda t: edits.replace_material(t, {item: new}),
        lambda t: edits.place_on_top(t, new, time, sound=partner if links else None),
        lambda t: edits.paste(t, edits.copy(t, several, with_links=links), time, to=to),
        lambda t: edits.paste_insert(t, edits.copy(t, several), time, to=to, reach=reach),
        lambda t: edits.paste(edits.lift(t, several), edits.copy(t, several), time),
        lambda t: edits.duplicate(t, several, with_links=links, reach=reach),
        lambda t: edits.group(t, several),
        lambda t: edits.ungroup(t, several),
        lambda t: edits.move_item_marker(t, item, own_note, time),
        lambda t: edits.paste_attributes(t, other_items, source, attributes),
        lambda t: edits.add_transitions(t, several, 2 * FRAME),
        lambda t: edits.resize_transition(t, join, in_offset=abs(by), out_offset=length),
        lambda t: edits.change_marker(
            t, Marker(id=note, time=time, name="changed", is_poster=links)
        ),
        lambda t: edits.move_marker(t, note, time),
        lambda t: edits.move_track(t, track, place),
        lambda t: edits.three_point(
            t, {track: partner}, edits.Points(*times_set), playhead=time, how="overwrite"
        ),
        lambda t: edits.three_point(
            t, {track: partner, other: partner}, edits.Points(*times_set), playhead=0, how="insert"
        ),
        lambda t: edits.rename_track(t, track, "new"),
        lambda t: edits.add_marker(t, marker),
        lambda t: edits.remove_marker(t, marker.id),
        lambda t: edits.set_format(t, rate=Fraction(25), width=64, height=64),
        lambda t: edits.add_caption(t, track, replace(said, start=time)),
        lambda t: edits.add_caption_track(t, [said], language="en"),
        lambda t: edits.set_caption_text(t, item, "changed"),
        lambda t: edits.split_caption(t, item, time, letter),
        lambda t: edits.merge_captions(t, several),
        lambda t: edits.shift_captions(t, track, by),
        lambda t: edits.set_property(t, several, prop, value, time=time),
        lambda t: edits.add_keyframe(t, several, prop, time, way),
        lambda t: edits.remove_keyframe(t, several, prop, time),
        lambda t: edits.remove_keyframe(
            edits.add_keyframe(t, several, prop, time), several, prop, time
        ),
        lambda t: edits.reset_properties(t, several, [prop]),
        lambda t: edits.put_keyframe(t, item, prop, time, value, interpolation=way or "hold"),
        lambda t: edits.change_keyframe(
            edits.add_keyframe(t, [item], prop, time), item, prop, time, to=time + by, value=value
        ),
        lambda t: edits.add_effect(t, several, effect),
        lambda t: edits.remove_effect(t, several, address),
        lambda t: edits.move_effect(t, several, address, by // FRAME),
        lambda t: edits.enable_effects(t, several, links, None if links else address),
        lambda t: edits.change_effect(t, several, address, enabled=links),
        lambda t: edits.reset_effect(t, several, address),
        lambda t: edits.set_flip(t, several, across=links),
        lambda t: edits.set_blend(t, several, blend),
        lambda t: edits.set_fade(t, several, "in" if links else "out", abs(by)),
        lambda t: edits.set_captioning(t, track, language="fr", burned_in=links),
    ]
    return draw(st.sampled_from(choices))


@quick
@given(timelines, st.data())
def test_every_edit_keeps_the_rules_and_the_old_timeline(timeline: Timeline, data: st.DataObject):
    validate(timeline)
    for _ in range(data.draw(st.integers(1, 6))):
        before = to_json(timeline)
        edit = data.draw(any_edit(timeline))
        try:
            after = edit(timeline)
        except EditError:
            after = timeline
        validate(after)
        assert to_json(timeline) == before
        timeline = after
    assert from_json(to_json(timeline)) == timeline


@quick
@given(timelines, st.data())
def test_undoing_all_gives_the_first_document_back_to_the_byte(
    timeline: Timeline, data: st.DataObject
):
    documents, states = [to_json(timeline)], [timeline]
    for _ in range(data.draw(st.integers(1, 8))):
        with suppress(EditError):
            states.append(data.draw(any_edit(states[-1]))(states[-1]))
            documents.append(to_json(states[-1]))
    while documents:
        assert to_json(states.pop()) == documents.pop()


@quick
@given(timelines, st.data())
def test_an_edited_timeline_comes_back_from_an_otio_file(timeline: Timeline, data: st.DataObject):
    for _ in range(data.draw(st.integers(1, 5))):
        with suppress(EditError):
            timeline = data.draw(any_edit(timeline))(timeline)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cut.otio"
        write_otio(timeline, path)
        assert read_otio(path) == timeline


@quick
@given(timelines, st.data())
def test_an_edit_leaves_locked_tracks_alone(timeline: Timeline, data: st.DataObject):
    locked = [track for track in timeline.tracks if track.locked]
    try:
        after = data.draw(any_edit(timeline))(timeline)
    except EditError:
        return
    assert [track for track in after.tracks if track.locked] == locked


@quick
@given(timelines)
def test_a_document_gives_its_timeline_back(timeline: Timeline):
    assert from_json(to_json(timeline)) == timeline


@quick
@given(timelines, st.booleans())
def test_an_otio_file_gives_its_timeline_back(timeline: Timeline, with_files: bool):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cut.otio"
        resolve = (lambda media: Path(folder) / "v.mp4") if with_files else None
        write_otio(timeline, path, resolve=resolve)
        assert read_otio(path) == timeline


@st.composite
def synced(draw: st.DrawFn) -> Timeline:
    """Pictures with linked sound, cut at other times than the picture here and there."""
    count = draw(st.integers(2, 5))
    shift = st.integers(-3, 3)
    cut_points = [0, *(20 * (i + 1) for i in range(count))]
    sound_cuts = [0, *(point + draw(shift) for point in cut_points[1:])]
    videos, audios = [], []
    for i in range(count):
        link, source = new_id(), 100 * FRAME
        for kept, points in ((videos, cut_points), (audios, sound_cuts)):
            start, end = points[i] * FRAME, points[i + 1] * FRAME
            kept.append(
                Clip(
                    id=f"{'v' if kept is videos else 'a'}{i}",
                    start=start,
                    duration=end - start,
                    link=link,
                    media=MediaReference(url="upload:1"),
                    source_start=source + start - cut_points[i] * FRAME,
                )
            )
    return Timeline(
        rate=RATE,
        tracks=(
            Track(id="v", kind="video", items=tuple(videos)),
            Track(id="a", kind="audio", items=tuple(audios)),
        ),
    )


def _origins(timeline: Timeline) -> dict[str, set[Fraction]]:
    """For each link, when its media would begin: one time where all are in sync."""
    origins: dict[str, set[Fraction]] = {}
    for track in timeline.tracks:
        for item in track.items:
            if isinstance(item, Clip) and item.link and item.speed:
                origin = item.start - item.source_start / item.speed
                origins.setdefault(item.link, set()).add(origin)
    return origins


@st.composite
def syncing_edit(draw: st.DrawFn, timeline: Timeline) -> Edit:
    """An edit that leaves no pair out of sync."""
    items = [item for track in timeline.tracks for item in track.items]
    track = draw(st.sampled_from(["v", "a"]))
    item = draw(st.sampled_from([item.id for item in items] or ["none"]))
    time = draw(frames) * FRAME
    new = Clip(id=new_id(), start=0, duration=5 * FRAME, media=MediaReference(url="upload:2"))
    by = draw(st.integers(-20, 20)) * FRAME
    edge = draw(st.sampled_from(["start", "end"]))
    cut = draw(st.sampled_from([each.start for each in items] or [0]))
    ripple = draw(st.booleans())
    choices: list[Edit] = [
        lambda t: edits.insert(t, track, new, time),
        lambda t: edits.overwrite(t, track, new, time),
        lambda t: edits.ripple_delete(t, [item]),
        lambda t: edits.split(t, [item], time),
        lambda t: edits.trim(t, item, start=time),
        lambda t: edits.move(t, [item], by=time),
        lambda t: edits.roll(t, track, cut, by),
        lambda t: edits.slip(t, [item], by),
        lambda t: edits.slide(t, [item], by),
        lambda t: edits.ripple_trim(t, item, edge, by),
        lambda t: edits.trim_head(t, [item], time, ripple=ripple),
        lambda t: edits.trim_tail(t, [item], time, ripple=ripple),
        lambda t: edits.lift_range(t, [track], time, time + abs(by)),
        lambda t: edits.extract_range(t, [track], time, time + abs(by)),
        lambda t: edits.close_gap(t, track, time),
        lambda t: edits.close_all_gaps(t, [track]),
        lambda t: edits.split_all(t, time),
        lambda t: edits.freeze_frame(t, item, time, 5 * FRAME),
        lambda t: edits.join_through(t, track, cut),
        lambda t: edits.place_on_top(t, new, time),
        lambda t: edits.paste(t, edits.copy(t, [item]), time),
        lambda t: edits.paste_insert(t, edits.copy(t, [item]), time),
        lambda t: edits.duplicate(t, [item]),
        lambda t: edits.set_speed(t, [item], Fraction(2), ripple=ripple),
        lambda t: edits.set_speed(t, [item], Fraction(1, 2), ripple=ripple),
    ]
    return draw(st.sampled_from(choices))


@settings(quick, max_examples=400)
@given(synced(), st.data())
def test_edits_keep_linked_pairs_in_sync(timeline: Timeline, data: st.DataObject):
    for _ in range(data.draw(st.integers(1, 5))):
        with suppress(EditError):
            timeline = data.draw(syncing_edit(timeline))(timeline)
        assert all(len(origins) == 1 for origins in _origins(timeline).values())
