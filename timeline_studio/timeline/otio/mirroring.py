"""The sound of a timeline that has pictures only: its video clips' own."""

from msgspec.structs import replace

from timeline_studio.timeline.joins import joins_of, surviving
from timeline_studio.timeline.model import Clip, Item, Timeline, Track, Transition, new_id


def with_mirrored_sound(timeline: Timeline) -> Timeline:
    """With an audio track for each video track, where there is no audio track at all.

    Each clip gets its sound as a linked partner; dissolves become cross-fades. Stills, titles,
    colours and freeze frames have no sound.
    """
    if timeline.audio_tracks:
        return timeline
    pictures: list[Track] = []
    sounds: list[Track] = []
    for track in timeline.tracks:
        linked = replace(track, items=tuple(_with_link(item) for item in track.items))
        pictures.append(linked)
        sounds.append(_sound_of(linked, f"A{len(sounds) + 1}"))
    return replace(timeline, tracks=(*pictures, *sounds))


def _sound_of(track: Track, name: str) -> Track:
    pairs = [(item, replace(item, id=new_id())) for item in track.items if _sounds(item)]
    ids = {picture.id: sound.id for picture, sound in pairs}
    joins = [
        join._replace(
            transition=_crossing(join.transition),
            left=ids[join.left],
            right=ids[join.right],
        )
        for join in joins_of(track.items, track.transitions)
        if join.left in ids and join.right in ids
    ]
    items = tuple(replace(sound, markers=(), metadata={}) for _, sound in pairs)
    return Track(
        id=new_id(),
        kind="audio",
        name=name,
        items=items,
        transitions=surviving(joins, items),
        muted=track.hidden,
    )


def _crossing(transition: Transition) -> Transition:
    """Whatever the pictures do, sounds cross."""
    return replace(transition, id=new_id(), kind="dissolve")


def _sounds(item: Item) -> bool:
    return isinstance(item, Clip) and item.speed != 0


def _with_link(item: Item) -> Item:
    return replace(item, link=item.link or new_id()) if _sounds(item) else item
