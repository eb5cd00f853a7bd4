/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-form-dialog.h"

#include <glib/gi18n-lib.h>

struct _SkhFormDialog
{
  AdwWindow parent_instance;

  GtkBox *box;
  GtkLabel *fault;
  GtkButton *action;
};

enum
{
  SUBMITTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhFormDialog, skh_form_dialog, ADW_TYPE_WINDOW)

static void
submit (SkhFormDialog *self)
{
  skh_form_dialog_set_fault (self, NULL);
  g_signal_emit (self, signals[SUBMITTED], 0);
}

static void
skh_form_dialog_class_init (SkhFormDialogClass *class)
{
  signals[SUBMITTED] = g_signal_new ("submitted", SKH_TYPE_FORM_DIALOG, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static GtkWidget *
make_header (SkhFormDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  self->action = GTK_BUTTON (gtk_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->action), "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (self->action, "clicked", G_CALLBACK (submit), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (self->action));
  return header;
}

static void
skh_form_dialog_init (SkhFormDialog *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 10));
  self->fault = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->fault, 0);
  gtk_label_set_wrap (self->fault, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "task-form");
  gtk_box_append (self->box, GTK_WIDGET (self->fault));
  gtk_box_append (GTK_BOX (content), make_header (self));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->box));
  adw_window_set_content (ADW_WINDOW (self), content);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, -1);
}

SkhFormDialog *
skh_form_dialog_new (GtkWindow *parent, const char *title, const char *action)
{
  SkhFormDialog *self
    = g_object_new (SKH_TYPE_FORM_DIALOG, "transient-for", parent, "title", title, NULL);

  gtk_button_set_label (self->action, action);
  return self;
}

/* The fault stays last. */
static void
append (SkhFormDialog *self, GtkWidget *widget)
{
  gtk_box_insert_child_after (self->box, widget,
                              gtk_widget_get_prev_sibling (GTK_WIDGET (self->fault)));
}

SkhInput *
skh_form_dialog_add_field (SkhFormDialog *self, const char *title, const char *text)
{
  GtkWidget *field = skh_input_new (title);

  skh_input_set_text (SKH_INPUT (field), text);
  g_signal_connect_swapped (field, "activate", G_CALLBACK (submit), self);
  append (self, field);
  return SKH_INPUT (field);
}

/* Anything else, under a name like a field's. */
void
skh_form_dialog_add (SkhFormDialog *self, const char *title, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  append (self, label);
  append (self, widget);
}

void
skh_form_dialog_set_fault (SkhFormDialog *self, const char *fault)
{
  gtk_label_set_text (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
}
