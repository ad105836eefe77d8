"""The tables, as MariaDB would be told to make them, and what a row says of itself."""

import pytest
from sqlalchemy.dialects import mysql
from sqlalchemy.schema import CreateIndex, CreateTable

from timeline_studio.library import Upload
from timeline_studio.library.tables import Table


def mariadb(table: str) -> str:
    made = Table.metadata.tables[table]
    dialect = mysql.dialect()
    statements = [CreateTable(made), *(CreateIndex(index) for index in made.indexes)]
    return "\n".join(str(statement.compile(dialect=dialect)) for statement in statements)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("uploads", "id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT"),
        ("uploads", "s3_key VARCHAR(1024) NOT NULL"),
        ("uploads", "size_bytes BIGINT UNSIGNED"),
        ("uploads", "created_at DATETIME(6) NOT NULL"),
        ("uploads", "video_role ENUM('source','export')"),
        ("uploads", "asset_uuid CHAR(36)"),
        ("uploads", "(s3_bucket, s3_key(512))"),
        ("uploads", "(video_role, create_video_project_id, id)"),
        ("create_video_projects", "timeline_json JSON NOT NULL"),
        ("create_video_projects", "revision INTEGER NOT NULL DEFAULT '0'"),
        ("create_video_projects", "(user_id, updated_at, id)"),
        (
            "create_video_projects",
            "GENERATED ALWAYS AS (CASE WHEN archived_at IS NULL THEN 1 ELSE NULL END) STORED",
        ),
        ("media_jobs", "progress_pct TINYINT UNSIGNED"),
        ("media_jobs", "input_json JSON NOT NULL"),
        ("media_jobs", "ENUM('pending','processing','completed','failed','dead')"),
        ("media_job_attempts", "UNIQUE (job_id, attempt_no)"),
        ("productions", "ulid CHAR(26) NOT NULL"),
        ("productions", "UNIQUE (ulid)"),
        ("space_publications", "UNIQUE (production_id, space_id)"),
    ],
)
def test_the_server_gets_the_web_applications_types(table: str, column: str) -> None:
    assert column in mariadb(table)


@pytest.mark.parametrize(
    ("columns", "is_export"),
    [
        ({"kind": "video", "video_role": "export", "s3_key": "videos/x"}, True),
        ({"kind": "video", "video_role": "source", "s3_key": "renders/x"}, False),
        ({"kind": "video", "video_role": None, "s3_key": "renders/x"}, True),
        ({"kind": "video", "video_role": None, "s3_key": "old/renders/x"}, True),
        ({"kind": "video", "video_role": None, "s3_key": "Renders/x"}, True),
        ({"kind": "video", "video_role": None, "s3_key": "2024-05/01/x"}, False),
        ({"kind": "audio", "video_role": None, "s3_key": "renders/x"}, False),
    ],
)
def test_a_row_knows_whether_it_is_an_export(columns: dict[str, str], is_export: bool) -> None:
    assert Upload(**columns).is_export is is_export


def test_an_upload_is_called_what_the_user_calls_it() -> None:
    assert Upload(original_filename="a.mp4").name == "a.mp4"
    assert Upload(original_filename="a.mp4", modified_filename="Beach").name == "Beach"
