"""Where a picture goes in the frame: fitted, centred, on even pixels (4:2:0 needs them)."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Size:
    """Pixels."""

    width: int
    height: int

    @property
    def turned(self) -> "Size":
        return Size(self.height, self.width)


def even_size(width: int, height: int) -> Size:
    """The next even size, at least 2 by 2."""
    return Size(max(2, width + width % 2), max(2, height + height % 2))


def fitted(picture: Size, canvas: Size) -> Size:
    """The largest size with the picture's shape that the canvas holds, even."""
    shape = Fraction(picture.width, picture.height)
    if shape >= Fraction(canvas.width, canvas.height):
        width, height = canvas.width, _even(canvas.width / shape)
    else:
        width, height = _even(canvas.height * shape), canvas.height
    return Size(min(width, canvas.width), min(height, canvas.height))


def centred(picture: Size, canvas: Size) -> tuple[int, int]:
    """The top left corner, on even pixels."""
    return (
        (canvas.width - picture.width) // 4 * 2,
        (canvas.height - picture.height) // 4 * 2,
    )


def _even(length: Fraction) -> int:
    return max(2, round(length / 2) * 2)
