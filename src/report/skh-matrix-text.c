/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-matrix-text.h"

#include "skh-line-words.h"
#include "skh-matrix-private.h"
#include "skh-text.h"

#include <glib/gi18n-lib.h>

/* — One cell — */

const char *
skh_day_fault_get_words (SkhDayFault fault)
{
  switch (fault)
    {
    case SKH_DAY_FAULT_NO_DAY:
      return _ ("This is no day; write it as 15/4 or 15/4/2023.");
    case SKH_DAY_FAULT_FUTURE:
      return _ ("This day is after the day the plan is seen from.");
    case SKH_DAY_FAULT_TOO_EARLY:
      return _ ("This day is more than a year before the plan.");
    case SKH_DAY_FAULT_NONE:
    default:
      return NULL;
    }
}

/* Words people write for a state, folded; besides them the program's own. */
static const struct
{
  SkhState state;
  const char *word;
} words[] = {
  { SKH_STATE_NOT_STARTED, "chua lam" },
  { SKH_STATE_NOT_STARTED, "chua thuc hien" },
  { SKH_STATE_NOT_STARTED, "chua nop" },
  { SKH_STATE_NOT_STARTED, "not started" },
  { SKH_STATE_IN_PROGRESS, "dang lam" },
  { SKH_STATE_IN_PROGRESS, "dang thuc hien" },
  { SKH_STATE_IN_PROGRESS, "in progress" },
  { SKH_STATE_DELIVERED, "da nop" },
  { SKH_STATE_DELIVERED, "nop" },
  { SKH_STATE_DELIVERED, "x" },
  { SKH_STATE_DELIVERED, "delivered" },
  { SKH_STATE_REWORK, "lam lai" },
  { SKH_STATE_REWORK, "tra lai" },
  { SKH_STATE_REWORK, "tra lai lam lai" },
  { SKH_STATE_REWORK, "sent back for rework" },
  { SKH_STATE_REWORK, "rework" },
  { SKH_STATE_NOT_APPLICABLE, "khong ap dung" },
  { SKH_STATE_NOT_APPLICABLE, "not applicable" },
};

/* Signs, which folding takes away. */
static const struct
{
  SkhState state;
  const char *sign;
} signs[] = {
  { SKH_STATE_IN_PROGRESS, "…" },    { SKH_STATE_IN_PROGRESS, "..." },
  { SKH_STATE_DELIVERED, "✔" },      { SKH_STATE_DELIVERED, "✓" },
  { SKH_STATE_REWORK, "↺" },         { SKH_STATE_NOT_APPLICABLE, "–" },
  { SKH_STATE_NOT_APPLICABLE, "-" },
};

static gboolean
find_state (const char *text, SkhState *state)
{
  g_autofree char *folded = skh_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_equal (text, signs[i].sign))
      {
        *state = signs[i].state;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (folded, words[i].word))
      {
        *state = words[i].state;
        return TRUE;
      }
  return FALSE;
}

static SkhDate
parse_day (const char *text, int plan_year)
{
  SkhDate day = skh_date_parse_iso (text);

  return day != SKH_DATE_NONE ? day : skh_date_parse_typed (text, plan_year);
}

/* "đã nộp 12/4": a word of delivery and its day. */
static SkhDate
parse_worded_day (const char *text, int plan_year)
{
  const char *space = strrchr (text, ' ');
  g_autofree char *word = space != NULL ? g_strndup (text, (gsize)(space - text)) : NULL;
  SkhState state;

  if (word == NULL || !find_state (g_strstrip (word), &state)
      || state != SKH_STATE_DELIVERED)
    return SKH_DATE_NONE;
  return parse_day (space + 1, plan_year);
}

static gboolean
take_day (SkhDate day, SkhDate on, int plan_year, SkhAssignmentEdit *edit, char **why)
{
  SkhDayFault fault = skh_line_check_delivery_day (day, on, plan_year);

  edit->fields = SKH_EDIT_STATE | SKH_EDIT_DELIVERED_ON;
  edit->state = SKH_STATE_DELIVERED;
  edit->delivered_on = day;
  if (fault != SKH_DAY_FAULT_NONE)
    *why = g_strdup (skh_day_fault_get_words (fault));
  return fault == SKH_DAY_FAULT_NONE;
}

/* A state by its word; "not applicable: the reason" with the reason. */
static gboolean
take_state (const char *text, SkhDate on, SkhAssignmentEdit *edit, char **reason)
{
  const char *colon = strchr (text, ':');
  g_autofree char *word
    = g_strndup (text, colon != NULL ? (gsize)(colon - text) : strlen (text));

  if (!find_state (g_strstrip (word), &edit->state)
      || (colon != NULL && edit->state != SKH_STATE_NOT_APPLICABLE))
    return FALSE;
  edit->fields = SKH_EDIT_STATE;
  if (edit->state == SKH_STATE_DELIVERED)
    {
      edit->fields |= SKH_EDIT_DELIVERED_ON;
      edit->delivered_on = on;
    }
  if (edit->state == SKH_STATE_NOT_APPLICABLE)
    {
      edit->fields |= SKH_EDIT_REASON;
      *reason = g_strstrip (g_strdup (colon != NULL ? colon + 1 : ""));
      edit->reason = *reason;
    }
  return TRUE;
}

/**
 * skh_line_parse_cell:
 * @on: the day that "delivered" alone means
 * @reason: (out): owns the edit's reason, or %NULL
 * @why: (out): what is wrong
 *
 * Reads what one cell says of its line: a state by its word or sign, or the day of
 * delivery. What is empty says nothing: no single key may clear a line, nor may an empty
 * cell.
 */
gboolean
skh_line_parse_cell (const char *text,
                     SkhDate on,
                     int plan_year,
                     SkhAssignmentEdit *edit,
                     char **reason,
                     char **why)
{
  g_autofree char *cell = skh_text_normalize_line (text);
  SkhDate day;

  *reason = *why = NULL;
  edit->fields = 0;
  if (*cell == '\0')
    return TRUE;
  day = parse_day (cell, plan_year);
  if (day == SKH_DATE_NONE)
    day = parse_worded_day (cell, plan_year);
  if (day != SKH_DATE_NONE)
    return take_day (day, on, plan_year, edit, why);
  if (!take_state (cell, on, edit, reason))
    {
      *why = g_strdup (_ ("This is no state and no day."));
      return FALSE;
    }
  if (edit->state != SKH_STATE_NOT_APPLICABLE || **reason != '\0')
    return TRUE;
  *why = g_strdup (_ ("“Not applicable” needs a reason; write it after a colon."));
  return FALSE;
}

/* — Copying — */

static char *
dup_line_text (const SkhAssignment *line)
{
  switch ((SkhState)line->line.state)
    {
    case SKH_STATE_NOT_STARTED:
      return g_strdup ("");
    case SKH_STATE_DELIVERED:
      return skh_date_to_text (line->line.delivered_on);
    case SKH_STATE_NOT_APPLICABLE:
      return g_strdup_printf ("%s: %s", skh_state_get_words (line->line.state),
                              line->reason != NULL ? line->reason : "");
    case SKH_STATE_IN_PROGRESS:
    case SKH_STATE_REWORK:
    case SKH_N_STATES:
    default:
      return g_strdup (skh_state_get_words (line->line.state));
    }
}

static char *
dup_cell_text (SkhMatrix *self, guint row, guint column)
{
  const SkhMatrixRow *record = skh_matrix_get_row (self, row);
  guint index = skh_matrix_get_assignment (self, row, column);
  SkhAssignment line;

  if (record->unit == SKH_NO_INDEX)
    return record->counts[column].owed > 0
             ? g_strdup_printf ("%u/%u", record->counts[column].delivered,
                                record->counts[column].owed)
             : g_strdup ("");
  if (index == SKH_NO_INDEX)
    return g_strdup ("");
  line = skh_matrix_get_line (self, index);
  return dup_line_text (&line);
}

/* A tab or a line end inside a cell would make two of it. */
static void
append_cell (GString *text, const char *cell)
{
  for (; *cell != '\0'; cell++)
    g_string_append_c (text,
                       *cell == '\t' || *cell == '\n' || *cell == '\r' ? ' ' : *cell);
}

char *
skh_matrix_dup_text (SkhMatrix *self, const SkhMatrixArea *area)
{
  GString *text = g_string_new (NULL);

  for (guint row = area->first_row; row <= area->last_row; row++)
    {
      for (guint column = area->first_column; column <= area->last_column; column++)
        {
          g_autofree char *cell = dup_cell_text (self, row, column);

          if (column > area->first_column)
            g_string_append_c (text, '\t');
          append_cell (text, cell);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* — Pasting — */

static void
paste_fault_free (SkhPasteFault *fault)
{
  g_free (fault->value);
  g_free (fault->why);
  g_free (fault);
}

void
skh_matrix_paste_free (SkhMatrixPaste *self)
{
  g_array_unref (self->edits);
  g_ptr_array_unref (self->faults);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* Takes why. */
static void
add_fault (SkhMatrixPaste *self, guint row, guint column, const char *value, char *why)
{
  SkhPasteFault *fault = g_new (SkhPasteFault, 1);

  *fault = (SkhPasteFault){ row, column, g_strdup (value), why };
  g_ptr_array_add (self->faults, fault);
}

static gboolean
is_same (const SkhAssignment *line, const SkhAssignmentEdit *edit)
{
  return edit->state == (SkhState)line->line.state
         && (edit->state != SKH_STATE_DELIVERED
             || edit->delivered_on == line->line.delivered_on)
         && (edit->state != SKH_STATE_NOT_APPLICABLE
             || g_strcmp0 (edit->reason, line->reason) == 0);
}

/* "Đã nộp" without a day, over what was delivered, leaves the day that is known. */
static gboolean
keeps_day (const char *text, const SkhAssignment *line, const SkhAssignmentEdit *edit)
{
  return edit->state == SKH_STATE_DELIVERED && line->line.state == SKH_STATE_DELIVERED
         && strpbrk (text, "0123456789") == NULL;
}

static void
take_cell (SkhMatrixPaste *self,
           SkhMatrix *matrix,
           guint row,
           guint column,
           const char *text)
{
  guint index = skh_matrix_get_assignment (matrix, row, column);
  int year = skh_ledger_get_plan (matrix->ledger)->year;
  g_autofree char *reason = NULL;
  SkhAssignmentEdit edit = { .total = -1 };
  SkhAssignment line;
  char *why;

  if (index == SKH_NO_INDEX)
    {
      add_fault (self, row, column, text,
                 g_strdup (skh_matrix_get_unit (matrix, row) == SKH_NO_INDEX
                             ? _ ("This is a heading; it has no state of its own.")
                             : _ ("The unit does not owe this task.")));
      return;
    }
  line = skh_matrix_get_line (matrix, index);
  if (!skh_line_parse_cell (text, matrix->on, year, &edit, &reason, &why))
    add_fault (self, row, column, text, why);
  else if (is_same (&line, &edit) || keeps_day (text, &line, &edit))
    self->n_same++;
  else
    {
      edit.assignment_id = line.id;
      if (reason != NULL)
        edit.reason = g_string_chunk_insert (self->strings, reason);
      g_array_append_val (self->edits, edit);
    }
}

static void
put_cell (SkhMatrixPaste *self,
          SkhMatrix *matrix,
          guint row,
          guint column,
          const char *text)
{
  g_autofree char *there = NULL;
  g_autofree char *cell = g_strstrip (g_strdup (text));

  if (*cell == '\0')
    {
      self->n_empty++;
      return;
    }
  if (row >= matrix->rows->len || column >= matrix->columns->len)
    {
      add_fault (self, row, column, cell,
                 g_strdup (_ ("The grid ends before this cell.")));
      return;
    }
  there = dup_cell_text (matrix, row, column);
  if (g_str_equal (there, cell))
    self->n_same++;
  else
    take_cell (self, matrix, row, column, cell);
}

/* Lines without the empty one that a spreadsheet puts at the end. */
static char **
split_rows (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *unix_ends = NULL;
  g_auto (GStrv) parts = g_strsplit (valid, "\r\n", -1);
  gsize length;

  unix_ends = g_strjoinv ("\n", parts);
  length = strlen (unix_ends);
  if (length > 0 && unix_ends[length - 1] == '\n')
    unix_ends[length - 1] = '\0';
  return g_strsplit (unix_ends, "\n", -1);
}

static void
put_all (SkhMatrixPaste *self, SkhMatrix *matrix, char **rows, const SkhMatrixArea *area)
{
  for (guint row = 0; rows[row] != NULL; row++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[row], "\t", -1);

      for (guint column = 0; cells[column] != NULL; column++)
        put_cell (self, matrix, area->first_row + row, area->first_column + column,
                  cells[column]);
    }
}

/* Headings and what is not owed are passed over: they were chosen with the rest. */
static void
fill_area (SkhMatrixPaste *self,
           SkhMatrix *matrix,
           const char *cell,
           const SkhMatrixArea *area)
{
  for (guint row = area->first_row; row <= area->last_row; row++)
    for (guint column = area->first_column; column <= area->last_column; column++)
      if (skh_matrix_get_assignment (matrix, row, column) != SKH_NO_INDEX)
        put_cell (self, matrix, row, column, cell);
}

/**
 * skh_matrix_read_text:
 * @text: as the clipboard has it from Excel or from a matrix
 * @area: what is selected
 *
 * Says what the text would change, cell by cell, and what it can't. Nothing is changed.
 *
 * Returns: (transfer full): the edits, and the cells that are refused
 */
SkhMatrixPaste *
skh_matrix_read_text (SkhMatrix *self, const char *text, const SkhMatrixArea *area)
{
  SkhMatrixPaste *paste = g_new0 (SkhMatrixPaste, 1);
  g_auto (GStrv) rows = split_rows (text);
  gboolean is_one_cell
    = rows[0] != NULL && rows[1] == NULL && strchr (rows[0], '\t') == NULL;
  gboolean is_one_place
    = area->first_row == area->last_row && area->first_column == area->last_column;

  paste->edits = g_array_new (FALSE, FALSE, sizeof (SkhAssignmentEdit));
  paste->faults = g_ptr_array_new_with_free_func ((GDestroyNotify)paste_fault_free);
  paste->strings = g_string_chunk_new (256);
  if (is_one_cell && !is_one_place)
    fill_area (paste, self, rows[0], area);
  else
    put_all (paste, self, rows, area);
  return paste;
}
