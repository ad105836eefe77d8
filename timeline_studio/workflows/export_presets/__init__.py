"""What an export is made as: presets, each a small file, shipped or the user's own."""

from timeline_studio.workflows.export_presets.preset import ExportPreset, PresetError
from timeline_studio.workflows.export_presets.shelf import (
    STANDARD,
    PresetShelf,
    preset_shelf,
)

__all__ = ["STANDARD", "ExportPreset", "PresetError", "PresetShelf", "preset_shelf"]
