"""The timelines as a list: name or "Untitled", and when they last changed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from timeline_studio.library import Project
from timeline_studio.ui.elements.words import date_text, timeline_name

Index = QModelIndex | QPersistentModelIndex

UPDATED = Qt.ItemDataRole.UserRole + 1
PROJECT = Qt.ItemDataRole.UserRole + 2


class ProjectsModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._projects: list[Project] = []

    def show(self, projects: Sequence[Project]) -> None:
        self.beginResetModel()
        self._projects = list(projects)
        self.endResetModel()

    def index_of(self, project_id: int) -> QModelIndex:
        for row, project in enumerate(self._projects):
            if project.id == project_id:
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._projects)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        project = self._projects[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return timeline_name(project.name)
        if role == UPDATED and project.archived_at is not None:
            return "Archived"
        if role == UPDATED:
            return date_text(project.updated_at)
        if role == PROJECT:
            return project
        return None
