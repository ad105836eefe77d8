"""In the status bar: which footage is being fetched, how far, and a way to stop that."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from timeline_studio.ui.elements.banner import Choice
from timeline_studio.ui.elements.controls import button
from timeline_studio.ui.elements.toasts import Toasts
from timeline_studio.ui.language import tr
from timeline_studio.ui.media_downloads import MediaDownloads
from timeline_studio.ui.theme.metrics import GAP, STATUS_BAR_HEIGHT

_LONGEST = 32


class DownloadLine(QWidget):
    """Shown while something is fetched."""

    def __init__(self, downloads: MediaDownloads, toasts: Toasts) -> None:
        super().__init__()
        self._downloads = downloads
        self._toasts = toasts
        self.words = QLabel()
        self.words.setContentsMargins(GAP, 0, 0, 0)
        self.cancel = button(
            "Cancel", "cancel-download", tip="Stop fetching this timeline's footage", look="status"
        )
        self.cancel.setFixedHeight(STATUS_BAR_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.words)
        row.addWidget(self.cancel)
        self.hide()
        self.cancel.clicked.connect(downloads.cancel)
        downloads.progressed.connect(self._show_progress)
        downloads.away_changed.connect(lambda _urls: self.setVisible(downloads.is_fetching))
        downloads.cancelled.connect(self._on_cancelled)

    def _show_progress(self, name: str, share: float) -> None:
        if not self._downloads.is_fetching:  # told before it was stopped
            return
        left = len(self._downloads.away) - 1
        more = f" and {left} more" if left else ""
        short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        self.words.setText(
            tr("Downloading {short}{more}: {share}", short=short, more=more, share=f"{share:.0%}")
        )
        self.words.setToolTip(name)
        self.show()

    def _on_cancelled(self, count: int) -> None:
        self.hide()
        files = "1 file is" if count == 1 else f"{count} files are"
        choice: Choice = ("Download", self._downloads.resume)
        self._toasts.say(tr("{files} still in the cloud only.", files=files), choice)
