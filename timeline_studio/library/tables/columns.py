"""Column types with one meaning on SQLite, MariaDB and MySQL."""

from typing import Any

from sqlalchemy import (
    CHAR,
    JSON,
    BigInteger,
    DateTime,
    Enum,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Text,
)
from sqlalchemy.dialects import mysql
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeEngine, UserDefinedType

_MYSQL = ("mysql", "mariadb")

REVISION_TABLE = "timeline_studio_revision"
"""Its one row says how far the tables came."""

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uniq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


# Without it SQLite gives the id of a deleted last row to the next one, and a timeline or a
# thumbnail that names the old row would show the new one.
IDS_ARE_NEVER_REUSED = {"sqlite_autoincrement": True}


class Table(DeclarativeBase):
    """Every table of the library; the names of columns are those of the web application."""

    metadata = MetaData(naming_convention=NAMING_CONVENTION)


class _NativeJson(UserDefinedType[str]):
    """JSON on the server, text in Python: the document is neither parsed nor written anew."""

    cache_ok = True

    def get_col_spec(self, **_options: Any) -> str:
        return "JSON"


def row_id() -> TypeEngine[int]:
    """BIGINT UNSIGNED; on SQLite the INTEGER that numbers rows by itself."""
    return (
        BigInteger()
        .with_variant(mysql.BIGINT(unsigned=True), *_MYSQL)
        .with_variant(Integer(), "sqlite")
    )


def moment() -> TypeEngine[Any]:
    """Naive UTC with microseconds."""
    return DateTime().with_variant(mysql.DATETIME(fsp=6), *_MYSQL)


def tiny() -> TypeEngine[int]:
    return SmallInteger().with_variant(mysql.TINYINT(unsigned=True), *_MYSQL)


def flag() -> TypeEngine[int]:
    return SmallInteger().with_variant(mysql.TINYINT(), *_MYSQL)


def one_of(name: str, *words: str) -> Enum:
    """ENUM on the server, a checked VARCHAR on SQLite; `name` is the column's."""
    return Enum(*words, name=name, create_constraint=True, validate_strings=True)


def json_object() -> TypeEngine[Any]:
    """A dict in Python; None is SQL's NULL."""
    return JSON(none_as_null=True)


def json_text() -> TypeEngine[str]:
    """A JSON document that Python holds as text."""
    return Text().with_variant(_NativeJson(), *_MYSQL)


def words(length: int) -> String:
    return String(length)


def fixed(length: int) -> CHAR:
    return CHAR(length)


def many_bytes() -> TypeEngine[bytes]:
    """Up to 4 GiB on a server, whose plain BLOB ends at 64 KiB."""
    return LargeBinary().with_variant(mysql.LONGBLOB(), *_MYSQL)
