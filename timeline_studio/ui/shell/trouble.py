"""What the window says when something is wrong: banners that stand, toasts that pass."""

from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget

from timeline_studio.library import Project
from timeline_studio.timeline.comparison import Comparison
from timeline_studio.ui.elements.banner import Banner, Choice
from timeline_studio.ui.elements.toasts import Toasts
from timeline_studio.ui.elements.words import comparison_text, date_text
from timeline_studio.ui.language import tr
from timeline_studio.ui.shell.session import ProjectSession
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows.unsaved import Unsaved


class Trouble(QObject):
    """Joins the session's state to the banner and to "Saved 12:04"."""

    def __init__(
        self, window: QWidget, theme: Theme, session: ProjectSession, saved: QLabel
    ) -> None:
        super().__init__(window)
        self._session = session
        self._saved = saved
        self._standing = ""
        self.banner = Banner(theme)
        self.toasts = Toasts(window, theme)
        session.opened.connect(self._on_opened)
        session.open_failed.connect(self._on_open_failed)
        session.saving.connect(lambda: saved.setText(tr("Saving…")))
        session.saved.connect(self._on_saved)
        session.save_failed.connect(self._on_save_failed)
        session.stale.connect(self._on_stale)
        session.locked_elsewhere.connect(self._on_locked)
        session.recovered.connect(self._on_recovered)
        session.recovered_as.connect(self._on_recovered_as)

    def offer_closing(self, close: QWidget) -> None:
        """Closing would lose edits that cannot be saved: the user decides, here."""

        def close_anyway() -> None:
            self._session.abandon()
            close.close()

        self.banner.say(
            tr(
                "{standing} Close all the same, and your last edits wait on this "
                "computer until you open the timeline again.",
                standing=self._standing,
            ),
            [
                ("Save as a copy", self._session.keep_as_copy),
                ("Close anyway", close_anyway),
            ],
            is_error=True,
        )

    def _on_opened(self, project: Project) -> None:
        self._settle()
        self._saved.setText(
            tr(
                "Saved {time}",
                time=date_text(project.updated_at).removeprefix(tr("Today {time}", time="")),
            )
        )

    def _on_open_failed(self, reason: str) -> None:
        if self._session.project is not None:
            self.toasts.complain(reason)
            return
        self.banner.say(
            tr("No timeline is open. {reason}", reason=reason),
            [("New timeline", self._session.create), ("Try again", self._session.start)],
            is_error=True,
        )

    def _on_saved(self, moment: datetime) -> None:
        self._saved.setText(tr("Saved {moment}", moment=f"{moment:%H:%M}"))
        if self._standing:
            self._settle()

    def _settle(self) -> None:
        self._standing = ""
        self.banner.take_back()

    def _on_recovered(self, unsaved: Unsaved, changes: Comparison) -> None:
        def undo() -> None:
            self._session.undo_recovery()
            self.banner.take_back()

        self.banner.say(
            tr(
                "Restored your edits of {time}, which had not been saved: {changes}.",
                time=f"{unsaved.edited_at.astimezone():%H:%M}",
                changes=comparison_text(changes),
            ),
            [("Undo", undo), ("Close", self.banner.take_back)],
        )

    def _on_recovered_as(self, copy: Project) -> None:
        self.banner.say(
            tr(
                "This timeline was changed elsewhere before your last edits were "
                "saved. They are kept as “{name}”.",
                name=copy.name,
            ),
            [("Open it", lambda: self._session.open(copy.id)), ("Close", self.banner.take_back)],
        )

    def _on_save_failed(self, reason: str) -> None:
        self._say_unsaved(
            tr("Not saved: {reason}", reason=reason), ("Retry", self._session.retry_save)
        )

    def _on_stale(self) -> None:
        self._say_unsaved(
            "This timeline was saved from elsewhere meanwhile. Your edits are only in this window.",
            ("Keep mine as a copy", self._session.keep_as_copy),
            ("Load the saved one", self._session.load_stored),
        )

    def _say_unsaved(self, text: str, *choices: Choice) -> None:
        self._standing = text
        self._saved.setText(tr("Not saved"))
        self.banner.say(text, choices, is_error=True)

    def _on_locked(self) -> None:
        self._saved.setText(tr("Read-only"))
        self.banner.say(
            "This timeline is open in another window, so it is read-only here. Close it there.",
            [
                ("Try again", self._session.load_stored),
                ("Edit a copy", self._session.keep_as_copy),
            ],
        )
