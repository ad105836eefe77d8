"""What the mouse may do where it points, in a few words for the status bar."""

from timeline_studio.ui.editor.editing_mode import Tool
from timeline_studio.ui.editor.hits import Hit

_SNAPPING = "hold N to suspend snapping"
_HINTS = {
    "empty": "Drag over clips to select them · Ctrl+wheel zooms",
    "body": f"Drag to move · Alt+drag copies · Shift keeps the track · {_SNAPPING}",
    "start": f"Drag to trim the start · {_SNAPPING}",
    "end": f"Drag to trim the end · {_SNAPPING}",
    "transition": "Click to select the dissolve · drag its edges for its length",
    "transition_edge": "Drag to change the dissolve's length",
}


def hint(hit: Hit | None, tool: Tool) -> str:
    if hit is None or hit.part == "empty":
        return _HINTS["empty"]
    if hit.row.track.locked:
        return f"Track {hit.row.label} is locked"
    return "Click to split here" if tool == "blade" else _HINTS[hit.part]
