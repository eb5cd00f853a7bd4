/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan that is in a workbook, read back as the draft that would make it. Rows are read
   in their order, and refer to each other by code again. */
#include "skh-edit-private.h"
#include "skh-plan-edit.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SkhDatabase *db;
  SkhPlanDraft *draft;
  gint64 plan_id;
} Reader;

typedef gboolean (*RowFunc) (Reader *reader, SkhStatement *row, GError **error);

/* id stands for ?1 where the SQL has one. */
static gboolean
for_each (Reader *reader, const char *sql, gint64 id, RowFunc func, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (reader->db, sql, error);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, id);
  while (skh_statement_step (row, &local_error))
    if (!func (reader, row, error))
      return FALSE;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static const char *
keep (Reader *reader, SkhStatement *row, int column)
{
  const char *text = skh_statement_get_text (row, column);

  return text != NULL && *text != '\0' ? skh_plan_draft_string (reader->draft, text)
                                       : NULL;
}

/* A short name that only repeats the long one was not given. */
static const char *
keep_short (Reader *reader, SkhStatement *row, int column, const char *name)
{
  const char *text = keep (reader, row, column);

  return g_strcmp0 (text, name) != 0 ? text : NULL;
}

/* The first column of every row, as a list of the draft; NULL when there is none. */
static gboolean
read_codes (Reader *reader,
            const char *sql,
            gint64 id,
            const char *const **codes,
            GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (reader->db, sql, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, id);
  while (skh_statement_step (row, &local_error))
    g_ptr_array_add (list, (gpointer)keep (reader, row, 0));
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  g_ptr_array_add (list, NULL);
  *codes = list->len > 1
             ? skh_plan_draft_list (reader->draft, (const char *const *)list->pdata)
             : NULL;
  return TRUE;
}

/* — Tasks — */

static gboolean
on_measure (Reader *reader, SkhStatement *row, GError **error)
{
  GArray *tasks = reader->draft->tasks;
  SkhTaskDraft *task = &g_array_index (tasks, SkhTaskDraft, tasks->len - 1);
  SkhMeasureDraft measure = {
    .key = keep (reader, row, 0),
    .title = keep (reader, row, 1),
    .of_total = skh_statement_get_int (row, 2) != 0,
    .total_kind = keep (reader, row, 3),
    .required = skh_statement_get_int (row, 4) != 0,
  };

  g_array_append_val (task->measures, measure);
  return TRUE;
}

#define PARTIES(role)                                                                    \
  "SELECT coalesce (u.code, g.code) FROM task_party p LEFT JOIN unit u"                  \
  " ON u.id = p.unit_id LEFT JOIN unit_group g ON g.id = p.group_id"                     \
  " WHERE p.task_id = ?1 AND p.role = '" role "' ORDER BY p.rank"

static gboolean
read_rest_of_task (Reader *reader, gint64 id, GError **error)
{
  GArray *tasks = reader->draft->tasks;
  SkhTaskDraft *task = &g_array_index (tasks, SkhTaskDraft, tasks->len - 1);

  return read_codes (reader, PARTIES ("lead"), id, &task->lead, error)
         && read_codes (reader, PARTIES ("with"), id, &task->with, error)
         && read_codes (reader, PARTIES ("via"), id, &task->via, error)
         && for_each (reader,
                      "SELECT key, title, of_total, total_kind, required FROM measure"
                      " WHERE task_id = ?1 ORDER BY rank",
                      id, on_measure, error);
}

static gboolean
on_task (Reader *reader, SkhStatement *row, GError **error)
{
  SkhTaskDraft task = {
    .no = keep (reader, row, 1),
    .section = keep (reader, row, 2),
    .clause = keep (reader, row, 3),
    .title = keep (reader, row, 4),
    .deliverable = keep (reader, row, 6),
    .recipient = keep (reader, row, 7),
    .wants_document = skh_statement_get_int (row, 8) != 0,
    .wording = keep (reader, row, 9),
    .deadline.first_day = skh_statement_get_date (row, 11),
    .deadline.last_day = skh_statement_get_date (row, 12),
    .event = keep (reader, row, 13),
    .measures = g_array_new (FALSE, TRUE, sizeof (SkhMeasureDraft)),
  };

  task.short_title = keep_short (reader, row, 5, task.title);
  skh_deadline_kind_from_string (skh_statement_get_text (row, 10), &task.deadline.kind);
  g_array_append_val (reader->draft->tasks, task);
  return read_rest_of_task (reader, skh_statement_get_int (row, 0), error);
}

#define TASKS                                                                            \
  "SELECT t.id, t.no, s.code, t.clause, t.title, t.short_title, t.deliverable,"          \
  " t.recipient, t.wants_document, t.wording, t.deadline_kind, t.first_day, t.last_day," \
  " t.event FROM task t JOIN section s ON s.id = t.section_id"

gboolean
skh_plan_read_task (SkhDatabase *db, gint64 task_id, SkhPlanDraft *draft, GError **error)
{
  Reader reader = { .db = db, .draft = draft };

  return for_each (&reader, TASKS " WHERE t.id = ?1", task_id, on_task, error);
}

/* — The organisation — */

static gboolean
on_organisation (Reader *reader, SkhStatement *row, GError **error)
{
  SkhPlanDraft *draft = reader->draft;

  draft->organisation = keep (reader, row, 0);
  draft->superior = keep (reader, row, 1);
  draft->place = keep (reader, row, 2);
  draft->symbol = keep (reader, row, 3);
  draft->authority = keep (reader, row, 4);
  draft->position = keep (reader, row, 5);
  draft->signer = keep (reader, row, 6);
  draft->report_recipient = keep (reader, row, 7);
  return TRUE;
}

static gboolean
on_setting (Reader *reader, SkhStatement *row, GError **error)
{
  const char *key = skh_statement_get_text (row, 0);

  if (g_str_equal (key, "soon_days"))
    reader->draft->soon_days = (int)skh_statement_get_int (row, 1);
  else if (g_str_equal (key, "paper_profile"))
    reader->draft->paper_profile = keep (reader, row, 1);
  return TRUE;
}

static gboolean
on_holiday (Reader *reader, SkhStatement *row, GError **error)
{
  SkhHolidayDraft holiday
    = { .day = skh_statement_get_date (row, 0), .name = keep (reader, row, 1) };

  g_array_append_val (reader->draft->holidays, holiday);
  return TRUE;
}

static gboolean
on_holiday_year (Reader *reader, SkhStatement *row, GError **error)
{
  int year = (int)skh_statement_get_int (row, 0);

  g_array_append_val (reader->draft->holiday_years, year);
  return TRUE;
}

static gboolean
on_group (Reader *reader, SkhStatement *row, GError **error)
{
  SkhGroupDraft group = {
    .code = keep (reader, row, 1),
    .name = keep (reader, row, 2),
    .counts = keep (reader, row, 4),
    .at = keep (reader, row, 5),
  };

  group.short_name = keep_short (reader, row, 3, group.name);
  if (!read_codes (reader,
                   "SELECT g.code FROM group_include i JOIN unit_group g"
                   " ON g.id = i.included_id WHERE i.group_id = ?1 ORDER BY i.id",
                   skh_statement_get_int (row, 0), &group.includes, error))
    return FALSE;
  g_array_append_val (reader->draft->groups, group);
  return TRUE;
}

/* A draft's memberships have no days: those that have ended are left out. */
static gboolean
on_unit (Reader *reader, SkhStatement *row, GError **error)
{
  SkhUnitDraft unit = {
    .code = keep (reader, row, 1),
    .name = keep (reader, row, 2),
    .parent = keep (reader, row, 4),
    .contact = keep (reader, row, 5),
    .opened = skh_statement_get_date (row, 6),
    .closed = skh_statement_get_date (row, 7),
  };

  unit.short_name = keep_short (reader, row, 3, unit.name);
  if (!read_codes (reader,
                   "SELECT g.code FROM membership m JOIN unit_group g"
                   " ON g.id = m.group_id WHERE m.unit_id = ?1 AND m.to_day IS NULL"
                   " ORDER BY m.id",
                   skh_statement_get_int (row, 0), &unit.groups, error))
    return FALSE;
  g_array_append_val (reader->draft->units, unit);
  return TRUE;
}

static gboolean
on_total (Reader *reader, SkhStatement *row, GError **error)
{
  SkhTotalDraft total = {
    .unit = keep (reader, row, 0),
    .kind = keep (reader, row, 1),
    .total = skh_statement_get_int (row, 2),
    .from = skh_statement_get_date (row, 3),
  };

  g_array_append_val (reader->draft->totals, total);
  return TRUE;
}

/* — The plan — */

static gboolean
on_plan (Reader *reader, SkhStatement *row, GError **error)
{
  SkhPlanDraft *draft = reader->draft;

  reader->plan_id = skh_statement_get_int (row, 0);
  draft->year = (int)skh_statement_get_int (row, 1);
  draft->title = keep (reader, row, 2);
  draft->short_title = keep_short (reader, row, 3, draft->title);
  draft->number = keep (reader, row, 4);
  draft->template_id = keep (reader, row, 5);
  return TRUE;
}

static gboolean
on_section (Reader *reader, SkhStatement *row, GError **error)
{
  SkhSectionDraft section
    = { .code = keep (reader, row, 0), .title = keep (reader, row, 1) };

  g_array_append_val (reader->draft->sections, section);
  return TRUE;
}

static gboolean
on_document (Reader *reader, SkhStatement *row, GError **error)
{
  SkhDocumentDraft document = {
    .symbol = keep (reader, row, 0),
    .issuer = keep (reader, row, 1),
    .day = skh_statement_get_date (row, 2),
    .title = keep (reader, row, 3),
    .role = keep (reader, row, 4),
  };

  g_array_append_val (reader->draft->documents, document);
  return TRUE;
}

static gboolean
on_recipient (Reader *reader, SkhStatement *row, GError **error)
{
  SkhRecipientDraft recipient
    = { .name = keep (reader, row, 0), .purpose = keep (reader, row, 1) };

  g_array_append_val (reader->draft->recipients, recipient);
  return TRUE;
}

static gboolean
on_report_column (Reader *reader, SkhStatement *row, GError **error)
{
  GArray *tables = reader->draft->report_tables;
  SkhReportTableDraft *table
    = &g_array_index (tables, SkhReportTableDraft, tables->len - 1);
  SkhReportColumnDraft column = {
    .title = keep (reader, row, 0),
    .group_title = keep (reader, row, 1),
    .source = keep (reader, row, 2),
    .kind = keep (reader, row, 3),
    .hidden = skh_statement_get_int (row, 4) != 0,
  };

  g_array_append_val (table->columns, column);
  return TRUE;
}

static gboolean
on_report_table (Reader *reader, SkhStatement *row, GError **error)
{
  SkhReportTableDraft table = {
    .no = keep (reader, row, 1),
    .title = keep (reader, row, 2),
    .sheet_name = keep (reader, row, 3),
    .columns = g_array_new (FALSE, TRUE, sizeof (SkhReportColumnDraft)),
  };

  g_array_append_val (reader->draft->report_tables, table);
  return for_each (reader,
                   "SELECT title, group_title, source, kind, hidden FROM report_column"
                   " WHERE table_id = ?1 ORDER BY rank",
                   skh_statement_get_int (row, 0), on_report_column, error);
}

static const struct
{
  const char *sql;
  RowFunc func;
} parts[] = {
  { "SELECT name, superior, place, symbol, authority, position, signer, report_recipient"
    " FROM organisation ORDER BY id LIMIT 1",
    on_organisation },
  { "SELECT key, value FROM setting", on_setting },
  { "SELECT day, name FROM holiday ORDER BY id", on_holiday },
  { "SELECT year FROM holiday_year ORDER BY id", on_holiday_year },
  { "SELECT g.id, g.code, g.name, g.short_name, g.counts, b.code FROM unit_group g"
    " LEFT JOIN unit_group b ON b.id = g.base_id ORDER BY g.rank",
    on_group },
  { "SELECT u.id, u.code, u.name, u.short_name, p.code, u.contact, u.opened, u.closed"
    " FROM unit u LEFT JOIN unit p ON p.id = u.parent_id ORDER BY u.rank",
    on_unit },
  { "SELECT u.code, t.kind, t.total, t.from_day FROM unit_total t"
    " JOIN unit u ON u.id = t.unit_id ORDER BY t.id",
    on_total },
  { "SELECT code, title FROM section WHERE plan_id = ?1 ORDER BY rank", on_section },
  { TASKS " WHERE t.plan_id = ?1 ORDER BY t.rank", on_task },
  { "SELECT d.symbol, d.issuer, d.day, d.title, d.role FROM link l"
    " JOIN document d ON d.id = l.to_id WHERE l.from_kind = 'plan' AND l.from_id = ?1"
    " AND l.to_kind = 'document' ORDER BY l.rank",
    on_document },
  { "SELECT name, purpose FROM recipient WHERE plan_id = ?1 ORDER BY rank",
    on_recipient },
  { "SELECT id, no, title, sheet_name FROM report_table WHERE plan_id = ?1 ORDER BY rank",
    on_report_table },
};

static gboolean
read_plan (Reader *reader, gint64 plan_id, GError **error)
{
  if (!for_each (reader,
                 "SELECT id, year, title, short_title, number, template FROM plan"
                 " WHERE ?1 IN (0, id) ORDER BY year, id LIMIT 1",
                 plan_id, on_plan, error))
    return FALSE;
  if (reader->plan_id == 0)
    return skh_edit_not_found (_ ("The plan is no longer there."), error);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!for_each (reader, parts[i].sql, reader->plan_id, parts[i].func, error))
      return FALSE;
  return TRUE;
}

/**
 * skh_plan_store_dup_draft:
 * @plan_id: 0 for the workbook's first plan
 *
 * Reads the whole plan back, with the organisation as it is now: what makes next year's
 * plan, and a template. What belongs to days stays behind: deliveries, days the office
 * entered, and memberships that have ended.
 *
 * Returns: (transfer full): the draft, or %NULL
 */
SkhPlanDraft *
skh_plan_store_dup_draft (SkhDatabase *db, gint64 plan_id, GError **error)
{
  g_autoptr (SkhPlanDraft) draft = skh_plan_draft_new ();
  Reader reader = { .db = db, .draft = draft };

  return read_plan (&reader, plan_id, error) ? g_steal_pointer (&draft) : NULL;
}
