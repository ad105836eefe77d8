"""The transitions that are offered, each ready to be put on a cut."""

from typing import NamedTuple

from timeline_studio.timeline.transition_look import (
    DIRECTIONS,
    KIND_NAMES,
    TransitionKind,
    TransitionLook,
)


class Preset(NamedTuple):
    name: str
    look: TransitionLook


def _directed(kind: TransitionKind) -> list[Preset]:
    return [
        Preset(f"{KIND_NAMES[kind]} {way.title()}", TransitionLook(kind=kind, direction=way))
        for way in DIRECTIONS
    ]


PRESETS = (
    Preset("Dissolve", TransitionLook()),
    Preset("Dip to Black", TransitionLook(kind="dip")),
    Preset("Dip to White", TransitionLook(kind="dip", color="#FFFFFF")),
    *_directed("wipe"),
    Preset("Clock Wipe", TransitionLook(kind="clock")),
    Preset("Iris", TransitionLook(kind="iris")),
    *_directed("push"),
    *_directed("slide"),
)
