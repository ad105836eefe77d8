"""What the database says, in words for a user."""

import sqlite3

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from timeline_studio.library.refusals import refusal


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("database is locked", "is busy"),
        ("database or disk is full", "Free some space"),
        ("attempt to write a readonly database", "Make it writable"),
        ("unable to open database file", "Check that its folder is there"),
        ("disk I/O error", "Check the disk"),
        ("database disk image is malformed", "is damaged"),
    ],
)
def test_a_refusal_names_the_library_and_says_what_to_do(said: str, told: str) -> None:
    plain = sqlite3.OperationalError(said)

    for error in (plain, OperationalError("SELECT 1", {}, plain)):
        words = refusal(error, "/home/me/library.sqlite3")
        assert words is not None
        assert str(words).startswith("The library /home/me/library.sqlite3 ")
        assert told in str(words)
        assert "\n" not in str(words)


@pytest.mark.parametrize(
    "bug",
    [
        ValueError("database is locked"),
        OperationalError("SELECT x", {}, sqlite3.OperationalError("no such column: x")),
        IntegrityError("INSERT", {}, sqlite3.IntegrityError("UNIQUE constraint failed")),
    ],
)
def test_our_own_bugs_are_not_dressed_up(bug: Exception) -> None:
    assert refusal(bug, "library") is None
