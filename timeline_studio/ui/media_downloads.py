"""Footage that is only in the store is fetched while the timeline is open, one file at a time."""

import time
from functools import partial

from PySide6.QtCore import QObject, Signal

from timeline_studio.timeline.model import Clip, MediaReference, Still, Timeline
from timeline_studio.timeline.queries import items
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.workflows.media import download_media, is_media_here
from timeline_studio.workflows.studio import Studio

_REST_SECONDS = 30.0


class _StoppedError(Exception):
    """The window closes, or the user does not want to wait."""


class MediaDownloads(QObject):
    """Looks at every timeline that `document` shows. Nothing here waits on the GUI thread.

    A download that fails is tried again with the first change that comes a while later; one that
    was cancelled when that is asked for.
    """

    away_changed = Signal(object)  # frozenset[str], the URLs that are not here yet
    progressed = Signal(str, float)  # the media's name, 0 to 1
    failed = Signal(str)
    cancelled = Signal(int)  # how many files are left in the store
    _advanced = Signal(str, float)  # from the thread that fetches

    def __init__(self, studio: Studio, tasks: BackgroundTasks, document: TimelineDocument) -> None:
        super().__init__(document)
        self._studio = studio
        self._tasks = tasks
        self._document = document
        self._here: set[str] = set()
        self._away: dict[str, MediaReference] = {}
        self._failed_at: dict[str, float] = {}
        self._fetching: str | None = None
        self._is_looking = False
        self._is_cancelled = False
        self._is_closed = False
        self._advanced.connect(self.progressed)
        document.changed.connect(self._look)

    @property
    def away(self) -> frozenset[str]:
        return frozenset(self._away)

    @property
    def is_fetching(self) -> bool:
        return self._fetching is not None and not self._is_cancelled

    def cancel(self) -> None:
        """Fetch no more of what is away now; `resume` does, and so does another timeline."""
        if self.is_fetching:
            self._is_cancelled = True
            self.cancelled.emit(len(self._away))

    def resume(self) -> None:
        """Go on with what was cancelled."""
        self._is_cancelled = False
        self._fetch_next()

    def close(self) -> None:
        """End what is being fetched; what has arrived of it is fetched again the next time."""
        self._is_closed = True

    @property
    def _is_stopped(self) -> bool:
        return self._is_closed or self._is_cancelled

    def _look(self, timeline: Timeline) -> None:
        """Which media of the timeline is new to us, and not here?"""
        found = {
            item.media.url: item.media
            for _, item in items(timeline)
            if isinstance(item, Clip | Still)
        }
        unknown = [media for url, media in found.items() if self._is_unknown(url)]
        if not unknown or self._is_looking:
            return
        self._is_looking = True
        self._tasks.run(
            lambda: [media for media in unknown if not is_media_here(self._studio, media)],
            done=lambda away: self._on_looked(timeline, unknown, away),
            failed=lambda _error: self._on_looked(timeline, unknown, []),  # missing, not away
        )

    def _is_unknown(self, url: str) -> bool:
        rested = time.monotonic() - self._failed_at.get(url, -_REST_SECONDS) >= _REST_SECONDS
        return rested and url not in self._here and url not in self._away

    def _on_looked(
        self, timeline: Timeline, looked_at: list[MediaReference], away: list[MediaReference]
    ) -> None:
        self._is_looking = False
        self._away.update({media.url: media for media in away})
        self._here.update({media.url for media in looked_at} - set(self._away))
        if away:
            self._is_cancelled = False
            self.away_changed.emit(self.away)
            self._fetch_next()
        if self._document.timeline is not timeline:
            self._look(self._document.timeline)

    def _fetch_next(self) -> None:
        if self._fetching is not None or not self._away or self._is_stopped:
            return
        media = next(iter(self._away.values()))
        self._fetching = media.url
        self._tasks.run(
            lambda: self._download(media),
            done=lambda is_here: self._on_fetched(media) if is_here else self._on_stopped(),
            failed=lambda error: self._on_failed(media, error),
            priority=-1,
        )

    def _download(self, media: MediaReference) -> bool:
        """On another thread. False where it was stopped."""
        try:
            download_media(self._studio, media, progress=partial(self._tell, media))
        except _StoppedError:
            return False
        return True

    def _tell(self, media: MediaReference, share: float) -> None:
        """On the thread that fetches."""
        if self._is_stopped:
            raise _StoppedError
        self._advanced.emit(media.name or media.url, share)

    def _on_fetched(self, media: MediaReference) -> None:
        self._leave(media)
        self._here.add(media.url)
        self._fetch_next()

    def _on_failed(self, media: MediaReference, error: Exception) -> None:
        self._failed_at[media.url] = time.monotonic()
        self._leave(media)
        if not self._is_closed:
            self.failed.emit(sentence_of(error))
        self._fetch_next()

    def _on_stopped(self) -> None:
        self._fetching = None
        self._fetch_next()  # where it was resumed meanwhile

    def _leave(self, media: MediaReference) -> None:
        self._fetching = None
        self._away.pop(media.url, None)
        self.away_changed.emit(self.away)
