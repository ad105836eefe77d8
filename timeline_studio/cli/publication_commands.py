"""`space …`, `publish`, `unpublish`, `publications` and `feed`: what is shown, and where."""

from datetime import datetime
from typing import Annotated, Any

import typer

from timeline_studio.cli.context import CliContext
from timeline_studio.cli.output import Output
from timeline_studio.library import Space, SpacePublication
from timeline_studio.workflows import publications as workflow

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Slug = Annotated[str, typer.Argument(metavar="SPACE", help="The space's slug.")]
Limit = Annotated[int, typer.Option("--limit", min=1, help="At most so many.")]
Before = Annotated[
    int | None, typer.Option("--before", help="The page after the publication with this number.")
]


def add_publication_commands(app: typer.Typer, context: CliContext) -> None:
    app.add_typer(_build_spaces(context), name="space")
    _add_publish(app, context)
    _add_unpublish(app, context)
    _add_publications(app, context)
    _add_feed(app, context)


def _build_spaces(context: CliContext) -> typer.Typer:
    app = typer.Typer(help="Spaces, where productions are shown: list, add, rename, remove.")

    @app.command("list")
    def list_(*, as_json: Json = False) -> None:
        """List the spaces by name."""
        rows = workflow.list_spaces(context.open_studio())
        Output(as_json=as_json).rows(
            [{**_space_document(row.space), "published": row.published} for row in rows],
            ["slug", "name", "published"],
        )

    @app.command()
    def add(
        name: str,
        *,
        slug: Annotated[
            str | None, typer.Option(help="Its address; made of the name without this.")
        ] = None,
        kind: Annotated[str, typer.Option("--type", help="Such as channel or group.")] = "space",
        as_json: Json = False,
    ) -> None:
        """Make a space."""
        space = workflow.add_space(context.open_studio(), name, slug, kind)
        _say(space, as_json=as_json)

    @app.command()
    def rename(slug: Slug, name: str, *, as_json: Json = False) -> None:
        """Call a space otherwise; its slug stays."""
        studio = context.open_studio()
        space = workflow.rename_space(studio, workflow.find_space(studio, slug).id, name)
        _say(space, as_json=as_json)

    @app.command()
    def remove(slug: Slug, *, as_json: Json = False) -> None:
        """Remove a space in which nothing is published."""
        studio = context.open_studio()
        space = workflow.find_space(studio, slug)
        workflow.remove_space(studio, space.id)
        Output(as_json=as_json).result(_space_document(space), f"Removed the space “{space.name}”.")

    return app


def _add_publish(app: typer.Typer, context: CliContext) -> None:
    @app.command()
    def publish(
        production_id: int,
        slug: Slug,
        *,
        visibility: Annotated[
            str, typer.Option(help="inherit (the space's own), members or public.")
        ] = "inherit",
        visible_in_space: Annotated[
            bool, typer.Option("--in-space/--not-in-space", help="Show it in the space's feed.")
        ] = True,
        visible_in_global: Annotated[
            bool, typer.Option("--in-global/--not-in-global", help="Show it in everyone's feed.")
        ] = True,
        as_json: Json = False,
    ) -> None:
        """Show a completed production in a space."""
        studio = context.open_studio()
        space = workflow.find_space(studio, slug)
        publication = workflow.publish(
            studio,
            production_id,
            space.id,
            visibility=workflow.visibility_of(visibility),
            visible_in_space=visible_in_space,
            visible_in_global=visible_in_global,
        )
        Output(as_json=as_json).result(
            _publication_document(publication, space),
            f"Publication {publication.id}: production {production_id} in “{space.name}”.",
        )


def _add_unpublish(app: typer.Typer, context: CliContext) -> None:
    @app.command()
    def unpublish(publication_id: int, *, as_json: Json = False) -> None:
        """Show a publication no longer; see `publications` for its number."""
        studio = context.open_studio()
        publication = workflow.unpublish(studio, publication_id)
        Output(as_json=as_json).result(
            {"publication_id": publication.id, "status": publication.status},
            f"Publication {publication.id} is shown no longer.",
        )


def _add_publications(app: typer.Typer, context: CliContext) -> None:
    @app.command()
    def publications(
        *,
        search: Annotated[str | None, typer.Option(help="In production and space.")] = None,
        everything: Annotated[bool, typer.Option("--all", help="With unpublished ones.")] = False,
        limit: Limit = 100,
        before: Before = None,
        as_json: Json = False,
    ) -> None:
        """List what you published, newest first."""
        rows = workflow.list_publications(
            context.open_studio(),
            search=search,
            limit=limit,
            before_id=before,
            include_unpublished=everything,
        )
        Output(as_json=as_json).rows(
            [{**_publication_document(r.publication, r.space), "name": r.name} for r in rows],
            ["publication_id", "name", "space", "status", "published_at"],
        )


def _add_feed(app: typer.Typer, context: CliContext) -> None:
    @app.command()
    def feed(
        slug: Annotated[
            str | None, typer.Argument(metavar="[SPACE]", help="Without it everyone's.")
        ] = None,
        *,
        limit: Limit = workflow.FEED_PAGE,
        before: Before = None,
        as_json: Json = False,
    ) -> None:
        """List what is published in a space, or for everyone: newest first."""
        studio = context.open_studio()
        if slug is None:
            entries = workflow.global_feed(studio, limit=limit, before_id=before)
        else:
            entries = workflow.space_feed(studio, slug, limit=limit, before_id=before)
        Output(as_json=as_json).rows(
            [_entry_document(entry) for entry in entries],
            ["publication_id", "name", "space", "published_at", "output_prefix"],
        )


def _say(space: Space, *, as_json: bool) -> None:
    Output(as_json=as_json).result(_space_document(space), f"“{space.name}” ({space.slug})")


def _space_document(space: Space) -> dict[str, Any]:
    return {"space_id": space.id, "slug": space.slug, "name": space.name, "type": space.type}


def _publication_document(publication: SpacePublication, space: Space) -> dict[str, Any]:
    return {
        "publication_id": publication.id,
        "production_id": publication.production_id,
        "upload_id": publication.upload_id,
        "space": space.slug,
        "status": publication.status,
        "visibility": publication.visibility,
        "visible_in_space": publication.visible_in_space,
        "visible_in_global": publication.visible_in_global,
        "published_at": _moment(publication.published_at),
        "unpublished_at": _moment(publication.unpublished_at),
    }


def _entry_document(entry: workflow.FeedEntry) -> dict[str, Any]:
    return {
        "publication_id": entry.publication_id,
        "name": entry.name,
        "description": entry.description,
        "space": entry.space.slug,
        "visibility": entry.visibility,
        "output_prefix": entry.output_prefix,
        "production_id": entry.production.id if entry.production else None,
        "upload_id": entry.upload.id,
        "published_at": _moment(entry.published_at),
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
