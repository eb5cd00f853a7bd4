/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Forms of commitments on paper: of the lines that are selected, or of all shown. */
#include "skh-commitments-private.h"

#include "skh-file-choice.h"
#include "skh-paper-printer.h"
#include "skh-report-maker.h"

#include <glib/gi18n-lib.h>

/* Whose forms; the request borrows from it. */
typedef struct
{
  SkhCommitmentsPage *page;
  SkhRegisterQuery *query;
  GArray *ids; /* gint64; empty: all of the query */
  char *path;
} Forms;

static void
forms_free (gpointer data)
{
  Forms *forms = data;

  g_object_unref (forms->page);
  skh_register_query_free (forms->query);
  g_array_unref (forms->ids);
  g_free (forms->path);
  g_free (forms);
}

/* NULL, said why, when there is nothing to print. */
static Forms *
forms_new (SkhCommitmentsPage *self, GVariant *target)
{
  gboolean selected = g_str_equal (g_variant_get_string (target, NULL), "selected");
  SkhRegisterQuery *query = skh_register_pane_dup_query (self->pane);
  g_autoptr (GArray) ids = skh_register_pane_list_selected (self->pane);
  Forms *forms;

  if (query == NULL || skh_session_get_ledger (self->session) == NULL)
    {
      g_clear_pointer (&query, skh_register_query_free);
      return NULL;
    }
  if (selected && ids->len == 0)
    {
      skh_register_query_free (query);
      skh_session_report_fault (self->session, _ ("Select the lines in the list first."));
      return NULL;
    }
  forms = g_new0 (Forms, 1);
  forms->page = g_object_ref (self);
  forms->query = query;
  forms->ids = selected ? g_array_ref (ids) : g_array_new (FALSE, FALSE, sizeof (gint64));
  return forms;
}

static SkhReportRequest
get_request (const Forms *forms)
{
  return (SkhReportRequest){
    .kind = SKH_REPORT_COMMITMENT_FORMS,
    .query = forms->query,
    .ids = (const gint64 *)(gpointer)forms->ids->data,
    .n_ids = forms->ids->len,
  };
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Forms *forms = user_data;
  g_autoptr (GError) error = NULL;

  if (skh_report_maker_write_finish (result, &error))
    skh_session_report_exported (SKH_SESSION (source), forms->path);
  else
    skh_session_report_fault (SKH_SESSION (source), error->message);
  forms_free (forms);
}

static Forms *
forms_copy (const Forms *forms, const char *path)
{
  Forms *copy = g_new0 (Forms, 1);

  copy->page = g_object_ref (forms->page);
  copy->query = skh_register_query_copy (forms->query);
  copy->ids = g_array_ref (forms->ids);
  copy->path = g_strdup (path);
  return copy;
}

static void
on_path_chosen (const char *path, gpointer user_data)
{
  Forms *forms = forms_copy (user_data, path);
  SkhReportRequest request = get_request (forms);

  if (skh_session_get_ledger (forms->page->session) == NULL)
    {
      forms_free (forms);
      return;
    }
  skh_report_maker_write_async (forms->page->session, &request, path, NULL, on_written,
                                forms);
}

void
skh_commitments_page_write_forms (GtkWidget *widget, const char *name, GVariant *target)
{
  SkhCommitmentsPage *self = SKH_COMMITMENTS_PAGE (widget);
  Forms *forms = forms_new (self, target);
  g_autofree char *offered = NULL;

  if (forms == NULL)
    return;
  offered = g_strdup_printf ("Ban cam ket %d.pdf", skh_commitments_page_get_year (self));
  skh_file_choice_save_owned (skh_commitments_page_get_window (self), _ ("Forms to PDF"),
                              offered, ".pdf", on_path_chosen, forms, forms_free);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Forms *forms = user_data;
  SkhCommitmentsPage *self = forms->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhPaper) paper = skh_report_maker_make_finish (result, &error);

  if (self->session != NULL
      && (paper == NULL
          || !skh_paper_printer_run (paper, skh_commitments_page_get_window (self),
                                     &error)))
    skh_session_report_fault (self->session, error->message);
  forms_free (forms);
}

void
skh_commitments_page_print_forms (GtkWidget *widget, const char *name, GVariant *target)
{
  Forms *forms = forms_new (SKH_COMMITMENTS_PAGE (widget), target);
  SkhReportRequest request;

  if (forms == NULL)
    return;
  request = get_request (forms);
  skh_report_maker_make_async (forms->page->session, &request, NULL, on_made, forms);
}
