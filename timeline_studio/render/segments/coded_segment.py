"""The pictures of one segment, encoded, and their form on disk."""

import hashlib
from typing import Self

import msgspec

_DIGEST_BYTES = 16


class CodedPicture(msgspec.Struct, frozen=True, array_like=True):
    """One packet. `pts` and `dts` are frame numbers from the segment's first picture on; `dts`
    begins below 0 where pictures are reordered."""

    pts: int
    dts: int
    is_key: bool
    data: bytes


class CodedSegment(msgspec.Struct, frozen=True, array_like=True):
    """`extradata` holds the parameter sets: segments that share them may be joined."""

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
