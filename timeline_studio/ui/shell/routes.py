"""What a panel asks for, joined to what answers it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QUrl
from PySide6.QtGui import QCursor, QGuiApplication

from timeline_studio.library import Project, Upload
from timeline_studio.timeline.queries import find_item
from timeline_studio.ui.captions.caption_files import CaptionFiles, is_caption_file
from timeline_studio.ui.editor import How
from timeline_studio.ui.editor.range_commands import MarkedPlace
from timeline_studio.ui.language import tr
from timeline_studio.ui.picker.timelines import TimelinePicker
from timeline_studio.ui.shell.commands import Reach
from timeline_studio.ui.shell.desktop_notice import DesktopNotice
from timeline_studio.ui.shell.export_menu import ExportMenu
from timeline_studio.ui.shell.profile_menu import ProfileMenu
from timeline_studio.ui.shell.publication_routes import PublicationRoutes
from timeline_studio.ui.voice_over.voice_over import Take
from timeline_studio.workflows.media import upload_id_of
from timeline_studio.workflows.sample import create_sample_project
from timeline_studio.workflows.sends import ProductionRow


class Routes(QObject):
    """Nothing here decides anything: each slot is one step from a request to its workflow."""

    def __init__(self, reach: Reach, parent: QObject) -> None:
        super().__init__(parent)
        self._window = reach.window
        self._studio = reach.studio
        self._panels = reach.panels
        self._document = reach.document
        self._workspaces = reach.workspaces
        self._overlays = reach.overlays
        self._trouble = reach.trouble
        self._session = reach.flows.session
        self._jobs_watch = reach.flows.watch
        self._exports = reach.flows.exports
        self._sends = reach.flows.sends
        self._placement = reach.flows.placement
        self._files = reach.flows.files
        self._pages = reach.flows.pages
        self._site = reach.flows.site
        self._export_menu = reach.export_menu
        self._profile_menu = reach.profile_menu
        self._checks = reach.upload_checks
        self._join_picker(reach.picker)
        self._captions = reach.flows.caption_files
        self._join_captions(self._captions)
        self._join_editing()
        self._join_delivery()
        self._join_flows()
        self._publications = PublicationRoutes(reach, self)

    def _join_picker(self, picker: TimelinePicker) -> None:
        picker.open_requested.connect(self._session.open)
        picker.new_requested.connect(self._session.create)
        picker.renamed.connect(self._session.show_renamed)
        picker.archived.connect(self._on_archived)
        picker.restored.connect(self._on_restored)
        self._restore = picker.restore
        picker.failed.connect(self._trouble.toasts.complain)
        self._session.opened.connect(picker.show_current)
        self._session.renamed.connect(picker.show_current)
        self._session.opened.connect(lambda _project: self._panels.media.refresh())

    def _join_editing(self) -> None:
        media, timeline = self._panels.media, self._panels.timeline
        complain = self._trouble.toasts.complain
        actions = timeline.editor_actions
        self._join_source()
        media.view.selectionModel().selectionChanged.connect(lambda *_: actions.refresh())
        media.model.modelReset.connect(actions.refresh)
        media.append_requested.connect(lambda uploads: self._placement.place(uploads, "append"))
        media.failed.connect(complain)
        media.sample_requested.connect(self._open_sample)
        media.changed.connect(self._panels.uploads.refresh)
        timeline.uploads_dropped.connect(self._placement.drop)
        timeline.files_dropped.connect(self._on_files_dropped)
        timeline.relink_requested.connect(self._on_missing_pressed)
        self._placement.failed.connect(complain)
        self._placement.placed.connect(media.keeping.note_use)

    def _join_source(self) -> None:
        """What is in the source monitor is cut in by its points while it is shown there."""
        media, monitor, source = self._panels.media, self._panels.monitor, self._panels.source
        actions = self._panels.timeline.editor_actions

        def is_shown() -> bool:
            return monitor.shows_source and monitor.source.material is not None

        def has_chosen() -> bool:
            return bool(media.view.selectionModel().hasSelection())

        def take(how: How) -> None:
            if is_shown():
                source.cut_in(how)
            else:
                self._placement.place(media.view.chosen(), how)

        shown = MarkedPlace(monitor.source.document, monitor.source.points)
        actions.range.elsewhere = lambda: shown if is_shown() else None
        actions.offer_source(take, lambda: is_shown() or has_chosen(), has_chosen=has_chosen)
        actions.source.chosen_asked.connect(lambda: source.open(media.view.chosen()[0]))
        actions.source.match_asked.connect(source.match)
        monitor.tabs.chosen.connect(actions.refresh)
        monitor.source.opened.connect(actions.refresh)
        source.failed.connect(self._trouble.toasts.complain)
        media.open_requested.connect(source.open)
        relink = self._panels.uploads.choose_file
        media.relink_requested.connect(lambda upload: relink(upload.id, upload.name))
        media.relink.said.connect(self._trouble.toasts.say)
        self._panels.audio.failed.connect(self._trouble.toasts.complain)
        self._panels.audio.voice.finished.connect(self._on_take)
        self._panels.audio.asked_for.connect(lambda: self._panels.inspector.show_page("Audio"))

    def _join_delivery(self) -> None:
        exports, uploads = self._panels.exports, self._panels.uploads
        productions = self._panels.productions
        for panel in (exports, uploads, productions):
            panel.failed.connect(self._trouble.toasts.complain)
        exports.send_requested.connect(self._checks.check)
        exports.send_as_requested.connect(self._send_as)
        self._checks.passed.connect(self._sends.send)
        exports.export_requested.connect(self._export)
        productions.send_requested.connect(lambda: self._workspaces.show_panel(exports))
        self._overlays.outbox_requested.connect(self._show_outbox)
        self._panels.outbox.failed.connect(self._trouble.toasts.complain)
        self._panels.outbox.send_requested.connect(self._overlays.start_send)
        self._panels.outbox.changed.connect(self._jobs_watch.look)
        self._jobs_watch.changed.connect(lambda _entries: self._panels.outbox.show_moved())
        for source in (exports, productions):
            source.open_timeline_requested.connect(self._open_timeline)
        for files in (exports, uploads):
            files.open_requested.connect(self._files.play)
            files.show_file_requested.connect(self._files.show_file)
        productions.play_requested.connect(self._watch)
        productions.copy_link_requested.connect(self._copy_link)
        uploads.add_requested.connect(self._add_to_timeline)
        uploads.import_requested.connect(self._panels.media.choose_files)
        uploads.changed.connect(self._panels.media.refresh)
        uploads.changed.connect(self._panels.clips.look_again)

    def _join_flows(self) -> None:
        complain = self._trouble.toasts.complain
        self._exports.already_running.connect(self._show_outbox)
        self._jobs_watch.ended.connect(lambda _job: self._panels.deliver.refresh())
        self._exports.exported.connect(self._on_exported)
        self._exports.written.connect(self._on_written)
        self._exports.failed.connect(complain)
        self._exports.replaced.connect(self._trouble.toasts.say)
        self.notice = DesktopNotice(self._window)
        self._join_notice(self.notice)
        self._join_presets(self._export_menu)
        self._join_profiles(self._profile_menu)
        self._sends.sending.connect(self._on_sending)
        self._sends.ready.connect(self._on_ready)
        self._sends.failed.connect(complain)
        self._files.failed.connect(complain)
        self._pages.failed.connect(complain)
        self._site.failed.connect(complain)
        self._site.said.connect(self._trouble.toasts.say)
        self._site.written.connect(self._on_site_written)

    def _join_notice(self, notice: DesktopNotice) -> None:
        """What ends long after it was begun."""
        self._exports.exported.connect(lambda _upload_id: notice.tell("An export is finished."))
        self._exports.written.connect(lambda path: notice.tell(f"{path.name} is finished."))
        self._exports.failed.connect(notice.tell)
        self._sends.ready.connect(lambda _production_id: notice.tell("A video is ready to watch."))
        self._sends.failed.connect(notice.tell)

    def _join_presets(self, menu: ExportMenu) -> None:
        menu.preset_chosen.connect(self._export)
        menu.save_chosen.connect(lambda: self._exports.save_as(self._workspaces.header.export))
        menu.folder_requested.connect(self._files.open)
        menu.said.connect(self._trouble.toasts.say)
        menu.failed.connect(self._trouble.toasts.complain)

    def _join_profiles(self, menu: ProfileMenu) -> None:
        self._workspaces.header.profiles.clicked.connect(self._open_profiles)
        menu.folder_requested.connect(self._files.open)
        menu.failed.connect(self._trouble.toasts.complain)

    def _show_outbox(self) -> None:
        self._workspaces.show_panel(self._panels.outbox)

    def _open_sample(self) -> None:
        def make() -> Project:
            return create_sample_project(self._studio)

        self._session.open_made(make)

    def _export(self) -> None:
        self._exports.start(self._workspaces.header.export)

    def _on_archived(self, project: Project) -> None:
        self._trouble.toasts.say(
            tr("Archived “{name}”", name=project.name or tr("Untitled")),
            ("Undo", lambda: self._restore(project.id)),
        )
        if self._session.project is not None and project.id == self._session.project.id:
            self._session.start()

    def _on_restored(self, project: Project) -> None:
        self._trouble.toasts.say(
            tr("“{name}” is back on the list", name=project.name or tr("Untitled"))
        )

    def _send_as(self, upload: Upload) -> None:
        self._profile_menu.open(QCursor.pos(), lambda: self._checks.check(upload))

    def _open_profiles(self) -> None:
        arrow = self._workspaces.header.profiles
        corner = arrow.mapToGlobal(QPoint(0, arrow.height()))
        self._profile_menu.open(corner, self._overlays.start_send)

    def _open_timeline(self, project_id: int) -> None:
        self._workspaces.show_edit()
        self._session.open(project_id)

    def _add_to_timeline(self, uploads: list[Upload]) -> None:
        self._workspaces.show_edit()
        self._placement.place(uploads, "append")

    def _join_captions(self, files: CaptionFiles) -> None:
        panel, mode = self._panels.captions, self._panels.timeline.mode
        preview = self._panels.monitor.playback.captions
        panel.import_requested.connect(files.choose_import)
        panel.export_requested.connect(files.choose_export)
        files.said.connect(self._trouble.toasts.say)
        files.failed.connect(self._trouble.toasts.complain)

        def follow_target() -> None:
            target = mode.target(self._document.timeline, "caption")
            preview.choose(target.id if target else "")

        mode.changed.connect(follow_target)

    def _on_files_dropped(self, paths: list[Path], track_id: str, time: int) -> None:
        loads = self._document.loads
        self._captions.bring_in([path for path in paths if is_caption_file(path)])
        self._panels.media.importer.start(
            [path for path in paths if not is_caption_file(path)],
            then=lambda uploads: self._placement.place(
                uploads, "overwrite", track_id=track_id, time=time, loads=loads
            ),
        )

    def _on_take(self, take: Take) -> None:
        """Into the library and onto the timeline; the file stays until it is there."""

        def place(uploads: list[Upload]) -> None:
            take.path.unlink(missing_ok=True)
            self._placement.place(
                uploads, "overwrite", track_id=take.track_id, time=take.time, loads=take.loads
            )

        self._panels.media.importer.start([take.path], then=place)

    def _on_missing_pressed(self, item_id: str) -> None:
        _, item = find_item(self._document.timeline, item_id)
        media = getattr(item, "media", None)
        upload_id = upload_id_of(media) if media is not None else None
        if upload_id is not None:
            self._panels.media.relink.open()
            return
        self._trouble.toasts.complain(
            tr(
                "The media of “{name}” is missing. Put its file back, or import it again and "
                "replace the clip, or delete the clip.",
                name=item.name,
            )
        )

    def _on_exported(self, upload_id: int) -> None:
        self._workspaces.show_panel(self._panels.exports)
        self._panels.exports.choose(upload_id)
        self._trouble.toasts.say(
            "Exported. Send it to HLS from here.",
            ("Show File", lambda: self._files.show_file_of(upload_id)),
        )

    def _on_written(self, path: Path) -> None:
        folder = QUrl.fromLocalFile(str(path.parent))
        self._trouble.toasts.say(
            tr("Exported {name}", name=path.name), ("Show File", lambda: self._files.open(folder))
        )

    def _on_sending(self, production_id: int) -> None:
        self._panels.productions.choose(production_id)
        if not self._overlays.is_send_open:
            self._workspaces.show_panel(self._panels.productions)

    def _on_ready(self, production_id: int) -> None:
        self._panels.productions.choose(production_id)
        self._trouble.toasts.say(
            "Ready to watch.",
            ("Play", lambda: self._pages.with_address(production_id, self._open_page)),
            ("Copy Link", lambda: self._with_production(production_id, self._copy_link)),
            ("Publish…", lambda: self._with_production(production_id, self._publish)),
        )

    def _with_production(self, production_id: int, do: Callable[[ProductionRow], None]) -> None:
        """With its row, which was chosen when it became ready; nothing where it was deleted."""
        rows = self._panels.productions.model.rows
        for row in [row for row in rows if row.production.id == production_id]:
            do(row)

    def _publish(self, row: ProductionRow) -> None:
        self._workspaces.show_panel(self._panels.productions)
        self._panels.productions.publish_requested.emit(row)

    def _watch(self, row: ProductionRow) -> None:
        self._pages.with_address(row.production.id, self._open_page)

    def _open_page(self, address: str) -> None:
        self._files.open(QUrl(address))

    def _copy_link(self, row: ProductionRow) -> None:
        def copy(address: str) -> None:
            QGuiApplication.clipboard().setText(address)
            name = row.production.name or row.upload.name
            self._trouble.toasts.say(tr("Copied the link of “{name}”.", name=name))

        self._pages.with_link(row.production.id, copy)

    def _on_site_written(self, words: str, folder: Path) -> None:
        show = QUrl.fromLocalFile(str(folder))
        self._trouble.toasts.say(words, ("Show", lambda: self._files.open(show)))
