"""What a transition looks like: its kind, and what a kind can be told."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

TransitionKind: TypeAlias = Literal["dissolve", "dip", "wipe", "clock", "iris", "push", "slide"]
Direction: TypeAlias = Literal["left", "right", "up", "down"]
DIRECTIONS: tuple[Direction, ...] = ("left", "right", "up", "down")

PARAMETERS: Mapping[TransitionKind, tuple[str, ...]] = {
    "dissolve": (),
    "dip": ("color",),
    "wipe": ("direction", "softness"),
    "clock": ("softness",),
    "iris": ("softness",),
    "push": ("direction",),
    "slide": ("direction",),
}
"""The fields of a look that count for its kind."""


class TransitionLook(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How one picture gives way to the next; sounds always cross with equal power.

    `direction` is where the edge of a wipe, or the incoming picture, moves to; `color` what a
    dip goes through. `softness` is how wide the edge of a wipe is, as a share of its way: 0 is
    a hard edge, 1 one as wide as the way.
    """

    kind: TransitionKind = "dissolve"
    direction: Direction = "right"
    color: str = "#000000"
    softness: float = 0.0


def parameters_of(look: TransitionLook) -> dict[str, object]:
    """The fields that make a difference, with the kind: equal ones, equal looks."""
    return {"kind": look.kind, **{name: getattr(look, name) for name in PARAMETERS[look.kind]}}


def plain_look(look: TransitionLook) -> TransitionLook:
    """The look alone, of a transition too."""
    return TransitionLook(
        **{name: getattr(look, name) for name in TransitionLook.__struct_fields__}
    )
