"""What a command says: one JSON document, or lines and tables for people."""

import io
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from timeline_studio.errors import StudioError

_WIDEST = 10_000


class OutputError(StudioError):
    """Standard output takes no more."""


class Report(Protocol):
    """Told how far work has come: 0 to 1, and what is being done."""

    def __call__(self, fraction: float, stage: str, message: str = "") -> None: ...


class Output:
    """Standard output belongs to the result, standard error to progress and trouble."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json

    def result(self, document: Any, text: str) -> None:
        """Print `document` as JSON where that was asked for, else `text`.

        The JSON is plain ASCII: it says the same in every encoding.
        """
        _print(json.dumps(document) if self.as_json else text)

    def rows(self, documents: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
        """Print all of `documents` as JSON, else their `columns` as a table."""
        if self.as_json:
            self.result(list(documents), "")
            return
        table = Table(*columns, box=None, pad_edge=False)
        for document in documents:
            table.add_row(*("" if document[c] is None else str(document[c]) for c in columns))
        text = io.StringIO()
        screen = Console()
        # Nothing is cut off for a pipe or a file: it has no edge.
        width = screen.width if screen.is_terminal else _WIDEST
        Console(file=text, width=width).print(table if documents else "Nothing yet.")
        _print(text.getvalue().rstrip("\n"))

    @contextmanager
    def progress(self) -> Iterator[Report]:
        """A bar on standard error, where that is a terminal."""
        console = Console(stderr=True)
        bar = Progress(
            TextColumn("{task.description:<24}"),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not sys.stderr.isatty(),
        )
        with bar:
            task = bar.add_task("Starting", total=1.0)

            def report(fraction: float, stage: str, message: str = "") -> None:
                bar.update(task, completed=fraction, description=message or stage)

            yield report


def abandon_output() -> None:
    """Drop what standard output did not take: the interpreter would try again at its end."""
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _print(text: str) -> None:
    """At once: who reads a pipe may wait for it. Raises OutputError, or BrokenPipeError."""
    try:
        print(text, flush=True)  # noqa: T201
    except BrokenPipeError:
        raise
    except OSError as error:
        abandon_output()
        raise OutputError(
            f"Cannot write to standard output: {error.strerror or error}. Send it elsewhere."
        ) from error
