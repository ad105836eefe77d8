"""Putting transitions on cuts: by key, from their list, by a drop."""

from collections.abc import Callable

from timeline_studio.timeline import edits
from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.queries import find_track
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.timeline.transition_look import TransitionLook
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.action_spec import ActionSpec
from timeline_studio.ui.editor.cut_finding import cuts_between, meant_cut, sound_cuts
from timeline_studio.ui.editor.timeline_view import TimelineView
from timeline_studio.ui.editor.transition_names import KIND_NAMES
from timeline_studio.ui.language import tr

TRANSITION_DURATION = FLICKS_PER_SECOND


class TransitionCommands:
    """Each lasts a second, and takes the sound of its clips along where that has the media."""

    def __init__(self, document: TimelineDocument, view: TimelineView) -> None:
        self._document = document
        self._mode = view.mode
        self._pointing = view.pointing

    def specs(self) -> list[ActionSpec]:
        return [
            ActionSpec(
                "dissolve", "Clip", "Add Transition", "Ctrl+T", self.add_default, self.can_add
            )
        ]

    def can_add(self) -> bool:
        return bool(self._pointing.transition) or self._cut() is not None

    def add_default(self) -> None:
        self.add(self._mode.transition)

    def add(self, look: TransitionLook) -> None:
        """To the selected transition; else over all cuts between selected clips; else over the
        cut that is nearest to the playhead."""
        chosen, selection = self._pointing.transition, self._document.selection
        if chosen:
            self._document.apply(
                tr("Change to {what}", what=tr(KIND_NAMES[look.kind])),
                lambda timeline: edits.change_look(timeline, chosen, look),
            )
        elif cuts_between(self._document.timeline, selection):
            self._add(
                look,
                lambda timeline: edits.add_transitions(
                    timeline, selection, TRANSITION_DURATION, look
                ),
            )
        elif found := self._cut():
            self.add_at(*found, look)
        else:
            self._document.refused.emit(
                tr(
                    "There is no cut here: select two clips that touch, "
                    "or move the playhead to a cut."
                )
            )

    def add_at(self, track_id: str, cut: int, look: TransitionLook) -> None:
        def edit(timeline: Timeline) -> Timeline:
            timeline = edits.add_transition(timeline, track_id, cut, TRANSITION_DURATION, look)
            for sound in sound_cuts(timeline, track_id, cut) if self._mode.is_linking else ():
                try:
                    timeline = edits.add_transition(timeline, sound, cut, TRANSITION_DURATION)
                except EditError:
                    continue  # the picture crosses, its sound is cut
            return timeline

        is_sound = find_track(self._document.timeline, track_id).kind == "audio"
        self._add(TransitionLook() if is_sound else look, edit)

    def _add(self, look: TransitionLook, edit: Callable[[Timeline], Timeline]) -> None:
        self._document.apply(tr("Add {what}", what=tr(KIND_NAMES[look.kind])), edit)

    def _cut(self) -> tuple[str, int] | None:
        timeline, playhead = self._document.timeline, self._document.playhead
        target = self._mode.target(timeline, "video")
        return meant_cut(timeline, playhead, self._document.selection, target)
