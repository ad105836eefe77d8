"""An OpenTimelineIO file as a timeline."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain
from pathlib import Path
from typing import Any

import opentimelineio as otio
from msgspec.structs import replace

from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.model import Marker, Timeline, Track, TrackKind
from timeline_studio.timeline.nesting import is_nested_deeper
from timeline_studio.timeline.otio.fading import with_fades
from timeline_studio.timeline.otio.item_reading import ItemReader, color_of
from timeline_studio.timeline.otio.metadata import (
    as_json,
    non_empty,
    plain,
    read_metadata,
    with_kept,
)
from timeline_studio.timeline.otio.mirroring import with_mirrored_sound
from timeline_studio.timeline.otio.row_reading import Row, RowReader, windowed
from timeline_studio.timeline.otio.speeds import kept_effects
from timeline_studio.timeline.otio.times import frame_rate
from timeline_studio.timeline.otio.track_sound import master_fields, sound_fields
from timeline_studio.timeline.validation import validate

KINDS: dict[str, TrackKind] = {"Video": "video", "Audio": "audio", "Caption": "caption"}
DEFAULT_RATE = Fraction(30)
DEEPEST = 200
"""Lists and objects in one another; a nested sequence takes four of them."""
STACK_NAME = "tracks"
"""What OTIO calls a timeline's stack where nobody names it."""


def read_otio(path: Path, *, prefer_files: bool = False) -> Timeline:
    """The timeline of an `.otio` file; its media are `file:` URLs, or `missing:` and a name.

    A file that we did not write gets, where it has no audio track, one for each video track,
    so that its clips' own sound plays; its width and height are 0, to be taken from its first
    media. A file that we wrote gives the very timeline that was written; `prefer_files` gives
    instead of a library's `upload:` URLs the files they were, for use without that library.

    Raises DocumentError that names the file and says what is wrong with it.
    """
    try:
        timeline = _timeline(_root(path), path.parent, prefer_files=prefer_files)
        validate(timeline)
    except DocumentError as error:
        raise DocumentError(f"{path}: {error}") from error
    return timeline


def _root(path: Path) -> Any:
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise DocumentError(f"the file cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise DocumentError("the file is not an OpenTimelineIO file: it is not text") from error
    if not text.strip():
        raise DocumentError("the file is empty")
    if is_nested_deeper(text, DEEPEST):
        raise DocumentError(f"the file is nested more than {DEEPEST} deep: no timeline is")
    try:
        root = otio.core.deserialize_json_from_string(text)
    except (otio.exceptions.OTIOError, ValueError, LookupError, TypeError, RuntimeError) as error:
        reason = " ".join(str(error).split())
        raise DocumentError(f"the file is not a valid OpenTimelineIO file: {reason}") from error
    return _single_timeline(root)


def _single_timeline(root: Any) -> Any:
    """The one timeline in what a file holds; a bare track, stack or clip is one."""
    if isinstance(root, otio.schema.Timeline):
        return root
    if isinstance(root, otio.schema.SerializableCollection):
        found = [child for child in root if isinstance(child, otio.schema.Timeline)]
        if len(found) != 1:
            raise DocumentError(
                f"the file is a collection of {len(found)} timelines: save the one you want "
                "to a file of its own"
            )
        return found[0]
    if not isinstance(root, otio.core.Item):
        raise DocumentError("the file holds no OpenTimelineIO timeline")
    timeline = otio.schema.Timeline(root.name)
    if isinstance(root, otio.schema.Stack):
        timeline.tracks = root
    else:
        timeline.tracks.append(root)
    return timeline


def _timeline(source: Any, folder: Path, *, prefer_files: bool) -> Timeline:
    metadata, ours = read_metadata(source.metadata)
    items = ItemReader(folder, prefer_files=prefer_files)
    stack = source.tracks if source.tracks is not None else otio.schema.Stack()
    layers = list(_layers(stack))
    strange = [layer for layer in layers if _is_strange(layer)]
    rows = RowReader(items, _heard_apart(layers))
    read = [_track(layer, stack, items, rows) for layer in layers if not _is_strange(layer)]
    markers = [items.marker(marker) for marker in stack.markers]
    markers += [_on_track(marker, track) for track, row in read for marker in row.markers]
    timeline = Timeline(
        name=source.name,
        rate=ours.fraction("rate") or _rate_of(source),
        width=ours.whole("width") or 0,
        height=ours.whole("height") or 0,
        sample_rate=ours.whole("sample_rate") or 48_000,
        **master_fields(ours),
        tracks=tuple(track for track, _ in read),
        markers=_in_order(markers, ours.texts("markers")),
        metadata=with_kept(metadata, _kept_of(source, stack, strange)),
    )
    if ours.whole("version") is None:  # else the file is ours, and silence is meant
        timeline = with_mirrored_sound(timeline)
    return with_fades(timeline, {track.id: row.fades for track, row in read})


def _layers(composition: Any) -> Iterator[Any]:
    """The tracks of a stack, bottom to top, and those of plain stacks that are nested in it."""
    for child in composition:
        if isinstance(child, otio.schema.Stack) and not (child.source_range or child.effects):
            yield from _layers(child)
        else:
            yield child


def _heard_apart(layers: list[Any]) -> frozenset[str]:
    """The names of the nested sequences whose sound is on an audio track."""
    return frozenset(
        child.name
        for layer in layers
        if getattr(layer, "kind", None) == otio.schema.TrackKind.Audio
        for child in layer
        if isinstance(child, otio.schema.Stack)
    )


def _track(layer: Any, stack: Any, items: ItemReader, rows: RowReader) -> tuple[Track, Row]:
    metadata, ours = read_metadata(layer.metadata)
    kind = KINDS[layer.kind] if isinstance(layer, otio.schema.Track) else "video"
    row = rows.layer(layer, kind)
    if kind == "caption":  # captions do not dissolve
        row = row._replace(transitions=(), fades=())
    if stack.source_range:
        row = windowed(row, stack.source_range)
    enabled = getattr(layer, "enabled", True)
    track = Track(
        id=items.fresh_id(ours),
        kind=kind,
        name=layer.name,
        items=row.items,
        transitions=row.transitions,
        locked=ours.flag("locked"),
        muted=not enabled if kind == "audio" else ours.flag("muted"),
        hidden=ours.flag("hidden") if kind == "audio" else not enabled,
        solo=ours.flag("solo"),
        language=ours.text("language") or "",
        burned_in=ours.flag("burned_in"),
        **sound_fields(ours),
        sync_lock=ours.choice("sync_lock"),
        metadata=with_kept(metadata, {"effects": kept_effects(layer), "color": color_of(layer)}),
    )
    return track, row


def _is_strange(layer: Any) -> bool:
    """Whether it is a track of a kind that we have no word for, say others' captions."""
    if not isinstance(layer, otio.schema.Track):
        return False
    if KINDS.get(layer.kind) == "caption":
        return read_metadata(layer.metadata)[1].text("kind") != "caption"
    return layer.kind not in KINDS


def _on_track(marker: Marker, track: Track) -> Marker:
    return replace(marker, metadata=with_kept(marker.metadata, {"track": track.id}))


def _in_order(markers: list[Marker], ids: list[str]) -> tuple[Marker, ...]:
    """In the order that we wrote; others' after those, by time. One of them is the poster."""
    places = {id_: place for place, id_ in enumerate(ids)}
    ordered = sorted(markers, key=lambda each: (places.get(each.id, len(places)), each.time))
    posters = [marker.id for marker in ordered if marker.is_poster]
    return tuple(
        replace(marker, is_poster=False) if marker.id in posters[1:] else marker
        for marker in ordered
    )


def _rate_of(source: Any) -> Fraction:
    """The frame rate that the file means: of its start time, else of the first clip with one."""
    times = chain([source.global_start_time], chain.from_iterable(map(_times_of, _clips(source))))
    return next((rate for time in times if (rate := frame_rate(time))), DEFAULT_RATE)


def _clips(source: Any) -> Any:
    return source.find_clips() if source.tracks else []


def _times_of(clip: Any) -> Iterator[Any]:
    available = clip.media_reference.available_range if clip.media_reference else None
    for each in (clip.source_range, available):
        if each is not None:
            yield from (each.duration, each.start_time)


def _kept_of(source: Any, stack: Any, strange: list[Any]) -> dict[str, Any]:
    start = source.global_start_time
    return {
        "global_start_time": as_json(start) if start is not None else None,
        "stack": non_empty(
            {
                "name": stack.name if stack.name != STACK_NAME else None,
                "metadata": plain(stack.metadata),
                "effects": kept_effects(stack),
            }
        ),
        "tracks": [as_json(track) for track in strange],
    }
