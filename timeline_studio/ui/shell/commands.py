"""The window's commands: name, words, keys, and what each one calls."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from timeline_studio import __version__
from timeline_studio.ui.accounts.accounts_opener import AccountsOpener
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.language import tr
from timeline_studio.ui.picker.timelines import TimelinePicker
from timeline_studio.ui.preflight.upload_checks import UploadChecks
from timeline_studio.ui.shell.background_rendering import BackgroundRendering
from timeline_studio.ui.shell.command_centre import CommandCentre
from timeline_studio.ui.shell.edit_workspace import PANEL_SWITCHES
from timeline_studio.ui.shell.export_menu import ExportMenu
from timeline_studio.ui.shell.flows import Flows
from timeline_studio.ui.shell.header import Header
from timeline_studio.ui.shell.overlays import Overlays
from timeline_studio.ui.shell.panels import Panels
from timeline_studio.ui.shell.preflight_flow import PreflightFlow
from timeline_studio.ui.shell.profile_menu import ProfileMenu
from timeline_studio.ui.shell.shell_actions import Command
from timeline_studio.ui.shell.trouble import Trouble
from timeline_studio.ui.shell.whats_this import explain_focus, point_and_ask
from timeline_studio.ui.shell.workspaces import Workspaces
from timeline_studio.ui.space.space_flow import SpaceFlow
from timeline_studio.workflows.links import project_link
from timeline_studio.workflows.studio import Studio


@dataclass(frozen=True)
class Reach:
    """What commands act on."""

    window: QMainWindow
    studio: Studio
    document: TimelineDocument
    header: Header
    background: BackgroundRendering
    export_menu: ExportMenu
    profile_menu: ProfileMenu
    panels: Panels
    workspaces: Workspaces
    picker: TimelinePicker
    flows: Flows
    overlays: Overlays
    preflight: PreflightFlow
    trouble: Trouble
    accounts: AccountsOpener
    space: SpaceFlow
    upload_checks: UploadChecks
    centre: CommandCentre


def window_commands(reach: Reach) -> list[Command]:
    return [*_file(reach), *_view(reach), *_deliver(reach), *_help(reach)]


def _file(reach: Reach) -> list[Command]:
    picker, session = reach.picker, reach.flows.session
    files = reach.flows.timeline_files
    return [
        Command("new", "New Timeline", "Ctrl+N", session.create),
        Command("open", "Open Timeline…", "Ctrl+O", picker.toggle),
        Command("rename", "Rename Timeline…", "F2", picker.rename_current),
        Command("duplicate", "Duplicate Timeline", "Ctrl+Shift+D", session.duplicate),
        Command(
            "save_version",
            "Save a Version…",
            "Ctrl+Alt+S",
            lambda: reach.flows.versions.keep(picker.button),
            "Keep how the timeline is now, under a name",
        ),
        Command("archive", "Archive Timeline", "", picker.archive_current),
        Command("copy_timeline_link", "Copy Link to Timeline", "", _copy_link(reach)),
        Command("import", "Import Media…", "Ctrl+I", reach.panels.media.choose_files),
        Command(
            "relink_missing",
            "Relink Missing Media…",
            "",
            reach.panels.media.relink.open,
            "Find footage whose files are gone, and put it back",
        ),
        Command("import_otio", "Import Timeline from OTIO…", "", files.choose_import),
        Command(
            "import_captions",
            "Import Captions…",
            "",
            reach.flows.caption_files.choose_import,
            "Import captions: SRT or WebVTT, on a track of their own",
        ),
        Command("export_captions", "Export Captions…", "", reach.flows.caption_files.choose_export),
        Command("save_otio", "Save a Copy as OTIO…", "Ctrl+Shift+S", files.choose_save),
        Command(
            "make_proxies",
            "Make Proxies",
            "",
            reach.flows.proxies.make,
            "Small films for the monitor: of the selected clips, or of all footage",
        ),
        Command(
            "delete_proxies",
            "Delete Proxies",
            "",
            reach.flows.proxies.delete,
            "Of the selected clips, or of all footage on the timeline",
        ),
        Command(
            "automatic_proxies",
            "Make Proxies of Heavy Footage",
            "",
            reach.flows.proxies.toggle_automatic,
            "By themselves: of 4K, HEVC, AV1, VP9, ProRes, ten bits, and high bit rates",
            is_on=reach.flows.proxies.is_automatic,
        ),
        Command("accounts", "Accounts…", "", reach.accounts.open, "Set up and choose accounts"),
        Command("free_space", "Free Space…", "", reach.space.open, "Clear what only saves time"),
        Command("quit", "Quit", "Ctrl+Q", reach.window.close),
    ]


def _view(reach: Reach) -> list[Command]:
    spaces = reach.workspaces
    return [
        Command(
            "palette",
            "Search Commands…",
            "Ctrl+Shift+P",
            reach.centre.open_palette,
            "Find and run any command; go to a marker, a timeline, footage",
        ),
        Command("workspace_edit", "Edit", "Alt+1", spaces.show_edit, "The Edit workspace"),
        Command(
            "workspace_review",
            "Review",
            "Alt+2",
            spaces.show_review,
            "The Review workspace: a large picture beside the markers",
        ),
        Command(
            "workspace_deliver", "Deliver", "Alt+3", spaces.show_deliver, "The Deliver workspace"
        ),
        Command("next_panel", "Next Panel", "F6", lambda: spaces.focus_next(1)),
        Command("previous_panel", "Previous Panel", "Shift+F6", lambda: spaces.focus_next(-1)),
        Command("maximise", "Maximise Panel", "`", spaces.maximise),
        Command(
            "detach_panel",
            "Panel in Its Own Window",
            "Ctrl+Alt+P",
            spaces.detach,
            "The panel with the focus: on another screen, or back in its place",
        ),
        *_panel_switches(reach.panels),
        Command("reset_layout", "Reset Layout", "", reach.panels.edit.reset, "Panels as at first"),
        Command("full_screen", "Full Screen", "F11", _toggle_full_screen(reach.window)),
    ]


def _deliver(reach: Reach) -> list[Command]:
    panels, show = reach.panels, reach.workspaces.show_panel
    export = reach.header.export
    return [
        Command(
            "check",
            "Check Timeline…",
            "F7",
            reach.preflight.open,
            "What stands in the way of a send",
        ),
        Command(
            "export",
            "Export…",
            "Ctrl+E",
            lambda: reach.flows.exports.start(export),
            "Export with the preset that was used last",
        ),
        Command(
            "render_in_background",
            "Render in Background",
            "",
            reach.background.toggle,
            "Encode this timeline while nobody works, on the mains: an export then only joins",
            is_on=reach.background.is_enabled,
        ),
        Command(
            "export_presets", "Export As…", "", reach.header.presets.click, "Presets, and more"
        ),
        Command("send", "Send to HLS…", "Ctrl+Shift+E", reach.overlays.start_send),
        Command("send_as", "Send to HLS As…", "", reach.header.profiles.click, "Profiles"),
        Command("show_exports", "Exports", "", lambda: show(panels.exports)),
        Command("show_uploads", "Uploads", "", lambda: show(panels.uploads)),
        Command("show_productions", "Productions", "", lambda: show(panels.productions)),
        Command("show_publications", "Publications", "", lambda: show(panels.publications)),
        Command("publish", "Publish…", "", _publish(reach), "Show a production in a space"),
        Command("spaces", "Spaces…", "", _open_spaces(reach), "Make, rename and remove spaces"),
        Command("show_outbox", "Outbox", "", lambda: show(panels.outbox), "All that is on its way"),
        Command(
            "watch_feed",
            "Watch Productions",
            "",
            lambda: reach.flows.pages.with_feed(lambda url: reach.flows.files.open(QUrl(url))),
            "The page of all productions, in the browser",
        ),
        Command(
            "write_site",
            "Write Site…",
            "",
            lambda: reach.flows.site.open(reach.header.send),
            "What is published, as a folder for any web server",
        ),
    ]


def _help(reach: Reach) -> list[Command]:
    def open_logs() -> None:
        reach.flows.files.open(QUrl.fromLocalFile(str(reach.studio.home.logs)))

    def about() -> None:
        reach.trouble.toasts.say(
            tr("Timeline Studio {version}, GPL-3.0-or-later", version=__version__)
        )

    return [
        Command("keys", "Keys…", "F1", reach.centre.show_keys, "All keys at a glance"),
        Command(
            "shortcuts",
            "Keyboard Shortcuts…",
            "Ctrl+Alt+K",
            reach.centre.edit_keys,
            "Change keys, or take those of another editor",
        ),
        Command(
            "whats_this",
            "What's This?",
            "Shift+F1",
            point_and_ask,
            "Press on a part of the window to be told about it",
        ),
        Command(
            "about_panel",
            "About This Panel",
            "Ctrl+F1",
            lambda: explain_focus(point_and_ask),
            "What the panel with the keyboard is for",
        ),
        Command("open_logs", "Open the Log Folder", "", open_logs),
        Command("about", "About Timeline Studio", "", about),
    ]


def _publish(reach: Reach) -> Callable[[], None]:
    def publish() -> None:
        reach.workspaces.show_panel(reach.panels.productions)
        if not reach.panels.productions.call_action("publish"):
            reach.trouble.toasts.say("Choose a production that is ready, then publish it.")

    return publish


def _open_spaces(reach: Reach) -> Callable[[], None]:
    def open_spaces() -> None:
        reach.workspaces.show_panel(reach.panels.publications)
        reach.flows.spaces.open(reach.panels.publications.spaces)

    return open_spaces


def _copy_link(reach: Reach) -> Callable[[], None]:
    def copy() -> None:
        project = reach.flows.session.project
        if project is not None:
            link = project_link(project.id)
            QGuiApplication.clipboard().setText(link)
            reach.trouble.toasts.say(tr("Copied {link}", link=link))

    return copy


def _panel_switches(panels: Panels) -> list[Command]:
    workspace = panels.edit

    def switch(panel: QWidget) -> Callable[[], None]:
        return lambda: workspace.set_shown(panel, not workspace.is_shown(panel))

    words = zip(
        PANEL_SWITCHES,
        ("Media Bin", "Inspector", "Timeline"),
        (panels.media, panels.inspector, panels.timeline),
        strict=True,
    )
    return [
        Command(
            name, text, "", switch(panel), tr("Show or hide: {panel}", panel=tr(text)), is_on=True
        )
        for name, text, panel in words
    ]


def _toggle_full_screen(window: QMainWindow) -> Callable[[], None]:
    def toggle() -> None:
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()

    return toggle
