"""Groups and links by key."""

from timeline_studio.timeline import edits
from timeline_studio.timeline.queries import items_of
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.action_spec import ActionSpec
from timeline_studio.ui.editor.cut_finding import are_linked


class GroupingCommands:
    """What is tied together is chosen, moved and deleted together."""

    def __init__(self, document: TimelineDocument) -> None:
        self._document = document

    def specs(self) -> list[ActionSpec]:
        return [
            ActionSpec("link", "Clip", "Link or Unlink", "Ctrl+L", self.link, self.can_link),
            ActionSpec("group", "Clip", "Group", "Ctrl+G", self.group, self.can_group),
            ActionSpec(
                "ungroup", "Clip", "Ungroup", "Ctrl+Shift+G", self.ungroup, self.can_ungroup
            ),
        ]

    def can_link(self) -> bool:
        ids = self._document.selection
        return len(ids) > 1 or (bool(ids) and are_linked(self._document.timeline, ids))

    def link(self) -> None:
        """Unlink what is linked, else link what is selected."""
        ids = self._document.selection
        if are_linked(self._document.timeline, ids):
            self._document.apply("Unlink", lambda timeline: edits.unlink(timeline, ids))
        else:
            self._document.apply("Link", lambda timeline: edits.link(timeline, ids))

    def can_group(self) -> bool:
        return len(self._document.selection) > 1

    def group(self) -> None:
        ids = self._document.selection
        self._document.apply("Group", lambda timeline: edits.group(timeline, ids))

    def can_ungroup(self) -> bool:
        chosen = items_of(self._document.timeline, self._document.selection)
        return any(item.group for item in chosen)

    def ungroup(self) -> None:
        ids = self._document.selection
        self._document.apply("Ungroup", lambda timeline: edits.ungroup(timeline, ids))
