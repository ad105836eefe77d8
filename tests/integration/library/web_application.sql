-- The web application's tables from before its timelines and productions got names of their own.
CREATE TABLE users (id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, email VARCHAR(191));
CREATE TABLE uploads (
  id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
  user_id BIGINT UNSIGNED NULL,
  kind VARCHAR(16) NOT NULL DEFAULT 'video',
  image_role VARCHAR(32) NULL,
  s3_bucket VARCHAR(255) NOT NULL,
  s3_key VARCHAR(1024) NOT NULL,
  original_filename VARCHAR(512) NOT NULL,
  modified_filename VARCHAR(512) NULL,
  description TEXT NULL,
  content_type VARCHAR(255) NULL,
  size_bytes BIGINT UNSIGNED NULL,
  width INT NULL,
  height INT NULL,
  duration_seconds INT NULL,
  status ENUM('signed','uploading','uploaded','failed','queued','processing','completed') NOT NULL DEFAULT 'signed',
  etag VARCHAR(128) NULL,
  mediaconvert_job_id VARCHAR(128) NULL,
  output_prefix VARCHAR(1024) NULL,
  asset_uuid CHAR(36) NULL,
  date_ymd CHAR(10) NULL,
  profile VARCHAR(128) NULL,
  orientation ENUM('portrait','landscape') NULL,
  source_deleted_at DATETIME NULL,
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  uploaded_at TIMESTAMP NULL,
  UNIQUE KEY uniq_bucket_key (s3_bucket(191), s3_key(512)),
  KEY idx_user (user_id),
  FOREIGN KEY (user_id) REFERENCES users (id)
);
CREATE TABLE create_video_projects (
  id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
  user_id BIGINT UNSIGNED NOT NULL,
  status ENUM('active','archived') NOT NULL DEFAULT 'active',
  timeline_json JSON NOT NULL,
  last_export_upload_id BIGINT UNSIGNED NULL,
  last_export_job_id BIGINT UNSIGNED NULL,
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  archived_at TIMESTAMP NULL,
  active_key TINYINT GENERATED ALWAYS AS (CASE WHEN archived_at IS NULL THEN 1 ELSE NULL END) STORED,
  UNIQUE KEY uniq_create_video_projects_active (user_id, active_key),
  FOREIGN KEY (user_id) REFERENCES users (id)
);
CREATE TABLE media_jobs (
  id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
  type VARCHAR(64) NOT NULL,
  status ENUM('pending','processing','completed','failed','dead') NOT NULL DEFAULT 'pending',
  progress_pct TINYINT UNSIGNED NULL,
  progress_stage VARCHAR(64) NULL,
  progress_message VARCHAR(255) NULL,
  progress_updated_at DATETIME NULL,
  priority INT NOT NULL DEFAULT 0,
  attempts INT NOT NULL DEFAULT 0,
  max_attempts INT NOT NULL DEFAULT 3,
  run_after DATETIME NULL,
  locked_at DATETIME NULL,
  locked_by VARCHAR(128) NULL,
  input_json JSON NOT NULL,
  result_json JSON NULL,
  error_code VARCHAR(64) NULL,
  error_message TEXT NULL,
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  completed_at DATETIME NULL
);
CREATE TABLE media_job_attempts (
  id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
  job_id BIGINT UNSIGNED NOT NULL,
  attempt_no INT NOT NULL,
  worker_id VARCHAR(128) NULL,
  started_at DATETIME NOT NULL,
  finished_at DATETIME NULL,
  exit_code INT NULL,
  duration_ms BIGINT UNSIGNED NULL,
  input_bytes BIGINT UNSIGNED NULL,
  output_bytes BIGINT UNSIGNED NULL,
  error_class VARCHAR(128) NULL,
  scratch_manifest_json JSON NULL,
  UNIQUE KEY uniq_attempt (job_id, attempt_no)
);
CREATE TABLE productions (
  id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
  upload_id BIGINT UNSIGNED NOT NULL,
  user_id BIGINT UNSIGNED NOT NULL,
  name VARCHAR(255) NULL,
  status ENUM('pending_media','pending','queued','processing','completed','failed') NOT NULL DEFAULT 'queued',
  config JSON NULL,
  output_prefix VARCHAR(1024) NULL,
  mediaconvert_job_id VARCHAR(128) NULL,
  error_message TEXT NULL,
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  started_at DATETIME NULL,
  completed_at DATETIME NULL,
  updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
);
CREATE TABLE spaces (
  id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
  type VARCHAR(32) NOT NULL,
  slug VARCHAR(191) NOT NULL UNIQUE,
  name VARCHAR(255) NOT NULL
);
CREATE TABLE space_publications (
  id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
  upload_id BIGINT UNSIGNED NOT NULL,
  production_id BIGINT UNSIGNED NULL,
  space_id BIGINT UNSIGNED NOT NULL,
  status ENUM('draft','pending','approved','published','unpublished','rejected') NOT NULL DEFAULT 'draft',
  requested_by BIGINT UNSIGNED NULL,
  approved_by BIGINT UNSIGNED NULL,
  is_primary TINYINT(1) NOT NULL DEFAULT 0,
  visibility ENUM('inherit','members','public') NOT NULL DEFAULT 'inherit',
  owner_user_id BIGINT UNSIGNED NULL,
  visible_in_space TINYINT(1) NOT NULL DEFAULT 1,
  visible_in_global TINYINT(1) NOT NULL DEFAULT 0,
  published_at DATETIME NULL,
  unpublished_at DATETIME NULL,
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  UNIQUE KEY uniq_production_space (production_id, space_id)
);
INSERT INTO users (email) VALUES ('one@example.com'), ('two@example.com');
INSERT INTO uploads (user_id, s3_bucket, s3_key, original_filename, status, output_prefix) VALUES
  (1, 'media', '2024-05/01/aa/video.mp4', 'early.mp4', 'completed', '2024-05/01/aa/'),
  (1, 'media', 'videos/2025-01/02/bb/video.mp4', 'Zoë 🎬.mp4', 'uploaded', NULL),
  (1, 'media', 'renders/2025-02/03/cc/video.mp4', 'export.mp4', 'uploaded', NULL),
  (2, 'media', 'old/renders/2025-02/03/dd/video.mp4', 'theirs.mp4', 'uploaded', NULL),
  (NULL, 'media', 'videos/nobody.mp4', 'nobody.mp4', 'signed', NULL);
INSERT INTO create_video_projects (user_id, status, timeline_json, updated_at, archived_at) VALUES
  (1, 'active', '{"schema": "create_video_v1", "a":  "é"}', '2025-02-03 04:05:06', NULL),
  (1, 'archived', '{}', '2025-02-03 04:05:06', '2025-02-03 04:05:06'),
  (2, 'active', '{}', '2025-02-03 04:05:06', NULL);
INSERT INTO media_jobs (type, status, input_json, result_json) VALUES
  ('create_video_export_v1', 'completed', '{"projectId": 1, "userId": 1, "timeline": {}}', '{"resultUploadId": 3}');
INSERT INTO media_job_attempts (job_id, attempt_no, started_at, scratch_manifest_json) VALUES
  (1, 1, '2025-02-03 04:05:06', '{"kept": 1}');
INSERT INTO productions (upload_id, user_id, status, output_prefix, updated_at) VALUES
  (1, 1, 'completed', NULL, '2025-02-03 04:05:06'),
  (2, 1, 'completed', '2025-01/02/bb/', '2025-02-03 04:05:06'),
  (4, 2, 'failed', NULL, '2025-02-03 04:05:06');
INSERT INTO spaces (type, slug, name) VALUES ('channel', 'sea', 'The sea');
INSERT INTO space_publications (upload_id, production_id, space_id, status, owner_user_id) VALUES
  (1, NULL, 1, 'published', 1),
  (2, 2, 1, 'published', 1);
