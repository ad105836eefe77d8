"""Captions: what they say, where they part and join, and how their track is sent."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.edits.arranging import add_track
from timeline_studio.timeline.edits.changing import replace_item
from timeline_studio.timeline.edits.dividing import divided, is_inside
from timeline_studio.timeline.edits.moving import move
from timeline_studio.timeline.edits.placing import overwrite
from timeline_studio.timeline.edits.scope import (
    check_new,
    open_track,
    refuse_locked,
    select,
    with_tracks,
)
from timeline_studio.timeline.joins import with_items
from timeline_studio.timeline.model import Caption, Timeline, Track
from timeline_studio.timeline.queries import find_item, find_track, track_label
from timeline_studio.timeline.validation import validate_track


def set_caption_text(timeline: Timeline, item_id: str, text: str) -> Timeline:
    """Have a caption say something else.

    ::

        | Hello |  ->  | Good morning |
    """
    return replace_item(timeline, replace(_caption(timeline, item_id), text=text))


def split_caption(timeline: Timeline, item_id: str, time: int, at: int) -> Timeline:
    """Cut a caption in two at `time`; the first `at` letters stay, the others go to the right.

    ::

        | Hello. How are you? |  ->  | Hello. | How are you? |

    Raises EditError when the time is not inside of it, or a part would say nothing.
    """
    caption = _caption(timeline, item_id)
    early, late = caption.text[:at].rstrip(), caption.text[at:].lstrip()
    if not early or not late:
        raise EditError("A part of the caption would say nothing: put the cursor between words")
    track, _ = find_item(timeline, item_id)
    refuse_locked(timeline, track)
    if not is_inside(caption, time):
        raise EditError("There is nothing to split here: the time is not inside of the caption")
    timeline = divided(timeline, {track.id: [caption]}, time)
    left = _caption(timeline, item_id)
    right = next(item for item in find_track(timeline, track.id).items if item.start == left.end)
    timeline = set_caption_text(timeline, left.id, early)
    return set_caption_text(timeline, right.id, late)


def merge_captions(timeline: Timeline, item_ids: Iterable[str]) -> Timeline:
    """Make one caption of several that follow each other; it says all that they said.

    ::

        | Hello. |  | How are you? |  ->  | Hello. / How are you? |

    The first one's id, place and link stay. Raises EditError when they are on several tracks,
    or another caption is between them.
    """
    selection = select(timeline, item_ids, with_links=False)
    runs = [[item for item in run if isinstance(item, Caption)] for run in selection.values()]
    if len(runs) != 1 or len(runs[0]) < 2:
        raise EditError("It takes two captions or more, on one track, to make one")
    (track_id,), run = selection, runs[0]
    track = find_track(timeline, track_id)
    at = track.items.index(run[0])
    if track.items[at : at + len(run)] != tuple(run):
        raise EditError("Another caption is between these: merge it too, or move it away")
    whole = replace(
        run[0],
        duration=run[-1].end - run[0].start,
        text="\n".join(text for item in run if (text := item.text.strip())),
        markers=tuple(
            replace(marker, time=marker.time + item.start - run[0].start)
            for item in run
            for marker in item.markers
        ),
    )
    items = (*track.items[:at], whole, *track.items[at + len(run) :])
    return with_tracks(timeline, {track_id: with_items(track, items)})


def shift_captions(timeline: Timeline, track_id: str, by: int) -> Timeline:
    """Move all captions of a track by a time; what is linked to them stays.

    ::

        C1 | one | two |  ->  C1   | one | two |
    """
    track = _caption_track(timeline, track_id)
    return move(timeline, [item.id for item in track.items], by=by, with_links=False)


def set_captioning(
    timeline: Timeline,
    track_id: str,
    *,
    language: str | None = None,
    burned_in: bool | None = None,
) -> Timeline:
    """Say a caption track's language, and whether its captions are part of the picture.

    ::

        C1 | one |  ->  C1 (English, burned in) | one |
    """
    track = _caption_track(timeline, track_id)
    new = replace(
        track,
        language=track.language if language is None else language,
        burned_in=track.burned_in if burned_in is None else burned_in,
    )
    try:
        validate_track(new, track_label(timeline, track))
    except DocumentError as error:
        raise EditError(str(error)) from error
    return with_tracks(timeline, {track_id: new})


def add_caption(timeline: Timeline, track_id: str, caption: Caption) -> Timeline:
    """Put a caption where none is; it ends where the next one begins, if that is earlier.

    ::

        | one |    | two |  ->  | one | X | two |
    """
    track = _caption_track(timeline, track_id)
    check_new(timeline, {track_id: [caption]})
    end = caption.end
    for item in track.items:
        if item.start <= caption.start < item.end:
            raise EditError("A caption is here already: change it, or go to where none is")
        if caption.start < item.start < end:
            end = item.start
            break
    return overwrite(
        timeline, track_id, replace(caption, duration=end - caption.start), caption.start
    )


def add_caption_track(
    timeline: Timeline, captions: Sequence[Caption], *, language: str = "", name: str = ""
) -> Timeline:
    """Add a track with captions, which are in order and do not overlap.

    ::

                          C1  | one | two |
        V1 | A |  ->      V1 |      A      |
    """
    timeline = add_track(timeline, "caption", name=name)
    track = timeline.tracks[-1]
    if captions:
        check_new(timeline, {track.id: captions})
    new = replace(track, items=tuple(captions), language=language)
    try:
        validate_track(new, track_label(timeline, track))
    except DocumentError as error:
        raise EditError(str(error)) from error
    return with_tracks(timeline, {track.id: new})


def _caption(timeline: Timeline, item_id: str) -> Caption:
    item = find_item(timeline, item_id)[1]
    if not isinstance(item, Caption):
        raise EditError("That is not a caption")
    return item


def _caption_track(timeline: Timeline, track_id: str) -> Track:
    track = open_track(timeline, track_id)
    if track.kind != "caption":
        raise EditError(f"{track_label(timeline, track)} is not a caption track")
    return track
