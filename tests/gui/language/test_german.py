"""The window in German: no English word that there is a German one for; and it fits."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from timeline_studio.settings import Home, Preferences
from timeline_studio.ui.language import Language, tr, tr_count
from timeline_studio.ui.shell import MainWindow
from update import translations_in

TEXTS = Path(__file__).parents[3] / "translations" / "timeline-studio_de.ts"


@pytest.fixture
def german(qapp: QApplication, tmp_path: Path) -> Iterator[Language]:
    preferences = Preferences(tmp_path / "language.json")
    language = Language(preferences)
    language.choose("de")
    language.wear(qapp)
    yield language
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def words_of(window: QWidget) -> set[str]:
    """All that its widgets and actions say, and their tips."""
    said: set[str] = set()
    for widget in window.findChildren(QWidget):
        said |= {widget.toolTip(), widget.accessibleName(), widget.whatsThis()}
        if isinstance(widget, QLabel | QAbstractButton):
            said.add(widget.text())
        if isinstance(widget, QLineEdit):
            said.add(widget.placeholderText())
        if isinstance(widget, QComboBox):
            said |= {widget.itemText(row) for row in range(widget.count())}
    for action in window.findChildren(QAction):
        said |= {action.text(), action.toolTip()}
    return said


def test_every_word_that_has_a_translation_is_german(german: Language, window: MainWindow) -> None:
    window.workspaces.show_deliver()
    window.workspaces.show_edit()
    window.shell_actions["shortcuts"].trigger()
    window.accounts.open()
    known = translations_in(TEXTS)
    english = {
        text
        for text in words_of(window)
        if text in known and known[text] != [text] and not _is_german_too(text, known)
    }
    assert english == set()
    assert window.header.export.text() == "Exportieren"
    assert window.header.export.toolTip() == "Einen MP4-Master exportieren (Strg+E)"
    assert window.menuBar().actions()[0].text() == "Datei"


def test_headers_and_buttons_fit_the_smallest_window(german: Language, window: MainWindow) -> None:
    window.resize(window.minimumSize())
    QApplication.processEvents()
    cut = [
        button.text()
        for button in window.findChildren(QAbstractButton)
        if button.isVisible()
        and button.text()
        and button.property("look") in {"primary", "", "tab"}
        and button.width() < button.fontMetrics().horizontalAdvance(button.text())
    ]
    assert cut == []
    assert window.width() == window.minimumWidth()


def test_values_and_counts_find_their_places(german: Language) -> None:
    assert tr("Saved {time}", time="12:04") == "Gesichert 12:04"
    assert tr_count(1, "{n} export", "{n} exports") == "1 Export"
    assert tr_count(3, "{n} export", "{n} exports") == "3 Exporte"
    assert tr("No such words") == "No such words"


def test_english_needs_no_file() -> None:
    assert tr("Saved {time}", time="12:04") == "Saved 12:04"
    assert tr_count(1, "{n} export", "{n} exports") == "1 export"
    assert tr_count(2, "{n} export", "{n} exports") == "2 exports"


def test_the_system_decides_until_one_is_chosen(home: Home, monkeypatch) -> None:
    home.root.mkdir(parents=True)
    preferences = Preferences(home.preferences)
    language = Language(preferences)
    for system, code in (("de_AT", "de"), ("fr_FR", "en"), ("en_GB", "en")):
        monkeypatch.setattr(QLocale, "system", lambda system=system: QLocale(system))
        assert (language.chosen, language.code) == ("system", code)
    language.choose("de")
    assert Language(preferences).code == "de"
    language.choose("system")
    assert Language(preferences).chosen == "system"


def test_it_is_chosen_in_the_view_menu(window: MainWindow, home: Home) -> None:
    window.centre.registry["window.language_de"].action.trigger()
    assert Language(Preferences(home.preferences)).chosen == "de"
    assert "next start" in window.trouble.toasts.shown[-1].text.text()


def _is_german_too(text: str, known: dict[str, list[str]]) -> bool:
    return any(text in forms for forms in known.values())
