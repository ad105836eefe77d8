"""Names as the library keeps them."""

LONGEST_NAME = 255


def stored_name(name: str | None) -> str | None:
    """Trimmed and cut to what the column holds; None when nothing is left."""
    return (name or "").strip()[:LONGEST_NAME] or None
