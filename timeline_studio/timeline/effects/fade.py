"""A fade from or to nothing at an item's edge: of a picture's opacity, of a sound's level."""

import msgspec


class Fade(msgspec.Struct, frozen=True, omit_defaults=True):
    """`duration` flicks long, of which the first (at the end: the last) `cut` lie outside of the
    item: they were cut off it. Each part of a fade that was cut goes on as it did."""

    duration: int
    cut: int = 0


def share_in(fade: Fade | None, time: float) -> float:
    """How far a fade in has come, 0 to 1, `time` flicks after the item's start."""
    return 1.0 if fade is None else min(1.0, max(0.0, (time + fade.cut) / fade.duration))


def share_out(fade: Fade | None, remaining: float) -> float:
    """What is left in a fade out, 0 to 1, `remaining` flicks before the item's end."""
    return share_in(fade, remaining)


def further_cut(fade: Fade | None, by: int) -> Fade | None:
    """The fade of an item that loses `by` flicks at this edge; None once all of it is gone.

    Where the item grows (`by` is negative), what was cut off comes back.
    """
    if fade is None:
        return None
    cut = max(0, fade.cut + by)
    return Fade(fade.duration, cut) if cut < fade.duration else None


def visible(fade: Fade | None) -> int:
    """How long it lasts within the item, in flicks, if the item is long enough."""
    return 0 if fade is None else fade.duration - fade.cut
