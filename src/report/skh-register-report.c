/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A register as a report: its columns from the declaration, its rows from a query, read
   page by page while they are rendered. */
#include "skh-register-report.h"

#include "skh-register-store.h"
#include "skh-report-parts.h"

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

static void
add_table (SkhReport *report, const SkhRegister *reg, Source *source)
{
  g_autofree char *sheet = dup_sheet_name (skh_register_get_name (reg));
  g_autofree char *empty
    = g_strdup_printf ("Không có %s.", skh_register_get_one_name (reg));
  SkhTable *table = skh_report_add_table (report, sheet, skh_register_get_name (reg));
  SkhColumn *number = skh_table_add_column (table, SKH_COLUMN_NUMBER, "TT", 6);

  number->centred = TRUE;
  skh_table_set_empty_text (table, empty);
  for (guint i = 0; i < source->fields->len; i++)
    add_column (table,
                skh_register_get_field (reg, g_array_index (source->fields, guint, i)));
  skh_table_set_rows (table, give_row, source, source_free);
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
  SkhReport *report = skh_report_new ();
  Source *source = source_new (workbook, query);

  skh_report_fill_title_block (report, ledger, on, "SỔ THEO DÕI",
                               g_utf8_strdown (skh_register_get_name (query->reg), -1));
  add_table (report, query->reg, source);
  g_object_set_data (G_OBJECT (report), "skh-register-source", source);
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
  Source *source = g_object_get_data (G_OBJECT (report), "skh-register-source");

  if (source->error == NULL)
    return FALSE;
  g_propagate_error (error, g_error_copy (source->error));
  return TRUE;
}
