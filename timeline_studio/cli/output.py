"""What a command says: one JSON document, or lines and tables for people."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table


class Report(Protocol):
    """Told how far work has come: 0 to 1, and what is being done."""

    def __call__(self, fraction: float, stage: str, message: str = "") -> None: ...


class Output:
    """Standard output belongs to the result, standard error to progress and trouble."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json

    def result(self, document: Any, text: str) -> None:
        """Print `document` as JSON where that was asked for, else `text`."""
        print(json.dumps(document, ensure_ascii=False) if self.as_json else text)  # noqa: T201

    def rows(self, documents: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
        """Print all of `documents` as JSON, else their `columns` as a table."""
        if self.as_json:
            self.result(list(documents), "")
            return
        table = Table(*columns, box=None, pad_edge=False)
        for document in documents:
            table.add_row(*("" if document[c] is None else str(document[c]) for c in columns))
        Console().print(table if documents else "Nothing yet.")

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
