/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One more plan in the workbook: empty, with the sections of the plan that is looked at,
   or by a template. */
#include "skh-form-dialog.h"
#include "skh-plan-dialogs.h"
#include "skh-plan-template.h"

#include <glib/gi18n-lib.h>

/* As in templates. */
#define MIN_YEAR 1990
#define MAX_YEAR 2100

/* The places of the choice before the templates. */
enum
{
  BASE_EMPTY,
  BASE_SECTIONS,
  N_BASES,
};

typedef struct
{
  SkhFormDialog *form;
  SkhSession *session;  /* owned */
  GPtrArray *templates; /* SkhTemplateInfo */
  SkhInput *title, *short_title, *number, *year;
  GtkDropDown *base;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_object_unref (asking->session);
  g_clear_pointer (&asking->templates, g_ptr_array_unref);
  g_free (asking);
}

/* — On the database thread — */

typedef struct
{
  gint64 like_plan; /* whose sections and tables are taken */
  gint64 plan_id;   /* of the new plan */
  guint base;
  int year;
  char *template_id, *title, *short_title, *number;
} NewPlan;

static void
new_plan_free (gpointer data)
{
  NewPlan *plan = data;

  g_free (plan->template_id);
  g_free (plan->title);
  g_free (plan->short_title);
  g_free (plan->number);
  g_free (plan);
}

/* A column filled from tasks means nothing in a plan that has others. */
static gboolean
is_of_tasks (const SkhReportTableDraft *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *source = g_array_index (table->columns, SkhReportColumnDraft, i).source;

      if (!g_str_has_prefix (source, "rates:") && !g_str_has_prefix (source, "text:"))
        return TRUE;
    }
  return FALSE;
}

static void
keep_tables_of_rates (SkhPlanDraft *draft)
{
  for (guint i = draft->report_tables->len; i > 0; i--)
    {
      SkhReportTableDraft *table
        = &g_array_index (draft->report_tables, SkhReportTableDraft, i - 1);

      if (is_of_tasks (table))
        {
          g_clear_pointer (&table->columns, g_array_unref);
          g_array_remove_index (draft->report_tables, i - 1);
        }
    }
}

static void
drop_tasks (SkhPlanDraft *draft)
{
  for (guint i = 0; i < draft->tasks->len; i++)
    g_clear_pointer (&g_array_index (draft->tasks, SkhTaskDraft, i).measures,
                     g_array_unref);
  g_array_set_size (draft->tasks, 0);
}

/* The units, the recipients and the table of rates go with every plan of the office. */
static SkhPlanDraft *
make_like (SkhDatabase *db, const NewPlan *plan, GError **error)
{
  SkhPlanDraft *draft = skh_plan_store_dup_draft (db, plan->like_plan, error);

  if (draft == NULL)
    return NULL;
  drop_tasks (draft);
  keep_tables_of_rates (draft);
  g_array_set_size (draft->documents, 0);
  if (plan->base == BASE_EMPTY)
    g_array_set_size (draft->sections, 0);
  draft->template_id = NULL;
  return draft;
}

static gboolean
add_plan (SkhDatabase *db, gpointer data, GError **error)
{
  NewPlan *plan = data;
  g_autoptr (SkhPlanDraft) draft
    = plan->template_id != NULL
        ? skh_plan_template_read_builtin (plan->template_id, plan->year, error)
        : make_like (db, plan, error);

  if (draft == NULL)
    return FALSE;
  draft->year = plan->year;
  draft->title = skh_plan_draft_string (draft, plan->title);
  draft->short_title
    = skh_plan_draft_string (draft, *plan->short_title != '\0' ? plan->short_title
                                                               : plan->title);
  draft->number
    = *plan->number != '\0' ? skh_plan_draft_string (draft, plan->number) : NULL;
  return skh_plan_store_add_plan (db, draft, &plan->plan_id, error);
}

/* — In the window — */

static void
on_added (SkhSession *session, gpointer data, const GError *error, gpointer owner)
{
  const NewPlan *plan = data;

  if (error != NULL)
    {
      skh_form_dialog_set_fault (owner, error->message);
      return;
    }
  skh_session_set_plan (session, plan->plan_id);
  gtk_window_close (owner);
}

static gboolean
read_year (Asking *asking, int *year)
{
  g_autofree char *text = skh_input_dup_text (asking->year);
  guint64 number = 0;
  gboolean is_year
    = g_ascii_string_to_unsigned (text, 10, MIN_YEAR, MAX_YEAR, &number, NULL);

  skh_input_set_fault (asking->year,
                       is_year ? NULL : _ ("This is no year; write it as 2024."));
  *year = (int)number;
  return is_year;
}

static gboolean
check_title (Asking *asking)
{
  g_autofree char *title = skh_input_dup_text (asking->title);

  skh_input_set_fault (asking->title,
                       *title == '\0' ? _ ("A plan needs a title.") : NULL);
  return *title != '\0';
}

static void
on_submitted (Asking *asking)
{
  guint base = gtk_drop_down_get_selected (asking->base);
  NewPlan *plan;
  int year;
  gboolean is_right = check_title (asking);

  if (!read_year (asking, &year) || !is_right)
    return;
  plan = g_new0 (NewPlan, 1);
  plan->like_plan = skh_session_get_plan_id (asking->session);
  plan->year = year;
  plan->base = base;
  plan->title = skh_input_dup_text (asking->title);
  plan->short_title = skh_input_dup_text (asking->short_title);
  plan->number = skh_input_dup_text (asking->number);
  if (base >= N_BASES)
    {
      const SkhTemplateInfo *info = asking->templates->pdata[base - N_BASES];

      plan->template_id = g_strdup (info->id);
    }
  skh_session_apply (asking->session, add_plan, plan, new_plan_free, on_added,
                     asking->form);
}

static GtkWidget *
make_bases (Asking *asking)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Nothing: sections and tasks are written anew"));
  gtk_string_list_append (names, _ ("The sections of the plan shown now"));
  asking->templates = skh_plan_template_list (NULL);
  for (guint i = 0; asking->templates != NULL && i < asking->templates->len; i++)
    {
      const SkhTemplateInfo *info = asking->templates->pdata[i];

      gtk_string_list_take (names, g_strdup_printf (_ ("Template: %s"), info->title));
    }
  return gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
}

void
skh_plan_dialog_new_plan (GtkWindow *parent, SkhSession *session)
{
  SkhLedger *ledger = skh_session_get_ledger (session);
  Asking *asking;
  g_autofree char *year = NULL;

  if (ledger == NULL)
    return;
  year = g_strdup_printf ("%d", skh_ledger_get_plan (ledger)->year);
  asking = g_new0 (Asking, 1);
  asking->session = g_object_ref (session);
  asking->form = skh_form_dialog_new (parent, _ ("New Plan"), _ ("Add"));
  asking->title = skh_form_dialog_add_field (asking->form, _ ("Title"), NULL);
  asking->short_title
    = skh_form_dialog_add_field (asking->form, _ ("Short title, for headings and lists"),
                                 NULL);
  asking->number
    = skh_form_dialog_add_field (asking->form, _ ("Number and symbol"), NULL);
  asking->year = skh_form_dialog_add_field (asking->form, _ ("Year"), year);
  asking->base = GTK_DROP_DOWN (make_bases (asking));
  skh_form_dialog_add (asking->form, _ ("Begin with"), GTK_WIDGET (asking->base));
  g_signal_connect_data (asking->form, "submitted", G_CALLBACK (on_submitted), asking,
                         asking_free, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (asking->form));
  gtk_widget_grab_focus (GTK_WIDGET (asking->title));
}
