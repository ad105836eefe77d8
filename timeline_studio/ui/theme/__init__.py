"""How the window looks: colour tokens, type, icons, sizes."""

from timeline_studio.ui.theme.appearance import Appearance
from timeline_studio.ui.theme.application import apply_theme
from timeline_studio.ui.theme.fonts import FontRole, font, load_fonts
from timeline_studio.ui.theme.icons import icon
from timeline_studio.ui.theme.tokens import ClipColors, ClipKind, Theme

__all__ = [
    "Appearance",
    "ClipColors",
    "ClipKind",
    "FontRole",
    "Theme",
    "apply_theme",
    "font",
    "icon",
    "load_fonts",
]
