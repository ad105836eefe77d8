"""What is said of a whole caption track: which one it is, its language, whether it is burned in."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from timeline_studio.timeline import edits
from timeline_studio.timeline.captions import LANGUAGES, find_language, language_name
from timeline_studio.timeline.model import Timeline, Track
from timeline_studio.timeline.queries import track_label
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.elements.controls import label
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT, GAP_WIDE, INSPECTOR_CONTROL_HEIGHT


class TrackFields(QWidget):
    """Choosing another track makes it the target of new captions."""

    def __init__(self, document: TimelineDocument, mode: EditingMode) -> None:
        super().__init__()
        self._document = document
        self._mode = mode
        self._shown: Track | None = None
        self.track = _combo("caption-track", "The caption track that is shown, and edited")
        self.language = _combo("caption-language", "The language of this track")
        self.language.addItem(language_name(""), "")
        for each in LANGUAGES:
            self.language.addItem(each.name, each.long)
        self.burned_in = QCheckBox(tr("Burn into the picture"))
        self.burned_in.setObjectName("caption-burned-in")
        self.burned_in.setToolTip(
            tr("On: part of every picture. Off: sent beside it, for viewers to switch on")
        )
        self._arrange()
        self.track.activated.connect(lambda _index: self._take_track())
        self.language.activated.connect(lambda _index: self._take_language())
        self.burned_in.clicked.connect(self._take_burned_in)

    def show_track(self, track: Track | None) -> None:
        self._shown = track
        timeline = self._document.timeline
        self.track.clear()
        for each in timeline.caption_tracks:
            self.track.addItem(track_label(timeline, each), each.id)
        if track is None:
            return
        self.track.setCurrentIndex(self.track.findData(track.id))
        self._show_language(track)
        self.burned_in.setChecked(track.burned_in)
        for field in (self.language, self.burned_in):
            field.setEnabled(not (track.locked or self._document.is_read_only))

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP_WIDE, GAP, GAP_WIDE, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP_TIGHT)
        grid.setColumnStretch(1, 1)
        for row, (word, field) in enumerate((("Track", self.track), ("Language", self.language))):
            heading = label(word, "field")
            heading.setBuddy(field)
            grid.addWidget(heading, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.burned_in, 2, 1)

    def _show_language(self, track: Track) -> None:
        found = find_language(track.language)
        code = found.long if found else track.language
        if self.language.findData(code) < 0:  # of three letters that have no name here
            self.language.addItem(code, code)
        self.language.setCurrentIndex(self.language.findData(code))

    def _take_track(self) -> None:
        chosen = self.track.currentData()
        for track in self._document.timeline.caption_tracks:
            if track.id == chosen:
                self._mode.set_target(track)

    def _take_language(self) -> None:
        self._change("Change language", language=self.language.currentData())

    def _take_burned_in(self) -> None:
        is_on = self.burned_in.isChecked()
        self._change("Burn captions in" if is_on else "Send captions beside", burned_in=is_on)

    def _change(
        self, text: str, *, language: str | None = None, burned_in: bool | None = None
    ) -> None:
        track = self._shown
        if track is None:
            return

        def edit(timeline: Timeline) -> Timeline:
            return edits.set_captioning(timeline, track.id, language=language, burned_in=burned_in)

        if not self._document.apply(text, edit):
            self.show_track(track)


def _combo(name: str, tip: str) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    made.setToolTip(tr(tip))
    made.setProperty("compact", "true")
    made.setFixedHeight(INSPECTOR_CONTROL_HEIGHT)
    made.setMinimumContentsLength(8)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made
