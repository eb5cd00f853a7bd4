/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-recipient-row.h"

#include "skh-labels.h"

#include <glib/gi18n-lib.h>

struct _SkhRecipientRow
{
  GtkListBoxRow parent_instance;

  GtkCheckButton *check;
  GtkEditable *name, *purpose;

  SkhRecipient *recipient; /* owned: as it is in the workbook */
};

enum
{
  EDITED,
  RAISED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhRecipientRow, skh_recipient_row, GTK_TYPE_LIST_BOX_ROW)

/* — What was typed — */

static char *
dup_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

/* A name that was emptied is a slip: the row goes by its button. */
static void
keep (SkhRecipientRow *self)
{
  const char *old = self->recipient->purpose != NULL ? self->recipient->purpose : "";
  g_autofree char *name = dup_text (self->name);
  g_autofree char *purpose = dup_text (self->purpose);

  if (*name != '\0'
      && (g_strcmp0 (name, self->recipient->name) != 0 || g_strcmp0 (purpose, old) != 0))
    g_signal_emit (self, signals[EDITED], 0);
}

/* — Parts — */

static GtkEditable *
new_entry (SkhRecipientRow *self, const char *text, const char *hint)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_entry_set_has_frame (GTK_ENTRY (entry), FALSE);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_tooltip_text (entry, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hint, -1);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (keep), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (keep), self);
  gtk_widget_add_controller (entry, focus);
  return GTK_EDITABLE (entry);
}

static char *
dup_state (const SkhRecipient *recipient)
{
  g_autofree char *day = skh_date_to_text (recipient->sent_on);

  if (recipient->sent_on == SKH_DATE_NONE)
    return g_strdup (_ ("not sent yet"));
  if (recipient->sent_how == NULL)
    return g_strdup_printf (_ ("✔ sent %s"), day);
  return g_strdup_printf (_ ("✔ sent %s, %s"), day, recipient->sent_how);
}

static GtkWidget *
new_state (SkhRecipientRow *self)
{
  g_autofree char *state = dup_state (self->recipient);
  GtkWidget *label = gtk_label_new (state);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "recipient-state");
  if (self->recipient->sent_on == SKH_DATE_NONE)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
new_button (SkhRecipientRow *self, const char *icon, const char *name, GCallback clicked)
{
  GtkWidget *button = skh_icon_button_new (icon, name);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static void
on_up_clicked (SkhRecipientRow *self)
{
  g_signal_emit (self, signals[RAISED], 0);
}

static void
on_remove_clicked (SkhRecipientRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

/* — Life — */

static void
skh_recipient_row_finalize (GObject *object)
{
  skh_recipient_free (SKH_RECIPIENT_ROW (object)->recipient);
  G_OBJECT_CLASS (skh_recipient_row_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, SKH_TYPE_RECIPIENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                       NULL, G_TYPE_NONE, 0);
}

static void
skh_recipient_row_class_init (SkhRecipientRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = skh_recipient_row_finalize;
  signals[EDITED] = add_signal ("edited");
  signals[RAISED] = add_signal ("raised");
  signals[REMOVED] = add_signal ("removed");
}

static void
skh_recipient_row_init (SkhRecipientRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

/* The name has the whole width: those of offices are long. */
static GtkWidget *
new_grid (SkhRecipientRow *self, gboolean is_first)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  GtkWidget *up
    = new_button (self, "go-up-symbolic", _ ("Move up"), G_CALLBACK (on_up_clicked));
  GtkWidget *remove
    = new_button (self, "list-remove-symbolic", _ ("Remove this recipient"),
                  G_CALLBACK (on_remove_clicked));

  gtk_widget_set_sensitive (up, !is_first);
  gtk_grid_attach (grid, GTK_WIDGET (self->check), 0, 0, 1, 1);
  gtk_grid_attach (grid, GTK_WIDGET (self->name), 1, 0, 3, 1);
  gtk_grid_attach (grid, GTK_WIDGET (self->purpose), 1, 1, 1, 1);
  gtk_grid_attach (grid, new_state (self), 1, 2, 1, 1);
  gtk_grid_attach (grid, up, 2, 1, 1, 2);
  gtk_grid_attach (grid, remove, 3, 1, 1, 2);
  gtk_grid_set_column_spacing (grid, 4);
  return GTK_WIDGET (grid);
}

/**
 * skh_recipient_row_new:
 * @recipient: (transfer full)
 * @is_first: of the list, and so not to be moved up
 */
GtkWidget *
skh_recipient_row_new (SkhRecipient *recipient, gboolean is_first)
{
  SkhRecipientRow *self = g_object_new (SKH_TYPE_RECIPIENT_ROW, NULL);

  self->recipient = recipient;
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  self->name = new_entry (self, recipient->name, _ ("Recipient"));
  self->purpose = new_entry (self, recipient->purpose, _ ("For what (to report …)"));
  gtk_widget_add_css_class (GTK_WIDGET (self->purpose), "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, recipient->name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  recipient->name, -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), new_grid (self, is_first));
  return GTK_WIDGET (self);
}

const SkhRecipient *
skh_recipient_row_get_recipient (SkhRecipientRow *self)
{
  return self->recipient;
}

/**
 * skh_recipient_row_dup_edited:
 *
 * Returns: (transfer full): the recipient as it is typed
 */
SkhRecipient *
skh_recipient_row_dup_edited (SkhRecipientRow *self)
{
  SkhRecipient *recipient = g_new (SkhRecipient, 1);
  g_autofree char *purpose = dup_text (self->purpose);

  *recipient = *self->recipient;
  recipient->name = dup_text (self->name);
  recipient->purpose = *purpose != '\0' ? g_steal_pointer (&purpose) : NULL;
  recipient->sent_how = g_strdup (self->recipient->sent_how);
  return recipient;
}

gboolean
skh_recipient_row_is_ticked (SkhRecipientRow *self)
{
  return gtk_check_button_get_active (self->check);
}
