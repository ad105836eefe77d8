"""Where a library may live: a SQLite file, or a database of a MariaDB or MySQL server."""

import re
from pathlib import Path
from typing import Any

from sqlalchemy import URL, make_url
from sqlalchemy.exc import SQLAlchemyError

from timeline_studio.library.errors import LibraryError

DEFAULT_PORT = 3306

_SERVERS = {"mysql+pymysql", "mariadb+pymysql"}
_FORMS = "sqlite:///<file> or mysql+pymysql://<user>:<password>@<host>/<database>"
# What an address may ask of the driver. Others could make it read files or run statements.
_SERVER_OPTIONS = {"charset", "ssl", "ssl_ca", "ssl_cert", "ssl_key", "ssl_check_hostname"}


def library_url(where: str | Path) -> URL:
    """Raises LibraryError, which never shows the password."""
    if isinstance(where, Path):
        return URL.create("sqlite", database=str(where))
    url = _parsed(where)
    if url is None:
        raise LibraryError(f"“{_harmless(where)}” is not the address of a library. Use {_FORMS}.")
    if url.drivername in _SERVERS:
        return _checked(url)
    if url.get_backend_name() != "sqlite" or url.database in {None, "", ":memory:"}:
        raise LibraryError(f"“{_harmless(where)}” cannot hold a library. Use {_FORMS}.")
    return url


def with_password(address: str, password: str | None) -> str:
    """A server's address with the password that is kept apart from it."""
    url = library_url(address)
    if password is None or not is_server(url):
        return address
    return url.set(password=password).render_as_string(hide_password=False)


def is_server(url: URL) -> bool:
    return url.get_backend_name() != "sqlite"


def shown(url: URL) -> str:
    """The file, or `database on host:port`: what messages call the library."""
    if is_server(url):
        return f"{url.database} on {url.host}:{url.port or DEFAULT_PORT}"
    return str(Path(url.database or ""))


def option(url: URL, name: str) -> str | None:
    """The last value of `name` in the address's query."""
    value: Any = url.query.get(name)
    return value if value is None or isinstance(value, str) else value[-1]


def _parsed(address: str) -> URL | None:
    """None, and no error that would show the password, where it is no address."""
    try:
        return make_url(address)
    except (SQLAlchemyError, ValueError):
        return None


def _checked(url: URL) -> URL:
    """As one dialect, for SQLAlchemy finds out by itself which server it is."""
    if not url.database or not url.host:
        raise LibraryError(f"The library's address names no host or no database. Use {_FORMS}.")
    unknown = sorted(set(url.query) - _SERVER_OPTIONS)
    if unknown:
        raise LibraryError(
            f"The address of the library {shown(url)} has options that are not allowed: "
            f"{', '.join(unknown)}. Use only {', '.join(sorted(_SERVER_OPTIONS))}."
        )
    return url.set(drivername="mysql+pymysql")


def _harmless(address: str) -> str:
    """Of a server's only what kind it is: a mistyped one may have its password anywhere."""
    return re.sub(r"^(?!sqlite:)([^:]*://).+", r"\1…", address, flags=re.DOTALL)
