"""The tables' history is told by the names of its files."""

import re
from pathlib import Path

import pytest

from timeline_studio.library import migrations
from timeline_studio.library.revisions import newest_revision

SCRIPTS = sorted((Path(migrations.__file__).parent / "versions").glob("r*.py"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_file_is_named_by_its_revision_and_follows_the_one_before(script: Path) -> None:
    number = int(script.name[1:5])
    named = re.compile(r'^(revision|down_revision) = "(\d{4})"$', re.MULTILINE)
    found = dict(named.findall(script.read_text()))
    assert found["revision"] == f"{number:04}"
    assert found.get("down_revision") == (f"{number - 1:04}" if number > 1 else None)


def test_the_newest_is_the_last() -> None:
    assert newest_revision() == SCRIPTS[-1].name[1:5] == f"{len(SCRIPTS):04}"
