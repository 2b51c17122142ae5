-- Production, as the script made it that set the first server up, and as people have changed it
-- since. The script calls matches `buddies`, and is older than the migrations.
CREATE TABLE members (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE,
  display_name text,
  joined_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  host_id bigint NOT NULL REFERENCES members,
  title text NOT NULL,
  starts_at timestamptz NOT NULL
);
CREATE INDEX events_by_day ON events ((starts_at AT TIME ZONE 'UTC'));

CREATE TABLE rsvps (
  event_id bigint NOT NULL REFERENCES events ON DELETE CASCADE,
  member_id bigint NOT NULL,
  status text NOT NULL DEFAULT 'going',
  answered_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (event_id, member_id)
);

CREATE TABLE buddies (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  member_id bigint NOT NULL REFERENCES members ON DELETE CASCADE,
  buddy_id bigint NOT NULL REFERENCES members ON DELETE CASCADE,
  since timestamptz NOT NULL DEFAULT now(),
  note text
);
CREATE INDEX buddies_by_buddy ON buddies (buddy_id);

INSERT INTO members (email, display_name) VALUES
  ('ada@example.org', 'Ada'), ('grace@example.org', 'Grace'), ('edsger@example.org', NULL);
INSERT INTO events (host_id, title, starts_at) VALUES
  (1, 'Picnic', '2026-06-01 12:00+00'), (2, 'Compiler night', '2026-06-08 18:00+00');
INSERT INTO rsvps (event_id, member_id, status) VALUES
  (1, 1, 'going'), (1, 2, 'Yes'), (2, 1, 'maybe'), (2, 3, 'declined');
INSERT INTO buddies (member_id, buddy_id, since, note) VALUES
  (1, 2, '2025-11-02 09:00+00', 'both sail'), (2, 3, '2026-01-15 20:30+00', NULL);
