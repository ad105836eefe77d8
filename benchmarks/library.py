"""How long the first page of each list takes in a large library.

python -m benchmarks.library                                  a new SQLite file
python -m benchmarks.library mysql+pymysql://me@host/empty    a server's empty database
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.big_library import USER, fill
from timeline_studio.library import Library, UnitOfWork

UPLOADS, PRODUCTIONS = 100_000, 10_000
PAGE = 100
_TIMES = 15

LISTS: dict[str, Callable[[UnitOfWork], object]] = {
    "uploads": lambda work: work.uploads.list_sources(limit=PAGE),
    "uploads, next page": lambda work: work.uploads.list_sources(limit=PAGE, before_id=50_000),
    "uploads, only sound": lambda work: work.uploads.list_sources(["audio"], limit=PAGE),
    "uploads by name": lambda work: work.uploads.list_sources(search="take 4711.", limit=PAGE),
    "exports": lambda work: work.uploads.list_exports(limit=PAGE),
    "exports, next page": lambda work: work.uploads.list_exports(limit=PAGE, before_id=50_000),
    "productions": lambda work: work.productions.list(limit=PAGE),
    "productions, next page": lambda work: work.productions.list(limit=PAGE, before_id=5_000),
    "uploads counted": lambda work: work.uploads.count_sources(),
    "exports counted": lambda work: work.uploads.count_exports(),
    "productions counted": lambda work: work.productions.count(),
    "projects": lambda work: work.projects.list(),
}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        address = sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{Path(folder) / 'library.db'}"
        fill(address, uploads=UPLOADS, productions=PRODUCTIONS)
        with Library.open(address) as library:
            print(f"{library.name}: {UPLOADS:,} uploads, {PRODUCTIONS:,} productions")
            for name, ask in LISTS.items():
                print(f"  {name:<24} {1000 * _median(library, ask):7.1f} ms")


def _median(library: Library, ask: Callable[[UnitOfWork], object]) -> float:
    """Seconds, a transaction of its own each time, as a panel asks."""
    times = []
    for _ in range(_TIMES):
        began = time.perf_counter()
        with library.unit_of_work(USER, read_only=True) as work:
            ask(work)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


if __name__ == "__main__":
    main()
