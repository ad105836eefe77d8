"""The panel of the scopes: one at a time, of the picture that the monitor shows."""

from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.elements.tab_row import TabRow
from timeline_studio.ui.monitor.picture import Picture
from timeline_studio.ui.scopes.drawing import SCOPES, drawn, pixels_of
from timeline_studio.ui.scopes.scope_view import ScopeView
from timeline_studio.ui.theme import Theme


class ScopesPanel(QWidget):
    """Counts on another thread, one picture at a time: of those that come meanwhile the newest."""

    def __init__(self, tasks: BackgroundTasks, theme: Theme) -> None:
        super().__init__()
        self._tasks = tasks
        self._image: QImage | None = None  # the newest that was shown
        self._is_counting = False
        self._is_stale = False
        self.tabs = TabRow([scope.capitalize() for scope in SCOPES])
        self.view = ScopeView(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.view, 1)
        self.tabs.chosen.connect(self._on_tab)

    def follow(self, picture: Picture) -> None:
        """The monitor shows another picture."""
        if picture.image is not None:
            self._image = picture.image
            self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def _on_tab(self, index: int) -> None:
        self.view.show_scope(SCOPES[index])
        self._look()

    def _look(self) -> None:
        if not self.isVisible() or self._image is None:
            return
        if self._is_counting:
            self._is_stale = True
            return
        self._is_counting, self._is_stale = True, False
        image, scope = self._image, self.view.scope
        self._tasks.run(
            lambda: drawn(scope, pixels_of(image)),
            done=lambda found: self._on_counted(found if scope == self.view.scope else None),
            failed=lambda _error: self._on_counted(None),
            priority=-1,
        )

    def _on_counted(self, image: QImage | None) -> None:
        self._is_counting = False
        if image is not None:
            self.view.show_image(image)
        if self._is_stale:
            self._look()
