"""The edits that menus, keys and buttons make: each one method, with what it needs."""

from msgspec.structs import replace

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Timeline, Title, Track, TrackKind, new_id
from timeline_studio.timeline.queries import items
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.cut_finding import (
    has_all_partners,
    splittable,
    straddling,
)
from timeline_studio.ui.editor.placement import TITLE_DURATION, titled
from timeline_studio.ui.editor.timeline_view import TimelineView


class EditCommands:
    """Works on the selection and at the playhead of `document`."""

    def __init__(self, document: TimelineDocument, view: TimelineView) -> None:
        self._document = document
        self._view = view
        self._mode = view.mode

    def can_split(self) -> bool:
        return bool(self._splittable())

    def split(self) -> None:
        ids, time, links = self._splittable(), self._document.playhead, self._mode.is_linking
        self._document.apply(
            "Split", lambda timeline: edits.split(timeline, ids, time, with_links=links)
        )

    def can_split_all(self) -> bool:
        return bool(straddling(self._timeline.tracks, self._document.playhead))

    def split_all(self) -> None:
        time = self._document.playhead
        ids = [item.id for item in straddling(self._timeline.tracks, time)]
        self._document.apply("Split all tracks", lambda timeline: edits.split(timeline, ids, time))

    def can_delete(self) -> bool:
        pointing = self._view.pointing
        return bool(self._document.selection or pointing.transition or pointing.gap)

    def delete(self) -> None:
        """As the ripple button says."""
        self._delete(is_ripple=self._mode.is_rippling)

    def delete_other(self) -> None:
        """As the ripple button does not say."""
        self._delete(is_ripple=not self._mode.is_rippling)

    def has_selection(self) -> bool:
        return bool(self._document.selection)

    def disable(self) -> None:
        """Switch the selected clips off; on again, if all of them are off."""
        ids = self._document.selection
        chosen = [item for _, item in items(self._timeline) if item.id in ids]
        enabled = not any(item.enabled for item in chosen)

        def edit(timeline: Timeline) -> Timeline:
            for item in chosen:
                timeline = edits.replace_item(timeline, replace(item, enabled=enabled))
            return timeline

        self._document.apply("Enable clips" if enabled else "Disable clips", edit)

    def add_title(self) -> None:
        start = self._document.playhead
        title = Title(id=new_id(), start=start, duration=TITLE_DURATION, text="Title")
        target = self._target("video")
        self._document.apply(
            "Add title",
            lambda timeline: titled(timeline, title, target.id if target else ""),
            selection=[title.id],
        )

    def add_video_track(self) -> None:
        self._document.apply("Add video track", lambda timeline: edits.add_track(timeline, "video"))

    def add_audio_track(self) -> None:
        self._document.apply("Add audio track", lambda timeline: edits.add_track(timeline, "audio"))

    def _delete(self, *, is_ripple: bool) -> None:
        ids = self._document.selection
        transition, gap = self._view.pointing.transition, self._view.pointing.gap
        if not ids and gap:
            reach = self._mode.reach
            self._document.apply(
                "Close gap", lambda t: edits.close_gap(t, gap.track_id, gap.start, reach=reach)
            )
            return
        if not ids and transition:
            self._document.apply(
                "Delete transition", lambda timeline: edits.remove_transition(timeline, transition)
            )
            return
        # A clip that was chosen without its partner goes alone.
        links = has_all_partners(self._timeline, ids)
        reach = self._mode.reach
        if not is_ripple:
            self._document.apply("Delete", lambda t: edits.lift(t, ids, with_links=links))
        else:
            self._document.apply(
                "Ripple delete",
                lambda t: edits.ripple_delete(t, ids, with_links=links, reach=reach),
            )

    def _splittable(self) -> list[str]:
        targets = [track for kind in ("video", "audio") if (track := self._target(kind))]
        playhead, selection = self._document.playhead, self._document.selection
        return splittable(self._timeline, playhead, selection, targets)

    def _target(self, kind: TrackKind) -> Track | None:
        return self._mode.target(self._timeline, kind)

    @property
    def _timeline(self) -> Timeline:
        return self._document.timeline
