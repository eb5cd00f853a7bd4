/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-plan-dialogs.h"

#include "skh-prompt.h"

#include <glib/gi18n-lib.h>

/* What is asked; it lives as long as the window that asks. */
typedef struct
{
  SkhPrompt *prompt;
  SkhSession *session; /* owned */
  char *code;          /* of the section that is renamed; NULL: a new one */
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_object_unref (asking->session);
  g_free (asking->code);
  g_free (asking);
}

/* Done, or the window stays with what was typed and says why. */
static void
on_applied (SkhSession *session, gpointer edit, const GError *error, gpointer owner)
{
  if (error != NULL)
    skh_prompt_set_fault (owner, NULL, error->message);
  else
    gtk_window_close (owner);
}

/* — Sections — */

typedef struct
{
  gint64 plan_id;
  char *old_code; /* NULL: a new section */
  char *code, *title;
} SectionEdit;

static void
section_edit_free (gpointer data)
{
  SectionEdit *edit = data;

  g_free (edit->old_code);
  g_free (edit->code);
  g_free (edit->title);
  g_free (edit);
}

static gboolean
put_section (SkhDatabase *db, gpointer data, GError **error)
{
  const SectionEdit *edit = data;
  SkhSectionDraft section = { edit->code, edit->title };

  return edit->old_code != NULL
           ? skh_section_store_rename (db, edit->plan_id, edit->old_code, &section, error)
           : skh_section_store_add (db, edit->plan_id, &section, G_MAXUINT, error);
}

static char *
dup_typed (SkhPrompt *prompt, const char *key)
{
  return g_strstrip (g_strdup (skh_prompt_get_text (prompt, key)));
}

static void
on_section_accepted (Asking *asking)
{
  SectionEdit *edit = g_new (SectionEdit, 1);

  edit->plan_id = skh_session_get_plan_id (asking->session);
  edit->old_code = g_strdup (asking->code);
  edit->code = dup_typed (asking->prompt, "code");
  edit->title = dup_typed (asking->prompt, "title");
  skh_session_apply (asking->session, put_section, edit, section_edit_free, on_applied,
                     asking->prompt);
}

static void
ask_section (GtkWindow *parent, SkhSession *session, const SkhSection *section)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->session = g_object_ref (session);
  asking->code = section != NULL ? g_strdup (section->code) : NULL;
  asking->prompt
    = skh_prompt_new (parent,
                      section != NULL ? _ ("Rename the Section") : _ ("New Section"),
                      section != NULL ? _ ("Rename") : _ ("Add"));
  g_signal_connect_data (asking->prompt, "accepted", G_CALLBACK (on_section_accepted),
                         asking, asking_free, G_CONNECT_SWAPPED);
  skh_prompt_add_text (asking->prompt, "code", _ ("Number in the plan, such as II.1"),
                       section != NULL ? section->code : NULL, NULL);
  skh_prompt_add_text (asking->prompt, "title", _ ("Title of the section"),
                       section != NULL ? section->title : NULL, NULL);
  gtk_window_present (GTK_WINDOW (asking->prompt));
}

void
skh_plan_dialog_new_section (GtkWindow *parent, SkhSession *session)
{
  ask_section (parent, session, NULL);
}

void
skh_plan_dialog_rename_section (GtkWindow *parent, SkhSession *session, const char *code)
{
  SkhLedger *ledger = skh_session_get_ledger (session);
  guint section = ledger != NULL ? skh_ledger_find_section (ledger, code) : SKH_NO_INDEX;

  if (section != SKH_NO_INDEX)
    ask_section (parent, session, &skh_ledger_get_sections (ledger, NULL)[section]);
}

/* — The plan away — */

typedef struct
{
  gint64 plan_id;
  gboolean and_work;
} PlanEdit;

static const SkhPlanRecord *
find_plan (SkhSession *session)
{
  GPtrArray *plans = skh_session_get_plans (session);

  for (guint i = 0; i < plans->len; i++)
    {
      const SkhPlanRecord *plan = plans->pdata[i];

      if (plan->id == skh_session_get_plan_id (session))
        return plan;
    }
  return NULL;
}

static gboolean
delete_plan (SkhDatabase *db, gpointer data, GError **error)
{
  const PlanEdit *edit = data;

  return skh_plan_store_delete (db, edit->plan_id, edit->and_work, error);
}

static void
on_delete_answered (AdwMessageDialog *dialog, const char *response, SkhSession *session)
{
  PlanEdit *edit;

  if (!g_str_equal (response, "delete"))
    return;
  edit = g_new0 (PlanEdit, 1);
  edit->plan_id = skh_session_get_plan_id (session);
  edit->and_work = TRUE;
  skh_session_apply (session, delete_plan, edit, g_free, NULL, NULL);
}

/* The whole plan with all work on it is more than a slip: it is asked for by name. */
void
skh_plan_dialog_delete_plan (GtkWindow *parent, SkhSession *session)
{
  const SkhPlanRecord *plan = find_plan (session);
  GtkWidget *dialog;

  if (plan == NULL)
    return;
  dialog = adw_message_dialog_new (parent, _ ("Delete the Plan?"), NULL);
  adw_message_dialog_format_body (
    ADW_MESSAGE_DIALOG (dialog),
    _ ("“%s” goes with its %u tasks and all that was entered on them. Undo brings it "
       "back."),
    plan->short_title, plan->n_tasks);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                    _ ("_Keep the Plan"), "delete",
                                    _ ("_Delete the Plan"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_delete_answered), session,
                           0);
  gtk_window_present (GTK_WINDOW (dialog));
}
