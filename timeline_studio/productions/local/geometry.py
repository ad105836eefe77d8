"""How a source picture is laid into the picture that an output asks for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from timeline_studio.productions.local.plan import Frame, Rung

Size = tuple[int, int]


@dataclass(frozen=True)
class Layout:
    """The part `crop` (x, y, width, height; None is all) of the source, scaled to `content`,
    at `offset` on a black `canvas`. All in pixels; all but `crop` even."""

    crop: tuple[int, int, int, int] | None
    content: Size
    canvas: Size
    offset: tuple[int, int]


def lay_out(source: Size, frame: Frame) -> Layout:
    """`source` is the size as displayed: upright, with square pixels."""
    canvas = _canvas(source, frame)
    scale = _scale(source, frame)
    if frame.scaling == "STRETCH_TO_OUTPUT":
        return Layout(None, canvas, canvas, (0, 0))
    if frame.scaling == "FILL":
        return Layout(_middle(source, canvas, scale), canvas, canvas, (0, 0))
    content = _even(source[0] * scale), _even(source[1] * scale)
    if frame.scaling in {"FIT", "FIT_NO_UPSCALE"}:
        return Layout(None, content, content, (0, 0))
    content = min(content[0], canvas[0]), min(content[1], canvas[1])
    offset = (canvas[0] - content[0]) // 4 * 2, (canvas[1] - content[1]) // 4 * 2
    return Layout(None, content, canvas, offset)


def never_upscaled(source: Size, rungs: Sequence[Rung]) -> list[Rung]:
    """The rungs that are no larger than the source. When all are, the smallest alone, made as
    much smaller as it takes."""
    kept = [rung for rung in rungs if _scale(source, rung.frame) <= 1]
    if kept:
        return kept
    smallest = min(rungs, key=lambda rung: _scale(source, rung.frame))
    return [replace(smallest, frame=shrunk(source, smallest.frame))]


def shrunk(source: Size, frame: Frame) -> Frame:
    """`frame`, made smaller where it would enlarge the source."""
    scale = _scale(source, frame)
    if scale <= 1:
        return frame
    width, height = _canvas(source, frame)
    return replace(frame, width=_even_within(width / scale), height=_even_within(height / scale))


def _canvas(source: Size, frame: Frame) -> Size:
    """What is not asked for follows the source's shape."""
    width, height = source
    if frame.width and frame.height:
        return frame.width, frame.height
    if frame.width:
        return frame.width, _even(Fraction(frame.width * height, width))
    if frame.height:
        return _even(Fraction(frame.height * width, height)), frame.height
    return _even_within(width), _even_within(height)


def _scale(source: Size, frame: Frame) -> Fraction:
    canvas = _canvas(source, frame)
    across, down = Fraction(canvas[0], source[0]), Fraction(canvas[1], source[1])
    if frame.scaling in {"FILL", "STRETCH_TO_OUTPUT"}:
        return max(across, down)
    smaller = min(across, down)
    return min(smaller, Fraction(1)) if frame.scaling == "FIT_NO_UPSCALE" else smaller


def _middle(source: Size, canvas: Size, scale: Fraction) -> tuple[int, int, int, int]:
    width, height = round(canvas[0] / scale), round(canvas[1] / scale)
    return (source[0] - width) // 2, (source[1] - height) // 2, width, height


def _even(length: Fraction | int) -> int:
    return max(2, round(Fraction(length) / 2) * 2)


def _even_within(length: Fraction | int) -> int:
    """Never larger: a source of an odd size would be enlarged."""
    return max(2, int(length / 2) * 2)
