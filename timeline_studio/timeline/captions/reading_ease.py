"""Whether captions can be read: how fast, how long their lines are, how many there are.

Limits: Netflix's Timed Text Style Guide (adults: 42 letters a line, two lines, 20 a second).
"""

from timeline_studio.timeline.model import Caption
from timeline_studio.timeline.time import FLICKS_PER_SECOND

MOST_LETTERS_A_SECOND = 20.0
MOST_LETTERS_A_LINE = 42
MOST_LINES = 2
SHORTEST = FLICKS_PER_SECOND * 5 // 6
"""Five sixths of a second."""


def letters_a_second(caption: Caption) -> float:
    """How fast it is to be read; spaces count, ends of lines do not."""
    letters = sum(len(line.strip()) for line in caption.text.splitlines())
    return letters * FLICKS_PER_SECOND / caption.duration


def warnings_of(caption: Caption) -> list[str]:
    """What makes it hard to read, a few words each."""
    lines = [line.strip() for line in caption.text.splitlines() if line.strip()]
    found: list[str] = []
    if not lines:
        return ["says nothing"]
    if (speed := letters_a_second(caption)) > MOST_LETTERS_A_SECOND:
        found.append(f"{speed:.0f} letters a second: more than {MOST_LETTERS_A_SECOND:.0f}")
    if (longest := max(map(len, lines))) > MOST_LETTERS_A_LINE:
        found.append(f"a line of {longest} letters: more than {MOST_LETTERS_A_LINE}")
    if len(lines) > MOST_LINES:
        found.append(f"{len(lines)} lines: more than {MOST_LINES}")
    if caption.duration < SHORTEST:
        found.append("on for less than 5/6 of a second")
    return found
