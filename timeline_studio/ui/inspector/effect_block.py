"""One effect of the selected pictures: its switch, its numbers, and what else it has."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QToolButton

from timeline_studio.timeline import edits
from timeline_studio.timeline.effects.effect import ChromaKey, Curves, Effect, Lut
from timeline_studio.timeline.effects.stack import effect_at
from timeline_studio.timeline.model import Caption, Item
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.elements.controls import tool_button
from timeline_studio.ui.inspector.effect_extras import (
    CurvesField,
    EffectExtra,
    KeyColorField,
    LutField,
)
from timeline_studio.ui.inspector.effect_words import fields_of, title_of
from timeline_studio.ui.inspector.number_section import NumberSection
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme, icon
from timeline_studio.ui.theme.metrics import INSPECTOR_CONTROL_HEIGHT


class EffectBlock(NumberSection):
    """`address` names the effect on each of the items."""

    folded = Signal(bool)
    lut_requested = Signal()
    pick_requested = Signal()

    def __init__(self, address: str, document: TimelineDocument, theme: Theme) -> None:
        super().__init__(title_of(address), document, fields_of(address))
        self.address = address
        self._theme = theme
        self._is_folded = False
        self._extra_gesture = -1
        self.fold = self._tool("fold_open", "Show or hide its numbers", "fold")
        self.enabled = QCheckBox()
        self.enabled.setObjectName(f"{address}-enabled")
        self.enabled.setToolTip(tr("Whether the effect is seen"))
        self.enabled.setAccessibleName(tr("{effect}: seen", effect=title_of(address)))
        self.enabled.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.up = self._tool("move_up", "Put it before the effect above", "up")
        self.down = self._tool("move_down", "Put it after the effect below", "down")
        self.reset = self._tool("undo", "Reset the effect", "reset")
        self.remove = self._tool("delete", "Remove the effect", "remove")
        self.head.insertWidget(0, self.fold)
        self.head.insertWidget(1, self.enabled)
        self.head.addStretch()
        for each in (self.up, self.down, self.reset, self.remove):
            self.head.addWidget(each)
        self.head.setSpacing(2)
        self.extra: EffectExtra | None = None
        self._connect()

    def show_items(self, items: Sequence[Item]) -> None:
        super().show_items(items)
        found = [effect for item in items if (effect := _effect(item, self.address))]
        if not found:
            return
        if self.extra is None:
            self._add_extra(found[0])
        if self.extra is not None:
            self.extra.show_effect(found[0])
        self.enabled.setChecked(all(effect.enabled for effect in found))
        self.set_folded(self._is_folded)

    def show_place(self, *, is_first: bool, is_last: bool) -> None:
        self.up.setEnabled(not is_first)
        self.down.setEnabled(not is_last)

    def set_folded(self, is_folded: bool) -> None:
        self._is_folded = is_folded
        self.fold.setIcon(icon(self._theme, "fold_closed" if is_folded else "fold_open", "t2"))
        self.show_rows(are_shown=not is_folded)

    def change(self, text: str, fields: dict[str, object], gesture: int = -1) -> None:
        """Other than a number, of the effect of all items."""
        self.apply(
            text,
            lambda timeline, ids: edits.change_effect(timeline, ids, self.address, **fields),
            gesture,
        )

    def _connect(self) -> None:
        title, address = title_of(self.address), self.address
        self.fold.clicked.connect(self._on_fold)
        self.enabled.clicked.connect(
            lambda on: self.apply(
                tr("{effect} on", effect=title) if on else tr("{effect} off", effect=title),
                lambda timeline, ids: edits.enable_effects(timeline, ids, on, address),
            )
        )
        for button, by in ((self.up, -1), (self.down, 1)):
            button.clicked.connect(lambda _on, by=by: self._move(by))
        self.reset.clicked.connect(
            lambda: self.apply(
                tr("Reset {effect}", effect=title),
                lambda timeline, ids: edits.reset_effect(timeline, ids, address),
            )
        )
        self.remove.clicked.connect(
            lambda: self.apply(
                tr("Remove {effect}", effect=title),
                lambda timeline, ids: edits.remove_effect(timeline, ids, address),
            )
        )

    def _move(self, by: int) -> None:
        self.apply(
            tr("Move {effect}", effect=title_of(self.address)),
            lambda timeline, ids: edits.move_effect(timeline, ids, self.address, by),
        )

    def _on_fold(self) -> None:
        self.set_folded(not self._is_folded)
        self.folded.emit(self._is_folded)

    def _add_extra(self, effect: Effect) -> None:
        match effect:
            case Curves():
                self.extra = CurvesField(self._theme, self.address)
            case ChromaKey():
                self.extra = colour = KeyColorField(self._theme, self.address)
                colour.pick_requested.connect(self.pick_requested)
            case Lut():
                self.extra = file = LutField(self.address)
                file.choose_requested.connect(self.lut_requested)
        if self.extra is None:
            return
        self.extra.changed.connect(self._on_extra)
        word = {Curves: "", ChromaKey: "Colour", Lut: "File"}[type(effect)]
        if word:
            self.add(word, self.extra)
        else:
            self.add_wide(self.extra)

    def _on_extra(self, text: str, fields: dict[str, object], is_first: bool) -> None:
        if is_first:
            self._extra_gesture = self._document.new_gesture()
        self.change(text, fields, self._extra_gesture)

    def _tool(self, symbol: str, tip: str, name: str) -> QToolButton:
        made = tool_button(self._theme, symbol, tip)
        made.setObjectName(f"{self.address}-{name}")
        made.setProperty("look", "key")
        made.setFixedSize(INSPECTOR_CONTROL_HEIGHT - 2, INSPECTOR_CONTROL_HEIGHT)
        return made


def _effect(item: Item, address: str) -> Effect | None:
    return None if isinstance(item, Caption) else effect_at(item.effects, address)
