"""The edits: pure functions from a timeline to a timeline, that raise EditError only.

All times are in flicks. An edit of a locked track is refused. Linked partners take part unless
`with_links` is false. Transitions move with their cuts, and go when their cut goes or their
items become too short for them.
"""

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.adjusting import roll, slide, slip
from timeline_studio.timeline.edits.arranging import (
    add_marker,
    add_track,
    change_track,
    remove_marker,
    remove_track,
    rename_track,
    set_format,
)
from timeline_studio.timeline.edits.changing import replace_item, set_gain
from timeline_studio.timeline.edits.cutting import split, trim
from timeline_studio.timeline.edits.dissolving import add_dissolve, remove_transition
from timeline_studio.timeline.edits.gaps import close_all_gaps, close_gap
from timeline_studio.timeline.edits.linking import link, unlink
from timeline_studio.timeline.edits.moving import move
from timeline_studio.timeline.edits.placing import (
    append,
    append_linked,
    insert,
    insert_linked,
    overwrite,
    overwrite_linked,
)
from timeline_studio.timeline.edits.ranges import extract_range, lift_range
from timeline_studio.timeline.edits.removing import lift, ripple_delete
from timeline_studio.timeline.edits.ripple_trimming import ripple_trim, trim_head, trim_tail

__all__ = [
    "EditError",
    "add_dissolve",
    "add_marker",
    "add_track",
    "append",
    "append_linked",
    "change_track",
    "close_all_gaps",
    "close_gap",
    "extract_range",
    "insert",
    "insert_linked",
    "lift",
    "lift_range",
    "link",
    "move",
    "overwrite",
    "overwrite_linked",
    "remove_marker",
    "remove_track",
    "remove_transition",
    "rename_track",
    "replace_item",
    "ripple_delete",
    "ripple_trim",
    "roll",
    "set_format",
    "set_gain",
    "slide",
    "slip",
    "split",
    "trim",
    "trim_head",
    "trim_tail",
    "unlink",
]
