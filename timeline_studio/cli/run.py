"""Run a command line: exit code 0, or 1 with one clear line on standard error."""

import logging
import sys
from collections.abc import Sequence

import click
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
    except click.UsageError as error:
        hint = f" See “{error.ctx.command_path} --help”." if error.ctx else ""
        return _fail(error.format_message() + hint)
    except (KeyboardInterrupt, click.Abort):
        return _fail("Cancelled.")
    except click.ClickException as error:
        return _fail(error.format_message())
    except Exception as error:
        log.exception("A command ended with a bug")
        return _fail(f"Internal error: {type(error).__name__}: {error}. Please report it.")
    return result if isinstance(result, int) else 0


def _fail(message: str) -> int:
    print(" ".join(message.split()), file=sys.stderr)  # noqa: T201
    return 1
