/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of a plan as a list: what it says of its task. */
#include "skh-task-import-private.h"

#include "skh-text.h"
#include "skh-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
get_text (SkhTaskImport *self,
          const SkhTaskImportEntry *entry,
          const SkhListRow *row,
          SkhTaskColumn column)
{
  const char *cell = skh_list_row_get_cell (row, entry->columns[column]);

  return *cell != '\0' ? skh_plan_draft_string (self->strings, cell) : NULL;
}

/* — Who — */

static const char *const *
intern_codes (SkhTaskImport *self, GPtrArray *codes)
{
  g_ptr_array_add (codes, NULL);
  return skh_plan_draft_list (self->strings, (const char *const *)codes->pdata);
}

static const char *const *
get_parties (SkhTaskImport *self,
             SkhTaskImportEntry *entry,
             const SkhListRow *row,
             SkhTaskColumn column)
{
  const char *text = skh_list_row_get_cell (row, entry->columns[column]);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autofree char *culprit = NULL;

  switch (skh_name_finder_find_all (self->names, text, codes, &culprit))
    {
    case SKH_NAME_UNKNOWN:
      skh_task_import_refuse (self, entry, column, text,
                              _ ("There is no unit or group “%s”; write the name or code "
                                 "of one that is there, or add the unit first."),
                              culprit);
      return NULL;
    case SKH_NAME_AMBIGUOUS:
      skh_task_import_refuse (self, entry, column, text,
                              _ ("Several units or groups are called “%s”; write the "
                                 "code of the one that is meant."),
                              culprit);
      return NULL;
    case SKH_NAME_FOUND:
    default:
      return codes->len > 0 ? intern_codes (self, codes) : NULL;
    }
}

/* "Ban Thường vụ Thị ủy (qua Ban Tuyên giáo Thị ủy)": the way stands with the recipient,
   as the plan writes it. What is no known name there stays in the recipient's text. */
static void
split_recipient (SkhTaskImport *self, SkhTaskDraft *task)
{
  g_autofree char *folded = skh_text_fold (task->recipient);
  const char *mark
    = g_str_has_prefix (folded, "qua ") ? folded : strstr (folded, "(qua ");
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autofree char *names = NULL, *culprit = NULL;
  glong at;

  if (mark == NULL || task->via != NULL
      || g_utf8_strlen (folded, -1) != g_utf8_strlen (task->recipient, -1))
    return;
  names = g_strdup (mark + (mark == folded ? strlen ("qua ") : strlen ("(qua ")));
  if (skh_name_finder_find_all (self->names, names, codes, &culprit) != SKH_NAME_FOUND
      || codes->len == 0)
    return;
  at = g_utf8_pointer_to_offset (folded, mark);
  task->via = intern_codes (self, codes);
  if (at == 0)
    task->recipient = NULL;
  else
    {
      g_autofree char *rest = g_utf8_substring (task->recipient, 0, at);

      task->recipient = skh_plan_draft_string (self->strings, g_strstrip (rest));
    }
}

/* — By when — */

/* What our own appendix says of a task without a deadline. */
static gboolean
says_nothing (const char *wording)
{
  static const char *const words[]
    = { "ke hoach khong neu", "khong neu", "-", "/", NULL };
  g_autofree char *folded = skh_text_fold (wording);

  return g_strv_contains (words, folded);
}

static void
note_fault (SkhTaskImport *self, SkhTaskImportEntry *entry, const SkhWording *wording)
{
  const char *text = entry->row.task.wording;
  SkhDate day = wording->deadline.last_day;

  if (wording->fault == SKH_WORDING_FAULT_NO_SUCH_DAY)
    skh_task_import_note (self, entry, SKH_TASK_COLUMN_WORDING, text,
                          _ ("This is no day of the calendar; the words stay as they "
                             "are, without a day."));
  else if (!wording->is_recognised)
    skh_task_import_note (self, entry, SKH_TASK_COLUMN_WORDING, text,
                          _ ("These words are not understood; they stay as they are, "
                             "without a day. Choose the day in the task."));
  else if (wording->fault == SKH_WORDING_FAULT_OUTSIDE_YEAR
           && ABS (skh_date_get_year (day) - self->year) > 1)
    skh_task_import_refuse (self, entry, SKH_TASK_COLUMN_WORDING, text,
                            _ ("The day is in %d, and the plan is that of %d; correct "
                               "the year."),
                            skh_date_get_year (day), self->year);
  else if (wording->fault == SKH_WORDING_FAULT_OUTSIDE_YEAR)
    skh_task_import_note (self, entry, SKH_TASK_COLUMN_WORDING, text,
                          _ ("The day is in %d, and the plan is that of %d."),
                          skh_date_get_year (day), self->year);
}

static void
read_deadline (SkhTaskImport *self, SkhTaskImportEntry *entry, const SkhListRow *row)
{
  SkhTaskDraft *task = &entry->row.task;
  g_auto (SkhWording) wording = { 0 };

  task->deadline = skh_deadline_open (SKH_DEADLINE_UNSPECIFIED);
  task->wording = get_text (self, entry, row, SKH_TASK_COLUMN_WORDING);
  if (task->wording != NULL && says_nothing (task->wording))
    task->wording = NULL;
  if (task->wording == NULL)
    return;
  wording = skh_wording_recognise (task->wording, self->year);
  entry->row.understood = wording.is_recognised;
  if (wording.is_recognised && wording.fault != SKH_WORDING_FAULT_NO_SUCH_DAY)
    task->deadline = wording.deadline;
  task->event = skh_plan_draft_string (self->strings, wording.event);
  /* Words that wait for nothing that could be named are not understood after all. */
  if (task->deadline.kind == SKH_DEADLINE_RELATIVE && task->event == NULL)
    task->event = task->wording;
  note_fault (self, entry, &wording);
}

/* — The row — */

static const char *
get_number (SkhTaskImport *self, const SkhTaskImportEntry *entry, const SkhListRow *row)
{
  const char *cell = get_text (self, entry, row, SKH_TASK_COLUMN_NUMBER);
  g_autofree char *number = g_strdup (cell);
  gsize n;

  if (cell == NULL)
    return NULL;
  /* 1.1 that was typed as a number is shown as 1,1. */
  g_strdelimit (number, ",", '.');
  n = strlen (number);
  while (n > 0 && strchr (".)-", number[n - 1]) != NULL)
    number[--n] = '\0';
  return n > 0 ? skh_plan_draft_string (self->strings, number) : NULL;
}

/* The section's own column, where there is one; else the heading above. */
static const char *
get_section (SkhTaskImport *self, const SkhTaskImportEntry *entry, const SkhListRow *row)
{
  const char *cell = get_text (self, entry, row, SKH_TASK_COLUMN_SECTION);
  SkhSectionDraft section = { cell, cell };

  if (cell == NULL)
    return self->section;
  for (guint i = 0; i < self->sections->len; i++)
    if (g_str_equal (g_array_index (self->sections, SkhSectionDraft, i).code, cell))
      return cell;
  g_array_append_val (self->sections, section);
  return cell;
}

static void
note_remark (SkhTaskImport *self, const SkhTaskImportEntry *entry, const SkhListRow *row)
{
  const char *remark = skh_list_row_get_cell (row, entry->columns[SKH_TASK_COLUMN_NOTE]);

  if (*remark != '\0')
    skh_task_import_note (self, entry, SKH_TASK_COLUMN_NOTE, remark,
                          _ ("A plan has no place for remarks; this one is left out."));
}

/**
 * skh_task_import_read_row:
 * @place: where the row stands
 *
 * Takes a row as one more entry, refused with all its faults when it has any.
 */
void
skh_task_import_read_row (SkhTaskImport *self,
                          const SkhTaskImportEntry *place,
                          const SkhListRow *row)
{
  SkhTaskImportEntry entry = *place;
  SkhTaskDraft *task = &entry.row.task;

  entry.known = SKH_NO_INDEX;
  entry.number = get_number (self, &entry, row);
  task->section = get_section (self, &entry, row);
  task->title = get_text (self, &entry, row, SKH_TASK_COLUMN_TITLE);
  if (task->title == NULL)
    skh_task_import_refuse (self, &entry, SKH_TASK_COLUMN_TITLE, "",
                            _ ("The row names no task; write what is to be done in this "
                               "cell."));
  task->lead = get_parties (self, &entry, row, SKH_TASK_COLUMN_LEAD);
  task->with = get_parties (self, &entry, row, SKH_TASK_COLUMN_WITH);
  task->via = get_parties (self, &entry, row, SKH_TASK_COLUMN_VIA);
  task->deliverable = get_text (self, &entry, row, SKH_TASK_COLUMN_DELIVERABLE);
  task->recipient = get_text (self, &entry, row, SKH_TASK_COLUMN_RECIPIENT);
  if (task->recipient != NULL)
    split_recipient (self, task);
  read_deadline (self, &entry, row);
  note_remark (self, &entry, row);
  g_array_append_val (self->entries, entry);
}
