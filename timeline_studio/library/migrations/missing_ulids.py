"""ULIDs for productions that are older than them."""

import sqlalchemy as sa
from alembic import op

from timeline_studio.library.migrations.steps import is_nullable
from timeline_studio.library.ulids import UlidSequence

BATCH = 500

_productions = sa.table(
    "productions",
    sa.column("id", sa.BigInteger()),
    sa.column("ulid", sa.String()),
    sa.column("updated_at"),
)


def fill_missing_ulids() -> None:
    """On a server in batches of their own transactions, oldest first: after a crash, the next run
    goes on. On SQLite in the upgrade's one transaction."""
    if not is_nullable("productions", "ulid"):
        return
    ulids = UlidSequence()
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        while fill_batch(connection, ulids, BATCH):
            pass
        return
    with connection.engine.connect() as own:
        while fill_batch(own, ulids, BATCH):
            own.commit()


def fill_batch(connection: sa.Connection, ulids: UlidSequence, size: int) -> int:
    """How many productions got theirs, within the caller's transaction."""
    ids = connection.scalars(_without_ulid().limit(size).with_for_update()).all()
    for production_id in ids:
        connection.execute(
            sa.update(_productions)
            .where(_productions.c.id == production_id)
            # as it was, or the web application's ON UPDATE would move it
            .values(ulid=ulids.next(), updated_at=_productions.c.updated_at)
        )
    return len(ids)


def _without_ulid() -> sa.Select[int]:
    missing = sa.or_(_productions.c.ulid.is_(None), _productions.c.ulid == "")
    return sa.select(_productions.c.id).where(missing).order_by(_productions.c.id)
