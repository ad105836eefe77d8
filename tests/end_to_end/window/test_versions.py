"""Going back further than undo: versions are kept by themselves, named, and brought back."""

from PySide6.QtCore import Qt

from timeline_studio.workflows.projects import list_projects, open_project
from window_driver import WindowDriver


def rows(window: WindowDriver) -> list[tuple[str, str | None]]:
    model = window.window.panels.history.versions.model
    return [
        (model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())
    ]


def markers(window: WindowDriver) -> int:
    return len(window.timeline.markers)


def test_a_version_is_named_brought_back_and_undone(window: WindowDriver) -> None:
    window.window.panels.inspector.show_page("History")
    window.key(Qt.Key.Key_M)
    window.wait_saved()
    window.wait(lambda: len(rows(window)) == 1)  # how it was before the first edit

    window.click(window.button("version-keep"))
    window.answer_name("Two marks to come")
    window.wait(lambda: rows(window)[0][1:] == ("Two marks to come",))

    window.key(Qt.Key.Key_Right)
    window.key(Qt.Key.Key_M)
    window.wait_saved()
    assert markers(window) == 2

    versions = window.window.panels.history.versions
    versions.table.selectRow(1)
    window.wait(lambda: "tracks or markers changed" in versions.difference.text())
    window.click(window.button("version-restore"))
    window.wait(lambda: markers(window) == 0)
    window.wait_saved()
    assert open_project(window.studio, window.project_id).timeline.markers == ()
    window.window.document.undo()
    window.wait(lambda: markers(window) == 2)
    window.wait_saved()
    assert len(open_project(window.studio, window.project_id).timeline.markers) == 2


def test_a_version_opens_beside(window: WindowDriver) -> None:
    window.window.panels.inspector.show_page("History")
    window.key(Qt.Key.Key_M)
    window.wait_saved()
    window.wait(lambda: len(rows(window)) == 1)
    window.window.panels.history.versions.table.selectRow(0)
    window.click(window.button("version-open"))
    window.wait(lambda: "version of" in window.name)
    assert markers(window) == 0
    assert len(list_projects(window.studio)) == 2
    assert len(open_project(window.studio, window.project_id).timeline.markers) == 1
