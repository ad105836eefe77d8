"""Lengths, sizes and dates as people read them."""

from datetime import UTC, datetime
from fractions import Fraction

from timeline_studio.timeline.comparison import Comparison
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.ui.language import tr

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def duration_text(seconds: float | None) -> str:
    """`0:07`, `1:02:03`; nothing where there is no duration."""
    if seconds is None:
        return ""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def flicks_text(duration: int) -> str:
    return duration_text(duration / FLICKS_PER_SECOND)


def size_text(size_bytes: int | None) -> str:
    """Decimal units, as file managers show them."""
    if size_bytes is None:
        return ""
    size = float(size_bytes)
    for unit in ("B", "KB", "MB", "GB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if size >= 10 or unit == "B" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} TB"


def picture_text(width: int | None, height: int | None) -> str:
    return f"{width}×{height}" if width and height else ""


def rate_text(rate: Fraction) -> str:
    """`29.97 fps`."""
    return f"{float(rate):.3f}".rstrip("0").rstrip(".")[:6] + " fps"


def date_text(moment: datetime | None, *, now: datetime | None = None) -> str:
    """A stored moment (naive UTC) in local time: `12:04` today, else `21 Nov 2026`."""
    if moment is None:
        return ""
    local = moment.replace(tzinfo=UTC).astimezone()
    today = (now or datetime.now(UTC)).astimezone().date()
    if local.date() == today:
        return tr("Today {time}", time=f"{local:%H:%M}")
    return f"{local.day} {tr(_MONTHS[local.month - 1])} {local.year}"


def moment_text(moment: datetime, *, now: datetime | None = None) -> str:
    """A stored moment (naive UTC) with its time of day: `Today 12:04`, `21 Nov 2026, 12:04`."""
    day = date_text(moment, now=now)
    local = moment.replace(tzinfo=UTC).astimezone()
    return day if day.startswith("Today") else f"{day}, {local:%H:%M}"


def timeline_name(name: str | None) -> str:
    return name or tr("Untitled")


def lufs_text(loudness: float | None, *, is_short: bool = False) -> str:
    """`−14.2`, or `−14`; a dash where nothing was measured."""
    if loudness is None:
        return "–"
    text = f"{loudness:.0f}" if is_short else f"{loudness:.1f}"
    return text.replace("-", "−")


def share_text(share: float) -> str:
    """0 to 1 as per cent; all and nothing only where that is so."""
    percent = round(share * 100)
    if 0 < share < 1:
        percent = min(99, max(1, percent))
    return f"{percent} %"


def comparison_text(changes: Comparison) -> str:
    """`2 items added, 1 moved; 0:12 longer`; `no difference`."""
    counts = (
        (changes.added, "added"),
        (changes.removed, "removed"),
        (changes.trimmed, "trimmed"),
        (changes.moved, "moved"),
        (changes.changed, "changed"),
    )
    parts = [f"{count} {word}" for count, word in counts if count]
    if parts:
        number, word = parts[0].split(" ")
        parts[0] = f"{number} {'item' if number == '1' else 'items'} {word}"
    if changes.is_arranged:
        parts.append("tracks or markers changed")
    text = ", ".join(parts) or "no difference"
    if changes.longer:
        word = "longer" if changes.longer > 0 else "shorter"
        text += f"; {flicks_text(abs(changes.longer))} {word}"
    return text
