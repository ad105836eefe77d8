"""LUTs that are gone, or whose copy cannot be read."""

from collections.abc import Iterator
from functools import partial

from timeline_studio.errors import StudioError
from timeline_studio.media.cube_file import read_cube
from timeline_studio.render.rendered_items import rendered_items
from timeline_studio.timeline import edits
from timeline_studio.timeline.effects.effect import Lut
from timeline_studio.timeline.effects.stack import addressed
from timeline_studio.timeline.lut_reference import lut_reference, luts_of
from timeline_studio.timeline.model import Caption, Timeline
from timeline_studio.timeline.queries import items
from timeline_studio.workflows.preflight.finding import Finding, Fix
from timeline_studio.workflows.preflight.subject import Subject


def check_luts(subject: Subject) -> Iterator[Finding]:
    """One blocker for each LUT, at its first use."""
    uses = {
        lut.digest: (lut, item)
        for item in reversed(list(rendered_items(subject.timeline)))
        for lut in luts_of(item)
    }
    for lut, item in uses.values():
        if problem := _problem(subject, lut):
            fix = Fix("edit", "Remove the LUT", partial(without, lut=lut))
            yield Finding(
                "blocker", "lut_missing", problem, fix=fix, item_id=item.id, time=item.start
            )


def without(timeline: Timeline, lut: Lut) -> Timeline:
    """The timeline without a LUT, wherever it is used."""
    for _, item in items(timeline):
        stack = () if isinstance(item, Caption) else tuple(addressed(item.effects))
        for address, effect in reversed(stack):
            if isinstance(effect, Lut) and effect.digest == lut.digest:
                timeline = edits.remove_effect(timeline, [item.id], address)
    return timeline


def _problem(subject: Subject, lut: Lut) -> str:
    try:
        read_cube(subject.resolve(lut_reference(lut)), lut.name)
    except StudioError as error:
        return str(error)
    return ""
