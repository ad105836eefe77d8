"""Joins the parts into one studio, and into the workers that serve its queue."""

from collections.abc import Callable

from timeline_studio.app.account_parts import library_opener, make_mediaconvert, make_store
from timeline_studio.jobs import JobQueue, Worker, run_lanes
from timeline_studio.productions import LocalTranscoder, Transcoder
from timeline_studio.render import prepare_text
from timeline_studio.settings import (
    Account,
    Accounts,
    Home,
    Secrets,
    SystemSecrets,
    account_home,
    profiles_dir,
)
from timeline_studio.storage import ObjectStore, OutgoingStore, S3Store
from timeline_studio.workflows import Studio
from timeline_studio.workflows.handlers import lanes
from timeline_studio.workflows.media import sweep_promises
from timeline_studio.workflows.work_folder import sweep_work


def open_studio(
    home: Home, account: Account | None = None, *, secrets: Secrets | None = None
) -> Studio:
    """The studio of `account`, or of the one that is chosen; every account keeps its own home.

    Only a server's database is asked for here; S3 and MediaConvert at the first request. Raises
    SettingsError, LibraryError or ProductionError when the home, the database or the account's
    values cannot be used.
    """
    home.prepare()
    secrets = secrets or SystemSecrets()
    account = account or Accounts(home.accounts, secrets).chosen
    own = account_home(home, account)
    own.prepare()
    library = library_opener(own, account, secrets)()
    queue = JobQueue(library, account.user_id)
    try:
        return Studio(
            home=own,
            user_id=account.user_id,
            library=library,
            media_store=_store(own, account, account.media_bucket, secrets),
            output_store=_store(own, account, account.output_bucket, secrets),
            queue=queue,
            transcoder=_transcoder(account, queue, secrets),
            profiles=profiles_dir(),
            account=account,
        )
    except BaseException:
        library.close()
        raise


def _store(home: Home, account: Account, bucket: str, secrets: Secrets) -> ObjectStore:
    """Files wait on this computer for a remote store, so that work goes on offline."""
    store = make_store(home, account, bucket, secrets)
    return OutgoingStore(store, home.outgoing) if isinstance(store, S3Store) else store


def _transcoder(account: Account, queue: JobQueue, secrets: Secrets) -> Transcoder:
    if account.transcoder == "local":
        return LocalTranscoder(queue)
    return make_mediaconvert(account, secrets)


def work(studio: Studio, until: Callable[[], bool]) -> None:
    """Serve the queue in this process, one thread a lane, until `until()` holds."""
    prepare_text()  # here, on the main thread: a lane may be the first to draw a title
    sweep_work(studio)
    sweep_promises(studio)
    workers = [Worker(studio.library, studio.user_id, handlers) for handlers in lanes(studio)]
    run_lanes(workers, until)
