"""The inspector: the selected item's fields, and the history of edits."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QScrollArea,
    QStackedWidget,
    QUndoView,
    QVBoxLayout,
    QWidget,
)

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Clip, Item, Track
from timeline_studio.timeline.queries import find_item, linked
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.elements.empty_state import EmptyState
from timeline_studio.ui.elements.tab_row import TabRow
from timeline_studio.ui.elements.words import flicks_text, picture_text, rate_text
from timeline_studio.ui.inspector.form_section import Change
from timeline_studio.ui.inspector.item_form import ItemForm, describe
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP_PART, GAP_TIGHT, GAP_WIDE

_NO_MORE: Mapping[str, QWidget] = {}


class InspectorPanel(QWidget):
    """Every edit here is one undo step on the document."""

    def __init__(
        self, document: TimelineDocument, theme: Theme, more: Mapping[str, QWidget] = _NO_MORE
    ) -> None:
        """`more` are further pages, by the titles of their tabs."""
        super().__init__()
        self._document = document
        self._more = list(more.values())
        self.tabs = TabRow(["Inspector", "History", *more], margin=GAP_WIDE - GAP_TIGHT)
        self._pages = QStackedWidget()
        self.empty = EmptyState(theme, "select", "Select a clip", is_small=True)
        self.several = EmptyState(theme, "select", "", is_small=True)
        self.form = ItemForm()
        self.form.edited.connect(self._on_edited)
        self.form.gain_entered.connect(self._on_gain_entered)
        self.form.speed_entered.connect(self._on_speed_entered)
        self.history = QUndoView(document.undo_stack, emptyLabel="Opened")
        self.history.setAccessibleName("History of edits")
        self.history.setProperty("look", "history")
        self._item_page = self._make_item_page()
        for page in (self.empty, self.several, self._item_page, self.history, *self._more):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._pages, 1)
        self.setMinimumWidth(240)
        self.setFocusProxy(self.form.item.name)
        self.tabs.chosen.connect(lambda _index: self._show())
        document.changed.connect(lambda _timeline: self._show())
        document.selection_changed.connect(lambda _ids: self._show())
        document.read_only_changed.connect(lambda _on: self._show())
        self._show()

    def _make_item_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, GAP_PART, 0, 0)
        column.setSpacing(GAP_TIGHT)
        self.name = QLabel()
        self.name.setProperty("look", "title")
        self.facts = QLabel(wordWrap=True)
        self.facts.setProperty("look", "secondary")
        for label in (self.name, self.facts):
            label.setContentsMargins(GAP_WIDE, 0, GAP_WIDE, 0)
            column.addWidget(label)
        column.addSpacing(GAP_TIGHT)
        column.addWidget(self.form, 1)
        area = QScrollArea(widgetResizable=True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def _show(self) -> None:
        if self.tabs.index == 1:
            self.history.setEnabled(not self._document.is_read_only)
            self._pages.setCurrentWidget(self.history)
            return
        if self.tabs.index > 1:
            self._pages.setCurrentWidget(self._more[self.tabs.index - 2])
            return
        found = self._selected()
        if len(found) == 1 or (len(found) == 2 and _are_partners(found)):
            self._show_item(*found[0])
        elif found:
            self.several.sentence.setText(f"{len(found)} items are selected")
            self._pages.setCurrentWidget(self.several)
        else:
            self._pages.setCurrentWidget(self.empty)

    def _show_item(self, track: Track, item: Item) -> None:
        timeline = self._document.timeline
        name = item.name or describe(item, track)
        room = max(120, self.width() - 2 * GAP_WIDE)
        self.name.setText(
            self.name.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room)
        )
        self.name.setToolTip(name)
        parts = [describe(item, track)]
        if track.kind == "video":
            parts += [picture_text(timeline.width, timeline.height), rate_text(timeline.rate)]
        self.facts.setText(" · ".join([*parts, flicks_text(item.duration)]))
        self.form.show_item(timeline, item, self._sound_of(track, item))
        self.form.setEnabled(not (self._document.is_read_only or track.locked))
        self._pages.setCurrentWidget(self._item_page)

    def _sound_of(self, track: Track, item: Item) -> Clip | None:
        """The clip whose gain is shown: a picture's sound is its linked partner."""
        if not isinstance(item, Clip) or track.kind == "audio":
            return item if isinstance(item, Clip) else None
        timeline = self._document.timeline
        partners = [find_item(timeline, other) for other in linked(timeline, item.id)]
        sounds = [other for row, other in partners if row.kind == "audio"]
        return next((other for other in sounds if isinstance(other, Clip)), None)

    def _selected(self) -> list[tuple[Track, Item]]:
        """The selected items, pictures first, captions last; each track is read once."""
        ids, timeline = self._document.selection, self._document.timeline
        kinds = (timeline.video_tracks, timeline.audio_tracks, timeline.caption_tracks)
        tracks = chain.from_iterable(kinds) if ids else ()
        return [(track, item) for track in tracks for item in track.items if item.id in ids]

    def _on_edited(self, text: str, change: Change) -> None:
        selected = self._selected()
        if not selected:
            return
        _, item = selected[0]
        changed = change(item)
        if changed != item:
            self._document.apply(text, lambda timeline: edits.replace_item(timeline, changed))

    def _on_gain_entered(self, gain_db: float) -> None:
        selected = self._selected()
        sound = self._sound_of(*selected[0]) if selected else None
        if sound is not None:
            self._document.apply(
                "Change gain", lambda timeline: edits.set_gain(timeline, sound.id, gain_db)
            )

    def _on_speed_entered(self, speed: Fraction) -> None:
        """What comes later moves along. A speed that is refused is not left in the field."""
        ids = self._document.selection
        if not self._document.apply(
            "Change speed", lambda timeline: edits.set_speed(timeline, ids, speed, ripple=True)
        ):
            self._show()


def _are_partners(found: list[tuple[Track, Item]]) -> bool:
    (_, one), (_, other) = found
    return one.link is not None and one.link == other.link
