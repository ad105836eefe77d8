"""The transitions that are offered, each ready to be put on a cut."""

from typing import NamedTuple

from timeline_studio.timeline.transition_look import DIRECTIONS, TransitionKind, TransitionLook


class Preset(NamedTuple):
    name: str
    look: TransitionLook


def _directed(kind: TransitionKind, *names: str) -> list[Preset]:
    """One for each direction, in their order."""
    return [
        Preset(name, TransitionLook(kind=kind, direction=way))
        for name, way in zip(names, DIRECTIONS, strict=True)
    ]


PRESETS = (
    Preset("Dissolve", TransitionLook()),
    Preset("Dip to Black", TransitionLook(kind="dip")),
    Preset("Dip to White", TransitionLook(kind="dip", color="#FFFFFF")),
    *_directed("wipe", "Wipe Left", "Wipe Right", "Wipe Up", "Wipe Down"),
    Preset("Clock Wipe", TransitionLook(kind="clock")),
    Preset("Iris", TransitionLook(kind="iris")),
    *_directed("push", "Push Left", "Push Right", "Push Up", "Push Down"),
    *_directed("slide", "Slide Left", "Slide Right", "Slide Up", "Slide Down"),
)
