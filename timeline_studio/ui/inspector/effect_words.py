"""What the numbers of effects are called in the inspector, and how they are shown."""

from collections.abc import Iterable

from timeline_studio.timeline.effects.catalog import EFFECT_KINDS
from timeline_studio.ui.inspector.number_section import PropertyField
from timeline_studio.ui.language import tr

_SHARE = (" %", 100.0, 1.0, 1)
_PLAIN = ("", 100.0, 1.0, 0)
_LOOKS: dict[str, tuple[str, str, float, float, int]] = {
    "blur.radius": ("Radius", " %", 100.0, 0.1, 2),
    "sharpen.amount": ("Amount", *_SHARE),
    "sharpen.radius": ("Radius", " %", 100.0, 0.01, 2),
    "exposure.stops": ("Stops", "", 1.0, 0.05, 2),
    "contrast.amount": ("Contrast", *_SHARE),
    "contrast.pivot": ("Around", *_SHARE),
    "saturation.amount": ("Saturation", *_SHARE),
    "temperature.temperature": ("Warmth", *_PLAIN),
    "temperature.tint": ("Tint", *_PLAIN),
    "curves.amount": ("Amount", *_SHARE),
    "lut.amount": ("Amount", *_SHARE),
    "chroma_key.similarity": ("Similarity", *_SHARE),
    "chroma_key.softness": ("Softness", *_SHARE),
    "chroma_key.spill": ("Spill", *_SHARE),
    "vignette.amount": ("Amount", *_SHARE),
    "vignette.size": ("Size", *_SHARE),
    "vignette.softness": ("Softness", *_SHARE),
}


def fields_of(address: str) -> Iterable[PropertyField]:
    """Of the effect that is there, by its kind."""
    kind = address.partition(".")[0]
    for number in EFFECT_KINDS[kind].numbers:
        word, suffix, factor, step, decimals = _LOOKS[f"{kind}.{number}"]
        yield PropertyField(f"{address}.{number}", word, suffix, factor, step, decimals)


def title_of(address: str) -> str:
    """`Blur`; `Blur 2` of the second one."""
    kind, _, number = address.partition(".")
    title = tr(EFFECT_KINDS[kind].title)
    return title if number == "1" else f"{title} {number}"
