"""`open LINK` and `register-links`: what the desktop calls for `timelinestudio:` links."""

from collections.abc import Sequence
from typing import Annotated

import typer

from timeline_studio.cli.context import CliContext
from timeline_studio.cli.output import Output
from timeline_studio.workflows.links import is_link, project_of_link

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]


def with_links(arguments: Sequence[str]) -> list[str]:
    """The desktop hands a link over with nothing before it: `open` is meant."""
    given = list(arguments)
    return ["open", "--", given[0]] if given and is_link(given[0]) else given


def add_link_commands(app: typer.Typer, context: CliContext) -> None:
    @app.command("open")
    def open_(link: Annotated[str, typer.Argument(metavar="LINK")]) -> None:
        """Open a timelinestudio:// link, in the window that runs where there is one."""
        project_id = project_of_link(link)
        if not context.hand_over(link):
            raise typer.Exit(context.open_window(project_id))

    @app.command("register-links")
    def register_links(*, as_json: Json = False) -> None:
        """Have this computer open timelinestudio:// links with this program."""
        done = context.register_links()
        Output(as_json=as_json).result({"done": done}, done)
