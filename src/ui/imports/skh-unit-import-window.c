/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-unit-import-window.h"

#include "skh-file-choice.h"
#include "skh-unit-import.h"

#include <glib/gi18n.h>
#include <string.h>

struct _SkhUnitImportWindow
{
  AdwWindow parent_instance;

  /* template */
  GtkTextView *text;
  GtkLabel *summary;
  GtkListBox *faults;
  GtkWidget *faults_frame;
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
clear_faults (SkhUnitImportWindow *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->faults))) != NULL)
    gtk_list_box_remove (self->faults, row);
}

static void
add_fault (SkhUnitImportWindow *self, const SkhImportFault *fault)
{
  g_autofree char *text
    = fault->cell != NULL
        ? g_strdup_printf (_ ("Cell %s, “%s”: %s"), fault->cell,
                           fault->value != NULL ? fault->value : "", fault->why)
        : g_strdup (fault->why);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_append (self->faults, label);
}

static guint
count (SkhUnitImportWindow *self, SkhImportOutcome outcome)
{
  return skh_unit_import_get_count (self->import, outcome);
}

static void
show_preview (SkhUnitImportWindow *self)
{
  GPtrArray *faults = skh_unit_import_get_faults (self->import);
  guint added = count (self, SKH_IMPORT_ADDED),
        changed = count (self, SKH_IMPORT_CHANGED);
  g_autofree char *text
    = g_strdup_printf (_ ("%u rows: %u new, %u changed, %u the same, %u refused"),
                       skh_unit_import_get_n_rows (self->import), added, changed,
                       count (self, SKH_IMPORT_SAME), count (self, SKH_IMPORT_REFUSED));

  gtk_label_set_text (self->summary, text);
  clear_faults (self);
  for (guint i = 0; i < faults->len; i++)
    add_fault (self, g_ptr_array_index (faults, i));
  gtk_widget_set_visible (self->faults_frame, faults->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_in), added + changed > 0);
}

static void
show_nothing (SkhUnitImportWindow *self, const char *message)
{
  g_clear_pointer (&self->import, skh_unit_import_free);
  clear_faults (self);
  gtk_widget_set_visible (self->faults_frame, FALSE);
  gtk_label_set_text (self->summary, message);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_in), FALSE);
}

/* Takes the source. */
static void
preview (SkhUnitImportWindow *self, SkhListSource *source, GError *error)
{
  g_autoptr (SkhListSource) owned = source;
  g_autoptr (GError) fault = error;
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  g_clear_pointer (&self->import, skh_unit_import_free);
  if (source != NULL && ledger != NULL)
    {
      self->import = skh_unit_import_new (ledger);
      if (skh_unit_import_add_source (self->import, source, &fault))
        {
          skh_unit_import_preview (self->import);
          show_preview (self);
          return;
        }
    }
  show_nothing (self, fault != NULL ? fault->message : "");
}

static gboolean
preview_text (gpointer user_data)
{
  SkhUnitImportWindow *self = user_data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autofree char *text = NULL;
  GError *error = NULL;

  self->preview_source = 0;
  g_object_get (buffer, "text", &text, NULL);
  if (*g_strstrip (text) == '\0')
    show_nothing (self, _ ("Nothing is pasted yet."));
  else
    {
      SkhListSource *source
        = skh_list_source_read_text (text, strlen (text), _ ("pasted list"), &error);

      preview (self, source, error);
    }
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
  GError *error = NULL;
  SkhListSource *source = skh_list_source_read_file (path, &error);

  preview (user_data, source, error);
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

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/imports/skh-unit-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhUnitImportWindow, text);
  gtk_widget_class_bind_template_child (widget_class, SkhUnitImportWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, SkhUnitImportWindow, faults);
  gtk_widget_class_bind_template_child (widget_class, SkhUnitImportWindow, faults_frame);
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
