"""What a press on the canvas takes hold of: decided by tool, place and modifier keys."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import Qt

from timeline_studio.timeline.edits.reshaping import Edge
from timeline_studio.timeline.model import Clip
from timeline_studio.ui.editor.editing_mode import Tool
from timeline_studio.ui.editor.hits import Hit, ends_at, starts_at
from timeline_studio.ui.editor.viewport import Viewport

GripKind: TypeAlias = Literal[
    "nothing", "locked", "blade", "transition", "transition_edge",
    "move", "pick", "trim", "fade", "ripple", "roll", "dissolve", "slip", "slide",
]  # fmt: skip

TOOL_REACH = 16
"""Pixels from an edge within which the ripple and roll tools take it."""


@dataclass(frozen=True, slots=True)
class Grip:
    """`pick` selects only. `side` is the clip's edge that is taken, where one is."""

    kind: GripKind
    side: Edge = "start"


def grip_of(
    hit: Hit | None, tool: Tool, modifiers: Qt.KeyboardModifier, viewport: Viewport, x: int
) -> Grip:
    """At the canvas's `x`; `hit` is what lies there."""
    if hit is None or hit.part == "empty":
        return Grip("nothing")
    if hit.row.track.locked:
        return Grip("locked")
    if tool == "blade":
        return Grip("blade")
    if hit.part in ("transition", "transition_edge"):
        return Grip(hit.part)
    return _on_item(hit, tool, modifiers, viewport, x)


def _on_item(
    hit: Hit, tool: Tool, modifiers: Qt.KeyboardModifier, viewport: Viewport, x: int
) -> Grip:
    if tool in ("slip", "slide"):
        return _whole(hit, tool)
    if tool in ("ripple", "roll"):
        return _nearest_edge(hit, tool, viewport, x)
    return _selecting(hit, modifiers)


def _selecting(hit: Hit, modifiers: Qt.KeyboardModifier) -> Grip:
    """With the select tool: edges trim, with Ctrl they ripple; a cut rolls, with Shift it
    dissolves."""
    if hit.part in ("fade_start", "fade_end"):
        return Grip("fade", "start" if hit.part == "fade_start" else "end")
    if hit.part not in ("start", "end"):
        return Grip("move")
    side: Edge = hit.part
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return Grip("ripple", side)
    if not hit.is_cut:
        return Grip("trim", side)
    is_shifted = modifiers & Qt.KeyboardModifier.ShiftModifier
    return Grip("dissolve" if is_shifted else "roll", side)


def _whole(hit: Hit, tool: Tool) -> Grip:
    if tool == "slide":
        return Grip("slide")
    return Grip("slip" if isinstance(hit.item, Clip) else "pick")


def _nearest_edge(hit: Hit, tool: Tool, viewport: Viewport, x: int) -> Grip:
    if hit.item is None:
        return Grip("nothing")
    before = x - viewport.x_of(hit.item.start)
    after = viewport.x_of(hit.item.end) - 1 - x
    if min(before, after) >= TOOL_REACH:
        return Grip("pick")
    side: Edge = "start" if before <= after else "end"
    if tool == "ripple":
        return Grip("ripple", side)
    track = hit.row.track
    is_cut = ends_at(track, hit.item.start) if side == "start" else starts_at(track, hit.item.end)
    return Grip("roll" if is_cut else "pick", side)
