/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-ledger.h"

#include "sample-draft.h"
#include "skh-stores.h"

#include <glib/gstdio.h>

static gboolean
create_plan (SkhDatabase *db, gpointer draft, GError **error)
{
  return skh_plan_store_create (db, draft, error);
}

void
sample_ledger_create (SampleLedger *self, SkhPlanDraft *draft)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("skh-ledger-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "sample.skh", NULL);
  self->workbook = skh_workbook_create (self->path, &error);
  g_assert_no_error (error);
  skh_workbook_run (self->workbook, create_plan, draft, &error);
  g_assert_no_error (error);
}

/* The sample as a file, which is made once a program: founding a workbook takes longer
   than most of what is looked at in it. */
static GBytes *
get_founded (void)
{
  static GBytes *founded;
  g_autoptr (SkhPlanDraft) draft = NULL;
  SampleLedger sample;
  char *contents;
  gsize length;

  if (founded != NULL)
    return founded;
  draft = sample_draft_new ();
  sample_ledger_create (&sample, draft);
  skh_workbook_close (sample.workbook);
  g_assert_true (g_file_get_contents (sample.path, &contents, &length, NULL));
  founded = g_bytes_new_take (contents, length);
  sample_ledger_tear_down (&sample, NULL);
  return founded;
}

void
sample_ledger_set_up (SampleLedger *self, gconstpointer data)
{
  GBytes *founded = get_founded ();
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("skh-ledger-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "sample.skh", NULL);
  g_file_set_contents (self->path, g_bytes_get_data (founded, NULL),
                       (gssize)g_bytes_get_size (founded), &error);
  g_assert_no_error (error);
  self->workbook = skh_workbook_open (self->path, SKH_WORKBOOK_OPEN_WRITE, &error);
  g_assert_no_error (error);
}

void
sample_ledger_tear_down (SampleLedger *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_clear_object (&self->workbook);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

SkhLedger *
sample_ledger_load (SampleLedger *self)
{
  g_autoptr (GError) error = NULL;
  SkhLedger *ledger = skh_workbook_load_ledger (self->workbook, 0, &error);

  g_assert_no_error (error);
  return ledger;
}

guint
sample_ledger_find (SkhLedger *ledger,
                    const char *unit,
                    const char *task,
                    const char *period)
{
  guint index = skh_ledger_find_assignment (ledger, skh_ledger_find_task (ledger, task),
                                            skh_ledger_find_unit (ledger, unit),
                                            period != NULL ? skh_period_parse (period)
                                                           : SKH_PERIOD_INIT_NONE);

  g_assert_cmpuint (index, !=, SKH_NO_INDEX);
  return index;
}

static gboolean
apply (SkhDatabase *db, gpointer edit, GError **error)
{
  return skh_assignment_store_edit (db, "a test's edit", edit, 1, error);
}

static void
run_edit (SampleLedger *self,
          const char *unit,
          const char *task,
          const char *period,
          SkhAssignmentEdit edit)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (self);
  g_autoptr (GError) error = NULL;
  guint index = sample_ledger_find (ledger, unit, task, period);

  edit.assignment_id = skh_ledger_get_assignments (ledger, NULL)[index].id;
  skh_workbook_run (self->workbook, apply, &edit, &error);
  g_assert_no_error (error);
}

void
sample_ledger_deliver (SampleLedger *self,
                       const char *unit,
                       const char *task,
                       const char *period,
                       const char *day)
{
  run_edit (self, unit, task, period,
            (SkhAssignmentEdit){ .fields = SKH_EDIT_STATE | SKH_EDIT_DELIVERED_ON,
                                 .state = SKH_STATE_DELIVERED,
                                 .delivered_on = skh_date_parse_iso (day) });
}

void
sample_ledger_set_state (SampleLedger *self,
                         const char *unit,
                         const char *task,
                         const char *period,
                         SkhState state)
{
  run_edit (self, unit, task, period,
            (SkhAssignmentEdit){ .fields = SKH_EDIT_STATE | SKH_EDIT_REASON,
                                 .state = state,
                                 .reason = "a test's reason" });
}

void
sample_ledger_count (SampleLedger *self,
                     const char *unit,
                     const char *task,
                     const char *period,
                     gint64 count,
                     gint64 total)
{
  run_edit (self, unit, task, period,
            (SkhAssignmentEdit){ .fields = SKH_EDIT_STATE | SKH_EDIT_COUNT,
                                 .state = SKH_STATE_IN_PROGRESS,
                                 .count = count,
                                 .total = total });
}

static gboolean
run_undo (SkhDatabase *db, gpointer data, GError **error)
{
  g_autofree char *label = skh_act_undo (db, error);

  return label != NULL;
}

void
sample_ledger_undo (SampleLedger *self)
{
  g_autoptr (GError) error = NULL;

  skh_workbook_run (self->workbook, run_undo, NULL, &error);
  g_assert_no_error (error);
}
