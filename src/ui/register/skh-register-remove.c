/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Removing entries: first what they are and what uses them is read and said. */
#include "skh-register-pane-private.h"

#include "skh-link-store.h"
#include "skh-number.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* More are counted, not named. */
#define NAMED 5
#define ASKED 200

typedef struct
{
  SkhRegisterPane *pane;
  SkhRegister *reg;
  GArray *ids;
  GString *labels; /* of the first entries */
  GString *users;  /* what is linked to them */
  guint n_users;
} Removal;

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_object_unref (removal->pane);
  skh_register_unref (removal->reg);
  g_array_unref (removal->ids);
  g_string_free (removal->labels, TRUE);
  g_string_free (removal->users, TRUE);
  g_free (removal);
}

static Removal *
removal_new (SkhRegisterPane *self, GArray *ids)
{
  Removal *removal = g_new0 (Removal, 1);

  removal->pane = g_object_ref (self);
  removal->reg = skh_register_ref (self->reg);
  removal->ids = ids;
  removal->labels = g_string_new (NULL);
  removal->users = g_string_new (NULL);
  return removal;
}

static gboolean
read_label (SkhDatabase *db, Removal *removal, gint64 id, GError **error)
{
  g_autoptr (SkhEntry) entry = skh_register_store_get (db, removal->reg, id, error);
  g_autofree char *label = entry != NULL ? skh_entry_dup_label (entry) : NULL;

  if (label != NULL)
    g_string_append_printf (removal->labels, "• %s\n", label);
  return entry != NULL;
}

static gboolean
read_users (SkhDatabase *db, Removal *removal, gint64 id, GError **error)
{
  SkhThing thing = { skh_register_get_table (removal->reg), id };
  g_autoptr (GPtrArray) links = skh_link_store_list (db, &thing, NULL, error);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const SkhLink *link = g_ptr_array_index (links, i);

      if (link->text != NULL && removal->n_users++ < NAMED)
        g_string_append_printf (removal->users, "• %s\n", link->text);
    }
  return links != NULL;
}

static gboolean
run_look (SkhDatabase *db, gpointer data, GError **error)
{
  Removal *removal = data;

  for (guint i = 0; i < MIN (removal->ids->len, ASKED); i++)
    {
      gint64 id = g_array_index (removal->ids, gint64, i);

      if ((i < NAMED && !read_label (db, removal, id, error))
          || !read_users (db, removal, id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_remove (SkhDatabase *db, gpointer data, GError **error)
{
  Removal *removal = data;

  return skh_register_store_remove (db, removal->reg,
                                    (const gint64 *)(gpointer)removal->ids->data,
                                    removal->ids->len, error);
}

static void
on_answered (AdwMessageDialog *dialog, const char *response, Removal *removal)
{
  if (g_str_equal (response, "remove"))
    skh_session_apply (removal->pane->session, run_remove, removal, removal_free, NULL,
                       NULL);
  else
    removal_free (removal);
}

static char *
dup_body (Removal *removal)
{
  GString *body = g_string_new (removal->labels->str);

  if (removal->ids->len > NAMED)
    g_string_append (body, "…\n");
  if (removal->n_users > 0)
    {
      g_string_append_printf (body, "\n%s\n%s", _ ("They are linked to:"),
                              removal->users->str);
      if (removal->n_users > NAMED)
        g_string_append (body, "…\n");
    }
  g_string_append_printf (body, "\n%s",
                          _ ("Their files and links go with them. It can be undone."));
  return g_string_free (body, FALSE);
}

static void
ask (Removal *removal)
{
  g_autofree char *number = skh_number_to_text (removal->ids->len);
  g_autofree char *heading
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Delete %s Line?",
                                    "Delete %s Lines?", removal->ids->len),
                       number);
  g_autofree char *body = dup_body (removal);
  GtkWidget *dialog
    = adw_message_dialog_new (skh_register_pane_get_window (removal->pane), heading,
                              body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"),
                                    "remove", _ ("Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_answered), removal);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Removal *removal = user_data;
  g_autoptr (GError) error = NULL;

  if (!skh_workbook_run_finish (SKH_WORKBOOK (source), result, NULL, &error))
    {
      skh_session_report_fault (removal->pane->session, error->message);
      removal_free (removal);
    }
  else if (removal->pane->reg == removal->reg)
    ask (removal);
  else
    removal_free (removal);
}

/**
 * skh_register_pane_remove:
 * @ids: (transfer full) (element-type gint64)
 */
void
skh_register_pane_remove (SkhRegisterPane *self, GArray *ids)
{
  Removal *removal = removal_new (self, ids);

  skh_workbook_run_async (skh_session_get_workbook (self->session), run_look, removal,
                          NULL, NULL, on_looked, removal);
}
