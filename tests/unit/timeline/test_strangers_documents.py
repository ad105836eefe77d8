"""Documents made to harm: each is refused in words, at once."""

import json
from pathlib import Path

import pytest

from timeline_studio.timeline.captions.files import read_captions
from timeline_studio.timeline.document import SCHEMA, VERSION, from_json
from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.nesting import is_nested_deeper
from timeline_studio.timeline.otio import read_otio

DEEP = 200_000


@pytest.mark.parametrize("version", [1, VERSION])
@pytest.mark.parametrize(("opened", "closed"), [("[", "]"), ('{"a":', "}")])
def test_a_document_that_is_nested_without_end_is_refused(
    version: int, opened: str, closed: str
) -> None:
    head = f'{{"schema": "{SCHEMA}", "version": {version}, "timeline": '
    with pytest.raises(DocumentError):
        from_json(head + opened * DEEP + "1" + closed * DEEP + "}")


@pytest.mark.parametrize(
    "format_",
    [
        {"width": 10**9, "height": 1080},
        {"width": 1920, "height": 16_386},
        {"sample_rate": 10**12},
        {"rate": "1" * 5000 + "/1"},
        {"rate": "25/0"},
    ],
)
def test_a_format_that_no_computer_can_show_is_refused(format_: dict[str, object]) -> None:
    timeline = {"rate": "25/1", "width": 1920, "height": 1080, "tracks": [], **format_}
    document = {"schema": SCHEMA, "version": VERSION, "timeline": timeline}
    with pytest.raises(DocumentError):
        from_json(json.dumps(document))


@pytest.mark.parametrize(
    "nested",
    [
        '{"OTIO_SCHEMA": "Timeline.1", "metadata": ' + '{"a":' * DEEP + "1" + "}" * DEEP + "}",
        '{"OTIO_SCHEMA": "Stack.1", "children": [' * DEEP + "]}" * DEEP,
        "[" * DEEP,
    ],
    ids=["metadata", "stacks", "never closed"],
)
def test_an_interchange_file_that_is_nested_without_end_is_refused(
    tmp_path: Path, nested: str
) -> None:
    path = tmp_path / "deep.otio"
    path.write_text(nested, encoding="utf-8")
    with pytest.raises(DocumentError, match="nested more than"):
        read_otio(path)


def test_hours_of_five_thousand_digits_are_no_time() -> None:
    text = f"1\n{'9' * 5000}:00:01,000 --> 00:00:02,000\nwords\n"
    with pytest.raises(DocumentError, match="no captions"):
        read_captions(text.encode(), "long.srt")


@pytest.mark.parametrize(
    ("text", "is_deeper"),
    [
        ("", False),
        ("[[[1]]]", False),
        ("[[[[1]]]]", True),
        ('{"a": [{"b": 1}, {"c": [] }]}', True),
        ('{"a": [{"b": 1}, {"c": 2}]}', False),
        ('["[[[[", "\\"[[[["]', False),
        ("[[[[[[[", True),
    ],
)
def test_depth_is_that_of_lists_and_objects_not_of_words(text: str, is_deeper: bool) -> None:
    assert is_nested_deeper(text, 3) is is_deeper
