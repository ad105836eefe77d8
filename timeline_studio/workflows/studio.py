"""The collaborators that a workflow may need, joined once by `app`."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from timeline_studio.jobs import JobQueue
from timeline_studio.library import Library, UnitOfWork
from timeline_studio.productions import Transcoder
from timeline_studio.settings import LOCAL, Account, Home
from timeline_studio.storage import ObjectStore

Result = TypeVar("Result")


@dataclass(frozen=True)
class Studio:
    """One user's studio: plain values and ports, no state of its own.

    `media_store` holds uploads and exports, `output_store` the HLS outputs.
    """

    home: Home
    user_id: int
    library: Library
    media_store: ObjectStore
    output_store: ObjectStore
    queue: JobQueue
    transcoder: Transcoder
    profiles: Path
    account: Account = LOCAL

    @property
    def profile_folders(self) -> tuple[Path, Path]:
        """The user's own profiles, which go before those of the same name, and the program's."""
        return self.home.profiles, self.profiles

    def unit_of_work(self) -> UnitOfWork:
        """A transaction that writes: do slow work outside of it."""
        return self.library.unit_of_work(self.user_id)

    def run(self, step: Callable[[UnitOfWork], Result]) -> Result:
        """What `step` returns, in a transaction that is done again where a server took it back:
        so `step` does nothing but work on its unit."""
        return self.library.run(self.user_id, step)

    def reading(self) -> UnitOfWork:
        """A transaction that only reads, and makes nobody wait."""
        return self.library.unit_of_work(self.user_id, read_only=True)
