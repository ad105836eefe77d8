"""A timeline as an OpenTimelineIO file."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import opentimelineio as otio

from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.model import Timeline, Track, Transition
from timeline_studio.timeline.otio.item_writing import ItemWriter, Resolve
from timeline_studio.timeline.otio.metadata import from_json, kept_in, written_metadata
from timeline_studio.timeline.otio.times import rational_time, time_range
from timeline_studio.timeline.otio.track_sound import written_master, written_sound
from timeline_studio.timeline.otio.transition_looks import written_changes

FORMAT_VERSION = 1
"""Of our entry in the metadata."""
FLAGS = ("locked", "muted", "hidden", "solo", "burned_in")


def write_otio(timeline: Timeline, path: Path, *, resolve: Resolve | None = None) -> None:
    """Write a timeline so that others open it, and `read_otio` gives it back unchanged.

    Times are in frames of the timeline's rate where that is exact, else in flicks. `resolve`
    gives the files of media that are not `file:` URLs; where it cannot, the URL is written.
    The file is replaced only when it is written in full. Raises DocumentError that names it.
    """
    writer = ItemWriter(timeline.rate, path.parent, resolve)
    try:
        data = _otio_timeline(timeline, writer).to_json_string().encode()
    except (otio.exceptions.OTIOError, ValueError, TypeError) as error:
        raise DocumentError(f"{path}: the timeline cannot be written ({error})") from error
    partial = path.with_name(f".{path.name}.partial")
    try:
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise DocumentError(f"{path}: the file cannot be written ({error.strerror})") from error


def _otio_timeline(timeline: Timeline, writer: ItemWriter) -> Any:
    kept = kept_in(timeline.metadata)
    written = otio.schema.Timeline(
        timeline.name, metadata=written_metadata(timeline.metadata, _ours(timeline))
    )
    if start := kept.get("global_start_time"):
        written.global_start_time = from_json(start)
    stack = kept.get("stack", {})
    written.tracks.name = stack.get("name", written.tracks.name)
    written.tracks.metadata.update(stack.get("metadata", {}))
    written.tracks.effects.extend(from_json(each) for each in stack.get("effects", ()))
    tracks = {track.id: _otio_track(track, timeline, writer) for track in timeline.tracks}
    written.tracks.extend([*tracks.values(), *(from_json(each) for each in kept.get("tracks", ()))])
    for marker in timeline.markers:
        holder = tracks.get(kept_in(marker.metadata).get("track", ""), written.tracks)
        holder.markers.append(writer.marker(marker))
    return written


def _ours(timeline: Timeline) -> dict[str, Any]:
    return {
        "version": FORMAT_VERSION,
        "rate": f"{timeline.rate.numerator}/{timeline.rate.denominator}",
        "width": timeline.width,
        "height": timeline.height,
        "sample_rate": timeline.sample_rate,
        "markers": [marker.id for marker in timeline.markers],
        **written_master(timeline),
    }


def _otio_track(track: Track, timeline: Timeline, writer: ItemWriter) -> Any:
    kept = kept_in(track.metadata)
    ours: dict[str, Any] = {name: True for name in FLAGS if getattr(track, name)}
    if track.sync_lock is not None:
        ours["sync_lock"] = track.sync_lock
    if track.kind == "caption":
        ours |= {"kind": track.kind, "language": track.language}
    ours |= written_sound(track)
    written = otio.schema.Track(
        track.name,
        kind=track.kind.capitalize(),
        children=list(_children(track, timeline, writer)),
        metadata=written_metadata(track.metadata, {"id": track.id, **ours}),
    )
    written.enabled = not (track.muted if track.kind == "audio" else track.hidden)
    written.effects.extend(from_json(each) for each in kept.get("effects", ()))
    if kept.get("color"):
        written.color = from_json(kept["color"])
    return written


def _children(track: Track, timeline: Timeline, writer: ItemWriter) -> Iterator[Any]:
    """Items with the gaps and the transitions between them."""
    cuts = {transition.cut: transition for transition in track.transitions}
    end = 0
    for item in track.items:
        if item.start > end:
            gap = time_range(0, item.start - end, timeline.rate)
            yield otio.schema.Gap(source_range=gap)
        if transition := cuts.get(item.start):
            yield _otio_transition(transition, timeline)
        yield writer.clip(item)
        end = item.end


def _otio_transition(transition: Transition, timeline: Timeline) -> Any:
    types = otio.schema.TransitionTypes
    kind = kept_in(transition.metadata).get("transition_type")
    return otio.schema.Transition(
        transition.name,
        kind or (types.SMPTE_Dissolve if transition.kind == "dissolve" else types.Custom),
        rational_time(transition.in_offset, timeline.rate),
        rational_time(transition.out_offset, timeline.rate),
        written_metadata(transition.metadata, {"id": transition.id} | written_changes(transition)),
    )
