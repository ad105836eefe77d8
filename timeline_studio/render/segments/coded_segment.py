"""The pictures of one segment, encoded, and their form on disk."""

import hashlib
from typing import Self

import msgspec

_DIGEST_BYTES = 16


class CodedPicture(msgspec.Struct, frozen=True, array_like=True):
    """One packet; they stand in decoding order. `pts` counts frames from the segment's first."""

    pts: int
    is_key: bool
    data: bytes


class CodedSegment(msgspec.Struct, frozen=True, array_like=True):
    """`extradata` holds the parameter sets, each behind a start code."""

    extradata: bytes
    pictures: tuple[CodedPicture, ...]

    def to_bytes(self) -> bytes:
        body = _encoder.encode(self)
        return _digest(body) + body

    @classmethod
    def from_bytes(cls, stored: bytes) -> Self:
        """Raises ValueError unless `stored` is, to the bit, what `to_bytes` made."""
        digest, body = stored[:_DIGEST_BYTES], stored[_DIGEST_BYTES:]
        if _digest(body) != digest:
            raise ValueError("the segment's bytes are not those that were written")
        return msgspec.msgpack.decode(body, type=cls)


def _digest(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_DIGEST_BYTES).digest()


_encoder = msgspec.msgpack.Encoder()
