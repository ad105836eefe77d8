"""From a profile to job settings: its tokens replaced, its outputs in the production's folder."""

import re
from collections.abc import Iterator
from typing import Any

from timeline_studio.productions.production_error import ProductionError

_DATE = re.compile(r"\d{4}-\d{2}/\d{2}")
_PLACE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:/|file:|[a-z]:\\|[/\\]|\.\.)", re.IGNORECASE)
_PATH_PART = re.compile(r"[A-Za-z0-9_-]+")


def output_prefix(date: str, asset_id: str, ulid: str) -> str:
    """`YYYY-MM/DD/<asset id>/<ulid>/`: all outputs of one production. `date` is `YYYY-MM/DD`."""
    if not _DATE.fullmatch(date):
        raise ProductionError(f"“{date}” is not a date like 2026-11/21.")
    for part in (asset_id, ulid):
        if not _PATH_PART.fullmatch(part):
            raise ProductionError(f"“{part}” cannot be part of an output's key.")
    return f"{date}/{asset_id}/{ulid}/"


def build_job_settings(
    profile: dict[str, Any],
    *,
    input_uri: str,
    output_bucket: str,
    date: str,
    asset_id: str,
    production_ulid: str,
) -> dict[str, Any]:
    """The profile's `Settings`, ready to be validated and submitted.

    Raises ProductionError when an output would land outside the production's own folder, or
    something else than the input be read; what else is wrong is `validate_settings`'s to say.
    """
    settings = profile.get("Settings")
    if not isinstance(settings, dict):
        raise ProductionError("The profile has no “Settings”.")
    prefix = output_prefix(date, asset_id, production_ulid)
    tokens = {
        "INPUT_URI": input_uri,
        "OUTPUT_BUCKET": output_bucket,
        "DATE_YYYY_MM_DD": date,
        "ASSET_ID": asset_id,
        "PRODUCTION_ULID": production_ulid,
    }
    # one pass, so that a token's value is never taken for a token
    pattern = re.compile("|".join(tokens))
    replaced: dict[str, Any] = _replace(settings, pattern, tokens)
    home = f"s3://{output_bucket}/{prefix}"
    for destination in destinations(replaced):
        if not destination.startswith(home) or ".." in destination.split("/"):
            raise ProductionError(
                f"The profile writes to {destination}, outside {home}: let its Destination begin "
                "with s3://OUTPUT_BUCKET/DATE_YYYY_MM_DD/ASSET_ID/PRODUCTION_ULID/."
            )
    for place in _places(replaced):
        if place != input_uri and not place.startswith(home):
            raise ProductionError(
                f"The profile reads or writes {place}: let it name only INPUT_URI, and what lies "
                f"below {home}."
            )
    return replaced


def _places(value: Any) -> Iterator[str]:
    """Every address in the settings, whatever member it is in."""
    if isinstance(value, str) and _PLACE.match(value):
        yield value
    for entry in _entries(value):
        yield from _places(entry)


def destinations(settings: dict[str, Any]) -> Iterator[str]:
    """Where each output group writes, in order; what has not the shape of a group is skipped."""
    for group in _entries(settings.get("OutputGroups")):
        for member in _entries(_member(group, "OutputGroupSettings")):
            destination = _member(member, "Destination")
            if destination is not None:
                yield str(destination)


def _entries(value: Any) -> list[Any]:
    """The entries of a list, the members of an object, of anything else none."""
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _member(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else None


def _replace(value: Any, pattern: re.Pattern[str], tokens: dict[str, str]) -> Any:
    if isinstance(value, str):
        return pattern.sub(lambda match: tokens[match[0]], value)
    if isinstance(value, list):
        return [_replace(entry, pattern, tokens) for entry in value]
    if isinstance(value, dict):
        return {key: _replace(member, pattern, tokens) for key, member in value.items()}
    return value
