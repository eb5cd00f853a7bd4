/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The import of a register from end to end: any register, from its declaration. How lists
   are read is in skh-register-import-list.c. */
#include "skh-register-import-private.h"

#include "skh-register-store.h"
#include "skh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
line_free (gpointer data)
{
  SkhRegisterImportLine *line = data;

  g_clear_pointer (&line->row.entry, skh_entry_unref);
  g_clear_pointer (&line->row.before, skh_entry_unref);
  skh_entry_unref (line->typed);
  g_free (line);
}

typedef struct
{
  const char *id;
  SkhRegister *reg;
} RegisterCall;

static gboolean
load_register (SkhDatabase *db, gpointer data, GError **error)
{
  RegisterCall *call = data;

  call->reg = skh_register_store_load_register (db, call->id, error);
  return call->reg != NULL;
}

/**
 * skh_register_import_new:
 * @default_year: of days written without one; 0: they must have one
 *
 * Returns: (transfer full): an import without sources, or %NULL with
 *   %SKH_STORE_ERROR_NOT_FOUND when there is no such register
 */
SkhRegisterImport *
skh_register_import_new (SkhWorkbook *workbook,
                         const char *register_id,
                         int default_year,
                         GError **error)
{
  RegisterCall call = { .id = register_id };
  SkhRegisterImport *self;

  if (!skh_workbook_run (workbook, load_register, &call, error))
    return NULL;
  self = g_new0 (SkhRegisterImport, 1);
  self->workbook = g_object_ref (workbook);
  self->reg = call.reg;
  self->default_year = default_year;
  self->strings = g_string_chunk_new (256);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (SkhListColumn));
  self->mappings = g_ptr_array_new_with_free_func (g_free);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  skh_import_result_init (&self->result);
  skh_register_import_name_columns (self);
  return self;
}

void
skh_register_import_free (SkhRegisterImport *self)
{
  g_ptr_array_unref (self->lines);
  skh_import_result_clear (&self->result);
  g_ptr_array_unref (self->mappings);
  g_array_unref (self->wanted);
  g_string_chunk_free (self->strings);
  skh_register_unref (self->reg);
  g_object_unref (self->workbook);
  g_free (self);
}

SkhRegister *
skh_register_import_get_register (SkhRegisterImport *self)
{
  return self->reg;
}

/* — Preview, on the database thread — */

/* What was found once need not be looked for again: a list names few units often. */
typedef struct
{
  SkhRegisterImport *import;
  GHashTable *found;  /* "field text" → SkhValue */
  GHashTable *listed; /* what tells a row apart → SkhRegisterImportLine */
} Preview;

static void
value_free (gpointer data)
{
  skh_value_clear (data);
  g_free (data);
}

static gboolean
resolve (SkhDatabase *db,
         Preview *preview,
         SkhRegisterImportLine *line,
         guint i,
         GError **error)
{
  const SkhField *field = skh_register_get_field (preview->import->reg, i);
  const SkhValue *typed = skh_entry_get_value (line->typed, i);
  const SkhValue *unit = skh_entry_get_unit (line->typed);
  g_autofree char *key
    = g_strdup_printf ("%u %s\n%s", i, typed->text,
                       field->type != SKH_FIELD_UNIT && unit != NULL ? unit->text : "");
  SkhValue *found = g_hash_table_lookup (preview->found, key);
  g_autofree char *fault = NULL;
  g_auto (SkhValue) value = { 0 };

  if (found == NULL)
    {
      skh_value_copy (typed, &value);
      if (!skh_register_store_resolve (db, field, &value, line->typed, &fault, error))
        {
          if (fault != NULL)
            skh_register_import_refuse (preview->import, line, i, typed->text, fault);
          return fault != NULL;
        }
      found = g_new0 (SkhValue, 1);
      skh_value_copy (&value, found);
      g_hash_table_insert (preview->found, g_steal_pointer (&key), found);
    }
  skh_entry_set_value (line->row.entry, i, found);
  return TRUE;
}

static gboolean
resolve_all (SkhDatabase *db,
             Preview *preview,
             SkhRegisterImportLine *line,
             GError **error)
{
  for (guint i = 0; i < skh_register_get_n_fields (preview->import->reg); i++)
    if (skh_field_is_reference (skh_register_get_field (preview->import->reg, i))
        && skh_entry_get_value (line->typed, i)->is_set
        && !resolve (db, preview, line, i, error))
      return FALSE;
  return TRUE;
}

/* A text of several lines comes out of a cell as one. */
static gboolean
says_the_same (const SkhField *field, const SkhValue *said, const SkhValue *there)
{
  g_autofree char *line = NULL;

  if (field->type != SKH_FIELD_LONG_TEXT || !said->is_set || !there->is_set)
    return skh_value_equal (field, said, there);
  line = skh_text_normalize_line (there->text);
  return g_str_equal (said->text, line);
}

/* The entry that is there, with what the row says of it. */
static void
lay_over (SkhRegisterImport *self, SkhRegisterImportLine *line, SkhEntry *there)
{
  for (guint i = 0; i < skh_register_get_n_fields (self->reg); i++)
    {
      const SkhValue *said = skh_entry_get_value (line->row.entry, i);

      if (said->is_set
          && !says_the_same (skh_register_get_field (self->reg, i), said,
                             skh_entry_get_value (there, i)))
        skh_entry_set_value (there, i, said);
    }
}

static gboolean
find_entry (SkhDatabase *db,
            SkhRegisterImport *self,
            SkhRegisterImportLine *line,
            GError **error)
{
  g_autoptr (SkhEntry) there = NULL;
  gboolean is_ambiguous;
  gint64 id;

  if (!skh_register_store_match (db, line->row.entry, &id, &is_ambiguous, error))
    return FALSE;
  line->row.outcome = SKH_IMPORT_ADDED;
  if (is_ambiguous)
    skh_register_import_refuse (
      self, line, SKH_NO_FIELD, "",
      _ ("More than one entry could be meant; say more of what tells them apart."));
  if (is_ambiguous || id == 0)
    return TRUE;
  there = skh_register_store_get (db, self->reg, id, error);
  if (there == NULL)
    return FALSE;
  line->row.before = skh_entry_copy (there);
  lay_over (self, line, there);
  skh_entry_derive (there);
  line->row.outcome
    = skh_entry_equal (line->row.before, there) ? SKH_IMPORT_SAME : SKH_IMPORT_CHANGED;
  skh_entry_unref (line->row.entry);
  line->row.entry = g_steal_pointer (&there);
  return TRUE;
}

static gboolean
check (SkhDatabase *db,
       SkhRegisterImport *self,
       SkhRegisterImportLine *line,
       GError **error)
{
  g_autoptr (GPtrArray) faults = NULL;

  if (line->row.outcome != SKH_IMPORT_ADDED && line->row.outcome != SKH_IMPORT_CHANGED)
    return TRUE;
  faults = skh_register_store_check (db, line->row.entry, error);
  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      const SkhEntryFault *fault = faults->pdata[i];
      g_autofree char *value
        = fault->field != SKH_NO_FIELD
            ? skh_field_dup_text (skh_register_get_field (self->reg, fault->field),
                                  skh_entry_get_value (line->row.entry, fault->field))
            : g_strdup ("");

      skh_register_import_refuse (self, line, fault->field, value, fault->why);
    }
  return faults != NULL;
}

/* — Rows that say the same thing twice — */

/* Two people may be called the same. */
static void
append_value (GString *key, SkhRegisterImport *self, const SkhEntry *entry, guint i)
{
  const SkhField *field = skh_register_get_field (self->reg, i);
  const SkhValue *value = skh_entry_get_value (entry, i);
  g_autofree char *text = skh_field_dup_typed_text (field, value);

  if (skh_field_is_reference (field) && value->id != 0)
    g_string_append_printf (key, "%u=#%" G_GINT64_FORMAT "\n", i, value->id);
  else
    g_string_append_printf (key, "%u=%s\n", i, text);
}

/* Of an entry that is there its id, else what tells it apart, else all it says. */
static char *
dup_identity (SkhRegisterImport *self, const SkhEntry *entry)
{
  GString *key = g_string_new (NULL);
  guint fields[SKH_REGISTER_MAX_IDENTITY];
  guint n = skh_register_get_identity (self->reg, entry, fields);

  if (skh_entry_get_id (entry) != 0)
    g_string_printf (key, "#%" G_GINT64_FORMAT, skh_entry_get_id (entry));
  else if (n > 0)
    for (guint i = 0; i < n; i++)
      append_value (key, self, entry, fields[i]);
  else
    for (guint i = 0; i < skh_register_get_n_fields (self->reg); i++)
      append_value (key, self, entry, i);
  return g_string_free (key, FALSE);
}

static void
refuse_double (SkhRegisterImport *self,
               SkhRegisterImportLine *line,
               guint field,
               const SkhRegisterImportLine *first)
{
  g_autofree char *why = g_strdup_printf (
    _ ("Row %u of the list says this of another entry, or something else of the same; "
       "keep one of the two."),
    first->row.number);

  skh_register_import_refuse (self, line, field, "", why);
}

/* TRUE when no row before has this key. */
static gboolean
list_key (Preview *preview, SkhRegisterImportLine *line, char *key)
{
  if (g_hash_table_contains (preview->listed, key))
    return FALSE;
  g_hash_table_insert (preview->listed, g_strdup (key), line);
  return TRUE;
}

static void
find_double (Preview *preview, SkhRegisterImportLine *line)
{
  SkhRegisterImport *self = preview->import;
  g_autofree char *key = dup_identity (self, line->row.entry);
  SkhRegisterImportLine *first = g_hash_table_lookup (preview->listed, key);

  if (line->row.outcome == SKH_IMPORT_REFUSED)
    return;
  if (first != NULL && skh_entry_equal (first->row.entry, line->row.entry))
    line->row.outcome = SKH_IMPORT_SAME;
  else if (first != NULL)
    refuse_double (self, line, SKH_NO_FIELD, first);
  if (first != NULL)
    return;
  list_key (preview, line, key);
  for (guint i = 0; i < skh_register_get_n_fields (self->reg); i++)
    {
      const SkhField *field = skh_register_get_field (self->reg, i);
      g_autoptr (GString) value = g_string_new ("unique ");

      if (!(field->flags & SKH_FIELD_UNIQUE)
          || !skh_entry_get_value (line->row.entry, i)->is_set)
        continue;
      append_value (value, self, line->row.entry, i);
      if (!list_key (preview, line, value->str))
        refuse_double (self, line, i, g_hash_table_lookup (preview->listed, value->str));
    }
}

/* — Rows that may be somebody who is there — */

/* "set name unit" of what an entry says; NULL when it does not say all of it. */
static char *
dup_similar_key (SkhRegisterImport *self, const SkhEntry *entry, guint set)
{
  guint fields[SKH_REGISTER_MAX_IDENTITY];
  guint n = skh_register_get_similar (self->reg, set, fields);
  g_autoptr (GString) key = g_string_new (NULL);
  g_autofree char *folded = NULL;

  for (guint i = 0; i < n; i++)
    if (skh_entry_get_value (entry, fields[i])->is_set)
      append_value (key, self, entry, fields[i]);
    else
      return NULL;
  folded = n > 0 ? skh_text_fold (key->str) : NULL;
  return folded != NULL ? g_strdup_printf ("similar %u %s", set, folded) : NULL;
}

static void
note_similar_row (Preview *preview, SkhRegisterImportLine *line)
{
  SkhRegisterImport *self = preview->import;

  for (guint set = 0; set < SKH_REGISTER_N_IDENTITIES; set++)
    {
      g_autofree char *key = dup_similar_key (self, line->row.entry, set);
      const SkhRegisterImportLine *first
        = key != NULL ? g_hash_table_lookup (preview->listed, key) : NULL;
      guint fields[SKH_REGISTER_MAX_IDENTITY];

      if (first == NULL && key != NULL)
        list_key (preview, line, key);
      if (first == NULL)
        continue;
      skh_register_get_similar (self->reg, set, fields);
      skh_register_import_note (
        self, line, fields[0],
        g_strdup_printf (_ ("This may be the same as row %u of the list."),
                         first->row.number));
      return;
    }
}

/* It is taken in: only the office knows. */
static gboolean
note_similar (SkhDatabase *db,
              Preview *preview,
              SkhRegisterImportLine *line,
              GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  const SkhSimilarEntry *similar;

  if (line->row.outcome != SKH_IMPORT_ADDED)
    return TRUE;
  found = skh_register_store_find_similar (db, line->row.entry, 1, error);
  if (found == NULL)
    return FALSE;
  if (found->len == 0)
    {
      note_similar_row (preview, line);
      return TRUE;
    }
  similar = found->pdata[0];
  skh_register_import_note (
    preview->import, line, similar->field,
    g_strdup_printf (_ ("This may be an entry that is there: %s."), similar->detail));
  return TRUE;
}

static gboolean
preview_line (SkhDatabase *db,
              Preview *preview,
              SkhRegisterImportLine *line,
              GError **error)
{
  g_clear_pointer (&line->row.entry, skh_entry_unref);
  g_clear_pointer (&line->row.before, skh_entry_unref);
  line->row.entry = skh_entry_copy (line->typed);
  line->row.outcome = SKH_IMPORT_REFUSED;
  if (line->is_faulty)
    return TRUE;
  line->row.outcome = SKH_IMPORT_ADDED;
  if (!resolve_all (db, preview, line, error))
    return FALSE;
  if (line->row.outcome == SKH_IMPORT_REFUSED)
    return TRUE;
  if (!find_entry (db, preview->import, line, error))
    return FALSE;
  skh_entry_derive (line->row.entry);
  if (!check (db, preview->import, line, error))
    return FALSE;
  find_double (preview, line);
  return note_similar (db, preview, line, error);
}

static gboolean
preview_lines (SkhDatabase *db, gpointer data, GError **error)
{
  SkhRegisterImport *self = data;
  Preview preview = { .import = self };
  gboolean ok = TRUE;

  preview.found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, value_free);
  preview.listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; ok && i < self->lines->len; i++)
    ok = preview_line (db, &preview, self->lines->pdata[i], error);
  g_hash_table_unref (preview.found);
  g_hash_table_unref (preview.listed);
  return ok;
}

/**
 * skh_register_import_preview:
 *
 * Finds what becomes of every row, once all sources are added. Writes nothing.
 */
gboolean
skh_register_import_preview (SkhRegisterImport *self, GError **error)
{
  g_ptr_array_set_size (self->result.faults, (int)self->n_reading_faults);
  g_ptr_array_set_size (self->result.notes, (int)self->n_reading_notes);
  if (!skh_workbook_run (self->workbook, preview_lines, self, error))
    return FALSE;
  memset (self->result.counts, 0, sizeof self->result.counts);
  for (guint i = 0; i < self->lines->len; i++)
    self->result.counts[((SkhRegisterImportLine *)self->lines->pdata[i])->row.outcome]++;
  return TRUE;
}
