"""`profiles`: what a send can be made as, the user's own among them."""

import json
from pathlib import Path
from typing import Any

from timeline_studio.workflows import Studio
from timeline_studio.workflows.sends import list_productions, start_send


def test_the_programs_come_first_then_ones_own_with_what_is_wrong(
    commands: Any, studio: Studio, footage: Path
) -> None:
    shipped = commands.json("profiles")
    assert {"hls-landscape", "hls-both", "cmaf-portrait"} <= {row["profile"] for row in shipped}
    assert all(row["about"] != row["profile"] and not row["own"] for row in shipped)
    assert {row["problem"] for row in shipped} == {None}
    own = studio.home.profiles
    own.mkdir()
    ours = {"$extends": "hls-both", "Description": "Ours\nfor the feed"}
    odd = {"Settings": {"OutputGroups": [{"Name": "x", "Sparkle": True}]}}
    (own / "ours.json").write_text(json.dumps(ours))
    (own / "odd.json").write_text(json.dumps(odd))
    (own / "no name.json").write_text("{}")
    unnamed, unusable, good = commands.json("profiles")[len(shipped) :]
    assert good == {"profile": "ours", "about": "Ours", "own": True, "problem": None}
    assert (unusable["profile"], "Sparkle" in unusable["problem"]) == ("odd", True)
    assert "letters, digits" in unnamed["problem"]
    assert "hls-both" in commands.text("profiles")
    (upload,) = commands.json("import", footage)
    start_send(studio, upload["upload_id"], profile="ours")
    (row,) = list_productions(studio)
    assert row.production.config == {"profile": "ours"}
