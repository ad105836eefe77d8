"""One preset: a JSON document with a schema, checked as it is read."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, Literal

import msgspec

from timeline_studio.errors import StudioError
from timeline_studio.render import ExportOptions
from timeline_studio.render.deliverables import DELIVERY_FORMATS, DeliveryOptions
from timeline_studio.render.encoders import X264, Coding

_SIDES = (16, 8192)


class PresetError(StudioError):
    """A preset that there is not, or that cannot be read or written."""


class ExportPreset(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """None takes the timeline's own; a width or a height alone keeps its shape. `preset` and `crf`
    are x264's, `audio_bitrate` is in bits a second, `rate` a fraction such as `30000/1001`.
    `match_source` None copies where most of the film allows it. `coding` is that of an MP4's
    pictures, `encoder` FFmpeg's name of the one that makes them, None for the best that there is.
    Only an `mp4` is kept in the library; the others are saved as files."""

    name: str
    about: str = ""
    format: Literal["mp4", "prores", "m4a", "wav", "gif", "png"] = "mp4"
    width: int | None = None
    height: int | None = None
    rate: str | None = None
    preset: str = "veryfast"
    crf: float = 20
    audio_bitrate: int = 192_000
    match_source: bool | None = None
    coding: Coding = "h264"
    encoder: str | None = None
    order: int = 1000
    schema: Literal["timeline-studio/export-preset"] = "timeline-studio/export-preset"
    version: Literal[1] = 1

    @classmethod
    def read(cls, document: bytes, source: str) -> "ExportPreset":
        """Raises PresetError, naming `source`, for anything that cannot be exported with."""
        try:
            preset = msgspec.json.decode(document, type=cls)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise PresetError(
                f"The export preset {source} cannot be read ({error}). Correct it, or delete it."
            ) from error
        preset.check(source)
        return preset

    @classmethod
    def of_json(cls, told: dict[str, Any]) -> "ExportPreset":
        """From a job, into which it came whole."""
        return msgspec.convert(told, type=cls)

    def as_json(self) -> dict[str, Any]:
        told: dict[str, Any] = msgspec.to_builtins(self)
        return told

    def document(self) -> bytes:
        whole = {"schema": self.schema, "version": self.version, **self.as_json()}
        return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"

    def check(self, source: str) -> None:
        """Raises PresetError."""
        wrong = [
            f"its {name} is {side}, and has to lie between {_SIDES[0]} and {_SIDES[1]}"
            for name, side in (("width", self.width), ("height", self.height))
            if side is not None and not _SIDES[0] <= side <= _SIDES[1]
        ]
        if not self.name.strip():
            wrong.append("it has no name")
        try:
            rate = self.frame_rate
        except (ValueError, ZeroDivisionError):
            wrong.append(f"its rate “{self.rate}” is no number of frames a second")
        else:
            if rate is not None and not 1 <= rate <= 240:
                wrong.append(f"its rate is {self.rate}, and has to lie between 1 and 240")
        try:
            ExportOptions(
                preset=self.preset,
                crf=self.crf,
                audio_bitrate=self.audio_bitrate,
                coding=self.coding,
                encoder=self.encoder,
            ).check()
        except StudioError as error:
            wrong.append(str(error).rstrip("."))
        if wrong:
            reasons = "; ".join(wrong)
            raise PresetError(f"The export preset {source} cannot be used: {reasons}.")

    @property
    def frame_rate(self) -> Fraction | None:
        return None if self.rate is None else Fraction(self.rate)

    @property
    def is_kept(self) -> bool:
        """Whether what it makes is an export of the library."""
        return self.format == "mp4"

    @property
    def is_master(self) -> bool:
        """Whether a send may take what it makes: the timeline as it is, and well."""
        asked = (self.width, self.height, self.rate)
        is_whole = self.is_kept and asked == (None, None, None)
        return is_whole and self.coding == "h264" and self.crf <= _MASTER_CRF

    @property
    def is_segmented(self) -> bool:
        """Whether it is made of segments that are kept: then it can be rendered ahead."""
        return self.is_kept and self.coding == "h264" and self.encoder in {None, X264.name}

    @property
    def suffix(self) -> str:
        return ".mp4" if self.format == "mp4" else DELIVERY_FORMATS[self.format][0]

    def options(self, proven: Iterable[str] = ()) -> ExportOptions:
        """Of an MP4; `proven` are the encoders of graphics cards that may be taken unasked."""
        return ExportOptions(
            width=self.width,
            height=self.height,
            rate=self.frame_rate,
            preset=self.preset,
            crf=self.crf,
            audio_bitrate=self.audio_bitrate,
            match_source=self.match_source,
            coding=self.coding,
            encoder=self.encoder,
            proven=tuple(proven),
        )

    def delivery(self, time: int = 0) -> DeliveryOptions:
        """Of all others; `time`, in flicks, is that of a still."""
        if self.format == "mp4":
            raise ValueError("an MP4 is exported, not delivered")
        return DeliveryOptions(
            format=self.format,
            width=self.width,
            height=self.height,
            rate=self.frame_rate,
            audio_bitrate=self.audio_bitrate,
            time=time,
        )


_MASTER_CRF = 20
