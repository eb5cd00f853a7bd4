/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads one plan into a ledger, inside one read transaction. Rows are read in the plan's
   order and refer to rows read before them by index. */
#include "skh-ledger-loader-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static SkhLedger *
ledger_new (void)
{
  SkhLedger *self = g_new0 (SkhLedger, 1);

  g_atomic_ref_count_init (&self->references);
  self->strings = g_string_chunk_new (16 * 1024);
  self->line_strings
    = g_ptr_array_new_with_free_func ((GDestroyNotify)g_string_chunk_free);
  self->lists = g_ptr_array_new_with_free_func (g_free);
  self->settings = g_hash_table_new (g_str_hash, g_str_equal);
  self->holidays = skh_holidays_new ();
  self->sections = g_array_new (FALSE, TRUE, sizeof (SkhSection));
  self->groups = g_array_new (FALSE, TRUE, sizeof (SkhGroup));
  self->units = g_array_new (FALSE, TRUE, sizeof (SkhUnit));
  self->tasks = g_array_new (FALSE, TRUE, sizeof (SkhTask));
  self->measures = g_array_new (FALSE, TRUE, sizeof (SkhMeasure));
  self->assignments = g_array_new (FALSE, FALSE, sizeof (SkhAssignment));
  self->figures = g_array_new (FALSE, FALSE, sizeof (SkhFigure));
  self->chases = g_array_new (FALSE, TRUE, sizeof (SkhChase));
  self->passages = g_array_new (FALSE, TRUE, sizeof (SkhPassage));
  self->totals = g_array_new (FALSE, TRUE, sizeof (SkhUnitTotal));
  self->counted = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                         (GDestroyNotify)g_array_unref);
  self->unit_by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->task_by_no = g_hash_table_new (g_str_hash, g_str_equal);
  self->section_by_code = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

static void
loader_clear (SkhLedgerLoader *loader)
{
  g_clear_pointer (&loader->ledger, skh_ledger_unref);
  g_clear_pointer (&loader->unit_by_id, g_hash_table_unref);
  g_clear_pointer (&loader->group_by_id, g_hash_table_unref);
  g_clear_pointer (&loader->groups_of_unit, g_hash_table_unref);
  g_clear_pointer (&loader->section_by_id, g_hash_table_unref);
  g_clear_pointer (&loader->task_by_id, g_hash_table_unref);
  g_clear_pointer (&loader->measure_by_id, g_hash_table_unref);
  g_clear_pointer (&loader->due_days, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkhLedgerLoader, loader_clear)

const char *
skh_ledger_loader_keep (SkhLedgerLoader *loader, SkhStatement *row, int column)
{
  const char *text = skh_statement_get_text (row, column);

  return text != NULL && *text != '\0'
           ? g_string_chunk_insert_const (loader->ledger->strings, text)
           : NULL;
}

void
skh_ledger_loader_remember (GHashTable *table, gint64 id, guint index)
{
  g_hash_table_insert (table, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (index + 1));
}

guint
skh_ledger_loader_recall (GHashTable *table, gint64 id)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (table, &id));

  return found > 0 ? found - 1 : SKH_NO_INDEX;
}

const char *const *
skh_ledger_loader_take_list (SkhLedgerLoader *loader, GPtrArray *texts)
{
  const char *const *list;

  g_ptr_array_add (texts, NULL);
  list = (const char *const *)g_ptr_array_free (texts, FALSE);
  g_ptr_array_add (loader->ledger->lists, (gpointer)list);
  return list;
}

gboolean
skh_ledger_loader_for_each (SkhLedgerLoader *loader,
                            const char *sql,
                            gint64 parameter,
                            SkhLedgerRowFunc func,
                            GError **error)
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
on_plan (SkhLedgerLoader *loader, SkhStatement *row, GError **error)
{
  SkhPlanInfo *plan = &loader->ledger->plan;

  plan->id = loader->plan_id = skh_statement_get_int (row, 0);
  plan->year = (int)skh_statement_get_int (row, 1);
  plan->title = skh_ledger_loader_keep (loader, row, 2);
  plan->short_title = skh_ledger_loader_keep (loader, row, 3);
  return TRUE;
}

static gboolean
on_organisation (SkhLedgerLoader *loader, SkhStatement *row, GError **error)
{
  SkhPlanInfo *plan = &loader->ledger->plan;

  plan->organisation = skh_ledger_loader_keep (loader, row, 0);
  plan->superior = skh_ledger_loader_keep (loader, row, 1);
  plan->place = skh_ledger_loader_keep (loader, row, 2);
  plan->symbol = skh_ledger_loader_keep (loader, row, 3);
  plan->authority = skh_ledger_loader_keep (loader, row, 4);
  plan->position = skh_ledger_loader_keep (loader, row, 5);
  plan->signer = skh_ledger_loader_keep (loader, row, 6);
  plan->recipient = skh_ledger_loader_keep (loader, row, 7);
  return TRUE;
}

static gboolean
on_setting (SkhLedgerLoader *loader, SkhStatement *row, GError **error)
{
  const char *key = skh_ledger_loader_keep (loader, row, 0);
  const char *value = skh_ledger_loader_keep (loader, row, 1);

  g_hash_table_insert (loader->ledger->settings, (gpointer)key, (gpointer)value);
  if (value != NULL && g_str_equal (key, "soon_days"))
    loader->ledger->plan.soon_days = atoi (value);
  return TRUE;
}

static gboolean
on_holiday (SkhLedgerLoader *loader, SkhStatement *row, GError **error)
{
  skh_holidays_add_day (loader->ledger->holidays, skh_statement_get_date (row, 0));
  return TRUE;
}

static gboolean
on_holiday_year (SkhLedgerLoader *loader, SkhStatement *row, GError **error)
{
  skh_holidays_add_year (loader->ledger->holidays, (int)skh_statement_get_int (row, 0));
  return TRUE;
}

static gboolean
on_section (SkhLedgerLoader *loader, SkhStatement *row, GError **error)
{
  GArray *sections = loader->ledger->sections;
  SkhSection section = { .code = skh_ledger_loader_keep (loader, row, 1),
                         .title = skh_ledger_loader_keep (loader, row, 2) };

  skh_ledger_loader_remember (loader->section_by_id, skh_statement_get_int (row, 0),
                              sections->len);
  g_array_append_val (sections, section);
  g_hash_table_insert (loader->ledger->section_by_code, (gpointer)section.code,
                       GUINT_TO_POINTER (sections->len));
  return TRUE;
}

static gboolean
on_group (SkhLedgerLoader *loader, SkhStatement *row, GError **error)
{
  GArray *groups = loader->ledger->groups;
  SkhGroup group = {
    .code = skh_ledger_loader_keep (loader, row, 1),
    .name = skh_ledger_loader_keep (loader, row, 2),
    .short_name = skh_ledger_loader_keep (loader, row, 3),
    .counts = skh_ledger_loader_keep (loader, row, 4),
  };

  skh_ledger_loader_remember (loader->group_by_id, skh_statement_get_int (row, 0),
                              groups->len);
  g_array_append_val (groups, group);
  return TRUE;
}

static gboolean
on_membership (SkhLedgerLoader *loader, SkhStatement *row, GError **error)
{
  gint64 unit_id = skh_statement_get_int (row, 0);
  guint group
    = skh_ledger_loader_recall (loader->group_by_id, skh_statement_get_int (row, 1));
  GArray *groups = g_hash_table_lookup (loader->groups_of_unit, &unit_id);

  if (groups == NULL)
    {
      groups = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (loader->groups_of_unit, g_memdup2 (&unit_id, sizeof unit_id),
                           groups);
    }
  g_array_append_val (groups, group);
  return TRUE;
}

static int
compare_indexes (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;

  return x < y ? -1 : x > y;
}

/* The codes of the groups that the unit is in, in the groups' order. */
static const char *const *
take_groups (SkhLedgerLoader *loader, gint64 unit_id)
{
  GArray *groups = g_hash_table_lookup (loader->groups_of_unit, &unit_id);
  GPtrArray *codes = g_ptr_array_new ();

  if (groups != NULL)
    g_array_sort (groups, compare_indexes);
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    g_ptr_array_add (codes, (gpointer)g_array_index (loader->ledger->groups, SkhGroup,
                                                     g_array_index (groups, guint, i))
                              .code);
  return skh_ledger_loader_take_list (loader, codes);
}

static gboolean
on_unit (SkhLedgerLoader *loader, SkhStatement *row, GError **error)
{
  GArray *units = loader->ledger->units;
  SkhUnit unit = {
    .id = skh_statement_get_int (row, 0),
    .code = skh_ledger_loader_keep (loader, row, 1),
    .name = skh_ledger_loader_keep (loader, row, 2),
    .short_name = skh_ledger_loader_keep (loader, row, 3),
    .parent = SKH_NO_INDEX,
    .opened = skh_statement_get_date (row, 4),
    .closed = skh_statement_get_date (row, 5),
    .groups = take_groups (loader, skh_statement_get_int (row, 0)),
  };

  skh_ledger_loader_remember (loader->unit_by_id, unit.id, units->len);
  g_array_append_val (units, unit);
  g_hash_table_insert (loader->ledger->unit_by_code, (gpointer)unit.code,
                       GUINT_TO_POINTER (units->len));
  return TRUE;
}

static gboolean
on_parent (SkhLedgerLoader *loader, SkhStatement *row, GError **error)
{
  guint unit
    = skh_ledger_loader_recall (loader->unit_by_id, skh_statement_get_int (row, 0));

  g_array_index (loader->ledger->units, SkhUnit, unit).parent
    = skh_ledger_loader_recall (loader->unit_by_id, skh_statement_get_int (row, 1));
  return TRUE;
}

static gboolean
on_unit_total (SkhLedgerLoader *loader, SkhStatement *row, GError **error)
{
  SkhUnitTotal total = {
    .unit = skh_ledger_loader_recall (loader->unit_by_id, skh_statement_get_int (row, 0)),
    .kind = skh_ledger_loader_keep (loader, row, 1),
    .total = skh_statement_get_int (row, 2),
    .from = skh_statement_get_date (row, 3),
  };

  g_array_append_val (loader->ledger->totals, total);
  return TRUE;
}

static gboolean
on_due_day (SkhLedgerLoader *loader, SkhStatement *row, GError **error)
{
  char *key = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", skh_statement_get_int (row, 0),
                               skh_statement_get_text (row, 1));

  g_hash_table_insert (loader->due_days, key,
                       GINT_TO_POINTER (skh_statement_get_date (row, 2)));
  return TRUE;
}

static gboolean
on_chase (SkhLedgerLoader *loader, SkhStatement *row, GError **error)
{
  SkhChase chase = {
    .id = skh_statement_get_int (row, 0),
    .assignment_id = skh_statement_get_int (row, 1),
    .day = skh_statement_get_date (row, 2),
    .who = skh_ledger_loader_keep (loader, row, 4),
    .note = skh_ledger_loader_keep (loader, row, 5),
  };

  skh_chase_how_from_string (skh_statement_get_text (row, 3), &chase.how);
  g_array_append_val (loader->ledger->chases, chase);
  return TRUE;
}

static gboolean
on_passage (SkhLedgerLoader *loader, SkhStatement *row, GError **error)
{
  SkhPassage passage = {
    .id = skh_statement_get_int (row, 0),
    .assignment_id = skh_statement_get_int (row, 1),
    .unit = skh_ledger_loader_recall (loader->unit_by_id, skh_statement_get_int (row, 2)),
    .reached = skh_statement_get_date (row, 3),
  };

  g_array_append_val (loader->ledger->passages, passage);
  return TRUE;
}

/* — The whole — */

static gboolean
load_units (SkhLedgerLoader *loader, GError **error)
{
  return skh_ledger_loader_for_each (
           loader,
           "SELECT id, code, name, short_name, counts FROM unit_group ORDER BY rank", 0,
           on_group, error)
         && skh_ledger_loader_for_each (loader,
                                        "SELECT unit_id, group_id FROM membership", 0,
                                        on_membership, error)
         && skh_ledger_loader_for_each (
           loader,
           "SELECT id, code, name, short_name, opened, closed FROM unit ORDER BY rank", 0,
           on_unit, error)
         && skh_ledger_loader_for_each (
           loader, "SELECT id, parent_id FROM unit WHERE parent_id IS NOT NULL", 0,
           on_parent, error)
         && skh_ledger_loader_for_each (
           loader, "SELECT unit_id, kind, total, from_day FROM unit_total", 0,
           on_unit_total, error);
}

static gboolean
load_frame (SkhLedgerLoader *loader, gint64 plan_id, GError **error)
{
  if (!skh_ledger_loader_for_each (loader,
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
  return skh_ledger_loader_for_each (
           loader,
           "SELECT name, superior, place, symbol, authority, position, signer,"
           " report_recipient FROM organisation ORDER BY id LIMIT 1",
           0, on_organisation, error)
         && skh_ledger_loader_for_each (loader, "SELECT key, value FROM setting", 0,
                                        on_setting, error)
         && skh_ledger_loader_for_each (loader, "SELECT day FROM holiday", 0, on_holiday,
                                        error)
         && skh_ledger_loader_for_each (loader, "SELECT year FROM holiday_year", 0,
                                        on_holiday_year, error)
         && skh_ledger_loader_for_each (
           loader, "SELECT id, code, title FROM section WHERE plan_id = ?1 ORDER BY rank",
           loader->plan_id, on_section, error);
}

static GHashTable *
new_id_table (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static gboolean
load_all (SkhLedgerLoader *loader, gint64 plan_id, GError **error)
{
  g_autoptr (SkhLedgerLines) lines = skh_ledger_lines_begin (loader);

  return load_frame (loader, plan_id, error) && load_units (loader, error)
         && skh_ledger_loader_for_each (
           loader,
           "SELECT d.task_id, d.period, d.day FROM due_day d"
           " JOIN task t ON t.id = d.task_id WHERE t.plan_id = ?1",
           loader->plan_id, on_due_day, error)
         && skh_ledger_loader_for_each (
           loader,
           "SELECT c.id, c.assignment_id, c.day, c.how, c.who, c.note FROM chase c"
           /* CROSS: begin with the few that were chased. */
           " CROSS JOIN assignment a ON a.id = c.assignment_id"
           " CROSS JOIN task t ON t.id = a.task_id"
           " WHERE t.plan_id = ?1 ORDER BY c.assignment_id, c.day, c.id",
           loader->plan_id, on_chase, error)
         && skh_ledger_loader_for_each (
           loader,
           "SELECT p.id, p.assignment_id, p.unit_id, p.reached FROM passage p"
           /* CROSS: begin with the few that there are. */
           " CROSS JOIN assignment a ON a.id = p.assignment_id"
           " CROSS JOIN task t ON t.id = a.task_id"
           " WHERE t.plan_id = ?1 ORDER BY p.assignment_id, p.reached, p.id",
           loader->plan_id, on_passage, error)
         && skh_ledger_loader_load_tasks (loader, error)
         && skh_ledger_loader_load_counted (loader, error)
         && skh_ledger_lines_load (lines, error);
}

/* "Due soon" is fifteen days unless the workbook says otherwise (domain: Deadlines). */
#define DEFAULT_SOON_DAYS 15

static const char *const *
keep_names (SkhLedgerLoader *loader, const char *const *names)
{
  GPtrArray *kept = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (kept,
                     g_string_chunk_insert_const (loader->ledger->strings, names[i]));
  return skh_ledger_loader_take_list (loader, kept);
}

static void
keep_scope (SkhLedgerLoader *loader, const SkhLedgerScope *scope)
{
  loader->ledger->is_scoped = TRUE;
  loader->ledger->scope = *scope;
  loader->ledger->scope.figures = keep_names (loader, scope->figures);
}

/**
 * skh_ledger_load:
 * @plan_id: 0 for the workbook's first plan
 * @scope: (nullable): what will be asked of the ledger; %NULL for everything
 *
 * Returns: (transfer full): the picture of the plan at one moment, or %NULL
 */
SkhLedger *
skh_ledger_load (SkhDatabase *db,
                 gint64 plan_id,
                 const SkhLedgerScope *scope,
                 GError **error)
{
  g_auto (SkhLedgerLoader) loader = { .db = db, .ledger = ledger_new () };
  gboolean ok;

  loader.unit_by_id = new_id_table ();
  loader.group_by_id = new_id_table ();
  loader.groups_of_unit = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                 (GDestroyNotify)g_array_unref);
  loader.section_by_id = new_id_table ();
  loader.task_by_id = new_id_table ();
  loader.measure_by_id = new_id_table ();
  loader.due_days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  loader.ledger->plan.soon_days = DEFAULT_SOON_DAYS;
  if (scope != NULL)
    keep_scope (&loader, scope);

  if (!skh_database_exec (db, "BEGIN", error))
    return NULL;
  ok = load_all (&loader, plan_id, error);
  skh_database_exec (db, "COMMIT", NULL);
  return ok ? g_steal_pointer (&loader.ledger) : NULL;
}
