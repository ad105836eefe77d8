"""What each side keeps for the other in OTIO's metadata."""

import json
import math
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import opentimelineio as otio

OURS = "timeline_studio"
"""Key in a file's metadata: what OTIO has no word for."""
KEPT = "otio:kept"
"""Key in our metadata: what we have no word for."""
_SHADOWED = "shadowed"


class Ours:
    """Our entry in a file's metadata, read with care: others may have changed it."""

    def __init__(self, entry: Any) -> None:
        self._entry = entry if isinstance(entry, Mapping) else {}

    def __bool__(self) -> bool:
        return bool(self._entry)

    def text(self, key: str) -> str | None:
        value = self._entry.get(key)
        return value if isinstance(value, str) else None

    def flag(self, key: str) -> bool:
        return self._entry.get(key) is True

    def choice(self, key: str) -> bool | None:
        """Yes, no, or nothing said."""
        value = self._entry.get(key)
        return value if isinstance(value, bool) else None

    def number(self, key: str, default: float) -> float:
        """A finite number, or the text that stands for one (see `written_number`)."""
        value = self._entry.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            return default
        try:
            number = float(value)
        except (ValueError, OverflowError):
            return default
        return number if math.isfinite(number) else default

    def whole(self, key: str) -> int | None:
        value = self._entry.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def fraction(self, key: str) -> Fraction | None:
        try:
            return Fraction(self.text(key) or "")
        except (ValueError, ZeroDivisionError):
            return None

    def texts(self, key: str) -> list[str]:
        value = self._entry.get(key)
        return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def plain(value: Any) -> Any:
    """A value of OTIO's metadata as plain dicts, lists and scalars."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    if _is_list(value):
        return [plain(each) for each in value]
    return as_json(value)


def as_json(value: Any) -> Any:
    """An object of OTIO's as the plain JSON that stands for it."""
    return json.loads(otio.core.serialize_json_to_string(value, {}, 0))


def from_json(value: Any) -> Any:
    """The object of OTIO's that plain JSON stands for."""
    return otio.core.deserialize_json_from_string(json.dumps(value))


def read_metadata(metadata: Any) -> tuple[dict[str, Any], Ours]:
    """A file's metadata without our entry, and our entry."""
    values: dict[str, Any] = plain(metadata) or {}
    ours = values.pop(OURS, None)
    if isinstance(ours, dict) and _SHADOWED in ours:
        values[OURS] = ours[_SHADOWED]
    return values, Ours(ours)


def written_metadata(metadata: Mapping[str, Any], ours: Mapping[str, Any]) -> dict[str, Any]:
    """A file's metadata: what is in ours of others', and our entry."""
    values = {key: value for key, value in metadata.items() if key != KEPT}
    entry = dict(ours)
    if OURS in values:
        entry[_SHADOWED] = values[OURS]
    return {**values, OURS: entry} if entry else values


def written_number(number: float) -> float | str:
    """A number that comes back unchanged: OTIO's parser is exact to 15 digits, text is exact."""
    is_short = len(repr(abs(number)).strip("0.").replace(".", "")) <= 15
    is_safe = number == 0 or (is_short and 1e-4 <= abs(number) < 1e15)
    return number if is_safe else repr(number)


def with_kept(metadata: dict[str, Any], kept: Mapping[str, Any]) -> dict[str, Any]:
    """Metadata that also keeps those of the values that are there."""
    present = non_empty(kept)
    return {**metadata, KEPT: present} if present else metadata


def non_empty(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, [], {}, "")}


def kept_in(metadata: Mapping[str, Any]) -> dict[str, Any]:
    kept = metadata.get(KEPT)
    return kept if isinstance(kept, dict) else {}


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)
