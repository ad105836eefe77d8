"""The History tab: steps of the session, and what versions say and let one do."""

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from timeline_studio.library import VersionRow
from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Marker, Timeline, empty_timeline
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.history.history_panel import HistoryPanel
from timeline_studio.ui.theme import Theme

SAVED = datetime.fromisoformat("2025-06-01T10:30:00")


@pytest.fixture
def document() -> TimelineDocument:
    return TimelineDocument(empty_timeline())


@pytest.fixture
def panel(qtbot: QtBot, document: TimelineDocument, theme: Theme) -> HistoryPanel:
    panel = HistoryPanel(document, theme)
    qtbot.addWidget(panel)
    panel.resize(300, 500)
    panel.show()
    return panel


def mark(document: TimelineDocument, time: int) -> None:
    def edit(timeline: Timeline) -> Timeline:
        return edits.add_marker(timeline, Marker(id=f"m{time}", time=time))

    assert document.apply(f"Mark {time}", edit)


def version(version_id: int, name: str | None = None) -> VersionRow:
    return VersionRow(version_id, 1, version_id, name, SAVED)


def test_a_step_is_gone_back_to(panel: HistoryPanel, document: TimelineDocument) -> None:
    mark(document, 1)
    mark(document, 2)
    model = panel.steps.model()
    steps = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert steps == ["Opened", "Mark 1", "Mark 2"]
    panel.steps.setCurrentIndex(model.index(1, 0))
    assert [marker.id for marker in document.timeline.markers] == ["m1"]


def test_without_versions_it_says_when_there_will_be_some(panel: HistoryPanel) -> None:
    assert panel.versions.empty.isVisible()
    assert not panel.versions.restore.isEnabled()
    assert panel.versions.keep.isEnabled()


def test_versions_tell_when_and_what_they_are_called(panel: HistoryPanel) -> None:
    panel.versions.show_versions([version(2, "For Anna"), version(1)])
    model = panel.versions.model
    assert panel.versions.table.isVisible()
    assert model.index(0, 1).data() == "For Anna"
    assert "1 Jun 2025, " in model.index(1, 0).data()
    assert not panel.versions.restore.isEnabled(), "none is chosen"


def test_a_chosen_one_stays_chosen_when_others_come(panel: HistoryPanel, qtbot: QtBot) -> None:
    panel.versions.show_versions([version(1)])
    with qtbot.waitSignal(panel.versions.chosen):
        panel.versions.table.selectRow(0)
    assert panel.versions.restore.isEnabled()
    panel.versions.show_versions([version(3), version(2), version(1)])
    chosen = panel.versions.current()
    assert chosen is not None
    assert chosen.id == 1


def test_a_read_only_timeline_only_shows_them(
    panel: HistoryPanel, document: TimelineDocument
) -> None:
    panel.versions.show_versions([version(1)])
    panel.versions.table.selectRow(0)
    document.set_read_only(True)
    assert not panel.steps.isEnabled()
    assert not panel.versions.restore.isEnabled()
    assert not panel.versions.keep.isEnabled()
    assert panel.versions.open.isEnabled(), "a copy harms nothing"
