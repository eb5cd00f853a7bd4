/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads one plan into a ledger, inside one read transaction. Rows are read in the plan's
   order and refer to rows read before them by index. */
#include "skh-database-private.h"
#include "skh-ledger-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* What a load needs and the ledger does not: ids → indexes, and the days the office gave.
 */
typedef struct
{
  SkhDatabase *db;
  SkhLedger *ledger;
  gint64 plan_id;
  GHashTable *unit_by_id;
  GHashTable *group_by_id;
  GHashTable *section_by_id;
  GHashTable *task_by_id;
  GHashTable *due_days; /* "task id/period" → SkhDate */
} Loader;

static SkhLedger *
ledger_new (void)
{
  SkhLedger *self = g_new0 (SkhLedger, 1);

  g_atomic_ref_count_init (&self->references);
  self->strings = g_string_chunk_new (16 * 1024);
  self->lists = g_ptr_array_new_with_free_func (g_free);
  self->settings = g_hash_table_new (g_str_hash, g_str_equal);
  self->holidays = skh_holidays_new ();
  self->sections = g_array_new (FALSE, TRUE, sizeof (SkhSection));
  self->groups = g_array_new (FALSE, TRUE, sizeof (SkhGroup));
  self->units = g_array_new (FALSE, TRUE, sizeof (SkhUnit));
  self->tasks = g_array_new (FALSE, TRUE, sizeof (SkhTask));
  self->measures = g_array_new (FALSE, TRUE, sizeof (SkhMeasure));
  self->assignments = g_array_new (FALSE, TRUE, sizeof (SkhAssignment));
  self->figures = g_array_new (FALSE, TRUE, sizeof (SkhFigure));
  self->totals = g_array_new (FALSE, TRUE, sizeof (SkhUnitTotal));
  self->unit_by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->task_by_no = g_hash_table_new (g_str_hash, g_str_equal);
  self->section_by_code = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

static void
loader_clear (Loader *loader)
{
  g_clear_pointer (&loader->ledger, skh_ledger_unref);
  g_clear_pointer (&loader->unit_by_id, g_hash_table_unref);
  g_clear_pointer (&loader->group_by_id, g_hash_table_unref);
  g_clear_pointer (&loader->section_by_id, g_hash_table_unref);
  g_clear_pointer (&loader->task_by_id, g_hash_table_unref);
  g_clear_pointer (&loader->due_days, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loader, loader_clear)

static const char *
keep (Loader *loader, SkhStatement *row, int column)
{
  const char *text = skh_statement_get_text (row, column);

  return text != NULL && *text != '\0'
           ? g_string_chunk_insert_const (loader->ledger->strings, text)
           : NULL;
}

static void
remember (GHashTable *table, gint64 id, guint index)
{
  g_hash_table_insert (table, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (index + 1));
}

static guint
recall (GHashTable *table, gint64 id)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (table, &id));

  return found > 0 ? found - 1 : SKH_NO_INDEX;
}

static const char *const *
take_list (Loader *loader, GPtrArray *texts)
{
  const char *const *list;

  g_ptr_array_add (texts, NULL);
  list = (const char *const *)g_ptr_array_free (texts, FALSE);
  g_ptr_array_add (loader->ledger->lists, (gpointer)list);
  return list;
}

typedef gboolean (*RowFunc) (Loader *loader, SkhStatement *row, GError **error);

/* Calls func for each row; the plan's id is bound to ?1 where the SQL has one. */
static gboolean
for_each (Loader *loader, const char *sql, gint64 parameter, RowFunc func, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (loader->db, sql, error);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, parameter);
  while (skh_statement_step (row, &local_error))
    if (!func (loader, row, error))
      return FALSE;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
on_plan (Loader *loader, SkhStatement *row, GError **error)
{
  SkhPlanInfo *plan = &loader->ledger->plan;

  plan->id = loader->plan_id = skh_statement_get_int (row, 0);
  plan->year = (int)skh_statement_get_int (row, 1);
  plan->title = keep (loader, row, 2);
  plan->short_title = keep (loader, row, 3);
  return TRUE;
}

static gboolean
on_organisation (Loader *loader, SkhStatement *row, GError **error)
{
  SkhPlanInfo *plan = &loader->ledger->plan;

  plan->organisation = keep (loader, row, 0);
  plan->superior = keep (loader, row, 1);
  plan->place = keep (loader, row, 2);
  plan->symbol = keep (loader, row, 3);
  plan->authority = keep (loader, row, 4);
  plan->position = keep (loader, row, 5);
  plan->signer = keep (loader, row, 6);
  plan->recipient = keep (loader, row, 7);
  return TRUE;
}

static gboolean
on_setting (Loader *loader, SkhStatement *row, GError **error)
{
  const char *key = keep (loader, row, 0);
  const char *value = keep (loader, row, 1);

  g_hash_table_insert (loader->ledger->settings, (gpointer)key, (gpointer)value);
  if (value != NULL && g_str_equal (key, "soon_days"))
    loader->ledger->plan.soon_days = atoi (value);
  return TRUE;
}

static gboolean
on_holiday (Loader *loader, SkhStatement *row, GError **error)
{
  skh_holidays_add_day (loader->ledger->holidays, skh_statement_get_date (row, 0));
  return TRUE;
}

static gboolean
on_holiday_year (Loader *loader, SkhStatement *row, GError **error)
{
  skh_holidays_add_year (loader->ledger->holidays, (int)skh_statement_get_int (row, 0));
  return TRUE;
}

static gboolean
on_section (Loader *loader, SkhStatement *row, GError **error)
{
  GArray *sections = loader->ledger->sections;
  SkhSection section = { .code = keep (loader, row, 1), .title = keep (loader, row, 2) };

  remember (loader->section_by_id, skh_statement_get_int (row, 0), sections->len);
  g_array_append_val (sections, section);
  g_hash_table_insert (loader->ledger->section_by_code, (gpointer)section.code,
                       GUINT_TO_POINTER (sections->len));
  return TRUE;
}

static gboolean
on_group (Loader *loader, SkhStatement *row, GError **error)
{
  GArray *groups = loader->ledger->groups;
  SkhGroup group = {
    .code = keep (loader, row, 1),
    .name = keep (loader, row, 2),
    .short_name = keep (loader, row, 3),
    .counts = keep (loader, row, 4),
  };

  remember (loader->group_by_id, skh_statement_get_int (row, 0), groups->len);
  g_array_append_val (groups, group);
  return TRUE;
}

/* The groups of a unit come with its row: codes in one text, split here. */
static const char *const *
split_codes (Loader *loader, SkhStatement *row, int column)
{
  const char *text = skh_statement_get_text (row, column);
  g_auto (GStrv) codes = g_strsplit (text != NULL ? text : "", " ", -1);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; codes[i] != NULL; i++)
    if (*codes[i] != '\0')
      g_ptr_array_add (list,
                       g_string_chunk_insert_const (loader->ledger->strings, codes[i]));
  return take_list (loader, list);
}

static gboolean
on_unit (Loader *loader, SkhStatement *row, GError **error)
{
  GArray *units = loader->ledger->units;
  SkhUnit unit = {
    .id = skh_statement_get_int (row, 0),
    .code = keep (loader, row, 1),
    .name = keep (loader, row, 2),
    .short_name = keep (loader, row, 3),
    .parent = SKH_NO_INDEX,
    .opened = skh_statement_get_date (row, 4),
    .closed = skh_statement_get_date (row, 5),
    .groups = split_codes (loader, row, 6),
  };

  remember (loader->unit_by_id, unit.id, units->len);
  g_array_append_val (units, unit);
  g_hash_table_insert (loader->ledger->unit_by_code, (gpointer)unit.code,
                       GUINT_TO_POINTER (units->len));
  return TRUE;
}

static gboolean
on_parent (Loader *loader, SkhStatement *row, GError **error)
{
  guint unit = recall (loader->unit_by_id, skh_statement_get_int (row, 0));

  g_array_index (loader->ledger->units, SkhUnit, unit).parent
    = recall (loader->unit_by_id, skh_statement_get_int (row, 1));
  return TRUE;
}

static gboolean
on_unit_total (Loader *loader, SkhStatement *row, GError **error)
{
  SkhUnitTotal total = {
    .unit = recall (loader->unit_by_id, skh_statement_get_int (row, 0)),
    .kind = keep (loader, row, 1),
    .total = skh_statement_get_int (row, 2),
    .from = skh_statement_get_date (row, 3),
  };

  g_array_append_val (loader->ledger->totals, total);
  return TRUE;
}

static gboolean
on_task (Loader *loader, SkhStatement *row, GError **error)
{
  GArray *tasks = loader->ledger->tasks;
  SkhTask task = {
    .id = skh_statement_get_int (row, 0),
    .no = keep (loader, row, 1),
    .section = recall (loader->section_by_id, skh_statement_get_int (row, 2)),
    .clause = keep (loader, row, 3),
    .title = keep (loader, row, 4),
    .short_title = keep (loader, row, 5),
    .deliverable = keep (loader, row, 6),
    .recipient = keep (loader, row, 7),
    .wants_document = skh_statement_get_int (row, 8) != 0,
    .wording = keep (loader, row, 9),
    .event = keep (loader, row, 13),
  };

  skh_deadline_kind_from_string (skh_statement_get_text (row, 10), &task.deadline.kind);
  task.deadline.first_day = skh_statement_get_date (row, 11);
  task.deadline.last_day = skh_statement_get_date (row, 12);
  remember (loader->task_by_id, task.id, tasks->len);
  g_array_append_val (tasks, task);
  g_hash_table_insert (loader->ledger->task_by_no, (gpointer)task.no,
                       GUINT_TO_POINTER (tasks->len));
  return TRUE;
}

/* — Who leads, who helps, through whom — */

typedef struct
{
  GPtrArray *codes[3];
  GString *name, *short_name;
} Parties;

static void
add_name (GString *names, const char *name)
{
  if (names->len > 0)
    g_string_append (names, "; ");
  g_string_append (names, name);
}

static void
add_lead (Loader *loader, SkhTask *task, Parties *parties, guint unit, guint group)
{
  if (unit != SKH_NO_INDEX)
    {
      const SkhUnit *record = &g_array_index (loader->ledger->units, SkhUnit, unit);

      add_name (parties->name, record->name);
      add_name (parties->short_name, record->short_name);
      return;
    }

  const SkhGroup *record = &g_array_index (loader->ledger->groups, SkhGroup, group);
  add_name (parties->name, record->name);
  add_name (parties->short_name, record->short_name);
  if (record->counts != NULL)
    task->counts = record->counts;
}

static const char *
get_party_code (Loader *loader, guint unit, guint group)
{
  return unit != SKH_NO_INDEX
           ? g_array_index (loader->ledger->units, SkhUnit, unit).code
           : g_array_index (loader->ledger->groups, SkhGroup, group).code;
}

static gboolean
read_parties (Loader *loader, SkhTask *task, Parties *parties, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    loader->db,
    "SELECT role, unit_id, group_id FROM task_party WHERE task_id = ?1 ORDER BY rank",
    error);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, task->id);
  while (skh_statement_step (row, &local_error))
    {
      const char *role = skh_statement_get_text (row, 0);
      guint unit = recall (loader->unit_by_id, skh_statement_get_int_or (row, 1, 0));
      guint group = recall (loader->group_by_id, skh_statement_get_int_or (row, 2, 0));
      guint slot = *role == 'l' ? 0 : *role == 'w' ? 1 : 2;

      g_ptr_array_add (parties->codes[slot],
                       (gpointer)get_party_code (loader, unit, group));
      if (slot == 0)
        add_lead (loader, task, parties, unit, group);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
load_parties (Loader *loader, SkhTask *task, GError **error)
{
  Parties parties = {
    .codes = { g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new () },
    .name = g_string_new (NULL),
    .short_name = g_string_new (NULL),
  };
  gboolean ok = read_parties (loader, task, &parties, error);

  task->lead = take_list (loader, parties.codes[0]);
  task->with = take_list (loader, parties.codes[1]);
  task->via = take_list (loader, parties.codes[2]);
  task->lead_text
    = g_string_chunk_insert_const (loader->ledger->strings, parties.name->str);
  task->lead_short
    = g_string_chunk_insert_const (loader->ledger->strings, parties.short_name->str);
  g_string_free (parties.name, TRUE);
  g_string_free (parties.short_name, TRUE);
  return ok;
}

/* — Measures — */

static gboolean
on_measure (Loader *loader, SkhStatement *row, GError **error)
{
  SkhMeasure measure = {
    .key = keep (loader, row, 1),
    .title = keep (loader, row, 2),
    .of_total = skh_statement_get_int (row, 3) != 0,
    .total_kind = keep (loader, row, 4),
    .required = skh_statement_get_int (row, 5) != 0,
  };
  guint task = recall (loader->task_by_id, skh_statement_get_int (row, 0));

  g_array_append_val (loader->ledger->measures, measure);
  g_array_index (loader->ledger->tasks, SkhTask, task).n_measures++;
  return TRUE;
}

/* Measures were read in the order of the tasks: each task has the next run. */
static void
share_out_measures (Loader *loader)
{
  const SkhMeasure *next = (const SkhMeasure *)loader->ledger->measures->data;

  for (guint i = 0; i < loader->ledger->tasks->len; i++)
    {
      SkhTask *task = &g_array_index (loader->ledger->tasks, SkhTask, i);

      task->measures = next;
      next += task->n_measures;
    }
}

/* — Lines — */

static gboolean
on_due_day (Loader *loader, SkhStatement *row, GError **error)
{
  char *key = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", skh_statement_get_int (row, 0),
                               skh_statement_get_text (row, 1));

  g_hash_table_insert (loader->due_days, key,
                       GINT_TO_POINTER (skh_statement_get_date (row, 2)));
  return TRUE;
}

static SkhDate
get_entered_day (Loader *loader, const SkhTask *task, const char *period)
{
  g_autofree char *key = NULL;
  gpointer day;

  if (g_hash_table_size (loader->due_days) == 0)
    return SKH_DATE_NONE;
  key = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", task->id, period);
  if (!g_hash_table_lookup_extended (loader->due_days, key, NULL, &day))
    return SKH_DATE_NONE;
  return GPOINTER_TO_INT (day);
}

static SkhDate
later_of (SkhDate a, SkhDate b)
{
  return MAX (a, b); /* NONE is the least */
}

static SkhDate
earlier_of (SkhDate a, SkhDate b)
{
  if (a == SKH_DATE_NONE || b == SKH_DATE_NONE)
    return a == SKH_DATE_NONE ? b : a;
  return MIN (a, b);
}

/* A period and its due day are the same for all lines of a task that follow each other.
 */
typedef struct
{
  char text[12];
  SkhPeriod period;
  SkhDate due;
} PeriodCache;

static void
use_period (Loader *loader, PeriodCache *cache, const SkhTask *task, const char *text)
{
  if (g_str_equal (cache->text, text))
    return;
  g_strlcpy (cache->text, text, sizeof cache->text);
  cache->period = skh_period_parse (text);
  cache->due = skh_deadline_get_due (&task->deadline, cache->period,
                                     get_entered_day (loader, task, text));
}

static void
read_assignment (Loader *loader,
                 SkhStatement *row,
                 guint task_index,
                 PeriodCache *cache,
                 SkhAssignment *assignment)
{
  const SkhTask *task = &g_array_index (loader->ledger->tasks, SkhTask, task_index);
  SkhLine *line = &assignment->line;
  const SkhUnit *unit;
  SkhState state = SKH_STATE_NOT_STARTED;

  use_period (loader, cache, task, skh_statement_get_text (row, 2));
  skh_state_from_string (skh_statement_get_text (row, 3), &state);
  assignment->id = skh_statement_get_int (row, 0);
  assignment->task = task_index;
  assignment->unit = recall (loader->unit_by_id, skh_statement_get_int (row, 1));
  unit = &g_array_index (loader->ledger->units, SkhUnit, assignment->unit);

  line->state = (guint8)state;
  line->period = cache->period;
  line->due = cache->due;
  line->own_period = skh_deadline_kind_is_periodic (task->deadline.kind);
  line->delivered_on = skh_statement_get_date (row, 4);
  line->from = later_of (unit->opened, skh_statement_get_date (row, 5));
  line->to = earlier_of (unit->closed, skh_statement_get_date (row, 6));
  line->is_empty_return = skh_statement_get_int (row, 7) != 0;

  assignment->count = skh_statement_get_int_or (row, 8, -1);
  assignment->total = skh_statement_get_int_or (row, 9, -1);
  line->has_count = assignment->count > 0;
  assignment->document = keep (loader, row, 10);
  assignment->note = keep (loader, row, 11);
  assignment->reason = keep (loader, row, 12);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const SkhAssignment *x = a, *y = b;

  if (x->line.period.index != y->line.period.index)
    return x->line.period.index < y->line.period.index ? -1 : 1;
  return x->unit < y->unit ? -1 : x->unit > y->unit;
}

static gboolean
load_assignments (Loader *loader, guint task_index, GError **error)
{
  GArray *assignments = loader->ledger->assignments;
  SkhTask *task = &g_array_index (loader->ledger->tasks, SkhTask, task_index);
  g_autoptr (SkhStatement) row = skh_statement_new (
    loader->db,
    "SELECT id, unit_id, period, state, delivered_on, from_day, to_day, empty_return,"
    " count, total, document, note, reason"
    " FROM assignment WHERE task_id = ?1 ORDER BY period",
    error);
  GError *local_error = NULL;
  PeriodCache cache = { 0 };

  if (row == NULL)
    return FALSE;
  task->first_assignment = assignments->len;
  skh_statement_bind_int (row, 1, task->id);
  while (skh_statement_step (row, &local_error))
    {
      SkhAssignment assignment = { 0 };

      read_assignment (loader, row, task_index, &cache, &assignment);
      g_array_append_val (assignments, assignment);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  task->n_assignments = assignments->len - task->first_assignment;
  qsort (&g_array_index (assignments, SkhAssignment, task->first_assignment),
         task->n_assignments, sizeof (SkhAssignment), compare_places);
  return TRUE;
}

/* — Figures — */

typedef struct
{
  gint64 assignment_id;
  SkhFigure figure;
} FoundFigure;

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const FoundFigure *x = a, *y = b;

  if (x->assignment_id != y->assignment_id)
    return x->assignment_id < y->assignment_id ? -1 : 1;
  return x->figure.measure < y->figure.measure ? -1
                                               : x->figure.measure > y->figure.measure;
}

static GArray *
find_figures (Loader *loader, const SkhTask *task, GError **error)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (loader->db,
                         "SELECT f.assignment_id, m.rank, f.value, f.total FROM measure m"
                         " JOIN figure f ON f.measure_id = m.id WHERE m.task_id = ?1",
                         error);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (FoundFigure));
  GError *local_error = NULL;

  if (row == NULL)
    return NULL;
  skh_statement_bind_int (row, 1, task->id);
  while (skh_statement_step (row, &local_error))
    {
      FoundFigure figure = {
        .assignment_id = skh_statement_get_int (row, 0),
        .figure.measure = (guint)skh_statement_get_int (row, 1),
        .figure.value = skh_statement_get_int (row, 2),
        .figure.total = skh_statement_get_int_or (row, 3, -1),
      };

      g_array_append_val (found, figure);
    }
  if (local_error == NULL)
    {
      g_array_sort (found, compare_found);
      return g_steal_pointer (&found);
    }
  g_propagate_error (error, local_error);
  return NULL;
}

/* The first figure of the line, or where it would stand. */
static guint
find_first (GArray *found, gint64 assignment_id)
{
  guint low = 0, high = found->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (found, FoundFigure, middle).assignment_id < assignment_id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
give_figures (SkhLedger *ledger, SkhAssignment *assignment, GArray *found)
{
  guint at;

  assignment->first_figure = ledger->figures->len;
  at = find_first (found, assignment->id);
  for (; at < found->len; at++)
    {
      const FoundFigure *figure = &g_array_index (found, FoundFigure, at);

      if (figure->assignment_id != assignment->id)
        break;
      g_array_append_val (ledger->figures, figure->figure);
      assignment->n_figures++;
    }
}

static gboolean
load_figures (Loader *loader, const SkhTask *task, GError **error)
{
  g_autoptr (GArray) found = NULL;

  if (task->n_measures == 0)
    return TRUE;
  found = find_figures (loader, task, error);
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < task->n_assignments; i++)
    give_figures (loader->ledger,
                  &g_array_index (loader->ledger->assignments, SkhAssignment,
                                  task->first_assignment + i),
                  found);
  return TRUE;
}

/* — The whole — */

static gboolean
load_tasks (Loader *loader, GError **error)
{
  GArray *tasks = loader->ledger->tasks;

  if (!for_each (
        loader,
        "SELECT id, no, section_id, clause, title, short_title, deliverable,"
        " recipient, wants_document, wording, deadline_kind, first_day, last_day,"
        " event FROM task WHERE plan_id = ?1 ORDER BY rank",
        loader->plan_id, on_task, error)
      || !for_each (
        loader,
        "SELECT m.task_id, m.key, m.title, m.of_total, m.total_kind, m.required"
        " FROM measure m JOIN task t ON t.id = m.task_id"
        " WHERE t.plan_id = ?1 ORDER BY t.rank, m.rank",
        loader->plan_id, on_measure, error))
    return FALSE;

  share_out_measures (loader);
  for (guint i = 0; i < tasks->len; i++)
    {
      SkhTask *task = &g_array_index (tasks, SkhTask, i);

      if (!load_parties (loader, task, error) || !load_assignments (loader, i, error)
          || !load_figures (loader, task, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_units (Loader *loader, GError **error)
{
  return for_each (
           loader,
           "SELECT id, code, name, short_name, counts FROM unit_group ORDER BY rank", 0,
           on_group, error)
         && for_each (
           loader,
           "SELECT u.id, u.code, u.name, u.short_name, u.opened, u.closed,"
           " (SELECT group_concat (code, ' ') FROM (SELECT g.code FROM membership m"
           " JOIN unit_group g ON g.id = m.group_id WHERE m.unit_id = u.id"
           " ORDER BY g.rank)) FROM unit u ORDER BY u.rank",
           0, on_unit, error)
         && for_each (loader,
                      "SELECT id, parent_id FROM unit WHERE parent_id IS NOT NULL", 0,
                      on_parent, error)
         && for_each (loader, "SELECT unit_id, kind, total, from_day FROM unit_total", 0,
                      on_unit_total, error);
}

static gboolean
load_frame (Loader *loader, gint64 plan_id, GError **error)
{
  if (!for_each (loader,
                 "SELECT id, year, title, short_title FROM plan"
                 " WHERE ?1 IN (0, id) ORDER BY year, id LIMIT 1",
                 plan_id, on_plan, error))
    return FALSE;
  if (loader->plan_id == 0)
    {
      g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_FOUND,
                   _ ("“%s” holds no plan yet."), skh_database_get_path (loader->db));
      return FALSE;
    }
  return for_each (loader,
                   "SELECT name, superior, place, symbol, authority, position, signer,"
                   " report_recipient FROM organisation ORDER BY id LIMIT 1",
                   0, on_organisation, error)
         && for_each (loader, "SELECT key, value FROM setting", 0, on_setting, error)
         && for_each (loader, "SELECT day FROM holiday", 0, on_holiday, error)
         && for_each (loader, "SELECT year FROM holiday_year", 0, on_holiday_year, error)
         && for_each (
           loader, "SELECT id, code, title FROM section WHERE plan_id = ?1 ORDER BY rank",
           loader->plan_id, on_section, error);
}

static GHashTable *
new_id_table (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static gboolean
load_all (Loader *loader, gint64 plan_id, GError **error)
{
  return load_frame (loader, plan_id, error) && load_units (loader, error)
         && for_each (loader,
                      "SELECT d.task_id, d.period, d.day FROM due_day d"
                      " JOIN task t ON t.id = d.task_id WHERE t.plan_id = ?1",
                      loader->plan_id, on_due_day, error)
         && load_tasks (loader, error);
}

/* "Due soon" is fifteen days unless the workbook says otherwise (domain: Deadlines). */
#define DEFAULT_SOON_DAYS 15

/**
 * skh_ledger_load:
 * @plan_id: 0 for the workbook's first plan
 *
 * Returns: (transfer full): the picture of the plan at one moment, or %NULL
 */
SkhLedger *
skh_ledger_load (SkhDatabase *db, gint64 plan_id, GError **error)
{
  g_auto (Loader) loader = { .db = db, .ledger = ledger_new () };
  gboolean ok;

  loader.unit_by_id = new_id_table ();
  loader.group_by_id = new_id_table ();
  loader.section_by_id = new_id_table ();
  loader.task_by_id = new_id_table ();
  loader.due_days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  loader.ledger->plan.soon_days = DEFAULT_SOON_DAYS;

  if (!skh_database_exec (db, "BEGIN", error))
    return NULL;
  ok = load_all (&loader, plan_id, error);
  skh_database_exec (db, "COMMIT", NULL);
  return ok ? g_steal_pointer (&loader.ledger) : NULL;
}
