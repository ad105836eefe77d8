"""The effects that a picture can have, in the order in which they are put on it: plain values.

Each acts on the picture as it is fitted into the frame, before its transform. Numbers are shares
of the frame's height where they are lengths, so that they are the same at every size. A colour is
`R'G'B'`, 0 to 1, as it is stored; its light is `R'^2.4` (ITU-R BT.1886). `render.effects` makes
pictures of these words.
"""

from typing import TypeAlias

import msgspec

from timeline_studio.timeline.effects.animation import Animated

Points: TypeAlias = tuple[tuple[float, float], ...]
"""Of a curve: (before, after), 0 to 1, sorted, no two at one place."""

STRAIGHT: Points = ((0.0, 0.0), (1.0, 1.0))


class _Effect(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind"):
    enabled: bool = True


class Blur(_Effect, frozen=True, kw_only=True, omit_defaults=True, tag="blur"):
    """A Gaussian; `radius` is its standard deviation. The picture's edges hold."""

    radius: Animated = 0.01


class Sharpen(_Effect, frozen=True, kw_only=True, omit_defaults=True, tag="sharpen"):
    """Luma, and `amount` times what a Gaussian of `radius` would take from it."""

    amount: Animated = 0.5
    radius: Animated = 0.0015


class Exposure(_Effect, frozen=True, kw_only=True, omit_defaults=True, tag="exposure"):
    """Light times 2^`stops`."""

    stops: Animated = 0.0


class Contrast(_Effect, frozen=True, kw_only=True, omit_defaults=True, tag="contrast"):
    """R'G'B' as far from `pivot` as it was, times `amount`."""

    amount: Animated = 1.0
    pivot: Animated = 0.5


class Saturation(_Effect, frozen=True, kw_only=True, omit_defaults=True, tag="saturation"):
    """R'G'B' as far from its luma (BT.709) as it was, times `amount`; 0 is grey."""

    amount: Animated = 1.0


class Temperature(_Effect, frozen=True, kw_only=True, omit_defaults=True, tag="temperature"):
    """Light of red times 2^(`temperature`/2), of blue divided by it; of green divided by
    2^(`tint`/2). White keeps its luminance. Above 0 is warm, and magenta."""

    temperature: Animated = 0.0
    tint: Animated = 0.0


class Curves(_Effect, frozen=True, kw_only=True, omit_defaults=True, tag="curves"):
    """`master` of each of R'G'B', then its own curve; mixed with what was by `amount`.

    Between its points a curve goes as `effects.curve` says, beyond them it is level.
    """

    master: Points = STRAIGHT
    red: Points = STRAIGHT
    green: Points = STRAIGHT
    blue: Points = STRAIGHT
    amount: Animated = 1.0


class Lut(_Effect, frozen=True, kw_only=True, omit_defaults=True, tag="lut"):
    """A table of colours from a .cube file; mixed with what was by `amount`.

    The file is known by its content alone: `digest` is the name that the program keeps it
    under, "" where none is chosen. `name` is what the file was called.
    """

    digest: str = ""
    name: str = ""
    amount: Animated = 1.0


class ChromaKey(_Effect, frozen=True, kw_only=True, omit_defaults=True, tag="chroma_key"):
    """What is like `color` is clear. Likeness is the distance of Cb and Cr in their plane, where
    1 is the whole range of each: up to `similarity` clear, from `softness` further on opaque.

    `spill` takes the share of the key's own hue from colours within 45 degrees of it.
    """

    color: str = "#00FF00"
    similarity: Animated = 0.2
    softness: Animated = 0.1
    spill: Animated = 0.5


class Vignette(_Effect, frozen=True, kw_only=True, omit_defaults=True, tag="vignette"):
    """Darker towards the corners: R'G'B' times 1 - `amount` x a smooth step that begins at `size`
    and lasts `softness`; 0 is the picture's middle, 1 its corners."""

    amount: Animated = 0.5
    size: Animated = 0.4
    softness: Animated = 0.6


Effect: TypeAlias = (
    Blur
    | Sharpen
    | Exposure
    | Contrast
    | Saturation
    | Temperature
    | Curves
    | Lut
    | ChromaKey
    | Vignette
)
Effects: TypeAlias = tuple[Effect, ...]
