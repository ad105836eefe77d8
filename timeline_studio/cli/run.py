"""Run a command line: exit code 0, or 1 with one clear line on standard error."""

import logging
import sys
from collections.abc import Sequence

import typer

from timeline_studio.cli.link_commands import with_links
from timeline_studio.cli.output import abandon_output
from timeline_studio.errors import StudioError

log = logging.getLogger(__name__)


def run_cli(app: typer.Typer, arguments: Sequence[str]) -> int:
    """The exit code."""
    try:
        return _invoke(app, arguments)
    except StudioError as error:
        return _fail(str(error))
    except typer.TyperException as error:  # the words of the command line are wrong
        return _fail(f"{_words(error)} See “timeline-studio --help”.")
    except (KeyboardInterrupt, typer.Abort):
        return _fail("Cancelled.")
    except Exception as error:
        log.exception("A command ended with a bug")
        return _fail(f"Internal error: {type(error).__name__}: {error}. Please report it.")


def _invoke(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Typer's own `main` is passed by: it ends Ctrl+C without a word."""
    command = typer.main.get_command(app)
    try:
        with command.make_context("timeline-studio", with_links(arguments)) as caller:
            command.invoke(caller)
    except typer.Exit as end:
        return end.exit_code
    except BrokenPipeError:  # who reads standard output has enough
        abandon_output()
        return 1
    return 0


def _words(error: typer.TyperException) -> str:
    message: str = getattr(error, "format_message", error.__str__)()
    return message.rstrip(".") + "."


def _fail(message: str) -> int:
    print(" ".join(message.split()), file=sys.stderr)  # noqa: T201
    return 1
