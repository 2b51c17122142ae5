CREATE TABLE readings (sensor text, number int NOT NULL);
CREATE UNIQUE INDEX readings_key ON readings (sensor, number);
CREATE TABLE archive (sensor text, number int) PARTITION BY LIST (sensor);
CREATE TABLE archive_north PARTITION OF archive FOR VALUES IN ('north');
CREATE TABLE archive_south PARTITION OF archive FOR VALUES IN ('south');
CREATE TABLE notes (sensor text, number int, body text);
ALTER TABLE notes ADD CONSTRAINT notes_reading FOREIGN KEY (sensor, number) REFERENCES readings (sensor, number);

-- then

CREATE TABLE readings (sensor text, number int NOT NULL);
CREATE TABLE archive (sensor text, number int) PARTITION BY LIST (sensor);
CREATE TABLE archive_north PARTITION OF archive FOR VALUES IN ('north');
CREATE TABLE archive_south PARTITION OF archive FOR VALUES IN ('south');
CREATE UNIQUE INDEX readings_key ON archive (sensor, number);
CREATE TABLE notes (sensor text, number int, body text);
ALTER TABLE notes ADD CONSTRAINT notes_reading FOREIGN KEY (sensor, number) REFERENCES archive (sensor, number);
