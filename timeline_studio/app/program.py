"""One run of the program: its home, its accounts, and the one that it works in."""

from functools import partial

from timeline_studio.app.account_parts import library_opener, make_mediaconvert, make_store
from timeline_studio.app.composition import open_studio
from timeline_studio.settings import (
    Account,
    Accounts,
    Home,
    Secrets,
    SystemSecrets,
    account_home,
    profiles_dir,
)
from timeline_studio.workflows import Studio
from timeline_studio.workflows.accounts import AccountDesk, AccountParts

_TRIAL_ATTEMPTS = 1


class Program:
    """The account is the chosen one until another is named for this run."""

    def __init__(self, home: Home, secrets: Secrets | None = None) -> None:
        self.home = home
        self.secrets = secrets or SystemSecrets()
        self.accounts = Accounts(home.accounts, self.secrets)
        self._named: str | None = None

    def use(self, name: str) -> None:
        """For this run only."""
        self._named = name

    @property
    def account(self) -> Account:
        """Raises SettingsError where there is none of that name."""
        return self.accounts.chosen if self._named is None else self.accounts.get(self._named)

    def open_studio(self, account: Account | None = None) -> Studio:
        """Raises StudioError: see `composition.open_studio`."""
        return open_studio(self.home, account or self.account, secrets=self.secrets)

    @property
    def desk(self) -> AccountDesk:
        return AccountDesk(self.accounts, partial(make_parts, self.home))


def make_parts(home: Home, account: Account, secrets: Secrets) -> AccountParts:
    """To try an account out: fewer attempts than a studio's work makes."""
    own = account_home(home, account)
    own.prepare()
    return AccountParts(
        account=account,
        outgoing=own.outgoing,
        media_store=make_store(
            own, account, account.media_bucket, secrets, attempts=_TRIAL_ATTEMPTS
        ),
        output_store=make_store(
            own, account, account.output_bucket, secrets, attempts=_TRIAL_ATTEMPTS
        ),
        mediaconvert=(
            make_mediaconvert(account, secrets) if account.transcoder == "mediaconvert" else None
        ),
        open_library=library_opener(own, account, secrets),
        profiles=profiles_dir(),
    )
