"""Putting effects on clips: by command, from their list, by a drop."""

from collections.abc import Callable, Iterable
from functools import partial

from timeline_studio.timeline import edits
from timeline_studio.timeline.effects.catalog import EFFECT_KINDS
from timeline_studio.timeline.model import Caption, Shown
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.action_spec import ActionSpec
from timeline_studio.ui.language import tr


class EffectCommands:
    """`keyframes_asked`, where somebody offers a lane, shows or hides the selected clip's."""

    def __init__(self, document: TimelineDocument) -> None:
        self._document = document
        self.keyframes_asked: Callable[[], None] = lambda: None

    def specs(self) -> list[ActionSpec]:
        switch = ActionSpec(
            "effects",
            "Clip",
            "Effects On or Off",
            "Shift+D",
            self.switch,
            self.has_selection,
            tip="See the selected clips without their effects, and with them again",
        )
        keyframes = ActionSpec(
            "keyframes",
            "Clip",
            "Show or Hide Keyframes",
            "Shift+K",
            lambda: self.keyframes_asked(),  # noqa: PLW0108 - it is offered later
            is_edit=False,
            tip="The keyframes of the selected clip, as a curve under it",
        )
        return [switch, keyframes, *self._adding()]

    def has_selection(self) -> bool:
        return bool(self._document.selection)

    def add(self, kind: str) -> None:
        """To all selected pictures."""
        if self.has_selection():
            self.add_to(kind, self._document.selection)
        else:
            self._document.refused.emit(tr("Select a clip first, or drag the effect onto one."))

    def add_to(self, kind: str, item_ids: Iterable[str]) -> None:
        ids, effect = list(item_ids), EFFECT_KINDS[kind].plain
        self._document.apply(
            tr("Add {effect}", effect=tr(EFFECT_KINDS[kind].title)),
            lambda timeline: edits.add_effect(timeline, ids, effect),
            selection=ids,
        )

    def switch(self) -> None:
        """Off, where any of the selected clips has one on; else on."""
        with_effects = [item for item in self._pictures() if item.effects]
        enabled = not any(effect.enabled for item in with_effects for effect in item.effects)
        ids = [item.id for item in with_effects]
        self._document.apply(
            "Effects on" if enabled else "Effects off",
            lambda timeline: edits.enable_effects(timeline, ids, enabled),
        )

    def _adding(self) -> list[ActionSpec]:
        return [
            ActionSpec(
                f"add_{name}",
                "Effects",
                tr("Add {effect}", effect=tr(kind.title)),
                "",
                partial(self.add, name),
                self.has_selection,
                tip=kind.words,
            )
            for name, kind in EFFECT_KINDS.items()
        ]

    def _pictures(self) -> list[Shown]:
        ids, found = self._document.selection, []
        for track in self._document.timeline.video_tracks:
            chosen = (track.items[track.places[each]] for each in ids & track.places.keys())
            found += [item for item in chosen if not isinstance(item, Caption)]
        return found
