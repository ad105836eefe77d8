"""What an upload becomes on a timeline: its items, its format."""

from fractions import Fraction

from timeline_studio.library import Upload
from timeline_studio.media import MediaInfo, probe
from timeline_studio.timeline.model import Clip, Item, Still, new_id
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_at, frame_start
from timeline_studio.workflows.media.references import reference_to
from timeline_studio.workflows.studio import Studio

STILL_DURATION = 5 * FLICKS_PER_SECOND

USUAL_RATES = (
    Fraction(24000, 1001),
    Fraction(24),
    Fraction(25),
    Fraction(30000, 1001),
    Fraction(30),
    Fraction(50),
    Fraction(60000, 1001),
    Fraction(60),
)


def describe(studio: Studio, upload: Upload) -> MediaInfo:
    """What the stored file holds. Raises MediaError or ObjectNotFound."""
    return probe(studio.media_store.fetch(upload.s3_key))


def has_sound(studio: Studio, upload_id: int) -> bool:
    with studio.reading() as uow:
        upload = uow.uploads.get(upload_id)
    return bool(describe(studio, upload).audio)


def items_for(
    studio: Studio, upload: Upload, *, rate: Fraction | None = None
) -> tuple[Item | None, Item | None]:
    """New items at time 0 that show all of `upload`: (picture, sound), linked where both are.

    With `rate`, the length is cut to whole frames of a timeline at that rate.
    """
    info = describe(studio, upload)
    name = upload.name
    if info.kind == "image":
        media = reference_to(upload)
        return Still(id=new_id(), start=0, duration=STILL_DURATION, name=name, media=media), None
    shown = info.video.duration if info.video else info.duration
    media = reference_to(upload, duration=shown)
    duration = _whole_frames(shown, rate) if rate else shown
    link = new_id() if info.video and info.audio else None

    def clip() -> Clip:
        return Clip(id=new_id(), start=0, duration=duration, name=name, media=media, link=link)

    return (clip() if info.video else None), (clip() if info.audio else None)


def _whole_frames(duration: int, rate: Fraction) -> int:
    return frame_start(max(1, frame_at(duration, rate)), rate)


def format_for(studio: Studio, upload: Upload) -> tuple[Fraction, int, int] | None:
    """The (rate, width, height) that a timeline begun with `upload` takes; None for sound."""
    info = describe(studio, upload)
    if info.video is None:
        return None
    width, height = info.video.display_width, info.video.display_height
    rate = Fraction(30) if info.kind == "image" else usual_rate(info.video.rate)
    return rate, max(2, width // 2 * 2), max(2, height // 2 * 2)


def usual_rate(rate: Fraction) -> Fraction:
    """The frame rate in common use that lies nearest."""
    return min(USUAL_RATES, key=lambda usual: abs(usual - rate))
