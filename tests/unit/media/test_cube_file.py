"""Tables of colours: what is read of .cube files, and what is told of broken ones."""

from pathlib import Path

import numpy as np
import pytest

from timeline_studio.media import MediaError
from timeline_studio.media.cube_file import read_cube

TWO = ["0 0 0", "1 0 0", "0 1 0", "1 1 0", "0 0 1", "1 0 1", "0 1 1", "1 1 1"]


def cube(folder: Path, *lines: str) -> Path:
    path = folder / "look.cube"
    path.write_text("\n".join(lines))
    return path


def test_red_runs_fastest(tmp_path: Path) -> None:
    lines = ['TITLE "Night # blue"', "# a comment", "", "LUT_3D_SIZE 2", *TWO]
    read = read_cube(cube(tmp_path, *lines))
    blue, green, red = np.indices((2, 2, 2))
    assert not read.is_by_channel
    assert (read.table == np.stack([red, green, blue], axis=-1)).all()
    assert (read_cube(cube(tmp_path, read.text())).table == read.table).all()


def test_a_table_by_channel_of_any_domain_is_read_for_0_to_1(tmp_path: Path) -> None:
    rows = [f"{step} {step} {1 - step}" for step in (0.0, 0.25, 0.5, 0.75, 1.0)]
    lines = ["LUT_1D_SIZE 5", "DOMAIN_MIN 0 0 0", "DOMAIN_MAX 2 1 1", *rows]
    read = read_cube(cube(tmp_path, *lines))
    assert read.is_by_channel
    assert read.table[:, 0] == pytest.approx([0, 0.125, 0.25, 0.375, 0.5])
    assert read.table[:, 2] == pytest.approx([1, 0.75, 0.5, 0.25, 0])


def test_the_range_that_resolve_writes_is_read(tmp_path: Path) -> None:
    lines = ["LUT_3D_SIZE 2", "LUT_3D_INPUT_RANGE -1.0 1.0", *TWO]
    read = read_cube(cube(tmp_path, *lines))
    assert read.table[0, 0, 0] == pytest.approx([0.5, 0.5, 0.5])
    assert read.table[0, 0, 1] == pytest.approx([1.0, 0.5, 0.5])


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["hello"], "line 1: “hello” is not 3 numbers"),
        ([*TWO], "line 8: there is no LUT_1D_SIZE"),
        (["LUT_3D_SIZE two"], "line 1: the size is not a number from 2 to 129"),
        (["LUT_3D_SIZE 200"], "line 1: the size"),
        (["LUT_3D_SIZE 2", *TWO[:7]], "line 8: there are 7 colours, not 8"),
        (["LUT_3D_SIZE 2", "0 0 nan", *TWO[1:]], "line 2: “0 0 nan” is not 3 numbers"),
        (["LUT_3D_SIZE 2", "", "0 0", *TWO[1:]], "line 3"),
        (["LUT_1D_SIZE 2", "LUT_3D_SIZE 2", *TWO], "line 2: a second table begins"),
        (["LUT_3D_SIZE 2", "DOMAIN_MIN 1 1 1", *TWO], "empty domain"),
    ],
)
def test_a_broken_file_is_told_by_name_and_line(
    lines: list[str], reason: str, tmp_path: Path
) -> None:
    with pytest.raises(MediaError, match=f"look.cube .*{reason}"):
        read_cube(cube(tmp_path, *lines))


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "film.cube"
    path.write_bytes(bytes(range(256)) * 10)
    with pytest.raises(MediaError, match=r"film\.cube cannot be read: line"):
        read_cube(path)
    with pytest.raises(MediaError, match="does not exist"):
        read_cube(tmp_path / "gone.cube")
