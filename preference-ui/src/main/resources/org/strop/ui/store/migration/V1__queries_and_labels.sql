-- Read by SQLite and by PostgreSQL alike: only what both understand.

-- One row per kind of number handed out; taking one locks the row, so writers queue up in both databases.
CREATE TABLE counters (
  name VARCHAR(20) PRIMARY KEY,
  value BIGINT NOT NULL
);
INSERT INTO counters (name, value) VALUES ('query', 0);
INSERT INTO counters (name, value) VALUES ('label', 0);

-- Pairs to ask about, in order of position. Steps are [from, to).
CREATE TABLE queries (
  query_id VARCHAR(100) PRIMARY KEY,
  position BIGINT NOT NULL UNIQUE,
  first_episode VARCHAR(100) NOT NULL,
  first_from INTEGER NOT NULL CHECK (first_from >= 0),
  first_to INTEGER NOT NULL,
  second_episode VARCHAR(100) NOT NULL,
  second_from INTEGER NOT NULL CHECK (second_from >= 0),
  second_to INTEGER NOT NULL,
  CHECK (first_to > first_from AND second_to > second_from)
);

-- What people said, in order of seq. Rows are never changed and never removed: an undo is a row of its own.
CREATE TABLE labels (
  label_id VARCHAR(40) PRIMARY KEY,
  seq BIGINT NOT NULL UNIQUE,
  kind VARCHAR(10) NOT NULL,
  operator VARCHAR(64) NOT NULL,
  nonce VARCHAR(80) NOT NULL,
  query_id VARCHAR(100) REFERENCES queries (query_id),
  choice VARCHAR(10) CHECK (choice IN ('first', 'second', 'same', 'cant_tell')),
  episode_id VARCHAR(100),
  from_step INTEGER CHECK (from_step >= 0),
  to_step INTEGER CHECK (to_step > from_step),
  score INTEGER CHECK (score BETWEEN 0 AND 9),
  causes VARCHAR(400),
  undoes VARCHAR(40) UNIQUE REFERENCES labels (label_id),
  source VARCHAR(20) NOT NULL,
  wall_time_ms BIGINT NOT NULL,
  response_ms BIGINT NOT NULL CHECK (response_ms >= -1),
  confidence DOUBLE PRECISION NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  UNIQUE (operator, nonce),
  CHECK (
    (kind = 'choice' AND query_id IS NOT NULL AND choice IS NOT NULL AND undoes IS NULL)
    OR (kind = 'score' AND episode_id IS NOT NULL AND from_step IS NOT NULL AND to_step IS NOT NULL
        AND score IS NOT NULL AND causes IS NOT NULL AND undoes IS NULL)
    OR (kind = 'undo' AND undoes IS NOT NULL AND choice IS NULL AND score IS NULL))
);
CREATE INDEX labels_by_query ON labels (query_id, operator);
CREATE INDEX labels_by_segment ON labels (episode_id, operator);

-- Labels that stand: neither undos nor undone.
CREATE VIEW standing_labels AS
  SELECT l.* FROM labels l
  WHERE l.kind <> 'undo' AND NOT EXISTS (SELECT 1 FROM labels u WHERE u.undoes = l.label_id);

-- The last score of each operator for each segment; an earlier one comes back when the later is undone.
CREATE VIEW standing_scores AS
  SELECT s.* FROM standing_labels s
  WHERE s.kind = 'score' AND NOT EXISTS (
    SELECT 1 FROM standing_labels n
    WHERE n.kind = 'score' AND n.operator = s.operator AND n.episode_id = s.episode_id
      AND n.from_step = s.from_step AND n.to_step = s.to_step AND n.seq > s.seq);
