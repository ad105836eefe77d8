"""What asks to publish, joined to what publishes."""

from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from timeline_studio.ui.deliver.library_panel import LibraryPanel
from timeline_studio.ui.language import tr
from timeline_studio.ui.shell.commands import Reach
from timeline_studio.workflows.publications import PublicationRow
from timeline_studio.workflows.sends import ProductionRow


class PublicationRoutes(QObject):
    """Nothing here decides anything: each slot is one step from a request to its workflow."""

    def __init__(self, reach: Reach, parent: QObject) -> None:
        super().__init__(parent)
        self._productions = reach.panels.productions
        self._publications = reach.panels.publications
        self._workspaces = reach.workspaces
        self._toasts = reach.trouble.toasts
        self._pages = reach.flows.pages
        self._files = reach.flows.files
        self._publishing = reach.flows.publishing
        self._spaces = reach.flows.spaces
        self._overlays = reach.overlays
        self._join_panels()
        self._join_flows()

    def _join_panels(self) -> None:
        self._productions.publish_requested.connect(self._publish)
        self._productions.changed.connect(self._publications.refresh)
        shown = self._publications
        shown.failed.connect(self._toasts.complain)
        shown.watch_requested.connect(self._watch)
        shown.copy_link_requested.connect(self._copy_link)
        shown.audience_requested.connect(self._offer_audience)
        shown.unpublish_requested.connect(self._publishing.unpublish)
        shown.spaces_requested.connect(self._open_spaces)
        shown.productions_requested.connect(lambda: self._workspaces.show_panel(self._productions))

    def _join_flows(self) -> None:
        for flow in (self._publishing, self._spaces):
            flow.said.connect(self._toasts.say)
            flow.failed.connect(self._toasts.complain)
            flow.changed.connect(self._publications.refresh)
        self._publishing.spaces_requested.connect(self._open_spaces)
        self._overlays.spaces_requested.connect(self._open_spaces)

    def _publish(self, row: ProductionRow) -> None:
        name = row.production.name or row.upload.name
        anchor = _anchor(self._productions, "publish")
        self._publishing.offer(row.production.id, name, anchor)

    def _offer_audience(self, row: PublicationRow) -> None:
        self._publishing.offer_audience(row, _anchor(self._publications, "audience"))

    def _open_spaces(self) -> None:
        self._workspaces.show_panel(self._publications)
        self._spaces.open(self._publications.spaces)

    def _watch(self, row: PublicationRow) -> None:
        self._pages.with_publication(row, lambda url: self._files.open(QUrl(url)))

    def _copy_link(self, row: PublicationRow) -> None:
        def copy(address: str) -> None:
            QGuiApplication.clipboard().setText(address)
            self._toasts.say(tr("Copied the link of “{name}”.", name=row.name))

        self._pages.with_publication_link(row, copy)


def _anchor(panel: LibraryPanel[Any], action: str) -> QWidget:
    """The action's own button where the detail shows it."""
    button = panel.detail.findChild(QPushButton, f"detail-{action}")
    return button if button is not None and button.isVisible() else panel.search
