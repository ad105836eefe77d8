"""The open timeline: one undo step an edit, and nothing lost on the way back."""

from fractions import Fraction

import pytest

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.model import Timeline, Title, Track
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.document import READ_ONLY, TimelineDocument


def titled(*names: str) -> Timeline:
    items = tuple(
        Title(id=name, start=index * SECOND, duration=SECOND, text=name)
        for index, name in enumerate(names)
    )
    return Timeline(rate=Fraction(25), tracks=(Track(id="v", kind="video", items=items),))


@pytest.fixture
def document(qtbot) -> TimelineDocument:
    return TimelineDocument(titled("a", "b"))


def test_an_edit_is_one_undo_step_with_its_name(document):
    assert document.apply("Add title", lambda _: titled("a", "b", "c"), selection=["c"])

    assert document.timeline == titled("a", "b", "c")
    assert document.undo_stack.undoText() == "Add title"
    document.undo()
    assert document.timeline == titled("a", "b")
    document.redo()
    assert document.timeline == titled("a", "b", "c")
    assert document.selection == {"c"}


def test_undo_gives_back_selection_and_playhead(document):
    document.select(["a"])
    document.set_playhead(SECOND)
    document.apply("Delete", lambda _: titled("b"))
    document.set_playhead(0)

    assert document.selection == frozenset()
    document.undo()
    assert document.selection == {"a"}
    assert document.playhead == SECOND


def test_a_refused_edit_changes_nothing_and_says_why(document, qtbot):
    def refuse(_: Timeline) -> Timeline:
        raise EditError("track V1 is locked")

    with qtbot.waitSignal(document.refused) as refused, qtbot.assertNotEmitted(document.changed):
        assert not document.apply("Delete", refuse)

    assert refused.args == ["track V1 is locked"]
    assert document.undo_stack.count() == 0


def test_edits_of_one_gesture_make_one_step(document):
    gesture = document.new_gesture()
    for names in ("abc", "abcd", "abcde"):
        document.apply("Drag", lambda _, names=names: titled(*names), gesture=gesture)
    document.apply("Drag", lambda _: titled("z"), gesture=document.new_gesture())

    assert document.undo_stack.count() == 2
    document.undo()
    document.undo()
    assert document.timeline == titled("a", "b")


def test_a_gesture_that_ends_where_it_began_is_no_step(document):
    gesture = document.new_gesture()
    document.apply("Drag", lambda _: titled("a"), gesture=gesture)
    document.apply("Drag", lambda _: titled("a", "b"), gesture=gesture)

    assert document.undo_stack.count() == 0


def test_an_edit_without_effect_is_no_step(document):
    assert document.apply("Nothing", lambda timeline: timeline)
    assert document.undo_stack.count() == 0


def test_reading_only_refuses_edits_and_undo(document, qtbot):
    document.apply("Delete", lambda _: titled("a"))
    with qtbot.waitSignal(document.read_only_changed):
        document.set_read_only(True)

    with qtbot.waitSignal(document.refused) as refused:
        assert not document.apply("Delete", lambda _: titled())
    document.undo()

    assert refused.args == [READ_ONLY]
    assert document.timeline == titled("a")


def test_the_playhead_stands_on_frames_from_zero_on(document, qtbot):
    with qtbot.waitSignal(document.playhead_changed) as moved:
        document.set_playhead(3600 * SECOND + 1)
    assert moved.args == [3600 * SECOND]

    document.set_playhead(-5)
    assert document.playhead == 0


def test_only_what_exists_is_selected(document, qtbot):
    with qtbot.waitSignal(document.selection_changed) as chosen:
        document.select(["a", "gone"])
    assert chosen.args == [frozenset({"a"})]


def test_loading_forgets_the_past(document):
    document.apply("Delete", lambda _: titled("a"))
    document.select(["a"])
    document.set_playhead(SECOND)

    document.load(titled("x"))

    assert (document.playhead, document.selection) == (0, frozenset())
    assert not document.undo_stack.canUndo()
