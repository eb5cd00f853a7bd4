/* SPDX-License-Identifier: GPL-3.0-or-later */

/* That what is chosen was chased, when, how and by whom. */
#include "skh-chase-window-private.h"

#include "skh-matrix-text.h"

#include <glib/gi18n.h>

typedef struct
{
  GArray *ids; /* gint64 */
  SkhChaseEdit edit;
  char *who, *note;
} Record;

static void
record_free (gpointer data)
{
  Record *record = data;

  g_array_unref (record->ids);
  g_free (record->who);
  g_free (record->note);
  g_free (record);
}

static gboolean
write_record (SkhDatabase *db, gpointer data, GError **error)
{
  Record *record = data;

  return skh_chase_store_add (db, (const gint64 *)(gpointer)record->ids->data,
                              record->ids->len, &record->edit, error);
}

static void
on_recorded (SkhSession *session, gpointer edit, const GError *error, gpointer owner)
{
  SkhChaseWindow *self = owner;

  if (error != NULL)
    {
      skh_session_report_fault (session, error->message);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->note_entry), "");
  gtk_widget_remove_css_class (self->record_button, "suggested-action");
  skh_chase_window_toast (self, _ ("Recorded that it was chased."), _ ("Undo"),
                          "win.undo");
}

/* — A record made by mistake — */

static gboolean
remove_record (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_chase_store_remove (db, *(const gint64 *)data, error);
}

static void
on_removed (SkhSession *session, gpointer edit, const GError *error, gpointer owner)
{
  if (error != NULL)
    skh_session_report_fault (session, error->message);
  else
    skh_chase_window_toast (owner, _ ("Record of chasing removed."), _ ("Undo"),
                            "win.undo");
}

/* The action chase.remove. */
void
skh_chase_window_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);

  skh_session_apply (SKH_CHASE_WINDOW (widget)->session, remove_record,
                     g_memdup2 (&id, sizeof id), g_free, on_removed, widget);
}

/* — What is recorded — */

/* The day the list is of, unless another was typed: what was chased by telephone
   yesterday is recorded today. */
void
skh_chase_window_offer_day (SkhChaseWindow *self, const char *day)
{
  const char *there = gtk_editable_get_text (GTK_EDITABLE (self->day_entry));

  if (self->offered_day == NULL || g_str_equal (there, self->offered_day))
    gtk_editable_set_text (GTK_EDITABLE (self->day_entry), day);
  g_free (self->offered_day);
  self->offered_day = g_strdup (day);
}

static gboolean
read_day (SkhChaseWindow *self, SkhDate *day)
{
  SkhDate on = skh_chase_list_get_on (self->chosen);
  int year = skh_ledger_get_plan (skh_chase_list_get_ledger (self->chosen))->year;
  const char *fault;

  *day
    = skh_date_parse_typed (gtk_editable_get_text (GTK_EDITABLE (self->day_entry)), year);
  fault = skh_day_fault_get_words (skh_line_check_delivery_day (*day, on, year));
  if (fault == NULL)
    {
      gtk_widget_remove_css_class (self->day_entry, "error");
      return TRUE;
    }
  gtk_widget_add_css_class (self->day_entry, "error");
  gtk_widget_grab_focus (self->day_entry);
  skh_chase_window_toast (self, fault, NULL, NULL);
  return FALSE;
}

/* For the template. */
void
skh_chase_window_record (SkhChaseWindow *self)
{
  const SkhAssignment *lines
    = skh_ledger_get_assignments (skh_chase_list_get_ledger (self->chosen), NULL);
  guint n;
  const guint *chosen = skh_chase_list_get_lines (self->chosen, &n);
  Record *record;
  SkhDate day;

  if (!read_day (self, &day))
    return;
  record = g_new0 (Record, 1);
  record->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < n; i++)
    g_array_append_val (record->ids, lines[chosen[i]].id);
  record->who = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->who_entry)));
  record->note = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note_entry)));
  record->edit = (SkhChaseEdit){
    .day = day,
    .how = (SkhChaseHow)gtk_drop_down_get_selected (self->how_choice),
    .who = record->who,
    .note = record->note,
  };
  skh_session_apply (self->session, write_record, record, record_free, on_recorded, self);
}
