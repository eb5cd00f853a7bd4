/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-measure-list.h"

#include "skh-measure-row.h"
#include "skh-text.h"

#include <glib/gi18n-lib.h>

struct _SkhMeasureList
{
  GtkBox parent_instance;

  GtkBox *rows;
  GtkLabel *fault;
  SkhLedger *ledger;
};

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhMeasureList, skh_measure_list, GTK_TYPE_BOX)

static void
tell_edited (SkhMeasureList *self)
{
  skh_measure_list_set_fault (self, NULL);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
on_row_moved (SkhMeasureList *self, int by, GtkWidget *row)
{
  GtkWidget *sibling
    = by < 0 ? gtk_widget_get_prev_sibling (row) : gtk_widget_get_next_sibling (row);

  if (sibling == NULL)
    return;
  gtk_box_reorder_child_after (self->rows, row,
                               by < 0 ? gtk_widget_get_prev_sibling (sibling) : sibling);
  tell_edited (self);
}

static void
on_row_removed (SkhMeasureList *self, GtkWidget *row)
{
  gtk_box_remove (self->rows, row);
  tell_edited (self);
}

static GtkWidget *
append_row (SkhMeasureList *self, const SkhMeasureDraft *measure)
{
  GtkWidget *row = skh_measure_row_new (self->ledger, measure);

  g_signal_connect_swapped (row, "edited", G_CALLBACK (tell_edited), self);
  g_signal_connect_swapped (row, "moved", G_CALLBACK (on_row_moved), self);
  g_signal_connect_swapped (row, "removed", G_CALLBACK (on_row_removed), self);
  gtk_box_append (self->rows, row);
  return row;
}

static void
on_add_clicked (SkhMeasureList *self)
{
  gtk_widget_grab_focus (append_row (self, NULL));
  tell_edited (self);
}

static void
skh_measure_list_dispose (GObject *object)
{
  g_clear_pointer (&SKH_MEASURE_LIST (object)->ledger, skh_ledger_unref);
  G_OBJECT_CLASS (skh_measure_list_parent_class)->dispose (object);
}

static void
skh_measure_list_class_init (SkhMeasureListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = skh_measure_list_dispose;
  signals[EDITED] = g_signal_new ("edited", SKH_TYPE_MEASURE_LIST, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
skh_measure_list_init (SkhMeasureList *self)
{
  GtkWidget *add = gtk_button_new_with_label (_ ("Add a Figure"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->fault = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->fault, 0);
  gtk_label_set_wrap (self->fault, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add_clicked), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->rows));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->fault));
  gtk_box_append (GTK_BOX (self), add);
}

void
skh_measure_list_show (SkhMeasureList *self, SkhLedger *ledger, const GArray *measures)
{
  GtkWidget *row;

  g_clear_pointer (&self->ledger, skh_ledger_unref);
  self->ledger = skh_ledger_ref (ledger);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  for (guint i = 0; measures != NULL && i < measures->len; i++)
    append_row (self, &g_array_index (measures, SkhMeasureDraft, i));
  skh_measure_list_set_fault (self, NULL);
}

/* — Keys — */

static gboolean
has_key (const GArray *measures, const char *key)
{
  for (guint i = 0; i < measures->len; i++)
    if (g_strcmp0 (g_array_index (measures, SkhMeasureDraft, i).key, key) == 0)
      return TRUE;

  return FALSE;
}

/* A key is what the command line and report columns call a figure: small letters, digits
   and _ , made from its name once and kept when the name changes. */
static char *
make_key (const char *title, const GArray *measures)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autofree char *folded = skh_text_fold (title);
  gsize length;

  for (const char *at = folded; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (key, *at);
    else if (key->len > 0 && key->str[key->len - 1] != '_')
      g_string_append_c (key, '_');
  while (key->len > 0 && key->str[key->len - 1] == '_')
    g_string_truncate (key, key->len - 1);
  if (key->len == 0 || !g_ascii_islower (key->str[0]))
    g_string_prepend (key, "so_");

  length = key->len;
  for (guint n = 2; has_key (measures, key->str); n++)
    {
      g_string_truncate (key, length);
      g_string_append_printf (key, "_%u", n);
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* New figures get their keys when those that have one are known. */
static void
make_keys (SkhPlanDraft *owner, GArray *measures)
{
  for (guint i = 0; i < measures->len; i++)
    {
      SkhMeasureDraft *measure = &g_array_index (measures, SkhMeasureDraft, i);
      g_autofree char *key = NULL;

      if (measure->key != NULL || measure->title == NULL)
        continue;
      key = make_key (measure->title, measures);
      measure->key = skh_plan_draft_string (owner, key);
    }
}

/* A row without a name and without a key is one that was never filled in. */
void
skh_measure_list_read (SkhMeasureList *self, SkhPlanDraft *owner, GArray *measures)
{
  g_array_set_size (measures, 0);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      SkhMeasureDraft measure;

      skh_measure_row_read (SKH_MEASURE_ROW (row), owner, &measure);
      if (measure.title != NULL || measure.key != NULL)
        g_array_append_val (measures, measure);
    }
  make_keys (owner, measures);
}

void
skh_measure_list_set_fault (SkhMeasureList *self, const char *fault)
{
  gtk_label_set_text (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
}
