"""What happens to keyframes and fades when their item is cut, trimmed, stretched or held."""

from collections.abc import Callable

from msgspec.structs import replace

from timeline_studio.timeline.effects.animation import Animated, moved, stretched, value_at
from timeline_studio.timeline.effects.fade import Fade, further_cut
from timeline_studio.timeline.effects.properties import moving, with_property
from timeline_studio.timeline.model import Caption, Item


def with_later_start(item: Item, by: int) -> Item:
    """The item, to begin `by` flicks later, with each keyframe still at its moment."""
    return _each(item, lambda animated: moved(animated, -by)) if by else item


def part(item: Item, whole: Item) -> Item:
    """A part of `whole` with its fades as far as they reach into it."""
    if isinstance(whole, Caption):
        return item
    return _fading(
        item,
        further_cut(whole.fade_in, item.start - whole.start),
        further_cut(whole.fade_out, whole.end - item.end),
    )


def trimmed(item: Item, whole: Item) -> Item:
    """`whole` with other edges: a fade stays at its edge, one that was cut at its moments."""
    if isinstance(whole, Caption):
        return item
    fade_in, fade_out = whole.fade_in, whole.fade_out
    if fade_in and fade_in.cut:
        fade_in = further_cut(fade_in, item.start - whole.start)
    if fade_out and fade_out.cut:
        fade_out = further_cut(fade_out, whole.end - item.end)
    return _fading(item, fade_in, fade_out)


def run_slower(item: Item, factor: float) -> Item:
    """Keyframes and fades `factor` times as long, as the item is."""
    item = _each(item, lambda animated: stretched(animated, factor))
    if isinstance(item, Caption):
        return item
    return _fading(item, _longer(item.fade_in, factor), _longer(item.fade_out, factor))


def held(item: Item, time: int) -> Item:
    """The item as it is `time` flicks after its start, for good; it does not fade."""
    item = _each(item, lambda animated: value_at(animated, time))
    return _fading(item, None, None)


def _each(item: Item, change: Callable[[Animated], Animated]) -> Item:
    for name, animated in tuple(moving(item)):
        item = with_property(item, name, change(animated))
    return item


def _fading(item: Item, fade_in: Fade | None, fade_out: Fade | None) -> Item:
    if isinstance(item, Caption) or (fade_in, fade_out) == (item.fade_in, item.fade_out):
        return item
    return replace(item, fade_in=fade_in, fade_out=fade_out)


def _longer(fade: Fade | None, factor: float) -> Fade | None:
    if fade is None:
        return None
    duration = max(1, round(fade.duration * factor))
    return Fade(duration, min(duration - 1, round(fade.cut * factor)))
