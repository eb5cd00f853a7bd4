/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-new-register-window.h"

#include "skh-field-editor.h"

#include <glib/gi18n-lib.h>

/* A register begins with so many places for fields; empty ones are passed over. */
#define FIRST_FIELDS 3

struct _SkhNewRegisterWindow
{
  AdwWindow parent_instance;

  /* template */
  GtkEntry *title, *help;
  GtkBox *fields; /* SkhFieldEditor each */
  GtkLabel *fault;

  SkhSession *session;
};

G_DEFINE_FINAL_TYPE (SkhNewRegisterWindow, skh_new_register_window, ADW_TYPE_WINDOW)

typedef struct
{
  char *title, *help, *id;
  GPtrArray *fields; /* SkhFieldDraft */
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_ptr_array_unref (making->fields);
  g_free (making->title);
  g_free (making->help);
  g_free (making->id);
  g_free (making);
}

static gboolean
run_make (SkhDatabase *db, gpointer data, GError **error)
{
  Making *making = data;

  return skh_register_edit_add_register (db, making->title, making->help,
                                         (SkhFieldDraft *const *)making->fields->pdata,
                                         making->fields->len, &making->id, error);
}

static void
say (SkhNewRegisterWindow *self, const char *fault)
{
  gtk_label_set_label (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
}

static void
on_made (SkhSession *session, gpointer data, const GError *error, gpointer owner)
{
  SkhNewRegisterWindow *self = owner;
  const Making *making = data;

  if (error != NULL)
    {
      say (self, error->message);
      return;
    }
  skh_session_show_entry (session, making->id, 0);
  gtk_window_close (GTK_WINDOW (self));
}

/* FALSE: a field says what it lacks. */
static gboolean
read_fields (SkhNewRegisterWindow *self, Making *making)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->fields));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      SkhFieldDraft *draft;

      if (skh_field_editor_is_empty (SKH_FIELD_EDITOR (child)))
        continue;
      draft = skh_field_editor_dup_draft (SKH_FIELD_EDITOR (child));
      if (draft == NULL)
        return FALSE;
      g_ptr_array_add (making->fields, draft);
    }
  return TRUE;
}

static void
on_make_clicked (SkhNewRegisterWindow *self)
{
  Making *making = g_new0 (Making, 1);

  making->title
    = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))));
  making->help
    = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->help))));
  making->fields = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_field_draft_free);
  say (self, NULL);
  if (*making->title == '\0')
    {
      say (self, _ ("The register needs a name."));
      gtk_widget_grab_focus (GTK_WIDGET (self->title));
    }
  else if (read_fields (self, making))
    {
      if (making->fields->len > 0)
        {
          skh_session_apply (self->session, run_make, making, making_free, on_made, self);
          return;
        }
      say (self, _ ("The register needs at least one field."));
      gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->fields)));
    }
  making_free (making);
}

static void
on_add_clicked (SkhNewRegisterWindow *self)
{
  GtkWidget *editor = skh_field_editor_new ();

  gtk_widget_add_css_class (editor, "card");
  gtk_widget_add_css_class (editor, "line-panel-content");
  gtk_box_append (self->fields, editor);
  if (self->session != NULL)
    gtk_widget_grab_focus (editor);
}

static void
skh_new_register_window_dispose (GObject *object)
{
  g_clear_object (&SKH_NEW_REGISTER_WINDOW (object)->session);
  G_OBJECT_CLASS (skh_new_register_window_parent_class)->dispose (object);
}

static void
skh_new_register_window_class_init (SkhNewRegisterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = skh_new_register_window_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class,
    "/io/github/sokehoach/SoKeHoach/ui/register/skh-new-register-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhNewRegisterWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SkhNewRegisterWindow, help);
  gtk_widget_class_bind_template_child (widget_class, SkhNewRegisterWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, SkhNewRegisterWindow, fault);
  gtk_widget_class_bind_template_callback (widget_class, on_make_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
skh_new_register_window_init (SkhNewRegisterWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < FIRST_FIELDS; i++)
    on_add_clicked (self);
}

/**
 * skh_new_register_window_new:
 *
 * Returns: (transfer none): the window, which lives until it is closed
 */
GtkWindow *
skh_new_register_window_new (GtkWindow *parent, SkhSession *session)
{
  SkhNewRegisterWindow *self
    = g_object_new (SKH_TYPE_NEW_REGISTER_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  return GTK_WINDOW (self);
}
