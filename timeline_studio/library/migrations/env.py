"""Alembic's entry: runs the revisions on the connection that it is given."""

from alembic import context

from timeline_studio.library.tables import Table


def run() -> None:
    """Batch mode, because SQLite cannot ALTER; it changes nothing on a server."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=Table.metadata,
        version_table=context.config.attributes["version_table"],
        render_as_batch=True,
    )
    context.run_migrations()


run()
