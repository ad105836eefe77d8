"""The in and out points of the open timeline: which part of it is meant."""

from PySide6.QtCore import QObject, Signal


class RangePoints(QObject):
    """Times in flicks, None where not set; `end` is the first moment that is not meant.

    They are not part of the document: setting one is no edit.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.start: int | None = None
        self.end: int | None = None

    @property
    def stretch(self) -> tuple[int, int] | None:
        """Both points; None where one is missing."""
        if self.start is None or self.end is None:
            return None
        return self.start, self.end

    def set_start(self, time: int) -> None:
        """The in point; an out point that is not after it goes."""
        self.set(time, self.end if self.end is not None and time < self.end else None)

    def set_end(self, time: int) -> None:
        """The out point; an in point that is not before it goes."""
        self.set(self.start if self.start is not None and self.start < time else None, time)

    def clear(self) -> None:
        self.set(None, None)

    def set(self, start: int | None, end: int | None) -> None:
        if (start, end) != (self.start, self.end):
            self.start, self.end = start, end
            self.changed.emit()
