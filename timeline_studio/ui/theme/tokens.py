"""Colour tokens, read from `tokens.json`: the only place where a colour is written down."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from PySide6.QtGui import QColor

ClipKind: TypeAlias = Literal["video", "audio", "title", "still", "generator", "nested", "caption"]

_TOKENS = Path(__file__).with_name("tokens.json")


@dataclass(frozen=True)
class ClipColors:
    """The label strip (white text), the body below it, and its border and waveform."""

    strip: QColor
    body: QColor
    border: QColor


@dataclass(eq=False)
class Theme:
    """One palette by token name. An unknown token is a KeyError.

    All of a window share one theme: what paints asks it each time, so that `wear` changes all.
    """

    name: str
    colors: Mapping[str, QColor]
    clips: Mapping[str, ClipColors]

    @classmethod
    def load(cls, name: str) -> "Theme":
        """`dark` or `light`."""
        tokens = json.loads(_TOKENS.read_text("utf-8"))[name]
        return cls(
            name=name,
            colors={token: QColor(value) for token, value in tokens["colors"].items()},
            clips={
                kind: ClipColors(**{part: QColor(value) for part, value in parts.items()})
                for kind, parts in tokens["clips"].items()
            },
        )

    def wear(self, name: str) -> None:
        """Take on the colours of `dark` or `light`."""
        other = Theme.load(name)
        self.name, self.colors, self.clips = other.name, other.colors, other.clips

    @property
    def is_dark(self) -> bool:
        return self.colors["bg1"].lightness() < 128

    def color(self, token: str) -> QColor:
        return QColor(self.colors[token])

    def clip(self, kind: ClipKind) -> ClipColors:
        return self.clips[kind]
