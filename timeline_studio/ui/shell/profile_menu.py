"""The menu beside Send to HLS: the profiles, and where the user's own lie."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.language import tr
from timeline_studio.ui.shell.profile_choice import ProfileChoice
from timeline_studio.workflows.profiles import AUTOMATIC, ProfileRow, known_profiles
from timeline_studio.workflows.studio import Studio

_WIDEST = 460  # pixels


class ProfileMenu(QObject):
    """A profile is a send at once; it stays chosen for the next one."""

    folder_requested = Signal(object)  # QUrl
    failed = Signal(str)

    def __init__(
        self, window: QWidget, choice: ProfileChoice, studio: Studio, tasks: BackgroundTasks
    ) -> None:
        super().__init__(window)
        self._window = window
        self._choice = choice
        self._studio = studio
        self._tasks = tasks
        self.menu: QMenu | None = None

    def open(self, corner: QPoint, send: Callable[[], None]) -> None:
        """At `corner` of the screen, once the profiles are read; `send` is called when one is
        taken."""
        self._tasks.run(
            lambda: known_profiles(self._studio),
            done=lambda rows: self._show(rows, corner, send),
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )

    def _show(self, rows: Sequence[ProfileRow], corner: QPoint, send: Callable[[], None]) -> None:
        menu = QMenu(self._window)
        menu.setToolTipsVisible(True)
        group = QActionGroup(menu)

        def take(name: str | None) -> None:
            self._choice.choose(name)
            send()

        def add(text: str, name: str | None) -> None:
            action = menu.addAction(text)
            action.setObjectName(f"profile-{name or 'automatic'}")
            action.setToolTip(
                tr("Send to HLS with the profile “{name}”", name=name)
                if name
                else tr("Send to HLS")
            )
            action.setCheckable(True)
            action.setChecked(name == self._choice.name)
            action.triggered.connect(lambda _checked: take(name))
            group.addAction(action)

        add(AUTOMATIC, None)
        for is_own in (False, True):
            menu.addSeparator()
            for row in (row for row in rows if row.is_own == is_own):
                if row.problem is None:
                    add(self._words(row.about, row.name), row.name)
                else:
                    self._add_unusable(menu, row, row.problem)
        menu.addSeparator()
        shown = menu.addAction(tr("Show My Profiles"), self._show_folder)
        shown.setObjectName("profiles-folder")
        shown.setToolTip(
            tr("The folder of your own profiles: small files to change in a text editor")
        )
        self.menu = menu
        menu.aboutToHide.connect(menu.deleteLater)
        menu.destroyed.connect(self._forget)
        menu.popup(corner)

    def _add_unusable(self, menu: QMenu, row: ProfileRow, problem: str) -> None:
        action = menu.addAction(self._words(problem, row.name))
        action.setObjectName(f"profile-{row.name}")
        action.setToolTip(problem)
        action.setEnabled(False)

    def _words(self, text: str, name: str) -> str:
        """The name stands where other menus have keys; an ampersand is itself."""
        metrics = self._window.fontMetrics()
        words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST)
        return words.replace("\t", " ").replace("&", "&&") + f"\t{name}"

    def _show_folder(self) -> None:
        folder = self._studio.home.profiles
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self.failed.emit(
                tr(
                    "Cannot make the folder {folder}: {reason}.",
                    folder=folder,
                    reason=error.strerror or error,
                )
            )
            return
        self.folder_requested.emit(QUrl.fromLocalFile(str(folder)))

    def _forget(self) -> None:
        self.menu = None
