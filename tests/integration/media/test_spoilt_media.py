"""Spoilt media is read, or refused in words that name the file: in a process that may die."""

from pathlib import Path

from media_fuzz import fuzz

_DEADLINE = 120.0
"""Seconds for one file: it takes a hundredth of one."""


def test_spoilt_media_neither_hangs_nor_crashes_nor_goes_unnamed(tmp_path: Path) -> None:
    assert fuzz(tmp_path, range(76), _DEADLINE) == {}
