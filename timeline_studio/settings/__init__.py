"""Where the program keeps its things, its accounts, and what it remembers locally."""

from timeline_studio.settings.account import (
    LOCAL,
    Account,
    AccountError,
    account_home,
    check_account,
    database_password,
)
from timeline_studio.settings.accounts import Accounts
from timeline_studio.settings.paths import Home, SettingsError, find_home, profiles_dir, resource
from timeline_studio.settings.preferences import Preferences
from timeline_studio.settings.secrets import Secrets, SystemSecrets, TypedSecrets

__all__ = [
    "LOCAL",
    "Account",
    "AccountError",
    "Accounts",
    "Home",
    "Preferences",
    "Secrets",
    "SettingsError",
    "SystemSecrets",
    "TypedSecrets",
    "account_home",
    "check_account",
    "database_password",
    "find_home",
    "profiles_dir",
    "resource",
]
