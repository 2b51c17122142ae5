SET search_path = public;
SET check_function_bodies = off;

CREATE TYPE approval_state AS ENUM ('draft', 'submitted', 'approved', 'rejected');
CREATE TYPE episode_status AS ENUM ('draft', 'ingesting', 'quality_review', 'editorial_review', 'published', 'archived');
CREATE TYPE ingestion_status AS ENUM ('pending', 'running', 'completed', 'failed');
CREATE TABLE series_profiles (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    slug text NOT NULL,
    title varchar(200) NOT NULL,
    configuration jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    language varchar(35) NOT NULL DEFAULT 'en',
    CONSTRAINT series_profiles_pkey PRIMARY KEY (id),
    CONSTRAINT series_profiles_slug_key UNIQUE (slug),
    CONSTRAINT slug_form CHECK (slug ~ '^[a-z0-9-]+$')
);
COMMENT ON TABLE series_profiles IS 'One show: its voice and what its episodes share';
CREATE TABLE tei_headers (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    title text NOT NULL,
    raw_xml text NOT NULL,
    payload jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT tei_headers_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE tei_headers IS 'The header of an episode''s TEI P5 document';
COMMENT ON COLUMN tei_headers.raw_xml IS 'teiHeader, as XML';
CREATE INDEX tei_headers_payload_idx ON tei_headers USING gin (payload jsonb_path_ops);
CREATE TABLE episodes (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    series_profile_id uuid NOT NULL,
    tei_header_id uuid NOT NULL,
    number integer NOT NULL,
    title text NOT NULL,
    tei_xml text NOT NULL,
    status episode_status NOT NULL DEFAULT 'draft',
    published_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    approval_state approval_state NOT NULL DEFAULT 'draft',
    CONSTRAINT episodes_pkey PRIMARY KEY (id),
    CONSTRAINT episodes_tei_header_id_key UNIQUE (tei_header_id),
    CONSTRAINT episodes_series_profile_id_number_key UNIQUE (series_profile_id, number),
    CONSTRAINT number_positive CHECK (number > 0),
    CONSTRAINT published_has_moment CHECK (status <> 'published' OR published_at IS NOT NULL),
    CONSTRAINT episodes_series_profile_id_fkey FOREIGN KEY (series_profile_id) REFERENCES series_profiles (id) ON DELETE RESTRICT,
    CONSTRAINT episodes_tei_header_id_fkey FOREIGN KEY (tei_header_id) REFERENCES tei_headers (id) ON DELETE RESTRICT
);
COMMENT ON TABLE episodes IS 'The canonical form of one episode';
CREATE INDEX episodes_series_profile_id_published_at_idx ON episodes (series_profile_id, published_at DESC) WHERE published_at IS NOT NULL;
CREATE TABLE approval_events (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    episode_id uuid NOT NULL,
    actor text,
    from_state approval_state,
    to_state approval_state NOT NULL,
    note text,
    payload jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT approval_events_pkey PRIMARY KEY (id),
    CONSTRAINT approval_events_episode_id_fkey FOREIGN KEY (episode_id) REFERENCES episodes (id) ON DELETE CASCADE
);
COMMENT ON TABLE approval_events IS 'Every step of an approval, in order';
CREATE INDEX approval_events_episode_id_created_at_idx ON approval_events (episode_id, created_at);
CREATE TABLE ingestion_jobs (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    series_profile_id uuid NOT NULL,
    target_episode_id uuid,
    status ingestion_status NOT NULL DEFAULT 'pending',
    requested_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    completed_at timestamptz,
    error_message text,
    CONSTRAINT ingestion_jobs_pkey PRIMARY KEY (id),
    CONSTRAINT completed_after_start CHECK (completed_at IS NULL OR completed_at >= started_at),
    CONSTRAINT ingestion_jobs_series_profile_id_fkey FOREIGN KEY (series_profile_id) REFERENCES series_profiles (id) ON DELETE RESTRICT,
    CONSTRAINT ingestion_jobs_target_episode_id_fkey FOREIGN KEY (target_episode_id) REFERENCES episodes (id) ON DELETE SET NULL
);
COMMENT ON TABLE ingestion_jobs IS 'One run over the sources of an episode';
CREATE INDEX ingestion_jobs_series_profile_id_idx ON ingestion_jobs (series_profile_id);
CREATE INDEX ingestion_jobs_target_episode_id_idx ON ingestion_jobs (target_episode_id);
CREATE INDEX ingestion_jobs_requested_at_idx ON ingestion_jobs (requested_at) WHERE status = 'pending';
CREATE TABLE source_documents (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    ingestion_job_id uuid NOT NULL,
    episode_id uuid,
    source_type varchar(50) NOT NULL,
    uri text NOT NULL,
    weight numeric(4,3) NOT NULL,
    content_hash character(64) NOT NULL,
    metadata jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT source_documents_pkey PRIMARY KEY (id),
    CONSTRAINT weight_is_share CHECK (weight >= 0 AND weight <= 1),
    CONSTRAINT source_documents_ingestion_job_id_content_hash_key UNIQUE (ingestion_job_id, content_hash),
    CONSTRAINT source_documents_ingestion_job_id_fkey FOREIGN KEY (ingestion_job_id) REFERENCES ingestion_jobs (id) ON DELETE CASCADE,
    CONSTRAINT source_documents_episode_id_fkey FOREIGN KEY (episode_id) REFERENCES episodes (id) ON DELETE SET NULL
);
COMMENT ON COLUMN source_documents.content_hash IS 'SHA-256 of the content, in hexadecimal';
CREATE INDEX source_documents_episode_id_idx ON source_documents (episode_id);
