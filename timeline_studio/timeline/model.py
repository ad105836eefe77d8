"""The timeline: immutable, exact, plain values.

::

    Timeline
    ├── tracks, bottom to top: Track (video, audio or caption)
    │   ├── items, sorted, never overlapping: Clip | Still | Title | Generator | Caption
    │   └── transitions, each on the cut between two touching items
    └── markers

Times and durations are ints in flicks (see `timeline.time`). What is not an item is a gap.
Words are OpenTimelineIO's.
"""

from fractions import Fraction
from functools import cached_property
from typing import Any, Literal, TypeAlias
from uuid import uuid4

import msgspec

from timeline_studio.timeline.ducking import Ducking
from timeline_studio.timeline.effects.animation import Animated
from timeline_studio.timeline.effects.effect import Effects
from timeline_studio.timeline.effects.fade import Fade
from timeline_studio.timeline.effects.transform import AS_IT_IS, BlendMode, Transform
from timeline_studio.timeline.transition_look import TransitionLook

TrackKind: TypeAlias = Literal["video", "audio", "caption"]
TRACK_KINDS: tuple[TrackKind, ...] = ("video", "audio", "caption")

CaptionPlace: TypeAlias = Literal["bottom", "middle", "top"]
CaptionAlign: TypeAlias = Literal["left", "center", "right"]


def new_id() -> str:
    """An id for an item, a track, a link: unique, and short enough for the web editor (80)."""
    return uuid4().hex


class MediaReference(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Which file a clip shows.

    `url` is `upload:<id>` for media of the library, else a `file:` URL, or a path
    relative to the document. `duration` is the media's own length in flicks, where known.
    """

    url: str
    name: str = ""
    duration: int | None = None
    metadata: dict[str, Any] = {}


class Marker(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A note on a timeline or on an item; `color` is one of OTIO's names, `RED` to `BLACK`.

    On a clip, `time` is the media's, so that the note stays on its picture; on any other item
    it counts from the item's start. `is_poster`, on a timeline, has its picture stand for the
    whole; no two have it.
    """

    id: str
    time: int
    duration: int = 0
    name: str = ""
    color: str = "GREEN"
    note: str = ""
    is_poster: bool = False
    metadata: dict[str, Any] = {}


class _Item(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type"):
    """Items of one `link` are picture and sound of each other; those of one `group` are chosen
    together."""

    id: str
    start: int
    duration: int
    name: str = ""
    enabled: bool = True
    link: str | None = None
    group: str | None = None
    markers: tuple[Marker, ...] = ()
    metadata: dict[str, Any] = {}

    @property
    def end(self) -> int:
        return self.start + self.duration


class _Shown(_Item, frozen=True, kw_only=True, omit_defaults=True):
    """What can be changed of an item's picture. The fades are of the sound on an audio track;
    effects come in their order, before the transform."""

    effects: Effects = ()
    transform: Transform = AS_IT_IS
    opacity: Animated = 1.0
    blend: BlendMode = "normal"
    fade_in: Fade | None = None
    fade_out: Fade | None = None


class Clip(_Shown, frozen=True, kw_only=True, omit_defaults=True, tag="clip"):
    """A stretch of a media file: its picture on a video track, its sound on an audio track.

    At `start` the media's time `source_start` is shown; it runs at `speed` times
    (negative: backwards; 0: a freeze frame, silent). `source_start` counts from the media's
    first presented moment. `pan` goes from -1, left, to 1, right. At another speed the sound is
    higher or lower, unless it is to `keep_pitch`.
    """

    media: MediaReference
    source_start: int = 0
    speed: Fraction = Fraction(1)
    gain_db: Animated = 0.0
    pan: Animated = 0.0
    keep_pitch: bool = True

    def source_time(self, time: int) -> int:
        """The media's time that is shown at timeline time `time`."""
        if self.speed == 1:
            return self.source_start + time - self.start
        return self.source_start + round((time - self.start) * self.speed)


class Still(_Shown, frozen=True, kw_only=True, omit_defaults=True, tag="still"):
    """An image, for as long as you like."""

    media: MediaReference


class Title(_Shown, frozen=True, kw_only=True, omit_defaults=True, tag="title"):
    """Plain text over what is below. `size` is per cent of the picture's height;
    `x`, `y` place the text's centre, 0 to 1 from the top left corner."""

    text: str
    size: float = 8.0
    color: str = "#FFFFFF"
    x: float = 0.5
    y: float = 0.5


class Generator(_Shown, frozen=True, kw_only=True, omit_defaults=True, tag="generator"):
    """A picture of one colour."""

    color: str = "#000000"


class Caption(_Item, frozen=True, kw_only=True, omit_defaults=True, tag="caption"):
    """A line or more of what is said, on a caption track: plain text, "\\n" between lines."""

    text: str
    place: CaptionPlace = "bottom"
    align: CaptionAlign = "center"


Shown: TypeAlias = Clip | Still | Title | Generator
Item: TypeAlias = Shown | Caption


class Transition(TransitionLook, frozen=True, kw_only=True, omit_defaults=True):
    """Lies over a cut: it begins `in_offset` before the cut and ends `out_offset` after.

    The incoming item supplies `in_offset` of media before its start, the outgoing one
    `out_offset` after its end (their handles); where media runs out, its edge picture holds.
    """

    id: str
    cut: int
    in_offset: int
    out_offset: int
    name: str = ""
    metadata: dict[str, Any] = msgspec.field(default_factory=dict)

    @property
    def start(self) -> int:
        return self.cut - self.in_offset

    @property
    def end(self) -> int:
        return self.cut + self.out_offset


class Track(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, dict=True):
    """One row. Hidden is for pictures and captions, muted and solo for sound, locked refuses edits.

    A caption track has a `language`, of ISO 639 in two or three letters, or "" where it is not
    known; `burned_in`, its captions are part of the picture, else they are sent beside it.
    An audio track's `gain_db` and `pan` are of all that is on it; `ducking` has it give way.

    `sync_lock`: the track follows where time is put into the film or taken out of it; None
    leaves it to the kind of track. What is looked up often is kept beside the fields.
    """

    id: str
    kind: TrackKind
    name: str = ""
    items: tuple[Item, ...] = ()
    transitions: tuple[Transition, ...] = ()
    locked: bool = False
    muted: bool = False
    hidden: bool = False
    solo: bool = False
    language: str = ""
    burned_in: bool = False
    gain_db: float = 0.0
    pan: float = 0.0
    ducking: Ducking | None = None
    sync_lock: bool | None = None
    metadata: dict[str, Any] = {}

    @property
    def end(self) -> int:
        return self.items[-1].end if self.items else 0

    @property
    def is_sync_locked(self) -> bool:
        return self.kind == "caption" if self.sync_lock is None else self.sync_lock

    @cached_property
    def places(self) -> dict[str, int]:
        """Where in `items` each id is."""
        return {item.id: place for place, item in enumerate(self.items)}

    @cached_property
    def first_of_link(self) -> dict[str, int]:
        """Where in `items` the first of each link is."""
        last = len(self.items) - 1
        backwards = enumerate(reversed(self.items))
        return {item.link: last - place for place, item in backwards if item.link}

    @cached_property
    def last_of_link(self) -> dict[str, int]:
        """Where in `items` the last of each link is."""
        return {item.link: place for place, item in enumerate(self.items) if item.link}

    def forget_places(self) -> None:
        """Let go of what was looked up: of old versions many may be kept, for undo."""
        self.__dict__.clear()

    def of_link(self, link: str) -> tuple["Item", ...]:
        """The items of this link."""
        first = self.first_of_link.get(link)
        if first is None:
            return ()
        found = self.items[first : self.last_of_link[link] + 1]
        return found if len(found) == 1 else tuple(each for each in found if each.link == link)


class Timeline(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`rate` is frames per second, exact; `width` and `height` are the picture's pixels.

    What is exported is brought to `loudness` (integrated, LUFS), where one is asked for. The
    `limiter` keeps the mix's true peak under the highest level.
    """

    name: str = ""
    rate: Fraction = Fraction(30)
    width: int = 1920
    height: int = 1080
    sample_rate: int = 48_000
    loudness: float | None = None
    limiter: bool = False
    tracks: tuple[Track, ...] = ()
    markers: tuple[Marker, ...] = ()
    metadata: dict[str, Any] = {}

    @property
    def duration(self) -> int:
        """How long it plays: until its last picture or sound ends. Captions make it no longer."""
        return max((track.end for track in self.tracks if track.kind != "caption"), default=0)

    @property
    def end(self) -> int:
        """When the last item ends, of any kind."""
        return max((track.end for track in self.tracks), default=0)

    @property
    def video_tracks(self) -> tuple[Track, ...]:
        return tuple(track for track in self.tracks if track.kind == "video")

    @property
    def audio_tracks(self) -> tuple[Track, ...]:
        return tuple(track for track in self.tracks if track.kind == "audio")

    @property
    def caption_tracks(self) -> tuple[Track, ...]:
        return tuple(track for track in self.tracks if track.kind == "caption")


def empty_timeline(*, name: str = "", rate: Fraction = Fraction(30)) -> Timeline:
    """A new project's timeline: one video track over one audio track."""
    return Timeline(
        name=name,
        rate=rate,
        tracks=(
            Track(id=new_id(), kind="video", name="V1"),
            Track(id=new_id(), kind="audio", name="A1"),
        ),
    )
