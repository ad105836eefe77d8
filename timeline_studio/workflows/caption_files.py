"""Caption files of other programs: into a timeline, and out of one."""

import os
from dataclasses import dataclass
from pathlib import Path

from timeline_studio.timeline import DocumentError, EditError, Timeline, Track, edits
from timeline_studio.timeline.captions import (
    ReadCaptions,
    cues_of,
    find_language,
    language_name,
    long_code,
    read_captions,
    write_captions,
)
from timeline_studio.timeline.queries import track_label
from timeline_studio.workflows.projects import open_project, save_timeline
from timeline_studio.workflows.studio import Studio


@dataclass(frozen=True)
class ImportedCaptions:
    """How many came in on which new track, and what the user should know of the file."""

    count: int
    track: str
    notes: list[str]


def read_caption_file(path: Path) -> ReadCaptions:
    """Raises DocumentError that names the file: it cannot be read, or has no captions."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path}: the file cannot be read ({error.strerror})") from error
    return read_captions(data, path.name)


def with_captions(timeline: Timeline, read: ReadCaptions, language: str | None = None) -> Timeline:
    """The timeline with a new track of what was read; `language` is a code of ISO 639 or an
    English name, by default what the file says. Raises EditError for another word."""
    code = read.language
    if language is not None:
        found = find_language(language)
        if found is None:
            raise EditError(f"“{language}” is no language: write a code of ISO 639, like en or eng")
        code = found.long
    return edits.add_caption_track(timeline, read.captions, language=code)


def past_end(timeline: Timeline, read: ReadCaptions) -> str | None:
    """What to say of captions that begin when nothing is shown any more."""
    late = sum(caption.start >= timeline.duration for caption in read.captions)
    if not late or not timeline.duration:
        return None
    which = "1 caption begins" if late == 1 else f"{late} captions begin"
    return f"{which} after the end of the timeline and will not be shown"


def import_captions(
    studio: Studio, project_id: int, path: Path, language: str | None = None
) -> ImportedCaptions:
    """Put a caption file on a new track of a stored project. Raises DocumentError or EditError,
    and StaleRevision where somebody else changed the project meanwhile."""
    read = read_caption_file(path)
    opened = open_project(studio, project_id)
    timeline = with_captions(opened.timeline, read, language)
    save_timeline(studio, project_id, timeline, opened.revision)
    late = past_end(timeline, read)
    track = track_label(timeline, timeline.caption_tracks[-1])
    return ImportedCaptions(len(read.captions), track, [*read.notes, *([late] if late else [])])


def export_captions(studio: Studio, project_id: int, path: Path, track: str | None = None) -> int:
    """Write a caption track of a stored project as the SRT or WebVTT that the file's name says,
    by default the first. Returns how many captions. Raises DocumentError."""
    timeline = open_project(studio, project_id).timeline
    return write_caption_file(chosen_track(timeline, track), path)


def chosen_track(timeline: Timeline, wanted: str | None = None) -> Track:
    """The caption track of a name, a label or a language; the first one without. Raises
    DocumentError that says which there are."""
    tracks = timeline.caption_tracks
    if not tracks:
        raise DocumentError("The timeline has no captions: import some, or add a caption first")
    if wanted is None:
        return tracks[0]
    code = long_code(wanted)
    for track in tracks:
        is_named = wanted in {track.id, track_label(timeline, track)}
        if is_named or (find_language(wanted) and long_code(track.language) == code):
            return track
    there = ", ".join(
        f"{track_label(timeline, each)} ({language_name(each.language)})" for each in tracks
    )
    raise DocumentError(f"There is no caption track “{wanted}”: there is {there}")


def write_caption_file(track: Track, path: Path) -> int:
    """Replaces the file only when it is written in full. Raises DocumentError."""
    text = write_captions(track, path.suffix)
    partial = path.with_name(f".{path.name}.partial")
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise DocumentError(f"{path}: the file cannot be written ({error.strerror})") from error
    return len(cues_of(track.items))
