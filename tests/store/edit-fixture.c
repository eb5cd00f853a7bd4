/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit-fixture.h"

#include "sample-draft.h"
#include "skh-statement.h"

#include <glib/gstdio.h>

static gboolean
create_sample (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhPlanDraft) draft = sample_draft_new ();

  return skh_plan_store_create (db, draft, error);
}

void
edit_fixture_set_up (EditFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("sổ-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "sổ mẫu.skh", NULL);
  self->workbook = skh_workbook_create (self->path, &error);
  g_assert_no_error (error);
  skh_workbook_run (self->workbook, create_sample, NULL, &error);
  g_assert_no_error (error);
}

void
edit_fixture_tear_down (EditFixture *self, gconstpointer data)
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

/* — Pictures — */

static GPtrArray *
list_texts (SkhDatabase *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhStatement) row = skh_statement_new (db, g_intern_string (sql), &error);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  while (skh_statement_step (row, &error))
    g_ptr_array_add (texts, skh_statement_dup_text (row, 0));
  g_assert_no_error (error);
  return texts;
}

static void
add_table (SkhDatabase *db, const char *table, GString *picture)
{
  g_autofree char *columns_sql
    = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", table);
  g_autoptr (GPtrArray) columns = list_texts (db, columns_sql);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GString) sql = g_string_new ("SELECT ''");

  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, " || ' ' || quote (\"%s\")",
                            (char *)g_ptr_array_index (columns, i));
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY 1", table);
  rows = list_texts (db, sql->str);
  g_string_append_printf (picture, "%s\n", table);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (picture, "%s\n", (char *)g_ptr_array_index (rows, i));
}

static gboolean
take_picture (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) tables
    = list_texts (db, "SELECT name FROM sqlite_schema WHERE type = 'table'"
                      " AND name NOT IN ('act', 'meta') AND name NOT LIKE 'sqlite_%'"
                      " ORDER BY name");

  for (guint i = 0; i < tables->len; i++)
    add_table (db, g_ptr_array_index (tables, i), data);
  return TRUE;
}

char *
edit_fixture_picture (EditFixture *self)
{
  GString *picture = g_string_new (NULL);

  skh_workbook_run (self->workbook, take_picture, picture, NULL);
  return g_string_free (picture, FALSE);
}

static gboolean
run_check (SkhDatabase *db, gpointer data, GError **error)
{
  GPtrArray **faults = data;

  *faults = skh_check_run (db, error);
  return *faults != NULL;
}

void
edit_fixture_assert_sound (EditFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  skh_workbook_run (self->workbook, run_check, &faults, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *)g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
}

gboolean
edit_fixture_run_undo (SkhDatabase *db, gpointer data, GError **error)
{
  g_autofree char *label = skh_act_undo (db, error);

  return label != NULL;
}

gboolean
edit_fixture_run_redo (SkhDatabase *db, gpointer data, GError **error)
{
  g_autofree char *label = skh_act_redo (db, error);

  return label != NULL;
}

void
edit_fixture_undo (EditFixture *self)
{
  g_autoptr (GError) error = NULL;

  skh_workbook_run (self->workbook, edit_fixture_run_undo, NULL, &error);
  g_assert_no_error (error);
}

void
edit_fixture_redo (EditFixture *self)
{
  g_autoptr (GError) error = NULL;

  skh_workbook_run (self->workbook, edit_fixture_run_redo, NULL, &error);
  g_assert_no_error (error);
}

void
edit_fixture_assert_act (EditFixture *self, SkhWorkbookFunc edit, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = edit_fixture_picture (self);
  g_autofree char *after = NULL, *undone = NULL, *redone = NULL;

  skh_workbook_run (self->workbook, edit, data, &error);
  g_assert_no_error (error);
  edit_fixture_assert_sound (self);
  after = edit_fixture_picture (self);
  g_assert_cmpstr (before, !=, after);
  edit_fixture_undo (self);
  undone = edit_fixture_picture (self);
  g_assert_cmpstr (before, ==, undone);
  edit_fixture_redo (self);
  redone = edit_fixture_picture (self);
  g_assert_cmpstr (after, ==, redone);
}

void
edit_fixture_assert_refused (EditFixture *self,
                             SkhWorkbookFunc edit,
                             gpointer data,
                             const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = edit_fixture_picture (self);
  g_autofree char *after = NULL;

  g_assert_false (skh_workbook_run (self->workbook, edit, data, &error));
  g_assert_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID);
  if (strstr (error->message, text) == NULL)
    g_test_message ("“%s” does not say “%s”", error->message, text);
  g_assert_nonnull (strstr (error->message, text));
  after = edit_fixture_picture (self);
  g_assert_cmpstr (before, ==, after);
}

/* — Looking and delivering — */

SkhLedger *
edit_fixture_load (EditFixture *self)
{
  g_autoptr (GError) error = NULL;
  SkhLedger *ledger = skh_workbook_load_ledger (self->workbook, 0, &error);

  g_assert_no_error (error);
  return ledger;
}

gint64
edit_fixture_task (EditFixture *self, const char *no)
{
  g_autoptr (SkhLedger) ledger = edit_fixture_load (self);
  guint index = skh_ledger_find_task (ledger, no);

  return index != SKH_NO_INDEX ? skh_ledger_get_tasks (ledger, NULL)[index].id : 0;
}

gint64
edit_fixture_unit (EditFixture *self, const char *code)
{
  g_autoptr (SkhLedger) ledger = edit_fixture_load (self);
  guint index = skh_ledger_find_unit (ledger, code);

  return index != SKH_NO_INDEX ? skh_ledger_get_units (ledger, NULL)[index].id : 0;
}

guint
edit_fixture_count_lines (EditFixture *self, const char *no)
{
  g_autoptr (SkhLedger) ledger = edit_fixture_load (self);
  guint index = skh_ledger_find_task (ledger, no);

  g_assert_cmpuint (index, !=, SKH_NO_INDEX);
  return skh_ledger_get_tasks (ledger, NULL)[index].n_assignments;
}

static gboolean
run_edit (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_assignment_store_edit (db, "Đánh dấu", data, 1, error);
}

static void
edit_line (EditFixture *self,
           const char *unit,
           const char *no,
           const char *period,
           SkhAssignmentEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhLedger) ledger = edit_fixture_load (self);
  guint index = skh_ledger_find_assignment (ledger, skh_ledger_find_task (ledger, no),
                                            skh_ledger_find_unit (ledger, unit),
                                            period != NULL ? skh_period_parse (period)
                                                           : SKH_PERIOD_INIT_NONE);

  g_assert_cmpuint (index, !=, SKH_NO_INDEX);
  edit->assignment_id = skh_ledger_get_assignments (ledger, NULL)[index].id;
  skh_workbook_run (self->workbook, run_edit, edit, &error);
  g_assert_no_error (error);
}

void
edit_fixture_deliver (EditFixture *self,
                      const char *unit,
                      const char *no,
                      const char *period,
                      SkhDate day)
{
  SkhAssignmentEdit edit = {
    .fields = SKH_EDIT_STATE | SKH_EDIT_DELIVERED_ON,
    .state = day != SKH_DATE_NONE ? SKH_STATE_DELIVERED : SKH_STATE_NOT_STARTED,
    .delivered_on = day,
    .total = -1,
  };

  edit_line (self, unit, no, period, &edit);
}

void
edit_fixture_enter_figure (EditFixture *self,
                           const char *unit,
                           const char *no,
                           const char *period,
                           const char *key,
                           gint64 value,
                           gint64 total)
{
  SkhFigureEdit figure = { key, value, total };
  SkhAssignmentEdit edit = { .total = -1, .figures = &figure, .n_figures = 1 };

  edit_line (self, unit, no, period, &edit);
}
