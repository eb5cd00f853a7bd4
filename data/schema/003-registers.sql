-- Registers: one engine over one table a register. Tables of declared registers that are not
-- here, the office's own tables and columns, and everything named …_derived are made by the
-- engine (skh-register-schema.c) when a workbook is opened: a declaration is all it needs.

-- The number stands apart from the symbol, as the issuer does.
ALTER TABLE document ADD COLUMN number TEXT;
UPDATE document SET number = trim(substr(symbol, 1, instr(symbol, '-') - 1))
 WHERE symbol GLOB '[0-9]*-*';

-- From any thing to any thing; a kind is the noun that is also its table. No reference can be
-- declared to a table that a column names, so stores remove a thing's links with it.
CREATE TABLE link (
  id INTEGER PRIMARY KEY NOT NULL,
  from_kind TEXT NOT NULL,
  from_id INTEGER NOT NULL,
  to_kind TEXT NOT NULL,
  to_id INTEGER NOT NULL,
  rank INTEGER NOT NULL
);
CREATE INDEX link_by_from ON link (from_kind, from_id);
CREATE INDEX link_by_to ON link (to_kind, to_id);

INSERT INTO link (id, from_kind, from_id, to_kind, to_id, rank)
 SELECT id, 'plan', plan_id, 'document', document_id, rank FROM plan_document;
DROP TABLE plan_document;

-- A file of a thing. Its content is known by the SHA-256 and stands in `content`.
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  owner_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
);
CREATE INDEX attachment_by_owner ON attachment (kind, owner_id);
CREATE INDEX attachment_by_hash ON attachment (hash);

-- To whom a plan or a document was sent, when and how.
CREATE TABLE new_recipient (
  id INTEGER PRIMARY KEY NOT NULL,
  plan_id INTEGER REFERENCES plan DEFERRABLE INITIALLY DEFERRED,
  document_id INTEGER REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  purpose TEXT,
  sent_on TEXT,
  sent_how TEXT,
  rank INTEGER NOT NULL,
  CHECK ((plan_id IS NULL) <> (document_id IS NULL))
);
INSERT INTO new_recipient (id, plan_id, name, purpose, rank)
 SELECT id, plan_id, name, purpose, rank FROM recipient;
DROP TABLE recipient;
ALTER TABLE new_recipient RENAME TO recipient;
CREATE INDEX recipient_by_plan ON recipient (plan_id);
CREATE INDEX recipient_by_document ON recipient (document_id);

-- The office's own registers, and its own fields of any register. The table of a register is
-- own_<id>, the column of a field f<id>.
CREATE TABLE register_definition (
  id INTEGER PRIMARY KEY NOT NULL,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  help TEXT,
  rank INTEGER NOT NULL
);

CREATE TABLE register_field (
  id INTEGER PRIMARY KEY NOT NULL,
  register TEXT NOT NULL,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  help TEXT,
  type TEXT NOT NULL,
  required INTEGER NOT NULL DEFAULT 0 CHECK (required IN (0, 1)),
  is_unique INTEGER NOT NULL DEFAULT 0 CHECK (is_unique IN (0, 1)),
  rank INTEGER NOT NULL
);
CREATE INDEX register_field_by_register ON register_field (register);

CREATE TABLE register_choice (
  id INTEGER PRIMARY KEY NOT NULL,
  field_id INTEGER NOT NULL REFERENCES register_field DEFERRABLE INITIALLY DEFERRED,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  rank INTEGER NOT NULL
);
CREATE INDEX register_choice_by_field ON register_choice (field_id);

-- query: lines as skh-register-query.h reads them.
CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY NOT NULL,
  register TEXT NOT NULL,
  title TEXT NOT NULL,
  query TEXT NOT NULL,
  rank INTEGER NOT NULL
);
CREATE INDEX saved_view_by_register ON saved_view (register);

-- Not recorded: contents may be large, never change, and are wanted again after an undo.
CREATE TABLE content (
  id INTEGER PRIMARY KEY NOT NULL,
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  data BLOB NOT NULL
);

-- What is derived is made again on opening.
DELETE FROM meta WHERE key = 'collation';
