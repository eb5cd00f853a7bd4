-- On which day a delivery reached a unit that stands between the one that owes it and whom it
-- goes to ("qua Ban Tuyên giáo").
CREATE TABLE passage (
  id INTEGER PRIMARY KEY NOT NULL,
  assignment_id INTEGER NOT NULL REFERENCES assignment DEFERRABLE INITIALLY DEFERRED,
  unit_id INTEGER NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
  reached TEXT NOT NULL
);
CREATE INDEX passage_by_assignment ON passage (assignment_id);
CREATE INDEX passage_by_unit ON passage (unit_id);
