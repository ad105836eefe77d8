"""Finished files go to their stores: a master last, when all that it names is there."""

from collections.abc import Callable, Mapping, Sequence

from timeline_studio.productions.local.making import MadeFile
from timeline_studio.storage import ObjectStore

_PLAYLISTS = (".m3u8", ".mpd")


def deliver(
    files: Sequence[MadeFile],
    stores: Mapping[str, ObjectStore],
    *,
    progress: Callable[[float], None],
) -> None:
    """Move every file into its store. A crash on the way leaves no new master behind.

    A master of an earlier run would name half-replaced renditions: it goes first of all.
    """
    for made in files:
        if made.is_master:
            stores[made.place.bucket].delete(made.place.key(made.path.name))
    for index, made in enumerate(sorted(files, key=_order)):
        progress(index / len(files))
        stores[made.place.bucket].put_file(made.place.key(made.path.name), made.path, move=True)
    progress(1.0)


def _order(made: MadeFile) -> int:
    if made.is_master:
        return 2
    return 1 if made.path.suffix in _PLAYLISTS else 0
