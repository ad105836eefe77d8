"""The accounts of this computer: set up, tried out, chosen. The window behind it goes on."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from timeline_studio.errors import StudioError
from timeline_studio.settings import Account, AccountError
from timeline_studio.ui.accounts.account_buttons import AccountButtons
from timeline_studio.ui.accounts.account_form import AccountForm
from timeline_studio.ui.accounts.connection_run import ConnectionRun
from timeline_studio.ui.accounts.trials_view import TrialsView
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.elements.controls import button, label
from timeline_studio.ui.elements.question_bar import QuestionBar
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_PART
from timeline_studio.workflows.accounts import (
    AccountDesk,
    drop_abandoned_parts,
    needed_secrets,
    save_account,
    upgrade_database,
)
from timeline_studio.workflows.connection import Trial

_SIZE = 820, 640
_LIST_WIDTH = 190
_ABOUT_LOCAL = (
    "Local is built in: the library is a file, media lie in a folder, and this computer "
    "transcodes. It needs no network. Every other account keeps a library of its own."
)
_Answer = TypeVar("_Answer")


class AccountsDialog(QDialog):
    """`use_requested` carries the name of the account that the window shall open."""

    use_requested = Signal(str)

    def __init__(
        self, desk: AccountDesk, in_use: str, tasks: BackgroundTasks, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._in_use = in_use
        self._tasks = tasks
        self._accounts: list[Account] = []
        self._is_new = False
        self.setWindowTitle(tr("Accounts"))
        self.setObjectName("accounts")
        self.resize(*_SIZE)
        self.names = QListWidget()
        self.names.setProperty("look", "sidebar")
        self.names.setAccessibleName(tr("Accounts"))
        self.names.setFixedWidth(_LIST_WIDTH)
        self.form = AccountForm()
        self.trials = TrialsView(theme)
        self.question = QuestionBar()
        self.run = ConnectionRun(tasks, self)
        self.about = label(_ABOUT_LOCAL, "secondary")
        self.note = label("", "secondary")
        self.error = label("", "error")
        for words in (self.about, self.note, self.error):
            words.setWordWrap(True)
        self.new = button("New Account", "account-new", tip="Set up another account")
        self.buttons = AccountButtons()
        self._arrange()
        self._join()
        self.reload(in_use)

    def reload(self, chosen: str) -> None:
        """Read the accounts again, and show the one called `chosen`."""
        try:
            self._accounts = self._desk.accounts.list()
        except StudioError as error:
            self._complain(error)
            return
        self._is_new = False
        self.names.blockSignals(True)
        self.names.clear()
        for account in self._accounts:
            is_used = account.name == self._in_use
            self.names.addItem(f"{account.name} (in use)" if is_used else account.name)
        self.names.blockSignals(False)
        names = [account.name for account in self._accounts]
        self.names.setCurrentRow(names.index(chosen) if chosen in names else 0)
        self._show(self._accounts[self.names.currentRow()])

    def show_refusal(self, reason: str) -> None:
        """Why the account that was to be used cannot be opened."""
        self._say("")
        self.error.setText(reason)
        self.error.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.run.cancel()
        super().closeEvent(event)

    def reject(self) -> None:
        """Esc first ends what is asked or tried."""
        if self.question.isVisible():
            self.question.hide()
        elif self.run.is_running:
            self.run.cancel()
        else:
            super().reject()

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.names, 1)
        left.addWidget(self.new)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PART)
        column.addWidget(self.about)
        column.addWidget(self.form)
        column.addWidget(self.trials)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self._scroll = scroll
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(scroll, 1)
        for widget in (self.question, self.note, self.error):
            right.addWidget(widget)
        right.addWidget(self.buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_PART, GAP_PART, GAP_PART, GAP_PART)
        row.setSpacing(GAP_PART)
        row.addLayout(left)
        row.addLayout(right, 1)
        self.new.setAutoDefault(False)

    def _join(self) -> None:
        self.names.currentRowChanged.connect(lambda row: self._show(self._accounts[row]))
        self.new.clicked.connect(self._on_new)
        self.form.edited.connect(self._on_edited)
        self.buttons.test.clicked.connect(self._on_test)
        self.buttons.save.clicked.connect(self._on_save)
        self.buttons.revert.clicked.connect(lambda: self.reload(self._accounts_name()))
        self.buttons.remove.clicked.connect(self._on_remove)
        self.buttons.upgrade.clicked.connect(self._on_upgrade)
        self.buttons.use.clicked.connect(self._on_use)
        self.run.planned.connect(self._on_planned)
        self.run.tried.connect(self._on_tried)
        self.run.failed.connect(self.show_refusal)
        self.run.ended.connect(lambda: self.buttons.show_running(is_running=False))

    def _show(self, account: Account) -> None:
        self.run.cancel()
        self._is_new = False
        self._show_account(account)
        self._set_edited(is_edited=False)

    def _show_account(self, account: Account) -> None:
        self._say("")
        self.trials.clear()
        self.question.hide()
        self.buttons.upgrade.hide()
        self.about.setVisible(account.is_local and not self._is_new)
        self.form.setVisible(not account.is_local or self._is_new)
        self.form.show_account(account, is_new=self._is_new)
        if not account.is_local:
            self._tasks.run(
                lambda: self._known(account),
                done=self.form.show_known,
                failed=lambda error: self.show_refusal(sentence_of(error)),
            )

    def _known(self, account: Account) -> list[str]:
        secrets = self._desk.accounts.secrets
        return [name for name in needed_secrets(account) if secrets.get(account.name, name)]

    def _on_new(self) -> None:
        self.run.cancel()
        self._is_new = True
        self._show_account(Account(name="", media_bucket="", output_bucket=""))
        self._set_edited(is_edited=True)
        self.form.focus("name")

    def _on_edited(self) -> None:
        self.run.cancel()
        self.trials.clear()
        self.buttons.upgrade.hide()
        self._say("")
        self._set_edited(is_edited=True)

    def _set_edited(self, *, is_edited: bool) -> None:
        account = self._accounts[self.names.currentRow()]
        tip = "Save or revert this account first" if is_edited else ""
        for widget in (self.names, self.new):
            widget.setEnabled(not is_edited)
        self.names.setToolTip(tip)
        self.buttons.show_state(
            is_edited=is_edited,
            is_local=account.is_local,
            is_in_use=account.name == self._in_use,
        )

    def _on_test(self) -> None:
        if self.run.is_running:
            self.run.cancel()
            return
        self._say("")
        account, typed = self._shown()
        try:
            self.run.start(lambda: self._desk.parts(account, typed))
        except StudioError as error:
            self._complain(error)

    def _on_planned(self, names: list[str]) -> None:
        self.buttons.show_running(is_running=True)
        self.buttons.upgrade.hide()
        self.trials.plan(names)
        self.trials.updateGeometry()
        QTimer.singleShot(0, self._show_trials)

    def _show_trials(self) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(self.trials.y())

    def _on_tried(self, number: int, trial: Trial) -> None:
        self.trials.show_trial(number, trial)
        if trial.needs_upgrade:
            self.buttons.upgrade.show()

    def _on_save(self) -> None:
        account, typed = self._shown()

        def keep() -> None:
            if self._is_new:
                self._refuse_taken(account.name)
            save_account(self._desk, account, typed)

        def done(_: None) -> None:
            self.reload(account.name)
            self._say(tr("{name} is saved.", name=account.name))
            self._tasks.run(
                lambda: drop_abandoned_parts(self._desk.parts(account)),
                done=lambda refused: self._say(" ".join(refused)) if refused else None,
            )

        self._run(keep, done)

    def _refuse_taken(self, name: str) -> None:
        if any(each.name.casefold() == name.casefold() for each in self._accounts):
            raise AccountError("name", f"There is an account “{name}” already: name it otherwise.")

    def _on_remove(self) -> None:
        name = self._accounts_name()
        self.question.ask(
            tr(
                "Forget the account “{name}” and its secrets? Its library and its "
                "media stay where they are.",
                name=name,
            ),
            "Remove",
            lambda: self._run(
                lambda: self._desk.accounts.remove(name), lambda _: self.reload(self._in_use)
            ),
        )

    def _on_upgrade(self) -> None:
        account, typed = self._shown()

        def done(name: str) -> None:
            self._say(tr("{name} is up to date.", name=name))
            self.buttons.upgrade.hide()
            self._on_test()

        self.question.ask(
            "Make or upgrade the tables of this database? Others that use it see the new tables: "
            "ask its owner, and make a copy of it first. Every row is kept.",
            "Upgrade",
            lambda: self._run(lambda: upgrade_database(self._desk.parts(account, typed)), done),
        )

    def _on_use(self) -> None:
        self._say(tr("Opening {name} …", name=self._accounts_name()))
        self.use_requested.emit(self._accounts_name())

    def _run(self, work: Callable[[], _Answer], done: Callable[[_Answer], None]) -> None:
        self._say("Working …")

        def finish(answer: _Answer) -> None:
            self._say("")
            done(answer)

        self._tasks.run(work, done=finish, failed=self._complain)

    def _shown(self) -> tuple[Account, dict[str, str]]:
        account = self._accounts[self.names.currentRow()]
        if account.is_local and not self._is_new:
            return account, {}
        return self.form.account(), self.form.typed_secrets()

    def _accounts_name(self) -> str:
        return self._accounts[self.names.currentRow()].name

    def _say(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.error.setText("")
        self.error.hide()

    def _complain(self, error: Exception) -> None:
        self.show_refusal(sentence_of(error))
        if isinstance(error, AccountError) and self.form.isVisible():
            self.form.focus(error.field)
