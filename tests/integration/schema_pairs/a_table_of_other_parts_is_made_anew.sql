CREATE TABLE measured (at date NOT NULL, value real) PARTITION BY RANGE (at);
CREATE TABLE measured_2025 PARTITION OF measured FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE VIEW readings AS SELECT value FROM measured;
-- then
CREATE TABLE measured (at date NOT NULL, value real) PARTITION BY LIST (at);
CREATE VIEW readings AS SELECT value FROM measured;
