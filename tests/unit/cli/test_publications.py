"""Spaces, publishing and feeds by the command line, as people and as programs read them."""

from typing import Any

import pytest

from timeline_studio.workflows import Studio

SPACE = {"space_id", "slug", "name", "type"}


@pytest.fixture
def production_id(studio: Studio) -> int:
    with studio.unit_of_work() as work:
        upload = work.uploads.add(s3_bucket="media", s3_key="v", original_filename="v.mp4")
        made = work.productions.add(upload.id, "Trailer")
        work.productions.update(made.id, status="completed", output_prefix="2026-11/21/a/b/")
        return made.id


def test_spaces(commands: Any) -> None:
    assert commands.json("space", "list") == []
    made = commands.json("space", "add", "The sea", "--type", "channel")
    assert set(made) == SPACE
    assert (made["slug"], made["type"]) == ("the-sea", "channel")
    assert commands.json("space", "add", "Air", "--slug", "up")["slug"] == "up"
    assert commands.json("space", "rename", "up", "Sky")["name"] == "Sky"
    assert [row["slug"] for row in commands.json("space", "list")] == ["up", "the-sea"]
    assert "the-sea  The sea  0" in commands.text("space", "list")
    assert commands.json("space", "remove", "up")["name"] == "Sky"
    assert "Removed the space “The sea”" in commands.text("space", "remove", "the-sea")


def test_publishing(commands: Any, production_id: int) -> None:
    commands.json("space", "add", "The sea")
    published = commands.json("publish", production_id, "the-sea", "--visibility", "public")
    assert set(published) == {
        "publication_id",
        "production_id",
        "upload_id",
        "space",
        "status",
        "visibility",
        "visible_in_space",
        "visible_in_global",
        "published_at",
        "unpublished_at",
    }
    assert (published["status"], published["visibility"]) == ("published", "public")
    assert commands.refusal("space", "remove", "the-sea").endswith("Unpublish all in it first.")
    for feed in (commands.json("feed"), commands.json("feed", "the-sea")):
        ((name, prefix),) = [(entry["name"], entry["output_prefix"]) for entry in feed]
        assert (name, prefix) == ("Trailer", "2026-11/21/a/b/")
    assert "Trailer" in commands.text("feed")
    number = published["publication_id"]
    assert commands.json("feed", "--before", number) == []
    commands.json("publish", production_id, "the-sea", "--not-in-global")
    assert commands.json("feed") == []
    assert [row["name"] for row in commands.json("publications")] == ["Trailer"]
    assert "shown no longer" in commands.text("unpublish", number)
    assert commands.json("publications") == commands.json("feed", "the-sea") == []
    ((row),) = commands.json("publications", "--all")
    assert row["status"] == "unpublished"


REFUSED: list[tuple[tuple[object, ...], str]] = [
    (("publish", 1, "air"), "no space “air”"),
    (("publish", 99, "the-sea"), "no production 99"),
    (("publish", 1, "the-sea", "--visibility", "all"), "“all” is no visibility"),
    (("unpublish", 99), "no publication 99"),
    (("feed", "../sea"), "no space “../sea”"),
    (("feed", "--before", 99), "no publication 99"),
    (("space", "add", " "), "needs a name"),
    (("space", "add", "Sea", "--type", "x" * 33), "at most 32 characters"),
    (("space", "add", "Sea", "--slug", "The Sea"), "such as “the-sea”"),
    (("space", "add", "Sea", "--slug", "the-sea"), "“the-sea” already"),
    (("space", "remove", "air"), "no space “air”"),
    (("space", "rename", "air", "Sky"), "no space “air”"),
]


@pytest.mark.usefixtures("production_id")
def test_what_is_refused_is_said_in_a_line(commands: Any) -> None:
    commands.json("space", "add", "The sea")

    for words, said in REFUSED:
        assert said in commands.refusal(*words)
