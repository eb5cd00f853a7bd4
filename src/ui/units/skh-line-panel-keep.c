/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-line-panel-private.h"

#include "skh-line-words.h"
#include "skh-matrix-text.h"

#include <glib/gi18n-lib.h>

/* What is entered is kept when the field is left. */

const SkhAssignment *
skh_line_panel_find (SkhLinePanel *self)
{
  SkhLedger *ledger
    = self->session != NULL ? skh_session_get_ledger (self->session) : NULL;
  guint index = ledger != NULL
                  ? skh_ledger_find_assignment_by_id (ledger, self->assignment_id)
                  : SKH_NO_INDEX;

  return index != SKH_NO_INDEX ? &skh_ledger_get_assignments (ledger, NULL)[index] : NULL;
}

/* What undo will say: which unit, which task, and what. */
static void
apply (SkhLinePanel *self, SkhAssignmentEdit *edit, const char *what)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  const SkhAssignment *line = skh_line_panel_find (self);
  g_autofree char *label = NULL;

  if (line == NULL)
    return;
  label
    = g_strdup_printf ("%s – %s: %s",
                       skh_ledger_get_units (ledger, NULL)[line->unit].short_name,
                       skh_ledger_get_tasks (ledger, NULL)[line->task].short_title, what);
  edit->assignment_id = line->id;
  skh_session_edit (self->session, label, edit, 1);
}

void
skh_line_panel_say (GtkLabel *label, GtkEntry *entry, const char *fault)
{
  gtk_label_set_text (label, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (label), fault != NULL);
  if (fault != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
}

static void
set_state (SkhLinePanel *self, SkhState state, SkhDate day, const char *reason)
{
  SkhAssignmentEdit edit = {
    .fields = SKH_EDIT_STATE,
    .state = state,
    .delivered_on = day,
    .reason = reason,
    .total = -1,
  };

  if (state == SKH_STATE_DELIVERED)
    edit.fields |= SKH_EDIT_DELIVERED_ON;
  if (state == SKH_STATE_NOT_APPLICABLE)
    edit.fields |= SKH_EDIT_REASON;
  apply (self, &edit, skh_state_get_words (state));
}

void
skh_line_panel_keep_day (SkhLinePanel *self)
{
  const SkhAssignment *line = skh_line_panel_find (self);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->day)), *fault;
  SkhDate day;
  int year;

  if (line == NULL || self->updating || *text == '\0')
    {
      skh_line_panel_say (self->day_fault, self->day, NULL);
      return;
    }
  year = skh_ledger_get_plan (skh_session_get_ledger (self->session))->year;
  day = skh_date_parse_typed (text, year);
  fault = skh_day_fault_get_words (
    skh_line_check_delivery_day (day, skh_session_get_on (self->session), year));
  skh_line_panel_say (self->day_fault, self->day, fault);
  if (fault == NULL
      && (line->line.state != SKH_STATE_DELIVERED || line->line.delivered_on != day))
    set_state (self, SKH_STATE_DELIVERED, day, NULL);
}

/* "Not applicable" waits for its reason. */
void
skh_line_panel_keep_reason (SkhLinePanel *self)
{
  const SkhAssignment *line = skh_line_panel_find (self);
  g_autofree char *text
    = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));

  if (line == NULL || self->updating
      || gtk_drop_down_get_selected (self->state) != SKH_STATE_NOT_APPLICABLE)
    return;
  skh_line_panel_say (self->reason_fault, self->reason,
                      *text == '\0' ? _ ("“Not applicable” needs a reason.") : NULL);
  if (*text != '\0'
      && (line->line.state != SKH_STATE_NOT_APPLICABLE
          || g_strcmp0 (line->reason, text) != 0))
    set_state (self, SKH_STATE_NOT_APPLICABLE, SKH_DATE_NONE, text);
}

void
skh_line_panel_keep_document (SkhLinePanel *self)
{
  const SkhAssignment *line = skh_line_panel_find (self);
  g_autofree char *text
    = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->document))));
  SkhAssignmentEdit edit = { .fields = SKH_EDIT_DOCUMENT, .document = text, .total = -1 };

  if (line == NULL || self->updating
      || g_strcmp0 (line->document != NULL ? line->document : "", text) == 0)
    return;
  apply (self, &edit, _ ("document"));
}

static char *
dup_note (SkhLinePanel *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

void
skh_line_panel_keep_note (SkhLinePanel *self)
{
  const SkhAssignment *line = skh_line_panel_find (self);
  g_autofree char *text = dup_note (self);
  SkhAssignmentEdit edit = { .fields = SKH_EDIT_NOTE, .note = text, .total = -1 };

  if (line == NULL || self->updating || self->shown_id != line->id
      || g_strcmp0 (line->note != NULL ? line->note : "", text) == 0)
    return;
  apply (self, &edit, _ ("note"));
}

void
skh_line_panel_keep_figure (SkhLinePanel *self, SkhFigureRow *row)
{
  SkhFigureEdit figure = { .key = skh_figure_row_get_key (row) };
  SkhAssignmentEdit edit = { .total = -1 };

  skh_figure_row_get_figure (row, &figure.value, &figure.total);
  if (figure.key == NULL)
    {
      edit.fields = SKH_EDIT_COUNT;
      edit.count = figure.value;
      edit.total = figure.total;
    }
  else
    {
      edit.figures = &figure;
      edit.n_figures = 1;
    }
  apply (self, &edit, _ ("figures"));
}

void
skh_line_panel_keep_state (SkhLinePanel *self)
{
  const SkhAssignment *line = skh_line_panel_find (self);
  SkhState state = (SkhState)gtk_drop_down_get_selected (self->state);

  if (self->updating || line == NULL || state >= SKH_N_STATES
      || state == line->line.state)
    return;
  gtk_widget_set_visible (self->reason_row, state == SKH_STATE_NOT_APPLICABLE);
  if (state == SKH_STATE_NOT_APPLICABLE)
    gtk_widget_grab_focus (GTK_WIDGET (self->reason));
  else
    set_state (self, state, skh_session_get_on (self->session), NULL);
}
