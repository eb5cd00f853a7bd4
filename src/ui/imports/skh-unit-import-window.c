/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-unit-import-window.h"

#include "skh-file-choice.h"
#include "skh-import-preview.h"
#include "skh-unit-import.h"

#include <glib/gi18n.h>
#include <string.h>

struct _SkhUnitImportWindow
{
  AdwWindow parent_instance;

  /* template */
  GtkTextView *text;
  SkhImportPreview *preview;
  GtkButton *take_in;

  /* owned */
  SkhSession *session;
  SkhUnitImport *import; /* of what is shown; NULL while there is nothing to take in */
  guint preview_source;
};

/* Typing settles before the list is read again. */
#define PREVIEW_DELAY_MS 250

G_DEFINE_FINAL_TYPE (SkhUnitImportWindow, skh_unit_import_window, ADW_TYPE_WINDOW)

static void
show_preview (SkhUnitImportWindow *self)
{
  const SkhImportResult *result = skh_unit_import_get_result (self->import);

  skh_import_preview_show_result (self->preview, result);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_in),
                            skh_import_result_has_work (result));
}

static void
show_nothing (SkhUnitImportWindow *self, const char *message)
{
  g_clear_pointer (&self->import, skh_unit_import_free);
  skh_import_preview_show_message (self->preview, message);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_in), FALSE);
}

typedef gboolean (*AddFunc) (SkhUnitImport *import, gpointer list, GError **error);

static void
preview (SkhUnitImportWindow *self, AddFunc add, gpointer list)
{
  g_autoptr (GError) error = NULL;
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  g_clear_pointer (&self->import, skh_unit_import_free);
  if (ledger == NULL)
    return;
  self->import = skh_unit_import_new (ledger);
  if (add (self->import, list, &error))
    {
      skh_unit_import_preview (self->import);
      show_preview (self);
    }
  else
    show_nothing (self, error->message);
}

static gboolean
add_text (SkhUnitImport *import, gpointer list, GError **error)
{
  g_autoptr (SkhListSource) source
    = skh_list_source_read_text (list, strlen (list), _ ("pasted list"), error);

  return source != NULL && skh_unit_import_add_source (import, source, error);
}

static gboolean
add_file (SkhUnitImport *import, gpointer list, GError **error)
{
  return skh_unit_import_add_file (import, list, NULL, error);
}

static gboolean
preview_text (gpointer user_data)
{
  SkhUnitImportWindow *self = user_data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autofree char *text = NULL;

  self->preview_source = 0;
  g_object_get (buffer, "text", &text, NULL);
  if (*g_strstrip (text) == '\0')
    show_nothing (self, _ ("Nothing is pasted yet."));
  else
    preview (self, add_text, text);
  return G_SOURCE_REMOVE;
}

static void
on_text_changed (SkhUnitImportWindow *self)
{
  if (self->preview_source == 0)
    self->preview_source = g_timeout_add (PREVIEW_DELAY_MS, preview_text, self);
}

static void
on_list_chosen (const char *path, gpointer user_data)
{
  preview (user_data, add_file, (gpointer)path);
}

static void
on_choose_clicked (SkhUnitImportWindow *self)
{
  skh_file_choice_open_list (GTK_WINDOW (self), on_list_chosen, self);
}

static void
on_take_in_clicked (SkhUnitImportWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->import == NULL)
    return;
  if (skh_unit_import_apply (self->import, skh_session_get_workbook (self->session),
                             &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    show_nothing (self, error->message);
}

static void
skh_unit_import_window_dispose (GObject *object)
{
  SkhUnitImportWindow *self = SKH_UNIT_IMPORT_WINDOW (object);

  g_clear_handle_id (&self->preview_source, g_source_remove);
  g_clear_pointer (&self->import, skh_unit_import_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (skh_unit_import_window_parent_class)->dispose (object);
}

static void
skh_unit_import_window_class_init (SkhUnitImportWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = skh_unit_import_window_dispose;
  g_type_ensure (SKH_TYPE_IMPORT_PREVIEW);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/imports/skh-unit-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhUnitImportWindow, text);
  gtk_widget_class_bind_template_child (widget_class, SkhUnitImportWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, SkhUnitImportWindow, take_in);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_take_in_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
skh_unit_import_window_init (SkhUnitImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->text), "changed",
                            G_CALLBACK (on_text_changed), self);
  show_nothing (self, _ ("Nothing is pasted yet."));
}

/**
 * skh_unit_import_window_new:
 *
 * Returns: (transfer none): the window, which lives until it is closed
 */
GtkWindow *
skh_unit_import_window_new (GtkWindow *parent, SkhSession *session)
{
  SkhUnitImportWindow *self
    = g_object_new (SKH_TYPE_UNIT_IMPORT_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  return GTK_WINDOW (self);
}
