"""What of an item's look and sound OTIO has no word for: as text in our metadata, exact."""

from typing import Any

import msgspec

from timeline_studio.timeline.effects.animation import Animated
from timeline_studio.timeline.effects.fade import Fade
from timeline_studio.timeline.effects.transform import AS_IT_IS, BlendMode, Transform
from timeline_studio.timeline.model import Caption, Clip, Item
from timeline_studio.timeline.otio.metadata import Ours

_SOUND = frozenset({"gain_db", "pan", "keep_pitch"})


class _Look(msgspec.Struct, frozen=True, omit_defaults=True):
    """The fields of items that are kept so; `gain_db` only where it moves."""

    transform: Transform = AS_IT_IS
    opacity: Animated = 1.0
    blend: BlendMode = "normal"
    fade_in: Fade | None = None
    fade_out: Fade | None = None
    gain_db: Animated | None = None
    pan: Animated = 0.0
    keep_pitch: bool = True


def written_look(item: Item) -> str | None:
    """None where an item is as it was made."""
    if isinstance(item, Caption):
        return None
    sound: dict[str, Any] = {}
    if isinstance(item, Clip):
        moves = isinstance(item.gain_db, tuple)
        sound = {
            "pan": item.pan,
            "gain_db": item.gain_db if moves else None,
            "keep_pitch": item.keep_pitch,
        }
    look = _Look(
        transform=item.transform,
        opacity=item.opacity,
        blend=item.blend,
        fade_in=item.fade_in,
        fade_out=item.fade_out,
        **sound,
    )
    return None if look == _Look() else msgspec.json.encode(look).decode()


def with_look(item: Item, ours: Ours) -> Item:
    """The item as `written_look` kept it; as it is, where that was not us or cannot be read."""
    text = ours.text("look")
    if text is None or isinstance(item, Caption):
        return item
    try:
        look = msgspec.json.decode(text, type=_Look)
    except msgspec.DecodeError:
        return item
    fields = {name: getattr(look, name) for name in look.__struct_fields__}
    if not isinstance(item, Clip):
        fields = {name: value for name, value in fields.items() if name not in _SOUND}
    elif look.gain_db is None:
        del fields["gain_db"]
    return msgspec.structs.replace(item, **fields)
