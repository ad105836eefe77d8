"""Timelines that show one film: an upload, an export, a rung of a production."""

from collections.abc import Callable
from fractions import Fraction

from timeline_studio.library import Upload
from timeline_studio.media import MediaInfo, probe
from timeline_studio.timeline.model import Clip, MediaReference, Still, Timeline, Track, new_id
from timeline_studio.workflows.media import STILL_DURATION, download_media, reference_to, usual_rate
from timeline_studio.workflows.studio import Studio

_RATE = Fraction(25)
"""Of what has no frame rate of its own."""


def upload_timeline(
    studio: Studio, upload: Upload, *, progress: Callable[[float], None] | None = None
) -> Timeline:
    """Shows the upload's own file, with its sound; fetched first where it is only in the store.

    `progress` gets 0 to 1 meanwhile; an exception it raises ends that. Raises StorageError or
    MediaError.
    """
    info = probe(download_media(studio, reference_to(upload), progress=progress))
    return film_timeline(info, info)


def film_timeline(picture: MediaInfo, sound: MediaInfo) -> Timeline:
    """The pictures of one file, if it has any, with the sound of another or of the same."""
    video = picture.video
    shown = sound.duration if video is None else video.duration
    if picture.kind == "image":
        shown = STILL_DURATION
    tracks = [] if video is None else [_track("video", picture, shown)]
    if sound.audio:
        tracks.append(_track("audio", sound, min(sound.duration, shown)))
    return Timeline(
        tracks=tuple(tracks),
        rate=usual_rate(video.rate) if video and video.rate else _RATE,
        width=video.display_width if video else 0,
        height=video.display_height if video else 0,
    )


def _track(kind: str, info: MediaInfo, duration: int) -> Track:
    media = MediaReference(url=info.path.as_uri(), name=info.path.name, duration=duration)
    item: Clip | Still
    if info.kind == "image":
        item = Still(id=new_id(), start=0, duration=duration, name="", media=media)
    else:
        item = Clip(id=new_id(), start=0, duration=duration, name="", media=media)
    return Track(id=new_id(), kind="video" if kind == "video" else "audio", items=(item,))
