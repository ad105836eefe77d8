"""Copy, cut, paste, duplicate: each one method, over the system's clipboard."""

from collections.abc import Callable, Collection
from typing import Protocol

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from timeline_studio.timeline import edits
from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.edits import Fragment
from timeline_studio.timeline.edits.attributes import ATTRIBUTES, Attribute, has_attribute
from timeline_studio.timeline.fragment_document import fragment_from_json, fragment_to_json
from timeline_studio.timeline.model import Item, Timeline, TrackKind
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.action_spec import ActionSpec, Can, looking
from timeline_studio.ui.editor.cut_finding import has_all_partners
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.language import tr

CLIPS_MIME = "application/x-timeline-studio-clips"
"""The JSON of a fragment: another timeline, or another window, may take it."""


class _Paste(Protocol):
    def __call__(
        self, timeline: Timeline, fragment: Fragment, time: int, *, to: dict[TrackKind, str]
    ) -> Timeline: ...


class ClipboardCommands(QObject):
    """What is copied is pasted at the playhead, the first row of each kind on its target track.

    `attributes_asked` has somebody ask which attributes are meant.
    """

    attributes_asked = Signal()

    def __init__(self, document: TimelineDocument, mode: EditingMode) -> None:
        super().__init__(document)
        self._document = document
        self._mode = mode

    def specs(self) -> list[ActionSpec]:
        chosen, full = self.has_selection, self.has_clips
        return [
            _here("cut", "Cut", "Ctrl+X", self.cut, chosen),
            looking("copy", "Edit", "Copy", "Ctrl+C", self.copy, can=chosen),
            _here("paste", "Paste", "Ctrl+V", self.paste, full),
            _here("paste_insert", "Paste Insert", "Ctrl+Shift+V", self.paste_insert, full),
            _here(
                "paste_attributes",
                "Paste Attributes…",
                "Ctrl+Alt+V",
                self.attributes_asked.emit,
                lambda: chosen() and full(),
            ),
            ActionSpec("duplicate_clips", "Edit", "Duplicate", "Ctrl+D", self.duplicate, chosen),
        ]

    def has_selection(self) -> bool:
        return bool(self._document.selection)

    def has_clips(self) -> bool:
        data = QGuiApplication.clipboard().mimeData()
        return data is not None and data.hasFormat(CLIPS_MIME)

    def copy(self) -> None:
        """The selected items alone: partners are selected, or were left out on purpose."""
        fragment = edits.copy(self._document.timeline, self._document.selection, with_links=False)
        data = QMimeData()
        data.setData(CLIPS_MIME, fragment_to_json(fragment).encode())
        QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Leaves a gap."""
        self.copy()
        ids = self._document.selection
        links = has_all_partners(self._document.timeline, ids)
        self._document.apply("Cut", lambda timeline: edits.lift(timeline, ids, with_links=links))

    def paste(self) -> None:
        """Over what is there."""
        self._paste("Paste", edits.paste)

    def paste_insert(self) -> None:
        """Between what is there; the rest moves on."""

        def insert(
            timeline: Timeline, fragment: Fragment, time: int, *, to: dict[TrackKind, str]
        ) -> Timeline:
            links, reach = self._mode.is_linking, self._mode.reach
            return edits.paste_insert(
                timeline, fragment, time, to=to, with_links=links, reach=reach
            )

        self._paste("Paste insert", insert)

    def offered(self) -> set[Attribute]:
        """What the copied items can give."""
        sources = self._sources().values()
        return {each for each in ATTRIBUTES if any(has_attribute(item, each) for item in sources)}

    def give_attributes(self, chosen: Collection[Attribute]) -> bool:
        """To the selected items; each kind of track takes them from the first copied item of
        its kind. False where it was refused."""
        selection, sources = self._document.selection, self._sources()

        def edit(timeline: Timeline) -> Timeline:
            for track in timeline.tracks:
                ids = track.places.keys() & selection
                if ids and track.kind in sources:
                    timeline = edits.paste_attributes(timeline, ids, sources[track.kind], chosen)
            return timeline

        return self._document.apply("Paste attributes", edit)

    def _sources(self) -> dict[TrackKind, Item]:
        fragment, sources = self._copied(), dict[TrackKind, Item]()
        for row in fragment.rows if fragment else ():
            sources.setdefault(row.kind, row.items[0])
        return sources

    def duplicate(self) -> None:
        """What it makes is selected."""
        ids = self._document.selection
        timeline, reach = self._document.timeline, self._mode.reach
        links = has_all_partners(timeline, ids)
        copied = edits.duplicated(timeline, ids, with_links=links)
        self._document.apply(
            "Duplicate",
            lambda t: edits.duplicate(t, ids, with_links=links, reach=reach, copied=copied),
            selection=copied.item_ids,
        )

    def _paste(self, text: str, paste: _Paste) -> None:
        """Select what was pasted; the playhead goes behind it, where the next would go."""
        fragment = self._copied()
        if fragment is None:
            return
        fragment = edits.renewed(fragment)
        time = self._document.playhead
        to = {track.kind: track.id for track in self._mode.targets(self._document.timeline)}
        self._document.apply(
            text,
            lambda timeline: paste(timeline, fragment, time, to=to),
            selection=fragment.item_ids,
            playhead=time + fragment.duration,
        )

    def _copied(self) -> Fragment | None:
        """None where the clipboard holds nothing that this program understands."""
        if not self.has_clips():
            return None
        data = QGuiApplication.clipboard().mimeData().data(CLIPS_MIME)
        try:
            return fragment_from_json(data.toStdString())
        except DocumentError as error:
            self._document.refused.emit(
                tr("What was copied cannot be pasted here. {error}", error=error)
            )
            return None


def _here(name: str, text: str, keys: str, run: Callable[[], object], can: Can) -> ActionSpec:
    """Its key means the same in fields and lists: it works in the timeline panel only."""
    return ActionSpec(name, "Edit", text, keys, run, can, is_everywhere=False)
