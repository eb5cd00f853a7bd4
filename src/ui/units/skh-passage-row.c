/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-passage-row.h"

#include "skh-labels.h"
#include "skh-matrix-text.h"

#include <glib/gi18n-lib.h>

struct _SkhPassageRow
{
  GtkBox parent_instance;

  GtkEntry *entry;
  GtkLabel *fault;

  /* owned */
  SkhSession *session;
  gint64 assignment_id, unit_id;
  SkhDate reached;
};

G_DEFINE_FINAL_TYPE (SkhPassageRow, skh_passage_row, GTK_TYPE_BOX)

typedef struct
{
  gint64 assignment_id, unit_id;
  SkhDate reached;
} Put;

static gboolean
put (SkhDatabase *db, gpointer data, GError **error)
{
  const Put *edit = data;

  return skh_passage_store_put (db, edit->assignment_id, edit->unit_id, edit->reached,
                                error);
}

static void
say (SkhPassageRow *self, const char *fault)
{
  gtk_label_set_text (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
  if (fault != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
keep (SkhPassageRow *self)
{
  g_autofree char *text
    = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  Put edit = { self->assignment_id, self->unit_id, SKH_DATE_NONE };
  const char *fault = NULL;
  int year;

  if (ledger == NULL)
    return;
  year = skh_ledger_get_plan (ledger)->year;
  if (*text != '\0')
    {
      edit.reached = skh_date_parse_typed (text, year);
      fault = skh_day_fault_get_words (
        skh_line_check_delivery_day (edit.reached, skh_session_get_on (self->session),
                                     year));
    }
  say (self, fault);
  if (fault != NULL || edit.reached == self->reached)
    return;
  self->reached = edit.reached;
  skh_session_apply (self->session, put, g_memdup2 (&edit, sizeof edit), g_free, NULL,
                     NULL);
}

static void
skh_passage_row_dispose (GObject *object)
{
  g_clear_object (&SKH_PASSAGE_ROW (object)->session);
  G_OBJECT_CLASS (skh_passage_row_parent_class)->dispose (object);
}

static void
skh_passage_row_class_init (SkhPassageRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = skh_passage_row_dispose;
}

static void
skh_passage_row_init (SkhPassageRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->entry, _ ("day it got there"));
  self->fault = GTK_LABEL (skh_text_label_new (NULL, "caption"));
  gtk_label_set_wrap (self->fault, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (keep), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (keep), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}

GtkWidget *
skh_passage_row_new (SkhSession *session,
                     gint64 assignment_id,
                     const SkhUnit *unit,
                     SkhDate reached)
{
  SkhPassageRow *self = g_object_new (SKH_TYPE_PASSAGE_ROW, NULL);
  g_autofree char *day = skh_date_to_text (reached);
  g_autofree char *name = g_strdup_printf (_ ("Day it reached %s"), unit->name);
  GtkWidget *label = skh_text_label_new (unit->short_name, NULL);

  self->session = g_object_ref (session);
  self->assignment_id = assignment_id;
  self->unit_id = unit->id;
  self->reached = reached;
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), day != NULL ? day : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), skh_session_is_writable (session));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->fault));
  return GTK_WIDGET (self);
}
