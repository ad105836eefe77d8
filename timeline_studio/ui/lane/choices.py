"""What a lane can show of a clip and of its linked sound, in words."""

from collections.abc import Iterator
from typing import NamedTuple

from timeline_studio.timeline.effects.animation import keys_of
from timeline_studio.timeline.effects.properties import has_property, property_of
from timeline_studio.timeline.effects.stack import addressed
from timeline_studio.timeline.model import Caption, Item, Timeline, Track
from timeline_studio.timeline.queries import find_item, linked
from timeline_studio.ui.inspector.effect_words import fields_of, title_of
from timeline_studio.ui.inspector.number_section import PropertyField
from timeline_studio.ui.inspector.picture_section import PICTURE_FIELDS, SOUND_FIELDS
from timeline_studio.ui.language import tr


class Choice(NamedTuple):
    """A property of an item; `words` say which, with the effect that it belongs to."""

    item_id: str
    field: PropertyField
    words: str
    is_moving: bool


def choices_for(timeline: Timeline, item_id: str) -> list[Choice]:
    """Of the item, then of its partners. Raises EditError where it is gone."""
    track, item = find_item(timeline, item_id)
    found = list(_of(track, item))
    for partner_id in linked(timeline, item_id):
        found += _of(*find_item(timeline, partner_id))
    return found


def first_choice(choices: list[Choice]) -> Choice | None:
    """One that moves, where there is any."""
    return next((each for each in choices if each.is_moving), choices[0] if choices else None)


def _of(track: Track, item: Item) -> Iterator[Choice]:
    if isinstance(item, Caption):
        return
    fields = [(each, tr(each.word)) for each in (SOUND_FIELDS if track.kind == "audio" else ())]
    if track.kind == "video":
        fields += [(each, tr(each.word)) for each in PICTURE_FIELDS]
        for address, _ in addressed(item.effects):
            title = title_of(address)
            fields += [(each, f"{tr(each.word)} · {title}") for each in fields_of(address)]
    for field, words in fields:
        if has_property(item, field.name):
            yield Choice(item.id, field, words, bool(keys_of(property_of(item, field.name))))
