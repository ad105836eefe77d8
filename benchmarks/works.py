"""The works that are compared: which films, which commands, which targets."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import composite
import cut_list
import ladder
import melt
import peer
from comparing import OURS, Work, commands
from cut_list import Cut
from long_film import long_film
from measuring import Cost, Expected, Quality, quality, run, run_export
from msgspec.structs import replace
from sources import RATE, Source, make_sources

from timeline_studio.timeline.document import to_json
from timeline_studio.timeline.model import Timeline, Title, Track
from timeline_studio.timeline.time import frame_start

_HERE = Path(__file__).resolve().parent
_SPANS = 10
_LONG_CLIPS = 500


@dataclass(frozen=True)
class Bench:
    """Where films are made, how long they are, and the peers that there are."""

    folder: Path
    seconds: int
    cuts: int
    ffmpeg: str | None
    melt: str | None

    def sources(self, seconds: int) -> list[Source]:
        return make_sources(self.folder / "sources", seconds)

    def short_sources(self) -> list[Source]:
        return self.sources(max(10, self.seconds // 3))

    def file(self, work: str, program: str) -> Path:
        return self.folder / f"{work}-{program.replace(' ', '-')}.mp4"

    def written(self, work: str, timeline: Timeline) -> Path:
        path = self.folder / f"{work}.json"
        path.write_text(to_json(timeline), "utf-8")
        return path

    def ours(self, work: str, film: Path, *more: str) -> list[str]:
        out = str(self.file(work, OURS))
        return [sys.executable, str(_HERE / "export.py"), str(film), out, *more]

    def looked_at(self, work: str, program: str, expected: Expected) -> Quality:
        return quality(self.file(work, program), expected)


def cuts(bench: Bench) -> Iterator[Work]:
    film = cut_list.cut_list(bench.short_sources(), bench.seconds, bench.cuts)
    made = {OURS: bench.ours("cuts", bench.written("cuts", cut_list.timeline_of(film)))}
    if bench.ffmpeg:
        made["ffmpeg"] = peer.cuts_command(bench.ffmpeg, film, bench.file("cuts", "ffmpeg"))
    if bench.melt:
        made["melt"] = melt.cuts_command(bench.melt, film, bench.file("cuts", "melt"))
    expected = cut_list.expected_of(film)
    yield Work(
        f"{bench.cuts} cuts, encoded",
        commands(made),
        lambda program: bench.looked_at("cuts", program, expected),
        {"ffmpeg": 0.97, "melt": 0.72},
    )


def layers(bench: Bench) -> Iterator[Work]:
    film = composite.composite(bench.short_sources(), bench.seconds, bench.folder / "layers")
    made = {OURS: bench.ours("layers", bench.written("layers", composite.timeline(film)))}
    if bench.ffmpeg:
        out = bench.file("layers", "ffmpeg")
        made["ffmpeg"] = peer.composite_command(bench.ffmpeg, film, out)
    if bench.melt:
        made["melt"] = melt.composite_command(bench.melt, film, bench.file("layers", "melt"))
    expected = composite.expected_of(film)
    yield Work(
        "cross-fades, logo, title, PiP, music",
        commands(made),
        lambda program: bench.looked_at("layers", program, expected),
        {"ffmpeg": 0.68, "melt": 0.75},
        most_memory=0.6e9,
    )


def copied(bench: Bench) -> Iterator[Work]:
    """Beside ffmpeg, which encodes all of it."""
    film = cut_list.cut_list(bench.short_sources(), bench.seconds, bench.cuts)
    yield _copied(bench, f"{bench.cuts} cuts, copied", "copied", film, 0.35)


def trimmed(bench: Bench) -> Iterator[Work]:
    film = [Cut(bench.sources(bench.seconds + 2)[0], 17, bench.seconds * RATE)]
    yield _copied(bench, "one source trimmed, copied", "trimmed", film, 0.12)


def _copied(bench: Bench, name: str, work: str, film: list[Cut], target: float) -> Work:
    path = bench.written(work, cut_list.timeline_of(film))
    made = {OURS: bench.ours(work, path, "--copy")}
    if bench.ffmpeg:
        made["ffmpeg"] = peer.cuts_command(bench.ffmpeg, film, bench.file(work, "ffmpeg"))
    expected = cut_list.expected_of(film)
    return Work(
        name,
        commands(made),
        lambda program: bench.looked_at(work, program, expected),
        {"ffmpeg": target},
    )


def reused(bench: Bench) -> Iterator[Work]:
    """Exports beside the first one: after one of ten titles changed, and of what was rendered
    ahead. Without the start of a process, as a worker that is there does them."""
    film = cut_list.cut_list(bench.short_sources(), bench.seconds, _SPANS - 1)
    expected = cut_list.expected_of(film)
    first = bench.written("titled", _titled(film, changed=None))
    changed = bench.written("changed", _titled(film, changed=_SPANS // 2))
    cache, ahead = bench.folder / "segments", bench.folder / "ahead"

    def first_export() -> Cost:
        shutil.rmtree(cache, ignore_errors=True)
        return run_export(bench.ours("first", first, "--cache", str(cache)))

    def second_export() -> Cost:
        return run_export(bench.ours("changed", changed, "--cache", str(cache)))

    def export_after_ahead() -> Cost:
        shutil.rmtree(ahead, ignore_errors=True)
        command = bench.ours("ahead", first, "--cache", str(ahead))
        run([*command, "--ahead"])
        return run_export(command)

    runs = {
        "the first export": first_export,
        "one title changed": second_export,
        "rendered ahead": export_after_ahead,
    }
    files = dict(zip(runs, ("first", "changed", "ahead"), strict=True))
    yield Work(
        f"again, {_SPANS} spans",
        runs,
        lambda program: bench.looked_at(files[program], OURS, expected),
        {"one title changed": 0.15, "rendered ahead": 0.05},
        base="the first export",
    )


def _titled(film: list[Cut], *, changed: int | None) -> Timeline:
    """A title over each clip, low enough to leave the stamps alone."""
    titles, at = [], 0
    for index, cut in enumerate(film):
        start = frame_start(at, RATE)
        at += cut.frames
        titles.append(
            Title(
                id=f"title-{index}",
                start=start,
                duration=frame_start(at, RATE) - start,
                text=f"Chapter {index + 1}{' again' if index == changed else ''}",
                y=0.9,
                size=5,
            )
        )
    timeline = cut_list.timeline_of(film)
    above = Track(id="titles", kind="video", items=tuple(titles))
    return replace(timeline, tracks=(timeline.tracks[0], above, timeline.tracks[1]))


def rungs(bench: Bench) -> Iterator[Work]:
    """Four rungs of HLS, beside one command of ffmpeg that does the same."""
    source = bench.sources(bench.seconds)[0]
    made = ladder.ladder_commands(bench.folder, source, bench.ffmpeg)
    numbers = [source.first_number + number for number in range(source.frames)]
    expected = Expected(numbers, {source.first_number: source.path})
    yield Work(
        "HLS in four rungs",
        commands({name: each.command for name, each in made.items()}),
        lambda program: made[program].quality(expected),
        {"ffmpeg": 0.93},
    )


def memory(bench: Bench) -> Iterator[Work]:
    """As many minutes as other films have seconds, in small pictures."""
    film = long_film(bench.folder, clips=_LONG_CLIPS, minutes=bench.seconds)
    made = {OURS: bench.ours("long", bench.written("long", film))}
    yield Work(f"{bench.seconds} min of {_LONG_CLIPS} clips", commands(made), most_memory=1e9)
