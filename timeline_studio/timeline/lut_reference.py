"""A LUT's file as media: `lut:<digest>`, which only the program's own folder of LUTs answers."""

from timeline_studio.timeline.effects.effect import Lut
from timeline_studio.timeline.model import Caption, Item, MediaReference

LUT = "lut:"


def lut_reference(lut: Lut) -> MediaReference:
    """For whoever finds the files of media."""
    return MediaReference(url=LUT + lut.digest, name=lut.name)


def luts_of(item: Item) -> tuple[Lut, ...]:
    """The LUTs that its picture goes through."""
    if isinstance(item, Caption):
        return ()
    return tuple(
        each for each in item.effects if isinstance(each, Lut) and each.enabled and each.digest
    )
