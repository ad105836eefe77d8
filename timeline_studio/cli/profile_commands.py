"""`profiles`: what a send can be made as."""

from typing import Annotated

import typer

from timeline_studio.cli.context import CliContext
from timeline_studio.cli.output import Output
from timeline_studio.workflows.profiles import known_profiles

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]


def add_profile_commands(app: typer.Typer, context: CliContext) -> None:
    @app.command()
    def profiles(*, as_json: Json = False) -> None:
        """List the profiles for “send --profile”: the program's and your own."""
        documents = [row.document() for row in known_profiles(context.open_studio())]
        Output(as_json=as_json).rows(documents, ["profile", "about", "problem"])
