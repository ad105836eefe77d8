"""The pictures of one segment, encoded."""

import msgspec

from timeline_studio.render.segments.stored import Stored


class CodedPicture(msgspec.Struct, frozen=True, array_like=True):
    """One packet; they stand in decoding order. `pts` counts frames from the segment's first."""

    pts: int
    is_key: bool
    data: bytes


class CodedSegment(Stored, frozen=True, array_like=True):
    """`extradata` holds the parameter sets, each behind a start code."""

    extradata: bytes
    pictures: tuple[CodedPicture, ...]
