"""Is this computer on its battery? Where it cannot be told, it counts as on the mains."""

from contextlib import suppress
from pathlib import Path

_SUPPLIES = Path("/sys/class/power_supply")


def is_on_battery(supplies: Path = _SUPPLIES) -> bool:
    """Linux tells; a supply of the mains that is on counts more than a battery that discharges."""
    kinds = [(_word(supply / "type"), supply) for supply in _each(supplies)]
    if any(kind in {"Mains", "USB"} and _word(supply / "online") == "1" for kind, supply in kinds):
        return False
    return any(
        kind == "Battery"
        and _word(supply / "scope") != "Device"  # of a mouse
        and _word(supply / "status") == "Discharging"
        for kind, supply in kinds
    )


def _each(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _word(file: Path) -> str:
    with suppress(OSError, UnicodeDecodeError):
        return file.read_text("utf-8").strip()
    return ""
