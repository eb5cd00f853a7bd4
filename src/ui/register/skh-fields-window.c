/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-fields-window.h"

#include "skh-field-editor.h"
#include "skh-labels.h"
#include "skh-register-store.h"

#include <glib/gi18n-lib.h>

struct _SkhFieldsWindow
{
  AdwWindow parent_instance;

  /* template */
  GtkLabel *declared;
  GtkListBox *list;
  SkhFieldEditor *new_field;

  SkhSession *session;
  char *register_id;
  SkhRegister *reg;
};

G_DEFINE_FINAL_TYPE (SkhFieldsWindow, skh_fields_window, ADW_TYPE_WINDOW)

static void load (SkhFieldsWindow *self);

/* — Acts — */

typedef struct
{
  char *register_id;
  SkhFieldDraft *draft;
  gint64 field_id;
  guint position;
  SkhFieldEditor *editor; /* where a fault is said; or NULL */
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_clear_pointer (&edit->draft, skh_field_draft_free);
  g_clear_object (&edit->editor);
  g_free (edit->register_id);
  g_free (edit);
}

static gboolean
run_put (SkhDatabase *db, gpointer data, GError **error)
{
  Edit *edit = data;

  return skh_register_edit_put_field (db, edit->register_id, edit->draft, error);
}

static gboolean
run_move (SkhDatabase *db, gpointer data, GError **error)
{
  Edit *edit = data;

  return skh_register_edit_move_field (db, edit->field_id, edit->position, error);
}

static gboolean
run_remove (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_register_edit_remove_field (db, ((Edit *)data)->field_id, error);
}

static void
on_applied (SkhSession *session, gpointer data, const GError *error, gpointer owner)
{
  SkhFieldsWindow *self = owner;
  Edit *edit = data;

  if (self->session == NULL)
    return;
  if (error != NULL && edit->editor != NULL)
    skh_field_editor_show_fault (edit->editor, error->message);
  else if (error != NULL)
    skh_session_report_fault (self->session, error->message);
  else
    {
      if (edit->editor == self->new_field)
        skh_field_editor_set_field (self->new_field, NULL);
      load (self);
    }
}

static void
apply (SkhFieldsWindow *self, SkhWorkbookFunc func, Edit *edit)
{
  skh_session_apply (self->session, func, edit, edit_free, on_applied, self);
}

static void
put (SkhFieldsWindow *self, SkhFieldEditor *editor)
{
  SkhFieldDraft *draft = skh_field_editor_dup_draft (editor);
  Edit *edit;

  if (draft == NULL)
    return;
  edit = g_new0 (Edit, 1);
  edit->register_id = g_strdup (self->register_id);
  edit->draft = draft;
  edit->editor = g_object_ref (editor);
  apply (self, run_put, edit);
}

static void
on_add_clicked (SkhFieldsWindow *self)
{
  put (self, self->new_field);
}

static void
on_keep_clicked (SkhFieldsWindow *self, GtkWidget *button)
{
  put (self, g_object_get_data (G_OBJECT (button), "editor"));
}

static Edit *
edit_new_for (GtkWidget *button)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->field_id = *(gint64 *)g_object_get_data (G_OBJECT (button), "field-id");
  edit->position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "position"));
  return edit;
}

static void
on_move_clicked (SkhFieldsWindow *self, GtkWidget *button)
{
  apply (self, run_move, edit_new_for (button));
}

static void
on_remove_clicked (SkhFieldsWindow *self, GtkWidget *button)
{
  apply (self, run_remove, edit_new_for (button));
}

/* — Showing — */

static GtkWidget *
new_button (SkhFieldsWindow *self,
            const SkhField *field,
            const char *icon,
            const char *name,
            guint position,
            GCallback callback)
{
  GtkWidget *button = skh_icon_button_new (icon, name);

  g_object_set_data_full (G_OBJECT (button), "field-id",
                          g_memdup2 (&field->id, sizeof field->id), g_free);
  g_object_set_data (G_OBJECT (button), "position", GUINT_TO_POINTER (position));
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
new_editor (SkhFieldsWindow *self, const SkhField *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *editor = skh_field_editor_new ();
  GtkWidget *keep = gtk_button_new_with_label (_ ("Keep the Changes"));

  skh_field_editor_set_field (SKH_FIELD_EDITOR (editor), field);
  gtk_widget_set_halign (keep, GTK_ALIGN_END);
  g_object_set_data (G_OBJECT (keep), "editor", editor);
  g_signal_connect_swapped (keep, "clicked", G_CALLBACK (on_keep_clicked), self);
  gtk_box_append (GTK_BOX (box), editor);
  gtk_box_append (GTK_BOX (box), keep);
  gtk_widget_add_css_class (box, "line-panel-content");
  return box;
}

static void
add_field (SkhFieldsWindow *self, const SkhField *field, guint place, guint n)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = g_markup_escape_text (field->title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row),
                                 skh_field_type_get_words (field->type));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row),
                               new_button (self, field, "user-trash-symbolic",
                                           _ ("Remove this field"), 0,
                                           G_CALLBACK (on_remove_clicked)));
  if (place + 1 < n)
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row),
                                 new_button (self, field, "go-down-symbolic",
                                             _ ("Move down"), place + 1,
                                             G_CALLBACK (on_move_clicked)));
  if (place > 0)
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row),
                                 new_button (self, field, "go-up-symbolic", _ ("Move up"),
                                             place - 1, G_CALLBACK (on_move_clicked)));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_editor (self, field));
  gtk_list_box_append (self->list, row);
}

static void
show_register (SkhFieldsWindow *self)
{
  g_autoptr (GString) declared = g_string_new (NULL);
  guint n_fields = skh_register_get_n_fields (self->reg), n_own = 0, place = 0;

  skh_list_box_clear (self->list);
  for (guint i = 0; i < n_fields; i++)
    n_own += (skh_register_get_field (self->reg, i)->flags & SKH_FIELD_OWN) != 0;
  for (guint i = 0; i < n_fields; i++)
    {
      const SkhField *field = skh_register_get_field (self->reg, i);

      if (field->flags & SKH_FIELD_OWN)
        add_field (self, field, place++, n_own);
      else
        g_string_append_printf (declared, "%s%s", declared->len > 0 ? " · " : "",
                                skh_field_get_title (field));
    }
  gtk_label_set_label (self->declared, declared->str);
  gtk_widget_set_visible (GTK_WIDGET (self->declared), declared->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_own > 0);
}

typedef struct
{
  char *register_id;
  SkhRegister *reg;
} Load;

static void
load_free (gpointer data)
{
  Load *job = data;

  g_clear_pointer (&job->reg, skh_register_unref);
  g_free (job->register_id);
  g_free (job);
}

static gboolean
run_load (SkhDatabase *db, gpointer data, GError **error)
{
  Load *job = data;

  job->reg = skh_register_store_load_register (db, job->register_id, error);
  return job->reg != NULL;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhFieldsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data;

  if (self->session == NULL)
    return;
  if (!skh_workbook_run_finish (SKH_WORKBOOK (source), result, &data, &error))
    {
      skh_session_report_fault (self->session, error->message);
      return;
    }
  g_clear_pointer (&self->reg, skh_register_unref);
  self->reg = skh_register_ref (((Load *)data)->reg);
  show_register (self);
}

static void
load (SkhFieldsWindow *self)
{
  Load *job = g_new0 (Load, 1);

  job->register_id = g_strdup (self->register_id);
  skh_workbook_run_async (skh_session_get_workbook (self->session), run_load, job,
                          load_free, NULL, on_loaded, g_object_ref (self));
}

/* — Life — */

static void
skh_fields_window_dispose (GObject *object)
{
  g_clear_object (&SKH_FIELDS_WINDOW (object)->session);
  G_OBJECT_CLASS (skh_fields_window_parent_class)->dispose (object);
}

static void
skh_fields_window_finalize (GObject *object)
{
  SkhFieldsWindow *self = SKH_FIELDS_WINDOW (object);

  g_free (self->register_id);
  g_clear_pointer (&self->reg, skh_register_unref);
  G_OBJECT_CLASS (skh_fields_window_parent_class)->finalize (object);
}

static void
skh_fields_window_class_init (SkhFieldsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = skh_fields_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = skh_fields_window_finalize;
  g_type_ensure (SKH_TYPE_FIELD_EDITOR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/register/skh-fields-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhFieldsWindow, declared);
  gtk_widget_class_bind_template_child (widget_class, SkhFieldsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, SkhFieldsWindow, new_field);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
skh_fields_window_init (SkhFieldsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * skh_fields_window_new:
 *
 * Returns: (transfer none): the window, which lives until it is closed
 */
GtkWindow *
skh_fields_window_new (GtkWindow *parent, SkhSession *session, const char *register_id)
{
  SkhFieldsWindow *self
    = g_object_new (SKH_TYPE_FIELDS_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->register_id = g_strdup (register_id);
  load (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->new_field));
  return GTK_WINDOW (self);
}
