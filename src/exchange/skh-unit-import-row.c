/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of a list of units: what kind of row it is, and what it says of its unit. */
#include "skh-unit-import-private.h"

#include "skh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* — Rows that are no unit — */

static const char *
get_first_text (const SkhListRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (*row->cells[i] != '\0')
      return row->cells[i];
  return "";
}

static gboolean
is_total (const SkhListRow *row, const guint *columns)
{
  static const char *const words[] = { "tong", "tong cong", "tong so", "cong", NULL };
  const char *name = skh_list_row_get_cell (row, columns[SKH_UNIT_COLUMN_NAME]);
  g_autofree char *first = skh_text_fold (get_first_text (row));
  g_autofree char *folded_name = skh_text_fold (name);

  g_strdelimit (first, ":", '\0');
  g_strdelimit (folded_name, ":", '\0');
  return g_strv_contains (words, first) || g_strv_contains (words, folded_name);
}

/* "IV", "IV." */
static gsize
get_roman_length (const char *text)
{
  gsize n = strspn (text, "IVXLC");

  return n > 0 && text[n] == '.' ? n + 1 : n;
}

/* What a heading says: a group's name, or the one text of its row, after a Roman numeral,
   which stands in a cell of its own or before the text. NULL when the row is no heading.
 */
static const char *
get_heading (SkhUnitImport *self, const SkhListRow *row, const guint *columns)
{
  const char *name = skh_list_row_get_cell (row, columns[SKH_UNIT_COLUMN_NAME]);
  const char *numeral = get_first_text (row);
  const char *text = NULL;
  gsize n = get_roman_length (numeral);

  if (n > 0 && numeral[n] == '\0' && skh_unit_import_look_up (self->groups, name) != NULL)
    return name;
  for (guint i = 0; i < row->n_cells; i++)
    if (*row->cells[i] != '\0' && row->cells[i] != numeral)
      {
        if (text != NULL)
          return NULL;
        text = row->cells[i];
      }
  if (text != NULL)
    return n > 0 && numeral[n] == '\0' ? text : NULL;
  if (n > 0 && numeral[n - 1] == '.' && numeral[n] == ' ')
    return numeral + n + 1;
  return NULL;
}

/* A row whose only text is a group's name is a heading too. */
static const char *
get_lone_group (SkhUnitImport *self, const SkhListRow *row)
{
  const char *first = get_first_text (row);

  for (guint i = 0; i < row->n_cells; i++)
    if (*row->cells[i] != '\0' && row->cells[i] != first)
      return NULL;
  return skh_unit_import_look_up (self->groups, first);
}

/* — Cells — */

static const char *
get_text (SkhUnitImport *self,
          const SkhUnitImportEntry *entry,
          const SkhListRow *row,
          SkhUnitColumn column)
{
  const char *cell = skh_list_row_get_cell (row, entry->columns[column]);

  return *cell != '\0' ? skh_plan_draft_string (self->strings, cell) : NULL;
}

static SkhDate
get_day (SkhUnitImport *self,
         SkhUnitImportEntry *entry,
         const SkhListRow *row,
         SkhUnitColumn column)
{
  const char *text = skh_list_row_get_cell (row, entry->columns[column]);
  SkhDate day = skh_date_parse_typed (text, 0);

  if (*text != '\0' && day == SKH_DATE_NONE)
    skh_unit_import_refuse (self, entry, column, text,
                            _ ("This is no day of the calendar; write it as 15/4/2023."));
  return day;
}

/* A counted group has no units of its own: it is counted at those of another. */
static gboolean
is_counted (SkhUnitImport *self, const char *code)
{
  guint group = skh_ledger_find_group (self->ledger, code);

  return group != SKH_NO_INDEX
         && skh_ledger_get_groups (self->ledger, NULL)[group].counts != NULL;
}

static const char *
find_group (SkhUnitImport *self, const char *text)
{
  const char *code = skh_unit_import_look_up (self->groups, text);

  return code != NULL && code != skh_unit_import_ambiguous && !is_counted (self, code)
           ? code
           : NULL;
}

static void
add_groups (SkhUnitImport *self,
            SkhUnitImportEntry *entry,
            const char *text,
            const char *separators,
            GPtrArray *codes)
{
  g_auto (GStrv) parts = g_strsplit_set (text, separators, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);
      const char *code = find_group (self, part);

      if (code == NULL && strchr (part, ',') != NULL)
        add_groups (self, entry, part, ",", codes);
      else if (code != NULL && !g_ptr_array_find (codes, code, NULL))
        g_ptr_array_add (codes, (gpointer)code);
      else if (code == NULL && *part != '\0')
        skh_unit_import_refuse (
          self, entry, SKH_UNIT_COLUMN_GROUPS, part,
          _ ("There is no group “%s” that units belong to; write the "
             "name or code of one that is there."),
          part);
    }
}

/* The cell's groups; else the heading's, unless the unit belongs to it already, among
   others that the heading does not speak of. */
static const char *const *
get_groups (SkhUnitImport *self, SkhUnitImportEntry *entry, const SkhListRow *row)
{
  const char *text = skh_list_row_get_cell (row, entry->columns[SKH_UNIT_COLUMN_GROUPS]);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  if (*text != '\0')
    add_groups (self, entry, text, ";", codes);
  else if (self->group != NULL)
    g_ptr_array_add (codes, (gpointer)self->group);
  if (codes->len == 0)
    return NULL;
  g_ptr_array_add (codes, NULL);
  return skh_plan_draft_list (self->strings, (const char *const *)codes->pdata);
}

static const SkhUnit *
find_unit (SkhUnitImport *self, const char *code)
{
  guint index = code != NULL ? skh_ledger_find_unit (self->ledger, code) : SKH_NO_INDEX;

  return index != SKH_NO_INDEX ? &skh_ledger_get_units (self->ledger, NULL)[index] : NULL;
}

static void
keep_groups (SkhUnitImport *self, SkhUnitImportEntry *entry, const SkhListRow *row)
{
  const SkhUnit *unit = find_unit (self, entry->row.unit.code);
  const char *text = skh_list_row_get_cell (row, entry->columns[SKH_UNIT_COLUMN_GROUPS]);

  if (unit != NULL && *text == '\0' && self->group != NULL
      && g_strv_contains (unit->groups, self->group))
    entry->row.unit.groups = NULL;
}

/* — Codes — */

static gboolean
is_taken (SkhUnitImport *self, const char *code)
{
  g_autofree char *folded = skh_text_fold (code);

  return g_hash_table_contains (self->codes, folded)
         || g_hash_table_contains (self->listed, folded)
         || g_hash_table_contains (self->groups, folded);
}

/* A code for a new unit, made from its name; the same list makes the same. */
static const char *
make_code (SkhUnitImport *self, const char *name)
{
  g_autofree char *made = skh_text_make_code (name);
  g_autofree char *code = g_strdup (made);

  for (guint n = 2; *made != '\0' && is_taken (self, code); n++)
    {
      g_free (code);
      code = g_strdup_printf ("%s-%u", made, n);
    }
  return *made != '\0' ? skh_plan_draft_string (self->strings, code) : NULL;
}

static gboolean
is_listed_name (SkhUnitImport *self, const char *name)
{
  g_autofree char *folded = skh_text_fold (name);

  return g_hash_table_contains (self->listed_names, folded);
}

/* The unit's own code in the workbook, by the code given or else by the name. */
static void
find_code (SkhUnitImport *self, SkhUnitImportEntry *entry)
{
  SkhUnitDraft *unit = &entry->row.unit;
  const char *known = unit->code != NULL
                        ? skh_unit_import_look_up (self->codes, unit->code)
                        : skh_unit_import_look_up (self->names, unit->name);

  if (known == skh_unit_import_ambiguous)
    skh_unit_import_refuse (self, entry,
                            unit->code != NULL ? SKH_UNIT_COLUMN_CODE
                                               : SKH_UNIT_COLUMN_NAME,
                            unit->code != NULL ? unit->code : unit->name,
                            _ ("Several units have this name; give the code of the one "
                               "that is meant."));
  else if (known != NULL)
    unit->code = known;
  else if (unit->code == NULL && is_listed_name (self, unit->name))
    skh_unit_import_refuse (self, entry, SKH_UNIT_COLUMN_NAME, unit->name,
                            _ ("The list has this unit already; remove one of the two "
                               "rows."));
  else if (unit->code == NULL)
    unit->code = make_code (self, unit->name);
}

static void
check_code (SkhUnitImport *self, SkhUnitImportEntry *entry)
{
  SkhUnitDraft *unit = &entry->row.unit;
  g_autofree char *folded = skh_text_fold (unit->code);
  guint other = GPOINTER_TO_UINT (g_hash_table_lookup (self->listed, folded));

  if (unit->code == NULL)
    skh_unit_import_refuse (self, entry, SKH_UNIT_COLUMN_NAME, unit->name,
                            _ ("No code can be made of this name; give the unit one."));
  else if (strpbrk (unit->code, " ,;/") != NULL)
    skh_unit_import_refuse (self, entry, SKH_UNIT_COLUMN_CODE, unit->code,
                            _ ("A code has no blanks, commas, semicolons or slashes; "
                               "write for example DU-XA-MAU."));
  else if (find_unit (self, unit->code) == NULL
           && g_strcmp0 (skh_unit_import_look_up (self->groups, unit->code), unit->code)
                == 0)
    skh_unit_import_refuse (self, entry, SKH_UNIT_COLUMN_CODE, unit->code,
                            _ ("This is the code of a group; give the unit another."));
  else if (other > 0)
    skh_unit_import_refuse (self, entry,
                            entry->columns[SKH_UNIT_COLUMN_CODE] != SKH_LIST_NO_COLUMN
                              ? SKH_UNIT_COLUMN_CODE
                              : SKH_UNIT_COLUMN_NAME,
                            unit->code,
                            _ ("Row %u has this unit already; remove one of the two "
                               "rows."),
                            skh_unit_import_get_entry (self, other - 1)->row.number);
}

/* A unit closes after it opens, whichever of the two days the list gives. */
static void
check_days (SkhUnitImport *self, SkhUnitImportEntry *entry)
{
  const SkhUnitDraft *draft = &entry->row.unit;
  const SkhUnit *unit = find_unit (self, draft->code);
  SkhDate opened = draft->opened, closed = draft->closed;
  gboolean closed_given = closed != SKH_DATE_NONE;
  g_autofree char *day = NULL;

  if (opened == SKH_DATE_NONE && unit != NULL)
    opened = unit->opened;
  if (closed == SKH_DATE_NONE && unit != NULL)
    closed = unit->closed;
  if (opened == SKH_DATE_NONE || closed == SKH_DATE_NONE || opened <= closed)
    return;
  day = skh_date_to_text (closed_given ? closed : opened);
  skh_unit_import_refuse (self, entry,
                          closed_given ? SKH_UNIT_COLUMN_CLOSED : SKH_UNIT_COLUMN_OPENED,
                          day,
                          _ ("The unit would close before it opens; correct one of "
                             "the two days."));
}

static void
check_name (SkhUnitImport *self, SkhUnitImportEntry *entry)
{
  const SkhUnitDraft *unit = &entry->row.unit;

  if (unit->name == NULL && find_unit (self, unit->code) == NULL)
    skh_unit_import_refuse (self, entry, SKH_UNIT_COLUMN_NAME, "",
                            _ ("A new unit needs a name; write it in this cell."));
}

/* — The row — */

static void
add_entry (SkhUnitImport *self, const SkhUnitImportEntry *entry)
{
  g_array_append_vals (self->entries, entry, 1);
  if (entry->row.outcome == SKH_IMPORT_REFUSED)
    return;
  g_hash_table_insert (self->listed, skh_text_fold (entry->row.unit.code),
                       GUINT_TO_POINTER (self->entries->len));
  if (entry->row.unit.name != NULL)
    g_hash_table_add (self->listed_names, skh_text_fold (entry->row.unit.name));
}

static void
read_unit (SkhUnitImport *self, SkhUnitImportEntry *entry, const SkhListRow *row)
{
  SkhUnitDraft *unit = &entry->row.unit;

  unit->code = get_text (self, entry, row, SKH_UNIT_COLUMN_CODE);
  unit->name = get_text (self, entry, row, SKH_UNIT_COLUMN_NAME);
  unit->short_name = get_text (self, entry, row, SKH_UNIT_COLUMN_SHORT_NAME);
  unit->opened = get_day (self, entry, row, SKH_UNIT_COLUMN_OPENED);
  unit->closed = get_day (self, entry, row, SKH_UNIT_COLUMN_CLOSED);
  unit->groups = get_groups (self, entry, row);
  entry->parent_text = get_text (self, entry, row, SKH_UNIT_COLUMN_PARENT);
  if (unit->code == NULL && unit->name == NULL)
    {
      skh_unit_import_refuse (self, entry, SKH_UNIT_COLUMN_NAME, get_first_text (row),
                              _ ("The row names no unit; write its name in this cell."));
      return;
    }

  find_code (self, entry);
  if (entry->row.outcome == SKH_IMPORT_REFUSED)
    return;
  check_code (self, entry);
  check_name (self, entry);
  check_days (self, entry);
  keep_groups (self, entry, row);
}

static void
refuse_heading (SkhUnitImport *self, SkhUnitImportEntry *entry, const char *heading)
{
  self->group = NULL;
  skh_unit_import_refuse (
    self, entry, SKH_UNIT_COLUMN_NAME, heading,
    _ ("“%s” is no group of this workbook, so the units below it get "
       "none from it; write the name of one that is there."),
    heading);
}

/**
 * skh_unit_import_read_row:
 * @columns: where the columns stand in @row
 *
 * Takes a row as a heading, as nothing (TỔNG), or as one more entry.
 */
void
skh_unit_import_read_row (SkhUnitImport *self,
                          const char *file,
                          const char *sheet,
                          const SkhListRow *row,
                          const guint *columns)
{
  SkhUnitImportEntry entry
    = { .row = { .file = file, .sheet = sheet, .number = row->number } };
  const char *heading = get_heading (self, row, columns);
  const char *group
    = heading != NULL ? find_group (self, heading) : get_lone_group (self, row);

  memcpy (entry.columns, columns, sizeof entry.columns);
  if (is_total (row, columns) || (group != NULL && group != skh_unit_import_ambiguous))
    {
      self->result.n_skipped++;
      if (group != NULL)
        self->group = group;
      return;
    }
  if (heading != NULL)
    refuse_heading (self, &entry, heading);
  else
    read_unit (self, &entry, row);
  add_entry (self, &entry);
}
