/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-units-page-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Cells to and from Excel. What is pasted is read first; where a cell is refused the user
   is told and asked before the rest is taken. */

gboolean
skh_units_page_get_area (SkhUnitsPage *self, SkhMatrixArea *area)
{
  SkhGridArea selected;

  if (!skh_grid_view_get_selection (self->view, &selected))
    return FALSE;
  *area = (SkhMatrixArea){ (guint)selected.first_row, (guint)selected.last_row,
                           (guint)selected.first_column, (guint)selected.last_column };
  return TRUE;
}

void
skh_units_page_copy (SkhUnitsPage *self)
{
  SkhMatrix *matrix = skh_matrix_source_get_matrix (self->source);
  g_autofree char *text = NULL;
  SkhMatrixArea area;

  if (matrix == NULL || !skh_units_page_get_area (self, &area))
    return;
  text = skh_matrix_dup_text (matrix, &area);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* — What is refused — */

#define N_TOLD 8

/* "Đảng ủy xã Mẫu, Gửi kế hoạch: “32/4” – This is no day." */
static void
tell_fault (SkhMatrix *matrix, const SkhPasteFault *fault, GString *text)
{
  g_autofree char *row = NULL;

  if (fault->row >= skh_matrix_get_n_rows (matrix)
      || fault->column >= skh_matrix_get_n_columns (matrix))
    row = g_strdup_printf (_ ("row %u, column %u of the grid"), fault->row + 1,
                           fault->column + 1);
  else if (skh_matrix_get_unit (matrix, fault->row) == SKH_NO_INDEX)
    row = g_strdup (skh_matrix_get_column_title (matrix, fault->column));
  else
    row = g_strdup_printf (
      "%s, %s",
      skh_ledger_get_units (skh_matrix_get_ledger (matrix),
                            NULL)[skh_matrix_get_unit (matrix, fault->row)]
        .short_name,
      skh_matrix_get_column_title (matrix, fault->column));
  g_string_append_printf (text, "\n%s: “%.60s” – %s", row, fault->value, fault->why);
}

static char *
dup_told (SkhMatrix *matrix, GPtrArray *faults)
{
  GString *text = g_string_new (_ ("They are marked in the grid:"));

  for (guint i = 0; i < faults->len && i < N_TOLD; i++)
    tell_fault (matrix, g_ptr_array_index (faults, i), text);
  if (faults->len > N_TOLD)
    g_string_append_printf (text, "\n… +%u", faults->len - N_TOLD);
  return g_string_free (text, FALSE);
}

/* — The act — */

typedef struct
{
  SkhUnitsPage *page;
  SkhLedger *ledger; /* the paste was read against */
  SkhMatrixPaste *paste;
} Offer;

static void
offer_free (Offer *offer)
{
  g_object_unref (offer->page);
  skh_ledger_unref (offer->ledger);
  skh_matrix_paste_free (offer->paste);
  g_free (offer);
}

static void
take_paste (Offer *offer)
{
  skh_line_marker_set_lines (offer->page->marker, offer->ledger, NULL, 0);
  offer->page->pasting = TRUE; /* what was refused stays marked */
  skh_line_marker_apply (offer->page->marker, offer->paste->edits, _ ("pasted"));
  offer->page->pasting = FALSE;
}

static void
on_answered (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Offer *offer = data;

  if (g_str_equal (response, "paste"))
    take_paste (offer);
  gtk_widget_grab_focus (GTK_WIDGET (offer->page->view));
  offer_free (offer);
}

static void
offer_rest (Offer *offer, SkhMatrix *matrix)
{
  guint n_faults = offer->paste->faults->len, n_edits = offer->paste->edits->len;
  g_autofree char *heading
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u cell can't be taken",
                                    "%u cells can't be taken", n_faults),
                       n_faults);
  g_autofree char *told = dup_told (matrix, offer->paste->faults);
  g_autofree char *rest
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Paste the Other %u",
                                    "Paste the Other %u", n_edits),
                       n_edits);
  GtkWidget *dialog
    = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (offer->page))),
                              heading, told);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                   n_edits > 0 ? _ ("Paste Nothing") : _ ("Close"));
  if (n_edits > 0)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "paste", rest);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_answered), offer);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
mark_refused (SkhUnitsPage *self, SkhMatrixPaste *paste)
{
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  if (paste->faults->len > 0)
    self->marks = g_ptr_array_ref (paste->faults);
  skh_units_page_rebuild (self);
}

static void
take_text (SkhUnitsPage *self, const char *text)
{
  SkhMatrix *matrix = skh_matrix_source_get_matrix (self->source);
  SkhMatrixArea area;
  Offer *offer;

  if (matrix == NULL || !skh_units_page_get_area (self, &area))
    return;
  offer = g_new (Offer, 1);
  *offer = (Offer){ g_object_ref (self), skh_ledger_ref (skh_matrix_get_ledger (matrix)),
                    skh_matrix_read_text (matrix, text, &area) };
  mark_refused (self, offer->paste);
  if (offer->paste->faults->len > 0)
    {
      offer_rest (offer, skh_matrix_source_get_matrix (self->source));
      return;
    }
  if (offer->paste->edits->len > 0)
    take_paste (offer);
  else
    skh_session_tell (self->session, _ ("Nothing to change: the cells say so already."));
  offer_free (offer);
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SkhUnitsPage) self = data;
  g_autofree char *text
    = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && self->session != NULL)
    take_text (self, text);
  else if (self->session != NULL)
    skh_session_report_fault (self->session,
                              _ ("There is no text to paste; copy cells first."));
}

void
skh_units_page_paste (SkhUnitsPage *self)
{
  if (!skh_session_is_writable (self->session))
    return;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL,
                                 on_text_read, g_object_ref (self));
}
