"""Enters every action of the window into the registry, under the menu that shows it."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QAction

from timeline_studio.ui.commands.registry import CommandRegistry
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.reasons import reason
from timeline_studio.ui.language import tr
from timeline_studio.ui.shell.menus import MENUS
from timeline_studio.ui.shell.panels import Panels
from timeline_studio.ui.shell.shell_actions import ShellActions

ORDER = (
    "File",
    "Edit",
    "Clip",
    "Effects",
    "Timeline",
    "Sound",
    "Mark",
    "View",
    "Panels",
    "Deliver",
    "Help",
)
"""Of the menus, from left to right."""
_ELSEWHERE = "It works in the Edit workspace."
_NAMES = {
    "workspace_edit": "Edit Workspace",
    "workspace_review": "Review Workspace",
    "workspace_deliver": "Deliver Workspace",
    "show_media": "Show Media Bin",
    "show_inspector": "Show Inspector",
    "show_timeline": "Show Timeline",
    "show_exports": "Show Exports",
    "show_uploads": "Show Uploads",
    "show_productions": "Show Productions",
    "show_publications": "Show Publications",
    "show_outbox": "Show Outbox",
}
"""Where the text is too short without the menu around it."""
_CHOICES = {"theme": "Theme: {name}", "language": "Language: {name}"}


def register(
    registry: CommandRegistry,
    shell: ShellActions,
    panels: Panels,
    document: TimelineDocument,
    choices: Iterable[QAction],
) -> None:
    menus = {name: menu for menu, names in MENUS.items() for name in names}
    categories = {action: menus.get(action.objectName(), "View") for action in shell}
    for menu in dict.fromkeys((*ORDER, *MENUS)):
        for action in (each for each, category in categories.items() if category == menu):
            name = _NAMES.get(action.objectName(), "")
            registry.add("window", action, menu, name=name)
        _register_editor(registry, panels, document, menu)
        if menu == "Sound":
            for action in panels.audio.commands:
                registry.add("audio", action, menu, why_not=_unless_here(action, str))
        if menu == "View":
            for action in choices:
                registry.add("window", action, menu, name=_choice_name(action))
        if menu == "Mark":
            _register_monitor(registry, panels)


def _register_editor(
    registry: CommandRegistry, panels: Panels, document: TimelineDocument, menu: str
) -> None:
    for spec, action in panels.timeline.editor_actions.described():
        if spec.menu == menu:
            why = lambda spec=spec: reason(spec, document)  # noqa: E731
            registry.add("timeline", action, menu, why_not=_unless_here(action, why))


def _register_monitor(registry: CommandRegistry, panels: Panels) -> None:
    monitor = panels.monitor
    transport = monitor.transport_actions
    for action in (*transport, *monitor.switches, transport.captions):
        registry.add("monitor", action, "Playback", why_not=_unless_here(action, str))


def _choice_name(action: QAction) -> str:
    kind = action.objectName().partition("_")[0]
    return tr(_CHOICES[kind], name=action.text())


def _unless_here(action: QAction, why_not: Callable[[], str]) -> Callable[[], str]:
    """In another workspace none of its group works."""

    def why() -> str:
        group = action.actionGroup()
        is_elsewhere = group is not None and not group.isEnabled()
        return _ELSEWHERE if is_elsewhere else why_not()

    return why
