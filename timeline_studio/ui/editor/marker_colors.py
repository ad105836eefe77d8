"""The colours that a marker can have, by OpenTimelineIO's names, the same in both themes."""

from PySide6.QtGui import QColor

MARKER_COLORS: dict[str, QColor] = {
    name: QColor(value)
    for name, value in (
        ("GREEN", "#4FB477"),
        ("CYAN", "#4FB9C1"),
        ("BLUE", "#5A8FE0"),
        ("PURPLE", "#9A78DC"),
        ("MAGENTA", "#D067C0"),
        ("PINK", "#E88FB0"),
        ("RED", "#E0605A"),
        ("ORANGE", "#E8954A"),
        ("YELLOW", "#D9BC3C"),
        ("WHITE", "#E6E6E6"),
        ("BLACK", "#5A5A5A"),
    )
}


def marker_color(name: str) -> QColor:
    """Green where another program used a name of its own."""
    return MARKER_COLORS.get(name, MARKER_COLORS["GREEN"])
