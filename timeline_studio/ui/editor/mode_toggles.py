"""The actions that change how the pointer works: tools, and switches that are on or off."""

from collections.abc import Callable
from dataclasses import dataclass

from timeline_studio.ui.editor.action_spec import Menu
from timeline_studio.ui.editor.editing_mode import EditingMode, Tool


@dataclass(frozen=True)
class ModeToggle:
    """`group`: those of one number stand together in their menu."""

    name: str
    menu: Menu
    text: str
    keys: str
    set: Callable[[EditingMode, bool], None]
    is_on: Callable[[EditingMode], bool]
    group: int = 0


def _tool(tool: Tool, text: str, key: str) -> ModeToggle:
    return ModeToggle(
        f"{tool}_tool",
        "Edit",
        text,
        key,
        lambda mode, _on: mode.set_tool(tool),
        lambda mode: mode.tool == tool,
    )


TOGGLES = (
    _tool("select", "Select Tool", "V"),
    _tool("blade", "Blade Tool", "B"),
    _tool("ripple", "Ripple Tool", "T"),
    _tool("roll", "Roll Tool", "R"),
    _tool("slip", "Slip Tool", "Y"),
    _tool("slide", "Slide Tool", "U"),
    ModeToggle(
        "snap", "Timeline", "Snap", "N", EditingMode.set_snapping, lambda mode: mode.is_snapping, 1
    ),
    ModeToggle(
        "linked_selection",
        "Timeline",
        "Select Linked Clips Together",
        "",
        EditingMode.set_linking,
        lambda mode: mode.is_linking,
        1,
    ),
    ModeToggle(
        "ripple",
        "Timeline",
        "Delete Closes the Gap",
        "",
        EditingMode.set_rippling,
        lambda mode: mode.is_rippling,
        1,
    ),
)
