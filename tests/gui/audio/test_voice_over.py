"""What is said over the film lands on its track, where it was said; trouble is told in words."""

import wave
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Clip, MediaReference, Timeline, Track, empty_timeline
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.voice_over import microphone as microphone_module
from timeline_studio.ui.voice_over.microphone import NO_ANSWER, NO_INPUT, DefaultMicrophone
from timeline_studio.ui.voice_over.take_file import TakeFile
from timeline_studio.ui.voice_over.voice_over import VoiceOver
from timeline_studio.ui.voice_over.voice_section import VoiceSection


@pytest.fixture
def document(qtbot: QtBot, footage: Path) -> TimelineDocument:
    clip = Clip(id="a", start=0, duration=60 * SECOND, media=MediaReference(url=footage.as_uri()))
    document = TimelineDocument(
        Timeline(
            tracks=(
                Track(id="a1", kind="audio", name="Film", items=(clip,)),
                Track(id="a2", kind="audio", name="Voice"),
            )
        )
    )
    document.set_playhead(4 * SECOND)
    return document


@pytest.fixture
def track(document: TimelineDocument) -> Track:
    return document.timeline.tracks[1]


@pytest.fixture
def section(qtbot: QtBot, voice: VoiceOver, theme: Theme) -> VoiceSection:
    made = VoiceSection(voice)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_counts_in_then_plays_and_records(voice, section, track, microphone, playback, qtbot):
    voice._clock.setInterval(10)

    voice.begin(track)
    assert voice.state == "counting"
    assert section.words.text().startswith("Recording begins in 3")
    assert not section.level.isVisible()

    qtbot.waitUntil(lambda: voice.state == "recording", timeout=30_000)
    assert playback.speed == 1
    microphone.say(1.0)
    assert section.level.isVisible()
    assert section.level.value() == -6
    with qtbot.waitSignal(voice.finished) as finished:
        voice.stop()

    (take,) = finished.args
    assert playback.speed == 0
    assert (take.track_id, section.record.text()) == ("a2", "Record")
    assert take.time >= 4 * SECOND
    with wave.open(str(take.path)) as file:
        assert (file.getnframes(), file.getframerate()) == (48_000, 48_000)


def test_pausing_the_film_ends_the_take(voice, track, microphone, playback, qtbot):
    voice.begin(track, counts=False)
    microphone.say(0.5)

    with qtbot.waitSignal(voice.finished):
        playback.stop()

    assert voice.state == "idle"


def test_nothing_is_left_of_what_was_too_short(voice, track, microphone, tmp_path, qtbot):
    voice.begin(track, counts=False)
    microphone.say(0.01)

    with qtbot.waitSignal(voice.failed) as failed:
        voice.stop()

    assert "too short" in failed.args[0]
    assert not list((tmp_path / "takes").iterdir())


def test_who_stops_while_it_counts_has_said_nothing(voice, track, microphone):
    voice.begin(track)
    voice.stop()

    assert voice.state == "idle"
    assert microphone.take is None


def test_what_stands_in_the_way_is_told(voice, document, track, microphone, qtbot):
    microphone.refusal = NO_INPUT
    with qtbot.waitSignal(voice.failed) as failed:
        voice.begin(track, counts=False)
    assert failed.args == [NO_INPUT]

    for chosen, words in ((None, "Add an audio track"), (_locked(document), "Voice is locked")):
        with qtbot.waitSignal(voice.failed) as failed:
            voice.begin(chosen)
        assert words in failed.args[0]

    document.set_read_only(True)
    with qtbot.waitSignal(voice.failed) as failed:
        voice.begin(track)
    assert "read only" in failed.args[0]
    assert voice.state == "idle"


def _locked(document: TimelineDocument) -> Track:
    return edits.set_track(document.timeline, "a2", locked=True).tracks[1]


def test_a_microphone_that_gives_up_keeps_what_was_said(voice, track, microphone, qtbot):
    voice.begin(track, counts=False)
    microphone.say(0.5)

    with qtbot.waitSignals([voice.finished, voice.failed]):
        microphone.failed.emit(NO_ANSWER)

    assert voice.state == "idle"


def test_another_timeline_ends_the_take(voice, document, track, microphone, qtbot):
    voice.begin(track, counts=False)
    microphone.say(0.5)
    loads = document.loads

    with qtbot.waitSignal(voice.finished) as finished:
        document.load(empty_timeline())

    assert finished.args[0].loads == loads != document.loads


def test_without_a_microphone_it_says_so(qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(microphone_module, "open_source", lambda _parent: None)
    microphone = DefaultMicrophone()

    assert microphone.start(tmp_path / "a.wav") == NO_INPUT
    assert microphone.stop() is None


@pytest.mark.parametrize("coding", ["u1", "<i2", "<i4", "<f4"])
def test_every_kind_of_sample_is_written(tmp_path, coding):
    wave_form = 0.5 * np.sin(np.arange(4800) / 20)
    scale = {"u1": 127, "<i2": 32_767, "<i4": 2_147_483_647, "<f4": 1}[coding]
    coded = (wave_form * scale + (128 if coding == "u1" else 0)).astype(coding).tobytes()
    take = TakeFile(tmp_path / "a.wav", sample_rate=48_000, channels=1, coding=coding)

    levels = [take.write(coded[:1001]), take.write(coded[1001:])]
    take.close()

    assert max(levels) == pytest.approx(0.5, abs=0.01)
    assert take.seconds == 0.1
    with wave.open(str(take.path)) as file:
        found = np.frombuffer(file.readframes(4800), "<i2") / 32_768
    assert found == pytest.approx(wave_form, abs=0.02)


def test_in_the_window_a_take_comes_onto_its_track(
    window: MainWindow, microphone, monkeypatch, qtbot: QtBot, tasks: BackgroundTasks
):
    panel, document = window.panels.audio, window.document
    panel.voice._microphone = microphone
    microphone.heard.connect(panel.voice._on_heard)
    panel.voice_over.counts.setChecked(False)
    window.panels.inspector.show_page("Audio")

    panel.commands.record.trigger()
    assert panel.commands.record.isChecked()
    microphone.say(1.0)
    QTest.mouseClick(panel.voice_over.record, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: document.timeline.audio_tracks[0].items != (), timeout=30_000)
    (clip,) = document.timeline.audio_tracks[0].items
    assert clip.name.startswith("Voice-over")
    assert clip.duration == SECOND
    assert not list(window.panels.media.importer._studio.home.takes.iterdir())
