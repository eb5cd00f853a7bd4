/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits of plans and units at random, from a seed. After each, who owes what is found a
   second, slow way and compared with the lines; before each, its preview is compared with
   what it then did; in the end all is undone and done again. */
#include "edit-fixture.h"
#include "skh-change-preview.h"
#include "skh-plan-edit.h"
#include "skh-unit-edit.h"

#define N_EDITS 60

typedef struct
{
  EditFixture *fixture;
  GRand *rand;
  SkhOrganisation *organisation;
  GPtrArray *tasks; /* SkhTaskRecord of all plans */
  guint n_acts;
} World;

static gboolean
read_world (SkhDatabase *db, gpointer data, GError **error)
{
  World *world = data;
  g_autoptr (GPtrArray) plans = skh_plan_store_list (db, error);

  g_clear_pointer (&world->organisation, skh_organisation_free);
  world->organisation = skh_organisation_load (db, error);
  g_ptr_array_set_size (world->tasks, 0);
  for (guint i = 0; i < plans->len; i++)
    {
      const SkhPlanRecord *plan = g_ptr_array_index (plans, i);
      g_autoptr (SkhPlanDraft) draft = skh_plan_store_dup_draft (db, plan->id, error);

      for (guint j = 0; j < draft->tasks->len; j++)
        {
          SkhTaskRecord *record = skh_task_record_new (plan->id, plan->year);
          const SkhTaskDraft *task = &g_array_index (draft->tasks, SkhTaskDraft, j);

          record->task->no = skh_plan_draft_string (record->owner, task->no);
          record->task->section = skh_plan_draft_string (record->owner, task->section);
          record->task->deadline = task->deadline;
          record->task->lead = skh_plan_draft_list (record->owner, task->lead);
          g_ptr_array_add (world->tasks, record);
        }
    }
  return TRUE;
}

static void
look (World *world)
{
  g_autoptr (GError) error = NULL;

  skh_workbook_run (world->fixture->workbook, read_world, world, &error);
  g_assert_no_error (error);
}

/* — Who owes what, the slow way — */

typedef struct
{
  SkhDate from, to;
  gboolean owes;
} Days;

static void
join_days (Days *days, SkhDate from, SkhDate to)
{
  if (!days->owes)
    *days = (Days){ from, to, TRUE };
  days->from = MIN (days->from, from);
  if (to == SKH_DATE_NONE || days->to == SKH_DATE_NONE)
    days->to = SKH_DATE_NONE;
  else
    days->to = MAX (days->to, to);
}

static void
add_days_in_group (World *world, const SkhGroupRecord *group, gint64 unit, Days *days)
{
  GArray *memberships = world->organisation->memberships;

  for (guint i = 0; i < memberships->len; i++)
    {
      const SkhMembership *m = &g_array_index (memberships, SkhMembership, i);

      if (m->group_id == group->id && m->unit_id == unit)
        join_days (days, m->from, m->to);
    }
  for (guint i = 0; i < group->includes->len; i++)
    add_days_in_group (world,
                       skh_organisation_find_group (world->organisation,
                                                    g_array_index (group->includes,
                                                                   gint64, i)),
                       unit, days);
  if (group->base_id != 0)
    add_days_in_group (world,
                       skh_organisation_find_group (world->organisation, group->base_id),
                       unit, days);
}

/* One stretch at a time, for each way in which the unit itself leads. */
static void
list_own_days (World *world, const SkhTaskDraft *task, gint64 unit, GArray *stretches)
{
  const SkhUnitRecord *record = skh_organisation_find_unit (world->organisation, unit);
  Days always = { SKH_DATE_NONE, SKH_DATE_NONE, TRUE };

  for (guint i = 0; task->lead[i] != NULL; i++)
    {
      if (g_str_equal (task->lead[i], record->code))
        g_array_append_val (stretches, always);
      for (guint j = 0; j < world->organisation->groups->len; j++)
        {
          const SkhGroupRecord *group
            = g_ptr_array_index (world->organisation->groups, j);
          Days days = { 0 };

          if (g_str_equal (task->lead[i], group->code))
            add_days_in_group (world, group, unit, &days);
          if (days.owes)
            g_array_append_val (stretches, days);
        }
    }
}

static void
list_days (World *world, const SkhTaskDraft *task, gint64 unit, GArray *stretches)
{
  list_own_days (world, task, unit, stretches);
  for (guint i = 0; i < world->organisation->units->len; i++)
    {
      const SkhUnitRecord *other = g_ptr_array_index (world->organisation->units, i);
      g_autoptr (GArray) theirs = g_array_new (FALSE, FALSE, sizeof (Days));

      if (other->merged_into_id != unit)
        continue;
      list_days (world, task, other->id, theirs);
      for (guint j = 0; j < theirs->len; j++)
        {
          Days days = g_array_index (theirs, Days, j);

          days.from = MAX (days.from, other->closed + 1);
          if (days.to == SKH_DATE_NONE || days.to > other->closed)
            g_array_append_val (stretches, days);
        }
    }
}

static Days
find_days (World *world, const SkhTaskDraft *task, gint64 unit)
{
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (Days));
  Days days = { 0 };

  list_days (world, task, unit, stretches);
  for (guint i = 0; i < stretches->len; i++)
    join_days (&days, g_array_index (stretches, Days, i).from,
               g_array_index (stretches, Days, i).to);
  return days;
}

static gboolean
has_work (SkhLedger *ledger, const SkhAssignment *line)
{
  return line->line.state != SKH_STATE_NOT_STARTED || line->document != NULL
         || line->note != NULL || line->count >= 0 || line->n_figures > 0;
}

static SkhDate
clip_to (SkhDate a, SkhDate b)
{
  if (a == SKH_DATE_NONE || b == SKH_DATE_NONE)
    return a == SKH_DATE_NONE ? b : a;
  return MIN (a, b);
}

static gboolean
is_period_of (const SkhTaskRecord *record, SkhPeriod period)
{
  SkhPeriod periods[SKH_DEADLINE_MAX_PERIODS];
  guint n = skh_deadline_get_periods (record->task->deadline.kind, record->owner->year,
                                      periods);

  for (guint i = 0; i < n; i++)
    if (skh_period_equal (periods[i], period))
      return TRUE;
  return FALSE;
}

/* Every line is owed or carries work; its days are those of the slow way. */
static guint
check_lines (World *world, SkhLedger *ledger, const SkhTaskRecord *record, guint task)
{
  const SkhTask *found = &skh_ledger_get_tasks (ledger, NULL)[task];
  const SkhAssignment *lines
    = &skh_ledger_get_assignments (ledger, NULL)[found->first_assignment];
  guint n_owed = 0;

  for (guint i = 0; i < found->n_assignments; i++)
    {
      const SkhUnit *unit = &skh_ledger_get_units (ledger, NULL)[lines[i].unit];
      Days days = find_days (world, record->task, unit->id);

      if (!days.owes || !is_period_of (record, lines[i].line.period))
        {
          g_assert_true (has_work (ledger, &lines[i]));
          continue;
        }
      n_owed++;
      g_assert_cmpint (lines[i].line.from, ==, MAX (unit->opened, days.from));
      g_assert_cmpint (lines[i].line.to, ==, clip_to (unit->closed, days.to));
    }
  return n_owed;
}

static void
check_task (World *world, SkhLedger *ledger, const SkhTaskRecord *record)
{
  SkhPeriod periods[SKH_DEADLINE_MAX_PERIODS];
  guint n_periods = skh_deadline_get_periods (record->task->deadline.kind,
                                              record->owner->year, periods);
  guint n_owing = 0;

  for (guint i = 0; i < world->organisation->units->len; i++)
    {
      const SkhUnitRecord *unit = g_ptr_array_index (world->organisation->units, i);

      n_owing += find_days (world, record->task, unit->id).owes ? 1 : 0;
    }
  g_assert_cmpuint (check_lines (world, ledger, record,
                                 skh_ledger_find_task (ledger, record->task->no)),
                    ==, n_owing * n_periods);
}

static void
check_world (World *world)
{
  gint64 plan_id = 0;
  g_autoptr (SkhLedger) ledger = NULL;

  look (world);
  for (guint i = 0; i < world->tasks->len; i++)
    {
      const SkhTaskRecord *record = g_ptr_array_index (world->tasks, i);

      if (record->plan_id != plan_id)
        {
          g_clear_pointer (&ledger, skh_ledger_unref);
          ledger
            = skh_workbook_load_ledger (world->fixture->workbook, record->plan_id, NULL);
          plan_id = record->plan_id;
        }
      check_task (world, ledger, record);
    }
  edit_fixture_assert_sound (world->fixture);
}

/* — Lines in force, for the previews — */

static void
add_in_force (SkhLedger *ledger, GHashTable *lines)
{
  guint n;
  const SkhAssignment *assignments = skh_ledger_get_assignments (ledger, &n);

  for (guint i = 0; i < n; i++)
    if (skh_line_is_in_force (&assignments[i].line, assignments[i].line.period))
      {
        g_autofree char *period = skh_period_to_string (assignments[i].line.period);

        g_hash_table_add (
          lines,
          g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%s",
                           skh_ledger_get_tasks (ledger, NULL)[assignments[i].task].id,
                           skh_ledger_get_units (ledger, NULL)[assignments[i].unit].id,
                           period));
      }
}

static GHashTable *
list_in_force (World *world)
{
  g_autoptr (GPtrArray) plans = skh_workbook_list_plans (world->fixture->workbook, NULL);
  GHashTable *lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < plans->len; i++)
    {
      const SkhPlanRecord *plan = g_ptr_array_index (plans, i);
      g_autoptr (SkhLedger) ledger
        = skh_workbook_load_ledger (world->fixture->workbook, plan->id, NULL);

      add_in_force (ledger, lines);
    }
  return lines;
}

static guint
count_missing (GHashTable *lines, GHashTable *among)
{
  GHashTableIter iterator;
  gpointer line;
  guint n = 0;

  g_hash_table_iter_init (&iterator, lines);
  while (g_hash_table_iter_next (&iterator, &line, NULL))
    n += g_hash_table_contains (among, line) ? 0 : 1;
  return n;
}

/* — Edits — */

#define ONE_OF(world, array)                                                             \
  (g_ptr_array_index ((array),                                                           \
                      (guint)g_rand_int_range ((world)->rand, 0, (gint32)(array)->len)))

static SkhDate
draw_day (World *world)
{
  return skh_date_new (2023, 1, 1) + g_rand_int_range (world->rand, 0, 365);
}

static SkhDate
draw_day_or_none (World *world)
{
  return g_rand_int_range (world->rand, 0, 3) == 0 ? draw_day (world) : SKH_DATE_NONE;
}

/* One drawn edit, so that its preview and itself do the same. */
typedef struct
{
  int what;
  gint64 task;
  SkhDeadlineKind kind;
  const char *leads[4];
  gint64 unit, other, group;
  SkhMembership membership;
  SkhDate from, to;
  guint position;
  gboolean and_work;
} Edit;

static void
draw_deadline (SkhTaskRecord *record, const Edit *edit)
{
  SkhDeadline *deadline = &record->task->deadline;

  record->task->wording = "theo kế hoạch";
  record->task->event = "hướng dẫn";
  *deadline
    = (SkhDeadline){ edit->kind, SKH_DATE_NONE,
                     edit->to != SKH_DATE_NONE ? edit->to : skh_date_new (2023, 6, 30) };
}

static gboolean
put_task (SkhDatabase *db, const Edit *edit, GError **error)
{
  g_autoptr (SkhTaskRecord) record = skh_task_store_load (db, edit->task, error);

  if (record == NULL)
    return FALSE;
  record->task->lead = skh_plan_draft_list (record->owner, edit->leads);
  draw_deadline (record, edit);
  return skh_task_store_put (db, record, NULL, error);
}

static gboolean
put_unit (SkhDatabase *db, const Edit *edit, GError **error)
{
  g_autofree char *code = g_strdup_printf ("N%u", edit->position);
  SkhUnitEdit unit
    = { 0, edit->unit, code, "Đơn vị thêm", NULL, NULL, edit->from, edit->to };
  SkhMembership membership = { 0, edit->group, 0, edit->from, SKH_DATE_NONE };

  if (!skh_act_begin (db, "Thêm đơn vị", error))
    return FALSE;
  if (skh_unit_store_put (db, &unit, NULL, error))
    {
      membership.unit_id = unit.id;
      if (skh_membership_store_put (db, &membership, error))
        return skh_act_end (db, error);
    }
  skh_act_cancel (db);
  return FALSE;
}

static gboolean
put_group (SkhDatabase *db, const Edit *edit, GError **error)
{
  g_autofree char *code = g_strdup_printf ("G%u", edit->position);
  SkhGroupEdit group = { 0, code, "Khối thêm", NULL, NULL, 0, &edit->group, 1 };

  return skh_group_store_put (db, &group, NULL, error);
}

static gboolean
do_edit (SkhDatabase *db, gpointer data, GError **error)
{
  Edit *edit = data;
  SkhMembership membership = edit->membership;

  membership.from = edit->from;
  membership.to = edit->to;
  switch (edit->what)
    {
    case 0:
    case 1:
    case 2:
      return put_task (db, edit, error);
    case 3:
      return skh_task_store_move (db, edit->task, "III", edit->position, error);
    case 4:
      return skh_task_store_duplicate (db, edit->task, NULL, error);
    case 5:
      return skh_task_store_delete (db, edit->task, edit->and_work, error);
    case 6:
      return put_unit (db, edit, error);
    case 7:
      return skh_unit_store_move (db, edit->unit, edit->other, edit->position, error);
    case 8:
      return skh_unit_store_close (db, edit->unit, edit->to, error);
    case 9:
    case 10:
      return skh_unit_store_merge_into (db, edit->unit, edit->other, edit->to, error);
    case 11:
      return skh_unit_store_delete (db, edit->unit, error);
    case 12:
      return put_group (db, edit, error);
    case 13:
      return skh_membership_store_put (db, &membership, error);
    default:
      return skh_membership_store_remove (db, edit->membership.id, error);
    }
}

static void
draw_task (World *world, Edit *edit)
{
  g_autoptr (SkhLedger) ledger = edit_fixture_load (world->fixture);
  guint n;
  const SkhTask *tasks = skh_ledger_get_tasks (ledger, &n);

  if (n > 0)
    edit->task = tasks[g_rand_int_range (world->rand, 0, (gint32)n)].id;
}

static Edit
draw_edit (World *world)
{
  const SkhUnitRecord *unit = ONE_OF (world, world->organisation->units);
  const SkhUnitRecord *other = ONE_OF (world, world->organisation->units);
  const SkhGroupRecord *group = ONE_OF (world, world->organisation->groups);
  GArray *memberships = world->organisation->memberships;
  Edit edit = {
    .what = g_rand_int_range (world->rand, 0, 15),
    .kind = (SkhDeadlineKind)g_rand_int_range (world->rand, 0, SKH_N_DEADLINE_KINDS),
    .unit = unit->id,
    .other = other->id,
    .group = group->id,
    .from = draw_day_or_none (world),
    .to = draw_day_or_none (world),
    .position = (guint)g_rand_int_range (world->rand, 0, 40),
    .and_work = g_rand_boolean (world->rand),
  };

  draw_task (world, &edit);
  edit.leads[0] = group->code;
  if (g_rand_boolean (world->rand))
    edit.leads[1] = unit->code;
  if (memberships->len > 0 && g_rand_boolean (world->rand))
    edit.membership = g_array_index (memberships, SkhMembership,
                                     (guint)g_rand_int_range (world->rand, 0,
                                                              (gint32)memberships->len));
  else
    edit.membership = (SkhMembership){ .group_id = group->id, .unit_id = unit->id };
  return edit;
}

/* Now and then something is delivered, or taken back. */
static void
deliver_something (World *world)
{
  g_autoptr (SkhLedger) ledger = edit_fixture_load (world->fixture);
  guint n;
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, &n);
  const SkhAssignment *line;
  g_autofree char *period = NULL;

  if (n == 0)
    return;
  line = &lines[g_rand_int_range (world->rand, 0, (gint32)n)];
  period = skh_period_to_string (line->line.period);
  edit_fixture_deliver (world->fixture,
                        skh_ledger_get_units (ledger, NULL)[line->unit].code,
                        skh_ledger_get_tasks (ledger, NULL)[line->task].no, period,
                        line->line.state == SKH_STATE_DELIVERED ? SKH_DATE_NONE
                                                                : draw_day (world));
  world->n_acts++;
}

typedef struct
{
  Edit *edit;
  SkhChangePreview *preview;
} PreviewCall;

static gboolean
do_preview (SkhDatabase *db, gpointer data, GError **error)
{
  PreviewCall *call = data;

  call->preview = skh_change_preview_run (db, do_edit, call->edit, error);
  return call->preview != NULL;
}

static void
assert_between (guint n, guint least, guint most)
{
  g_assert_cmpuint (n, >=, least);
  g_assert_cmpuint (n, <=, most);
}

/* What the preview said is what happened. A line that is kept for its work, or lost with
   it, may have been in force or not. */
static void
compare_preview (World *world, const SkhChangePreview *preview, GHashTable *before)
{
  g_autoptr (GHashTable) after = list_in_force (world);
  const guint *n = preview->n;
  guint n_come = n[SKH_CHANGE_ADDED] + n[SKH_CHANGE_REVIVED];
  guint n_gone = n[SKH_CHANGE_REMOVED] + n[SKH_CHANGE_ENDED];

  assert_between (count_missing (after, before), n_come, n_come + n[SKH_CHANGE_KEPT]);
  assert_between (count_missing (before, after), n_gone,
                  n_gone + n[SKH_CHANGE_KEPT] + n[SKH_CHANGE_LOST]);
}

static void
try_edit (World *world, Edit *edit)
{
  g_autoptr (GError) error = NULL, refusal = NULL;
  g_autofree char *before = edit_fixture_picture (world->fixture);
  g_autofree char *previewed = NULL, *after = NULL;
  g_autoptr (GHashTable) in_force = list_in_force (world);
  PreviewCall call = { edit, NULL };

  skh_workbook_run (world->fixture->workbook, do_preview, &call, &refusal);
  previewed = edit_fixture_picture (world->fixture);
  g_assert_cmpstr (before, ==, previewed);
  skh_workbook_run (world->fixture->workbook, do_edit, edit, &error);
  g_assert_true ((error == NULL) == (refusal == NULL));
  after = edit_fixture_picture (world->fixture);
  if (error != NULL)
    {
      g_assert_cmpint (error->domain, ==, SKH_STORE_ERROR);
      g_assert_cmpstr (error->message, ==, refusal->message);
      g_assert_cmpstr (before, ==, after);
      return;
    }
  compare_preview (world, call.preview, in_force);
  skh_change_preview_free (call.preview);
  if (!g_str_equal (before, after))
    world->n_acts++;
}

static void
test_random (EditFixture *fixture, gconstpointer data)
{
  World world
    = { .fixture = fixture, .rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data)) };
  g_autofree char *first = edit_fixture_picture (fixture);
  g_autofree char *last = NULL, *undone = NULL, *redone = NULL;

  world.tasks = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_task_record_free);
  look (&world);
  for (guint i = 0; i < N_EDITS; i++)
    {
      Edit edit = draw_edit (&world);

      g_test_message ("edit %u: %d", i, edit.what);
      if (i % 3 == 0)
        deliver_something (&world);
      try_edit (&world, &edit);
      check_world (&world);
    }
  g_assert_cmpuint (world.n_acts, >, N_EDITS / 3);
  last = edit_fixture_picture (fixture);
  for (guint i = 0; i < world.n_acts; i++)
    edit_fixture_undo (fixture);
  undone = edit_fixture_picture (fixture);
  g_assert_cmpstr (undone, ==, first);
  for (guint i = 0; i < world.n_acts; i++)
    edit_fixture_redo (fixture);
  redone = edit_fixture_picture (fixture);
  g_assert_cmpstr (redone, ==, last);
  g_ptr_array_unref (world.tasks);
  skh_organisation_free (world.organisation);
  g_rand_free (world.rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 8; seed++)
    {
      g_autofree char *name = g_strdup_printf ("/edit-random/seed-%u", seed);

      g_test_add (name, EditFixture, GUINT_TO_POINTER (seed), edit_fixture_set_up,
                  test_random, edit_fixture_tear_down);
    }
  return g_test_run ();
}
