"""Accounts in the window: set up with the keyboard, tried out, kept, chosen, removed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from timeline_studio.settings import Account
from timeline_studio.settings.secrets import SECRET_KEY
from timeline_studio.ui.accounts.accounts_dialog import AccountsDialog
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.shell import MainWindow
from timeline_studio.workflows.accounts import AccountDesk

FILMS = Account(
    name="Films",
    storage="s3",
    media_bucket="films-media",
    output_bucket="films-hls",
    region="eu-central-1",
    s3_endpoint="http://127.0.0.1:9",
    access_key_id="AKIAEXAMPLE",
)


@pytest.fixture
def dialog(window: MainWindow, tasks: BackgroundTasks) -> AccountsDialog:
    """Opened from the status bar."""
    QTest.mouseClick(window.status.account, Qt.MouseButton.LeftButton)
    opened = window.accounts.dialog
    assert opened is not None
    assert tasks.wait_idle()
    return opened


@pytest.fixture
def films(desk: AccountDesk) -> Account:
    desk.accounts.set(FILMS)
    desk.accounts.secrets.set("Films", SECRET_KEY, "hush")
    return FILMS


def press(button: QPushButton) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def write(dialog: AccountsDialog, name: str, text: str) -> None:
    field = dialog.form.field(name)
    assert isinstance(field, QLineEdit)
    assert field.isVisible()
    field.selectAll()
    QTest.keyClicks(field, text)


def choose(dialog: AccountsDialog, name: str, value: str) -> None:
    field = dialog.form.field(name)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Home)
    while field.answer() != value:
        before = field.answer()
        QTest.keyClick(field, Qt.Key.Key_Down)
        assert field.answer() != before


def test_it_shows_local_and_lets_nothing_of_it_be_changed(dialog: AccountsDialog) -> None:
    assert dialog.names.currentItem().text() == "Local (in use)"
    assert dialog.about.isVisible()
    assert not dialog.form.isVisible()
    assert not any(
        b.isEnabled()
        for b in (
            dialog.buttons.remove,
            dialog.buttons.use,
            dialog.buttons.save,
            dialog.buttons.revert,
        )
    )


def test_an_account_is_set_up(
    dialog: AccountsDialog, desk: AccountDesk, tasks: BackgroundTasks
) -> None:
    press(dialog.new)
    assert not dialog.names.isEnabled()
    write(dialog, "name", "Films")
    choose(dialog, "storage", "s3")
    for name in ("media_bucket", "output_bucket", "region", "s3_endpoint", "access_key_id"):
        write(dialog, name, getattr(FILMS, name))
    write(dialog, SECRET_KEY, "hush")
    press(dialog.buttons.save)
    assert tasks.wait_idle()
    assert dialog.error.text() == ""
    assert desk.accounts.get("Films") == FILMS
    assert desk.accounts.secrets.get("Films", SECRET_KEY) == "hush"
    assert dialog.names.currentItem().text() == "Films"
    secret = dialog.form.field(SECRET_KEY)
    assert isinstance(secret, QLineEdit)
    assert (secret.text(), secret.placeholderText()) == ("", "Kept in the keyring")
    assert "Parts of abandoned uploads stay" in dialog.note.text()


def test_what_cannot_be_is_told_beside_its_field(
    dialog: AccountsDialog, desk: AccountDesk, tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    press(dialog.new)
    write(dialog, "name", "Films")
    choose(dialog, "storage", "s3")
    write(dialog, "media_bucket", "Films Media")
    press(dialog.buttons.save)
    assert tasks.wait_idle()
    assert "“Films Media” is none" in dialog.error.text()
    assert dialog.focusWidget() is dialog.form.field("media_bucket")
    assert [account.name for account in desk.accounts.list()] == ["Local"]
    press(dialog.buttons.revert)
    assert dialog.names.isEnabled()
    assert dialog.error.text() == ""


def test_only_what_the_choices_need_is_shown(dialog: AccountsDialog, films: Account) -> None:
    dialog.reload("Films")
    shown = {name for name in vars(Account(name="x")) if dialog.form.field(name).isVisible()} - {
        "tags"
    }
    assert "media_bucket" in shown
    assert not {"database", "user_id", "role", "queue"} & shown
    choose(dialog, "transcoder", "mediaconvert")
    assert dialog.form.field("role").isVisible()
    choose(dialog, "storage", "folder")
    assert not dialog.form.field("media_bucket").isVisible()


def test_a_pasted_password_is_taken_out_of_the_address(
    dialog: AccountsDialog, films: Account
) -> None:
    dialog.reload("Films")
    choose(dialog, "database_kind", "server")
    write(dialog, "database", "mysql+pymysql://me:hush@db/films")
    assert dialog.form.account().database == "mysql+pymysql://me@db/films"
    assert dialog.form.typed_secrets() == {"database_password": "hush"}


def test_trying_out_shows_a_line_each(
    dialog: AccountsDialog, films: Account, tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    dialog.reload("Films")
    with qtbot.waitSignal(dialog.run.ended, timeout=20_000):
        press(dialog.buttons.test)
        assert dialog.buttons.test.text() == "Stop the Test"
    qtbot.waitUntil(lambda: dialog.trials.texts()[-1][1] == "Not tried")
    words = {what: (word, why) for what, word, why in dialog.trials.texts()}
    assert words["Database: tables"][0] == "Works"
    word, why = words["Bucket for media films-media: put"]
    assert word == "Failed"
    assert "the server does not answer" in why
    assert words["Bucket for media films-media: get"][0] == "Not tried"
    assert dialog.buttons.test.text() == "Test Connection"


def test_esc_stops_the_test_and_then_closes(
    dialog: AccountsDialog, films: Account, qtbot: QtBot
) -> None:
    dialog.reload("Films")
    press(dialog.buttons.test)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.run.is_running
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_removing_asks_in_place(
    dialog: AccountsDialog, films: Account, desk: AccountDesk, tasks: BackgroundTasks
) -> None:
    dialog.reload("Films")
    press(dialog.buttons.remove)
    press(dialog.question.no)
    assert desk.accounts.get("Films") == FILMS
    press(dialog.buttons.remove)
    press(dialog.question.yes)
    assert tasks.wait_idle()
    assert [account.name for account in desk.accounts.list()] == ["Local"]
    assert desk.accounts.secrets.get("Films", SECRET_KEY) is None
    assert dialog.names.count() == 1


def test_choosing_an_account_asks_for_its_library(
    window: MainWindow, dialog: AccountsDialog, films: Account, qtbot: QtBot
) -> None:
    dialog.reload("Films")
    with qtbot.waitSignal(window.account_requested) as asked:
        press(dialog.buttons.use)
    assert asked.args == ["Films"]
    window.refuse_account("The account “Films” cannot be opened.")
    assert dialog.error.text() == "The account “Films” cannot be opened."
    dialog.close()
    window.refuse_account("The account “Films” cannot be opened.")


def test_the_window_names_its_account_and_the_menu_opens_them(window: MainWindow) -> None:
    assert window.status.account.text() == "Local library"
    window.shell_actions["accounts"].trigger()
    assert window.accounts.dialog is not None
    assert window.accounts.dialog.isVisible()
