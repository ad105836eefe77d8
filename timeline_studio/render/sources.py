"""The media of a timeline: where the files are and what is in them."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from timeline_studio.media import MediaInfo, probe
from timeline_studio.media.identity import FileIdentity, file_identity
from timeline_studio.render.render_error import RenderError
from timeline_studio.timeline.model import MediaReference

Resolve: TypeAlias = Callable[[MediaReference], Path]
"""The file of a reference; raises a StudioError that names media that is missing."""


class Sources:
    """Resolves and probes each media once; may be asked from several threads."""

    def __init__(self, resolve: Resolve) -> None:
        self.resolve = resolve
        self._found: dict[str, MediaInfo] = {}
        self._identities: dict[str, FileIdentity] = {}
        self._lock = threading.Lock()

    def info(self, media: MediaReference) -> MediaInfo:
        """What is in the file. Raises RenderError or MediaError naming the media."""
        with self._lock:
            if media.url not in self._found:
                self._found[media.url] = self._probe(media)
            return self._found[media.url]

    def refuse_changes(self) -> None:
        """Raises RenderError naming a file that was replaced since it was first asked for: what
        was made of it is part of the old one, part of the new.

        One that is gone is as good as unchanged: whoever still needed it was told so.
        """
        with self._lock:
            for identity in self._identities.values():
                path = Path(identity.path)
                if path.exists() and file_identity(path) != identity:
                    raise RenderError(
                        f"{path} was replaced or written to while it was being exported: "
                        "wait until it stays as it is, then export again."
                    )

    def _probe(self, media: MediaReference) -> MediaInfo:
        name = media.name or media.url.removeprefix("missing:")
        if media.url.startswith("missing:") or not media.url:
            raise RenderError(f"The media “{name}” is missing: relink its clips or remove them.")
        path = self.resolve(media)
        if not path.exists():
            raise RenderError(f"The media “{name}” is missing: there is no file {path}.")
        self._identities[media.url] = file_identity(path)
        return probe(path)
