"""Tips of buttons that do what a command does: they tell the command's key, whatever it is."""

from timeline_studio.ui.commands.actions import KeyTip
from timeline_studio.ui.picker.picker_popover import PickerPopover
from timeline_studio.ui.picker.timelines import TimelinePicker
from timeline_studio.ui.shell.header import Header
from timeline_studio.ui.shell.panels import Panels
from timeline_studio.ui.shell.shell_actions import ShellActions


def tell_keys(shell: ShellActions, header: Header, picker: TimelinePicker, panels: Panels) -> None:
    editor = panels.timeline.editor_actions
    for widget, action, words in (
        (header.export, shell["export"], "Export an MP4 master"),
        (header.send, shell["send"], "Send this timeline to HLS"),
        (picker.button, shell["open"], "Timelines"),
        (panels.media.import_button, shell["import"], "Import media"),
        (panels.captions.add, editor["add_caption"], "Add a caption at the playhead"),
    ):
        KeyTip(widget, action, words)

    def tell_of_popover(popover: PickerPopover) -> None:
        KeyTip(popover.new, shell["new"], "New timeline")
        KeyTip(popover.rename, shell["rename"], "Rename")

    picker.popover_made.connect(tell_of_popover)
