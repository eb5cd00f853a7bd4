/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-sheet-choice.h"

#include "skh-list-reader.h"

#include <glib/gi18n-lib.h>

struct _SkhSheetChoice
{
  GtkBox parent_instance;

  GtkDropDown *drop_down;

  /* owned */
  GPtrArray *sheets;     /* SkhListSheetSize; NULL until the file was looked through */
  char *chosen;          /* by a person */
  char *shown;           /* what was read */
  GCancellable *looking; /* through the file */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SkhSheetChoice, skh_sheet_choice, GTK_TYPE_BOX)

static guint chosen_signal;

static const char *
get_name (SkhSheetChoice *self, guint i)
{
  return ((SkhListSheetSize *)self->sheets->pdata[i])->name;
}

static void
select_shown (SkhSheetChoice *self)
{
  self->updating = TRUE;
  for (guint i = 0; self->sheets != NULL && i < self->sheets->len; i++)
    if (g_strcmp0 (get_name (self, i), self->shown) == 0)
      gtk_drop_down_set_selected (self->drop_down, i);
  self->updating = FALSE;
}

static void
fill (SkhSheetChoice *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const SkhListSheetSize *sheet = self->sheets->pdata[i];

      /* Translators: a sheet of an Excel file, and how many rows it has. */
      gtk_string_list_take (names,
                            g_strdup_printf (ngettext ("%s · %u row", "%s · %u rows",
                                                       sheet->n_rows),
                                             sheet->name, sheet->n_rows));
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (names));
  self->updating = FALSE;
  select_shown (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->sheets->len > 1);
}

/* On a thread of its own: a file may hold a million rows. */
static void
look_through (GTask *task, gpointer object, gpointer path, GCancellable *cancellable)
{
  GPtrArray *sheets = skh_list_file_list_sheets (path, NULL);

  g_task_return_pointer (task, sheets, (GDestroyNotify)g_ptr_array_unref);
}

/* What is wrong with a file is said by who reads it. */
static void
on_looked_through (GObject *object, GAsyncResult *result, gpointer data)
{
  SkhSheetChoice *self = SKH_SHEET_CHOICE (object);
  g_autoptr (GPtrArray) sheets = g_task_propagate_pointer (G_TASK (result), NULL);

  if (sheets == NULL || g_task_get_cancellable (G_TASK (result)) != self->looking)
    return;
  self->sheets = g_steal_pointer (&sheets);
  fill (self);
}

static void
on_selected (SkhSheetChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (self->updating || self->sheets == NULL || selected >= self->sheets->len
      || g_strcmp0 (get_name (self, selected),
                    self->chosen != NULL ? self->chosen : self->shown)
           == 0)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (get_name (self, selected));
  g_signal_emit (self, chosen_signal, 0);
}

static void
forget (SkhSheetChoice *self)
{
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->shown, g_free);
}

/**
 * skh_sheet_choice_set_file:
 * @path: (nullable): the file whose sheets can be chosen
 *
 * Nothing is chosen yet. A file that can't be read has no sheets here: whoever reads the
 * list says why.
 */
void
skh_sheet_choice_set_file (SkhSheetChoice *self, const char *path)
{
  g_autoptr (GTask) task = NULL;

  forget (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (path == NULL)
    return;
  self->looking = g_cancellable_new ();
  task = g_task_new (self, self->looking, on_looked_through, NULL);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, look_through);
}

void
skh_sheet_choice_show (SkhSheetChoice *self, const char *sheet)
{
  g_free (self->shown);
  self->shown = g_strdup (sheet);
  select_shown (self);
}

const char *
skh_sheet_choice_get (SkhSheetChoice *self)
{
  return self->chosen;
}

static void
skh_sheet_choice_dispose (GObject *object)
{
  forget (SKH_SHEET_CHOICE (object));
  G_OBJECT_CLASS (skh_sheet_choice_parent_class)->dispose (object);
}

static void
skh_sheet_choice_class_init (SkhSheetChoiceClass *class)
{
  G_OBJECT_CLASS (class)->dispose = skh_sheet_choice_dispose;
  chosen_signal = g_signal_new ("chosen", SKH_TYPE_SHEET_CHOICE, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
skh_sheet_choice_init (SkhSheetChoice *self)
{
  GtkWidget *label = gtk_label_new (_ ("Sheet"));
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->drop_down = GTK_DROP_DOWN (drop_down);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Sheet"), -1);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (on_selected),
                            self);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), drop_down);
}
