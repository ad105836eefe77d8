"""What can be done with the account that is shown."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from timeline_studio.ui.elements.controls import button
from timeline_studio.ui.theme.metrics import GAP

_TEST, _STOP = "Test Connection", "Stop the Test"


class AccountButtons(QWidget):
    """Trying out left, keeping and using right. Return in a field presses none of them."""

    def __init__(self) -> None:
        super().__init__()
        self.remove = button("Remove…", "account-remove", tip="Forget this account")
        self.upgrade = button(
            "Upgrade Database…", "account-upgrade", tip="Make or upgrade the database's tables"
        )
        self.test = button(_TEST, "account-test", tip="Try out everything that this account needs")
        self.revert = button("Revert", "account-revert", tip="Forget what is not saved")
        self.save = button("Save", "account-save", tip="Keep this account on this computer")
        self.use = button(
            "Use This Account", "account-use", tip="Open this account's library", look="primary"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for made in (self.remove, self.upgrade, self.test):
            row.addWidget(made)
        row.addStretch()
        for made in (self.revert, self.save, self.use):
            row.addWidget(made)
        for made in (self.remove, self.upgrade, self.test, self.revert, self.save, self.use):
            made.setAutoDefault(False)

    def show_state(self, *, is_edited: bool, is_local: bool, is_in_use: bool) -> None:
        """An account is saved before it is used; the one in use stays."""
        self.save.setEnabled(is_edited)
        self.revert.setEnabled(is_edited)
        self.remove.setEnabled(not (is_edited or is_local or is_in_use))
        self.use.setEnabled(not (is_edited or is_in_use))

    def show_running(self, *, is_running: bool) -> None:
        self.test.setText(_STOP if is_running else _TEST)
