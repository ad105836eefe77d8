"""Captions, chapters and the poster on their way to viewers."""

import re

import msgspec

from timeline_studio.library import Production, Upload
from timeline_studio.media import thumbnail_jpeg
from timeline_studio.productions import CaptionTrack
from timeline_studio.storage import ObjectStore, OutgoingStore, captions_key
from timeline_studio.timeline import Timeline, Track
from timeline_studio.timeline.captions import (
    Cue,
    chapters_json,
    chapters_of,
    chapters_vtt,
    cues_of,
    language_name,
    long_code,
    write_vtt,
)
from timeline_studio.timeline.document import from_json
from timeline_studio.timeline.queries import poster_marker
from timeline_studio.workflows.export_jobs import EXPORT_JOB
from timeline_studio.workflows.studio import Studio

CHAPTERS_VTT, CHAPTERS_JSON, POSTER = "chapters.vtt", "chapters.json", "poster.jpg"
_UNNAMED = re.compile(r"C\d+|")
"""Of tracks that were named by their number, or not at all."""


def exported_timeline(studio: Studio, upload: Upload) -> Timeline | None:
    """The timeline that an export was made of, as it was then; None for other uploads."""
    if not upload.asset_uuid:
        return None
    job = studio.queue.find(EXPORT_JOB, {"assetUuid": upload.asset_uuid})
    if job is None:
        return None
    return from_json(msgspec.json.encode(job.input["timeline"]))


def write_caption_objects(
    studio: Studio, production: Production, timeline: Timeline
) -> list[CaptionTrack]:
    """Put a WebVTT object for each track that is sent beside the picture into the media store.

    Raises StorageUnreachable where they cannot get there now.
    """
    written: list[CaptionTrack] = []
    labels: set[str] = set()
    for track in _sent(timeline):
        key = captions_key(production.id, len(written) + 1)
        _put(studio.media_store, key, write_vtt(_shown(timeline, track)).encode())
        label = _free(_label(track), labels)
        uri = studio.media_store.uri(key)
        written.append(CaptionTrack(long_code(track.language), label, uri))
    return written


def poster_key(prefix: str) -> str:
    """Where the poster that a marker chose lies beside the outputs below `prefix`."""
    return prefix + POSTER


def write_beside(studio: Studio, prefix: str, upload: Upload, timeline: Timeline) -> None:
    """Put the chapters, and the poster that a marker chose, beside the outputs below `prefix`.

    Raises MediaError where the master has no picture at that time, and StorageError.
    """
    store = studio.output_store
    if chapters := chapters_of(timeline):
        store.put_bytes(prefix + CHAPTERS_VTT, chapters_vtt(chapters).encode())
        store.put_bytes(prefix + CHAPTERS_JSON, chapters_json(chapters).encode())
    marker = poster_marker(timeline)
    if marker is not None and marker.time < timeline.duration:
        master = studio.media_store.fetch(upload.s3_key)
        size = upload.width or timeline.width, upload.height or timeline.height
        picture = thumbnail_jpeg(master, time=marker.time, width=size[0], height=size[1])
        store.put_bytes(poster_key(prefix), picture)


def _sent(timeline: Timeline) -> list[Track]:
    """The caption tracks that viewers can choose: shown, not burned in, and saying something."""
    return [
        track
        for track in timeline.caption_tracks
        if not (track.hidden or track.burned_in)
        and any(cue.text.strip() for cue in _shown(timeline, track))
    ]


def _shown(timeline: Timeline, track: Track) -> list[Cue]:
    """The track's cues as far as the timeline goes."""
    end = timeline.duration
    cues = (cue._replace(end=min(cue.end, end)) for cue in cues_of(track.items))
    return [cue for cue in cues if cue.start < cue.end]


def _label(track: Track) -> str:
    return language_name(track.language) if _UNNAMED.fullmatch(track.name) else track.name


def _free(label: str, taken: set[str]) -> str:
    """The label, numbered where another track has it: players list them by it."""
    name, number = label, 2
    while name in taken:
        name, number = f"{label} {number}", number + 1
    taken.add(name)
    return name


def _put(store: ObjectStore, key: str, data: bytes) -> None:
    store.put_bytes(key, data)
    if isinstance(store, OutgoingStore) and store.is_pending(key):
        store.push(key)
