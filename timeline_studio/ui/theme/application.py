"""The theme, put on the application: Fusion, an own palette, a short stylesheet."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from timeline_studio.ui.theme.fonts import font, load_fonts
from timeline_studio.ui.theme.stylesheet import stylesheet
from timeline_studio.ui.theme.tokens import Theme

_ROLE = QPalette.ColorRole
_ROLES = {
    _ROLE.Window: "bg1",
    _ROLE.WindowText: "t1",
    _ROLE.Base: "bg2",
    _ROLE.AlternateBase: "bg1",
    _ROLE.Text: "t1",
    _ROLE.PlaceholderText: "t3",
    _ROLE.Button: "bg2",
    _ROLE.ButtonText: "t1",
    _ROLE.BrightText: "err",
    _ROLE.Highlight: "accent",
    _ROLE.HighlightedText: "onAccent",
    _ROLE.Link: "accent",
    _ROLE.LinkVisited: "accent",
    _ROLE.ToolTipBase: "bg3",
    _ROLE.ToolTipText: "t1",
    _ROLE.Accent: "accent",
    _ROLE.Light: "bg3",
    _ROLE.Midlight: "bg2",
    _ROLE.Mid: "line",
    _ROLE.Dark: "bg0",
    _ROLE.Shadow: "bg0",
}


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress `app` in `theme`; may be called again with another one."""
    load_fonts()
    app.setStyle("Fusion")
    app.setPalette(_palette(theme))
    app.setFont(font("body"))
    app.setStyleSheet(stylesheet(theme))


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, theme.color(token))
    for role in (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText):
        dimmed = QColor(theme.color("t3"))
        dimmed.setAlphaF(0.55)
        palette.setColor(QPalette.ColorGroup.Disabled, role, dimmed)
    return palette
