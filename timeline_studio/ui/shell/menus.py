"""The menu bar: every entry is a QAction that works."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from timeline_studio.ui.language import Language, tr
from timeline_studio.ui.shell.language_menu import add_language_menu
from timeline_studio.ui.shell.panels import Panels
from timeline_studio.ui.shell.shell_actions import ShellActions
from timeline_studio.ui.shell.theme_menu import add_theme_menu
from timeline_studio.ui.theme import Appearance

MENUS = {
    "File": (
        "new", "open", "rename", "duplicate", "save_version", "archive", "copy_timeline_link", "",
        "import", "relink_missing", "import_captions", "import_otio", "",
        "export_captions", "save_otio", "",
        "make_proxies", "delete_proxies", "automatic_proxies", "",
        "accounts", "free_space", "quit",
    ),
    "View": (
        "palette", "", "workspace_edit", "workspace_review", "workspace_deliver", "", "next_panel",
        "previous_panel", "full_screen", "",
    ),
    "Panels": (
        "show_media", "show_inspector", "show_timeline", "", "maximise", "detach_panel",
        "reset_layout",
    ),
    "Deliver": (
        "check", "export", "export_presets", "render_in_background", "send", "send_as", "publish",
        "spaces", "",
        "show_exports", "show_uploads", "show_productions", "show_publications", "show_outbox", "",
        "watch_feed", "write_site",
    ),
    "Help": ("keys", "shortcuts", "whats_this", "about_panel", "", "open_logs", "about"),
}  # fmt: skip
"""The shell's own part of each menu."""
_PLAYBACK = ("play", "shuttle_back", "stop", "shuttle_forward")


def fill_menu_bar(
    bar: QMenuBar,
    shell: ShellActions,
    panels: Panels,
    appearance: Appearance,
    language: Language,
    *,
    say: Callable[[str], object],
) -> list[QAction]:
    """Returns those that are made here: the choices of a theme and a language."""
    editor = panels.timeline.editor_actions
    _fill(bar.addMenu(tr("File")), shell, MENUS["File"])
    bar.addMenu(tr("Edit")).addActions(editor.menu("Edit"))
    clip = bar.addMenu(tr("Clip"))
    clip.addActions(editor.menu("Clip"))
    clip.addMenu(tr("Add Effect")).addActions(editor.menu("Effects"))
    bar.addMenu(tr("Timeline")).addActions(editor.menu("Timeline"))
    bar.addMenu(tr("Sound")).addActions(list(panels.audio.commands))
    mark = bar.addMenu(tr("Mark"))
    mark.addActions(editor.menu("Mark"))
    mark.addSeparator()
    for name in _PLAYBACK:
        mark.addAction(panels.monitor.transport_actions[name])
    mark.addAction(panels.monitor.switches.loop)
    view = bar.addMenu(tr("View"))
    _fill(view, shell, MENUS["View"])
    _fill(view.addMenu(tr("Panels")), shell, MENUS["Panels"])
    view.addActions(editor.menu("View"))
    view.addActions(panels.monitor.switches.of_picture)
    view.addMenu(tr("Playback Quality")).addActions(
        list(panels.monitor.switches.qualities.values())
    )
    view.addAction(panels.monitor.transport_actions.captions)
    view.addSeparator()
    made = [*add_theme_menu(view, appearance), *add_language_menu(view, language, say)]
    _fill(bar.addMenu(tr("Deliver")), shell, MENUS["Deliver"])
    _fill(bar.addMenu(tr("Help")), shell, MENUS["Help"])
    return made


def _fill(menu: QMenu, actions: ShellActions, names: Sequence[str]) -> None:
    for name in names:
        if name:
            menu.addAction(actions[name])
        else:
            menu.addSeparator()
