"""The profiles that a send may have: the program's, and the user's own."""

from dataclasses import dataclass
from typing import Any

from timeline_studio.productions import (
    ProductionError,
    build_job_settings,
    list_profiles,
    load_profile,
    validate_settings,
)
from timeline_studio.workflows.studio import Studio

AUTOMATIC = "Automatic: landscape or portrait, as the picture is"
_WHERE = {  # any place will do to see whether the tokens fit
    "input_uri": "s3://media/film.mp4",
    "output_bucket": "output",
    "date": "2026-01/01",
    "asset_id": "asset",
    "production_ulid": "0" * 26,
}


@dataclass(frozen=True)
class ProfileRow:
    """`about` is the first line of its description, or its name; `problem` says why it cannot be
    used; `is_own`: the file is the user's."""

    name: str
    about: str
    is_own: bool = False
    problem: str | None = None

    def document(self) -> dict[str, Any]:
        return {
            "profile": self.name,
            "about": self.about,
            "own": self.is_own,
            "problem": self.problem,
        }


def known_profiles(studio: Studio) -> list[ProfileRow]:
    """The program's, then the user's own, by name; also those that cannot be used."""
    own = set(list_profiles(studio.home.profiles))
    rows = [
        _row(studio, name, is_own=name in own) for name in list_profiles(*studio.profile_folders)
    ]
    return sorted(rows, key=lambda row: row.is_own)


def is_profile(studio: Studio, name: str) -> bool:
    """Whether there is a file of that name, in whatever state."""
    return any((folder / f"{name}.json").is_file() for folder in studio.profile_folders)


def _row(studio: Studio, name: str, *, is_own: bool) -> ProfileRow:
    try:
        profile = load_profile(name, *studio.profile_folders)
        validate_settings(build_job_settings(profile, **_WHERE))
    except ProductionError as error:
        return ProfileRow(name, name, is_own, str(error))
    return ProfileRow(name, _first_line(profile.get("Description")) or name, is_own)


def _first_line(text: object) -> str:
    lines = text.strip().splitlines() if isinstance(text, str) else []
    return lines[0].strip() if lines else ""
