"""The stored form of a timeline: JSON with a schema name, a version and migrations.

::

    {"schema": "timeline_studio.timeline", "version": 4, "timeline": {...}}

Times are ints in flicks, fractions are strings like "30000/1001".
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import msgspec

from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.validation import validate

SCHEMA = "timeline_studio.timeline"
VERSION = 4

Migration = Callable[[dict[str, Any]], dict[str, Any]]


def _from_1(fields: dict[str, Any]) -> dict[str, Any]:
    """Version 2 added caption tracks and posters; all of version 1 means what it meant."""
    return fields


def _from_2(fields: dict[str, Any]) -> dict[str, Any]:
    """Version 3 added transforms, fades, pans and keyframes; what has none means what it meant."""
    return fields


def _from_3(fields: dict[str, Any]) -> dict[str, Any]:
    """Version 4 added effects, more transitions, groups, nesting and a sound master."""
    return fields


MIGRATIONS: Mapping[int, Migration] = {1: _from_1, 2: _from_2, 3: _from_3}
"""For each version ever shipped but the newest: what makes the next one of its timeline."""


class _Document(msgspec.Struct):
    schema: str = ""
    version: int | str = 0
    timeline: msgspec.Raw = msgspec.Raw(b"")


def to_json(timeline: Timeline) -> str:
    """Raises DocumentError for a name or text that no document can hold."""
    try:
        encoded = _encoder.encode({"schema": SCHEMA, "version": VERSION, "timeline": timeline})
    except UnicodeEncodeError as error:
        raise DocumentError(
            f"{error.object[:80]!r} on the timeline is not valid Unicode: write it anew"
        ) from error
    return encoded.decode()


def from_json(
    text: str | bytes,
    *,
    version: int = VERSION,
    migrations: Mapping[int, Migration] = MIGRATIONS,
) -> Timeline:
    """The timeline of a document of this version or of any before it.

    Raises DocumentError for what is not JSON, not a timeline of ours, newer than the program,
    or breaks a rule of `validation`.
    """
    document = _decode(text)
    if document.schema != SCHEMA:
        found = document.schema or document.version or "unknown"
        raise DocumentError(
            f"This document is “{found}”, not a Timeline Studio timeline ({SCHEMA})"
        )
    if not isinstance(document.version, int) or document.version < 1:
        raise DocumentError(f"The document's version “{document.version}” is not a number from 1")
    if document.version > version:
        raise DocumentError(
            f"The document has version {document.version}; this program reads up to "
            f"{version}: open it with a newer Timeline Studio"
        )
    timeline = _timeline(document, version, migrations)
    validate(timeline)
    return timeline


def _decode(text: str | bytes) -> _Document:
    try:
        return _document_decoder.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise DocumentError(f"The document is not a timeline's JSON: {error}") from error


def _timeline(document: _Document, version: int, migrations: Mapping[int, Migration]) -> Timeline:
    try:
        if document.version == version:
            return _timeline_decoder.decode(document.timeline)
        fields = msgspec.json.decode(document.timeline, type=dict[str, Any])
        for old in range(int(document.version), version):
            fields = migrations[old](fields)
        return msgspec.convert(fields, Timeline, dec_hook=_decode_fraction)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise DocumentError(f"The document's timeline cannot be read: {error}") from error


def _encode_fraction(value: object) -> str:
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    raise NotImplementedError(f"A document cannot hold a value of type {type(value).__name__}")


def _decode_fraction(kind: type, value: object) -> Fraction:
    if kind is not Fraction or not isinstance(value, str):
        raise ValueError("expected a fraction like “30000/1001”")
    numerator, _, denominator = value.partition("/")
    try:
        return Fraction(int(numerator), int(denominator or "1"))
    except (ValueError, ZeroDivisionError):
        raise ValueError(f"“{value}” is not a fraction like “30000/1001”") from None


_encoder = msgspec.json.Encoder(enc_hook=_encode_fraction)
_document_decoder = msgspec.json.Decoder(_Document)
_timeline_decoder = msgspec.json.Decoder(Timeline, dec_hook=_decode_fraction)
