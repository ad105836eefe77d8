"""An account's values, in sections: name, storage, database, transcoding."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from timeline_studio.settings import LOCAL, Account, database_password
from timeline_studio.settings.secrets import DATABASE_PASSWORD, SECRET_KEY
from timeline_studio.ui.accounts.form_fields import (
    AnyField,
    ChoiceField,
    NumberField,
    SecretField,
    TagsField,
    TextField,
)
from timeline_studio.ui.elements.controls import label
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import CONTROL_HEIGHT, GAP, GAP_PART

_LABEL_WIDTH = 132
_KIB = 1024
_GB = 1_000_000_000
_MOST = 2**31 - 1

_S3 = ("media_bucket", "output_bucket", "s3_endpoint", "bandwidth", "cache_bytes")
_AWS = ("region", "aws_profile", "access_key_id", SECRET_KEY)
_SERVER = ("database", DATABASE_PASSWORD, "user_id")
_MEDIACONVERT = (
    "role", "mediaconvert_endpoint", "queue", "acceleration", "priority", "tags",
)  # fmt: skip


class AccountForm(QWidget):
    """Only what the choices need is shown, and only that is in the account."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, AnyField] = {}
        self._labels: dict[str, QLabel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, GAP, 0)
        self._column.setSpacing(GAP)
        self._database = ChoiceField(
            "database_kind", [("file", "A file on this computer"), ("server", "MariaDB or MySQL")]
        )
        self._section("Account", [("name", "Name", TextField("name", "Films"))])
        self._section("Storage", _storage_fields())
        self._section("AWS", _aws_fields())
        self._section(
            "Database", [("database_kind", "Database", self._database), *_database_fields()]
        )
        self._section("Transcoding", _transcoding_fields())
        self._column.addStretch()
        for field in self._fields.values():
            field.edited.connect(self._on_edited)
        self._is_showing = False
        self._lay_out()

    def show_account(self, account: Account, *, is_new: bool = False) -> None:
        """Secrets are never shown: `show_known` says which there are."""
        self._is_showing = True
        for name, field in self._fields.items():
            if hasattr(account, name):
                field.show_answer(getattr(account, name))
            elif isinstance(field, SecretField):
                field.clear()
                field.setPlaceholderText("")
        self._database.show_answer("server" if account.database else "file")
        self._is_showing = False
        self._fields["name"].setEnabled(is_new)
        self._lay_out()

    def show_known(self, known: Iterable[str]) -> None:
        """The fields of the secrets that the keyring has."""
        for name in known:
            field = self._fields[name]
            if isinstance(field, SecretField):
                field.setPlaceholderText(tr("Kept in the keyring"))

    def account(self) -> Account:
        """What is shown; a value that the choices do not need is as a new account's."""
        answers: dict[str, Any] = {
            name: field.answer()
            for name, field in self._fields.items()
            if hasattr(LOCAL, name) and self._is_needed(name)
        }
        if answers.get("database") is not None:
            answers["database"], _ = database_password(answers["database"])
        for name in ("name", "media_bucket", "output_bucket"):
            if name in answers:
                answers[name] = answers[name] or ""
        return Account(**answers)

    def typed_secrets(self) -> dict[str, str]:
        """By their fields. A password that was pasted within the address counts."""
        typed = {
            name: field.text()
            for name, field in self._fields.items()
            if isinstance(field, SecretField) and field.text() and self._is_needed(name)
        }
        pasted = None
        if self._is_needed("database"):
            _, pasted = database_password(str(self._fields["database"].answer() or ""))
        return {DATABASE_PASSWORD: pasted, **typed} if pasted else typed

    def focus(self, name: str) -> None:
        self._fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def field(self, name: str) -> AnyField:
        return self._fields[name]

    def _on_edited(self) -> None:
        self._lay_out()
        if not self._is_showing:
            self.edited.emit()

    def _lay_out(self) -> None:
        for name, field in self._fields.items():
            is_needed = self._is_needed(name)
            field.setVisible(is_needed)
            self._labels[name].setVisible(is_needed)
        self._labels["AWS"].setVisible(self._is_needed("region"))

    def _is_needed(self, name: str) -> bool:
        is_s3: bool = self._fields["storage"].answer() == "s3"
        is_mediaconvert: bool = self._fields["transcoder"].answer() == "mediaconvert"
        if name in _S3:
            return is_s3
        if name in _AWS:
            return is_s3 or is_mediaconvert
        if name in _SERVER:
            return bool(self._database.answer() == "server")
        return is_mediaconvert or name not in _MEDIACONVERT

    def _section(self, title: str, fields: list[tuple[str, str, AnyField]]) -> None:
        heading = label(title, "section")
        heading.setContentsMargins(GAP, 0, 0, 0)
        heading.setFixedHeight(CONTROL_HEIGHT)
        self._labels[title] = heading
        self._column.addWidget(heading)
        form = QFormLayout()
        form.setContentsMargins(GAP, 0, 0, GAP)
        form.setHorizontalSpacing(GAP_PART)
        form.setVerticalSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for name, words, field in fields:
            told = label(words, "field")
            told.setFixedWidth(_LABEL_WIDTH)
            told.setBuddy(field)
            field.setAccessibleName(tr(words))
            form.addRow(told, field)
            self._fields[name] = field
            self._labels[name] = told
        self._column.addLayout(form)


def _storage_fields() -> list[tuple[str, str, AnyField]]:
    kinds = [("folder", "A folder on this computer"), ("s3", "S3")]
    return [
        ("storage", "Files lie in", ChoiceField("storage", kinds)),
        ("media_bucket", "Bucket for media", TextField("media_bucket", "films-media")),
        ("output_bucket", "Bucket for outputs", TextField("output_bucket", "films-hls")),
        ("s3_endpoint", "Endpoint", TextField("s3_endpoint", "AWS's own")),
        (
            "bandwidth",
            "At most",
            NumberField("bandwidth", 0, _MOST, unit=_KIB, suffix=" KiB/s", zero="No limit"),
        ),
        (
            "cache_bytes",
            "Keep here",
            NumberField("cache_bytes", 1, _MOST, unit=_GB, suffix=" GB of fetched files"),
        ),
    ]


def _aws_fields() -> list[tuple[str, str, AnyField]]:
    return [
        ("region", "Region", TextField("region", "eu-central-1")),
        ("aws_profile", "Profile", TextField("aws_profile", "Of the AWS command line, if any")),
        (
            "access_key_id",
            "Access key ID",
            TextField("access_key_id", "Empty: environment, profile, SSO or role"),
        ),
        (SECRET_KEY, "Secret access key", SecretField(SECRET_KEY)),
    ]


def _database_fields() -> list[tuple[str, str, AnyField]]:
    return [
        ("database", "Address", TextField("database", "mysql+pymysql://user@host/database")),
        (DATABASE_PASSWORD, "Password", SecretField(DATABASE_PASSWORD)),
        ("user_id", "Your user id", NumberField("user_id", 1, _MOST)),
    ]


def _transcoding_fields() -> list[tuple[str, str, AnyField]]:
    engines = [("local", "This computer"), ("mediaconvert", "AWS MediaConvert")]
    accelerations = [
        (None, "As the queue says"), ("DISABLED", "Disabled"), ("ENABLED", "Enabled"),
        ("PREFERRED", "Preferred"),
    ]  # fmt: skip
    role = TextField("role", "arn:aws:iam::123456789012:role/MediaConvert")
    return [
        ("transcoder", "HLS is made by", ChoiceField("transcoder", engines)),
        ("role", "Role", role),
        ("mediaconvert_endpoint", "Endpoint", TextField("mediaconvert_endpoint", "AWS's own")),
        ("queue", "Queue", TextField("queue", "The default one")),
        ("acceleration", "Acceleration", ChoiceField("acceleration", accelerations)),
        ("priority", "Priority", NumberField("priority", -50, 50)),
        ("tags", "Tags", TagsField("tags", "team=films, cost=42")),
    ]
