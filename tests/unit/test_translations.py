"""Every word of the window is in the translations, whose compiled files are up to date."""

import re
from pathlib import Path

import pytest

from source_words import Words, all_words, is_for_people
from update import compile_to, translations_in, update

TRANSLATIONS = Path(__file__).parents[2] / "translations"
TEXTS = sorted(TRANSLATIONS.glob("timeline-studio_*.ts"))
MAY_WAIT = 0.03
PLACES = re.compile(r"\{\w+\}")


@pytest.fixture(scope="module")
def words() -> list[Words]:
    return all_words()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
class TestEachLanguage:
    def test_every_word_is_translated(self, path: Path, words: list[Words]) -> None:
        """But those that came in today: they are shown in English until then."""
        known = translations_in(path)
        left = [each.text for each in words if not all(known.get(each.text, [""]))]
        assert len(left) <= MAY_WAIT * len(words), f"Run `make translations`, translate {left}"

    def test_each_place_for_a_value_is_kept(self, path: Path) -> None:
        for source, forms in translations_in(path).items():
            for form in filter(None, forms):
                assert set(PLACES.findall(form)) == set(PLACES.findall(source)), source

    def test_the_compiled_file_is_up_to_date(self, path: Path, tmp_path: Path) -> None:
        compile_to(path, tmp_path / "now.qm")
        shipped = TRANSLATIONS.parent / "resources" / "translations" / f"{path.stem}.qm"
        assert shipped.read_bytes() == (tmp_path / "now.qm").read_bytes(), "`make translations`"

    def test_taking_in_new_words_keeps_what_is_translated(
        self, path: Path, words: list[Words], tmp_path: Path
    ) -> None:
        copy = tmp_path / path.name
        copy.write_bytes(path.read_bytes())
        update(copy)
        before, after = translations_in(path), translations_in(copy)
        assert {each.text for each in words} == set(after)
        assert {source: before[source] for source in after if source in before} == {
            source: forms for source, forms in after.items() if source in before
        }


@pytest.mark.parametrize(
    ("text", "is_word"),
    [
        ("Split at Playhead", True),
        ("“{name}” is saved.", True),
        ("see the log", True),
        ("Ctrl+Shift+B", False),
        ("timeline_studio/ui", False),
        ("export-presets", False),
        ("onAccent", False),
        ("", False),
    ],
)
def test_what_reads_like_words(text: str, is_word: bool) -> None:
    assert is_for_people(text) is is_word
