"""A section of numbers that keyframes can move: one row each, for all selected items."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from timeline_studio.timeline import edits
from timeline_studio.timeline.effects.animation import key_at, keys_of
from timeline_studio.timeline.effects.properties import described, has_property, property_of
from timeline_studio.timeline.model import Item, Timeline
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.inspector.form_section import FormSection
from timeline_studio.ui.inspector.property_row import PropertyRow
from timeline_studio.ui.inspector.scrub_field import ScrubField
from timeline_studio.ui.language import tr


class PropertyField(NamedTuple):
    """What a property is called, and how its numbers are shown."""

    name: str
    word: str
    suffix: str
    factor: float = 1.0
    step: float = 1.0
    decimals: int = 1


class NumberSection(FormSection):
    """One gesture is one undo step; what is typed, scrubbed or reset goes to every item that is
    shown. A value goes to the playhead where the property has keyframes."""

    def __init__(
        self, title: str, document: TimelineDocument, fields: Iterable[PropertyField]
    ) -> None:
        super().__init__(title)
        self._document = document
        self._items: Sequence[Item] = ()
        self._gesture = -1
        self._fields = {field.name: field for field in fields}
        self.rows: dict[str, PropertyRow] = {}
        for field in self._fields.values():
            self._add_property(field)

    def show_items(self, items: Sequence[Item]) -> None:
        """Hidden where there are none. Showing edits nothing."""
        self._items = items
        self.setVisible(bool(items))
        for name, row in self.rows.items():
            having = [item for item in items if has_property(item, name)]
            self.show_row(row, is_shown=bool(having))
            if having:
                values = [
                    (property_of(item, name), self._document.playhead - item.start)
                    for item in having
                ]
                row.show_values(values, described(name).default, self._factor(name))

    @property
    def is_moving(self) -> bool:
        """Whether what is shown depends on the playhead."""
        return any(
            keys_of(property_of(item, name))
            for item in self._items
            for name in self.rows
            if has_property(item, name)
        )

    def apply(
        self, text: str, edit: Callable[[Timeline, list[str]], Timeline], gesture: int = -1
    ) -> None:
        ids = [item.id for item in self._items]
        if not self._document.apply(text, lambda timeline: edit(timeline, ids), gesture=gesture):
            self.show_items(self._items)  # what is refused is not left in a field

    def _add_property(self, field: PropertyField) -> None:
        limits = described(field.name)
        factor = self._factor(field.name)
        number = ScrubField(
            f"item-{field.name}",
            limits.low * factor,
            limits.high * factor,
            field.suffix,
            tr("{word}: drag to change, or type", word=tr(field.word)),
            step=field.step,
        )
        number.setDecimals(field.decimals)
        row = self.rows[field.name] = PropertyRow(field.word, number)
        name = field.name
        number.entered.connect(lambda value: self._set(name, value))
        number.scrubbed.connect(lambda value, is_first: self._scrub(name, value, is_first))
        row.keyed.connect(lambda: self._key(name))
        row.stepped.connect(lambda by: self._step(name, by))
        row.reset.connect(lambda: self._reset(name))
        self.add(field.word, row)

    def _factor(self, name: str) -> float:
        """Of x and y: so many pixels is the frame wide and high."""
        timeline = self._document.timeline
        sizes = {"x": timeline.width or 1920, "y": timeline.height or 1080}
        return sizes.get(name, self._fields[name].factor)

    def _set(self, name: str, shown: float, gesture: int = -1) -> None:
        limits, time = described(name), self._document.playhead
        value = min(max(shown / self._factor(name), limits.low), limits.high)
        self.apply(
            tr("Change {title}", title=limits.title),
            lambda timeline, ids: edits.set_property(timeline, ids, name, value, time=time),
            gesture,
        )

    def _scrub(self, name: str, shown: float, is_first: bool) -> None:
        if is_first:
            self._gesture = self._document.new_gesture()
        self._set(name, shown, self._gesture)

    def _key(self, name: str) -> None:
        time = self._document.playhead
        first = next(item for item in self._items if has_property(item, name))
        if key_at(property_of(first, name), time - first.start):
            self.apply(
                "Remove keyframe",
                lambda timeline, ids: edits.remove_keyframe(timeline, ids, name, time),
            )
        else:
            self.apply(
                "Add keyframe",
                lambda timeline, ids: edits.add_keyframe(timeline, ids, name, time),
            )

    def _step(self, name: str, by: int) -> None:
        """Put the playhead on the keyframe before it, or on the next one."""
        first = next(item for item in self._items if has_property(item, name))
        playhead = self._document.playhead
        times = [first.start + key.time for key in keys_of(property_of(first, name))]
        ahead = [time for time in times if (time - playhead) * by > 0]
        if ahead:
            self._document.set_playhead(min(ahead, key=lambda time: abs(time - playhead)))

    def _reset(self, name: str) -> None:
        self.apply(
            tr("Reset {title}", title=described(name).title),
            lambda timeline, ids: edits.reset_properties(timeline, ids, [name]),
        )
