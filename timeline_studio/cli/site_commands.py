"""`site write` and `site serve`: what is published as a folder of pages, or on this computer."""

from pathlib import Path
from typing import Annotated

import typer

from timeline_studio.cli.context import CliContext
from timeline_studio.cli.output import Output
from timeline_studio.cli.waiting import until_interrupted
from timeline_studio.workflows.site import serve_site, write_site

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]


def build_sites(context: CliContext) -> typer.Typer:
    app = typer.Typer(help="Watch pages: write them for a web server, or serve them here.")

    @app.command()
    def write(
        folder: Annotated[Path, typer.Argument(metavar="FOLDER")],
        *,
        space: Annotated[
            str | None, typer.Option(metavar="SLUG", help="Only what is published there.")
        ] = None,
        members: Annotated[
            bool, typer.Option("--members", help="With what only the space's members may see.")
        ] = False,
        as_json: Json = False,
    ) -> None:
        """Write a static site; again: only what changed."""
        studio = context.open_studio()
        output = Output(as_json=as_json)
        with output.progress() as report:
            site = write_site(studio, folder, space_slug=space, members=members, progress=report)
        left_out = "".join(f"\nLeft out: {name}" for name in site.left_out)
        output.result(
            {
                "index": str(site.index),
                "videos": site.videos,
                "copied": site.copied,
                "unchanged": site.unchanged,
                "removed": site.removed,
                "left_out": list(site.left_out),
            },
            f"{site.index}: {_videos(site.videos)}, {site.copied} files copied, "
            f"{site.unchanged} unchanged, {site.removed} removed{left_out}",
        )

    @app.command()
    def serve(
        *,
        port: Annotated[int, typer.Option(min=0, max=65535, help="0: a free one.")] = 0,
        browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
        as_json: Json = False,
    ) -> None:
        """Serve the pages of all productions on this computer, until Ctrl+C."""
        with serve_site(context.open_studio(), port=port) as url:
            Output(as_json=as_json).result({"url": url}, f"Watch at {url} (Ctrl+C ends it)")
            if browser:
                typer.launch(url)
            until_interrupted()

    return app


def _videos(count: int) -> str:
    return "1 video" if count == 1 else f"{count} videos"
