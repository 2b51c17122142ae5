-- What docs/import.md shows; import_test makes imported.hpp of it.
CREATE TYPE mood AS ENUM ('sad', 'so so', 'happy');

CREATE TABLE households (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(120) NOT NULL
);
CREATE TABLE users (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    household_id bigint NOT NULL REFERENCES households ON DELETE CASCADE,
    email text NOT NULL UNIQUE CHECK (length(email) > 3),
    "e-mail verified" boolean NOT NULL DEFAULT false,
    mood mood NOT NULL DEFAULT 'so so',
    search tsvector,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (household_id, email)
);
CREATE INDEX ON users (created_at DESC) WHERE mood <> 'sad';
COMMENT ON TABLE users IS 'Who lives there';
