"""Links open a timeline, whoever hands them over; what is none is refused."""

import dataclasses
from typing import Any

import pytest

from timeline_studio.cli import CliContext, build_cli, run_cli
from timeline_studio.workflows.links import LinkError, is_link, project_link, project_of_link


def test_a_link_names_a_project_and_reads_back() -> None:
    assert project_link(12) == "timelinestudio://project/12"
    assert project_of_link(project_link(12)) == 12
    assert project_of_link(" TimelineStudio://project/12/ ") == 12


@pytest.mark.parametrize(
    "junk",
    [
        "timelinestudio://project/",
        "timelinestudio://project/-1",
        "timelinestudio://project/1;rm -rf ~",
        "timelinestudio://project/1?x=../../etc/passwd",
        "timelinestudio://project/1\n2",
        "timelinestudio://project/\u0661",
        "timelinestudio://project/" + "9" * 40,
        "timelinestudio:project/1",
        "timelinestudio://delete/1",
        "https://example.org/project/1",
        "",
    ],
)
def test_anything_else_is_refused(junk: str) -> None:
    with pytest.raises(LinkError, match="opens nothing"):
        project_of_link(junk)


def test_what_is_meant_as_one_is_known() -> None:
    assert is_link("TIMELINESTUDIO:junk")
    assert not is_link("projects")


def test_a_bare_link_opens_a_window(commands: Any, windows: list[int | None]) -> None:
    assert commands.text("timelinestudio://project/7") == ""
    assert commands.text("open", "timelinestudio://project/8") == ""
    assert windows == [7, 8]


def test_a_running_window_takes_it(context: CliContext, windows: list[int | None]) -> None:
    taken: list[str] = []

    def take(link: str) -> bool:
        taken.append(link)
        return True

    app = build_cli(dataclasses.replace(context, hand_over=take))
    assert run_cli(app, ["timelinestudio://project/7"]) == 0
    assert (taken, windows) == (["timelinestudio://project/7"], [])


def test_junk_opens_nothing(commands: Any, windows: list[int | None]) -> None:
    assert "opens nothing" in commands.refusal("timelinestudio://project/1/../2")
    assert windows == []


def test_registering_says_what_was_done(context: CliContext, capsys: Any) -> None:
    app = build_cli(dataclasses.replace(context, register_links=lambda: "Wrote it."))
    assert run_cli(app, ["register-links", "--json"]) == 0
    assert capsys.readouterr().out == '{"done": "Wrote it."}\n'
