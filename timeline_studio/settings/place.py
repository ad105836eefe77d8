"""The mark of a home: by it a job that needs the files of one home finds back to it."""

import uuid

from timeline_studio.settings.paths import Home, SettingsError


def place_of(home: Home) -> str:
    """Made once and kept; it moves with the home. Raises SettingsError."""
    path = home.place
    partial = path.with_name(f".place-{uuid.uuid4().hex}")
    try:
        if not path.exists():
            partial.write_text(uuid.uuid4().hex, "ascii")
            try:
                path.hardlink_to(partial)  # whole, and only the first of two that do so at once
            except FileExistsError:
                pass
            except OSError:  # a disk without links
                partial.replace(path)
        return path.read_text("ascii").strip()
    except OSError as error:
        raise SettingsError(
            f"Cannot write {path}: {error.strerror or error}. Make the folder writable."
        ) from error
    finally:
        partial.unlink(missing_ok=True)
