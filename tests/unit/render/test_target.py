"""The file beside the file."""

import errno
from pathlib import Path

import pytest

from timeline_studio.render import RenderError
from timeline_studio.render.target import partial_file, put_in_place, write_refusal


def test_the_old_file_is_there_until_the_new_one_is_whole(tmp_path: Path) -> None:
    out = tmp_path / "film.mp4"
    out.write_bytes(b"old")
    with partial_file(out) as partial:
        partial.write_bytes(b"new")
        assert out.read_bytes() == b"old"
        put_in_place(partial, out)
    assert out.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [out]


def test_a_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    def give_up() -> None:
        with partial_file(tmp_path / "film.mp4") as partial:
            partial.write_bytes(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        give_up()
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    out = tmp_path / "nowhere" / "film.mp4"
    with pytest.raises(RenderError, match=r"no folder .*nowhere"), partial_file(out):
        pass


def test_a_folder_is_no_file_name(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="is a folder"), partial_file(tmp_path):
        pass


def test_a_place_that_cannot_be_written_is_named() -> None:
    out = Path("/proc/film.mp4")
    with pytest.raises(RenderError, match=r"/proc"), partial_file(out):
        pass


def test_a_file_that_vanished_is_not_put_in_place(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match=r"film\.mp4"):
        put_in_place(tmp_path / "film.mp4.partial", tmp_path / "film.mp4")


def test_a_full_disk_says_what_is_needed_and_what_is_free(tmp_path: Path) -> None:
    error = OSError(errno.ENOSPC, "No space left on device")
    told = write_refusal(tmp_path / "film.mp4", error, written=30_000_000, done=0.25)
    assert "needs about 120 MB" in str(told)
    assert str(tmp_path) in str(told)
    assert "are free" in str(told)


def test_a_full_disk_before_anything_is_written_has_no_estimate(tmp_path: Path) -> None:
    error = OSError(errno.EDQUOT, "Quota exceeded")
    told = write_refusal(tmp_path / "film.mp4", error, written=0, done=0.0)
    assert "needs" not in str(told)
    assert "No room" in str(told)
