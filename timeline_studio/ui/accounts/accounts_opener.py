"""Opens the accounts, once, over the window that works in one of them."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from timeline_studio.settings import Account
from timeline_studio.ui.accounts.accounts_dialog import AccountsDialog
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows.accounts import AccountDesk


class AccountsOpener(QObject):
    """`requested` carries the name of the account that the user wants to work in."""

    requested = Signal(str)

    def __init__(
        self,
        desk: AccountDesk,
        in_use: Account,
        tasks: BackgroundTasks,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._in_use = in_use
        self._tasks = tasks
        self._theme = theme
        self._window = window
        self.dialog: AccountsDialog | None = None

    @property
    def words(self) -> str:
        """Which account is in use, for the status bar."""
        if self._in_use.is_local:
            return tr("Local library")
        return tr("Account: {name}", name=self._in_use.name)

    def open(self) -> None:
        if self.dialog is None:
            self.dialog = AccountsDialog(
                self._desk, self._in_use.name, self._tasks, self._theme, self._window
            )
            self.dialog.use_requested.connect(self.requested)
        elif not self.dialog.isVisible():
            self.dialog.reload(self._in_use.name)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def show_refusal(self, reason: str) -> bool:
        """Why the account that was asked for could not be opened; False where nobody sees it."""
        if self.dialog is None or not self.dialog.isVisible():
            return False
        self.dialog.show_refusal(reason)
        return True

    def stop(self) -> None:
        """Nothing is tried out any more."""
        if self.dialog is not None:
            self.dialog.close()
