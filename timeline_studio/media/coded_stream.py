"""A file's stream as it is coded: what copying its pictures and its sound have in common."""

from pathlib import Path
from types import TracebackType
from typing import Generic, Self, TypeVar

from av.audio.stream import AudioStream
from av.video.stream import VideoStream

from timeline_studio.media.source import open_source

AnyStream = TypeVar("AnyStream", AudioStream, VideoStream)


class CodedStream(Generic[AnyStream]):
    """A context manager; one thread at a time may use it. Raises MediaError."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._container = open_source(path)
        try:
            self._stream: AnyStream = self._open()
        except BaseException:
            self._container.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._container.close()

    @property
    def extradata(self) -> bytes:
        """What a decoder has to be told first, as the container holds it."""
        return self._stream.codec_context.extradata or b""

    def _open(self) -> AnyStream:
        """The one stream that is read. Raises MediaError where there is none."""
        raise NotImplementedError
