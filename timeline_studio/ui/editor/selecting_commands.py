"""Selecting by key: all, nothing, and all that lies before or behind the playhead."""

from timeline_studio.timeline.model import Track
from timeline_studio.timeline.selection import back_from, forward_from, with_partners
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.action_spec import ActionSpec, looking
from timeline_studio.ui.editor.editing_mode import EditingMode


class SelectingCommands:
    """Locked tracks are left alone."""

    def __init__(self, document: TimelineDocument, mode: EditingMode) -> None:
        self._document = document
        self._mode = mode

    def specs(self) -> list[ActionSpec]:
        has_any = lambda: self._document.timeline.end > 0  # noqa: E731
        return [
            looking("select_all", "Edit", "Select All", "Ctrl+A", self.everything),
            looking("select_nothing", "Edit", "Select Nothing", "Ctrl+Shift+A", self.nothing),
            looking(
                "select_forward", "Edit", "Select Forward on Track", "A", self.forward, can=has_any
            ),
            looking(
                "select_all_forward",
                "Edit",
                "Select Forward on All Tracks",
                "Shift+A",
                self.all_forward,
                can=has_any,
            ),
            looking("select_back", "Edit", "Select Back on Track", "Alt+A", self.back, can=has_any),
            looking(
                "select_all_back",
                "Edit",
                "Select Back on All Tracks",
                "Alt+Shift+A",
                self.all_back,
                can=has_any,
            ),
        ]

    def everything(self) -> None:
        self._document.select(item.id for track in self._open() for item in track.items)

    def nothing(self) -> None:
        self._document.select(())

    def forward(self) -> None:
        """On the tracks of the selection, else on the target tracks."""
        self._select(self._meant(), is_forward=True)

    def back(self) -> None:
        self._select(self._meant(), is_forward=False)

    def all_forward(self) -> None:
        self._select(self._open(), is_forward=True)

    def all_back(self) -> None:
        self._select(self._open(), is_forward=False)

    def _select(self, tracks: list[Track], *, is_forward: bool) -> None:
        timeline, time = self._document.timeline, self._document.playhead
        find = forward_from if is_forward else back_from
        ids = find(timeline, time, [track.id for track in tracks])
        self._document.select(with_partners(timeline, ids) if self._mode.is_linking else ids)

    def _meant(self) -> list[Track]:
        chosen = self._document.selection
        tracks = self._open()
        holding = [t for t in tracks if any(item.id in chosen for item in t.items)]
        targets = self._mode.targets(self._document.timeline)
        return holding or [track for track in targets if not track.locked]

    def _open(self) -> list[Track]:
        return [track for track in self._document.timeline.tracks if not track.locked]
