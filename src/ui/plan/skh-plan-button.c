/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-plan-button.h"

#include "skh-labels.h"

#include <glib/gi18n-lib.h>

struct _SkhPlanButton
{
  GtkBox parent_instance;

  GtkMenuButton *button;
  GtkListBox *list;

  /* borrowed: the window's */
  SkhSession *session;
};

G_DEFINE_FINAL_TYPE (SkhPlanButton, skh_plan_button, GTK_TYPE_BOX)

static void
show_plan (SkhPlanButton *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  const SkhPlanInfo *plan = ledger != NULL ? skh_ledger_get_plan (ledger) : NULL;
  g_autofree char *label = NULL, *name = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), plan != NULL);
  if (plan == NULL)
    return;
  label = g_strdup_printf (_ ("Plan %d"), plan->year);
  name = g_strdup_printf (_ ("Plan shown: %s"), plan->short_title);
  gtk_menu_button_set_label (self->button, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  skh_menu_button_set_name (self->button, name);
}

static void
append_plan (SkhPlanButton *self, const SkhPlanRecord *plan)
{
  gboolean is_shown = plan->id == skh_session_get_plan_id (self->session);
  g_autofree char *text = g_strdup_printf ("%d · %s", plan->year, plan->short_title);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *sign = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 52);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_opacity (sign, is_shown ? 1 : 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_list_box_append (self->list, row);
}

static void
fill_list (SkhPlanButton *self)
{
  GPtrArray *plans = skh_session_get_plans (self->session);

  skh_list_box_clear (self->list);
  for (guint i = 0; i < plans->len; i++)
    append_plan (self, plans->pdata[i]);
}

static void
on_row_activated (SkhPlanButton *self, GtkListBoxRow *row)
{
  GPtrArray *plans = skh_session_get_plans (self->session);
  guint index = (guint)gtk_list_box_row_get_index (row);

  gtk_menu_button_popdown (self->button);
  if (index < plans->len)
    skh_session_set_plan (self->session, ((SkhPlanRecord *)plans->pdata[index])->id);
}

static void
on_shown (SkhPlanButton *self)
{
  if (self->session != NULL)
    fill_list (self);
}

static void
skh_plan_button_class_init (SkhPlanButtonClass *class)
{
}

/* The list closes when something is asked for. */
static void
append_act (SkhPlanButton *self, GtkWidget *box, const char *label, const char *action)
{
  GtkWidget *act = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (act), action);
  g_signal_connect_swapped (act, "clicked", G_CALLBACK (gtk_menu_button_popdown),
                            self->button);
  gtk_box_append (GTK_BOX (box), act);
}

static void
make_list (SkhPlanButton *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "results");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Plans of this workbook"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated),
                            self);
}

static GtkWidget *
make_popover (SkhPlanButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  make_list (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  append_act (self, box, _ ("New Plan…"), "win.new-plan");
  append_act (self, box, _ ("Take In Tasks from Excel…"), "win.import-tasks");
  append_act (self, box, _ ("Plan Properties…"), "win.plan-properties");
  append_act (self, box, _ ("Save as a Template…"), "win.save-template");
  g_signal_connect_swapped (popover, "show", G_CALLBACK (on_shown), self);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static void
skh_plan_button_init (SkhPlanButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_menu_button_set_popover (self->button, make_popover (self));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->button));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
skh_plan_button_set_session (SkhPlanButton *self, SkhSession *session)
{
  self->session = session;
  g_signal_connect_object (session, "changed", G_CALLBACK (show_plan), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "plans-changed", G_CALLBACK (fill_list), self,
                           G_CONNECT_SWAPPED);
  show_plan (self);
}
