/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-change-dialog.h"

#include "skh-change-list.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWindow *parent;
  SkhSession *session;
  char *question;
  SkhWorkbookFunc func;
  gpointer edit;
  GDestroyNotify destroy;
  SkhSessionAppliedFunc applied;
  gpointer owner;
} Pending;

static void
pending_free (Pending *self)
{
  if (self->edit != NULL && self->destroy != NULL)
    self->destroy (self->edit);
  g_clear_object (&self->parent);
  g_clear_object (&self->session);
  g_clear_object (&self->owner);
  g_free (self->question);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pending, pending_free)

static void
do_it (Pending *self)
{
  skh_session_apply (self->session, self->func, g_steal_pointer (&self->edit),
                     self->destroy, self->applied, self->owner);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (Pending) self = data;

  if (g_str_equal (response, "apply"))
    do_it (self);
}

static void
ask (Pending *self, const SkhChangePreview *preview)
{
  g_autofree char *summary = skh_change_list_dup_summary (preview);
  GtkWidget *dialog = adw_message_dialog_new (self->parent, self->question, summary);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      skh_change_list_new (preview));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                    _ ("Change nothing"), "apply", _ ("Do it"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "apply");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "apply",
                                              preview->n[SKH_CHANGE_LOST] > 0
                                                ? ADW_RESPONSE_DESTRUCTIVE
                                                : ADW_RESPONSE_SUGGESTED);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
refuse (Pending *self, const GError *error)
{
  if (self->applied != NULL)
    self->applied (self->session, self->edit, error, self->owner);
  else
    skh_session_report_fault (self->session, error->message);
}

static void
on_previewed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Pending) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhChangePreview) preview
    = skh_workbook_preview_finish (SKH_WORKBOOK (source), result, &error);

  if (preview == NULL)
    refuse (self, error);
  else if (skh_change_preview_get_total (preview) == 0)
    do_it (self);
  else
    ask (g_steal_pointer (&self), preview);
}

void
skh_change_dialog_apply (GtkWindow *parent,
                         SkhSession *session,
                         const char *question,
                         SkhWorkbookFunc func,
                         gpointer edit,
                         GDestroyNotify destroy,
                         SkhSessionAppliedFunc applied,
                         gpointer owner)
{
  Pending *self = g_new0 (Pending, 1);

  self->parent = g_object_ref (parent);
  self->session = g_object_ref (session);
  self->question = g_strdup (question);
  self->func = func;
  self->edit = edit;
  self->destroy = destroy;
  self->applied = applied;
  self->owner = owner != NULL ? g_object_ref (owner) : NULL;
  skh_workbook_preview_async (skh_session_get_workbook (session), func, edit, NULL, NULL,
                              on_previewed, self);
}
