"""LUTs are kept by what they hold; a timeline reads no file that it names itself."""

from pathlib import Path

import pytest

from timeline_studio.media import MediaError
from timeline_studio.timeline.edits import add_effect
from timeline_studio.timeline.effects.effect import Lut
from timeline_studio.timeline.lut_reference import lut_reference
from timeline_studio.timeline.model import Generator, MediaReference, Timeline, Track
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.workflows import Studio
from timeline_studio.workflows.luts import keep_lut
from timeline_studio.workflows.media import resolver
from timeline_studio.workflows.preflight import check_timeline
from timeline_studio.workflows.projects import create_project

NEGATIVE = "LUT_1D_SIZE 2\n1 1 1\n0 0 0\n"


@pytest.fixture
def chosen(tmp_path: Path) -> Path:
    path = tmp_path / "Negative.cube"
    path.write_text(NEGATIVE)
    return path


def test_a_lut_is_found_when_its_file_is_gone(studio: Studio, chosen: Path) -> None:
    lut = keep_lut(studio.home, chosen)
    again = keep_lut(studio.home, chosen)
    chosen.unlink()
    assert (lut, lut.name) == (again, "Negative.cube")
    assert resolver(studio)(lut_reference(lut)).parent == studio.home.luts
    assert [path.suffix for path in studio.home.luts.iterdir()] == [".cube"]


@pytest.mark.parametrize("name", ["../library.sqlite3", "ab" * 20, "", "/etc/passwd"])
def test_a_lut_that_is_not_kept_is_missing_whatever_it_names(name: str, studio: Studio) -> None:
    with pytest.raises(MediaError, match="not on this computer"):
        resolver(studio)(MediaReference(url=f"lut:{name}", name="Teal.cube"))


def test_a_broken_lut_is_not_kept(studio: Studio, chosen: Path) -> None:
    chosen.write_text("LUT_1D_SIZE 2\n1 1\n")
    with pytest.raises(MediaError, match=r"Negative\.cube .* line 2"):
        keep_lut(studio.home, chosen)
    assert not studio.home.luts.exists()


def test_a_lut_that_cannot_be_kept_is_told(studio: Studio, chosen: Path) -> None:
    studio.home.luts.parent.mkdir(parents=True, exist_ok=True)
    studio.home.luts.write_text("a file where the folder should be")
    with pytest.raises(MediaError, match="The LUT cannot be kept in"):
        keep_lut(studio.home, chosen)


def test_a_missing_lut_stops_a_send_until_it_is_removed(studio: Studio, chosen: Path) -> None:
    lut = keep_lut(studio.home, chosen)
    colour = Generator(id="red", start=0, duration=FLICKS_PER_SECOND, color="#FF0000")
    track = Track(id="V1", kind="video", items=(colour,))
    timeline = add_effect(Timeline(width=64, height=36, tracks=(track,)), ["red"], lut)

    assert _found(studio, timeline) == []
    gone = add_effect(timeline, ["red"], Lut(digest="cd" * 20, name="Teal.cube"))
    (finding,) = _found(studio, gone)

    assert (finding.severity, finding.item_id) == ("blocker", "red")
    assert "“Teal.cube” is not on this computer" in finding.message
    assert finding.fix is not None
    assert finding.fix.edit is not None
    assert finding.fix.edit(gone) == timeline


def _found(studio: Studio, timeline: Timeline):
    project = create_project(studio, "Looks", timeline)
    return [each for each in check_timeline(studio, project.id) if each.code == "lut_missing"]
