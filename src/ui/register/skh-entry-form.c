/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-entry-form-private.h"

#include "skh-labels.h"

#include "skh-register-store.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (SkhEntryForm, skh_entry_form, GTK_TYPE_WIDGET)

enum
{
  SHOWN,
  KEPT,
  STAYED,
  CLOSED,
  REMOVE_WANTED,
  MERGE_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* — The entry in the form — */

gboolean
skh_entry_form_is_open (SkhEntryForm *self)
{
  return self->draft != NULL;
}

gint64
skh_entry_form_get_id (SkhEntryForm *self)
{
  return self->draft != NULL ? skh_entry_get_id (self->draft) : 0;
}

static gboolean
is_edited (SkhEntryForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (skh_field_row_is_edited (g_ptr_array_index (self->rows, i)))
      return TRUE;
  return FALSE;
}

/* A new entry in which nothing was entered is let go without a word. */
gboolean
skh_entry_form_is_empty (SkhEntryForm *self)
{
  if (skh_entry_get_id (self->draft) != 0 || is_edited (self))
    return FALSE;
  for (guint i = 0; i < skh_register_get_n_fields (self->reg); i++)
    if (skh_entry_get_value (self->draft, i)->is_set)
      return FALSE;
  return TRUE;
}

gboolean
skh_entry_form_is_unsaved (SkhEntryForm *self)
{
  return self->draft != NULL && !skh_entry_form_is_empty (self)
         && (is_edited (self) || self->is_refused || self->saved == NULL
             || self->n_putting > 0 || !skh_entry_equal (self->draft, self->saved));
}

static gboolean
ask_unsaved (gpointer keeper, SkhSessionThenFunc then, gpointer data)
{
  SkhEntryForm *self = keeper;
  SkhFormNext next = { .kind = SKH_FORM_CALL, .call = then, .call_data = data };

  if (!skh_entry_form_is_unsaved (self))
    return FALSE;
  skh_entry_form_go (self, &next);
  return TRUE;
}

static void
show_values (SkhEntryForm *self, gboolean keep_edited)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      SkhFieldRow *row = g_ptr_array_index (self->rows, i);

      if (!keep_edited || !skh_field_row_is_edited (row))
        skh_field_row_set_value (row,
                                 skh_entry_get_value (self->draft,
                                                      skh_field_row_get_field (row)));
    }
}

static void
show_files (SkhEntryForm *self)
{
  for (guint i = 0; i < self->files->len; i++)
    skh_attachment_list_show (g_ptr_array_index (self->files, i),
                              skh_entry_form_get_id (self));
}

/* Title and buttons. */
void
skh_entry_form_update (SkhEntryForm *self)
{
  gboolean is_new = skh_entry_form_get_id (self) == 0;
  gboolean writable = skh_session_is_writable (self->session);
  g_autofree char *title = NULL;

  if (self->draft == NULL)
    return;
  if (!is_new)
    title = skh_entry_dup_label (self->draft);
  if (title == NULL || *title == '\0')
    {
      g_free (title);
      title = g_strdup_printf (_ ("New %s"), skh_register_get_one_title (self->reg));
    }
  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (self->remove_button, writable && !is_new);
  gtk_widget_set_visible (self->another_button, writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->fields), writable);
}

/* Takes the entry (NULL: none) into the form, in place of what stands there. */
void
skh_entry_form_take (SkhEntryForm *self, SkhEntry *entry)
{
  self->serial++;
  self->is_refused = FALSE;
  self->put_again = FALSE;
  g_clear_pointer (&self->saved, skh_entry_unref);
  g_clear_pointer (&self->draft, skh_entry_unref);
  if (entry == NULL)
    return;
  self->draft = entry;
  if (skh_entry_get_id (entry) != 0)
    self->saved = skh_entry_copy (entry);
  show_values (self, FALSE);
  show_files (self);
  skh_entry_form_update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  skh_entry_form_look_for_similar (self);
  g_signal_emit (self, signals[SHOWN], 0, skh_entry_get_id (entry));
}

/* — Reading — */

typedef struct
{
  SkhEntryForm *form;
  SkhRegister *reg;
  gint64 id;
  guint serial;
  gboolean is_again; /* the entry in the form, once more */
  SkhEntry *entry;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_object_unref (load->form);
  skh_register_unref (load->reg);
  g_clear_pointer (&load->entry, skh_entry_unref);
  g_free (load);
}

static gboolean
run_load (SkhDatabase *db, gpointer data, GError **error)
{
  Load *load = data;

  load->entry = skh_register_store_get (db, load->reg, load->id, error);
  return load->entry != NULL;
}

/* Somebody took the entry away. What was typed since becomes a new one. */
static void
take_loss (SkhEntryForm *self)
{
  if (is_edited (self))
    {
      skh_entry_set_id (self->draft, 0);
      g_clear_pointer (&self->saved, skh_entry_unref);
      skh_entry_form_update (self);
      return;
    }
  skh_entry_form_take (self, NULL);
  g_signal_emit (self, signals[CLOSED], 0);
}

/* What is being typed stays. */
static void
take_again (SkhEntryForm *self, SkhEntry *entry)
{
  g_clear_pointer (&self->saved, skh_entry_unref);
  g_clear_pointer (&self->draft, skh_entry_unref);
  self->saved = skh_entry_ref (entry);
  self->draft = skh_entry_copy (entry);
  show_values (self, TRUE);
  skh_entry_form_update (self);
  skh_entry_form_look_for_similar (self);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gpointer data;
  gboolean done = skh_workbook_run_finish (SKH_WORKBOOK (source), result, &data, &error);
  Load *load = data;
  SkhEntryForm *self = load->form;

  if (load->serial != self->serial || load->reg != self->reg || self->session == NULL)
    return;
  if (load->is_again && (self->n_putting > 0 || self->is_refused))
    return;
  if (!done && load->is_again
      && g_error_matches (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_FOUND))
    take_loss (self);
  else if (!done)
    skh_session_report_fault (self->session, error->message);
  else if (load->is_again)
    take_again (self, load->entry);
  else
    skh_entry_form_take (self, skh_entry_copy (load->entry));
}

static void
load (SkhEntryForm *self, gint64 id, gboolean is_again)
{
  SkhWorkbook *workbook = skh_session_get_workbook (self->session);
  Load *job;

  if (workbook == NULL)
    return;
  job = g_new0 (Load, 1);
  job->form = g_object_ref (self);
  job->reg = skh_register_ref (self->reg);
  job->id = id;
  job->is_again = is_again;
  job->serial = is_again ? self->serial : ++self->serial;
  skh_workbook_run_async (workbook, run_load, job, load_free, NULL, on_loaded, NULL);
}

void
skh_entry_form_reload (SkhEntryForm *self)
{
  if (skh_entry_form_get_id (self) == 0 || self->n_putting > 0)
    return;
  load (self, skh_entry_form_get_id (self), TRUE);
  show_files (self);
}

/* — What comes next — */

static void
begin_new (SkhEntryForm *self)
{
  skh_entry_form_take (self, skh_entry_new (self->reg));
  if (self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
}

void
skh_entry_form_do_next (SkhEntryForm *self, const SkhFormNext *next)
{
  switch (next->kind)
    {
    case SKH_FORM_SHOW:
      load (self, next->id, FALSE);
      break;
    case SKH_FORM_NEW:
      begin_new (self);
      break;
    case SKH_FORM_CLOSE:
      skh_entry_form_take (self, NULL);
      g_signal_emit (self, signals[CLOSED], 0);
      break;
    case SKH_FORM_ATTACH:
      if (skh_entry_form_get_id (self) == 0)
        break;
      skh_attachment_list_show (next->list, skh_entry_form_get_id (self));
      skh_attachment_list_add (next->list, next->path);
      break;
    case SKH_FORM_CALL:
      next->call (next->call_data);
      break;
    case SKH_FORM_NOTHING:
    default:
      break;
    }
}

void
skh_entry_form_show (SkhEntryForm *self, gint64 id)
{
  SkhFormNext next = { .kind = SKH_FORM_SHOW, .id = id };

  if (id != skh_entry_form_get_id (self))
    skh_entry_form_go (self, &next);
}

void
skh_entry_form_show_new (SkhEntryForm *self)
{
  SkhFormNext next = { .kind = SKH_FORM_NEW };

  skh_entry_form_go (self, &next);
}

void
skh_entry_form_close (SkhEntryForm *self)
{
  SkhFormNext next = { .kind = SKH_FORM_CLOSE };

  skh_entry_form_go (self, &next);
}

/* — The register — */

void
skh_entry_form_set_register (SkhEntryForm *self, SkhSession *session, SkhRegister *reg)
{
  if (g_set_object (&self->session, session))
    skh_session_add_keeper (session, ask_unsaved, self);
  skh_entry_form_take (self, NULL);
  g_clear_pointer (&self->reg, skh_register_unref);
  self->reg = skh_register_ref (reg);
  skh_entry_form_make_fields (self);
}

void
skh_entry_form_add_section (SkhEntryForm *self, GtkWidget *section)
{
  gtk_box_append (self->sections, section);
}

/* — Acting — */

/* The focus left for something else in the window: a new entry is kept. In another window
   it may be a file that is looked at meanwhile. */
static void
on_focus_left (SkhEntryForm *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  SkhFormNext next = { .kind = SKH_FORM_NOTHING };

  if (self->draft != NULL && self->session != NULL && skh_entry_form_get_id (self) == 0
      && GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    skh_entry_form_go (self, &next);
}

static void
on_close_clicked (SkhEntryForm *self)
{
  skh_entry_form_close (self);
}

static void
on_another_clicked (SkhEntryForm *self)
{
  skh_entry_form_show_new (self);
}

static void
on_remove_clicked (SkhEntryForm *self)
{
  g_signal_emit (self, signals[REMOVE_WANTED], 0, skh_entry_form_get_id (self));
}

static void
on_merge_clicked (SkhEntryForm *self)
{
  g_signal_emit (self, signals[MERGE_WANTED], 0, skh_entry_form_get_id (self),
                 self->similar_id);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  skh_entry_form_close (SKH_ENTRY_FORM (widget));
  return GDK_EVENT_STOP;
}

static gboolean
on_control_enter (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  if (skh_session_is_writable (SKH_ENTRY_FORM (widget)->session))
    skh_entry_form_show_new (SKH_ENTRY_FORM (widget));
  return GDK_EVENT_STOP;
}

/* — Life — */

static void
skh_entry_form_dispose (GObject *object)
{
  SkhEntryForm *self = SKH_ENTRY_FORM (object);
  GtkWidget *child;

  if (self->session != NULL)
    skh_session_remove_keeper (self->session, self);
  g_clear_pointer (&self->draft, skh_entry_unref);
  g_clear_pointer (&self->saved, skh_entry_unref);
  g_clear_object (&self->session);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->files, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (skh_entry_form_parent_class)->dispose (object);
}

static void
skh_entry_form_finalize (GObject *object)
{
  SkhEntryForm *self = SKH_ENTRY_FORM (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->files);
  g_clear_pointer (&self->reg, skh_register_unref);
  g_clear_object (&self->next.list);
  g_free (self->next.path);
  G_OBJECT_CLASS (skh_entry_form_parent_class)->finalize (object);
}

static void
add_signals (void)
{
  GType type = SKH_TYPE_ENTRY_FORM;

  signals[SHOWN] = g_signal_new ("shown", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[KEPT] = g_signal_new ("kept", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
  signals[STAYED] = g_signal_new ("stayed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[REMOVE_WANTED] = g_signal_new ("remove-wanted", type, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MERGE_WANTED]
    = g_signal_new ("merge-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
}

static void
skh_entry_form_class_init (SkhEntryFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = skh_entry_form_dispose;
  object_class->finalize = skh_entry_form_finalize;
  add_signals ();
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/register/skh-entry-form.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, SkhEntryForm, title);
  gtk_widget_class_bind_template_child (widget_class, SkhEntryForm, fields);
  gtk_widget_class_bind_template_child (widget_class, SkhEntryForm, sections);
  gtk_widget_class_bind_template_child (widget_class, SkhEntryForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, SkhEntryForm, remove_button);
  gtk_widget_class_bind_template_child (widget_class, SkhEntryForm, another_button);
  gtk_widget_class_bind_template_child (widget_class, SkhEntryForm, merge_button);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_left);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_another_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_merge_clicked);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                on_control_enter, NULL);
}

static void
skh_entry_form_init (SkhEntryForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->files = g_ptr_array_new ();
}

GtkWidget *
skh_entry_form_new (void)
{
  return g_object_new (SKH_TYPE_ENTRY_FORM, NULL);
}
