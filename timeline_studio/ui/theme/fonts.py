"""Inter, bundled, with tabular figures; sizes are pixels."""

from typing import Literal, TypeAlias

from PySide6.QtGui import QFont, QFontDatabase

from timeline_studio.settings import resource

FontRole: TypeAlias = Literal[
    "body", "secondary", "clip", "section", "title", "empty", "timecode", "ruler"
]

_FAMILY = "Inter"
_WEIGHT = QFont.Weight
_ROLES: dict[FontRole, tuple[int, QFont.Weight]] = {
    "body": (13, _WEIGHT.Normal),
    "secondary": (11, _WEIGHT.Normal),
    "clip": (12, _WEIGHT.Medium),
    "section": (12, _WEIGHT.DemiBold),
    "title": (15, _WEIGHT.DemiBold),
    "empty": (20, _WEIGHT.Normal),
    "timecode": (20, _WEIGHT.Medium),
    "ruler": (11, _WEIGHT.Normal),
}


def load_fonts() -> None:
    """Register the bundled faces once per application; needs a QGuiApplication."""
    if _FAMILY in QFontDatabase.families():
        return
    for face in sorted(resource("fonts").glob("Inter-*.otf")):
        QFontDatabase.addApplicationFont(str(face))


def font(role: FontRole) -> QFont:
    """The face for `role`; figures are as wide as each other, so that counters stand still."""
    pixels, weight = _ROLES[role]
    face = QFont(_FAMILY)
    face.setPixelSize(pixels)
    face.setWeight(weight)
    face.setFeature(QFont.Tag("tnum"), 1)
    return face
