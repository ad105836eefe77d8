"""Where the program keeps its things, and what it remembers locally."""

from timeline_studio.settings.paths import Home, SettingsError, find_home, profiles_dir, resource
from timeline_studio.settings.preferences import Preferences

__all__ = ["Home", "Preferences", "SettingsError", "find_home", "profiles_dir", "resource"]
