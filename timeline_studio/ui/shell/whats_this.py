"""What's This: a few sentences about each part of the window, and two ways to them."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWhatsThis, QWidget

from timeline_studio.ui.language import tr
from timeline_studio.ui.shell.header import Header
from timeline_studio.ui.shell.panels import Panels

_HEADER = (
    "At the left the open timeline: press its name for all timelines. In the middle the "
    "workspaces. At the right what is on its way, and what makes a film of this timeline: "
    "Export writes a file, Send to HLS does all that it takes to be watched."
)
_MEDIA = (
    "Your footage. Drop files here, or press Import. Drag footage to the timeline, or choose it "
    "and append, insert or overwrite by key. Nothing here is changed by an edit."
)
_MONITOR = (
    "The timeline's picture at the playhead, or, in the Source tab, footage before it is cut in: "
    "mark an in and an out point there, then insert or overwrite."
)
_TRANSPORT = (
    "Play, and go by frames or to an end. The number at the left is the playhead's timecode, "
    "the one at the right the length."
)
_INSPECTOR = (
    "What is selected, in numbers: change them for one clip or for many. The other tabs list what "
    "was done, captions, and markers."
)
_TIMELINE = (
    "The film. Each row is a track: pictures above cover those below. Drag clips to move them, "
    "their edges to trim them, the cut between two to roll it. The playhead is the red line."
)
_TOOLBAR = (
    "Tools change what a drag does; holding a tool's key borrows it. Then what snaps and what "
    "closes gaps, and what is put in at the playhead. At the right the zoom."
)
_RULER = (
    "Time. Press to move the playhead. Markers stand at its lower edge. The line at its bottom "
    "says what an export finds ready."
)
_MINIMAP = "The whole film. Drag the frame to scroll, its edges to zoom."
_HEADERS = (
    "One a track: press the name to have material from the media bin go there. The lock keeps a "
    "track as it is; the eye hides it, M mutes it, S lets it be heard alone."
)
_METERS = (
    "How loud it is that you hear: two bars with their highest marks, red on top where the true "
    "peak went too high, and the loudness of now (M), of some seconds (S) and on the whole (I) in "
    "LUFS. Press to reset."
)
_AUDIO = (
    "How loud things are: the selected clips, a track and what it yields to, and the film that is "
    "exported. Record puts what you say onto the track."
)
_EXPORTS = "The films that were rendered. Each can be sent to HLS, played, or opened as a timeline."
_UPLOADS = "The footage of all timelines, with what uses it: rename it, relink it, delete it."
_PRODUCTIONS = "What was sent to HLS: watch it, publish it, read its report."
_PUBLICATIONS = "What is shown in which space, and to whom."
_OUTBOX = "All that is on its way: pause it, cancel it, or put right what stopped it."


def explain(header: Header, panels: Panels) -> None:
    """Give each panel and toolbar its words."""
    timeline = panels.timeline
    for widget, words in (
        (header, _HEADER),
        (panels.media, _MEDIA),
        (panels.monitor, _MONITOR),
        (panels.monitor.transport_bar, _TRANSPORT),
        (panels.inspector, _INSPECTOR),
        (timeline, _TIMELINE),
        (timeline.toolbar, _TOOLBAR),
        (timeline.ruler, _RULER),
        (timeline.minimap, _MINIMAP),
        (timeline.headers, _HEADERS),
        (panels.meters, _METERS),
        (panels.audio, _AUDIO),
        (panels.exports, _EXPORTS),
        (panels.uploads, _UPLOADS),
        (panels.productions, _PRODUCTIONS),
        (panels.publications, _PUBLICATIONS),
        (panels.outbox, _OUTBOX),
    ):
        widget.setWhatsThis(tr(words))


def point_and_ask() -> None:
    """The next press asks about the part of the window that it hits."""
    QWhatsThis.enterWhatsThisMode()


def explain_focus(otherwise: Callable[[], None]) -> None:
    """Tell about the part that has the keyboard."""
    part: QWidget | None = QApplication.focusWidget()
    while part is not None and not part.whatsThis():
        part = part.parentWidget()
    if part is None:
        otherwise()
    else:
        corner = part.mapToGlobal(QPoint(part.width() // 4, part.height() // 4))
        QWhatsThis.showText(corner, part.whatsThis(), part)
