/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the rows of a list to what they say of entries. */
#include "skh-register-import-private.h"

#include "skh-number.h"
#include "skh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A row at the foot says hardly more than a name or a date. */
#define MAX_FOOT_CELLS 2

/* — Header — */

static void
add_name (SkhRegisterImport *self, SkhListColumn *column, guint *n, const char *name)
{
  if (name == NULL || *name == '\0' || *n + 1 >= G_N_ELEMENTS (column->names))
    return;
  column->names[(*n)++] = g_string_chunk_insert_const (self->strings, name);
}

static void
name_column (SkhRegisterImport *self, const SkhField *field)
{
  SkhListColumn column = { .key = field->key };
  g_auto (GStrv) aliases
    = field->aliases != NULL ? g_strsplit (field->aliases, "|", -1) : NULL;
  guint n = 0;

  add_name (self, &column, &n, field->name);
  add_name (self, &column, &n, field->key);
  add_name (self, &column, &n, skh_field_get_title (field));
  add_name (self, &column, &n, field->title);
  for (char **alias = aliases; alias != NULL && *alias != NULL; alias++)
    add_name (self, &column, &n, *alias);
  g_array_append_val (self->wanted, column);
}

/* One column a field, and the running number. */
void
skh_register_import_name_columns (SkhRegisterImport *self)
{
  static const SkhListColumn number
    = { "tt", { "TT", "STT", "Số TT", "Số thứ tự", "No" } };
  guint n;
  const SkhField *fields = skh_register_get_fields (self->reg, &n);

  for (guint i = 0; i < n; i++)
    name_column (self, &fields[i]);
  g_array_append_val (self->wanted, number);
}

/* — Rows that are no entry — */

static guint
count_cells (const SkhListRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->n_cells; i++)
    n += *row->cells[i] != '\0';
  return n;
}

/* The header again at the top of a page, or its second row, where columns stand under a
   heading they share. */
static gboolean
repeats_header (SkhRegisterImport *self,
                const SkhListRow *row,
                const SkhListRow *header,
                const guint *columns)
{
  guint n_same = 0;

  for (guint i = 0; i < self->wanted->len; i++)
    {
      const char *cell = skh_list_row_get_cell (row, columns[i]);

      if (columns[i] == SKH_LIST_NO_COLUMN || *cell == '\0')
        continue;
      if (g_str_equal (cell, skh_list_row_get_cell (header, columns[i])))
        n_same++;
      else if (i + 1 == self->wanted->len
               || skh_register_get_field (self->reg, i)->type != SKH_FIELD_COUNT)
        return FALSE;
    }
  return n_same > 0;
}

static gboolean
is_numbered (SkhRegisterImport *self, const SkhListRow *row, const guint *columns)
{
  gint64 number;

  return skh_number_parse (skh_list_row_get_cell (row, columns[self->wanted->len - 1]),
                           &number);
}

/* — Cells — */

static gboolean
is_total_heading (const char *text)
{
  g_autofree char *folded = skh_text_fold (text);

  return g_str_equal (folded, "tong so") || g_str_equal (folded, "tong");
}

/* The whole of a count, where the list keeps it in a column of its own beside the n. */
static const char *
get_total (const SkhListSource *source, const SkhListRow *row, guint header, guint column)
{
  for (guint i = header; i < MIN (header + 2, source->rows->len); i++)
    if (is_total_heading (skh_list_row_get_cell (source->rows->pdata[i], column + 1)))
      return skh_list_row_get_cell (row, column + 1);
  return "";
}

static char *
dup_cell (const SkhField *field,
          const SkhListSource *source,
          const SkhListRow *row,
          guint header,
          guint column)
{
  const char *cell = skh_list_row_get_cell (row, column);
  const char *total;

  if (field->type != SKH_FIELD_COUNT || *cell == '\0' || strchr (cell, '/') != NULL)
    return g_strdup (cell);
  total = get_total (source, row, header, column);
  return *total != '\0' ? g_strconcat (cell, "/", total, NULL) : g_strdup (cell);
}

static SkhImportFault *
new_fault (SkhRegisterImport *self, const SkhRegisterImportLine *line, guint field)
{
  SkhImportFault *fault = g_new0 (SkhImportFault, 1);
  guint column = field != SKH_NO_FIELD ? line->columns[field] : SKH_LIST_NO_COLUMN;

  fault->file = g_strdup (line->row.file);
  fault->sheet = g_strdup (line->row.sheet);
  fault->cell
    = skh_list_cell_name (line->row.number, column != SKH_LIST_NO_COLUMN ? column : 0);
  return fault;
}

/* why: (transfer full) */
void
skh_register_import_note (SkhRegisterImport *self,
                          const SkhRegisterImportLine *line,
                          guint field,
                          char *why)
{
  SkhImportFault *note = new_fault (self, line, field);

  note->value = skh_field_dup_text (skh_register_get_field (self->reg, field),
                                    skh_entry_get_value (line->row.entry, field));
  note->why = why;
  g_ptr_array_add (self->result.notes, note);
}

/**
 * skh_register_import_refuse:
 * @field: where the fault is, or %SKH_NO_FIELD for the whole row
 *
 * Notes a fault of a row, which is then refused. All faults of a row are told.
 */
void
skh_register_import_refuse (SkhRegisterImport *self,
                            SkhRegisterImportLine *line,
                            guint field,
                            const char *value,
                            const char *why)
{
  SkhImportFault *fault = new_fault (self, line, field);
  const SkhField *of
    = field != SKH_NO_FIELD ? skh_register_get_field (self->reg, field) : NULL;

  fault->value = g_strdup (value);
  fault->why = of != NULL ? g_strdup_printf ("%s: %s", skh_field_get_title (of), why)
                          : g_strdup (why);
  g_ptr_array_add (self->result.faults, fault);
  line->row.outcome = SKH_IMPORT_REFUSED;
}

static void
read_cell (SkhRegisterImport *self,
           SkhRegisterImportLine *line,
           guint i,
           const SkhListSource *source,
           const SkhListRow *row,
           guint header)
{
  const SkhField *field = skh_register_get_field (self->reg, i);
  g_autofree char *text = NULL;
  g_autofree char *fault = NULL;

  if (line->columns[i] == SKH_LIST_NO_COLUMN || !skh_field_is_typed (field))
    return;
  text = dup_cell (field, source, row, header, line->columns[i]);
  if (skh_entry_set_typed (line->typed, i, text, self->default_year, &fault))
    return;
  skh_register_import_refuse (self, line, i, text, fault);
  line->is_faulty = TRUE;
}

static void
read_row (SkhRegisterImport *self,
          const SkhListSource *source,
          const SkhListRow *row,
          guint header,
          guint *columns)
{
  SkhRegisterImportLine *line = g_new0 (SkhRegisterImportLine, 1);

  line->row.file = g_string_chunk_insert_const (self->strings, source->file);
  if (source->sheet != NULL)
    line->row.sheet = g_string_chunk_insert_const (self->strings, source->sheet);
  line->row.number = row->number;
  line->columns = columns;
  line->typed = skh_entry_new (self->reg);
  g_ptr_array_add (self->lines, line);
  for (guint i = 0; i < skh_register_get_n_fields (self->reg); i++)
    read_cell (self, line, i, source, row, header);
}

static void
read_rows (SkhRegisterImport *self,
           const SkhListSource *source,
           guint header,
           guint *columns)
{
  const SkhListRow *heading = source->rows->pdata[header];
  gboolean all_numbered = columns[self->wanted->len - 1] != SKH_LIST_NO_COLUMN;

  for (guint i = header + 1; i < source->rows->len; i++)
    {
      const SkhListRow *row = source->rows->pdata[i];
      gboolean numbered = is_numbered (self, row, columns);

      if (repeats_header (self, row, heading, columns)
          || (all_numbered && !numbered && count_cells (row) <= MAX_FOOT_CELLS))
        {
          self->result.n_skipped++;
          continue;
        }
      all_numbered &= numbered;
      read_row (self, source, row, header, columns);
    }
}

/* A list that names none of what must be filled in is another list. */
static gboolean
has_required (SkhRegisterImport *self, const guint *columns)
{
  gboolean asks = FALSE;

  for (guint i = 0; i < skh_register_get_n_fields (self->reg); i++)
    {
      const SkhField *field = skh_register_get_field (self->reg, i);

      if (!(field->flags & SKH_FIELD_REQUIRED) || field->derive != NULL)
        continue;
      asks = TRUE;
      if (columns[i] != SKH_LIST_NO_COLUMN)
        return TRUE;
    }
  return !asks;
}

static char *
dup_required (SkhRegisterImport *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < skh_register_get_n_fields (self->reg); i++)
    {
      const SkhField *field = skh_register_get_field (self->reg, i);

      if ((field->flags & SKH_FIELD_REQUIRED) && field->derive == NULL)
        g_string_append_printf (names, "%s“%s”", names->len > 0 ? ", " : "", field->name);
    }
  if (names->len == 0)
    g_string_append_printf (names, "“%s”", skh_register_get_field (self->reg, 0)->name);
  return g_string_free (names, FALSE);
}

/**
 * skh_register_import_add_source:
 * @source: a list with a header that names what an entry must have
 *
 * Reads the rows of one more list.
 *
 * Returns: %FALSE with %SKH_IMPORT_ERROR_NO_HEADER, and nothing of @source taken
 */
gboolean
skh_register_import_add_source (SkhRegisterImport *self,
                                const SkhListSource *source,
                                GError **error)
{
  guint *columns = g_new0 (guint, self->wanted->len);
  guint header;
  g_autofree char *names = NULL;

  g_ptr_array_add (self->mappings, columns);
  if (skh_list_source_find_header (source, (SkhListColumn *)self->wanted->data,
                                   self->wanted->len, columns, &header)
      && has_required (self, columns))
    {
      g_ptr_array_set_size (self->result.faults, (int)self->n_reading_faults);
      read_rows (self, source, header, columns);
      self->n_reading_faults = self->result.faults->len;
      self->result.n_rows = self->lines->len;
      skh_import_result_note_source (&self->result, source);
      self->n_reading_notes = self->result.notes->len;
      return TRUE;
    }
  names = dup_required (self);
  g_set_error (error, SKH_IMPORT_ERROR, SKH_IMPORT_ERROR_NO_HEADER,
               _ (
                 "“%s” has no header row with %s in its first twenty rows. Add one above "
                 "the list."),
               source->file, names);
  return FALSE;
}

gboolean
skh_register_import_add_file (SkhRegisterImport *self,
                              const char *path,
                              const char *sheet,
                              GError **error)
{
  g_autoptr (SkhListSource) source
    = skh_list_source_read_best (path, sheet, (SkhListColumn *)self->wanted->data,
                                 self->wanted->len, error);

  return source != NULL && skh_register_import_add_source (self, source, error);
}
