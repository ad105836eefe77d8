"""What the window says, in the user's language.

English is what stands in the code. `tr` looks it up in the translation that is installed; the
elements' constructors, the actions and `say` of toasts and banners do so themselves. What people
wrote goes by none of these: it is set with `setText`.
"""

from contextlib import suppress
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from timeline_studio.settings import Preferences, resource

LANGUAGES: Final = {"en": "English", "de": "Deutsch"}
SYSTEM: Final = "system"
_CONTEXT = "TimelineStudio"
_PREFERENCE = "language"


def tr(text: str, /, **values: object) -> str:
    """`text` in the user's language; `values` are put in the places that are named in braces."""
    said = QCoreApplication.translate(_CONTEXT, text) if text else text
    return said.format(**values) if values else said


def tr_count(count: int, one: str, many: str, /, **values: object) -> str:
    """As many as there are: `tr_count(3, "{n} job", "{n} jobs")`. A translation of `many` may have
    as many forms as its language needs."""
    said = QCoreApplication.translate(_CONTEXT, many, None, count)
    if said == many and count == 1:
        said = one
    return said.format(n=count, **values)


class Language:
    """The user's choice, or as the system has it; another one is worn from the next start on."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    @property
    def chosen(self) -> str:
        kept = self._preferences.get(_PREFERENCE)
        return kept if kept in LANGUAGES else SYSTEM

    def choose(self, code: str) -> None:
        """Where the disk takes nothing, nothing changes."""
        with suppress(OSError):
            self._preferences.set(_PREFERENCE, None if code == SYSTEM else code)

    @property
    def code(self) -> str:
        """The one to wear; English where there is no translation into the system's."""
        if self.chosen != SYSTEM:
            return self.chosen
        of_system = QLocale.system().name().partition("_")[0]
        return of_system if of_system in LANGUAGES else "en"

    def wear(self, application: QCoreApplication) -> None:
        """Before the first window is made. Qt's own words, in its dialogs and names of keys, come
        along."""
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (
            (f"qtbase_{self.code}", qt),
            (f"timeline-studio_{self.code}", str(resource("translations"))),
        ):
            translator = QTranslator(application)
            if translator.load(name, folder):
                application.installTranslator(translator)
