/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The import of units from end to end. How a row is read is in skh-unit-import-row.c, how
   units find their parents in skh-unit-import-tree.c. */
#include "skh-unit-import-private.h"

#include "skh-stores.h"
#include "skh-text.h"

#include <glib/gi18n-lib.h>

const char skh_unit_import_ambiguous[] = "";

static const SkhListColumn columns_of_a_list[SKH_N_UNIT_COLUMNS] = {
  [SKH_UNIT_COLUMN_NUMBER] = { "number", { "TT", "STT", "Số TT", "Số thứ tự", "No" } },
  [SKH_UNIT_COLUMN_CODE] = { "code", { "code", "Mã", "Mã đơn vị", "Ký hiệu" } },
  [SKH_UNIT_COLUMN_NAME]
  = { "name",
      { "name", "Tên", "Tên đơn vị", "Đơn vị", "Tên cơ quan, đơn vị", "Cơ quan, đơn vị",
        "Tên tổ chức", "Tên đầy đủ", "Chi, đảng bộ", "Tên chi, đảng bộ" } },
  [SKH_UNIT_COLUMN_SHORT_NAME]
  = { "short_name",
      { "short_name", "short name", "Tên viết tắt", "Tên gọn", "Viết tắt" } },
  [SKH_UNIT_COLUMN_PARENT]
  = { "parent",
      { "parent", "Trực thuộc", "Cấp trên", "Đơn vị cấp trên", "Đơn vị trực thuộc" } },
  [SKH_UNIT_COLUMN_GROUPS] = { "groups", { "groups", "group", "Khối", "Nhóm" } },
  [SKH_UNIT_COLUMN_OPENED]
  = { "opened", { "opened", "Ngày thành lập", "Thành lập", "Ngày bắt đầu", "Từ ngày" } },
  [SKH_UNIT_COLUMN_CLOSED] = { "closed",
                               { "closed", "Ngày kết thúc", "Kết thúc", "Ngày giải thể",
                                 "Giải thể", "Đến ngày" } },
};

/* — Look-ups by what people write — */

void
skh_unit_import_add_name (GHashTable *table, const char *name, const char *code)
{
  char *folded = skh_text_fold (name);
  const char *known = g_hash_table_lookup (table, folded);

  if (known != NULL && !g_str_equal (known, code))
    code = skh_unit_import_ambiguous;
  g_hash_table_replace (table, folded, (gpointer)code);
}

/* NULL when nothing has the name, skh_unit_import_ambiguous when several have. */
const char *
skh_unit_import_look_up (GHashTable *table, const char *name)
{
  g_autofree char *folded = skh_text_fold (name);

  return g_hash_table_lookup (table, folded);
}

static GHashTable *
new_names (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
learn_workbook (SkhUnitImport *self)
{
  guint n_units, n_groups;
  const SkhUnit *units = skh_ledger_get_units (self->ledger, &n_units);
  const SkhGroup *groups = skh_ledger_get_groups (self->ledger, &n_groups);

  for (guint i = 0; i < n_units; i++)
    {
      skh_unit_import_add_name (self->codes, units[i].code, units[i].code);
      skh_unit_import_add_name (self->names, units[i].name, units[i].code);
    }
  for (guint i = 0; i < n_groups; i++)
    {
      skh_unit_import_add_name (self->groups, groups[i].code, groups[i].code);
      skh_unit_import_add_name (self->groups, groups[i].name, groups[i].code);
      skh_unit_import_add_name (self->groups, groups[i].short_name, groups[i].code);
    }
}

/**
 * skh_unit_import_new:
 * @ledger: the workbook as it is
 *
 * Returns: (transfer full): an import without sources
 */
SkhUnitImport *
skh_unit_import_new (SkhLedger *ledger)
{
  SkhUnitImport *self = g_new0 (SkhUnitImport, 1);

  self->ledger = skh_ledger_ref (ledger);
  self->strings = skh_plan_draft_new ();
  self->entries = g_array_new (FALSE, TRUE, sizeof (SkhUnitImportEntry));
  skh_import_result_init (&self->result);
  self->groups = new_names ();
  self->codes = new_names ();
  self->names = new_names ();
  self->listed = new_names ();
  self->listed_names = new_names ();
  learn_workbook (self);
  return self;
}

void
skh_unit_import_free (SkhUnitImport *self)
{
  skh_ledger_unref (self->ledger);
  skh_plan_draft_free (self->strings);
  g_array_unref (self->entries);
  skh_import_result_clear (&self->result);
  g_hash_table_unref (self->groups);
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->listed);
  g_hash_table_unref (self->listed_names);
  g_free (self);
}

/* — Sources — */

/* The header comes again at the top of each printed page. */
static gboolean
repeats_header (const SkhListRow *row, const SkhListRow *header, const guint *columns)
{
  for (guint i = 0; i < SKH_N_UNIT_COLUMNS; i++)
    if (columns[i] != SKH_LIST_NO_COLUMN
        && !g_str_equal (skh_list_row_get_cell (row, columns[i]),
                         skh_list_row_get_cell (header, columns[i])))
      return FALSE;
  return TRUE;
}

/**
 * skh_unit_import_add_source:
 * @source: a list with a header that names at least the column of names or of codes
 *
 * Reads the rows of one more list.
 *
 * Returns: %FALSE with %SKH_IMPORT_ERROR_NO_HEADER, and nothing of @source taken
 */
gboolean
skh_unit_import_add_source (SkhUnitImport *self,
                            const SkhListSource *source,
                            GError **error)
{
  const char *file = skh_plan_draft_string (self->strings, source->file);
  const char *sheet = skh_plan_draft_string (self->strings, source->sheet);
  guint columns[SKH_N_UNIT_COLUMNS];
  guint header;

  if (!skh_list_source_find_header (source, columns_of_a_list, SKH_N_UNIT_COLUMNS,
                                    columns, &header)
      || (columns[SKH_UNIT_COLUMN_NAME] == SKH_LIST_NO_COLUMN
          && columns[SKH_UNIT_COLUMN_CODE] == SKH_LIST_NO_COLUMN))
    {
      g_set_error (error, SKH_IMPORT_ERROR, SKH_IMPORT_ERROR_NO_HEADER,
                   _ ("“%s” has no header row with “Tên đơn vị” or “Mã” in its first "
                      "twenty rows. Add one above the list."),
                   file);
      return FALSE;
    }

  skh_import_result_note_source (&self->result, source);
  self->group = NULL;
  for (guint i = header + 1; i < source->rows->len; i++)
    if (repeats_header (source->rows->pdata[i], source->rows->pdata[header], columns))
      self->result.n_skipped++;
    else
      skh_unit_import_read_row (self, file, sheet, source->rows->pdata[i], columns);
  return TRUE;
}

/**
 * skh_unit_import_add_file:
 * @path: see skh_list_source_read_best()
 * @sheet: (nullable): the sheet's name, %NULL for the one with the best header
 *
 * Reads the rows of one more list.
 *
 * Returns: %FALSE with %SKH_IMPORT_ERROR or %SKH_LIST_ERROR, and nothing taken
 */
gboolean
skh_unit_import_add_file (SkhUnitImport *self,
                          const char *path,
                          const char *sheet,
                          GError **error)
{
  g_autoptr (SkhListSource) source
    = skh_list_source_read_best (path, sheet, columns_of_a_list, SKH_N_UNIT_COLUMNS,
                                 error);

  return source != NULL && skh_unit_import_add_source (self, source, error);
}

/**
 * skh_unit_import_refuse:
 * @column: where the fault is
 *
 * Notes a fault of an entry, which is then refused. The first fault of a row is enough to
 * refuse it; all are told.
 */
void
skh_unit_import_refuse (SkhUnitImport *self,
                        SkhUnitImportEntry *entry,
                        SkhUnitColumn column,
                        const char *value,
                        const char *format,
                        ...)
{
  SkhImportFault *fault = g_new0 (SkhImportFault, 1);
  guint at = entry->columns[column];
  va_list arguments;

  va_start (arguments, format);
  fault->why = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fault->file = g_strdup (entry->row.file);
  fault->sheet = g_strdup (entry->row.sheet);
  fault->cell = skh_list_cell_name (entry->row.number, at != SKH_LIST_NO_COLUMN ? at : 0);
  fault->value = g_strdup (value);
  g_ptr_array_add (self->result.faults, fault);
  entry->row.outcome = SKH_IMPORT_REFUSED;
}

/* — Preview — */

static gboolean
has_same_groups (const char *const *a, const char *const *b)
{
  if (g_strv_length ((char **)a) != g_strv_length ((char **)b))
    return FALSE;
  for (guint i = 0; a[i] != NULL; i++)
    if (!g_strv_contains (b, a[i]))
      return FALSE;
  return TRUE;
}

static gboolean
differs (const char *given, const char *current)
{
  return given != NULL && g_strcmp0 (given, current) != 0;
}

/* What is not given stays, so it makes no difference. */
static gboolean
changes_unit (SkhUnitImport *self, const SkhUnitDraft *draft, const SkhUnit *unit)
{
  guint n;
  const SkhUnit *units = skh_ledger_get_units (self->ledger, &n);
  const char *parent = unit->parent != SKH_NO_INDEX ? units[unit->parent].code : NULL;

  return differs (draft->name, unit->name)
         || differs (draft->short_name, unit->short_name)
         || differs (draft->parent, parent)
         || (draft->opened != SKH_DATE_NONE && draft->opened != unit->opened)
         || (draft->closed != SKH_DATE_NONE && draft->closed != unit->closed)
         || (draft->groups != NULL && !has_same_groups (draft->groups, unit->groups));
}

static SkhImportOutcome
get_outcome (SkhUnitImport *self, const SkhUnitDraft *draft)
{
  const SkhUnit *units = skh_ledger_get_units (self->ledger, NULL);
  guint index = skh_ledger_find_unit (self->ledger, draft->code);

  if (index == SKH_NO_INDEX)
    return SKH_IMPORT_ADDED;
  return changes_unit (self, draft, &units[index]) ? SKH_IMPORT_CHANGED : SKH_IMPORT_SAME;
}

/**
 * skh_unit_import_preview:
 *
 * Finds what becomes of every row, once all sources are added: rows may name units of
 * other rows as their parents. Writes nothing.
 */
void
skh_unit_import_preview (SkhUnitImport *self)
{
  skh_unit_import_place_units (self);
  memset (self->result.counts, 0, sizeof self->result.counts);
  self->result.n_rows = self->entries->len;
  for (guint i = 0; i < self->entries->len; i++)
    {
      SkhUnitImportRow *row = &skh_unit_import_get_entry (self, i)->row;

      if (row->outcome != SKH_IMPORT_REFUSED)
        row->outcome = get_outcome (self, &row->unit);
      self->result.counts[row->outcome]++;
    }
}

/* — Apply — */

/* The store looks for circles after each unit, so a parent that moves goes before its
   children. Otherwise the list's own order stays. */
static void
append_with_parents (SkhUnitImport *self, guint index, GArray *units, gboolean *placed)
{
  const SkhUnitImportRow *row = &skh_unit_import_get_entry (self, index)->row;

  if (placed[index] || row->outcome == SKH_IMPORT_REFUSED)
    return;
  placed[index] = TRUE;
  if (row->unit.parent != NULL)
    {
      g_autofree char *folded = skh_text_fold (row->unit.parent);
      guint parent = GPOINTER_TO_UINT (g_hash_table_lookup (self->listed, folded));

      if (parent > 0)
        append_with_parents (self, parent - 1, units, placed);
    }
  g_array_append_val (units, row->unit);
}

static gboolean
merge (SkhDatabase *db, gpointer data, GError **error)
{
  SkhUnitImport *self = data;
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (SkhUnitDraft));
  g_autofree gboolean *placed = g_new0 (gboolean, self->entries->len + 1);
  SkhUnitMergeResult result;

  for (guint i = 0; i < self->entries->len; i++)
    append_with_parents (self, i, units, placed);
  if (!skh_unit_store_merge (db, (const SkhUnitDraft *)units->data, units->len, FALSE,
                             &result, error))
    return FALSE;
  self->result.counts[SKH_IMPORT_ADDED] = result.added;
  self->result.counts[SKH_IMPORT_CHANGED] = result.changed;
  self->result.counts[SKH_IMPORT_SAME] = result.same;
  return TRUE;
}

/**
 * skh_unit_import_apply:
 * @workbook: the workbook whose ledger the import was made with
 *
 * Writes the accepted rows as one act, after a preview. The counts are then those of what
 * was written. With nothing accepted nothing is touched.
 *
 * Returns: %FALSE with an error of the store, and nothing written
 */
gboolean
skh_unit_import_apply (SkhUnitImport *self, SkhWorkbook *workbook, GError **error)
{
  if (!skh_import_result_has_work (&self->result))
    return TRUE;
  return skh_workbook_run (workbook, merge, self, error);
}

/* — What came of it — */

/**
 * skh_unit_import_get_result:
 *
 * Returns: (transfer none): the counts; faults are those of single rows first, then those
 *   of how the units stand to each other
 */
const SkhImportResult *
skh_unit_import_get_result (SkhUnitImport *self)
{
  return &self->result;
}

const SkhUnitImportRow *
skh_unit_import_get_row (SkhUnitImport *self, guint index)
{
  return &skh_unit_import_get_entry (self, index)->row;
}

GPtrArray *
skh_unit_import_list_changes (SkhUnitImport *self, SkhImportOutcome outcome, guint limit)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->entries->len && changes->len < limit; i++)
    {
      const SkhUnitImportRow *row = skh_unit_import_get_row (self, i);
      const char *name = row->unit.name != NULL ? row->unit.name : row->unit.code;

      if (row->outcome == outcome && outcome == SKH_IMPORT_ADDED)
        g_ptr_array_add (changes,
                         g_strdup_printf (_ ("Row %u, new: %s"), row->number, name));
      else if (row->outcome == outcome)
        g_ptr_array_add (changes,
                         g_strdup_printf (_ ("Row %u, changed: %s"), row->number, name));
    }
  return changes;
}
