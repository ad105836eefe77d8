"""`render`: an OTIO file to an MP4, without a library."""

import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer

from timeline_studio.cli.output import Output
from timeline_studio.render import PRESETS, ExportOptions, export_timeline, fill_format
from timeline_studio.timeline.otio import read_otio
from timeline_studio.workflows.media import file_path

MatchSource = Annotated[
    bool | None,
    typer.Option(
        "--match-source/--no-match-source",
        help="Copy what clips show untouched. Unasked: where that is most of the film.",
    ),
]


def render(
    timeline: Annotated[Path, typer.Argument(metavar="TIMELINE.otio")],
    out: Annotated[Path, typer.Argument(metavar="OUT.mp4")],
    *,
    size: Annotated[str | None, typer.Option(metavar="WxH", help="The picture's size.")] = None,
    rate: Annotated[str | None, typer.Option(metavar="N/D", help="Frames per second.")] = None,
    preset: Annotated[str, typer.Option(help=f"x264's preset: {', '.join(PRESETS)}.")] = "veryfast",
    crf: Annotated[int, typer.Option(help="x264's quality: 1 (best) to 51.")] = 20,
    match_source: MatchSource = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Render an OpenTimelineIO file to an MP4 master, without a library."""
    options = replace(_options(size, rate, preset, crf), match_source=match_source)
    output = Output(as_json=as_json)
    document = fill_format(read_otio(timeline, prefer_files=True), file_path)
    with output.progress() as report:
        result = export_timeline(document, out, file_path, options, progress=report)
    copied = f", {result.frames_copied} copied" if result.frames_copied else ""
    output.result(
        {
            "path": str(result.path),
            "frames": result.frames,
            "duration_seconds": result.duration_seconds,
            "encoder": result.encoder,
            "frames_reused": result.frames_reused,
            "frames_copied": result.frames_copied,
            "seconds": result.seconds,
        },
        f"{result.path}: {result.frames} frames in {result.seconds:.1f} s "
        f"({result.encoder}{copied})",
    )


def _options(size: str | None, rate: str | None, preset: str, crf: int) -> ExportOptions:
    width, height = _size(size) if size else (None, None)
    return ExportOptions(
        width=width, height=height, rate=_rate(rate) if rate else None, preset=preset, crf=crf
    )


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{1,5})[xX](\d{1,5})", text)
    size = (int(match[1]), int(match[2])) if match else (0, 0)
    if not all(2 <= side <= 16_384 and side % 2 == 0 for side in size):
        raise typer.BadParameter(f"--size {text}: two even numbers, such as 1920x1080.")
    return size


def _rate(text: str) -> Fraction:
    try:
        rate = Fraction(text)
    except (ValueError, ZeroDivisionError):
        rate = Fraction(0)
    if not 1 <= rate <= 240:
        raise typer.BadParameter(f"--rate {text}: frames per second, such as 30000/1001 or 25.")
    return rate
