"""Run a command line: exit code 0, or 1 with one clear line on standard error."""

import logging
import sys
from collections.abc import Sequence

import typer

from timeline_studio.errors import StudioError

log = logging.getLogger(__name__)


def run_cli(app: typer.Typer, arguments: Sequence[str]) -> int:
    command = typer.main.get_command(app)
    try:
        result = command.main(
            args=list(arguments), prog_name="timeline-studio", standalone_mode=False
        )
    except StudioError as error:
        return _fail(str(error))
    except typer.TyperException as error:  # the words of the command line are wrong
        return _fail(f"{_words(error)} See “timeline-studio --help”.")
    except (KeyboardInterrupt, typer.Abort):
        return _fail("Cancelled.")
    except Exception as error:
        log.exception("A command ended with a bug")
        return _fail(f"Internal error: {type(error).__name__}: {error}. Please report it.")
    return result if isinstance(result, int) else 0


def _words(error: typer.TyperException) -> str:
    message: str = getattr(error, "format_message", error.__str__)()
    return message.rstrip(".") + "."


def _fail(message: str) -> int:
    print(" ".join(message.split()), file=sys.stderr)  # noqa: T201
    return 1
