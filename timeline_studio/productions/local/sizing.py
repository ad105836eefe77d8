"""A plan held against its source: frame rate, pictures, and which rungs are worth making."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from timeline_studio.media import MediaInfo, VideoStream
from timeline_studio.productions.local.geometry import Layout, Size, lay_out, never_upscaled
from timeline_studio.productions.local.plan import Capture, Ladder, Plan, Rung, SoundOutput
from timeline_studio.productions.production_error import ProductionError
from timeline_studio.timeline.time import frame_count

_FASTEST = 60
# below it a whole number of pictures can miss a GOP of 2 s by more than a tenth
_SLOWEST = 5
_USUAL_RATES = (Fraction(24), Fraction(25), Fraction(30), Fraction(50), Fraction(60))


@dataclass(frozen=True)
class SizedRung:
    """`rung` with the picture that it comes to."""

    rung: Rung
    layout: Layout


@dataclass(frozen=True)
class SizedLadder:
    ladder: Ladder
    rungs: tuple[SizedRung, ...]
    segment_seconds: Fraction


@dataclass(frozen=True)
class Cutting:
    """Where segments end: every `segment_seconds`, and at the picture's end. With `joins_end`
    the last one is too short to stand alone, and joins the one before it."""

    segment_seconds: Fraction
    picture_seconds: Fraction
    joins_end: bool = False

    @property
    def longest_seconds(self) -> Fraction:
        if self.joins_end:
            return self.segment_seconds + self.picture_seconds % self.segment_seconds
        return min(self.segment_seconds, self.picture_seconds)


@dataclass(frozen=True)
class Sized:
    """All that is to be made of `source`: `frames` pictures at `rate`, `size` when upright and
    square-pixelled, after `turn` degrees clockwise."""

    source: Path
    turn: int
    size: Size
    rate: Fraction
    frames: int
    has_sound: bool
    ladders: tuple[SizedLadder, ...]
    captures: tuple[Capture, ...]

    @property
    def seconds(self) -> Fraction:
        return self.frames / self.rate

    def sounds(self, ladder: Ladder) -> tuple[SoundOutput, ...]:
        """The renditions of sound alone; a source without sound has none."""
        return ladder.sounds if self.has_sound else ()

    def cutting(self, ladder: SizedLadder) -> Cutting:
        end = self.seconds % ladder.segment_seconds
        joins_end = self.seconds > ladder.segment_seconds and 0 < end < ladder.ladder.shortest_end
        return Cutting(ladder.segment_seconds, self.seconds, joins_end=joins_end)


def size_up(plan: Plan, info: MediaInfo) -> Sized:
    """Raises ProductionError when the source has no picture, or outputs ask for what is not
    possible together."""
    video = info.video
    if video is None or info.kind != "video":
        raise ProductionError(f"{info.path} has no moving picture: only video becomes HLS.")
    rate = _common_rate(plan, video)
    turn = video.rotation if plan.rotate is None else plan.rotate
    size = _upright_size(video, turn)
    return Sized(
        source=info.path,
        turn=turn,
        size=size,
        rate=rate,
        frames=max(1, frame_count(video.duration, rate)),
        has_sound=bool(info.audio),
        ladders=tuple(_sized_ladder(ladder, size, rate) for ladder in plan.ladders),
        captures=plan.captures,
    )


def output_rate(video: VideoStream) -> Fraction:
    """The source's own rate; a varying one becomes the next usual rate; over 60 is halved, under
    5 doubled."""
    rate = video.rate
    if video.is_variable_rate:
        rate = next((usual for usual in _USUAL_RATES if usual >= rate), rate)
    while rate > _FASTEST:
        rate /= 2
    while rate < _SLOWEST:
        rate *= 2
    return rate


def _common_rate(plan: Plan, video: VideoStream) -> Fraction:
    """Pictures are decoded once for all rungs, so all have one rate."""
    asked = {rung.picture.rate for ladder in plan.ladders for rung in ladder.rungs}
    if len(asked) > 1:
        raise ProductionError("The local transcoder makes all outputs at one frame rate.")
    wanted = next(iter(asked), None)
    if wanted is not None and wanted > _FASTEST:
        raise ProductionError(f"The frame rate {float(wanted):g} is over {_FASTEST}.")
    return wanted or output_rate(video)


def _upright_size(video: VideoStream, turn: int) -> Size:
    """The probe's display size is that after the file's own rotation."""
    size = video.display_width, video.display_height
    differs = (turn - video.rotation) % 180 != 0
    return (size[1], size[0]) if differs else size


def _sized_ladder(ladder: Ladder, source: Size, rate: Fraction) -> SizedLadder:
    rungs = tuple(
        SizedRung(rung, lay_out(source, rung.frame))
        for rung in never_upscaled(source, ladder.rungs)
    )
    gops = {sized.rung.picture.gop_frames(rate) for sized in rungs}
    if len(gops) > 1:
        raise ProductionError(
            f"The renditions of {ladder.place.folder} have GOPs of different lengths, "
            "so their segments cannot be aligned: give all one GopSize."
        )
    gop = gops.pop() / rate
    return SizedLadder(ladder, rungs, max(1, round(ladder.segment_seconds / gop)) * gop)
