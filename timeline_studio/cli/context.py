"""What the commands are given by the composition root."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline_studio.settings import Account
from timeline_studio.workflows import Studio
from timeline_studio.workflows.accounts import AccountDesk


@dataclass(frozen=True)
class Check:
    """One line of `doctor`. What is `needed` and not `ok` makes the command fail."""

    name: str
    ok: bool
    detail: str
    needed: bool = True


@dataclass(frozen=True)
class CliContext:
    """`work` runs this computer's queue in this process until `until()` holds;
    `open_window` returns the window's exit code; `hand_over` gives a link to the window that runs
    already, and says whether there was one; `register_links` says what it did; `use_account` names
    the account of this run, which `account` then is; `serve_ahead` renders ahead what the window
    asks for, `serve_encoder_trials` tries the encoders that it is given the names of."""

    open_studio: Callable[[], Studio]
    work: Callable[[Studio, Callable[[], bool]], None]
    serve_worker: Callable[[], None]
    open_window: Callable[[int | None], int]
    diagnose: Callable[[], list[Check]]
    desk: AccountDesk
    use_account: Callable[[str], None]
    account: Callable[[], Account]
    hand_over: Callable[[str], bool] = lambda _link: False
    register_links: Callable[[], str] = lambda: ""
    serve_ahead: Callable[[], None] = lambda: None
    serve_encoder_trials: Callable[[Sequence[str]], None] = lambda _names: None
