"""Why a command of the editor cannot work now, in words that say what to do."""

from timeline_studio.timeline.effects.catalog import EFFECT_KINDS
from timeline_studio.ui.document import READ_ONLY, TimelineDocument
from timeline_studio.ui.editor.action_spec import ActionSpec

_SELECT = "Select a clip first."
_EMPTY = "The timeline is empty."
_AT_PLAYHEAD = "Move the playhead onto a clip."
_FOOTAGE = "Choose footage in the media bin first."
_NO_MARKER = "There is no marker."
_REASONS = {
    **dict.fromkeys(
        (
            "cut", "copy", "duplicate_clips", "delete", "delete_other", "disable", "nudge_back",
            "nudge_on", "nudge_far_back", "nudge_far_on", "mark_clip", "speed", "effects",
            *(f"add_{kind}" for kind in EFFECT_KINDS),
        ),
        _SELECT,
    ),
    **dict.fromkeys(
        (
            "split", "split_all", "trim_head", "trim_tail", "cut_head", "cut_tail", "freeze",
            "match_frame",
        ),
        _AT_PLAYHEAD,
    ),
    **dict.fromkeys(
        (
            "select_forward", "select_all_forward", "select_back", "select_all_back",
            "next_clip", "previous_clip", "clip_above", "clip_below",
        ),
        _EMPTY,
    ),
    **dict.fromkeys(("insert", "overwrite", "append", "on_top", "open_source"), _FOOTAGE),
    **dict.fromkeys(("paste", "paste_insert"), "Copy or cut clips first."),
    **dict.fromkeys(("lift_range", "extract_range"), "Set an in and an out point first."),
    **dict.fromkeys(("previous_marker", "next_marker"), _NO_MARKER),
    "undo": "Nothing has been done yet.",
    "redo": "Nothing has been undone.",
    "paste_attributes": "Copy a clip, then select those that shall look like it.",
    "close_gap": "Move the playhead into a gap.",
    "close_all_gaps": "There is no gap.",
    "join": "Move the playhead to a cut through one piece of footage.",
    "dissolve": "Move the playhead to a cut between two clips.",
    "link": "Select a picture and its sound first.",
    "group": "Select two clips or more.",
    "ungroup": "Select a clip of a group.",
    "replace": "Choose footage in the media bin, and select the clips that it shall replace.",
    "split_caption": "Select a caption, and move the playhead into it.",
    "merge_captions": "Select captions that follow each other.",
    "edit_marker": "Move the playhead to a marker.",
}  # fmt: skip


def reason(spec: ActionSpec, document: TimelineDocument) -> str:
    """Empty where nothing is known that is worth saying."""
    if spec.is_edit and document.is_read_only:
        return READ_ONLY
    return _REASONS.get(spec.name, "")
