"""What the next send is made as: a profile, or whichever the picture asks for."""

from timeline_studio.settings import Preferences
from timeline_studio.workflows.profiles import is_profile
from timeline_studio.workflows.studio import Studio

_PROFILE = "send_profile"


class ProfileChoice:
    """Kept from one run of the program to the next, for each account."""

    def __init__(self, studio: Studio, preferences: Preferences) -> None:
        self._studio = studio
        self._preferences = preferences

    @property
    def name(self) -> str | None:
        """None lets the orientation decide; so it does where the chosen one is gone."""
        told = self._preferences.get(_PROFILE)
        is_there = isinstance(told, str) and is_profile(self._studio, told)
        return told if is_there else None

    def choose(self, name: str | None) -> None:
        self._preferences.set(_PROFILE, name)
