"""What a server says, in words for a user."""

import pymysql.err
import pytest
from sqlalchemy.exc import InterfaceError, OperationalError, ProgrammingError

from timeline_studio.library import Interrupted, LibraryError, Unreachable
from timeline_studio.library.errors import ConnectionLost
from timeline_studio.library.refusals import refusal


@pytest.mark.parametrize(
    ("number", "kind", "told"),
    [
        (1213, Interrupted, "another wrote the same"),
        (1205, Interrupted, "another wrote the same"),
        (2013, ConnectionLost, "was lost; nothing was written"),
        (1053, ConnectionLost, "was lost; nothing was written"),
        (2003, Unreachable, "cannot be reached: its words. Check the network"),
        (1045, LibraryError, "refuses this user or password"),
        (1040, LibraryError, "too many connections"),
        (1114, LibraryError, "no room left"),
        (1142, LibraryError, "Ask its owner"),
        (1290, LibraryError, "is read-only"),
        (1406, LibraryError, "Shorten it"),
    ],
)
def test_a_refusal_names_the_library_and_says_what_to_do(
    number: int, kind: type[LibraryError], told: str
) -> None:
    plain = pymysql.err.OperationalError(number, "its words")

    for error in (plain, OperationalError("SELECT 1", {}, plain)):
        words = refusal(error, "films on db:3306")
        assert type(words) is kind
        assert "library films on db:3306 " in str(words)
        assert told in str(words)


def test_a_connection_that_is_closed_already_was_lost() -> None:
    closed = pymysql.err.InterfaceError(0, "")

    assert isinstance(refusal(InterfaceError("SELECT 1", {}, closed), "films"), ConnectionLost)


def test_our_own_bugs_are_not_dressed_up() -> None:
    bug = pymysql.err.ProgrammingError(1064, "You have an error in your SQL syntax")

    assert refusal(ProgrammingError("SELEC", {}, bug), "films") is None
