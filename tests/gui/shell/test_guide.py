"""The guide's table of keys says what the window's actions say."""

import re
from pathlib import Path

from PySide6.QtGui import QAction

from timeline_studio.ui.shell import MainWindow

GUIDE = Path(__file__).parents[3] / "docs" / "guide.md"
NAMES = {"←": "Left", "→": "Right", "↑": "Up", "↓": "Down", "Delete": "Del"}


def keys_of(cell: str) -> list[str]:
    words = [word for word in re.split(r"`` | ``|`|; |, | or | ", cell) if word.strip()]
    if "`` ` ``" in cell:
        words.append("`")
    return ["+".join(NAMES.get(part, part) for part in word.split("+")) for word in words]


def test_every_key_of_the_guide_does_something(window: MainWindow) -> None:
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", GUIDE.read_text("utf-8"), re.MULTILINE)
    told = {
        key for what, cell in rows if what != "do" and "---" not in what for key in keys_of(cell)
    }
    real = {key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()}
    assert told - real == set()
    unsaid = {"Backspace", "+", "Ctrl+Q"}  # second keys, and one that every program has
    assert real - told - unsaid == set()
