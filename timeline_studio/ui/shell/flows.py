"""What the window can do over a longer time, made together: they share session and watch."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from timeline_studio.settings import Preferences
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.captions.caption_files import CaptionFiles
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.history.versions_list import VersionsList
from timeline_studio.ui.publications.publish_flow import PublishFlow
from timeline_studio.ui.publications.spaces_flow import SpacesFlow
from timeline_studio.ui.shell.export_choice import ExportChoice
from timeline_studio.ui.shell.export_flow import ExportFlow
from timeline_studio.ui.shell.files import OpenUrl, StoredFiles
from timeline_studio.ui.shell.jobs_watch import JobsWatch
from timeline_studio.ui.shell.placement import MediaPlacement
from timeline_studio.ui.shell.profile_choice import ProfileChoice
from timeline_studio.ui.shell.proxy_flow import ProxyFlow
from timeline_studio.ui.shell.send_flow import SendFlow
from timeline_studio.ui.shell.session import ProjectSession
from timeline_studio.ui.shell.site_flow import SiteFlow
from timeline_studio.ui.shell.timeline_files import TimelineFiles
from timeline_studio.ui.shell.version_flow import VersionFlow
from timeline_studio.ui.shell.watch_pages import WatchPages
from timeline_studio.workflows.export_presets import preset_shelf
from timeline_studio.workflows.studio import Studio


@dataclass(frozen=True)
class Flows:
    session: ProjectSession
    watch: JobsWatch
    exports: ExportFlow
    sends: SendFlow
    profile: ProfileChoice
    publishing: PublishFlow
    spaces: SpacesFlow
    placement: MediaPlacement
    files: StoredFiles
    pages: WatchPages
    site: SiteFlow
    timeline_files: TimelineFiles
    caption_files: CaptionFiles
    versions: VersionFlow
    proxies: ProxyFlow

    def begin(self, project_id: int | None) -> None:
        """Open the project; what an earlier run left goes on by itself."""
        self.session.start(project_id)
        self.watch.start()

    def stop(self) -> None:
        self.watch.stop()
        self.sends.stop()
        self.site.cancel()
        self.pages.close()


def build_flows(
    studio: Studio,
    preferences: Preferences,
    tasks: BackgroundTasks,
    document: TimelineDocument,
    window: QWidget,
    *,
    mode: EditingMode,
    versions: VersionsList,
    open_url: OpenUrl,
) -> Flows:
    session = ProjectSession(studio, preferences, tasks, document, window)
    watch = JobsWatch(studio, tasks, window)
    exports = ExportFlow(
        studio,
        tasks,
        session,
        watch,
        window,
        choice=ExportChoice(preset_shelf(studio), preferences),
        document=document,
    )
    profile = ProfileChoice(studio, preferences)
    return Flows(
        session=session,
        watch=watch,
        exports=exports,
        sends=SendFlow(
            studio=studio,
            tasks=tasks,
            session=session,
            exports=exports,
            watch=watch,
            profile=profile,
            parent=window,
        ),
        profile=profile,
        publishing=PublishFlow(studio, tasks, window),
        spaces=SpacesFlow(studio, tasks, window),
        placement=MediaPlacement(studio, tasks, document, mode, window),
        files=StoredFiles(studio, tasks, window, open_url=open_url),
        pages=WatchPages(studio, tasks, window),
        site=SiteFlow(studio, tasks, window),
        timeline_files=TimelineFiles(studio, tasks, session, window),
        caption_files=CaptionFiles(document, mode, tasks, window),
        versions=VersionFlow(studio, tasks, session, document, versions),
        proxies=ProxyFlow(studio, tasks, document, watch, preferences),
    )
