"""What can be done to the chosen footage, by its context menu."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from timeline_studio.library import MediaFolder
from timeline_studio.ui.language import tr
from timeline_studio.ui.media_bin.bin_keeping import BinKeeping
from timeline_studio.workflows.media import BinRow


def bin_menu(
    parent: QWidget,
    rows: Sequence[BinRow],
    folders: Sequence[MediaFolder],
    keeping: BinKeeping,
    *,
    open_source: Callable[[], None],
    append: Callable[[], None],
    relink: Callable[[], None],
) -> QMenu:
    """Of at least one row."""
    ids = [row.upload.id for row in rows]
    menu = QMenu(parent)
    opened = menu.addAction(tr("Open in Source Monitor"), open_source)
    opened.setEnabled(len(rows) == 1)
    menu.addAction(tr("Append to Timeline"), append)
    menu.addSeparator()
    is_marked = all(row.is_favourite for row in rows)
    words = tr("Remove from Favourites") if is_marked else tr("Add to Favourites")
    menu.addAction(words, partial(keeping.mark, ids, is_favourite=not is_marked)).setObjectName(
        "favourite"
    )
    within = menu.addMenu(tr("Move to Folder"))
    within.setEnabled(bool(folders))
    for folder in folders:
        action = within.addAction(folder.name, partial(keeping.move, ids, folder.id))
        action.setObjectName(f"to-folder-{folder.id}")
        action.setEnabled(any(row.folder_id != folder.id for row in rows))
    out = menu.addAction(tr("Take Out of Folder"), partial(keeping.move, ids, None))
    out.setEnabled(any(row.folder_id is not None for row in rows))
    menu.addSeparator()
    menu.addAction(tr("Relink…"), relink).setEnabled(len(rows) == 1)
    return menu
