"""The edits: pure functions from a timeline to a timeline, that raise EditError only.

All times are in flicks. An edit of a locked track is refused. Linked partners take part unless
`with_links` is false. Transitions move with their cuts, and go when their cut goes or their
items become too short for them.
"""

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.adjusting import roll, slide, slip
from timeline_studio.timeline.edits.arranging import (
    add_track,
    change_track,
    move_track,
    remove_track,
    rename_track,
    set_format,
    set_track,
)
from timeline_studio.timeline.edits.attributes import paste_attributes
from timeline_studio.timeline.edits.captioning import (
    add_caption,
    add_caption_track,
    merge_captions,
    set_caption_text,
    set_captioning,
    shift_captions,
    split_caption,
)
from timeline_studio.timeline.edits.changing import change_gains, replace_item, set_gain
from timeline_studio.timeline.edits.cutting import split, split_all, trim
from timeline_studio.timeline.edits.effecting import (
    add_keyframe,
    remove_keyframe,
    reset_properties,
    set_blend,
    set_fade,
    set_flip,
    set_property,
)
from timeline_studio.timeline.edits.fragment import Fragment, copy, renewed
from timeline_studio.timeline.edits.gaps import close_all_gaps, close_gap
from timeline_studio.timeline.edits.grouping import group, ungroup
from timeline_studio.timeline.edits.joining import join_through, through_edits
from timeline_studio.timeline.edits.keying import change_keyframe, put_keyframe
from timeline_studio.timeline.edits.levelling import (
    raise_gains,
    set_ducking,
    set_keep_pitch,
    set_master,
    set_track_sound,
)
from timeline_studio.timeline.edits.linking import link, unlink
from timeline_studio.timeline.edits.marking import (
    add_marker,
    change_marker,
    choose_poster,
    move_item_marker,
    move_marker,
    remove_marker,
)
from timeline_studio.timeline.edits.moving import move
from timeline_studio.timeline.edits.pasting import duplicate, duplicated, paste, paste_insert
from timeline_studio.timeline.edits.placing import (
    append,
    append_linked,
    insert,
    insert_linked,
    overwrite,
    overwrite_linked,
)
from timeline_studio.timeline.edits.ranges import extract_range, lift_range
from timeline_studio.timeline.edits.reach import LINKED, Reach
from timeline_studio.timeline.edits.removing import lift, ripple_delete
from timeline_studio.timeline.edits.replacing import place_on_top, replace_material
from timeline_studio.timeline.edits.ripple_trimming import ripple_trim, trim_head, trim_tail
from timeline_studio.timeline.edits.speeding import freeze_frame, set_speed
from timeline_studio.timeline.edits.stacking import (
    add_effect,
    change_effect,
    enable_effects,
    move_effect,
    remove_effect,
    reset_effect,
)
from timeline_studio.timeline.edits.three_point import Points, Span, spanned, three_point
from timeline_studio.timeline.edits.transitioning import (
    Alignment,
    add_transition,
    add_transitions,
    align_transition,
    alignment_of,
    change_look,
    missing_handles,
    missing_words,
    remove_transition,
    resize_transition,
)

__all__ = [
    "LINKED",
    "Alignment",
    "EditError",
    "Fragment",
    "Points",
    "Reach",
    "Span",
    "add_caption",
    "add_caption_track",
    "add_effect",
    "add_keyframe",
    "add_marker",
    "add_track",
    "add_transition",
    "add_transitions",
    "align_transition",
    "alignment_of",
    "append",
    "append_linked",
    "change_effect",
    "change_gains",
    "change_keyframe",
    "change_look",
    "change_marker",
    "change_track",
    "choose_poster",
    "close_all_gaps",
    "close_gap",
    "copy",
    "duplicate",
    "duplicated",
    "enable_effects",
    "extract_range",
    "freeze_frame",
    "group",
    "insert",
    "insert_linked",
    "join_through",
    "lift",
    "lift_range",
    "link",
    "merge_captions",
    "missing_handles",
    "missing_words",
    "move",
    "move_effect",
    "move_item_marker",
    "move_marker",
    "move_track",
    "overwrite",
    "overwrite_linked",
    "paste",
    "paste_attributes",
    "paste_insert",
    "place_on_top",
    "put_keyframe",
    "raise_gains",
    "remove_effect",
    "remove_keyframe",
    "remove_marker",
    "remove_track",
    "remove_transition",
    "rename_track",
    "renewed",
    "replace_item",
    "replace_material",
    "reset_effect",
    "reset_properties",
    "resize_transition",
    "ripple_delete",
    "ripple_trim",
    "roll",
    "set_blend",
    "set_caption_text",
    "set_captioning",
    "set_ducking",
    "set_fade",
    "set_flip",
    "set_format",
    "set_gain",
    "set_keep_pitch",
    "set_master",
    "set_property",
    "set_speed",
    "set_track",
    "set_track_sound",
    "shift_captions",
    "slide",
    "slip",
    "spanned",
    "split",
    "split_all",
    "split_caption",
    "three_point",
    "through_edits",
    "trim",
    "trim_head",
    "trim_tail",
    "ungroup",
    "unlink",
]
