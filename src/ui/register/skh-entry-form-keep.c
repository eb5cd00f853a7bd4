/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How what stands in a form comes into the workbook.

     a field is left ─→ keep_row ─→ draft ─→ put        an entry that is there
     the form is left ─→ go ─→ collect ─→ put ─→ next   any entry

   Puts run one after the other on the database thread; what comes next waits for the last
   of them, and does not come when one is refused. */
#include "skh-entry-form-private.h"

#include "skh-register-store.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  SkhEntry *entry;
  GPtrArray *faults; /* SkhEntryFault */
  guint serial;
  gboolean is_new;
} Put;

static void put (SkhEntryForm *self);

static void
put_free (gpointer data)
{
  Put *job = data;

  skh_entry_unref (job->entry);
  g_clear_pointer (&job->faults, g_ptr_array_unref);
  g_free (job);
}

static gboolean
run_put (SkhDatabase *db, gpointer data, GError **error)
{
  Put *job = data;

  job->faults = skh_register_store_check (db, job->entry, error);
  if (job->faults == NULL)
    return FALSE;
  if (job->faults->len > 0)
    {
      const SkhEntryFault *first = g_ptr_array_index (job->faults, 0);

      g_set_error_literal (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID, first->why);
      return FALSE;
    }
  return skh_register_store_put (db, job->entry, error);
}

/* — What is wrong — */

static SkhFieldRow *
find_row (SkhEntryForm *self, guint field)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      SkhFieldRow *row = g_ptr_array_index (self->rows, i);

      if (skh_field_row_get_field (row) == field)
        return row;
    }
  return NULL;
}

static SkhFieldRow *
find_faulty_row (SkhEntryForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (skh_field_row_has_fault (g_ptr_array_index (self->rows, i)))
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

/* The field's own words stay: a value that can't be read is worse than one that is
   missing. */
static void
show_faults (SkhEntryForm *self, GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const SkhEntryFault *fault = g_ptr_array_index (faults, i);
      SkhFieldRow *row = find_row (self, fault->field);

      if (row != NULL && !skh_field_row_has_fault (row))
        skh_field_row_show_fault (row, fault->why);
    }
}

static void
next_clear (SkhFormNext *next)
{
  g_clear_object (&next->list);
  g_free (next->path);
  *next = (SkhFormNext){ 0 };
}

static SkhFormNext
next_copy (const SkhFormNext *next)
{
  SkhFormNext copy = *next;

  copy.list = next->list != NULL ? g_object_ref (next->list) : NULL;
  copy.path = g_strdup (next->path);
  return copy;
}

typedef struct
{
  SkhEntryForm *form;
  SkhFormNext next;
} Question;

static void
on_answered (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;
  SkhEntryForm *self = question->form;
  SkhFieldRow *row = find_faulty_row (self);

  if (g_str_equal (response, "discard"))
    {
      skh_entry_form_take (self, NULL);
      skh_entry_form_do_next (self, &question->next);
    }
  else if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  next_clear (&question->next);
  g_object_unref (self);
  g_free (question);
}

/* Nothing that was typed is let go without a word. */
static void
ask_to_discard (SkhEntryForm *self, const SkhFormNext *next)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  SkhFieldRow *row = find_faulty_row (self);
  GtkWidget *dialog
    = adw_message_dialog_new (GTK_WINDOW (root), _ ("What Was Entered Is Not Kept Yet"),
                              NULL);
  Question *question = g_new (Question, 1);

  *question = (Question){ g_object_ref (self), next_copy (next) };
  if (row != NULL)
    adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                    _ ("There is something to correct at “%s”."),
                                    skh_field_get_title (skh_register_get_field (
                                      self->reg, skh_field_row_get_field (row))));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _ ("Correct It"),
                                    "discard", _ ("Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_signal_connect (dialog, "response", G_CALLBACK (on_answered), question);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The entry can't be kept as it is, so what was to come next does not. */
static void
stay (SkhEntryForm *self, const SkhFormNext *next)
{
  g_signal_emit_by_name (self, "stayed", skh_entry_get_id (self->draft));
  if (next->kind != SKH_FORM_NOTHING && next->kind != SKH_FORM_ATTACH)
    ask_to_discard (self, next);
}

/* — Putting — */

static void
take_put (SkhEntryForm *self, const Put *job)
{
  gint64 id = skh_entry_get_id (job->entry);

  self->is_refused = FALSE;
  skh_entry_set_id (self->draft, id);
  skh_entry_set_id (self->saved, id);
  if (job->is_new)
    g_signal_emit_by_name (self, "shown", id);
  g_signal_emit_by_name (self, "kept", id, job->is_new);
  skh_entry_form_update (self);
}

static void
refuse_put (SkhEntryForm *self, const Put *job, const GError *error)
{
  self->is_refused = TRUE;
  if (job->faults != NULL && job->faults->len > 0)
    show_faults (self, job->faults);
  else
    skh_session_report_fault (self->session, error->message);
}

static void
on_put (SkhSession *session, gpointer edit, const GError *error, gpointer owner)
{
  SkhEntryForm *self = owner;
  const Put *job = edit;
  SkhFormNext next;

  self->n_putting--;
  if (job->serial != self->serial || self->draft == NULL)
    return;
  if (error != NULL)
    refuse_put (self, job, error);
  else
    take_put (self, job);
  if (self->n_putting > 0)
    return;
  if (self->put_again && !self->is_refused)
    {
      put (self);
      return;
    }
  next = self->next;
  self->next = (SkhFormNext){ 0 };
  if (self->is_refused)
    stay (self, &next);
  else
    {
      skh_entry_form_do_next (self, &next);
      if (next.kind == SKH_FORM_NOTHING)
        skh_entry_form_reload (self);
    }
  next_clear (&next);
}

/* A new entry is put once; what is typed meanwhile follows when it has its id. */
static void
put (SkhEntryForm *self)
{
  Put *job;

  self->put_again = self->n_putting > 0 && skh_entry_get_id (self->draft) == 0;
  if (self->put_again || !skh_session_is_writable (self->session))
    return;
  job = g_new0 (Put, 1);
  job->entry = skh_entry_copy (self->draft);
  job->serial = self->serial;
  job->is_new = skh_entry_get_id (self->draft) == 0;
  g_clear_pointer (&self->saved, skh_entry_unref);
  self->saved = skh_entry_copy (self->draft);
  self->n_putting++;
  skh_session_apply (self->session, run_put, job, put_free, on_put, self);
}

/* — From the fields — */

/* What is computed of the others is shown as soon as it is. */
static void
show_derived (SkhEntryForm *self)
{
  skh_entry_derive (self->draft);
  for (guint i = 0; i < self->rows->len; i++)
    {
      SkhFieldRow *row = g_ptr_array_index (self->rows, i);
      guint field = skh_field_row_get_field (row);

      if (skh_register_get_field (self->reg, field)->derive != NULL
          && !skh_field_row_is_edited (row))
        skh_field_row_set_value (row, skh_entry_get_value (self->draft, field));
    }
}

static gboolean
take_row (SkhEntryForm *self, SkhFieldRow *row)
{
  guint field = skh_field_row_get_field (row);
  g_auto (SkhValue) value = { 0 };

  if (!skh_field_row_is_edited (row))
    return !skh_field_row_has_fault (row) || self->is_refused;
  if (!skh_field_row_read (row, &value))
    return FALSE;
  skh_field_row_set_value (row, &value);
  skh_entry_take_value (self->draft, field, &value);
  return TRUE;
}

static gboolean
collect (SkhEntryForm *self)
{
  gboolean done = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    done = take_row (self, g_ptr_array_index (self->rows, i)) && done;
  show_derived (self);
  return done;
}

static gboolean
is_changed (SkhEntryForm *self)
{
  return self->is_refused || self->saved == NULL
         || !skh_entry_equal (self->draft, self->saved);
}

/* A field was left: an entry that is there is written at once. */
void
skh_entry_form_keep_row (SkhEntryForm *self, SkhFieldRow *row)
{
  if (self->draft == NULL || !skh_field_row_is_edited (row) || !take_row (self, row))
    return;
  show_derived (self);
  skh_entry_form_update (self);
  if (skh_entry_get_id (self->draft) == 0)
    skh_entry_form_look_for_similar (self);
  if (skh_entry_get_id (self->draft) != 0 && is_changed (self))
    put (self);
}

/* Keeps what stands in the form; then comes what is next. */
void
skh_entry_form_go (SkhEntryForm *self, const SkhFormNext *next)
{
  if (self->draft == NULL || skh_entry_form_is_empty (self))
    {
      skh_entry_form_do_next (self, next);
      return;
    }
  if (!collect (self))
    {
      stay (self, next);
      return;
    }
  if (!is_changed (self) && self->n_putting == 0)
    {
      skh_entry_form_do_next (self, next);
      return;
    }
  next_clear (&self->next);
  self->next = next_copy (next);
  if (is_changed (self))
    put (self);
}
