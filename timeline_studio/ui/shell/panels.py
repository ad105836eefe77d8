"""The window's panels, made with what each of them needs."""

from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from timeline_studio.ui.audio.audio_panel import AudioPanel
from timeline_studio.ui.audio.meters_view import Heard, MetersView
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.captions.captions_panel import CaptionsPanel
from timeline_studio.ui.clip_pictures import ClipPictures
from timeline_studio.ui.deliver.deliver_workspace import DeliverWorkspace, Section
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor import TimelinePanel
from timeline_studio.ui.effects.effects_panel import EffectsPanel
from timeline_studio.ui.effects.lut_flow import LutFlow
from timeline_studio.ui.elements.pictures import UploadPictures
from timeline_studio.ui.exports.exports_panel import ExportsPanel
from timeline_studio.ui.history.history_panel import HistoryPanel
from timeline_studio.ui.inspector.inspector_panel import InspectorPanel
from timeline_studio.ui.lane.lane import KeyframeLane
from timeline_studio.ui.markers.markers_panel import MarkersPanel
from timeline_studio.ui.media_bin.bin_panel import BinPanel
from timeline_studio.ui.media_downloads import MediaDownloads
from timeline_studio.ui.monitor import MonitorPanel
from timeline_studio.ui.monitor.handles.media_shapes import MediaShapes
from timeline_studio.ui.outbox.outbox_panel import OutboxPanel
from timeline_studio.ui.productions.productions_panel import ProductionsPanel
from timeline_studio.ui.publications.publications_panel import PublicationsPanel
from timeline_studio.ui.scopes import ScopesPanel
from timeline_studio.ui.shell.edit_workspace import EditWorkspace
from timeline_studio.ui.shell.source_flow import SourceFlow
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.transitions.transitions_panel import TransitionsPanel
from timeline_studio.ui.uploads.uploads_panel import UploadsPanel
from timeline_studio.ui.voice_over.microphone import DefaultMicrophone
from timeline_studio.ui.voice_over.voice_over import VoiceOver
from timeline_studio.workflows.media import resolver_here
from timeline_studio.workflows.proxy_shelf import ProxiedMedia, proxy_shelf
from timeline_studio.workflows.studio import Studio


@dataclass(frozen=True)
class Panels:
    media: BinPanel
    monitor: MonitorPanel
    source: SourceFlow
    inspector: InspectorPanel
    luts: LutFlow
    audio: AudioPanel
    meters: MetersView
    captions: CaptionsPanel
    markers: MarkersPanel
    history: HistoryPanel
    timeline: TimelinePanel
    clips: ClipPictures
    downloads: MediaDownloads
    exports: ExportsPanel
    uploads: UploadsPanel
    productions: ProductionsPanel
    publications: PublicationsPanel
    outbox: OutboxPanel
    edit: EditWorkspace
    deliver: DeliverWorkspace

    @property
    def with_work(self) -> tuple[QWidget, ...]:
        """Those with timers or threads, which closing them ends."""
        return (
            self.audio,
            self.monitor,
            self.media,
            self.exports,
            self.uploads,
            self.productions,
            self.publications,
            self.outbox,
        )


def _sharpest_screen() -> float:
    return max(screen.devicePixelRatio() for screen in QGuiApplication.screens())


def _meters(theme: Theme, monitor: MonitorPanel, audio: AudioPanel) -> MetersView:
    """Of what either of the monitor's tabs plays."""
    meters = MetersView(theme)
    for viewer in monitor.viewers:
        meters.follow(Heard(viewer.document, viewer.playback, viewer.levels))
    meters.reset_asked.connect(audio.commands.reset_meters.trigger)
    audio.commands.reset_meters.triggered.connect(meters.reset)
    return meters


def build_panels(
    studio: Studio,
    tasks: BackgroundTasks,
    adornments: BackgroundTasks,
    theme: Theme,
    document: TimelineDocument,
) -> Panels:
    """`adornments` makes pictures and waveforms, `tasks` all that someone waits for."""
    pictures = UploadPictures(studio, adornments, document)
    resolve = resolver_here(studio)
    proxied = ProxiedMedia(resolve, proxy_shelf(studio))
    monitor = MonitorPanel(document, resolve, theme, in_picture=proxied)

    def show_proxies(on: bool) -> None:
        proxied.is_on = on
        monitor.open_media_again()

    monitor.switches.proxies.toggled.connect(show_proxies)
    monitor.add_handles(MediaShapes(resolve, adornments, monitor))
    clips = ClipPictures(
        resolve, adornments, studio.home.cache, document, pixel_ratio=_sharpest_screen()
    )
    downloads = MediaDownloads(studio, tasks, document)
    downloads.away_changed.connect(clips.set_away)
    downloads.away_changed.connect(lambda _urls: monitor.look_again())
    timeline = TimelinePanel(document, clips, theme)
    timeline.setFocusProxy(timeline.view)
    timeline.view.edge_pictures_changed.connect(monitor.show_edges)
    monitor.follow_points(timeline.points)
    transitions = TransitionsPanel(timeline.mode, theme)
    transitions.chosen.connect(timeline.editor_actions.transitions.add)
    lane = KeyframeLane(document, timeline.view, timeline.headers, theme)
    timeline.editor_actions.effects.keyframes_asked = lane.toggle
    effects = EffectsPanel(theme)
    effects.chosen.connect(timeline.editor_actions.effects.add)
    lists = {"Transitions": transitions, "Effects": effects}
    media = BinPanel(studio, tasks, theme, pictures, lists, clips=clips)
    media.follow(document)
    commands = timeline.editor_actions.captions
    captions = CaptionsPanel(document, timeline.mode, commands, theme)
    markers = MarkersPanel(document, theme)
    scopes = ScopesPanel(adornments, theme)
    monitor.shown.connect(scopes.follow)
    history = HistoryPanel(document, theme)
    voice = VoiceOver(document, monitor.playback, DefaultMicrophone(), studio.home.takes)
    audio = AudioPanel(document, resolve, tasks, voice)
    meters = _meters(theme, monitor, audio)
    timeline.set_meters(meters)
    inspector = InspectorPanel(
        document,
        theme,
        {
            "Audio": audio,
            "History": history,
            "Captions": captions,
            "Markers": markers,
            "Scopes": scopes,
        },
    )
    luts = LutFlow(studio, tasks, document, inspector)
    inspector.form.effects.lut_requested.connect(luts.choose)
    pointing = timeline.view.pointing
    pointing.selected.connect(lambda: inspector.show_transition(pointing.transition))
    exports = ExportsPanel(studio, tasks, theme, pictures)
    uploads = UploadsPanel(studio, tasks, theme, pictures)
    productions = ProductionsPanel(studio, tasks, theme, pictures)
    publications = PublicationsPanel(studio, tasks, theme, pictures)
    outbox = OutboxPanel(studio, tasks, theme, pictures)
    sections = [
        Section("Exports", "exports", exports),
        Section("Uploads", "uploads", uploads),
        Section("Productions", "productions", productions),
        Section("Publications", "publications", publications),
        Section("Outbox", "outbox", outbox),
    ]
    return Panels(
        media=media,
        monitor=monitor,
        source=SourceFlow(studio, tasks, document, timeline, monitor.source),
        inspector=inspector,
        luts=luts,
        audio=audio,
        meters=meters,
        captions=captions,
        markers=markers,
        history=history,
        timeline=timeline,
        clips=clips,
        downloads=downloads,
        exports=exports,
        uploads=uploads,
        productions=productions,
        publications=publications,
        outbox=outbox,
        edit=EditWorkspace(media, monitor, inspector, timeline),
        deliver=DeliverWorkspace(sections, theme),
    )
