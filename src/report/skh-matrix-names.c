/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a matrix is called, part by part: what assistive technology reads, and tooltips.
 */
#include "skh-line-words.h"
#include "skh-matrix-private.h"

#include <glib/gi18n-lib.h>

static const char *
get_row_title (SkhMatrix *self, const SkhMatrixRow *row)
{
  return row->unit != SKH_NO_INDEX
           ? skh_ledger_get_units (self->ledger, NULL)[row->unit].name
           : skh_ledger_get_groups (self->ledger, NULL)[row->group].name;
}

char *
skh_matrix_dup_row_name (SkhMatrix *self, guint row)
{
  const SkhMatrixRow *record = skh_matrix_get_row (self, row);

  return g_strdup_printf (_ ("%s, %u of %u delivered"), get_row_title (self, record),
                          record->rates.actual, record->rates.expected);
}

const char *
skh_matrix_get_column_title (SkhMatrix *self, guint column)
{
  return skh_matrix_get_column (self, column)->title;
}

static char *
dup_heading_cell_name (SkhMatrix *self, const SkhMatrixRow *row, guint column)
{
  const SkhMatrixCount *count = &row->counts[column];
  const char *title = skh_matrix_get_column_title (self, column);

  if (count->owed == 0)
    return g_strdup_printf (_ ("%s, %s, not owed"), get_row_title (self, row), title);
  return g_strdup_printf (_ ("%s, %s, %u of %u delivered"), get_row_title (self, row),
                          title, count->delivered, count->owed);
}

static void
append_words (GString *text, const char *format, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  g_string_append_printf (text, ", %s%s%s", parts[0], words,
                          parts[1] != NULL ? parts[1] : "");
}

/* "in progress, overdue by 15 days, done: 11/12": how it stands, and what the sign alone
 * can't say. */
static char *
dup_line_words (SkhMatrix *self, guint index)
{
  SkhAssignment line = skh_matrix_get_line (self, index);
  g_autofree char *words
    = skh_status_dup_words (skh_ledger_get_status (self->ledger, &line, self->on),
                            line.line.delivered_on);
  g_autofree char *count = NULL;
  GString *text = g_string_new (NULL);

  if (line.line.state == SKH_STATE_IN_PROGRESS || line.line.state == SKH_STATE_REWORK)
    g_string_append_printf (text, "%s, ", skh_state_get_words (line.line.state));
  g_string_append (text, words);
  if (line.count >= 0 && line.total >= 0)
    {
      count = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, line.count,
                               line.total);
      append_words (text, _ ("done: %s"), count);
    }
  if (line.line.state == SKH_STATE_NOT_APPLICABLE && line.reason != NULL)
    append_words (text, _ ("reason: %s"), line.reason);
  if (skh_ledger_is_missing (self->ledger, &line, self->on))
    append_words (text, "%s", _ ("a document or figure is missing"));
  return g_string_free (text, FALSE);
}

char *
skh_matrix_dup_cell_name (SkhMatrix *self, guint row, guint column)
{
  const SkhMatrixRow *record = skh_matrix_get_row (self, row);
  const char *title = skh_matrix_get_column_title (self, column);
  const char *mark = skh_matrix_get_mark (self, row, column);
  guint index = skh_matrix_get_assignment (self, row, column);
  g_autofree char *words = NULL;

  if (record->unit == SKH_NO_INDEX)
    return dup_heading_cell_name (self, record, column);
  words
    = index != SKH_NO_INDEX ? dup_line_words (self, index) : g_strdup (_ ("not owed"));
  return g_strdup_printf ("%s, %s, %s%s%s", get_row_title (self, record), title, words,
                          mark != NULL ? ". " : "", mark != NULL ? mark : "");
}
