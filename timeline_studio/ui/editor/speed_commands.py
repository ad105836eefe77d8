"""How fast the selected clips run: asked for in a popover, changed in one step."""

from fractions import Fraction

from PySide6.QtCore import QObject, Signal

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Clip
from timeline_studio.timeline.queries import items
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.action_spec import ActionSpec
from timeline_studio.ui.editor.editing_mode import EditingMode


class SpeedCommands(QObject):
    """`asked` has somebody open the popover."""

    asked = Signal()

    def __init__(
        self, document: TimelineDocument, mode: EditingMode, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._mode = mode

    def specs(self) -> list[ActionSpec]:
        return [
            ActionSpec(
                "speed",
                "Clip",
                "Speed…",
                "Ctrl+R",
                self.asked.emit,
                lambda: bool(self._document.selection),
            )
        ]

    @property
    def now(self) -> Fraction | None:
        """The speed of the first selected clip that has one."""
        ids = self._document.selection
        found = (item for _, item in items(self._document.timeline) if item.id in ids)
        return next((each.speed for each in found if isinstance(each, Clip) and each.speed), None)

    def set_speed(self, speed: Fraction, *, is_ripple: bool) -> bool:
        """False where it was refused."""
        ids, links = self._document.selection, self._mode.is_linking
        reach = self._mode.reach
        return self._document.apply(
            "Change speed",
            lambda timeline: edits.set_speed(
                timeline, ids, speed, ripple=is_ripple, with_links=links, reach=reach
            ),
        )
