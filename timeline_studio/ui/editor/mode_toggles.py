"""The actions that change how the pointer works: tools, and switches that are on or off."""

from collections.abc import Callable
from dataclasses import dataclass

from timeline_studio.timeline.edits import Reach
from timeline_studio.ui.editor.action_spec import Menu
from timeline_studio.ui.editor.clocks import CLOCKS
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


@dataclass(frozen=True)
class NamedReach:
    """How far a ripple reaches; `word` is for the toolbar."""

    reach: Reach
    word: str
    text: str


REACHES = {
    "reach_linked": NamedReach(Reach("linked"), "linked tracks", "Ripple Linked Tracks"),
    "reach_own": NamedReach(Reach("own"), "one track", "Ripple One Track"),
    "reach_all": NamedReach(Reach("all"), "all tracks", "Ripple All Tracks"),
    "reach_markers": NamedReach(
        Reach("all", markers=True), "all, with markers", "Ripple All Tracks and Markers"
    ),
}

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
    *(
        ModeToggle(
            name,
            "Timeline",
            each.text,
            "",
            lambda mode, _on, reach=each.reach: mode.set_reach(reach),  # type: ignore[misc]
            lambda mode, reach=each.reach: mode.reach == reach,  # type: ignore[misc]
            2,
        )
        for name, each in REACHES.items()
    ),
    *(
        ModeToggle(
            f"clock_{name}",
            "View",
            f"Ruler: {clock.title}",
            "",
            lambda mode, _on, name=name: mode.set_clock(name),  # type: ignore[misc]
            lambda mode, name=name: mode.clock == name,  # type: ignore[misc]
            3,
        )
        for name, clock in CLOCKS.items()
    ),
)


def next_reach(mode: EditingMode) -> None:
    """The one after the mode's, round and round."""
    reaches = [each.reach for each in REACHES.values()]
    mode.set_reach(reaches[(reaches.index(mode.reach) + 1) % len(reaches)])
