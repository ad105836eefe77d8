"""The error of this package, and how FFmpeg's own errors become it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import av.error

from timeline_studio.errors import StudioError

# What FFmpeg's demuxers and decoders raise for bytes that make no sense.
DAMAGE = (av.error.InvalidDataError, av.error.ArgumentError, av.error.UndefinedError)


class MediaError(StudioError):
    """A file that cannot be probed or decoded: which one, why, and what to do."""


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Whatever FFmpeg or the system says about `path` in here is told as a MediaError."""
    try:
        yield
    except FileNotFoundError:
        raise MediaError(f"{path} does not exist: put it back, or relink the media.") from None
    except PermissionError:
        raise MediaError(f"{path} may not be read: check the file's permissions.") from None
    except (av.error.InvalidDataError, av.error.ArgumentError):
        raise MediaError(
            f"{path} is damaged, cut short, or not a media file: check it in a player, "
            "or copy it again."
        ) from None
    except (av.error.FFmpegError, OSError) as error:
        reason = error.strerror or str(error)
        raise MediaError(f"{path} cannot be read: {reason}.") from error
