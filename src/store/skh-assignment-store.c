/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Editing lines of checklists: validated against the line as it is, written as one act,
   and refused as a whole when one edit is. */
#include "skh-edit-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* A line as it is now; what messages call it is looked up when one is needed. */
typedef struct
{
  SkhDatabase *db;
  gint64 id, task_id, unit_id;
  SkhState state;
  SkhDate delivered_on;
  gint64 count, total;
  gboolean is_empty_return;
  char *document, *note, *reason;
} CurrentLine;

static void
current_line_clear (CurrentLine *line)
{
  g_free (line->document);
  g_free (line->note);
  g_free (line->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CurrentLine, current_line_clear)

static gboolean
load_line (SkhDatabase *db, gint64 id, CurrentLine *line, GError **error)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (db,
                         "SELECT task_id, unit_id, state, delivered_on, count, total,"
                         " empty_return, document, note, reason FROM assignment"
                         " WHERE id = ?1",
                         error);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, id);
  if (!skh_statement_step (row, &local_error))
    {
      if (local_error == NULL)
        local_error
          = g_error_new_literal (SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_FOUND,
                                 _ ("The line is no longer there. Nothing was changed."));
      g_propagate_error (error, local_error);
      return FALSE;
    }

  line->db = db;
  line->id = id;
  line->task_id = skh_statement_get_int (row, 0);
  line->unit_id = skh_statement_get_int (row, 1);
  skh_state_from_string (skh_statement_get_text (row, 2), &line->state);
  line->delivered_on = skh_statement_get_date (row, 3);
  line->count = skh_statement_get_int_or (row, 4, -1);
  line->total = skh_statement_get_int_or (row, 5, -1);
  line->is_empty_return = skh_statement_get_int (row, 6) != 0;
  line->document = skh_statement_dup_text (row, 7);
  line->note = skh_statement_dup_text (row, 8);
  line->reason = skh_statement_dup_text (row, 9);
  return TRUE;
}

/* Prefixes what is wrong with the line it is wrong on. */
static gboolean G_GNUC_PRINTF (3, 4)
  refuse (const CurrentLine *line, GError **error, const char *format, ...)
{
  g_autofree char *unit
    = skh_edit_dup_text (line->db, "SELECT name FROM unit WHERE id = ?1", line->unit_id);
  g_autofree char *task
    = skh_edit_dup_text (line->db, "SELECT no FROM task WHERE id = ?1", line->task_id);
  g_autofree char *why = NULL;
  va_list arguments;

  va_start (arguments, format);
  why = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID, _ ("%s, task %s: %s"),
               unit, task, why);
  return FALSE;
}

/* — The line's own fields — */

static void
replace_text (char **text, const char *with)
{
  g_free (*text);
  *text = with != NULL && *with != '\0' ? g_strdup (with) : NULL;
}

static void
merge_texts (CurrentLine *line, const SkhAssignmentEdit *edit)
{
  if (edit->fields & SKH_EDIT_DOCUMENT)
    replace_text (&line->document, edit->document);
  if (edit->fields & SKH_EDIT_NOTE)
    replace_text (&line->note, edit->note);
  if (edit->fields & SKH_EDIT_REASON)
    replace_text (&line->reason, edit->reason);
}

/* What the line becomes. Counting something of a line begins it; what the office itself
   marks counts, though the form that came was empty. */
static void
merge_edit (CurrentLine *line, const SkhAssignmentEdit *edit)
{
  if (edit->fields & SKH_EDIT_COUNT)
    {
      line->count = edit->count;
      if (edit->total >= 0 || edit->count < 0)
        line->total = edit->total;
      if (!(edit->fields & SKH_EDIT_STATE) && line->state == SKH_STATE_NOT_STARTED
          && edit->count > 0)
        line->state = SKH_STATE_IN_PROGRESS;
    }
  if (edit->fields & SKH_EDIT_STATE)
    {
      line->state = edit->state;
      line->is_empty_return = FALSE;
    }
  if (edit->fields & SKH_EDIT_DELIVERED_ON)
    line->delivered_on = edit->delivered_on;
  merge_texts (line, edit);
  if (line->state != SKH_STATE_DELIVERED)
    line->delivered_on = SKH_DATE_NONE;
  if (line->state != SKH_STATE_NOT_APPLICABLE)
    g_clear_pointer (&line->reason, g_free);
}

static gboolean
check_line (const CurrentLine *line, const SkhAssignmentEdit *edit, GError **error)
{
  if ((edit->fields & SKH_EDIT_DELIVERED_ON) && edit->delivered_on != SKH_DATE_NONE
      && line->state != SKH_STATE_DELIVERED)
    return refuse (
      line, error,
      _ ("a day of delivery belongs to a delivered line; mark it delivered."));
  if (line->state == SKH_STATE_DELIVERED && line->delivered_on == SKH_DATE_NONE)
    return refuse (line, error,
                   _ ("a delivered line needs the day of delivery; enter it."));
  if (line->state == SKH_STATE_NOT_APPLICABLE && line->reason == NULL)
    return refuse (line, error, _ ("“not applicable” needs a reason; enter it."));
  if (line->count >= 0 && line->total >= 0 && line->count > line->total)
    return refuse (line, error,
                   _ ("%" PRId64 " of %" PRId64
                      " is more than all; correct one of the two numbers."),
                   line->count, line->total);
  return TRUE;
}

static gboolean
write_line (SkhDatabase *db, const CurrentLine *line, GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (
    db,
    "UPDATE assignment SET state = ?2, delivered_on = ?3, reason = ?4, count = ?5,"
    " total = ?6, document = ?7, note = ?8, empty_return = ?9 WHERE id = ?1",
    error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, line->id);
  skh_statement_bind_text (statement, 2, skh_state_to_string (line->state));
  skh_statement_bind_date (statement, 3, line->delivered_on);
  skh_statement_bind_text (statement, 4, line->reason);
  skh_statement_bind_int_or_null (statement, 5, line->count);
  skh_statement_bind_int_or_null (statement, 6, line->total);
  skh_statement_bind_text (statement, 7, line->document);
  skh_statement_bind_text (statement, 8, line->note);
  skh_statement_bind_int (statement, 9, line->is_empty_return);
  return skh_statement_run (statement, error);
}

/* — Figures — */

typedef struct
{
  gint64 id;
  gboolean of_total;
  char *title, *total_kind;
} FoundMeasure;

static void
found_measure_clear (FoundMeasure *measure)
{
  g_free (measure->title);
  g_free (measure->total_kind);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoundMeasure, found_measure_clear)

static char *
list_measure_keys (SkhDatabase *db, gint64 task_id)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    "SELECT group_concat (key, ', ')"
    " FROM (SELECT key FROM measure WHERE task_id = ?1 ORDER BY rank)",
    NULL);

  if (row == NULL)
    return NULL;
  skh_statement_bind_int (row, 1, task_id);
  return skh_statement_step (row, NULL) ? skh_statement_dup_text (row, 0) : NULL;
}

static gboolean
refuse_measure (SkhDatabase *db, const CurrentLine *line, const char *key, GError **error)
{
  g_autofree char *keys = list_measure_keys (db, line->task_id);

  if (keys == NULL)
    return refuse (line, error, _ ("it asks for no figures, so “%s” has no place."), key);
  return refuse (line, error, _ ("it asks for no figure “%s”, but for: %s."), key, keys);
}

static gboolean
find_measure (SkhDatabase *db,
              const CurrentLine *line,
              const char *key,
              FoundMeasure *measure,
              GError **error)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (db,
                         "SELECT id, of_total, title, total_kind FROM measure"
                         " WHERE task_id = ?1 AND key = ?2",
                         error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, line->task_id);
  skh_statement_bind_text (row, 2, key);
  if (!skh_statement_step (row, NULL))
    return refuse_measure (db, line, key, error);
  measure->id = skh_statement_get_int (row, 0);
  measure->of_total = skh_statement_get_int (row, 1) != 0;
  measure->title = skh_statement_dup_text (row, 2);
  measure->total_kind = skh_statement_dup_text (row, 3);
  return TRUE;
}

/* The total given; else the one entered before; else what the office holds for the unit.
 */
static gint64
find_total (SkhDatabase *db,
            const CurrentLine *line,
            const FoundMeasure *measure,
            const SkhFigureEdit *edit)
{
  g_autoptr (SkhStatement) row = NULL;

  if (edit->total >= 0)
    return edit->total;
  row
    = skh_statement_new (db,
                         "SELECT coalesce ((SELECT total FROM figure WHERE assignment_id "
                         "= ?1 AND +measure_id = ?2),"
                         " (SELECT total FROM unit_total WHERE unit_id = ?3 AND kind = ?4"
                         "  ORDER BY from_day DESC LIMIT 1))",
                         NULL);
  if (row == NULL)
    return -1;
  skh_statement_bind_int (row, 1, line->id);
  skh_statement_bind_int (row, 2, measure->id);
  skh_statement_bind_int (row, 3, line->unit_id);
  skh_statement_bind_text (row, 4, measure->total_kind);
  return skh_statement_step (row, NULL) ? skh_statement_get_int_or (row, 0, -1) : -1;
}

static gboolean
check_figure (const CurrentLine *line,
              const FoundMeasure *measure,
              const SkhFigureEdit *edit,
              gint64 total,
              GError **error)
{
  if (!measure->of_total && edit->total >= 0)
    return refuse (line, error, _ ("“%s” is one number, without a total."),
                   measure->title);
  if (measure->of_total && total < 0)
    return refuse (line, error, _ ("“%s” is a number of a total; enter both, as 12/17."),
                   measure->title);
  if (measure->of_total && edit->value > total)
    return refuse (line, error,
                   _ ("“%s”: %" PRId64 " of %" PRId64
                      " is more than all; correct one of the two numbers."),
                   measure->title, edit->value, total);
  return TRUE;
}

/* +measure_id: a line has few figures, a measure as many as there are lines, and without
   statistics SQLite would take the index of either. */
static gboolean
find_figure (SkhDatabase *db, gint64 line, gint64 measure, gint64 *id, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db, "SELECT id FROM figure WHERE assignment_id = ?1 AND +measure_id = ?2", error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, line);
  skh_statement_bind_int (row, 2, measure);
  *id = skh_statement_step (row, NULL) ? skh_statement_get_int (row, 0) : 0;
  return TRUE;
}

static gboolean
remove_figure (SkhDatabase *db, gint64 id, GError **error)
{
  g_autoptr (SkhStatement) statement
    = skh_statement_new (db, "DELETE FROM figure WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, id);
  return skh_statement_run (statement, error);
}

static gboolean
put_figure (SkhDatabase *db,
            gint64 id,
            gint64 line,
            gint64 measure,
            gint64 value,
            gint64 total,
            GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (
    db,
    id != 0
      ? "UPDATE figure SET assignment_id = ?2, measure_id = ?3, value = ?4, total = ?5"
        " WHERE id = ?1"
      : "INSERT INTO figure (id, assignment_id, measure_id, value, total)"
        " VALUES (?1, ?2, ?3, ?4, ?5)",
    error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, id != 0 ? id : skh_database_new_id (db));
  skh_statement_bind_int (statement, 2, line);
  skh_statement_bind_int (statement, 3, measure);
  skh_statement_bind_int (statement, 4, value);
  skh_statement_bind_int_or_null (statement, 5, total);
  return skh_statement_run (statement, error);
}

static gboolean
edit_figure (SkhDatabase *db,
             const CurrentLine *line,
             const SkhFigureEdit *edit,
             GError **error)
{
  g_auto (FoundMeasure) measure = { 0 };
  gint64 total, id;

  if (!find_measure (db, line, edit->key, &measure, error)
      || !find_figure (db, line->id, measure.id, &id, error))
    return FALSE;
  if (edit->value < 0)
    return id == 0 || remove_figure (db, id, error);

  total = measure.of_total ? find_total (db, line, &measure, edit) : -1;
  return check_figure (line, &measure, edit, total, error)
         && put_figure (db, id, line->id, measure.id, edit->value, total, error);
}

/* — The act — */

static gboolean
apply_edit (SkhDatabase *db, const SkhAssignmentEdit *edit, GError **error)
{
  g_auto (CurrentLine) line = { 0 };

  if (!load_line (db, edit->assignment_id, &line, error))
    return FALSE;
  merge_edit (&line, edit);
  if (!check_line (&line, edit, error) || !write_line (db, &line, error))
    return FALSE;
  for (guint i = 0; i < edit->n_figures; i++)
    if (!edit_figure (db, &line, &edit->figures[i], error))
      return FALSE;
  /* A line on which there is work stays, whoever owes it. */
  return line.state != SKH_STATE_NOT_STARTED
         || skh_assignment_store_drop_if_unowed (db, line.id, error);
}

/**
 * skh_assignment_store_edit:
 * @label: what undo and the history say
 *
 * Applies all edits as one act, or none: %SKH_STORE_ERROR_INVALID says on which line what
 * is wrong.
 */
gboolean
skh_assignment_store_edit (SkhDatabase *db,
                           const char *label,
                           const SkhAssignmentEdit *edits,
                           guint n_edits,
                           GError **error)
{
  if (!skh_act_begin (db, label, error))
    return FALSE;
  for (guint i = 0; i < n_edits; i++)
    if (!apply_edit (db, &edits[i], error))
      {
        skh_act_cancel (db);
        return FALSE;
      }
  return skh_act_end (db, error);
}
