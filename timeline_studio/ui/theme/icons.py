"""Material Design icons by what they mean here."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from timeline_studio.ui.theme.tokens import Theme

_GLYPHS = {
    "add": "mdi6.plus",
    "archive": "mdi6.archive-outline",
    "audio": "mdi6.music-note",
    "blade": "mdi6.content-cut",
    "cancel": "mdi6.close",
    "caption": "mdi6.closed-caption-outline",
    "nested": "mdi6.layers-outline",
    "cloud": "mdi6.cloud-download-outline",
    "close": "mdi6.close",
    "delete": "mdi6.delete-outline",
    "disable": "mdi6.eye-off-outline",
    "done": "mdi6.check-circle-outline",
    "down": "mdi6.menu-down",
    "edit_point_next": "mdi6.skip-next",
    "edit_point_previous": "mdi6.skip-previous",
    "export": "mdi6.export-variant",
    "exports": "mdi6.movie-open-outline",
    "effects": "mdi6.auto-fix",
    "eyedropper": "mdi6.eyedropper",
    "failed": "mdi6.alert-circle-outline",
    "favourite": "mdi6.star",
    "fit": "mdi6.fit-to-page-outline",
    "fold_closed": "mdi6.chevron-right",
    "fold_open": "mdi6.chevron-down",
    "folder": "mdi6.folder-outline",
    "frame_back": "mdi6.step-backward",
    "frame_forward": "mdi6.step-forward",
    "generator": "mdi6.square",
    "grid": "mdi6.view-grid-outline",
    "hidden": "mdi6.eye-off-outline",
    "history": "mdi6.history",
    "import": "mdi6.tray-arrow-down",
    "in_use": "mdi6.filmstrip",
    "link": "mdi6.link-variant",
    "list": "mdi6.format-list-bulleted",
    "lock": "mdi6.lock",
    "loop": "mdi6.repeat",
    "marker": "mdi6.bookmark",
    "media": "mdi6.filmstrip",
    "menu": "mdi6.dots-vertical",
    "move_down": "mdi6.arrow-down",
    "move_up": "mdi6.arrow-up",
    "muted": "mdi6.volume-off",
    "open_timeline": "mdi6.filmstrip-box",
    "outbox": "mdi6.tray-arrow-up",
    "pause": "mdi6.pause",
    "play": "mdi6.play",
    "productions": "mdi6.cast",
    "proxy": "mdi6.alpha-p-box-outline",
    "publications": "mdi6.bullhorn-outline",
    "queued": "mdi6.clock-outline",
    "redo": "mdi6.redo",
    "roll": "mdi6.arrow-expand-horizontal",
    "ripple_trim": "mdi6.arrow-expand-left",
    "slide": "mdi6.arrow-left-right-bold-outline",
    "slip": "mdi6.arrow-split-vertical",
    "source": "mdi6.filmstrip-box-multiple",
    "sort": "mdi6.sort",
    "speed": "mdi6.speedometer",
    "rename": "mdi6.pencil-outline",
    "retry": "mdi6.refresh",
    "ripple": "mdi6.arrow-collapse-left",
    "sync_on": "mdi6.sync",
    "sync_off": "mdi6.sync-off",
    "running": "mdi6.progress-clock",
    "search": "mdi6.magnify",
    "select": "mdi6.cursor-default",
    "send": "mdi6.send-outline",
    "snap": "mdi6.magnet",
    "sound": "mdi6.volume-high",
    "still": "mdi6.image-outline",
    "stop": "mdi6.stop",
    "title": "mdi6.format-text",
    "to_end": "mdi6.skip-forward",
    "to_start": "mdi6.skip-backward",
    "transition": "mdi6.transition",
    "undo": "mdi6.undo",
    "unlink": "mdi6.link-variant-off",
    "unlock": "mdi6.lock-open-variant-outline",
    "uploads": "mdi6.folder-multiple-image",
    "video": "mdi6.video-outline",
    "visible": "mdi6.eye-outline",
    "waiting": "mdi6.timer-sand",
    "warning": "mdi6.alert-outline",
    "zoom_in": "mdi6.plus",
    "zoom_out": "mdi6.minus",
}


class _ThemedGlyph(QIconEngine):
    """Draws itself in the colours that its theme wears at that moment."""

    def __init__(self, theme: Theme, name: str, color: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._color = color
        self._drawn: dict[str, QIcon] = {}

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        self._glyph().paint(painter, rect, Qt.AlignmentFlag.AlignCenter, mode, state)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return drawn

    def clone(self) -> "_ThemedGlyph":
        return _ThemedGlyph(self._theme, self._name, self._color)

    def _glyph(self) -> QIcon:
        found = self._drawn.get(self._theme.name)
        if found is None:
            found = self._drawn[self._theme.name] = self._made()
        return found

    def _made(self) -> QIcon:
        import qtawesome  # noqa: PLC0415 - needs a running QApplication and costs start-up time

        disabled = QColor(self._theme.color("t3"))
        disabled.setAlphaF(0.5)
        made: QIcon = qtawesome.icon(
            _GLYPHS[self._name], color=self._theme.color(self._color), color_disabled=disabled
        )
        return made


def icon(theme: Theme, name: str, color: str = "t1") -> QIcon:
    """The icon `name` in the token `color`, dimmed where it is disabled; it follows the theme."""
    return QIcon(_ThemedGlyph(theme, name, color))
