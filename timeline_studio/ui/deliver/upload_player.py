"""Plays an upload or an export in its panel."""

from timeline_studio.library import Upload
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.deliver.film_player import FilmPlayer
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows.previews import upload_timeline
from timeline_studio.workflows.studio import Studio


class UploadPlayer(FilmPlayer):
    """From its own file, fetched first where it is only in the store."""

    def __init__(self, studio: Studio, tasks: BackgroundTasks, theme: Theme) -> None:
        super().__init__(tasks, theme, "Picture of the file")
        self._studio = studio

    def play(self, upload: Upload) -> None:
        self.leave()
        self.identity = upload.id
        self.load(
            lambda progress: upload_timeline(self._studio, upload, progress=progress),
            then_play=True,
        )
