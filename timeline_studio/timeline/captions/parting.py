"""Where the text of a caption that is cut in two is best parted."""

import re

_BREAKS = ((r"\n+", 0.30), (r"(?<=[.!?…])\s+", 0.25), (r"(?<=[,;:–])\s+", 0.15), (r"\s+", 0.0))
"""Ends of lines, sentences, phrases, words; each is worth going that share of the text further."""


def parting(text: str, share: float) -> int | None:
    """How many letters come first when `share` (0 to 1) of the time does; None for one word.

    The nearest gap between words, but rather the end of a line, a sentence or a phrase.
    """
    found = [
        (abs(match.start() / len(text) - share) - bonus, match.start())
        for pattern, bonus in _BREAKS
        for match in re.finditer(pattern, text)
        if text[: match.start()].strip() and text[match.end() :].strip()
    ]
    return min(found)[1] if found else None
