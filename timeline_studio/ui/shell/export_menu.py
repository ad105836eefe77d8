"""The menu beside Export: what it is made as, and where it goes."""

from PySide6.QtCore import QObject, QPoint, QUrl, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from timeline_studio.render import copyable_share
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.range_points import RangePoints
from timeline_studio.ui.elements.words import share_text
from timeline_studio.ui.language import tr
from timeline_studio.ui.shell.encoder_menu import EncoderMenu
from timeline_studio.ui.shell.export_choice import ExportChoice
from timeline_studio.ui.shell.name_prompt import NamePrompt
from timeline_studio.workflows.export_presets import PresetError
from timeline_studio.workflows.media import resolver_here
from timeline_studio.workflows.studio import Studio

_MOST = 0.5


class ExportMenu(QObject):
    """A preset is an export at once; it stays chosen for the next one."""

    preset_chosen = Signal()
    save_chosen = Signal()
    folder_requested = Signal(object)  # QUrl
    said = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        anchor: QToolButton,
        choice: ExportChoice,
        studio: Studio,
        tasks: BackgroundTasks,
        *,
        encoders: EncoderMenu,
        document: TimelineDocument,
        points: RangePoints,
    ) -> None:
        super().__init__(anchor)
        self._anchor = anchor
        self._choice = choice
        self._studio = studio
        self._tasks = tasks
        self.encoders = encoders
        encoders.said.connect(self.said)
        encoders.failed.connect(self.failed)
        self._document = document
        self._points = points
        points.changed.connect(self._on_points_changed)
        self.menu: QMenu | None = None
        anchor.clicked.connect(self.open)

    def open(self) -> None:
        menu = QMenu(self._anchor)
        menu.setToolTipsVisible(True)
        self._add_presets(menu)
        menu.addSeparator()
        self._add_matching(menu)
        self._add_encoders(menu)
        self._add_range(menu)
        menu.addSeparator()
        menu.addAction(tr("Save Export As…"), self.save_chosen.emit).setObjectName("export_save_as")
        menu.addAction(tr("Duplicate Preset…"), self._ask_for_name).setObjectName(
            "preset_duplicate"
        )
        shown = menu.addAction(tr("Show My Presets"), self._show_folder)
        shown.setToolTip(
            tr("The folder of your own presets: small files to change in a text editor")
        )
        self.menu = menu
        menu.aboutToHide.connect(menu.deleteLater)
        menu.destroyed.connect(self._forget)
        menu.popup(self._anchor.mapToGlobal(QPoint(0, self._anchor.height())))

    def _add_presets(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        chosen = self._choice.slug
        for slug, preset in self._choice.shelf.list().items():
            text = preset.name if preset.is_kept else f"{preset.name}…"
            action = menu.addAction(text)
            action.setObjectName(f"preset-{slug}")
            action.setToolTip(preset.about)
            action.setCheckable(True)
            action.setChecked(slug == chosen)
            action.triggered.connect(lambda _checked, slug=slug: self._take(slug))
            group.addAction(action)

    def _add_matching(self, menu: QMenu) -> None:
        action = menu.addAction(tr("Match Source"))
        action.setObjectName("match_source")
        action.setToolTip(
            tr(
                "Copy what clips show untouched, without encoding it again. Unasked it "
                "is done where that is most of the timeline."
            )
        )
        action.setCheckable(True)
        wanted = self._choice.match_source
        action.setChecked(bool(wanted))
        action.triggered.connect(self._match)
        timeline, resolve = self._document.timeline, resolver_here(self._studio)
        if timeline.duration:
            self._tasks.run(
                lambda: copyable_share(timeline, resolve),
                done=lambda share: self._show_share(action, share, wanted),
                failed=lambda _error: None,  # missing media is told by the export
            )

    def _add_encoders(self, menu: QMenu) -> None:
        try:
            preset = self._choice.shelf.get(self._choice.slug)
        except PresetError:  # the export tells of it
            return
        if preset.is_kept and preset.encoder is None:
            self.encoders.add_to(menu, preset.coding)

    def _add_range(self, menu: QMenu) -> None:
        action = menu.addAction(tr("Only In to Out"))
        action.setObjectName("only_range")
        action.setToolTip(tr("Leave out what is before the in point and behind the out point"))
        action.setCheckable(True)
        action.setEnabled(self._points.stretch is not None)
        action.setChecked(self._choice.stretch is not None)
        action.triggered.connect(self._limit)

    def _limit(self, wanted: bool) -> None:
        self._choice.stretch = self._points.stretch if wanted else None

    def _on_points_changed(self) -> None:
        if self._choice.stretch is not None:
            self._choice.stretch = self._points.stretch

    def _show_share(self, action: QAction, share: float, wanted: bool | None) -> None:
        if self.menu is None or action not in self.menu.actions():
            return
        action.setText(tr("Match Source ({share} can be copied)", share=share_text(share)))
        if wanted is None:
            action.setChecked(share > _MOST)

    def _take(self, slug: str) -> None:
        self._choice.choose(slug)
        self.preset_chosen.emit()

    def _match(self, wanted: bool) -> None:
        self._choice.match_source = wanted

    def _ask_for_name(self) -> None:
        prompt = NamePrompt(self._anchor, "Duplicate", "Name the new preset")
        prompt.named.connect(self._duplicate)
        prompt.open()

    def _duplicate(self, name: str) -> None:
        try:
            made = self._choice.shelf.duplicate(self._choice.slug, name)
        except PresetError as error:
            self.failed.emit(str(error))
            return
        self._choice.choose(made)
        self.said.emit(
            tr(
                "“{name}” is a preset of your own now. Its file is {made}.json.",
                name=name,
                made=made,
            )
        )

    def _show_folder(self) -> None:
        folder = self._choice.shelf.own
        folder.mkdir(parents=True, exist_ok=True)
        self.folder_requested.emit(QUrl.fromLocalFile(str(folder)))

    def _forget(self) -> None:
        self.menu = None
