"""What a transition looks like, beyond OTIO's one dissolve: in our metadata, field by field."""

from typing import Any

import msgspec

from timeline_studio.timeline.otio.metadata import Ours, written_number
from timeline_studio.timeline.transition_look import TransitionLook, plain_look


def written_changes(look: TransitionLook) -> dict[str, Any]:
    """The fields that are not as in a plain dissolve."""
    fields: dict[str, Any] = msgspec.to_builtins(plain_look(look))
    if "softness" in fields:
        fields["softness"] = written_number(fields["softness"])
    return fields


def look_in(ours: Ours) -> TransitionLook:
    """The look that `written_changes` wrote; a dissolve, where it cannot be read."""
    texts = {name: ours.text(name) for name in ("kind", "direction", "color")}
    fields: dict[str, Any] = {name: text for name, text in texts.items() if text is not None}
    try:
        return msgspec.convert(
            {**fields, "softness": ours.number("softness", 0.0)}, type=TransitionLook
        )
    except msgspec.ValidationError:
        return TransitionLook()
