"""What a MariaDB or MySQL server refused, by the number of its error.

Source: https://mariadb.com/docs/server/reference/error-codes/mariadb-error-code-reference
"""

from pymysql.err import InterfaceError, MySQLError  # type: ignore[import-untyped]

from timeline_studio.library.errors import (
    ConnectionLost,
    Interrupted,
    LibraryError,
    Unreachable,
)

# Deadlock; lock wait timeout; changed since the snapshot; rolled back by another node's commit.
_TAKEN_BACK = {1213, 1205, 1020, 1047}
# Shut down, killed, gone away, lost during the query, aborted, idle for too long.
_LOST = {1053, 1927, 2006, 2013, 1184, 4031, 0}
_CANNOT_CONNECT = {2002, 2003, 2005, 2026, 2055}

# 3140 and 4025 are MySQL's and MariaDB's words for JSON that is none.
_ADVICE = {
    1040: "is busy: its server has too many connections. Try again later",
    1203: "is busy: this user has too many connections. Try again later",
    1226: "is busy: this user has used up what the server grants. Try again later",
    1044: "refuses this user. Ask its owner for the right to use this database",
    1045: "refuses this user or password. Check both in the library's address",
    1698: "refuses this user or password. Check both in the library's address",
    1142: "refuses this. Ask its owner for the right to read and write these tables",
    1143: "refuses this. Ask its owner for the right to read and write these columns",
    1227: "refuses this. Ask its owner for the right to do it",
    1049: "does not exist. Check its name in the address, or ask the server's owner to make it",
    1290: "cannot be written: its server is read-only. Ask the server's owner",
    1792: "cannot be written: its server is read-only. Ask the server's owner",
    1836: "cannot be written: its server is read-only. Ask the server's owner",
    1021: "cannot be written: its server's disk is full. Ask the server's owner to free some space",
    1114: "cannot be written: its server has no room left. Ask the server's owner for more",
    1153: "cannot take so much at once. Ask the server's owner for a larger max_allowed_packet",
    1366: "cannot keep a name or text that is not valid Unicode. Rename it, then try again",
    3140: "cannot keep a name or text that is not valid Unicode. Rename it, then try again",
    4025: "cannot keep a name or text that is not valid Unicode. Rename it, then try again",
    1406: "cannot keep a name or text that is so long. Shorten it, then try again",
}


def server_refusal(refused: BaseException | None, library: str) -> LibraryError | None:
    """The words; None for a bug of ours, or no server's error.

    The server's own words are repeated only where there is no connection: none has the password.
    """
    if not isinstance(refused, MySQLError):
        return None
    number = _number(refused)
    if number in _CANNOT_CONNECT:
        return Unreachable(
            f"The library {library} cannot be reached: {refused.args[-1]}. "
            "Check the network and the address, then try again."
        )
    if number in _LOST or isinstance(refused, InterfaceError):
        return ConnectionLost(
            f"The connection to the library {library} was lost; nothing was written. Try again."
        )
    if number in _TAKEN_BACK:
        return Interrupted(
            f"The library {library} is busy: another wrote the same; nothing was written. "
            "Try again."
        )
    advice = _ADVICE.get(number)
    return None if advice is None else LibraryError(f"The library {library} {advice}.")


def _number(refused: BaseException) -> int:
    first = refused.args[0] if refused.args else -1
    return first if isinstance(first, int) else -1
