/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-new-workbook.h"

#include "skh-plan-adder.h"
#include "skh-plan-template.h"
#include "skh-workbook-maker.h"

typedef struct
{
  char *path, *template_id;
  int year;
  gboolean blank;
  SkhNewWorkbookFunc func;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_free (making->path);
  g_free (making->template_id);
  g_free (making);
}

/* On a thread of its own: reading the template and the first writing take longer than a
   frame. */
static void
make (GTask *task, gpointer owner, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  GError *error = NULL;
  g_autoptr (SkhPlanDraft) draft
    = skh_plan_template_read_builtin (making->template_id, making->year, &error);
  SkhWorkbook *workbook = NULL;

  if (draft != NULL && making->blank)
    skh_plan_adder_blank (draft, FALSE);
  if (draft != NULL)
    workbook = skh_workbook_maker_create (making->path, draft, &error);
  if (workbook != NULL)
    g_task_return_pointer (task, workbook, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
on_made (GObject *owner, GAsyncResult *result, gpointer data)
{
  Making *making = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhWorkbook) workbook = g_task_propagate_pointer (G_TASK (result), &error);

  making->func (workbook, error, owner);
}

/* Makes a workbook (never over another file) with the plan of a template for a year; when
   blank without its tasks, for the units alone. func is called once, on this thread, with
   owner as its user_data. */
void
skh_new_workbook_make (const char *path,
                       const char *template_id,
                       int year,
                       gboolean blank,
                       SkhNewWorkbookFunc func,
                       GObject *owner)
{
  g_autoptr (GTask) task = g_task_new (owner, NULL, on_made, NULL);
  Making *making = g_new0 (Making, 1);

  making->path = g_strdup (path);
  making->template_id = g_strdup (template_id);
  making->year = year;
  making->blank = blank;
  making->func = func;
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, make);
}
