/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two lines of one thing: the office says which stays. */
#include "skh-register-pane-private.h"

#include "skh-register-store.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  SkhRegisterPane *pane;
  SkhRegister *reg;
  gint64 ids[2];
  char *texts[2];
  GtkCheckButton *checks[2]; /* the dialog's */
  guint kept;
} Merge;

static void
merge_free (gpointer data)
{
  Merge *merge = data;

  g_object_unref (merge->pane);
  skh_register_unref (merge->reg);
  g_free (merge->texts[0]);
  g_free (merge->texts[1]);
  g_free (merge);
}

static char *
dup_text (const SkhEntry *entry)
{
  SkhRegister *reg = skh_entry_get_register (entry);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < skh_register_get_n_fields (reg); i++)
    {
      const SkhField *field = skh_register_get_field (reg, i);
      g_autofree char *value = skh_field_dup_text (field, skh_entry_get_value (entry, i));

      if (*value != '\0' && field->type != SKH_FIELD_LONG_TEXT)
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? " · " : "",
                                skh_field_get_title (field), value);
    }
  return g_string_free (text, FALSE);
}

static gboolean
run_look (SkhDatabase *db, gpointer data, GError **error)
{
  Merge *merge = data;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SkhEntry) entry
        = skh_register_store_get (db, merge->reg, merge->ids[i], error);

      if (entry == NULL)
        return FALSE;
      merge->texts[i] = dup_text (entry);
    }
  return TRUE;
}

static gboolean
run_merge (SkhDatabase *db, gpointer data, GError **error)
{
  Merge *merge = data;

  return skh_register_store_merge (db, merge->reg, merge->ids[merge->kept],
                                   merge->ids[1 - merge->kept], error);
}

static void
on_answered (AdwMessageDialog *dialog, const char *response, Merge *merge)
{
  if (!g_str_equal (response, "merge"))
    {
      merge_free (merge);
      return;
    }
  merge->kept = gtk_check_button_get_active (merge->checks[0]) ? 0 : 1;
  skh_session_apply (merge->pane->session, run_merge, merge, merge_free, NULL, NULL);
}

static GtkWidget *
new_choice (Merge *merge)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *check = gtk_check_button_new ();
      GtkWidget *label = gtk_label_new (merge->texts[i]);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
      gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, merge->texts[i], -1);
      merge->checks[i] = GTK_CHECK_BUTTON (check);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_check_button_set_group (merge->checks[1], merge->checks[0]);
  gtk_check_button_set_active (merge->checks[0], TRUE);
  return box;
}

static void
ask (Merge *merge)
{
  GtkWidget *dialog = adw_message_dialog_new (
    skh_register_pane_get_window (merge->pane), _ ("Which of the Two Stays?"),
    _ ("What refers to the other one, its files and its links become this one's, and so "
       "does what only the other says. It can be undone."));

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), new_choice (merge));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"),
                                    "merge", _ ("Merge the Two"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "merge",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_answered), merge);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Merge *merge = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = skh_workbook_run_finish (SKH_WORKBOOK (source), result, NULL, &error);

  if (done && merge->pane->reg == merge->reg)
    {
      ask (merge);
      return;
    }
  if (!done)
    skh_session_report_fault (merge->pane->session, error->message);
  merge_free (merge);
}

void
skh_register_pane_merge (SkhRegisterPane *self, gint64 first, gint64 second)
{
  Merge *merge = g_new0 (Merge, 1);

  merge->pane = g_object_ref (self);
  merge->reg = skh_register_ref (self->reg);
  merge->ids[0] = first;
  merge->ids[1] = second;
  skh_workbook_run_async (skh_session_get_workbook (self->session), run_look, merge, NULL,
                          NULL, on_looked, merge);
}
