"""Counts the frames that playback had to leave out."""


class DropCount:
    """Frames come in the order they are shown, `step` apart where none is left out."""

    def __init__(self) -> None:
        self.dropped = self.shown = 0
        self._due: int | None = None
        self._step = 1

    def start(self, speed: int) -> None:
        """Playback begins, turns round, or changes its speed: what was counted is past."""
        self.dropped = self.shown = 0
        self.jump(speed)

    def jump(self, speed: int) -> None:
        """The next frame may be any: the playhead was moved, or playback goes round."""
        self._due, self._step = None, speed or 1

    def show(self, frame: int) -> int:
        """How many were left out before this one."""
        missed = 0 if self._due is None else max(0, (frame - self._due) // self._step)
        self._due = frame + self._step
        self.dropped += missed
        self.shown += 1
        return missed
