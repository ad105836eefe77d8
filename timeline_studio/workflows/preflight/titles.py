"""Text that a screen's edge, a notch or a player's bar may hide."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from timeline_studio.render.geometry import Size, even_size
from timeline_studio.render.text import draw_title
from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits import replace_item
from timeline_studio.timeline.model import Timeline, Title
from timeline_studio.timeline.queries import find_item, label
from timeline_studio.workflows.preflight.finding import Edit, Finding, Fix
from timeline_studio.workflows.preflight.subject import Subject

SAFE_MARGIN = 0.05
"""Of each side: SMPTE ST 2046-1's safe title area is 90 % of the width and of the height."""

_ATTEMPTS = 6
_SHOWN = 40
_SLACK = 2  # pixels: what is drawn is cut out on even edges
_DEFAULT_SIZE = (1920, 1080)

Box = tuple[int, int, int, int]
"""left, top, right, bottom in pixels."""


def check_titles(subject: Subject, progress: Callable[[float, str], None]) -> Iterator[Finding]:
    """Of the text as it is drawn, not of the place that was asked for."""
    canvas = canvas_of(subject.timeline)
    titles = {
        item.id: item
        for span in subject.plan.spans
        for item in span.items
        if isinstance(item, Title)
    }
    known: dict[tuple[object, ...], bool] = {}  # those that look alike are drawn once
    for number, title in enumerate(titles.values()):
        progress(number / len(titles), label(title))
        look = (title.text, title.size, title.x, title.y)
        if look not in known:
            box = _drawn(title, canvas)
            known[look] = box is not None and _overhangs(box, canvas)
        if known[look]:
            yield Finding(
                "warning",
                "title_outside",
                f"The title “{_short(title.text)}” reaches out of the safe area: screens and "
                "players may hide its edge.",
                Fix("edit", "Move Inside", _moving(title.id)),
                item_id=title.id,
                time=title.start,
            )


def canvas_of(timeline: Timeline) -> Size:
    """A timeline without a size is taken for full HD: text scales with the picture."""
    return even_size(timeline.width or _DEFAULT_SIZE[0], timeline.height or _DEFAULT_SIZE[1])


def moved_inside(title: Title, canvas: Size) -> Title:
    """The title where all of it is safe; smaller, where it must be."""
    for _ in range(_ATTEMPTS):
        box = _drawn(title, canvas)
        if box is None or not _overhangs(box, canvas):
            break
        x, shrink_x = _inside(box[0], box[2], canvas.width)
        y, shrink_y = _inside(box[1], box[3], canvas.height)
        title = replace(title, x=x, y=y, size=title.size * min(shrink_x, shrink_y))
    return title


def _inside(low: int, high: int, length: int) -> tuple[float, float]:
    """Where the middle goes, 0 to 1, and by what the text gets smaller, in one direction."""
    room = length * (1 - 2 * SAFE_MARGIN)
    if high - low > room:
        return 0.5, room / (high - low)
    first, last = length * SAFE_MARGIN, length * (1 - SAFE_MARGIN)
    shift = max(first - low, 0) - max(high - last, 0)
    return ((low + high) / 2 + shift) / length, 1.0


def _drawn(title: Title, canvas: Size) -> Box | None:
    drawn = draw_title(title, canvas)
    if drawn is None:
        return None
    frame, left, top = drawn
    return left, top, left + frame.width, top + frame.height


def _overhangs(box: Box, canvas: Size) -> bool:
    across, down = canvas.width * SAFE_MARGIN - _SLACK, canvas.height * SAFE_MARGIN - _SLACK
    left, top, right, bottom = box
    return (
        left < across
        or top < down
        or right > canvas.width - across
        or bottom > canvas.height - down
    )


def _moving(title_id: str) -> Edit:
    def move(timeline: Timeline) -> Timeline:
        title = find_item(timeline, title_id)[1]
        if not isinstance(title, Title):
            raise EditError(f"“{label(title)}” is no title any more")
        return replace_item(timeline, moved_inside(title, canvas_of(timeline)))

    return move


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
