-- What was chased when: a line, the day, how (letter, phone, zalo, email, meeting), by whom.
CREATE TABLE chase (
  id INTEGER PRIMARY KEY NOT NULL,
  assignment_id INTEGER NOT NULL REFERENCES assignment DEFERRABLE INITIALLY DEFERRED,
  day TEXT NOT NULL,
  how TEXT NOT NULL,
  who TEXT,
  note TEXT
);
CREATE INDEX chase_by_assignment ON chase (assignment_id);
