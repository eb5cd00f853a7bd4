-- A unit that merged into another: it closed on its last day, and from the day after the
-- other owes what it owed. Its own lines, deliveries and name stay as they were.
ALTER TABLE unit ADD COLUMN merged_into_id INTEGER REFERENCES unit DEFERRABLE INITIALLY DEFERRED
  CHECK (merged_into_id IS NULL OR (closed IS NOT NULL AND merged_into_id <> id));
CREATE INDEX unit_by_merged_into ON unit (merged_into_id);
