-- A workbook: one organisation, its units, its plans and what each unit has delivered.
--
-- Recorded tables (everything but act, meta and derived_text) change only inside acts and
-- are named in skh-act.c. They have an INTEGER PRIMARY KEY, no triggers, no foreign-key
-- actions, no custom collations and no UNIQUE on what can swap, so that an act's changeset
-- can always be inverted and applied. Foreign keys are deferred: a changeset applies its rows in
-- any order. Days are ISO text (2023-04-29), periods 2023, 2023-H1, 2023-Q1, 2023-04.

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  superior TEXT,
  place TEXT,
  symbol TEXT,
  authority TEXT,
  position TEXT,
  signer TEXT,
  report_recipient TEXT
);

-- What changes a number and so belongs to the workbook: soon_days, paper_profile …
CREATE TABLE setting (
  id INTEGER PRIMARY KEY NOT NULL,
  key TEXT NOT NULL,
  value TEXT
);

CREATE TABLE holiday (
  id INTEGER PRIMARY KEY NOT NULL,
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  name TEXT
);

-- The years whose holidays were entered; those of any other year are unknown.
CREATE TABLE holiday_year (
  id INTEGER PRIMARY KEY NOT NULL,
  year INTEGER NOT NULL
);

CREATE TABLE unit (
  id INTEGER PRIMARY KEY NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  parent_id INTEGER REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
  opened TEXT,
  closed TEXT,
  contact TEXT,
  rank INTEGER NOT NULL,
  CHECK (opened IS NULL OR closed IS NULL OR opened <= closed)
);
CREATE INDEX unit_by_code ON unit (code);
CREATE INDEX unit_by_parent ON unit (parent_id);

-- A group has units, or (counts) is counted in cells, members or managed cadres at each
-- unit of its base group.
CREATE TABLE unit_group (
  id INTEGER PRIMARY KEY NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  counts TEXT,
  base_id INTEGER REFERENCES unit_group DEFERRABLE INITIALLY DEFERRED,
  rank INTEGER NOT NULL,
  CHECK ((counts IS NULL) = (base_id IS NULL))
);
CREATE INDEX unit_group_by_base ON unit_group (base_id);

CREATE TABLE group_include (
  id INTEGER PRIMARY KEY NOT NULL,
  group_id INTEGER NOT NULL REFERENCES unit_group DEFERRABLE INITIALLY DEFERRED,
  included_id INTEGER NOT NULL REFERENCES unit_group DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX group_include_by_group ON group_include (group_id);
CREATE INDEX group_include_by_included ON group_include (included_id);

CREATE TABLE membership (
  id INTEGER PRIMARY KEY NOT NULL,
  group_id INTEGER NOT NULL REFERENCES unit_group DEFERRABLE INITIALLY DEFERRED,
  unit_id INTEGER NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
  from_day TEXT,
  to_day TEXT
);
CREATE INDEX membership_by_group ON membership (group_id);
CREATE INDEX membership_by_unit ON membership (unit_id);

-- How many cells, members … a unit has, from a day on.
CREATE TABLE unit_total (
  id INTEGER PRIMARY KEY NOT NULL,
  unit_id INTEGER NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  total INTEGER NOT NULL CHECK (total >= 0),
  from_day TEXT
);
CREATE INDEX unit_total_by_unit ON unit_total (unit_id);

CREATE TABLE plan (
  id INTEGER PRIMARY KEY NOT NULL,
  year INTEGER NOT NULL,
  title TEXT NOT NULL,
  short_title TEXT NOT NULL,
  number TEXT,
  template TEXT
);

CREATE TABLE section (
  id INTEGER PRIMARY KEY NOT NULL,
  plan_id INTEGER NOT NULL REFERENCES plan DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  rank INTEGER NOT NULL
);
CREATE INDEX section_by_plan ON section (plan_id);

CREATE TABLE task (
  id INTEGER PRIMARY KEY NOT NULL,
  plan_id INTEGER NOT NULL REFERENCES plan DEFERRABLE INITIALLY DEFERRED,
  section_id INTEGER NOT NULL REFERENCES section DEFERRABLE INITIALLY DEFERRED,
  no TEXT NOT NULL,
  clause TEXT,
  title TEXT NOT NULL,
  short_title TEXT NOT NULL,
  deliverable TEXT,
  recipient TEXT,
  wants_document INTEGER NOT NULL DEFAULT 0 CHECK (wants_document IN (0, 1)),
  wording TEXT,
  deadline_kind TEXT NOT NULL,
  first_day TEXT,
  last_day TEXT,
  event TEXT,
  rank INTEGER NOT NULL,
  CHECK (first_day IS NULL OR last_day IS NULL OR first_day <= last_day)
);
CREATE INDEX task_by_plan ON task (plan_id);
CREATE INDEX task_by_section ON task (section_id);

-- Who leads a task, works with the lead, or stands between the unit and the recipient.
CREATE TABLE task_party (
  id INTEGER PRIMARY KEY NOT NULL,
  task_id INTEGER NOT NULL REFERENCES task DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL CHECK (role IN ('lead', 'with', 'via')),
  unit_id INTEGER REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
  group_id INTEGER REFERENCES unit_group DEFERRABLE INITIALLY DEFERRED,
  rank INTEGER NOT NULL,
  CHECK ((unit_id IS NULL) <> (group_id IS NULL))
);
CREATE INDEX task_party_by_task ON task_party (task_id);
CREATE INDEX task_party_by_unit ON task_party (unit_id);
CREATE INDEX task_party_by_group ON task_party (group_id);

-- The day that the office, or the event a deadline waits for, gives to a task's period.
CREATE TABLE due_day (
  id INTEGER PRIMARY KEY NOT NULL,
  task_id INTEGER NOT NULL REFERENCES task DEFERRABLE INITIALLY DEFERRED,
  period TEXT NOT NULL,
  day TEXT NOT NULL
);
CREATE INDEX due_day_by_task ON due_day (task_id);

-- A figure a task asks for with each delivery.
CREATE TABLE measure (
  id INTEGER PRIMARY KEY NOT NULL,
  task_id INTEGER NOT NULL REFERENCES task DEFERRABLE INITIALLY DEFERRED,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  of_total INTEGER NOT NULL CHECK (of_total IN (0, 1)),
  total_kind TEXT,
  required INTEGER NOT NULL CHECK (required IN (0, 1)),
  rank INTEGER NOT NULL
);
CREATE INDEX measure_by_task ON measure (task_id);

-- One task × one unit × one period: a line of a checklist. from_day and to_day bound the days
-- on which the unit stood in a leading group.
CREATE TABLE assignment (
  id INTEGER PRIMARY KEY NOT NULL,
  task_id INTEGER NOT NULL REFERENCES task DEFERRABLE INITIALLY DEFERRED,
  unit_id INTEGER NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
  period TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'not_started' CHECK (state IN
    ('not_started', 'in_progress', 'delivered', 'rework', 'not_applicable')),
  delivered_on TEXT,
  document TEXT,
  note TEXT,
  reason TEXT,
  count INTEGER CHECK (count >= 0),
  total INTEGER CHECK (total >= 0),
  empty_return INTEGER NOT NULL DEFAULT 0 CHECK (empty_return IN (0, 1)),
  from_day TEXT,
  to_day TEXT,
  CHECK ((state = 'delivered') = (delivered_on IS NOT NULL)),
  CHECK (count IS NULL OR total IS NULL OR count <= total)
);
CREATE INDEX assignment_by_task ON assignment (task_id, period, unit_id);
CREATE INDEX assignment_by_unit ON assignment (unit_id);

CREATE TABLE figure (
  id INTEGER PRIMARY KEY NOT NULL,
  assignment_id INTEGER NOT NULL REFERENCES assignment DEFERRABLE INITIALLY DEFERRED,
  measure_id INTEGER NOT NULL REFERENCES measure DEFERRABLE INITIALLY DEFERRED,
  value INTEGER NOT NULL CHECK (value >= 0),
  total INTEGER CHECK (total >= value)
);
CREATE INDEX figure_by_assignment ON figure (assignment_id);
CREATE INDEX figure_by_measure ON figure (measure_id);

CREATE TABLE document (
  id INTEGER PRIMARY KEY NOT NULL,
  symbol TEXT,
  issuer TEXT,
  day TEXT,
  title TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('legal_basis', 'guidance', 'reference'))
);

CREATE TABLE plan_document (
  id INTEGER PRIMARY KEY NOT NULL,
  plan_id INTEGER NOT NULL REFERENCES plan DEFERRABLE INITIALLY DEFERRED,
  document_id INTEGER NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  rank INTEGER NOT NULL
);
CREATE INDEX plan_document_by_plan ON plan_document (plan_id);
CREATE INDEX plan_document_by_document ON plan_document (document_id);

-- Nơi nhận: to whom the plan was sent.
CREATE TABLE recipient (
  id INTEGER PRIMARY KEY NOT NULL,
  plan_id INTEGER NOT NULL REFERENCES plan DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  purpose TEXT,
  rank INTEGER NOT NULL
);
CREATE INDEX recipient_by_plan ON recipient (plan_id);

-- The tables of the report upward; their columns are the office's to change.
CREATE TABLE report_table (
  id INTEGER PRIMARY KEY NOT NULL,
  plan_id INTEGER NOT NULL REFERENCES plan DEFERRABLE INITIALLY DEFERRED,
  no TEXT NOT NULL,
  title TEXT NOT NULL,
  sheet_name TEXT NOT NULL,
  rank INTEGER NOT NULL
);
CREATE INDEX report_table_by_plan ON report_table (plan_id);

CREATE TABLE report_column (
  id INTEGER PRIMARY KEY NOT NULL,
  table_id INTEGER NOT NULL REFERENCES report_table DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  group_title TEXT,
  source TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('number', 'of_total', 'text', 'date')),
  hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
  rank INTEGER NOT NULL
);
CREATE INDEX report_column_by_table ON report_column (table_id);

-- Not recorded from here on.

-- The acts of the users, in order: each one a named transaction and its changeset.
CREATE TABLE act (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  time INTEGER NOT NULL,  -- microseconds since 1970 UTC
  who TEXT NOT NULL,
  label TEXT NOT NULL,
  tables TEXT NOT NULL,   -- "unit 3 task 2"
  changeset BLOB NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  reach INTEGER NOT NULL DEFAULT 1 CHECK (reach IN (0, 1)) -- 0: undo may not go there
);

CREATE TABLE meta (
  key TEXT PRIMARY KEY NOT NULL,
  value
) WITHOUT ROWID;

-- Folded text and sort keys of what people search and sort; made again when ICU changes.
CREATE TABLE derived_text (
  kind TEXT NOT NULL,
  id INTEGER NOT NULL,
  folded TEXT NOT NULL,
  sort_key BLOB NOT NULL,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID;
