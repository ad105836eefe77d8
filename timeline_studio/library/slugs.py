"""Slugs: a name as a short word that is safe in addresses and in file names."""

import re
import unicodedata
from collections.abc import Collection

LONGEST_SLUG = 191

_SHORTENED_TO = 80
_NAMELESS = "space"
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_slug(text: str) -> bool:
    """Whether it is lower-case letters a-z, digits, and single hyphens between them."""
    return len(text) <= LONGEST_SLUG and _SLUG.fullmatch(text) is not None


def slug_of(name: str) -> str:
    """`The Sea, été!` becomes `the-sea-ete`; a name without any such letter `space`."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", letters.replace("'", "")))
    return slug[:_SHORTENED_TO].strip("-") or _NAMELESS


def free_slug(name: str, taken: Collection[str]) -> str:
    """The slug of `name`, with the first number from 2 that makes it none of `taken`."""
    slug, number = slug_of(name), 2
    free = slug
    while free in taken:
        free, number = f"{slug}-{number}", number + 1
    return free
