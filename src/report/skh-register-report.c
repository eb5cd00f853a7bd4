/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A register as a report: its columns from the declaration, its rows from a query, read
   page by page while they are rendered. */
#include "skh-register-report.h"

#include "skh-register-store.h"
#include "skh-report-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PAGE 500

/* A tab's name holds at most so many characters. */
#define MAX_SHEET_NAME 31

typedef struct
{
  SkhWorkbook *workbook;
  SkhRegisterQuery *query;
  GArray *fields; /* guint, the columns after TT */
  SkhRegisterCursor *cursor;
  GPtrArray *page;  /* SkhEntry */
  guint first;      /* the row number of the page's first */
  GPtrArray *texts; /* of the row that was given last */
  GError *error;
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_object_unref (source->workbook);
  skh_register_query_free (source->query);
  g_array_unref (source->fields);
  skh_register_cursor_free (source->cursor);
  g_clear_pointer (&source->page, g_ptr_array_unref);
  g_ptr_array_unref (source->texts);
  g_clear_error (&source->error);
  g_free (source);
}

/* — Rows — */

static gboolean
read_page (SkhDatabase *db, gpointer data, GError **error)
{
  Source *source = data;

  g_clear_pointer (&source->page, g_ptr_array_unref);
  source->page
    = skh_register_store_read_page (db, source->query, source->cursor, PAGE, NULL, error);
  return source->page != NULL;
}

/* The entry of a row; NULL after the last. Rows are asked for in order. */
static SkhEntry *
get_entry (Source *source, guint index)
{
  if (index == 0)
    {
      skh_register_cursor_free (source->cursor);
      source->cursor = skh_register_cursor_new ();
      g_clear_pointer (&source->page, g_ptr_array_unref);
      source->first = 0;
    }
  if (source->page != NULL && index < source->first + source->page->len)
    return source->page->pdata[index - source->first];
  if (source->error != NULL || skh_register_cursor_is_at_end (source->cursor))
    return NULL;
  source->first = index;
  if (!skh_workbook_run (source->workbook, read_page, source, &source->error)
      || source->page->len == 0)
    return NULL;
  return source->page->pdata[0];
}

static void
set_text (Source *source, SkhCell *cell, const SkhField *field, const SkhValue *value)
{
  char *text = skh_field_dup_paper_text (field, value);

  g_ptr_array_add (source->texts, text);
  skh_cell_set_text (cell, *text != '\0' ? text : NULL);
}

/* n, N and their ratio; n alone where there is no whole. */
static void
set_count (SkhCell *cells, const SkhValue *value)
{
  if (!value->is_set)
    return;
  skh_cell_set_number (&cells[0], value->number);
  if (value->total < 0)
    return;
  skh_cell_set_number (&cells[1], value->total);
  if (value->total > 0)
    skh_cell_set_ratio (&cells[2], (double)value->number / (double)value->total);
}

/* Returns how many cells it filled. */
static guint
set_cells (Source *source, SkhCell *cells, const SkhField *field, const SkhValue *value)
{
  if (field->type == SKH_FIELD_COUNT)
    {
      set_count (cells, value);
      return 3;
    }
  if (field->type == SKH_FIELD_NUMBER && value->is_set)
    skh_cell_set_number (cells, value->number);
  else if (field->type == SKH_FIELD_DAY && value->is_set)
    skh_cell_set_date (cells, value->day);
  else
    set_text (source, cells, field, value);
  return 1;
}

static gboolean
give_row (SkhTable *table, guint index, SkhRow *row, gpointer data)
{
  Source *source = data;
  SkhEntry *entry = get_entry (source, index);
  guint cell = 1;

  if (entry == NULL)
    return FALSE;
  g_ptr_array_set_size (source->texts, 0);
  skh_cell_set_number (&row->cells[0], index + 1);
  for (guint i = 0; i < source->fields->len; i++)
    {
      guint field = g_array_index (source->fields, guint, i);

      cell += set_cells (source, &row->cells[cell],
                         skh_register_get_field (source->query->reg, field),
                         skh_entry_get_value (entry, field));
    }
  return TRUE;
}

/* — Columns — */

static void
add_column (SkhTable *table, const SkhField *field)
{
  SkhColumn *column;

  if (field->type == SKH_FIELD_COUNT)
    {
      skh_report_add_share_columns (table, field->name);
      return;
    }
  column = skh_table_add_column (table,
                                 field->type == SKH_FIELD_NUMBER ? SKH_COLUMN_NUMBER
                                 : field->type == SKH_FIELD_DAY  ? SKH_COLUMN_DATE
                                                                 : SKH_COLUMN_TEXT,
                                 field->name, skh_field_get_width (field));
  column->centred = field->type == SKH_FIELD_PERIOD;
}

static char *
dup_sheet_name (const char *name)
{
  g_autofree char *clean = g_strdup (name);
  g_autofree char *cut = NULL;

  g_strdelimit (clean, "[]:*?/\\'", ' ');
  cut = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), MAX_SHEET_NAME));
  g_strstrip (cut);
  return g_strdup (*cut != '\0' ? cut : "1");
}

static GArray *
list_columns (const SkhRegisterQuery *query)
{
  GArray *fields;

  if (query->columns->len == 0)
    return skh_register_list_report_fields (query->reg);
  fields = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (fields, query->columns->data, query->columns->len);
  return fields;
}

static Source *
source_new (SkhWorkbook *workbook, const SkhRegisterQuery *query)
{
  Source *source = g_new0 (Source, 1);

  source->workbook = g_object_ref (workbook);
  source->query = skh_register_query_copy (query);
  source->fields = list_columns (query);
  source->cursor = skh_register_cursor_new ();
  source->texts = g_ptr_array_new_with_free_func (g_free);
  return source;
}

/* The sources are the tables'; the report remembers them to ask whether all was read. */
static void
remember_source (SkhReport *report, Source *source)
{
  GPtrArray *sources = g_object_get_data (G_OBJECT (report), "skh-register-sources");

  if (sources == NULL)
    {
      sources = g_ptr_array_new ();
      g_object_set_data_full (G_OBJECT (report), "skh-register-sources", sources,
                              (GDestroyNotify)g_ptr_array_unref);
    }
  g_ptr_array_add (sources, source);
}

static void
add_table (SkhReport *report, const char *sheet_name, const char *title, Source *source)
{
  const SkhRegister *reg = source->query->reg;
  g_autofree char *sheet = dup_sheet_name (sheet_name);
  g_autofree char *empty
    = g_strdup_printf ("Không có %s.", skh_register_get_one_name (reg));
  SkhTable *table = skh_report_add_table (report, sheet, title);
  SkhColumn *number = skh_table_add_column (table, SKH_COLUMN_NUMBER, "TT", 6);

  number->centred = TRUE;
  skh_table_set_empty_text (table, empty);
  for (guint i = 0; i < source->fields->len; i++)
    add_column (table,
                skh_register_get_field (reg, g_array_index (source->fields, guint, i)));
  skh_table_set_rows (table, give_row, source, source_free);
  remember_source (report, source);
}

static SkhReport *
new_report (SkhLedger *ledger, const SkhRegisterQuery *query, SkhDate on)
{
  SkhReport *report = skh_report_new ();

  skh_report_fill_title_block (report, ledger, on, "SỔ THEO DÕI",
                               g_utf8_strdown (skh_register_get_name (query->reg), -1));
  return report;
}

/**
 * skh_register_report_new:
 * @ledger: whose office's letterhead it carries
 * @query: which entries, in which order; its columns, or the register's own on paper
 * @on: the day it is seen from
 *
 * Returns: (transfer full): the register as a report. Its rows are read from @workbook
 *   while it is rendered, each time anew: see skh_register_report_has_failed().
 */
SkhReport *
skh_register_report_new (SkhWorkbook *workbook,
                         SkhLedger *ledger,
                         const SkhRegisterQuery *query,
                         SkhDate on)
{
  SkhReport *report = new_report (ledger, query, on);
  const char *name = skh_register_get_name (query->reg);

  add_table (report, name, name, source_new (workbook, query));
  return report;
}

/* — A table a unit — */

static guint
find_unit_field (SkhRegister *reg)
{
  guint n;
  const SkhField *fields = skh_register_get_fields (reg, &n);

  for (guint i = 0; i < n; i++)
    if (fields[i].type == SKH_FIELD_UNIT)
      return i;
  return SKH_NO_FIELD;
}

static SkhRegisterQuery *
dup_query_of_unit (const SkhRegisterQuery *query, guint field, const SkhUnit *unit)
{
  SkhRegisterQuery *copy = skh_register_query_copy (query);
  SkhValue value = {
    .is_set = TRUE,
    .id = unit->id,
    .text = g_strdup (unit->name),
    .code = g_strdup (unit->code),
  };

  skh_register_query_clear_filters (copy, field);
  skh_register_query_add_filter (copy, field, SKH_FILTER_IS, &value);
  return copy;
}

typedef struct
{
  const SkhRegisterQuery *query;
  guint field;
  GHashTable *units; /* gint64 * of units that have entries of the query */
} Counting;

static gboolean
find_units (SkhDatabase *db, gpointer data, GError **error)
{
  Counting *counting = data;
  g_autoptr (SkhRegisterCursor) cursor = skh_register_cursor_new ();

  while (!skh_register_cursor_is_at_end (cursor))
    {
      g_autoptr (GPtrArray) page
        = skh_register_store_read_page (db, counting->query, cursor, PAGE, NULL, error);

      if (page == NULL)
        return FALSE;
      for (guint i = 0; i < page->len; i++)
        {
          gint64 id = skh_entry_get_value (page->pdata[i], counting->field)->id;

          if (!g_hash_table_contains (counting->units, &id))
            g_hash_table_add (counting->units, g_memdup2 (&id, sizeof id));
        }
    }
  return TRUE;
}

/* Two units may be called the same, two sheets not. */
static char *
dup_unit_sheet_name (const SkhUnit *unit, GHashTable *taken)
{
  char *name = dup_sheet_name (unit->short_name);

  for (guint i = 2; !g_hash_table_add (taken, g_utf8_casefold (name, -1)); i++)
    {
      g_autofree char *cut = g_utf8_substring (unit->short_name, 0,
                                               MIN (g_utf8_strlen (unit->short_name, -1),
                                                    MAX_SHEET_NAME - 5));
      g_autofree char *numbered = g_strdup_printf ("%s %u", cut, i);

      g_free (name);
      name = dup_sheet_name (numbered);
    }
  return name;
}

/**
 * skh_register_report_new_by_unit:
 *
 * The same with a table a unit, each on a sheet of its own, in the units' order; entries
 * without a unit are left out.
 *
 * Returns: (transfer full): the report, or %NULL with an error of the store, INVALID
 * where the register has no units
 */
SkhReport *
skh_register_report_new_by_unit (SkhWorkbook *workbook,
                                 SkhLedger *ledger,
                                 const SkhRegisterQuery *query,
                                 SkhDate on,
                                 GError **error)
{
  Counting counting = { .query = query, .field = find_unit_field (query->reg) };
  g_autoptr (GHashTable) found
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) taken
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SkhReport *report;
  guint n;
  const SkhUnit *units = skh_ledger_get_units (ledger, &n);

  counting.units = found;
  if (counting.field == SKH_NO_FIELD)
    {
      g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID,
                   _ ("The lines of “%s” have no unit."),
                   skh_register_get_title (query->reg));
      return NULL;
    }
  if (!skh_workbook_run (workbook, find_units, &counting, error))
    return NULL;
  report = new_report (ledger, query, on);
  for (guint i = 0; i < n; i++)
    if (g_hash_table_contains (found, &units[i].id))
      {
        g_autoptr (SkhRegisterQuery) of_unit
          = dup_query_of_unit (query, counting.field, &units[i]);
        g_autofree char *sheet = dup_unit_sheet_name (&units[i], taken);

        add_table (report, sheet, units[i].name, source_new (workbook, of_unit));
      }
  return report;
}

/**
 * skh_register_report_has_failed:
 *
 * Returns: %TRUE with @error when its rows could not all be read while it was rendered;
 *   what was rendered is then not whole and must not be kept
 */
gboolean
skh_register_report_has_failed (SkhReport *report, GError **error)
{
  GPtrArray *sources = g_object_get_data (G_OBJECT (report), "skh-register-sources");

  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      const Source *source = sources->pdata[i];

      if (source->error == NULL)
        continue;
      g_propagate_error (error, g_error_copy (source->error));
      return TRUE;
    }
  return FALSE;
}
