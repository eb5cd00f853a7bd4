/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-figure-row.h"

#include "skh-number.h"

#include <glib/gi18n-lib.h>

struct _SkhFigureRow
{
  GtkBox parent_instance;

  GtkEntry *entry;
  GtkLabel *fault;
  char *key;
  gboolean of_total;
  gint64 offered;
  gint64 value, total; /* as kept */
};

enum
{
  KEPT,
  ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhFigureRow, skh_figure_row, GTK_TYPE_BOX)

static void
say (SkhFigureRow *self, const char *fault)
{
  gtk_label_set_text (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
  if (fault != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

/* What is wrong, or NULL with the figure read. */
static const char *
read_entry (SkhFigureRow *self, gint64 *value, gint64 *total)
{
  g_autofree char *text
    = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  gboolean has_total;

  *value = *total = -1;
  if (*text == '\0')
    return NULL;
  if (!skh_number_parse_share (text, value, total, &has_total))
    return self->of_total ? _ ("Enter two numbers, as 12/17.") : _ ("Enter a number.");
  if (!has_total)
    *total = self->of_total ? self->offered : -1;
  if (!self->of_total && has_total)
    return _ ("This is one number, without a total.");
  if (self->of_total && *total < 0)
    return _ ("Enter two numbers, as 12/17.");
  if (self->of_total && *value > *total)
    return _ ("More than all; correct one of the two numbers.");
  return NULL;
}

static void
keep (SkhFigureRow *self)
{
  gint64 value, total;
  const char *fault = read_entry (self, &value, &total);

  say (self, fault);
  if (fault != NULL || (value == self->value && total == self->total))
    return;
  self->value = value;
  self->total = total;
  g_signal_emit (self, signals[KEPT], 0);
}

/* What stands in the entry, kept or not. FALSE, and the fault is shown, when it is no
   figure. */
gboolean
skh_figure_row_read (SkhFigureRow *self, gint64 *value, gint64 *total)
{
  const char *fault = read_entry (self, value, total);

  say (self, fault);
  if (fault != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return fault == NULL;
}

static void
on_activate (SkhFigureRow *self)
{
  keep (self);
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
skh_figure_row_finalize (GObject *object)
{
  g_free (SKH_FIGURE_ROW (object)->key);
  G_OBJECT_CLASS (skh_figure_row_parent_class)->finalize (object);
}

static void
skh_figure_row_class_init (SkhFigureRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = skh_figure_row_finalize;
  signals[KEPT] = g_signal_new ("kept", SKH_TYPE_FIGURE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  signals[ENTERED] = g_signal_new ("entered", SKH_TYPE_FIGURE_ROW, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
skh_figure_row_init (SkhFigureRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->value = self->total = self->offered = -1;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_input_purpose (self->entry, GTK_INPUT_PURPOSE_NUMBER);
  self->fault = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->fault, 0);
  gtk_label_set_wrap (self->fault, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "caption");
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (keep), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}

GtkWidget *
skh_figure_row_new (const char *key, const char *title, gboolean of_total, gint64 offered)
{
  SkhFigureRow *self = g_object_new (SKH_TYPE_FIGURE_ROW, NULL);
  GtkWidget *label = gtk_label_new (title);
  g_autofree char *hint = offered >= 0 ? g_strdup_printf ("…/%" G_GINT64_FORMAT, offered)
                                       : g_strdup (of_total ? "…/…" : "");

  self->key = g_strdup (key);
  self->of_total = of_total;
  self->offered = offered;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_entry_set_placeholder_text (self->entry, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->fault));
  return GTK_WIDGET (self);
}

const char *
skh_figure_row_get_key (SkhFigureRow *self)
{
  return self->key;
}

void
skh_figure_row_set_figure (SkhFigureRow *self, gint64 value, gint64 total)
{
  g_autofree char *text = NULL;

  self->value = value;
  self->total = total;
  if (value >= 0 && total >= 0)
    text = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, value, total);
  else if (value >= 0)
    text = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  say (self, NULL);
}

void
skh_figure_row_get_figure (SkhFigureRow *self, gint64 *value, gint64 *total)
{
  *value = self->value;
  *total = self->total;
}
