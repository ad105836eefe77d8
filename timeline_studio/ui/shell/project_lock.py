"""One window a project: a second one, also of another process, may only look."""

from pathlib import Path

from PySide6.QtCore import QLockFile


class ProjectLock:
    """A lock file of the program's home; that of a process that died counts as free."""

    def __init__(self, folder: Path, project_id: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = QLockFile(str(folder / f"project-{project_id}.lock"))
        self._file.setStaleLockTime(0)

    def take(self) -> bool:
        """Whether the project is ours to edit now."""
        return self._file.isLocked() or self._file.tryLock(0)

    def release(self) -> None:
        self._file.unlock()
