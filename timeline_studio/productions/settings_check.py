"""Job settings held against MediaConvert's own service model, as botocore ships it.

botocore is imported where settings are checked: a tenth of a second that no other command spends.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from botocore.model import Shape, StructureShape

from timeline_studio.productions.production_error import ProductionError

# the model states the range of a double in its shape's name only: __doubleMinNegative59Max0
_DOUBLE_RANGE = re.compile(r"__doubleMin(Negative)?(\d+)(?:Max(Negative)?(\d+))?$")
# botocore looks at minima only: the walk at all ranges
_WALKED_TOO = ("Invalid value", "Invalid length")


def validate_settings(settings: dict[str, Any]) -> None:
    """Raises ProductionError with the path of every member that MediaConvert would refuse."""
    from botocore.validate import ParamValidator  # noqa: PLC0415

    request = _create_job_shape()
    # wrapped as in the request, so that botocore's own paths begin with “Settings” too
    report = ParamValidator().validate({"Role": "any", "Settings": settings}, request)
    lines = report.generate_report().splitlines()
    problems = [_shortened(line) for line in lines if not line.startswith(_WALKED_TOO)]
    if not problems:  # the walk relies on right names and types
        shape = request.members["Settings"]
        problems = [*_walk(settings, shape, "Settings"), *_rate_control(settings)]
    if problems:
        raise ProductionError("MediaConvert refuses these job settings. " + " ".join(problems))


def known_languages() -> list[str]:
    """The ISO 639-2 codes, in capitals, that MediaConvert has a name for."""
    selector = _create_job_shape().members["Settings"].members["Inputs"].member  # type: ignore[attr-defined]
    shape = selector.members["CaptionSelectors"].value.members["LanguageCode"]
    languages: list[str] = shape.metadata["enum"]
    return languages


@cache
def _create_job_shape() -> "StructureShape":
    """Read once: parsing the model takes some 40 ms."""
    from botocore.session import get_session  # noqa: PLC0415

    model = get_session().get_service_model("mediaconvert")
    return cast("StructureShape", model.shape_for("CreateJobRequest"))


def _shortened(line: str) -> str:
    """Without botocore's list of every member that there is."""
    return line.split(", must be one of:", maxsplit=1)[0].strip() + "."


def _walk(value: Any, shape: Any, path: str) -> Iterator[str]:
    if shape.type_name == "structure":
        for name, member in value.items():
            yield from _walk(member, shape.members[name], f"{path}.{name}")
    elif shape.type_name == "list":
        for index, entry in enumerate(value):
            yield from _walk(entry, shape.member, f"{path}[{index}]")
    elif shape.type_name == "map":
        for name, entry in value.items():
            yield from _walk(entry, shape.value, f"{path}.{name}")
    elif shape.type_name == "string":
        yield from _check_text(value, shape, path)
    elif shape.type_name in {"integer", "long", "double", "float"}:
        yield from _check_number(value, shape, path)


def _check_text(value: str, shape: "Shape", path: str) -> Iterator[str]:
    choices = shape.metadata.get("enum")
    if choices and value not in choices:
        yield f"{path}: {value} is none of {', '.join(choices[:12])}."
    shortest, longest = shape.metadata.get("min"), shape.metadata.get("max")
    if longest is not None and len(value) > longest:
        yield f"{path}: longer than {longest} characters."
    if shortest is not None and len(value) < shortest:
        yield f"{path}: shorter than {shortest} characters."
    pattern = shape.metadata.get("pattern")
    if pattern and not re.search(pattern, value):
        yield f"{path}: “{value}” does not match {pattern}."


def _check_number(value: float, shape: "Shape", path: str) -> Iterator[str]:
    low, high = _bounds(shape)
    if low is not None and value < low:
        yield f"{path}: {value} is under {low}."
    if high is not None and value > high:
        yield f"{path}: {value} is over {high}."


def _bounds(shape: "Shape") -> tuple[float | None, float | None]:
    found = _DOUBLE_RANGE.match(shape.name)
    if not found:
        return shape.metadata.get("min"), shape.metadata.get("max")
    low = int(found[2]) * (-1 if found[1] else 1)
    high = int(found[4]) * (-1 if found[3] else 1) if found[4] else None
    return low, high


def _rate_control(settings: dict[str, Any]) -> Iterator[str]:
    """QVBR needs `MaxBitrate` and takes no `Bitrate`: a rule that the model does not state."""
    for i, group in enumerate(settings.get("OutputGroups", [])):
        for j, output in enumerate(group.get("Outputs", [])):
            codec = output.get("VideoDescription", {}).get("CodecSettings", {})
            h264 = codec.get("H264Settings", {})
            if h264.get("RateControlMode") != "QVBR":
                continue
            path = (
                f"Settings.OutputGroups[{i}].Outputs[{j}]"
                ".VideoDescription.CodecSettings.H264Settings"
            )
            if "MaxBitrate" not in h264:
                yield f"{path}.MaxBitrate: QVBR needs it."
            if "Bitrate" in h264:
                yield f"{path}.Bitrate: QVBR takes MaxBitrate only."
