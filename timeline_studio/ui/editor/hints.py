"""What the mouse may do where it points, in a few words for the status bar."""

from timeline_studio.ui.editor.grips import Grip, GripKind
from timeline_studio.ui.editor.hits import Hit
from timeline_studio.ui.language import tr

_SNAPPING = "hold N to suspend snapping"
_HINTS: dict[GripKind, str] = {
    "nothing": "Drag over clips to select them · a click selects a gap · Ctrl+wheel zooms",
    "blade": "Click to split here",
    "move": "Drag to move · Alt+drag copies · Shift keeps the track · {snapping}",
    "pick": "Click to select · drag an edge",
    "trim": "Drag to trim · Ctrl+drag ripples · Alt+drag trims it alone · {snapping}",
    "fade": "Drag to fade in or out",
    "ripple": "Drag to trim, all that is later follows · {snapping}",
    "roll": "Drag to roll the cut · Ctrl ripples · Shift pulls a dissolve open · {snapping}",
    "dissolve": "Drag to pull a dissolve open",
    "slip": "Drag to slip: the media moves, the clip stays",
    "slide": "Drag to slide: the neighbours give way · {snapping}",
    "transition": "Click to select the transition · drag its edges for its length",
    "transition_edge": "Drag to change the transition's length",
}


def hint(hit: Hit | None, grip: Grip) -> str:
    if hit is not None and grip.kind == "locked":
        return tr("Track {name} is locked", name=hit.row.label)
    return tr(_HINTS[grip.kind], snapping=tr(_SNAPPING))
