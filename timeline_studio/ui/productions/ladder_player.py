"""Plays a production in the panel, from the rung that is chosen."""

from functools import partial

from PySide6.QtWidgets import QComboBox

from timeline_studio.productions.ladder import Rung
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.deliver.film_player import FilmPlayer
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows.ladders import production_rungs, rung_timeline
from timeline_studio.workflows.studio import Studio


class LadderPlayer(FilmPlayer):
    """Choosing a rung goes on where it was."""

    def __init__(self, studio: Studio, tasks: BackgroundTasks, theme: Theme) -> None:
        super().__init__(tasks, theme, "Picture of the production")
        self._studio = studio
        self.rungs = QComboBox()
        self.rungs.setObjectName("rungs")
        self.rungs.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.rungs.setAccessibleName(tr("Rung of the ladder"))
        self.rungs.setToolTip(tr("Which rung of the ladder is played"))
        self.tools.addWidget(self.rungs)
        self.rungs.activated.connect(lambda _number: self._load(then_play=self.is_playing))

    def play(self, production_id: int) -> None:
        """List the rungs of a production, and play its best one."""
        self.leave()
        self.identity = production_id
        self.ask(lambda: production_rungs(self._studio, production_id), self._on_listed)

    def leave(self) -> None:
        super().leave()
        self.rungs.clear()

    def _on_listed(self, rungs: list[Rung]) -> None:
        has_folders = len({rung.folder for rung in rungs}) > 1
        for rung in rungs:
            self.rungs.addItem(rung_text(rung, with_folder=has_folders), rung)
        self._load(then_play=True)

    def _load(self, *, then_play: bool) -> None:
        rung = self.rungs.currentData()
        fetch = partial(rung_timeline, self._studio, rung)
        self.load(lambda progress: fetch(progress=progress), then_play=then_play)


def rung_text(rung: Rung, *, with_folder: bool = False) -> str:
    """`Landscape 1280×720 · 3.2 Mbit/s`."""
    rate = f"{rung.bits_per_second / 1e6:.1f} Mbit/s"
    if rung.bits_per_second < 1_000_000:
        rate = f"{rung.bits_per_second / 1e3:.0f} kbit/s"
    folder = f"{rung.folder.capitalize()} " if with_folder else ""
    return f"{folder}{rung.width}×{rung.height} · {rate}"
