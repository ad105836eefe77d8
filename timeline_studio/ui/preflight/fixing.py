"""What the Fix buttons do, and Go To."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from timeline_studio.timeline.queries import items
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.workflows.preflight import Finding, FixAction, fix_all


class Fixing(QObject):
    """Edits go through the document, one undoable step each; the rest is `others`'s to do."""

    edited = Signal(object)  # list[Finding]: the timeline was changed, so they hold no more

    def __init__(
        self,
        document: TimelineDocument,
        others: Mapping[FixAction, Callable[[Finding], None]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._others = others

    def fix(self, finding: Finding) -> None:
        if finding.fix is None:
            return
        if finding.fix.edit is not None:
            if self._document.apply(finding.fix.text, finding.fix.edit):
                self.edited.emit([finding])
        else:
            self._others[finding.fix.action](finding)

    def fix_all(self, findings: Sequence[Finding]) -> None:
        """All that edits can fix, in one step."""
        if self._document.apply("Fix All", fix_all(findings)):
            self.edited.emit(list(findings))

    def go_to(self, finding: Finding) -> None:
        """Select the item, and put the playhead there."""
        if finding.time is not None:
            self._document.set_playhead(finding.time)
        ids = {item.id for _, item in items(self._document.timeline)}
        if finding.item_id in ids:
            self._document.select([finding.item_id])
