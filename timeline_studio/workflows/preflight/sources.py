"""Footage that plays, and may not look as it was meant to."""

from collections.abc import Iterator
from fractions import Fraction

from timeline_studio.media import MediaInfo, VideoStream
from timeline_studio.render.geometry import Size, even_size, fitted
from timeline_studio.timeline.model import Timeline
from timeline_studio.workflows.preflight.finding import Finding
from timeline_studio.workflows.preflight.subject import Subject

_MOST_ENLARGED = 1.5
_HDR_TRANSFERS = ("smpte2084", "arib-std-b67")  # PQ and HLG, in FFmpeg's names
_RATE_DRIFT = Fraction(1, 2000)  # what encoders' clocks are off, less than NTSC's 1/1001

Oddity = tuple[str, str]
"""A finding's code, and what to say after the media's name."""


def check_sources(subject: Subject) -> Iterator[Finding]:
    """One finding for each oddity of each media, at its first use in a picture."""
    shown = {
        item.media.url: item
        for span in reversed(subject.plan.spans)
        for item in span.items
        if hasattr(item, "media")
    }
    for url, item in shown.items():
        info = subject.info(item.media)
        if info is None:
            continue
        for code, words in oddities(info, subject.timeline):
            yield Finding(
                "warning",
                code,
                f"“{subject.sources[url].name}” {words}",
                item_id=item.id,
                time=item.start,
                media_url=url,
            )


def oddities(info: MediaInfo, timeline: Timeline | None = None) -> Iterator[Oddity]:
    """Of a media's picture; with `timeline`, of its use there too."""
    video = info.video
    if video is None:
        if timeline is not None:
            yield "no_picture", "has no picture: the screen stays black."
        return
    if info.kind != "image":
        yield from _moving(video)
    if video.width % 2 or video.height % 2:
        size = f"{video.width}×{video.height}"
        yield "odd_size", f"is {size}: its odd edge is scaled to an even one, a little softer."
    if timeline is not None:
        yield from _in_use(info, video, timeline)


def _moving(video: VideoStream) -> Iterator[Oddity]:
    if video.is_variable_rate:
        words = (
            f"has a varying frame rate (about {float(video.rate):.2f} fps): pictures are repeated "
            "or left out to keep time. Record at a constant rate where you can."
        )
        yield "variable_rate", words
    if video.is_interlaced:
        words = "is interlaced: its fields are joined to whole pictures, one for each two of them."
        yield "interlaced", words
    if video.color_transfer in _HDR_TRANSFERS:
        yield "hdr", "is HDR: it is brought to SDR, and may look paler. Look at it before sending."


def _in_use(info: MediaInfo, video: VideoStream, timeline: Timeline) -> Iterator[Oddity]:
    if not timeline.width or not timeline.height:  # it takes the size of its first picture
        return
    canvas = even_size(timeline.width, timeline.height)
    shape = Size(video.display_width, video.display_height)
    enlarged = fitted(shape, canvas).height / shape.height
    if enlarged > _MOST_ENLARGED:
        words = f"is {shape.width}×{shape.height}, shown {enlarged:.1f} times as large: it is soft."
        yield "low_resolution", words
    is_constant = info.kind == "video" and not video.is_variable_rate
    if is_constant and not _is_multiple(video.rate, timeline.rate):
        words = (
            f"has {float(video.rate):.2f} fps on a timeline of {float(timeline.rate):.2f} fps: "
            "pictures are repeated or left out unevenly."
        )
        yield "rate_mismatch", words


def _is_multiple(one: Fraction, other: Fraction) -> bool:
    """Whether each picture of one is shown for as many pictures of the other."""
    ratio = max(one, other) / min(one, other)
    return abs(ratio - round(ratio)) <= ratio * _RATE_DRIFT
