/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A register on its way out: what the list shows, as the report of its declaration. */
#include "skh-register-pane-private.h"

#include "skh-file-choice.h"
#include "skh-paper-printer.h"
#include "skh-report-maker.h"
#include "skh-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SkhRegisterPane *pane;
  SkhReportKind kind;
  char *path;
} Export;

static Export *
export_new (SkhRegisterPane *self, SkhReportKind kind, const char *path)
{
  Export *export = g_new (Export, 1);

  export->kind = kind;
  export->pane = g_object_ref (self);
  export->path = g_strdup (path);
  return export;
}

static void
export_free (gpointer data)
{
  Export *export = data;

  g_object_unref (export->pane);
  g_free (export->path);
  g_free (export);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (GError) error = NULL;

  if (skh_report_maker_write_finish (result, &error))
    skh_session_report_exported (SKH_SESSION (source), export->path);
  else
    skh_session_report_fault (SKH_SESSION (source), error->message);
  export_free (export);
}

/* The columns of the list are for the screen; paper has the declaration's. */
static SkhRegisterQuery *
dup_query (SkhRegisterPane *self)
{
  SkhRegisterQuery *query = skh_register_query_copy (self->query);

  g_array_set_size (query->columns, 0);
  return query;
}

static void
on_path_chosen (const char *path, gpointer user_data)
{
  const Export *export = user_data;
  SkhRegisterPane *self = export->pane;
  g_autoptr (SkhRegisterQuery) query = NULL;
  SkhReportRequest request = { .kind = export->kind };

  if (self->query == NULL || skh_session_get_ledger (self->session) == NULL)
    return;
  query = dup_query (self);
  request.query = query;
  skh_report_maker_write_async (self->session, &request, path, NULL, on_written,
                                export_new (self, export->kind, path));
}

/* "Van ban 2023-04-15.xlsx": plain letters, for files travel to old desks. */
static char *
dup_file_name (SkhRegisterPane *self, const char *suffix)
{
  g_autofree char *name = skh_text_fold (skh_register_get_name (self->reg));
  g_autofree char *day = skh_date_to_iso (skh_session_get_on (self->session));

  *name = g_ascii_toupper (*name);
  return g_strdup_printf ("%s %s%s", name, day, suffix);
}

static void
choose_place (SkhRegisterPane *self,
              SkhReportKind kind,
              const char *title,
              const char *suffix)
{
  g_autofree char *name = NULL;

  if (self->query == NULL || skh_session_get_ledger (self->session) == NULL)
    return;
  name = dup_file_name (self, suffix);
  skh_file_choice_save_owned (skh_register_pane_get_window (self), title, name, suffix,
                              on_path_chosen, export_new (self, kind, NULL), export_free);
}

void
skh_register_pane_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (g_str_equal (action, "register.export-excel"))
    choose_place (SKH_REGISTER_PANE (widget), SKH_REPORT_REGISTER, _ ("Export to Excel"),
                  ".xlsx");
  else if (g_str_equal (action, "register.export-by-unit"))
    choose_place (SKH_REGISTER_PANE (widget), SKH_REPORT_REGISTER_BY_UNIT,
                  _ ("Export to Excel"), ".xlsx");
  else
    choose_place (SKH_REGISTER_PANE (widget), SKH_REPORT_REGISTER, _ ("Export to PDF"),
                  ".pdf");
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhRegisterPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhPaper) paper = skh_report_maker_make_finish (result, &error);

  if (self->session == NULL)
    return;
  if (paper == NULL
      || !skh_paper_printer_run (paper, skh_register_pane_get_window (self), &error))
    skh_session_report_fault (self->session, error->message);
}

void
skh_register_pane_print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SkhRegisterPane *self = SKH_REGISTER_PANE (widget);
  SkhReportRequest request = { .kind = SKH_REPORT_REGISTER };
  g_autoptr (SkhRegisterQuery) query = NULL;

  if (self->query == NULL || skh_session_get_ledger (self->session) == NULL)
    return;
  query = dup_query (self);
  request.query = query;
  skh_report_maker_make_async (self->session, &request, NULL, on_made,
                               g_object_ref (self));
}
