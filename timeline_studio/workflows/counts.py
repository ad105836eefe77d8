"""How many rows the library's lists have in all."""

from timeline_studio.workflows.studio import Studio


def count_sources(studio: Studio) -> int:
    with studio.reading() as uow:
        return uow.uploads.count_sources()


def count_exports(studio: Studio) -> int:
    with studio.reading() as uow:
        return uow.uploads.count_exports()


def count_productions(studio: Studio) -> int:
    with studio.reading() as uow:
        return uow.productions.count()


def count_publications(studio: Studio) -> int:
    """Without those that were taken back."""
    with studio.reading() as uow:
        return uow.publications.count()
