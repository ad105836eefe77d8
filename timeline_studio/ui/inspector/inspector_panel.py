"""The inspector: the fields of what is selected, and further pages beside them."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Item, Track
from timeline_studio.timeline.selection import sounds
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.elements.empty_state import EmptyState
from timeline_studio.ui.elements.tab_row import TabRow
from timeline_studio.ui.elements.words import flicks_text, picture_text, rate_text
from timeline_studio.ui.inspector.form_section import Change
from timeline_studio.ui.inspector.item_form import ItemForm, describe
from timeline_studio.ui.inspector.transition_form import TransitionForm
from timeline_studio.ui.language import tr
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
        self.tabs = TabRow(["Inspector", *more], margin=GAP_WIDE - GAP_TIGHT)
        self._pages = QStackedWidget()
        self.empty = EmptyState(theme, "select", "Select a clip", is_small=True)
        self.form = ItemForm(document, theme)
        self.form.edited.connect(self._on_edited)
        self.form.speed_entered.connect(self._on_speed_entered)
        self.transition = TransitionForm(document)
        self._transition_id = ""
        self._item_page = self._make_item_page()
        self._transition_page = _scrolled(self.transition)
        for page in (self.empty, self._item_page, self._transition_page, *self._more):
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
        document.playhead_changed.connect(lambda _time: self._on_playhead_moved())
        self._show()

    def show_page(self, title: str) -> None:
        """The page of this tab."""
        self.tabs.choose(self.tabs.titles.index(title))

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
        return _scrolled(page)

    def show_transition(self, transition_id: str) -> None:
        """Show the fields of the transition that is selected on the timeline; "" is none."""
        self._transition_id = transition_id
        self._show()

    def _show(self) -> None:
        if self.tabs.index > 0:
            self._pages.setCurrentWidget(self._more[self.tabs.index - 1])
            return
        found = self._selected()
        if len(found) == 1 or (len(found) == 2 and _are_partners(found)):
            self._show_item(*found[0])
        elif found:
            self._show_several(found)
        elif not self._show_selected_transition():
            self._pages.setCurrentWidget(self.empty)

    def _show_selected_transition(self) -> bool:
        """False where there is none, or none any more."""
        for track in self._document.timeline.tracks if self._transition_id else ():
            for transition in track.transitions:
                if transition.id == self._transition_id:
                    self.transition.show_transition(track, transition)
                    is_fixed = self._document.is_read_only or track.locked
                    self.transition.setEnabled(not is_fixed)
                    self._pages.setCurrentWidget(self._transition_page)
                    return True
        return False

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
        self.form.show_item(timeline, item)
        self._show_properties([(track, item)])

    def _show_several(self, found: list[tuple[Track, Item]]) -> None:
        self.name.setText(tr("{count} items are selected", count=len(found)))
        self.name.setToolTip("")
        self.facts.setText(tr("A change here is made to all of them"))
        self.form.show_several()
        self._show_properties(found)

    def _show_properties(self, found: list[tuple[Track, Item]]) -> None:
        pictures = [item for track, item in found if track.kind == "video"]
        heard = sounds(self._document.timeline, {item.id for _, item in found})
        self.form.show_properties(pictures, [clip for _, clip in heard])
        is_locked = any(track.locked for track, _ in found)
        self.form.setEnabled(not (self._document.is_read_only or is_locked))
        self._pages.setCurrentWidget(self._item_page)

    def _on_playhead_moved(self) -> None:
        if self.form.is_moving and self._pages.currentWidget() is self._item_page:
            self._show()

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


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea(widgetResizable=True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
