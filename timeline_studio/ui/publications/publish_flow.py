"""Publishing from the window: each change says what it did, and offers the way back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from timeline_studio.library import SpacePublication
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.elements.banner import Choice
from timeline_studio.ui.language import tr
from timeline_studio.ui.publications.audience import Audience, audience_of
from timeline_studio.ui.publications.audience_popover import AudiencePopover
from timeline_studio.ui.publications.publish_popover import PublishPopover
from timeline_studio.workflows.publications import (
    PublicationRow,
    SpaceRow,
    add_space,
    change_publication,
    list_publications,
    list_spaces,
    publish,
    unpublish,
)
from timeline_studio.workflows.studio import Studio


@dataclass(frozen=True)
class _Offer:
    """What the popover shows: the spaces, and where the production is published now."""

    spaces: list[SpaceRow]
    shown: list[PublicationRow]


class PublishFlow(QObject):
    said = Signal(str, object)  # text, Choice | None
    failed = Signal(str)
    changed = Signal(object)  # the publication that was changed last, or None
    spaces_requested = Signal()

    def __init__(self, studio: Studio, tasks: BackgroundTasks, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._tasks = tasks
        self._last_space: int | None = None

    def offer(self, production_id: int, name: str, anchor: QWidget) -> None:
        """Ask where, under `anchor`."""

        def ask() -> _Offer:
            rows = list_publications(self._studio, production_id=production_id)
            return _Offer(list_spaces(self._studio), [row for row in rows if _is_shown(row)])

        def show(offer: _Offer) -> None:
            popover = PublishPopover(
                anchor, name, offer.spaces, offer.shown, chosen=self._last_space
            )
            popover.spaces_pressed.connect(self.spaces_requested)
            popover.accepted.connect(
                lambda space_id, space, audience: self._publish(
                    offer, (production_id, name), (space_id, space), audience
                )
            )
            popover.open()

        self._run(ask, show)

    def with_spaces(self, then: Callable[[list[SpaceRow]], None]) -> None:
        self._run(lambda: list_spaces(self._studio), then)

    def offer_audience(self, row: PublicationRow, anchor: QWidget) -> None:
        """Ask who sees it, under `anchor`."""
        popover = AudiencePopover(anchor, row)
        popover.accepted.connect(lambda audience: self.change_audience(row, audience))
        popover.open()

    def change_audience(self, row: PublicationRow, audience: Audience) -> None:
        before = audience_of(row.publication)
        if audience == before:
            return

        def done(changed: SpacePublication) -> None:
            self._say(
                tr(
                    "“{name}” in “{space}”: {where}.",
                    name=row.name,
                    space=row.space.name,
                    where=_in_a_sentence(audience.feeds()),
                ),
                lambda: self._run(lambda: self._see(changed.id, before), self.changed.emit),
            )
            self.changed.emit(changed)

        self._run(lambda: self._see(row.publication.id, audience), done)

    def unpublish(self, rows: Sequence[PublicationRow]) -> None:
        def take_back() -> None:
            for row in rows:
                unpublish(self._studio, row.publication.id)

        def done(_answer: None) -> None:
            what = f"“{rows[0].name}”" if len(rows) == 1 else f"{len(rows)} publications"
            where = f" from “{rows[0].space.name}”" if len(rows) == 1 else ""
            # An old one has no production to publish, and nobody agreed to what was only asked for.
            again = [row for row in rows if row.production is not None and _is_shown(row)]
            self._say(
                tr("Unpublished {what}{where}.", what=what, where=where),
                lambda: self._publish_again(again),
                to=again,
            )
            self.changed.emit(None)

        if rows:
            self._run(take_back, done)

    def _publish(
        self,
        offer: _Offer,
        production: tuple[int, str],
        space: tuple[int | None, str],
        audience: Audience,
    ) -> None:
        production_id, name = production
        there = next((row for row in offer.shown if row.space.id == space[0]), None)
        if there is not None:
            self.change_audience(there, audience)
            return

        def show() -> SpacePublication:
            space_id = space[0] or add_space(self._studio, space[1]).id
            return self._show(production_id, space_id, audience)

        def done(made: SpacePublication) -> None:
            self._last_space = made.space_id
            self._say(
                tr("Published “{name}” in “{space}”.", name=name, space=space[1]),
                lambda: self._take_back(made.id),
            )
            self.changed.emit(made)

        self._run(show, done)

    def _take_back(self, publication_id: int) -> None:
        self._run(
            lambda: unpublish(self._studio, publication_id), lambda _row: self.changed.emit(None)
        )

    def _publish_again(self, rows: Sequence[PublicationRow]) -> None:
        def show() -> None:
            for row in rows:
                if row.production is not None:
                    self._show(row.production.id, row.space.id, audience_of(row.publication))

        self._run(show, lambda _answer: self.changed.emit(None))

    def _show(self, production_id: int, space_id: int, audience: Audience) -> SpacePublication:
        return publish(
            self._studio,
            production_id,
            space_id,
            visibility=audience.visibility,
            visible_in_space=audience.in_space,
            visible_in_global=audience.in_global,
        )

    def _see(self, publication_id: int, audience: Audience) -> SpacePublication:
        return change_publication(
            self._studio,
            publication_id,
            visibility=audience.visibility,
            visible_in_space=audience.in_space,
            visible_in_global=audience.in_global,
        )

    def _say(
        self, text: str, undo: Callable[[], None], *, to: Sequence[object] | None = None
    ) -> None:
        choice: Choice | None = ("Undo", undo) if to is None or to else None
        self.said.emit(text, choice)

    def _run(self, function: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.run(function, done=done, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(sentence_of(error))
        self.changed.emit(None)  # what came before the failure


def _is_shown(row: PublicationRow) -> bool:
    return row.publication.status == "published"


def _in_a_sentence(words: str) -> str:
    return words[:1].lower() + words[1:]
