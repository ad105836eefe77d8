"""The main window: it only arranges its parts."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from timeline_studio.library import Project
from timeline_studio.settings import Preferences, resource
from timeline_studio.ui.accounts.accounts_opener import AccountsOpener
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.elements.button_keys import keeps_for_button, press_by_return
from timeline_studio.ui.elements.leaving_text import hand_in_words
from timeline_studio.ui.elements.words import timeline_name
from timeline_studio.ui.language import Language, tr
from timeline_studio.ui.picker.timelines import TimelinePicker
from timeline_studio.ui.preflight.upload_checks import UploadChecks
from timeline_studio.ui.report.report_flow import ReportFlow
from timeline_studio.ui.shell.background_rendering import BackgroundRendering
from timeline_studio.ui.shell.command_centre import CommandCentre
from timeline_studio.ui.shell.commands import Reach, window_commands
from timeline_studio.ui.shell.download_line import DownloadLine
from timeline_studio.ui.shell.edit_workspace import PANEL_SWITCHES
from timeline_studio.ui.shell.encoder_menu import EncoderMenu
from timeline_studio.ui.shell.export_menu import ExportMenu
from timeline_studio.ui.shell.files import OpenUrl
from timeline_studio.ui.shell.flows import build_flows
from timeline_studio.ui.shell.header import Header
from timeline_studio.ui.shell.height_memory import HeightMemory
from timeline_studio.ui.shell.key_tips import tell_keys
from timeline_studio.ui.shell.layout_memory import LayoutMemory
from timeline_studio.ui.shell.menus import fill_menu_bar
from timeline_studio.ui.shell.monitor_memory import MonitorMemory
from timeline_studio.ui.shell.nesting_flow import NestingFlow
from timeline_studio.ui.shell.overlays import Overlays
from timeline_studio.ui.shell.panels import build_panels
from timeline_studio.ui.shell.preflight_flow import PreflightFlow
from timeline_studio.ui.shell.profile_menu import ProfileMenu
from timeline_studio.ui.shell.range_memory import RangeMemory
from timeline_studio.ui.shell.registration import register
from timeline_studio.ui.shell.routes import Routes
from timeline_studio.ui.shell.shell_actions import ShellActions
from timeline_studio.ui.shell.status_line import StatusLine
from timeline_studio.ui.shell.transition_memory import TransitionMemory
from timeline_studio.ui.shell.trouble import Trouble
from timeline_studio.ui.shell.whats_this import explain
from timeline_studio.ui.shell.workspaces import NAMES, Workspaces
from timeline_studio.ui.space.space_flow import SpaceFlow
from timeline_studio.ui.theme import Appearance, Theme
from timeline_studio.ui.theme.metrics import (
    WIDE_WINDOW,
    WINDOW_MINIMUM_HEIGHT,
    WINDOW_MINIMUM_WIDTH,
)
from timeline_studio.workflows.accounts import AccountDesk
from timeline_studio.workflows.links import LinkError, project_of_link
from timeline_studio.workflows.media import reference_to
from timeline_studio.workflows.projects import open_project
from timeline_studio.workflows.studio import Studio

_PICKER_WIDE, _PICKER_NARROW = 280, 220


class MainWindow(QMainWindow):
    """Raises a StudioError when `project_id` is given and cannot be opened.

    `appearance` and `language` outlive this window; without them, it keeps its own.
    """

    account_requested = Signal(str)

    def __init__(
        self,
        studio: Studio,
        preferences: Preferences,
        tasks: BackgroundTasks,
        theme: Theme,
        *,
        desk: AccountDesk,
        project_id: int | None = None,
        appearance: Appearance | None = None,
        language: Language | None = None,
        open_url: OpenUrl = QDesktopServices.openUrl,
        ahead_command: Sequence[str] = (),
        trials_command: Sequence[str] = (),
    ) -> None:
        super().__init__()
        if project_id is not None:
            open_project(studio, project_id)
        self._studio = studio
        self._tasks = tasks
        self._language = language or Language(preferences)
        self._appearance = appearance or Appearance(theme, preferences, self)
        # Pictures and waveforms wait on their own: a save must never queue behind them.
        self._adornments = BackgroundTasks(self, threads=2)
        self._adornments.unexpected.connect(tasks.unexpected)
        self.document = TimelineDocument(parent=self)
        self.panels = build_panels(studio, tasks, self._adornments, theme, self.document)
        self.flows = build_flows(
            studio,
            preferences,
            tasks,
            self.document,
            self,
            mode=self.panels.timeline.mode,
            versions=self.panels.history.versions,
            open_url=open_url,
        )
        self.picker = TimelinePicker(studio, tasks, theme, self)
        self.header = Header(self.picker.button, NAMES, theme)
        self.nesting = NestingFlow(
            studio, tasks, self.document, self.panels.timeline, self.flows.session
        )
        self.picker.add_requested.connect(self.nesting.add)
        self.nesting.failed.connect(self.panels.timeline.status_message)
        self.background = BackgroundRendering(
            ahead_command,
            studio=studio,
            tasks=tasks,
            document=self.document,
            watch=self.flows.watch,
            choice=self.flows.exports.choice,
            preferences=preferences,
            window=self,
        )
        self.background.stretches_changed.connect(self.panels.timeline.ruler.show_stretches)
        self.panels.monitor.playback.speed_changed.connect(self.background.set_playing)
        self.export_menu = ExportMenu(
            self.header.presets,
            self.flows.exports.choice,
            studio,
            tasks,
            encoders=EncoderMenu(
                self.flows.exports.choice, studio.home, tasks, self, command=trials_command
            ),
            document=self.document,
            points=self.panels.timeline.points,
        )
        self.profile_menu = ProfileMenu(self, self.flows.profile, studio, tasks)
        self.trouble = Trouble(self, theme, self.flows.session, self.header.saved)
        self.workspaces = Workspaces(self.header, self.panels, self)
        self.overlays = Overlays(theme, self.header, self.flows)
        self.accounts = AccountsOpener(desk, studio.account, tasks, theme, self)
        self.space = SpaceFlow(studio, tasks, theme, self.header.send)
        self.preflight = PreflightFlow(
            studio=studio,
            tasks=tasks,
            theme=theme,
            document=self.document,
            session=self.flows.session,
            picker=self.picker,
            importer=self.panels.media.importer,
            free_space=self.space.open,
            anchor=self.header.send,
            show_edit=self.workspaces.show_edit,
            show_accounts=self.accounts.open,
        )
        self.upload_checks = UploadChecks(studio, tasks, theme, self.header.send)
        self.reports = ReportFlow(studio, tasks, theme, self.panels.productions.search)
        self.status = StatusLine(self.statusBar(), studio, tasks, self.accounts.words)
        RangeMemory(preferences, self.flows.session, self.panels.timeline.points, tasks)
        rows = self.panels.timeline.view.layout_of_tracks
        HeightMemory(preferences, self.flows.session, rows, tasks)
        MonitorMemory(preferences, self.panels.monitor, tasks)
        TransitionMemory(preferences, self.panels.timeline.mode, tasks)
        self._layout_memory = LayoutMemory(preferences, self, self.panels.edit)
        self.centre = CommandCentre(
            self,
            studio,
            tasks,
            preferences,
            theme,
            document=self.document,
            session=self.flows.session,
            panels=self.panels,
            workspaces=self.workspaces,
        )
        reach = Reach(
            window=self,
            studio=studio,
            document=self.document,
            header=self.header,
            background=self.background,
            export_menu=self.export_menu,
            profile_menu=self.profile_menu,
            panels=self.panels,
            workspaces=self.workspaces,
            picker=self.picker,
            flows=self.flows,
            overlays=self.overlays,
            preflight=self.preflight,
            trouble=self.trouble,
            accounts=self.accounts,
            space=self.space,
            upload_checks=self.upload_checks,
            centre=self.centre,
        )
        self._routes = Routes(reach, self)
        self.shell_actions = ShellActions(self, window_commands(reach))
        self._arrange()
        self._join()
        self.panels.timeline.setFocus()
        self.panels.media.tools.remember(preferences)
        self.panels.media.refresh()
        self.flows.begin(project_id)

    def show_error(self, text: str) -> None:
        """One line that stays until it is closed."""
        self.trouble.toasts.complain(text)

    def refuse_account(self, reason: str) -> None:
        """Why the account that was asked for cannot be opened: this one goes on."""
        if not self.accounts.show_refusal(reason):
            self.show_error(reason)

    def open_link(self, link: str) -> None:
        """Come to the front, and open the timeline that a `timelinestudio:` link names."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        try:
            project_id = project_of_link(link)
        except LinkError as error:
            self.show_error(str(error))
            return
        self.workspaces.show_edit()
        self.flows.session.open(project_id)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save the last edit first; where that fails, stay and say so."""
        hand_in_words(self)
        if not self.flows.session.close():
            event.ignore()
            self.trouble.offer_closing(self)
            return
        self.panels.edit.dock_all()
        self._layout_memory.keep()
        self.flows.stop()
        self.background.close()
        self.export_menu.encoders.stop()
        self.preflight.cancel()
        self.upload_checks.stop()
        self.panels.downloads.close()
        self.status.stop()
        self.accounts.stop()
        for panel in self.panels.with_work:
            panel.close()
        self._adornments.close()
        self._tasks.wait_idle()
        event.accept()

    def event(self, event: QEvent) -> bool:
        if keeps_for_button(self, event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_return(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.panels.clips.look_again()  # the user comes back from putting a file there

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= WIDE_WINDOW
        self.picker.button.set_width(_PICKER_WIDE if is_wide else _PICKER_NARROW)

    def _arrange(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.trouble.banner)
        column.addWidget(self.workspaces.stack, 1)
        self.setCentralWidget(centre)
        self.setMinimumSize(WINDOW_MINIMUM_WIDTH, WINDOW_MINIMUM_HEIGHT)
        self.setWindowTitle("Timeline Studio")
        self.setWindowIcon(QIcon(str(resource("icons/timeline-studio.svg"))))
        bar = self.menuBar()
        choices = fill_menu_bar(
            bar,
            self.shell_actions,
            self.panels,
            self._appearance,
            self._language,
            say=self.trouble.toasts.say,
        )
        register(self.centre.registry, self.shell_actions, self.panels, self.document, choices)
        self.centre.wear_keys()
        tell_keys(self.shell_actions, self.header, self.picker, self.panels)
        explain(self.header, self.panels)
        if not self._layout_memory.restore():
            self.resize(1280, 800)

    def _join(self) -> None:
        self._appearance.changed.connect(self._show_theme)
        self.header.export.clicked.connect(self.shell_actions["export"].trigger)
        self.header.send.clicked.connect(self.shell_actions["send"].trigger)
        self.panels.edit.shown_changed.connect(self._show_panel_switches)
        self._show_panel_switches()
        self.panels.productions.report_requested.connect(self.reports.open)
        self.reports.following.connect(self.flows.watch.follow)
        self.flows.watch.ended.connect(self.reports.on_job_ended)
        checks = self.upload_checks
        checks.fix_pressed.connect(self.preflight.fixing.fix)
        checks.telling.connect(self.status.say)
        checks.said.connect(self.trouble.toasts.say)
        checks.failed.connect(self.show_error)
        self.space.folder_requested.connect(self._open_home)
        self.space.said.connect(self.trouble.toasts.say)
        self.space.failed.connect(self.show_error)
        self.space.cleared.connect(self.status.look)
        self.reports.said.connect(self.trouble.toasts.say)
        self.reports.failed.connect(self.show_error)
        self.overlays.fix_requested.connect(self.preflight.fixing.fix)
        self.overlays.place_requested.connect(self.preflight.go_to)
        self.preflight.fixing.edited.connect(self.overlays.leave_out)
        self.flows.session.opened.connect(self._show_title)
        self.flows.session.renamed.connect(self._show_title)
        proxies = self.flows.proxies
        proxies.changed.connect(self.panels.clips.set_proxied)
        proxies.changed.connect(lambda urls: self.panels.monitor.head.show_has_proxies(bool(urls)))
        bin_model = self.panels.media.model
        for listed in (bin_model.rowsInserted, bin_model.modelReset):
            listed.connect(lambda: proxies.watch([reference_to(u) for u in bin_model.uploads]))
        proxies.changed.connect(lambda _urls: self.panels.monitor.open_media_again())
        proxies.said.connect(self.trouble.toasts.say)
        proxies.failed.connect(self.show_error)
        self.panels.media.importer.imported.connect(
            lambda uploads: proxies.on_imported([reference_to(each) for each in uploads])
        )
        self.document.changed.connect(self.status.show_timeline)
        self.document.refused.connect(self.status.say)
        self.panels.timeline.status_message.connect(self.status.say)
        self.panels.timeline.view.hinted.connect(self.status.hint.setText)
        self.flows.timeline_files.said.connect(self.trouble.toasts.say)
        self.flows.timeline_files.failed.connect(self.show_error)
        self.flows.versions.said.connect(self.trouble.toasts.say)
        self.flows.versions.failed.connect(self.show_error)
        self.flows.timeline_files.imported.connect(self.panels.media.refresh)
        self.status.account.clicked.connect(self.shell_actions["accounts"].trigger)
        self.accounts.requested.connect(self.account_requested)
        self.panels.downloads.failed.connect(self.show_error)
        self.panels.luts.failed.connect(self.show_error)
        line = DownloadLine(self.panels.downloads, self.trouble.toasts)
        self.statusBar().insertPermanentWidget(1, line)

    def _open_home(self) -> None:
        self.flows.files.open(QUrl.fromLocalFile(str(self._studio.home.root)))

    def _show_theme(self) -> None:
        """What is painted ahead is painted anew."""
        self.panels.timeline.set_theme(self._appearance.theme)
        self.panels.meters.set_theme(self._appearance.theme)

    def _show_panel_switches(self) -> None:
        edit = self.panels.edit
        for name, panel in zip(PANEL_SWITCHES, edit.hideable, strict=True):
            self.shell_actions[name].setChecked(edit.is_shown(panel))

    def _show_title(self, project: Project) -> None:
        self.setWindowTitle(tr("{title} – Timeline Studio", title=timeline_name(project.name)))
