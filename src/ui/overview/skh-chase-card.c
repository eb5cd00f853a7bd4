/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-chase-card.h"

#include <glib/gi18n.h>

#include "skh-copy.h"
#include "skh-labels.h"
#include "skh-line-words.h"

struct _SkhChaseCard
{
  GtkBox parent_instance;

  GtkListBox *list;
  GtkWidget *nothing;
  GtkButton *more;
  GtkLabel *more_label;

  SkhSession *session; /* borrowed: the page's */
};

G_DEFINE_FINAL_TYPE (SkhChaseCard, skh_chase_card, GTK_TYPE_BOX)

static void
on_row_activated (SkhChaseCard *self, GtkListBoxRow *row)
{
  skh_session_show_assignment (self->session,
                               GPOINTER_TO_UINT (
                                 g_object_get_data (G_OBJECT (row), "line")));
}

static void
on_more_clicked (SkhChaseCard *self)
{
  skh_session_show_overdue (self->session);
}

static void
on_list_clicked (SkhChaseCard *self)
{
  skh_session_show_chase (self->session, SKH_NO_INDEX, SKH_NO_INDEX);
}

/* The button shows that it has done it: a clipboard can't be seen. */
static void
on_copy_clicked (SkhChaseCard *self, GtkButton *button)
{
  guint unit = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "unit"));

  if (skh_copy_chase_text (GTK_WIDGET (self), self->session, unit))
    gtk_button_set_icon_name (button, "object-select-symbolic");
}

static GtkWidget *
new_copy_button (SkhChaseCard *self, guint unit, const char *name)
{
  GtkWidget *button
    = skh_icon_button_new ("edit-copy-symbolic", _ ("Copy the message to this unit"));
  g_autofree char *label
    = g_strdup_printf ("%s: %s", _ ("Copy the message to this unit"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  g_object_set_data (G_OBJECT (button), "unit", GUINT_TO_POINTER (unit));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_copy_clicked), self,
                           G_CONNECT_SWAPPED);
  return button;
}

/* "II.5 · Model reports — quarter I, and 2 more · chased 2 times, last on 12/4". */
static char *
describe_line (SkhLedger *ledger, const SkhAssignment *line, guint n_more)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[line->task];
  const SkhSection *section = &skh_ledger_get_sections (ledger, NULL)[task->section];
  g_autofree char *due = skh_date_to_text (line->line.due);
  g_autofree char *text
    = g_strdup_printf (_ ("%s · %s — due %s"), section->code, task->short_title, due);

  if (n_more == 0)
    return g_steal_pointer (&text);
  return g_strdup_printf (ngettext ("%s, and %u more", "%s, and %u more", n_more), text,
                          n_more);
}

static void
add_unit (SkhChaseCard *self, SkhLedger *ledger, guint index, guint n_lines)
{
  const SkhAssignment *line = &skh_ledger_get_assignments (ledger, NULL)[index];
  const char *unit = skh_ledger_get_units (ledger, NULL)[line->unit].name;
  int days
    = skh_ledger_get_status (ledger, line, skh_session_get_on (self->session)).days;
  SkhChased times
    = skh_ledger_get_chased (ledger, line, skh_session_get_on (self->session));
  g_autofree char *chased = skh_chased_dup_words (&times);
  g_autofree char *oldest = describe_line (ledger, line, n_lines - 1);
  g_autofree char *what
    = g_strconcat (oldest, chased != NULL ? " · " : NULL, chased, NULL);
  g_autofree char *chip
    = g_strdup_printf (ngettext ("! %d day overdue", "! %d days overdue", (gulong)days),
                       days);
  g_autofree char *name = g_strdup_printf ("%s. %s. %s", unit, what, chip);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (texts), skh_label_new (unit, "row-title"));
  gtk_box_append (GTK_BOX (texts), skh_label_new (what, "row-note"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), skh_chip_new (chip, "bad"));
  gtk_box_append (GTK_BOX (box), new_copy_button (self, line->unit, unit));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_object_set_data (G_OBJECT (row), "line", GUINT_TO_POINTER (index));
  gtk_list_box_append (self->list, row);
}

static void
skh_chase_card_class_init (SkhChaseCardClass *klass)
{
  gtk_widget_class_set_template_from_resource (
    GTK_WIDGET_CLASS (klass),
    "/io/github/sokehoach/SoKeHoach/ui/overview/skh-chase-card.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), SkhChaseCard, list);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), SkhChaseCard, nothing);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), SkhChaseCard, more);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), SkhChaseCard,
                                        more_label);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), on_row_activated);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), on_more_clicked);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), on_list_clicked);
}

static void
skh_chase_card_init (SkhChaseCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_more (SkhChaseCard *self, guint n_more)
{
  g_autofree char *text
    = g_strdup_printf (ngettext ("and %u more unit ›", "and %u more units ›", n_more),
                       n_more);

  gtk_label_set_label (self->more_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
}

/* overdue: as skh_ledger_list_by_timeliness() gives it, unit by unit. max_rows: units to
   show; the rest is counted. */
void
skh_chase_card_show (SkhChaseCard *self,
                     SkhSession *session,
                     GArray *overdue,
                     guint max_rows)
{
  SkhLedger *ledger = skh_session_get_ledger (session);
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, NULL);
  guint n_units = 0;

  self->session = session;
  skh_list_box_clear (self->list);
  for (guint i = 0, end; i < overdue->len; i = end)
    {
      guint first = g_array_index (overdue, guint, i);

      for (end = i + 1; end < overdue->len; end++)
        if (lines[g_array_index (overdue, guint, end)].unit != lines[first].unit)
          break;
      if (n_units++ < max_rows)
        add_unit (self, ledger, first, end - i);
    }
  gtk_widget_set_visible (self->nothing, n_units == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_units > 0);
  show_more (self, n_units > max_rows ? n_units - max_rows : 0);
}
