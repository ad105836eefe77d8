"""Profiles: MediaConvert job settings in JSON files that extend one another.

Any object may hold `$extends`, a name or a list of names below the profiles' folder. The parents
are merged from left to right, then the object itself on top. Objects merge member by member;
`OutputGroups` merge by `Name` and `Outputs` by `NameModifier`; every other list is replaced.

The web application's own files load too: what MediaConvert does not have is translated.
"""

import json
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline_studio.productions.production_error import ProductionError
from timeline_studio.productions.profile_translation import name_groups, translate_members
from timeline_studio.timeline.nesting import is_nested_deeper

EXTENDS = "$extends"
_DEEPEST = 64
"""Lists and objects in one another: MediaConvert's own settings have some twenty."""
_MERGED_BY = {"OutputGroups": "Name", "Outputs": "NameModifier"}
_LONGEST_NAME = 200
_NAME = re.compile(r"[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*")

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ReadProfile:
    """`profile` still has its tokens; `warnings` say, a line each, what was translated."""

    profile: dict[str, Any]
    warnings: tuple[str, ...]


def list_profiles(*folders: Path) -> list[str]:
    """The names that `load_profile` takes. Parts to extend lie in folders below."""
    return sorted({path.stem for folder in folders for path in folder.glob("*.json")})


def load_profile(name: str, *folders: Path) -> dict[str, Any]:
    """The profile with all that it extends, still with its tokens. Translations are logged. What
    lies in an earlier folder goes before what has the same name in a later one.

    Raises ProductionError: no such profile or parent, a circle, not JSON, a nameless list entry.
    """
    read = read_profile(name, *folders)
    for warning in read.warnings:
        _log.warning("Profile “%s”: %s", name, warning)
    return read.profile


def read_profile(name: str, *folders: Path) -> ReadProfile:
    """As `load_profile`, with what was translated."""
    warnings: list[str] = []
    profile, translations = translate_members(_Loader(folders, warnings).load(name, ()))
    return ReadProfile(profile, tuple(dict.fromkeys(warnings + translations)))


class _Loader:
    """Reads each file once, however often it is extended: a chain of doubled parents would
    otherwise take for ever."""

    def __init__(self, folders: Sequence[Path], warnings: list[str]) -> None:
        self._folders = folders
        self._warnings = warnings
        self._loaded: dict[str, dict[str, Any]] = {}

    def load(self, name: str, chain: tuple[str, ...]) -> dict[str, Any]:
        """The profile with its parents; `chain` are the names of those that extend it."""
        if name in chain:
            circle = " → ".join((*chain[chain.index(name) :], name))
            raise ProductionError(f"Profiles extend one another in a circle: {circle}.")
        if name not in self._loaded:
            content = _read(name, self._folders, chain)
            self._loaded[name] = self._resolve(content, (*chain, name))
        return self._loaded[name]

    def _resolve(self, value: Any, chain: tuple[str, ...]) -> Any:
        """`value` without any `$extends`."""
        if isinstance(value, list):
            return [self._resolve(entry, chain) for entry in value]
        if not isinstance(value, dict):
            return value
        own = {key: self._resolve(member, chain) for key, member in value.items() if key != EXTENDS}
        merged: dict[str, Any] = {}
        for parent in _parents(value, chain[-1]):
            merged = _merge(merged, self.load(parent, chain), chain[-1], self._warnings)
        return _merge(merged, own, chain[-1], self._warnings)


def _read(name: str, folders: Sequence[Path], chain: tuple[str, ...]) -> dict[str, Any]:
    path = _find(name, folders)
    if path is None:
        wanted_by = f", which profile “{chain[-1]}” extends" if chain else ""
        places = " or ".join(str(folder) for folder in folders)
        known = ", ".join(filter(_NAME.fullmatch, list_profiles(*folders))) or "none"
        raise ProductionError(
            f"There is no profile “{name}”{wanted_by}, in {places}. Profiles there: {known}. Their "
            "names have letters, digits, “-” and “_” only."
        )
    try:
        text = path.read_text("utf-8")
        if is_nested_deeper(text, _DEEPEST):
            raise ProductionError(f"The profile {path} is nested more than {_DEEPEST} deep.")
        content = json.loads(text)
    except (OSError, ValueError) as error:
        raise ProductionError(f"Cannot read the profile {path}: {error}.") from error
    if not isinstance(content, dict):
        raise ProductionError(f"The profile {path} must hold one JSON object.")
    return content


def _find(name: str, folders: Sequence[Path]) -> Path | None:
    if len(name) > _LONGEST_NAME or not _NAME.fullmatch(name):
        return None
    paths = (folder / f"{name}.json" for folder in folders)
    return next((path for path in paths if path.is_file()), None)


def _parents(value: dict[str, Any], profile: str) -> list[str]:
    parents = value.get(EXTENDS, [])
    parents = [parents] if isinstance(parents, str) else parents
    if not isinstance(parents, list) or not all(isinstance(name, str) for name in parents):
        raise ProductionError(
            f"“{EXTENDS}” in profile “{profile}” must be a name or a list of names."
        )
    return parents


def _merge(
    below: dict[str, Any], above: dict[str, Any], profile: str, warnings: list[str]
) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        under = below.get(key)
        if isinstance(value, dict) and isinstance(under, dict):
            merged[key] = _merge(under, value, profile, warnings)
        elif key in _MERGED_BY and isinstance(value, list) and isinstance(under, list):
            merged[key] = _merge_named(under, value, key, profile, warnings)
        else:
            merged[key] = value
    return merged


def _merge_named(
    below: list[Any], above: list[Any], key: str, profile: str, warnings: list[str]
) -> list[dict[str, Any]]:
    """A nameless entry is refused, unless its outputs say which groups it means: it would
    silently become one more group or output."""
    if key == "OutputGroups":
        (below, told_below), (above, told_above) = (
            name_groups(below, above),
            name_groups(above, below),
        )
        warnings += told_below + told_above
    merged: dict[str, dict[str, Any]] = {}
    for entry in (*below, *above):
        name = entry.get(_MERGED_BY[key]) if isinstance(entry, dict) else None
        if not isinstance(name, str):
            raise ProductionError(
                f"Every entry of {key} in profile “{profile}” needs a {_MERGED_BY[key]}, "
                "so that it can be merged with what the profile extends."
            )
        merged[name] = _merge(merged.get(name, {}), entry, profile, warnings)
    return list(merged.values())
