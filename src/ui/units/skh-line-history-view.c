/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-line-history-view.h"

#include "skh-labels.h"
#include "skh-line-words.h"

#include <glib/gi18n-lib.h>

#define MAX_EVENTS 12

struct _SkhLineHistoryView
{
  GtkBox parent_instance;

  GtkBox *events;
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (SkhLineHistoryView, skh_line_history_view, GTK_TYPE_BOX)

typedef struct
{
  gint64 assignment_id;
  GPtrArray *events; /* SkhLineEvent */
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_clear_pointer (&load->events, g_ptr_array_unref);
  g_free (load);
}

static gboolean
run_load (SkhDatabase *db, gpointer data, GError **error)
{
  Load *load = data;

  load->events = skh_line_history_load (db, load->assignment_id, MAX_EVENTS, error);
  return load->events != NULL;
}

static char *
dup_event (const SkhLineEvent *event)
{
  g_autoptr (GDateTime) utc
    = g_date_time_new_from_unix_utc (event->when / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *when = g_date_time_format (local, "%-d/%-m %H:%M");
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s · %s", when, event->who);
  for (guint i = 0; i < event->changes->len; i++)
    {
      g_autofree char *words
        = skh_line_change_dup_words (g_ptr_array_index (event->changes, i));

      g_string_append_printf (text, "\n%s", words);
    }
  return g_string_free (text, FALSE);
}

static void
clear (SkhLineHistoryView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->events))) != NULL)
    gtk_box_remove (self->events, child);
}

static void
show_events (SkhLineHistoryView *self, GPtrArray *events)
{
  clear (self);
  for (guint i = 0; i < events->len; i++)
    {
      g_autofree char *text = dup_event (g_ptr_array_index (events, i));
      GtkWidget *label = skh_text_label_new (text, "caption");

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
      gtk_box_append (self->events, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), events->len > 0);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhLineHistoryView) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data;

  if (skh_workbook_run_finish (SKH_WORKBOOK (source), result, &data, &error))
    show_events (self, ((Load *)data)->events);
}

void
skh_line_history_view_show (SkhLineHistoryView *self,
                            SkhSession *session,
                            gint64 assignment_id)
{
  SkhWorkbook *workbook = skh_session_get_workbook (session);
  Load *load;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (workbook == NULL)
    return;
  self->loading = g_cancellable_new ();
  load = g_new0 (Load, 1);
  load->assignment_id = assignment_id;
  skh_workbook_run_async (workbook, run_load, load, load_free, self->loading, on_loaded,
                          g_object_ref (self));
}

static void
skh_line_history_view_dispose (GObject *object)
{
  SkhLineHistoryView *self = SKH_LINE_HISTORY_VIEW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  G_OBJECT_CLASS (skh_line_history_view_parent_class)->dispose (object);
}

static void
skh_line_history_view_class_init (SkhLineHistoryViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = skh_line_history_view_dispose;
}

static void
skh_line_history_view_init (SkhLineHistoryView *self)
{
  GtkWidget *title = skh_text_label_new (_ ("History"), "caption");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (title, "dim-label");
  self->events = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_box_append (GTK_BOX (self), title);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->events));
}
