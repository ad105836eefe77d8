"""Keys: changed, taken over, given by another editor's keymap, carried by files, remembered."""

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence

from timeline_studio.settings import Home, Preferences
from timeline_studio.ui.commands.actions import made_action
from timeline_studio.ui.commands.key_settings import KeySettings
from timeline_studio.ui.commands.keymap_file import KeymapError, read_keymap, shipped_keymaps
from timeline_studio.ui.commands.registry import CommandRegistry


@pytest.fixture
def registry(qapp) -> CommandRegistry:
    """Two of the window, one of each of two panels."""
    made = CommandRegistry()
    for area, name, keys, is_everywhere in (
        ("window", "export", "Ctrl+E", True),
        ("timeline", "split", "S; Ctrl+B", True),
        ("timeline", "to_start", "Home", False),
        ("monitor", "to_start", "Home", False),
    ):
        action = made_action(made, name, name.title(), keys, is_everywhere=is_everywhere)
        made.add(area, action, "Edit")
    return made


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "preferences.json")


@pytest.fixture
def settings(registry: CommandRegistry, preferences: Preferences) -> KeySettings:
    return KeySettings(registry, preferences)


def naming(held: str) -> str:
    """A keymap's file with `held` as the keys of a command called a."""
    head = '{"format": "timeline-studio-keymap", "version": 1, "name": "x", "keys": {"a": '
    return f"{head}{held}}}}}"


def keys(registry: CommandRegistry) -> dict[str, tuple[str, ...]]:
    return {command.id: command.keys for command in registry}


def test_a_command_may_have_several_keys(settings: KeySettings, registry: CommandRegistry) -> None:
    settings.give("window.export", "Ctrl+Alt+E")
    assert registry["window.export"].keys == ("Ctrl+E", "Ctrl+Alt+E")
    settings.take("window.export", "Ctrl+E")
    assert registry["window.export"].keys == ("Ctrl+Alt+E",)
    action: QAction = registry["window.export"].action
    assert action.shortcut() == QKeySequence("Ctrl+Alt+E")


def test_a_key_has_one_meaning_where_it_is_heard(
    settings: KeySettings, registry: CommandRegistry
) -> None:
    assert registry.rivals("monitor.to_start", "Home") == []
    assert [each.id for each in registry.rivals("window.export", "Home")] == [
        "timeline.to_start",
        "monitor.to_start",
    ]
    settings.give("window.export", "S")
    assert registry["timeline.split"].keys == ("Ctrl+B",)
    assert registry["window.export"].keys == ("Ctrl+E", "S")


def test_reset_gives_back_one_command_or_all(
    settings: KeySettings, registry: CommandRegistry
) -> None:
    before = keys(registry)
    settings.give("window.export", "S")
    settings.take("timeline.to_start", "Home")
    assert settings.is_changed(registry["timeline.split"])
    settings.reset("timeline.split")
    assert registry["timeline.split"].keys == ("S", "Ctrl+B")
    assert registry["window.export"].keys == ("Ctrl+E",)
    assert registry["timeline.to_start"].keys == ()
    settings.reset_all()
    assert keys(registry) == before
    assert not settings.is_changed(registry["timeline.split"])


def test_they_are_remembered_and_each_keymap_keeps_its_changes(
    settings: KeySettings, registry: CommandRegistry, preferences: Preferences, home: Home
) -> None:
    premiere = next(each for each in settings.keymaps if each.id == "premiere")
    settings.give("window.export", "F5")
    settings.choose(premiere)
    assert registry["timeline.split"].keys == ("Ctrl+K",)
    assert registry["window.export"].keys == ("Ctrl+M",)
    settings.give("timeline.split", "F6")
    again = KeySettings(registry, Preferences(preferences._path))
    assert again.chosen == premiere
    assert registry["timeline.split"].keys == ("Ctrl+K", "F6")
    again.choose(again.keymaps[0])
    assert registry["window.export"].keys == ("Ctrl+E", "F5")


@pytest.mark.parametrize("kept", [3, {"keymap": 4}, {"keymap": "x", "changes": {"x": {"a": [1]}}}])
def test_what_was_kept_and_cannot_be_read_counts_as_nothing(
    registry: CommandRegistry, preferences: Preferences, kept: object
) -> None:
    before = keys(registry)
    preferences.set("keys", kept)
    assert KeySettings(registry, preferences).chosen.id == "timeline-studio"
    assert keys(registry) == before


def test_a_file_carries_all_keys(
    settings: KeySettings, registry: CommandRegistry, tmp_path: Path
) -> None:
    settings.give("window.export", "S")
    wanted = keys(registry)
    settings.hand_out(tmp_path / "mine.json")
    settings.reset_all()
    assert settings.bring_in(tmp_path / "mine.json") == []
    assert keys(registry) == wanted


def test_a_file_of_a_newer_program_may_name_what_is_not_here(
    settings: KeySettings, registry: CommandRegistry, tmp_path: Path
) -> None:
    settings.hand_out(tmp_path / "mine.json")
    document = json.loads((tmp_path / "mine.json").read_text("utf-8"))
    document["keys"] |= {"timeline.paint": ["P"], "timeline.split": ["P"]}
    (tmp_path / "mine.json").write_text(json.dumps(document), "utf-8")
    assert settings.bring_in(tmp_path / "mine.json") == ["timeline.paint"]
    assert registry["timeline.split"].keys == ("P",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no json", "it is not JSON"),
        ("[1, 2]", "no keymap of Timeline Studio"),
        ('{"format": "other"}', "no keymap of Timeline Studio"),
        ('{"format": "timeline-studio-keymap", "version": 9}', "newer version"),
        (naming('"S"'), "cannot be used"),
        (naming('["Ctrl+Foo"]'), "“Ctrl+Foo” for “a”"),
        (naming('["Esc"]'), "“Esc” for “a”"),
        (" " * 1_000_001, "too large"),
    ],
)
def test_a_file_that_is_no_keymap_is_refused_in_words(
    settings: KeySettings, registry: CommandRegistry, tmp_path: Path, text: str, said: str
) -> None:
    before = keys(registry)
    path = tmp_path / "bad.json"
    path.write_text(text, "utf-8")
    with pytest.raises(KeymapError, match=r"bad\.json") as refused:
        settings.bring_in(path)
    assert said in str(refused.value)
    assert keys(registry) == before


def test_folders_that_refuse_are_named(settings: KeySettings, tmp_path: Path) -> None:
    with pytest.raises(KeymapError, match="cannot be read"):
        settings.bring_in(tmp_path / "none.json")
    with pytest.raises(KeymapError, match="cannot be written"):
        settings.hand_out(tmp_path / "none" / "keys.json")


def test_shipped_keymaps_can_be_read(qapp) -> None:
    names = [keymap.name for keymap in shipped_keymaps()]
    assert names == [
        "Timeline Studio",
        "DaVinci Resolve",
        "Apple Final Cut Pro",
        "Adobe Premiere Pro",
        "Shotcut",
    ]
    assert read_keymap(next(path for path in _resources() if path.stem == "shotcut")).keys[
        "timeline.insert"
    ] == ("V",)


def _resources() -> list[Path]:
    return sorted((Path(__file__).parents[3] / "resources" / "keymaps").glob("*.json"))
