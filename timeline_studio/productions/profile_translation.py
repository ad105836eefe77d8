"""The web application's profiles, in MediaConvert's words.

Its files hold members that MediaConvert does not have, and groups that say only which outputs
they mean. Each is translated, and each translation is told, so that the file can be put right.
"""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from timeline_studio.productions.production_error import ProductionError

_SECONDS = {
    "MILLISECONDS": Fraction(1, 1000),
    "SECONDS": Fraction(1),
    "MINUTES": Fraction(60),
}
_MANIFESTS = {"HlsManifests": "WriteHlsManifest", "DashManifests": "WriteDashManifest"}
_LONGEST = 2**31 - 1


def translate_members(profile: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """(the profile as MediaConvert takes it, what was changed); `profile` itself stays.

    Raises ProductionError for a value that has no counterpart.
    """
    warnings: list[str] = []
    return _translated(profile, "", warnings), warnings


def _translated(value: Any, path: str, warnings: list[str]) -> Any:
    if isinstance(value, list):
        return [_translated(v, f"{path}[{i}]", warnings) for i, v in enumerate(value)]
    if not isinstance(value, dict):
        return value
    members = {}
    for name, member in value.items():
        inner = f"{path}.{name}".lstrip(".")
        changed = _translated(member, inner, warnings)
        translate = _TRANSLATIONS.get(name)
        if translate is not None and isinstance(changed, dict):
            changed = dict(changed)
            warnings += translate(changed, inner)
        members[name] = changed
    return members


def _frame_capture(own: dict[str, Any], path: str) -> Iterator[str]:
    """A picture every so often is a frame rate."""
    interval, units = own.pop("CaptureInterval", None), own.pop("CaptureIntervalUnits", None)
    if interval is None:
        if units is not None:
            yield f"{path}.CaptureIntervalUnits: left out, there is no CaptureInterval."
        return
    if "FramerateNumerator" in own or "FramerateDenominator" in own:
        yield f"{path}.CaptureInterval: left out, the frame rate is stated as well."
        return
    seconds = _seconds(interval, units or "SECONDS", path)
    own["FramerateNumerator"] = seconds.denominator
    own["FramerateDenominator"] = seconds.numerator
    yield (
        f"{path}.CaptureInterval: taken as FramerateNumerator {seconds.denominator} and "
        f"FramerateDenominator {seconds.numerator}."
    )


def _seconds(interval: Any, units: Any, path: str) -> Fraction:
    try:
        seconds = Fraction(str(interval)) * _SECONDS[str(units).upper()]
    except (KeyError, ValueError, ZeroDivisionError):
        seconds = Fraction(0)
    if not 0 < seconds.numerator <= _LONGEST or seconds.denominator > _LONGEST:
        raise ProductionError(
            f"{path}.CaptureInterval: “{interval} {units}” is no time between pictures. State "
            "FramerateNumerator and FramerateDenominator instead."
        )
    return seconds


def _cmaf_group(own: dict[str, Any], path: str) -> Iterator[str]:
    if "MinSegmentLength" in own:
        yield _shortest_segment(own, path)
    for name, member in _MANIFESTS.items():
        if name in own:
            yield _manifests(own, name, member, path)


def _shortest_segment(own: dict[str, Any], path: str) -> str:
    """With segments of whole groups of pictures, only the last can be too short."""
    shortest = own.pop("MinSegmentLength")
    is_length = isinstance(shortest, int | float) and shortest > 0
    if not is_length or "MinFinalSegmentLength" in own:
        return f"{path}.MinSegmentLength: left out, CMAF has no such member."
    own["MinFinalSegmentLength"] = float(shortest)
    return f"{path}.MinSegmentLength: taken as MinFinalSegmentLength {float(shortest):g}."


def _manifests(own: dict[str, Any], name: str, member: str, path: str) -> str:
    """What each manifest would hold is MediaConvert's to say; whether there is one is kept."""
    wanted = own.pop(name)
    is_wanted = bool(wanted) and wanted != "DISABLED"
    if member in own:
        return f"{path}.{name}: left out, {member} is stated as well."
    own[member] = "ENABLED" if is_wanted else "DISABLED"
    return f"{path}.{name}: taken as {member} {own[member]}."


_TRANSLATIONS: dict[str, Callable[[dict[str, Any], str], Iterator[str]]] = {
    "FrameCaptureSettings": _frame_capture,
    "CmafGroupSettings": _cmaf_group,
}


def name_groups(groups: list[Any], others: list[Any]) -> tuple[list[Any], list[str]]:
    """(`groups`, each nameless one under the names of those that it means; what was changed).

    A group means every named one, here or in `others`, that has outputs of its NameModifiers. One
    of whose outputs nobody else has any stays as it is.
    """
    named = [group for group in (*others, *groups) if _name(group) is not None]
    result: list[Any] = []
    warnings: list[str] = []
    for group in groups:
        meant = [] if _name(group) is not None else list(_meant(group, named))
        result += meant or [group]
        if meant:
            names = ", ".join(f"“{part['Name']}”" for part in meant)
            warnings.append(f"A group of OutputGroups has no Name: taken for {names}.")
    return result, warnings


def _meant(group: Any, named: list[Any]) -> Iterator[dict[str, Any]]:
    """The nameless group's part in each named one; nothing unless every output has a place."""
    modifiers: dict[str, set[str]] = {}
    for other in named:
        modifiers.setdefault(other["Name"], set()).update(_modifiers(other))
    own = _modifiers(group)
    if not own or not set(own) <= set().union(*modifiers.values()):
        return
    for name, known in modifiers.items():
        outputs = [o for o in group["Outputs"] if o["NameModifier"] in known]
        if outputs:
            yield {**group, "Name": name, "Outputs": outputs}


def _name(group: Any) -> str | None:
    name = group.get("Name") if isinstance(group, Mapping) else None
    return name if isinstance(name, str) else None


def _modifiers(group: Any) -> list[str]:
    """Of all outputs; none where one of them has none."""
    outputs = group.get("Outputs") if isinstance(group, Mapping) else None
    found = [o.get("NameModifier") for o in outputs or [] if isinstance(o, Mapping)]
    texts = [modifier for modifier in found if isinstance(modifier, str)]
    return texts if len(texts) == len(outputs or []) else []
