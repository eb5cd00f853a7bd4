/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-bulk-window.h"

#include "skh-field-row.h"
#include "skh-number.h"
#include "skh-register-store.h"

#include <glib/gi18n-lib.h>

struct _SkhBulkWindow
{
  AdwWindow parent_instance;

  /* template */
  GtkDropDown *field_choice;
  GtkBox *value;
  GtkButton *apply_button;

  SkhSession *session;
  SkhRegister *reg;
  GArray *ids;
  GArray *fields; /* guint: those that many entries can share a value of */
};

G_DEFINE_FINAL_TYPE (SkhBulkWindow, skh_bulk_window, ADW_TYPE_WINDOW)

typedef struct
{
  SkhRegister *reg;
  GArray *ids;
  guint field;
  SkhValue value;
  char *fault;
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  skh_register_unref (edit->reg);
  g_array_unref (edit->ids);
  skh_value_clear (&edit->value);
  g_free (edit->fault);
  g_free (edit);
}

/* A fault is the field's, an error anything else. */
static gboolean
run_edit (SkhDatabase *db, gpointer data, GError **error)
{
  Edit *edit = data;
  const SkhField *field = skh_register_get_field (edit->reg, edit->field);

  if (skh_field_is_reference (field) && edit->value.is_set && edit->value.id == 0
      && !skh_register_store_resolve (db, field, &edit->value, NULL, &edit->fault, error))
    {
      if (edit->fault != NULL)
        g_set_error_literal (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID,
                             edit->fault);
      return FALSE;
    }
  return skh_register_store_set_field (db, edit->reg,
                                       (const gint64 *)(gpointer)edit->ids->data,
                                       edit->ids->len, edit->field, &edit->value, error);
}

static SkhFieldRow *
get_row (SkhBulkWindow *self)
{
  return SKH_FIELD_ROW (gtk_widget_get_first_child (GTK_WIDGET (self->value)));
}

static void
on_applied (SkhSession *session, gpointer data, const GError *error, gpointer owner)
{
  SkhBulkWindow *self = owner;

  if (error == NULL)
    gtk_window_close (GTK_WINDOW (self));
  else if (self->session != NULL)
    skh_field_row_show_fault (get_row (self), error->message);
}

/* Takes what value owns. */
static void
apply (SkhBulkWindow *self, SkhValue *value)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->reg = skh_register_ref (self->reg);
  edit->ids = g_array_ref (self->ids);
  edit->field = skh_field_row_get_field (get_row (self));
  edit->value = *value;
  skh_session_apply (self->session, run_edit, edit, edit_free, on_applied, self);
}

static void
on_clearing_answered (SkhBulkWindow *self, const char *response)
{
  SkhValue nothing = { 0 };

  if (g_str_equal (response, "clear") && self->session != NULL)
    apply (self, &nothing);
  else
    gtk_widget_grab_focus (GTK_WIDGET (get_row (self)));
}

/* Nothing typed may be a slip of the finger: it would empty the field of every line. */
static void
ask_to_clear (SkhBulkWindow *self)
{
  guint field = skh_field_row_get_field (get_row (self));
  const char *title = skh_field_get_title (skh_register_get_field (self->reg, field));
  g_autofree char *number = skh_number_to_text (self->ids->len);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog),
                                     g_dngettext (GETTEXT_PACKAGE,
                                                  "Empty “%s” in %s Line?",
                                                  "Empty “%s” in %s Lines?",
                                                  self->ids->len),
                                     title, number);
  adw_message_dialog_set_body (
    ADW_MESSAGE_DIALOG (dialog),
    _ ("No value was given. What these lines have there now would be taken away; an "
       "undo brings it back."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"),
                                    "clear", _ ("Empty It"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "clear",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_clearing_answered), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_apply_clicked (SkhBulkWindow *self)
{
  SkhFieldRow *row = get_row (self);
  const SkhField *field
    = skh_register_get_field (self->reg, skh_field_row_get_field (row));
  SkhValue value;

  if (!skh_field_row_read (row, &value))
    return;
  if (value.is_set)
    apply (self, &value);
  else if (field->flags & SKH_FIELD_REQUIRED)
    skh_field_row_show_fault (row, _ ("Every line needs a value here."));
  else
    ask_to_clear (self);
}

static void
on_field_selected (SkhBulkWindow *self)
{
  GtkWidget *old = gtk_widget_get_first_child (GTK_WIDGET (self->value));
  guint selected = gtk_drop_down_get_selected (self->field_choice);
  GtkWidget *row;

  if (old != NULL)
    gtk_box_remove (self->value, old);
  if (self->session == NULL || selected >= self->fields->len)
    return;
  row = skh_field_row_new (self->session, self->reg,
                           g_array_index (self->fields, guint, selected));
  g_signal_connect_object (row, "next", G_CALLBACK (on_apply_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->value, row);
}

static void
fill_fields (SkhBulkWindow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < skh_register_get_n_fields (self->reg); i++)
    {
      const SkhField *field = skh_register_get_field (self->reg, i);

      if (!skh_field_is_typed (field) || (field->flags & SKH_FIELD_UNIQUE))
        continue;
      g_array_append_val (self->fields, i);
      gtk_string_list_append (titles, skh_field_get_title (field));
    }
  gtk_drop_down_set_model (self->field_choice, G_LIST_MODEL (titles));
}

static void
skh_bulk_window_dispose (GObject *object)
{
  g_clear_object (&SKH_BULK_WINDOW (object)->session);
  G_OBJECT_CLASS (skh_bulk_window_parent_class)->dispose (object);
}

static void
skh_bulk_window_finalize (GObject *object)
{
  SkhBulkWindow *self = SKH_BULK_WINDOW (object);

  skh_register_unref (self->reg);
  g_array_unref (self->ids);
  g_array_unref (self->fields);
  G_OBJECT_CLASS (skh_bulk_window_parent_class)->finalize (object);
}

static void
skh_bulk_window_class_init (SkhBulkWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = skh_bulk_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = skh_bulk_window_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/register/skh-bulk-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhBulkWindow, field_choice);
  gtk_widget_class_bind_template_child (widget_class, SkhBulkWindow, value);
  gtk_widget_class_bind_template_child (widget_class, SkhBulkWindow, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, on_field_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_apply_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
skh_bulk_window_init (SkhBulkWindow *self)
{
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
skh_bulk_window_new (GtkWindow *parent,
                     SkhSession *session,
                     SkhRegister *reg,
                     GArray *ids)
{
  SkhBulkWindow *self
    = g_object_new (SKH_TYPE_BULK_WINDOW, "transient-for", parent, NULL);
  g_autofree char *number = skh_number_to_text (ids->len);
  g_autofree char *label
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Write to %s Line",
                                    "Write to %s Lines", ids->len),
                       number);

  self->session = g_object_ref (session);
  self->reg = skh_register_ref (reg);
  self->ids = ids;
  gtk_button_set_label (self->apply_button, label);
  fill_fields (self);
  on_field_selected (self);
  return GTK_WINDOW (self);
}
