/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-search-popover.h"

#include <glib/gi18n.h>

#include "skh-labels.h"
#include "skh-text.h"

/* What fits the popover without scrolling for long. More words narrow it down. */
#define MAX_RESULTS 30

struct _SkhSearchPopover
{
  GtkPopover parent_instance;

  /* template */
  GtkSearchEntry *entry;
  GtkListBox *list;
  GtkWidget *scroller;
  GtkWidget *nothing;

  /* owned: the folded texts of a ledger's units, then of its tasks */
  SkhLedger *ledger;
  GPtrArray *texts;

  /* borrowed */
  SkhSession *session;
};

G_DEFINE_FINAL_TYPE (SkhSearchPopover, skh_search_popover, GTK_TYPE_POPOVER)

static void
fold_unit (SkhSearchPopover *self, const SkhUnit *unit)
{
  g_autofree char *text = g_strjoin (" ", unit->name, unit->short_name, NULL);

  g_ptr_array_add (self->texts, skh_text_fold (text));
}

static void
fold_task (SkhSearchPopover *self, const SkhTask *task)
{
  g_autofree char *text = g_strjoin (" ", task->clause != NULL ? task->clause : "",
                                     task->short_title, task->title, NULL);

  g_ptr_array_add (self->texts, skh_text_fold (text));
}

/* Folding thousands of names takes longer than a key stroke may: once a ledger. */
static void
index_ledger (SkhSearchPopover *self, SkhLedger *ledger)
{
  const SkhUnit *units;
  const SkhTask *tasks;
  guint n_units, n_tasks;

  if (ledger == self->ledger)
    return;
  g_clear_pointer (&self->ledger, skh_ledger_unref);
  self->ledger = skh_ledger_ref (ledger);
  g_ptr_array_set_size (self->texts, 0);
  units = skh_ledger_get_units (ledger, &n_units);
  for (guint i = 0; i < n_units; i++)
    fold_unit (self, &units[i]);
  tasks = skh_ledger_get_tasks (ledger, &n_tasks);
  for (guint i = 0; i < n_tasks; i++)
    fold_task (self, &tasks[i]);
}

static void
add_result (SkhSearchPopover *self, guint index, const char *title, const char *kind)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, kind);

  gtk_box_append (GTK_BOX (box), skh_label_new (title, "result-title"));
  gtk_box_append (GTK_BOX (box), skh_label_new (kind, "caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  gtk_list_box_append (self->list, row);
}

static void
add_match (SkhSearchPopover *self, guint index)
{
  guint n_units;
  const SkhUnit *units = skh_ledger_get_units (self->ledger, &n_units);

  if (index < n_units)
    {
      add_result (self, index, units[index].name, _ ("Unit"));
      return;
    }
  const SkhTask *task = &skh_ledger_get_tasks (self->ledger, NULL)[index - n_units];
  g_autofree char *kind = task->clause != NULL
                            ? g_strdup_printf (_ ("Task · %s"), task->clause)
                            : g_strdup (_ ("Task"));

  add_result (self, index, task->short_title, kind);
}

static void
on_search_changed (SkhSearchPopover *self)
{
  g_autofree char *words
    = skh_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  guint n_found = 0;

  skh_list_box_clear (self->list);
  if (self->ledger == NULL)
    return;
  for (SkhTextMatch match = 0; match < SKH_TEXT_MATCH_NONE; match++)
    for (guint i = 0; i < self->texts->len && n_found < MAX_RESULTS; i++)
      if (skh_text_get_match (self->texts->pdata[i], words) == match)
        {
          add_match (self, i);
          n_found++;
        }
  gtk_widget_set_visible (self->scroller, n_found > 0);
  gtk_widget_set_visible (self->nothing, n_found == 0);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
go_to (SkhSearchPopover *self, guint index)
{
  guint n_units;

  skh_ledger_get_units (self->ledger, &n_units);
  gtk_popover_popdown (GTK_POPOVER (self));
  if (index < n_units)
    skh_session_show_unit (self->session, index);
  else
    skh_session_show_task (self->session, index - n_units);
}

static void
on_row_activated (SkhSearchPopover *self, GtkListBoxRow *row)
{
  go_to (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index")));
}

static void
on_entry_activated (SkhSearchPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    on_row_activated (self, row);
}

static void
on_stop_search (SkhSearchPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* The arrows move through the results while the typing goes on. */
static gboolean
on_key_pressed (SkhSearchPopover *self, guint key)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;

  if (step == 0 || row == NULL)
    return GDK_EVENT_PROPAGATE;
  row
    = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + step);
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  return GDK_EVENT_STOP;
}

static void
on_popover_shown (SkhSearchPopover *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  if (ledger != NULL)
    index_ledger (self, ledger);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  on_search_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
skh_search_popover_dispose (GObject *object)
{
  SkhSearchPopover *self = SKH_SEARCH_POPOVER (object);

  g_clear_pointer (&self->ledger, skh_ledger_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  G_OBJECT_CLASS (skh_search_popover_parent_class)->dispose (object);
}

static void
skh_search_popover_class_init (SkhSearchPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = skh_search_popover_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/window/skh-search-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhSearchPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, SkhSearchPopover, list);
  gtk_widget_class_bind_template_child (widget_class, SkhSearchPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, SkhSearchPopover, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
skh_search_popover_init (SkhSearchPopover *self)
{
  self->texts = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
skh_search_popover_new (SkhSession *session)
{
  SkhSearchPopover *self = g_object_new (SKH_TYPE_SEARCH_POPOVER, NULL);

  self->session = session;
  return GTK_WIDGET (self);
}
