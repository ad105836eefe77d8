"""The effects of the selected pictures, in their order: those that all of them have."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from timeline_studio.timeline import edits
from timeline_studio.timeline.effects.catalog import EFFECT_KINDS
from timeline_studio.timeline.effects.stack import addressed
from timeline_studio.timeline.model import Caption, Item
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.elements.color_picking import ColorPicking
from timeline_studio.ui.elements.controls import label, tool_button
from timeline_studio.ui.inspector.effect_block import EffectBlock
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import CONTROL_HEIGHT, GAP_TIGHT, GAP_WIDE


class EffectsSection(QWidget):
    """Blocks are made anew only where other effects are shown: fields keep what is typed."""

    lut_requested = Signal(str)  # the address of the effect that wants a file

    def __init__(self, document: TimelineDocument, theme: Theme) -> None:
        super().__init__()
        self._document = document
        self._theme = theme
        self._items: Sequence[Item] = ()
        self._folded: set[str] = set()
        self.blocks: dict[str, EffectBlock] = {}
        self.add_button = tool_button(theme, "add", "Add an effect")
        self.add_button.setObjectName("add-effect")
        self.add_button.clicked.connect(self._show_menu)
        self._picking = ColorPicking(self)
        self._picking.picked.connect(self._on_picked)
        self._picking.cancelled.connect(self._on_cancelled)
        self._picked_for: EffectBlock | None = None
        self._was_enabled = True
        self._gesture = -1
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_TIGHT)
        self._column.addWidget(self._made_head())
        self.hint = label("None yet: press + or drag one from the Effects tab", "secondary")
        self.hint.setWordWrap(True)
        self.hint.setContentsMargins(GAP_WIDE, 0, GAP_WIDE, GAP_TIGHT)
        self._column.addWidget(self.hint)

    def show_items(self, items: Sequence[Item]) -> None:
        """Hidden where there are no pictures. Showing edits nothing."""
        pictures = [item for item in items if not isinstance(item, Caption)]
        if [item.id for item in pictures] != [item.id for item in self._items]:
            self._picking.stop()
        self._items = pictures
        self.setVisible(bool(pictures))
        stacks = [[address for address, _ in addressed(item.effects)] for item in pictures]
        first = stacks[0] if stacks else []
        shared = [each for each in first if all(each in stack for stack in stacks)]
        if list(self.blocks) != shared:
            self._make_blocks(shared)
        for place, block in enumerate(self.blocks.values()):
            block.show_items(pictures)
            block.show_place(is_first=place == 0, is_last=place == len(shared) - 1)
        self.hint.setText(
            tr("No effect is on all of them: press + to add one")
            if len(pictures) > 1
            else tr("None yet: press + or drag one from the Effects tab")
        )
        self.hint.setVisible(not shared)

    @property
    def is_moving(self) -> bool:
        """Whether what is shown depends on the playhead."""
        return any(block.is_moving for block in self.blocks.values())

    def _make_blocks(self, addresses: Sequence[str]) -> None:
        focused = self.focusWidget()
        name = focused.objectName() if focused is not None and focused.hasFocus() else ""
        for block in self.blocks.values():
            self._column.removeWidget(block)
            block.hide()
            block.deleteLater()
        self.blocks = {address: self._made_block(address) for address in addresses}
        for block in self.blocks.values():
            self._column.addWidget(block)
            block.show()
            if name and (again := block.findChild(QWidget, name)):
                again.setFocus()

    def _made_block(self, address: str) -> EffectBlock:
        block = EffectBlock(address, self._document, self._theme)
        block.set_folded(address in self._folded)
        block.folded.connect(lambda is_folded: self._remember(address, is_folded=is_folded))
        block.lut_requested.connect(lambda: self.lut_requested.emit(address))
        block.pick_requested.connect(lambda: self._pick(block))
        return block

    def _remember(self, address: str, *, is_folded: bool) -> None:
        (self._folded.add if is_folded else self._folded.discard)(address)

    def _pick(self, block: EffectBlock) -> None:
        """The picture is shown without the key meanwhile; all of it is one undo step."""
        self._picked_for = block
        self._was_enabled = block.enabled.isChecked()
        self._gesture = self._document.new_gesture()
        block.change("Pick key colour", {"enabled": False}, self._gesture)
        self._picking.start()

    def _on_picked(self, color: QColor) -> None:
        self._end_pick({"enabled": True, "color": color.name().upper()})

    def _on_cancelled(self) -> None:
        self._end_pick({"enabled": self._was_enabled})

    def _end_pick(self, fields: dict[str, object]) -> None:
        block, self._picked_for = self._picked_for, None
        if block is not None:
            block.change("Pick key colour", fields, self._gesture)

    def _show_menu(self) -> None:
        menu = QMenu(self)
        for kind in EFFECT_KINDS.values():
            menu.addAction(tr(kind.title), partial(self.add, kind.name))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))

    def add(self, kind: str) -> None:
        """A plain effect of that kind, on all that is shown."""
        ids, effect = [item.id for item in self._items], EFFECT_KINDS[kind].plain
        self._document.apply(
            tr("Add {effect}", effect=tr(EFFECT_KINDS[kind].title)),
            lambda timeline: edits.add_effect(timeline, ids, effect),
        )

    def _made_head(self) -> QFrame:
        head = QFrame()
        head.setProperty("look", "section")
        head.setFixedHeight(CONTROL_HEIGHT)
        row = QHBoxLayout(head)
        row.setContentsMargins(GAP_WIDE, 0, GAP_WIDE, 0)
        row.addWidget(label("Effects", "section"), 1)
        row.addWidget(self.add_button)
        return head
