"""The kinds of effects: what each is called, what it is for, and its numbers."""

from collections.abc import Mapping
from typing import NamedTuple

from timeline_studio.timeline.effects.effect import (
    Blur,
    ChromaKey,
    Contrast,
    Curves,
    Effect,
    Exposure,
    Lut,
    Saturation,
    Sharpen,
    Temperature,
    Vignette,
)
from timeline_studio.timeline.effects.property import Property


class EffectKind(NamedTuple):
    """`plain` is the effect as it is added; `words` say what it does."""

    plain: Effect
    title: str
    words: str
    numbers: Mapping[str, Property]

    @property
    def name(self) -> str:
        return kind_of(self.plain)


def kind_of(effect: Effect) -> str:
    """As documents name it."""
    return str(effect.__struct_config__.tag)


def _kind(plain: Effect, title: str, words: str, **limits: tuple[float, float]) -> EffectKind:
    called = title if title.isupper() else title.lower()
    numbers = {
        name: Property(name, low, high, getattr(plain, name), "effect", f"{called} {name}")
        for name, (low, high) in limits.items()
    }
    return EffectKind(plain, title, words, numbers)


_SHARE = (0.0, 1.0)

EFFECT_KINDS: Mapping[str, EffectKind] = {
    kind.name: kind
    for kind in (
        _kind(Exposure(), "Exposure", "Brighter or darker, in stops of light", stops=(-5.0, 5.0)),
        _kind(
            Contrast(),
            "Contrast",
            "More or less between dark and bright",
            amount=(0.0, 4.0),
            pivot=_SHARE,
        ),
        _kind(Saturation(), "Saturation", "Stronger or paler colours", amount=(0.0, 4.0)),
        _kind(
            Temperature(),
            "Temperature",
            "Warm or cold, green or magenta",
            temperature=(-2.0, 2.0),
            tint=(-2.0, 2.0),
        ),
        _kind(
            Curves(),
            "Curves",
            "Tones and colours along curves",
            amount=_SHARE,
        ),
        _kind(Lut(), "LUT", "A look from a .cube file", amount=_SHARE),
        _kind(Blur(), "Blur", "Soft, as out of focus", radius=(0.0, 0.25)),
        _kind(
            Sharpen(),
            "Sharpen",
            "Clearer edges",
            amount=(0.0, 5.0),
            radius=(0.0005, 0.02),
        ),
        _kind(
            ChromaKey(),
            "Chroma key",
            "A green or blue screen becomes clear",
            similarity=_SHARE,
            softness=_SHARE,
            spill=_SHARE,
        ),
        _kind(
            Vignette(),
            "Vignette",
            "Darker towards the corners",
            amount=_SHARE,
            size=_SHARE,
            softness=(0.01, 1.0),
        ),
    )
}
"""By name, in the order of lists."""
