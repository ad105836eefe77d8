"""What transitions are called."""

from collections.abc import Mapping

from timeline_studio.timeline.transition_look import TransitionKind

KIND_NAMES: Mapping[TransitionKind, str] = {
    "dissolve": "Dissolve",
    "dip": "Dip to Colour",
    "wipe": "Wipe",
    "clock": "Clock Wipe",
    "iris": "Iris",
    "push": "Push",
    "slide": "Slide",
}
