"""A report in words, as a page, and as a file."""

import html
import json
from collections.abc import Iterable
from pathlib import Path

from timeline_studio.errors import StudioError
from timeline_studio.workflows.reports.provenance import edits_words
from timeline_studio.workflows.reports.report import Report, Rung, Sound

Fact = tuple[str, str]
LADDER_HEAD = ("Rung", "Codecs", "Average", "Peak", "SSIM")

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title><style>
body {{ font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 46rem; }}
table {{ border-collapse: collapse; width: 100%; margin: 1rem 0; }}
th, td {{ text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ccc; }}
</style></head><body><h1>{title}</h1>
<table>{facts}</table><h2>Ladder</h2><table>{ladder}</table>
<h2>Footage</h2><table>{sources}</table></body></html>
"""


class ReportError(StudioError):
    """A report that cannot be written."""


def report_facts(report: Report, edits: int | None = None) -> list[Fact]:
    """What is told of the whole; `edits` is how often the timeline was saved since."""
    made = report.provenance
    revision = "" if made.revision is None else f"revision {made.revision}"
    timeline = ", ".join(
        each for each in (made.project_name or "", revision, edits_words(edits)) if each
    )
    taken = report.transcode_seconds
    return [
        ("Duration", _seconds(report.duration_seconds)),
        ("Sound", sound_words(report.sound)),
        ("Master", _master(report)),
        ("Size", f"{_bytes(report.total_bytes)}, {report.segments} segments"),
        ("Posters", str(report.posters)),
        ("Captions", str(report.captions) if report.captions else ""),
        ("Profile", report.profile or ""),
        ("Encoder", report.encoder + (f", {_seconds(taken)}" if taken is not None else "")),
        ("Timeline", timeline),
        ("ULID", report.ulid),
        (
            "Made",
            f"{report.made_at.replace('T', ' ')} UTC, Timeline Studio {report.program_version}",
        ),
    ]


def ladder_rows(report: Report) -> list[tuple[str, ...]]:
    """Under `LADDER_HEAD`."""
    return [
        (
            f"{rung.width}×{rung.height}",
            rung.codecs,
            _rate(rung.average),
            _rate(rung.peak),
            ssim_words(rung),
        )
        for rung in report.rungs
    ]


def ssim_words(rung: Rung) -> str:
    if rung.ssim is None:
        return "not measured"
    sampled = f" ({rung.ssim_segments} of {rung.segments} segments)" if rung.is_sampled else ""
    return f"{rung.ssim:.4f}{sampled}"


def sound_words(sound: Sound | None) -> str:
    if sound is None:
        return "none"
    if sound.integrated is None:
        return "silent"
    return f"{sound.integrated:.1f} LUFS, peak {sound.true_peak:.1f} dBTP, {sound.range:.1f} LU"


def report_text(report: Report, edits: int | None = None) -> str:
    """For a terminal."""
    lines = [report.name]
    lines += [f"  {word + ':':<10} {value}" for word, value in report_facts(report, edits) if value]
    rows = [LADDER_HEAD, *ladder_rows(report)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(LADDER_HEAD))]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        lines.append("  " + "  ".join(cells).rstrip())
    return "\n".join(lines)


def report_html(report: Report, edits: int | None = None) -> str:
    """One page that needs nothing else."""
    sources = [
        (source.name, "" if source.size_bytes is None else _bytes(source.size_bytes))
        for source in report.provenance.sources
    ]
    return _PAGE.format(
        title=html.escape(report.name),
        facts=_table(fact for fact in report_facts(report, edits) if fact[1]),
        ladder=_table(ladder_rows(report), LADDER_HEAD),
        sources=_table(sources),
    )


def save_report(report: Report, path: Path, edits: int | None = None) -> Path:
    """As JSON where the name ends in `.json`, else as a page. Raises ReportError."""
    text = (
        json.dumps({**report.document(), "edits_since": edits}, indent=2)
        if path.suffix.lower() == ".json"
        else report_html(report, edits)
    )
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReportError(f"Cannot write {path}: {reason}. Choose another folder.") from error
    return path


def _table(rows: Iterable[tuple[str, ...]], head: tuple[str, ...] = ()) -> str:
    def line(cells: tuple[str, ...], tag: str) -> str:
        inside = "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in cells)
        return f"<tr>{inside}</tr>"

    return (line(head, "th") if head else "") + "".join(line(row, "td") for row in rows)


def _master(report: Report) -> str:
    master = report.master
    shape = f"{master.width}×{master.height}, {master.rate:.5g} fps"
    return f"{shape}, {_bytes(master.size_bytes)}; {sound_words(master.sound)}"


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds < 60 else f"{int(seconds // 60)} min {seconds % 60:.0f} s"


def _rate(bits: int) -> str:
    return f"{bits / 1e6:.2f} Mbit/s" if bits >= 1_000_000 else f"{bits / 1000:.0f} kbit/s"


def _bytes(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1_000_000 else f"{count / 1000:.1f} KB"
