"""What an export is asked for, and what came out."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import msgspec

from timeline_studio.media import Loudness
from timeline_studio.render.encoders import ENCODERS, Coding, encoder_named
from timeline_studio.render.fill_format import fill_format
from timeline_studio.render.flat import flat
from timeline_studio.render.geometry import Size, even_size
from timeline_studio.render.render_error import RenderError
from timeline_studio.render.sources import Resolve
from timeline_studio.timeline.model import Timeline

PRESETS = (
    "ultrafast",
    "superfast",
    "veryfast",
    "faster",
    "fast",
    "medium",
    "slow",
    "slower",
    "veryslow",
    "placebo",
)
_SMALLEST, _LARGEST = 16, 8192
_HIGHEST_RATE = 240


@dataclass(frozen=True)
class ExportOptions:
    """None takes the timeline's own; a width or a height alone keeps its shape. `preset` and
    `crf` are x264's, `audio_bitrate` is in bits per second. `match_source` copies what a source
    shows untouched, without encoding it again: its quality is then the source's; None does so
    where most of the film allows it; only H.264 is copied. `encoder` is FFmpeg's name of one, None
    for the best that there is: one of a graphics card only where it is among `proven`."""

    width: int | None = None
    height: int | None = None
    rate: Fraction | None = None
    preset: str = "veryfast"
    crf: float = 20
    audio_bitrate: int = 192_000
    match_source: bool | None = False
    coding: Coding = "h264"
    encoder: str | None = None
    proven: tuple[str, ...] = ()

    def check(self) -> None:
        """Raises RenderError naming what cannot be."""
        if self.preset not in PRESETS:
            raise RenderError(
                f"x264 has no preset “{self.preset}”: choose one of {', '.join(PRESETS)}."
            )
        if not 1 <= self.crf <= 51:
            raise RenderError(f"A crf of {self.crf:g} cannot be: choose 1 (best) to 51.")
        named = encoder_named(self.encoder) if self.encoder else None
        if self.encoder and (named is None or named.coding != self.coding):
            known = ", ".join(each.name for each in ENCODERS if each.coding == self.coding)
            raise RenderError(
                f"No encoder “{self.encoder}” makes {self.coding}: choose one of {known}."
            )
        if not 16_000 <= self.audio_bitrate <= 512_000:
            raise RenderError(
                f"{self.audio_bitrate} bits a second of sound cannot be: choose 16000 to 512000."
            )


@dataclass(frozen=True)
class ExportResult:
    """`duration_seconds` is the film's, `seconds` is how long making it took; `frames_reused`
    came from an earlier export, `frames_copied` from a source as they are. `encoder` is FFmpeg's
    name of the one that made it; `passed_over` says which failed before, and why. `heard` is how
    loud the decoded sound is, where the timeline asks for a loudness or a highest peak."""

    path: Path
    frames: int
    frames_reused: int
    frames_copied: int
    duration_seconds: float
    encoder: str
    seconds: float
    size_bytes: int
    passed_over: str = ""
    heard: Loudness | None = None


def as_asked(timeline: Timeline, options: ExportOptions, resolve: Resolve) -> Timeline:
    """The timeline in the size (even) and at the rate that is asked for.

    Raises RenderError where that cannot be encoded.
    """
    options.check()
    timeline = flat(fill_format(timeline, resolve), resolve)
    size = _asked_size(timeline, options)
    rate = timeline.rate if options.rate is None else options.rate
    if not all(_SMALLEST <= side <= _LARGEST for side in (size.width, size.height)):
        raise RenderError(
            f"A picture of {size.width}×{size.height} cannot be encoded: choose sides of "
            f"{_SMALLEST} to {_LARGEST} pixels."
        )
    if not 1 <= rate <= _HIGHEST_RATE:
        raise RenderError(
            f"{rate} frames per second cannot be encoded: choose 1 to {_HIGHEST_RATE}."
        )
    return msgspec.structs.replace(timeline, width=size.width, height=size.height, rate=rate)


def _asked_size(timeline: Timeline, options: ExportOptions) -> Size:
    shape = Fraction(timeline.width, timeline.height)
    width, height = options.width, options.height
    if width is None and height is not None:
        width = round(height * shape)
    elif height is None and width is not None:
        height = round(width / shape)
    return even_size(width or timeline.width, height or timeline.height)
