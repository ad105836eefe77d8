"""What this computer remembers: the current project, the window's layout."""

import json
import os
import threading
from pathlib import Path
from typing import Any

CURRENT_PROJECT = "create_video_current_project_id"


class Preferences:
    """A small JSON file. An unreadable one counts as empty: nothing in it is anyone's work."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._values = self._read()

    def get(self, name: str) -> Any:
        return self._values.get(name)

    def set(self, name: str, value: Any) -> None:
        """Remember `value` (None forgets it), on disk before this returns. Raises OSError."""
        with self._lock:
            values = {**self._read(), name: value}
            self._values = {k: v for k, v in values.items() if v is not None}
            part = self._path.with_name(f"{self._path.name}.{os.getpid()}.partial")
            part.write_text(json.dumps(self._values, indent=1, sort_keys=True), "utf-8")
            part.replace(self._path)

    @property
    def current_project_id(self) -> int | None:
        value = self.get(CURRENT_PROJECT)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    @current_project_id.setter
    def current_project_id(self, project_id: int | None) -> None:
        self.set(CURRENT_PROJECT, project_id)

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return values if isinstance(values, dict) else {}
