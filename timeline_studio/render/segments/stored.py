"""What a cache keeps: values whose bytes tell whether they are still whole."""

import hashlib
from typing import Self

import msgspec

_DIGEST_BYTES = 16


class Stored(msgspec.Struct, frozen=True, array_like=True):
    def to_bytes(self) -> bytes:
        body = _encoder.encode(self)
        return _digest(body) + body

    @classmethod
    def from_bytes(cls, stored: bytes) -> Self:
        """Raises ValueError unless `stored` is, to the bit, what `to_bytes` made."""
        digest, body = stored[:_DIGEST_BYTES], stored[_DIGEST_BYTES:]
        if _digest(body) != digest:
            raise ValueError("the bytes are not those that were written")
        return msgspec.msgpack.decode(body, type=cls)


def _digest(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_DIGEST_BYTES).digest()


_encoder = msgspec.msgpack.Encoder()
