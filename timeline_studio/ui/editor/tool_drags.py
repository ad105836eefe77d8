"""The drags of the tools: ripple, roll, slip, slide, and a dissolve that is pulled open."""

from collections.abc import Iterable

from msgspec.structs import replace

from timeline_studio.timeline import edits
from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.reach import Reach
from timeline_studio.timeline.edits.reshaping import Edge
from timeline_studio.timeline.model import Item, Timeline, Track
from timeline_studio.timeline.queries import find_item
from timeline_studio.timeline.time import frame_start
from timeline_studio.ui.editor.cut_finding import sound_cuts
from timeline_studio.ui.editor.edge_drag import EdgeDrag
from timeline_studio.ui.editor.gesture import EdgePictures, Pointer
from timeline_studio.ui.editor.hits import ends_at, starts_at
from timeline_studio.ui.editor.snapping import SnapTargets

_NOTHING = SnapTargets({})


def ripple_drag(
    timeline: Timeline,
    item: Item,
    side: Edge,
    press: Pointer,
    targets: SnapTargets,
    *,
    with_links: bool,
    reach: Reach,
) -> EdgeDrag:
    """Trims one side of `item`; all that is later follows, as `reach` says."""
    edge = item.start if side == "start" else item.end
    sign = -1 if side == "start" else 1

    def edit(timeline: Timeline, time: int) -> Timeline:
        return edits.ripple_trim(
            timeline, item.id, side, time - edge, with_links=with_links, reach=reach
        )

    def length(time: int) -> int:
        return item.duration + sign * (time - edge)

    return EdgeDrag("Ripple trim", timeline, edge, press, targets, edit=edit, length=length)


def roll_drag(
    timeline: Timeline,
    track: Track,
    cut: int,
    press: Pointer,
    targets: SnapTargets,
    *,
    with_links: bool,
) -> EdgeDrag:
    """Moves the cut between two items; the monitor shows the pictures beside it."""
    first = next(item.start for item in track.items if item.end == cut)
    moved_to = [cut]

    def edit(timeline: Timeline, time: int) -> Timeline:
        rolled = edits.roll(timeline, track.id, cut, time - cut, with_links=with_links)
        moved_to[0] = time
        return rolled

    def pictures(preview: Timeline) -> EdgePictures:
        now = cut if preview is timeline else moved_to[0]
        return _pictures(preview, track.id, (now - frame_start(1, timeline.rate), now))

    return EdgeDrag(
        "Roll",
        timeline,
        cut,
        press,
        targets,
        edit=edit,
        length=lambda time: time - first,
        pictures=pictures,
    )


def slip_drag(
    timeline: Timeline, item: Item, ids: Iterable[str], press: Pointer, *, with_links: bool
) -> EdgeDrag:
    """Moves the media under `item`, and under the others of `ids`, with the pointer."""
    chosen = tuple(ids)

    def edit(timeline: Timeline, time: int) -> Timeline:
        return edits.slip(timeline, chosen, item.start - time, with_links=with_links)

    return EdgeDrag(
        "Slip",
        timeline,
        item.start,
        press,
        _NOTHING,
        edit=edit,
        length=lambda _: item.duration,
        pictures=lambda preview: _around(preview, item.id),
    )


def slide_drag(
    timeline: Timeline,
    item: Item,
    ids: Iterable[str],
    press: Pointer,
    targets: SnapTargets,
    *,
    with_links: bool,
) -> EdgeDrag:
    """Moves `item`, and the others of `ids`, between their neighbours."""
    chosen = tuple(ids)

    def edit(timeline: Timeline, time: int) -> Timeline:
        return edits.slide(timeline, chosen, time - item.start, with_links=with_links)

    return EdgeDrag(
        "Slide",
        timeline,
        item.start,
        press,
        targets,
        edit=edit,
        length=lambda _: item.duration,
        pictures=lambda preview: _around(preview, item.id),
    )


def dissolve_pull(
    timeline: Timeline, track_id: str, cut: int, press: Pointer, *, with_sound: bool
) -> EdgeDrag:
    """Opens a dissolve over the cut, as far to both sides as the pointer is from it."""
    frame = frame_start(1, timeline.rate)

    def edit(timeline: Timeline, time: int) -> Timeline:
        length = max(frame, 2 * abs(time - cut))
        timeline = edits.add_transition(timeline, track_id, cut, length)
        for sound in sound_cuts(timeline, track_id, cut) if with_sound else ():
            try:
                timeline = edits.add_transition(timeline, sound, cut, length)
            except EditError:
                continue  # the picture dissolves, its sound is cut
        return timeline

    return EdgeDrag(
        "Add dissolve",
        timeline,
        cut,
        press,
        _NOTHING,
        edit=edit,
        length=lambda time: 2 * abs(time - cut),
    )


def _around(preview: Timeline, item_id: str) -> EdgePictures:
    """What comes before the item, its first and last picture, what comes after it."""
    track, item = find_item(preview, item_id)
    frame = frame_start(1, preview.rate)
    times = (
        item.start - frame if ends_at(track, item.start) else None,
        item.start,
        item.end - frame,
        item.end if starts_at(track, item.end) else None,
    )
    return _pictures(preview, track.id, times)


def _pictures(preview: Timeline, track_id: str, times: tuple[int | None, ...]) -> EdgePictures:
    """Of one track alone: what lies over it would hide the cut."""
    alone = tuple(track for track in preview.tracks if track.id == track_id)
    return EdgePictures(replace(preview, tracks=alone, markers=()), times)
