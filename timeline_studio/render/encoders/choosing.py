"""Which encoders an export tries, one after the other, until one makes it."""

from collections.abc import Callable

from timeline_studio.render.encoders.known import (
    ENCODERS,
    Coding,
    Encoder,
    encoder_named,
    software_of,
)


class EncoderFailed(Exception):  # noqa: N818 - says what happened
    """An encoder does not open, or gives up; why, in its own words."""


def encoders_to_try(
    coding: Coding,
    named: str | None,
    proven: tuple[str, ...],
    *,
    saves_work: Callable[[], bool] = lambda: False,
) -> tuple[Encoder, ...]:
    """The last one is the processor's own. `named` goes first; unasked, a graphics card whose trial
    went well does, unless `saves_work`: what x264 made before, or need not make, is faster still.
    """
    last = software_of(coding)
    chosen = encoder_named(named) if named else None
    if chosen is not None:
        return (chosen, last) if chosen.is_hardware else (chosen,)
    cards = tuple(
        encoder
        for encoder in ENCODERS
        if encoder.coding == coding and encoder.is_hardware and encoder.name in proven
    )
    return (last,) if cards and saves_work() else (*cards, last)
