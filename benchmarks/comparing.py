"""One work done by several programs, in turns, and how they compare."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from measuring import Cost, Quality, run, typical

OURS = "timeline studio"
_MEGABYTE = 1e6


@dataclass(frozen=True)
class Work:
    """`runs` do it, by program; `targets` are the most of each program's wall time that ours may
    take, `most_memory` in bytes. `check` looks at what a program made last.

    Where there is a `base`, all runs are ours, and the targets are the most of its time that each
    of the others may take.
    """

    name: str
    runs: Mapping[str, Callable[[], Cost]]
    check: Callable[[str], Quality] | None = None
    targets: Mapping[str, float] = field(default_factory=dict)
    most_memory: float | None = None
    base: str | None = None


@dataclass(frozen=True)
class Found:
    """Medians, all runs, and the quality, by program."""

    work: Work
    costs: dict[str, list[Cost]]
    qualities: dict[str, Quality]

    @property
    def compared(self) -> list[str]:
        """Those that have a ratio."""
        return [name for name in self.costs if name != (self.work.base or OURS)]

    def ratio(self, name: str, of: str = "wall") -> float:
        over, under = (OURS, name) if self.work.base is None else (name, self.work.base)
        above, below = typical(self.costs[over]), typical(self.costs[under])
        return float(getattr(above, of) / getattr(below, of))

    def as_json(self) -> dict[str, Any]:
        programs = {
            name: {
                "typical": asdict(typical(costs)),
                "runs": [asdict(cost) for cost in costs],
                "quality": asdict(self.qualities[name]) if name in self.qualities else None,
            }
            for name, costs in self.costs.items()
        }
        ratios = {
            name: {
                "wall": self.ratio(name),
                "cpu": self.ratio(name, "cpu"),
                "target": self.work.targets.get(name),
            }
            for name in self.compared
        }
        return {"programs": programs, "ratios": ratios, "most_memory": self.work.most_memory}


def commands(made: Mapping[str, list[str]]) -> dict[str, Callable[[], Cost]]:
    """Runs of whole processes."""
    return {name: (lambda command=command: run(command)) for name, command in made.items()}


def compare(work: Work, repeat: int) -> Found:
    """One program after the other, `repeat` times."""
    costs: dict[str, list[Cost]] = {name: [] for name in work.runs}
    for turn in range(repeat):
        for name, once in work.runs.items():
            costs[name].append(once())
            last = costs[name][-1]
            print(
                f"{work.name}, run {turn + 1}, {name}: {last.wall:.2f} s, {last.cpu:.2f} s CPU",
                flush=True,
            )
    check = work.check
    qualities = {} if check is None else {name: check(name) for name in work.runs}
    return Found(work, costs, qualities)


def print_table(found: list[Found]) -> None:
    heads = ["work", "program", "wall s", "CPU s", "peak MB", "SSIM", "size MB", "wrong"]
    heads += ["wall ratio", "target", "CPU ratio"]
    rows = [heads]
    for each in found:
        rows += [_cells(each, name) for name in each.costs]
    widths = [max(len(row[index]) for row in rows) for index in range(len(heads))]
    for row in rows:
        cells = [
            cell.ljust(width) if index < 2 else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        print("  ".join(cells))


def _cells(found: Found, name: str) -> list[str]:
    """Ours tells how much memory it may take; a peer, what ours takes of its time."""
    cost, quality = typical(found.costs[name]), found.qualities.get(name)
    memory = f"{cost.peak_memory / _MEGABYTE:.0f}"
    most = found.work.most_memory
    if name == OURS and most is not None:
        memory += f" of {most / _MEGABYTE:.0f}"
    cells = [found.work.name, name, f"{cost.wall:.2f}", f"{cost.cpu:.2f}", memory]
    if quality is None:
        cells += ["-", "-", "-"]
    else:
        cells += [f"{quality.ssim:.4f}", f"{quality.size_bytes / _MEGABYTE:.2f}"]
        cells += [str(quality.wrong_frames)]
    if name not in found.compared:
        return [*cells, "-", "-", "-"]
    target = found.work.targets.get(name)
    cells += [f"{found.ratio(name):.3f}", "-" if target is None else f"{target:.2f}"]
    return [*cells, f"{found.ratio(name, 'cpu'):.3f}"]
