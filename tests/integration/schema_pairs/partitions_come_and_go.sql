CREATE TABLE events (id bigint NOT NULL, at date NOT NULL, what text) PARTITION BY RANGE (at);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE events_2026 (id bigint NOT NULL, at date NOT NULL, what text);
CREATE INDEX events_what ON events (what);
ALTER TABLE events ADD PRIMARY KEY (id, at);
-- then
CREATE TABLE events (id bigint NOT NULL, at date NOT NULL, what varchar(40) DEFAULT 'none', who text) PARTITION BY RANGE (at);
CREATE TABLE events_2025 (id bigint NOT NULL, at date NOT NULL, what varchar(40) DEFAULT 'none', who text);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE events_later PARTITION OF events DEFAULT;
CREATE INDEX events_who ON events (who);
ALTER TABLE events ADD PRIMARY KEY (id, at);
ALTER TABLE events_2025 ADD CONSTRAINT events_2025_pkey PRIMARY KEY (id, at);
