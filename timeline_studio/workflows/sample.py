"""The sample project: real footage, several cuts, a dissolve and a title."""

from fractions import Fraction

import msgspec

from timeline_studio.library import Project, Upload
from timeline_studio.settings import resource
from timeline_studio.timeline.edits import add_transition, append_linked, overwrite, set_format
from timeline_studio.timeline.model import (
    Clip,
    MediaReference,
    Timeline,
    Title,
    Track,
    empty_timeline,
    new_id,
)
from timeline_studio.timeline.time import frame_start
from timeline_studio.workflows.media import describe, format_for, import_media, reference_to
from timeline_studio.workflows.projects import create_project
from timeline_studio.workflows.studio import Studio

SAMPLE_CLIP = "sample/bigbuckbunny.mp4"
SAMPLE_NAME = "Sample: Big Buck Bunny"

# (first frame in the source, frames), at the sample's 25 fps; the clip has 132 frames.
_PIECES = ((0, 30), (60, 25), (15, 20), (95, 30))
_DISSOLVE_AT, _DISSOLVE_FRAMES = 55, 10
_TITLE = (5, 45)


def create_sample_project(studio: Studio) -> Project:
    """A project of its own each time; the footage is imported once."""
    upload = _sample_upload(studio)
    return create_project(studio, SAMPLE_NAME, _sample_timeline(studio, upload))


def _sample_upload(studio: Studio) -> Upload:
    path = resource(SAMPLE_CLIP)
    size = path.stat().st_size
    with studio.reading() as uow:
        known = uow.uploads.list_sources(kinds=["video"], search=path.name)
    for upload in known:
        if upload.size_bytes == size:
            return upload
    return import_media(studio, [path])[0]


def _sample_timeline(studio: Studio, upload: Upload) -> Timeline:
    rate, width, height = format_for(studio, upload) or (Fraction(25), 1280, 720)
    shown = describe(studio, upload).video
    media = reference_to(upload, duration=shown.duration if shown else None)
    timeline = set_format(empty_timeline(rate=rate), rate=rate, width=width, height=height)
    video, audio = timeline.tracks
    for first, frames in _PIECES:
        picture, sound = _piece(media, rate, first, frames)
        timeline = append_linked(timeline, {video.id: picture, audio.id: sound})
    cut = frame_start(_DISSOLVE_AT, rate)
    length = frame_start(_DISSOLVE_FRAMES, rate)
    timeline = add_transition(timeline, video.id, cut, length)
    timeline = add_transition(timeline, audio.id, cut, length)
    return _with_title(timeline, rate)


def _piece(media: MediaReference, rate: Fraction, first: int, frames: int) -> tuple[Clip, Clip]:
    link = new_id()

    def clip() -> Clip:
        return Clip(
            id=new_id(),
            start=0,
            duration=frame_start(frames, rate),
            name=media.name,
            media=media,
            source_start=frame_start(first, rate),
            link=link,
        )

    return clip(), clip()


def _with_title(timeline: Timeline, rate: Fraction) -> Timeline:
    titles = Track(id=new_id(), kind="video", name="V2")
    video, audio = timeline.tracks
    tracks = (video, titles, audio)
    start, frames = (frame_start(frame, rate) for frame in _TITLE)
    title = Title(
        id=new_id(), start=0, duration=frames, name="Title", text="Big Buck Bunny", y=0.82
    )
    timeline = msgspec.structs.replace(timeline, tracks=tracks)
    return overwrite(timeline, titles.id, title, start)
