"""The Audio tab: the film, a track and the selected clips, with mouse and keys."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from media_factory import write_sound
from timeline_studio.media import LoudnessMeter
from timeline_studio.render import Mixer
from timeline_studio.timeline import edits
from timeline_studio.timeline.ducking import Ducking
from timeline_studio.timeline.model import Clip, MediaReference, Timeline, Track
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.audio.audio_panel import AudioPanel
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.inspector.scrub_field import ScrubField
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.voice_over.voice_over import VoiceOver

RATE = 48_000
PATIENCE_MS = 30_000


def resolve(media: MediaReference) -> Path:
    return Path(urlsplit(media.url).path)


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    noise = np.random.default_rng(2).normal(0, 0.02, (2, 3 * RATE))
    return write_sound(tmp_path / "speech.wav", noise, RATE)


@pytest.fixture
def document(qtbot: QtBot, speech: Path) -> TimelineDocument:
    """A voice of two clips, and music."""
    media = MediaReference(url=speech.as_uri(), name="speech.wav", duration=3 * SECOND)

    def clip(name: str, start: int, **fields: object) -> Clip:
        return Clip(id=name, start=start * SECOND, duration=SECOND, media=media, **fields)

    tracks = (
        Track(id="v1", kind="video"),
        Track(
            id="a1",
            kind="audio",
            name="Voice",
            items=(clip("one", 0), clip("two", 1, speed=Fraction(2), gain_db=-6.0)),
        ),
        Track(id="a2", kind="audio", name="Music", items=(clip("song", 0),)),
    )
    return TimelineDocument(Timeline(rate=Fraction(25), tracks=tracks))


@pytest.fixture
def panel(
    qtbot: QtBot,
    document: TimelineDocument,
    tasks: BackgroundTasks,
    theme: Theme,
    voice: VoiceOver,
) -> AudioPanel:
    made = AudioPanel(document, resolve, tasks, voice)
    qtbot.addWidget(made)
    made.resize(300, 900)
    made.show()
    return made


@pytest.fixture
def track(document: TimelineDocument) -> Callable[[str], Track]:
    return lambda track_id: next(each for each in document.timeline.tracks if each.id == track_id)


def press(box: QCheckBox) -> None:
    """Where its tick is: the rest of its row does not listen."""
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))


def enter(field: ScrubField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_loudness_is_chosen_for_the_film(panel, document):
    box = panel.master.loudness
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())

    assert document.timeline.loudness == -14
    assert panel.master.note.isVisible()
    assert panel.commands.loudnesses[-14.0].isChecked()
    document.undo_stack.undo()
    assert document.timeline.loudness is None
    assert box.currentIndex() == 0


def test_a_loudness_of_another_program_is_shown(panel, document):
    document.apply("x", lambda timeline: edits.set_master(timeline, loudness=-18.5))

    assert panel.master.loudness.currentText() == "−18.5 LUFS"


def test_the_limiter_is_a_box_and_a_command(panel, document):
    press(panel.master.limiter)
    assert document.timeline.limiter
    assert panel.commands.limiter.isChecked()

    panel.commands.limiter.trigger()
    assert not document.timeline.limiter
    assert not panel.master.limiter.isChecked()


def test_a_track_gets_a_level_and_a_side(panel, track):
    enter(panel.track.gain, "-4.5")
    enter(panel.track.pan, "25")

    assert (track("a1").gain_db, track("a1").pan) == (-4.5, 0.25)


def test_one_drag_along_a_level_is_one_step(panel, document, track):
    field = panel.track.gain
    field.scrubbed.emit(-1.0, True)
    field.scrubbed.emit(-3.0, False)

    assert track("a1").gain_db == -3
    document.undo_stack.undo()
    assert track("a1").gain_db == 0


def test_music_is_told_to_give_way(panel, document, track):
    panel.track.chosen.emit("a2")
    (voice,) = panel.ducking.boxes
    assert voice.text() == "Voice"
    assert not panel.ducking.amount.isVisible()

    press(voice)

    assert track("a2").ducking == Ducking(sources=("a1",))
    assert panel.ducking.amount.isVisible()
    enter(panel.ducking.amount, "18")
    enter(panel.ducking.threshold, "-42")
    enter(panel.ducking.attack, "0.3")
    enter(panel.ducking.release, "1.5")
    assert track("a2").ducking == Ducking(
        sources=("a1",),
        depth_db=18,
        threshold_db=-42,
        attack=round(0.3 * SECOND),
        release=round(1.5 * SECOND),
    )
    press(voice)
    assert track("a2").ducking is None


def test_the_track_follows_the_selection(panel, document):
    document.select(["song"])

    assert panel.track.track.currentText() == "Music"


def test_a_locked_track_and_a_document_to_read_only_stay_as_they_are(panel, document):
    document.apply("x", lambda timeline: edits.set_track(timeline, "a1", locked=True))
    assert not panel.track.gain.isEnabled()
    assert panel.track.track.isEnabled()

    document.set_read_only(True)
    assert not panel.master.isEnabled()
    assert not panel.commands.limiter.isEnabled()


def test_without_audio_tracks_only_the_film_is_left(panel, document):
    for track_id in ("a1", "a2"):
        document.apply("x", lambda timeline, gone=track_id: edits.remove_track(timeline, gone))

    assert not panel.track.isVisible()
    assert not panel.ducking.isVisible()
    assert panel.hint.isVisible()


def test_pitch_is_asked_for_where_the_speed_is_another(panel, document):
    document.select(["one"])
    assert not panel.clip.pitch.isVisible()
    document.select(["two"])
    assert panel.clip.pitch.isVisible()

    press(panel.clip.pitch)

    (_, two) = document.timeline.tracks[1].items
    assert not two.keep_pitch


def test_clips_are_brought_to_one_loudness(panel, document, qtbot):
    document.select(["one", "two"])
    over = panel.levelling.working
    with qtbot.waitSignal(over, timeout=PATIENCE_MS, check_params_cb=lambda share: share is None):
        QTest.mouseClick(panel.clip.press, Qt.MouseButton.LeftButton)

    for index in (0, 1):
        item = document.timeline.tracks[1].items[index]
        assert loudness(document.timeline, item) == pytest.approx(-16, abs=0.3)
    document.undo_stack.undo()
    assert document.timeline.tracks[1].items[1].gain_db == -6


def test_what_is_silent_is_told_of(panel, document, qtbot, tmp_path):
    still = write_sound(tmp_path / "still.wav", np.zeros((2, 2 * RATE)), RATE)
    song = document.timeline.tracks[2].items[0]
    silent = replace(song, media=MediaReference(url=still.as_uri()))
    document.apply("x", lambda timeline: edits.replace_item(timeline, silent))
    document.select(["song"])

    with qtbot.waitSignal(panel.failed, timeout=PATIENCE_MS) as failed:
        panel.commands.level.trigger()

    assert "silent" in failed.args[0]


def test_media_that_is_gone_is_named(panel, document, qtbot, speech):
    speech.unlink()
    document.select(["one"])

    with qtbot.waitSignal(panel.failed, timeout=PATIENCE_MS) as failed:
        panel.commands.level.trigger()

    assert "speech.wav" in failed.args[0]
    assert panel.clip.press.text() == "Level"


def test_levelling_can_be_cancelled(panel, document):
    document.select(["one"])
    before = document.timeline
    panel.commands.level.trigger()
    assert panel.clip.press.text() == "Cancel"

    QTest.mouseClick(panel.clip.press, Qt.MouseButton.LeftButton)

    assert not panel.levelling.is_working
    assert panel.clip.press.text() == "Level"
    assert document.timeline is before


def loudness(timeline: Timeline, item: Clip) -> float | None:
    alone = Track(id="a", kind="audio", items=(replace(item, start=0),))
    mixer = Mixer(replace(timeline, tracks=(alone,)), resolve, sample_rate=RATE)
    meter = LoudnessMeter(RATE)
    meter.take(mixer.samples(0, RATE))
    mixer.close()
    return meter.end().integrated
