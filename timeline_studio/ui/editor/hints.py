"""What the mouse may do where it points, in a few words for the status bar."""

from timeline_studio.ui.editor.grips import Grip, GripKind
from timeline_studio.ui.editor.hits import Hit

_SNAPPING = "hold N to suspend snapping"
_HINTS: dict[GripKind, str] = {
    "nothing": "Drag over clips to select them · a click selects a gap · Ctrl+wheel zooms",
    "blade": "Click to split here",
    "move": f"Drag to move · Alt+drag copies · Shift keeps the track · {_SNAPPING}",
    "pick": "Click to select · drag an edge",
    "trim": f"Drag to trim · Ctrl+drag ripples · Alt+drag trims it alone · {_SNAPPING}",
    "fade": "Drag to fade in or out",
    "ripple": f"Drag to trim, all that is later follows · {_SNAPPING}",
    "roll": f"Drag to roll the cut · Ctrl ripples · Shift pulls a dissolve open · {_SNAPPING}",
    "dissolve": "Drag to pull a dissolve open",
    "slip": "Drag to slip: the media moves, the clip stays",
    "slide": f"Drag to slide: the neighbours give way · {_SNAPPING}",
    "transition": "Click to select the transition · drag its edges for its length",
    "transition_edge": "Drag to change the transition's length",
}


def hint(hit: Hit | None, grip: Grip) -> str:
    if hit is not None and grip.kind == "locked":
        return f"Track {hit.row.label} is locked"
    return _HINTS[grip.kind]
