"""OTIO's tracks, and what is nested in them, as items in a row."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

import opentimelineio as otio
from msgspec.structs import asdict, replace

from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.joins import joins_of, surviving
from timeline_studio.timeline.model import Item, Marker, TrackKind, Transition
from timeline_studio.timeline.otio.item_reading import ItemReader
from timeline_studio.timeline.otio.metadata import Ours, read_metadata, with_kept
from timeline_studio.timeline.otio.references import source_of
from timeline_studio.timeline.otio.speeds import speed_of
from timeline_studio.timeline.otio.times import flicks, seconds
from timeline_studio.timeline.otio.transition_looks import look_in
from timeline_studio.timeline.sequence import first_starting_from, shifted, with_edges

_OTHER_KIND: dict[str, str] = {
    "video": otio.schema.TrackKind.Audio,
    "audio": otio.schema.TrackKind.Video,
}


class Fade(NamedTuple):
    """A transition that has an item on one side only, and a gap or nothing on the other."""

    transition: Transition
    item_id: str
    is_in: bool


class Row(NamedTuple):
    """A composition as items in a row, from time 0; `duration` in exact seconds."""

    items: tuple[Item, ...] = ()
    transitions: tuple[Transition, ...] = ()
    fades: tuple[Fade, ...] = ()
    markers: tuple[Marker, ...] = ()
    duration: Fraction = Fraction(0)


class RowReader:
    """Reads compositions; each place is rounded from the exact sum of what is before it.

    `heard_apart` are the nested sequences that also lie on an audio track: where they lie on a
    video track, only their pictures count.
    """

    def __init__(self, items: ItemReader, heard_apart: frozenset[str]) -> None:
        self._items = items
        self._heard_apart = heard_apart

    def row(self, composition: Any, kind: TrackKind) -> Row:
        """A track, or a stack that holds no more than one; raises DocumentError otherwise."""
        if speed_of(composition, Ours(None)) != 1:
            raise DocumentError(
                f"“{composition.name}” has a speed of its own: a speed is read on clips only"
            )
        if isinstance(composition, otio.schema.Stack):
            row = self._of_stack(composition, kind)
        else:
            row = self._of_track(composition, kind)
        markers = tuple(self._items.marker(marker) for marker in composition.markers)
        row = row._replace(markers=(*row.markers, *markers))
        return windowed(row, composition.source_range) if composition.source_range else row

    def layer(self, child: Any, kind: TrackKind) -> Row:
        """A child of the timeline's stack: a composition, or a clip on its own."""
        return self.row(child, kind) if _is_nested(child) else self._of_track([child], kind)

    def _of_stack(self, stack: Any, kind: TrackKind) -> Row:
        layers = self._layers_of(stack, kind)
        if len(layers) > 1:
            raise DocumentError(
                f"“{stack.name}” is a nested sequence of {len(layers)} layers: flatten it, or "
                "render it to a file, in the program that made it"
            )
        if not layers:
            return Row()
        return self.layer(layers[0], kind)

    def _layers_of(self, stack: Any, kind: TrackKind) -> list[Any]:
        """Those of the other kind are left out, unless something would be lost by it."""
        layers = [child for child in stack if not _is_empty(child)]
        own = [
            layer for layer in layers if getattr(layer, "kind", None) != _OTHER_KIND.get(kind, "")
        ]
        return own if own and (kind == "audio" or stack.name in self._heard_apart) else layers

    def _of_track(self, children: Iterable[Any], kind: TrackKind) -> Row:
        building = _Building()
        for child in children:
            if isinstance(child, otio.schema.Transition):
                building.pend(self._transition(child))
            elif isinstance(child, otio.schema.Gap):
                self._add_gap(building, child)
            elif isinstance(child, otio.schema.Clip):
                start, end = building.advance(source_of(child).duration, child)
                if end > start:
                    building.add(self._items.item(child, kind, start, end))
            elif _is_nested(child):
                building.add_row(self.row(child, kind), child)
            else:
                raise DocumentError(f"“{child.name}” is a {child.schema_name()}: it cannot be read")
        return building.finished()

    def _add_gap(self, building: "_Building", gap: Any) -> None:
        origin = seconds(gap.source_range.start_time) if gap.source_range else Fraction(0)
        duration = seconds(gap.source_range.duration) if gap.source_range else Fraction(0)
        start, end = building.advance(duration, gap)
        building.markers += [
            self._items.marker(marker, start - flicks(origin)) for marker in gap.markers
        ]
        if end > start:
            building.break_off()

    def _transition(self, transition: Any) -> Transition:
        metadata, ours = read_metadata(transition.metadata)
        kind, types = transition.transition_type, otio.schema.TransitionTypes
        look = look_in(ours)
        plain = types.SMPTE_Dissolve if look.kind == "dissolve" else types.Custom
        is_plain = kind in {"", plain}
        return Transition(
            **asdict(look),
            id=self._items.fresh_id(ours),
            cut=0,
            in_offset=max(0, flicks(seconds(transition.in_offset))),
            out_offset=max(0, flicks(seconds(transition.out_offset))),
            name=transition.name,
            metadata=with_kept(metadata, {"transition_type": None if is_plain else kind}),
        )


class _Building:
    """A row in the making: where it has got to, and the transition that waits for its right."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.markers: list[Marker] = []
        self._transitions: list[Transition] = []
        self._fades: list[Fade] = []
        self._position = Fraction(0)
        self._pending: Transition | None = None
        self._touches = False

    def advance(self, duration: Fraction, child: Any) -> tuple[int, int]:
        """The start and the end of what comes next."""
        if duration < 0:
            raise DocumentError(f"“{child.name}” has a negative length")
        start = flicks(self._position)
        self._position += duration
        return start, flicks(self._position)

    def pend(self, transition: Transition) -> None:
        if self._pending:
            raise DocumentError("two transitions follow each other without a clip between them")
        self._pending = replace(transition, cut=flicks(self._position))

    def add(self, item: Item) -> None:
        if self._pending and self._touches:
            self._transitions.append(self._pending)
        elif self._pending:
            self._fades.append(Fade(self._pending, item.id, is_in=True))
        self._pending = None
        self._touches = True
        self.items.append(item)

    def break_off(self) -> None:
        """A gap, or the end."""
        if self._pending and self._touches:
            self._fades.append(Fade(self._pending, self.items[-1].id, is_in=False))
        self._pending = None
        self._touches = False

    def add_row(self, row: Row, child: Any) -> None:
        by, end = self.advance(row.duration, child)
        first, last = (row.items[0], row.items[-1]) if row.items else (None, None)
        if first is None or first.start > 0:
            self.break_off()
        for item in row.items:
            self.add(shifted(item if child.enabled else replace(item, enabled=False), by))
        if last is None or by + last.end < end:
            self.break_off()
        self._transitions += [replace(each, cut=each.cut + by) for each in row.transitions]
        self._fades += [_earlier(fade, -by) for fade in row.fades]
        self.markers += [replace(marker, time=marker.time + by) for marker in row.markers]

    def finished(self) -> Row:
        self.break_off()
        transitions = tuple(sorted(self._transitions, key=lambda each: each.cut))
        return Row(
            tuple(self.items),
            fitted(tuple(self.items), transitions),
            tuple(self._fades),
            tuple(self.markers),
            self._position,
        )


def windowed(row: Row, source_range: Any) -> Row:
    """What of a row lies within a range of OTIO's, from time 0."""
    duration = seconds(source_range.duration)
    start = flicks(seconds(source_range.start_time))
    end = start + flicks(duration)
    items = tuple(
        shifted(with_edges(item, max(item.start, start), min(item.end, end)), -start)
        for item in row.items
        if item.end > start and item.start < end
    )
    left = {item.id for item in items}
    return Row(
        items,
        surviving(joins_of(row.items, row.transitions), items),
        tuple(_earlier(fade, start) for fade in row.fades if fade.item_id in left),
        tuple(replace(marker, time=marker.time - start) for marker in row.markers),
        duration,
    )


def fitted(items: Sequence[Item], transitions: Iterable[Transition]) -> tuple[Transition, ...]:
    """The transitions, cut short where they are longer than their items allow."""
    kept: list[Transition] = []
    for transition in transitions:
        at = first_starting_from(items, transition.cut)
        earliest = max(items[at - 1].start, kept[-1].end if kept else 0)
        fitting = replace(
            transition,
            in_offset=min(transition.in_offset, transition.cut - earliest),
            out_offset=min(transition.out_offset, items[at].duration),
        )
        if fitting.end > fitting.start and fitting.in_offset >= 0:
            kept.append(fitting)
    return tuple(kept)


def _earlier(fade: Fade, by: int) -> Fade:
    transition = fade.transition
    return fade._replace(transition=replace(transition, cut=transition.cut - by))


def _is_nested(child: Any) -> bool:
    return isinstance(child, otio.schema.Stack | otio.schema.Track)


def _is_empty(child: Any) -> bool:
    return _is_nested(child) and not len(child)
