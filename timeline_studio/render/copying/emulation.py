"""Emulation prevention: what looks like a start code is parted by a 3 (H.264, 7.4.1)."""

import re

_ALIKE = re.compile(rb"\x00\x00(?=[\x00-\x03])")


def unescaped(payload: bytes) -> bytes:
    return payload.replace(b"\x00\x00\x03", b"\x00\x00")


def escaped(payload: bytes) -> bytes:
    made = _ALIKE.sub(b"\x00\x00\x03", payload)
    return made + b"\x03" if made.endswith(b"\x00") else made  # a unit never ends with a zero
