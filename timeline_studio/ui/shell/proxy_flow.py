"""Proxies in the window: made by themselves or by command, marked, shown or not."""

import contextlib

from PySide6.QtCore import QObject, Signal

from timeline_studio.jobs import JobView
from timeline_studio.settings import Preferences
from timeline_studio.timeline.model import Clip, MediaReference
from timeline_studio.timeline.queries import items
from timeline_studio.ui.background import BackgroundTasks, Task, sentence_of
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.language import tr, tr_count
from timeline_studio.ui.shell.jobs_watch import JobsWatch
from timeline_studio.workflows.proxies import (
    PROXY_JOB,
    ask_for_proxies,
    delete_proxies,
    footage_of,
    with_proxies,
)
from timeline_studio.workflows.studio import Studio

AUTOMATIC = "automatic_proxies"


class ProxyFlow(QObject):
    """Looks at every timeline that `document` shows, and at footage as it comes in. Nothing here
    waits on the GUI thread."""

    changed = Signal(object)  # frozenset[str], the URLs of footage that is watched with a proxy
    said = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        studio: Studio,
        tasks: BackgroundTasks,
        document: TimelineDocument,
        watch: JobsWatch,
        preferences: Preferences,
    ) -> None:
        super().__init__(document)
        self._studio = studio
        self._tasks = tasks
        self._document = document
        self._watch = watch
        self._preferences = preferences
        self._seen: frozenset[str] = frozenset()
        self._watched: dict[str, MediaReference] = {}
        self._looking: Task | None = None
        self.proxied: frozenset[str] = frozenset()
        document.changed.connect(lambda _timeline: self._on_changed())
        watch.ended.connect(self._on_ended)

    @property
    def is_automatic(self) -> bool:
        return self._preferences.get(AUTOMATIC) is not False

    def toggle_automatic(self) -> None:
        """Make proxies of heavy footage by themselves, or only by command."""
        with contextlib.suppress(OSError):  # where it cannot be written, it holds until the end
            self._preferences.set(AUTOMATIC, not self.is_automatic)
        if self.is_automatic:
            self._ask(footage_of(self._document.timeline))

    def look(self) -> None:
        """Which footage of the timeline, or watched beside it, has a proxy now?"""
        media = list(self._watched.values())
        if self._looking is not None:
            self._looking.cancel()
        self._looking = self._tasks.run(
            lambda: with_proxies(self._studio, media), done=self._show, priority=-1
        )

    def watch(self, media: list[MediaReference]) -> None:
        """Tell of these too, whether they are on the timeline or not."""
        known = len(self._watched)
        self._watched |= {each.url: each for each in media}
        if len(self._watched) > known:
            self.look()

    def make(self) -> None:
        """Of the selected clips' footage, or of all that is on the timeline."""
        media = self._chosen()

        def tell(count: int) -> None:
            self._watch.look()
            making = tr_count(count, "1 proxy is being made.", "{n} proxies are being made.")
            self.said.emit(making if count else tr("There is nothing to make a proxy of."))

        self._tasks.run(
            lambda: ask_for_proxies(self._studio, media), done=tell, failed=self._explain
        )

    def delete(self) -> None:
        """Of the selected clips' footage, or of all that is on the timeline."""
        media = self._chosen()

        def tell(count: int) -> None:
            self.look()
            deleted = tr_count(count, "1 proxy was deleted.", "{n} proxies were deleted.")
            self.said.emit(deleted if count else tr("There was no proxy."))

        self._tasks.run(
            lambda: delete_proxies(self._studio, media), done=tell, failed=self._explain
        )

    def on_imported(self, media: list[MediaReference]) -> None:
        if self.is_automatic:
            self._ask(media)

    def _chosen(self) -> list[MediaReference]:
        timeline, selection = self._document.timeline, self._document.selection
        selected = {
            item.media.url: item.media
            for _, item in items(timeline)
            if item.id in selection and isinstance(item, Clip)
        }
        return list(selected.values()) or footage_of(timeline)

    def _on_changed(self) -> None:
        """Only other footage is of interest, not every edit."""
        media = footage_of(self._document.timeline)
        urls = frozenset(each.url for each in media)
        if urls == self._seen:
            return
        new = [each for each in media if each.url not in self._seen]
        self._seen = urls
        self.watch(media)
        if new and self.is_automatic:
            self._ask(new)

    def _ask(self, media: list[MediaReference]) -> None:
        self._tasks.run(
            lambda: ask_for_proxies(self._studio, media, is_automatic=True),
            done=lambda count: self._watch.look() if count else None,
            priority=-1,
        )

    def _on_ended(self, job: JobView) -> None:
        if job.type == PROXY_JOB:
            self.look()

    def _show(self, proxied: frozenset[str]) -> None:
        self._looking = None
        if proxied != self.proxied:
            self.proxied = proxied
            self.changed.emit(proxied)

    def _explain(self, error: Exception) -> None:
        self.failed.emit(sentence_of(error))
