/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-chase-dialog.h"

struct _SkhChaseDialog
{
  AdwMessageDialog parent_instance;

  GtkTextView *text;
};

G_DEFINE_FINAL_TYPE (SkhChaseDialog, skh_chase_dialog, ADW_TYPE_MESSAGE_DIALOG)

static GArray *
list_lines (SkhLedger *ledger, const SkhTask *task, SkhDate on, SkhTimeliness timeliness)
{
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, NULL);
  g_autoptr (GHashTable) units = g_hash_table_new (NULL, NULL);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = task->first_assignment; i < task->first_assignment + task->n_assignments;
       i++)
    if (skh_ledger_get_status (ledger, &lines[i], on).timeliness == timeliness
        && g_hash_table_add (units, GUINT_TO_POINTER (lines[i].unit)))
      g_array_append_val (found, i);
  return found;
}

GArray *
skh_chase_list_lines (SkhLedger *ledger, guint index, SkhDate on)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[index];
  GArray *lines = list_lines (ledger, task, on, SKH_TIMELINESS_OVERDUE);

  if (lines->len > 0)
    return lines;
  g_array_unref (lines);
  return list_lines (ledger, task, on, SKH_TIMELINESS_DUE_SOON);
}

/* The message goes to the units, so it is in their language whatever the window speaks.
 */
static char *
compose (SkhLedger *ledger, guint index, SkhDate on)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[index];
  const SkhUnit *units = skh_ledger_get_units (ledger, NULL);
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, NULL);
  g_autoptr (GArray) found = skh_chase_list_lines (ledger, index, on);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "Đề nghị các đơn vị sau đây khẩn trương thực hiện: %s.\n",
                          task->title);
  for (guint i = 0; i < found->len; i++)
    {
      const SkhAssignment *line = &lines[g_array_index (found, guint, i)];
      g_autofree char *due = skh_date_to_text (line->line.due);
      SkhStatus status = skh_ledger_get_status (ledger, line, on);

      g_string_append_printf (text, "%u. %s: hạn cuối %s", i + 1, units[line->unit].name,
                              due);
      if (status.timeliness == SKH_TIMELINESS_OVERDUE)
        g_string_append_printf (text, ", đã quá hạn %d ngày", status.days);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
on_response (SkhChaseDialog *self, const char *response)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  if (!g_str_equal (response, "copy"))
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
skh_chase_dialog_class_init (SkhChaseDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/timeline/skh-chase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhChaseDialog, text);
  gtk_widget_class_bind_template_callback (widget_class, on_response);
}

static void
skh_chase_dialog_init (SkhChaseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * skh_chase_dialog_new:
 * @task: index into the session's ledger
 *
 * Returns: (transfer floating): a dialog whose text can be changed before it is copied
 */
GtkWidget *
skh_chase_dialog_new (SkhSession *session, guint task)
{
  SkhChaseDialog *self = g_object_new (SKH_TYPE_CHASE_DIALOG, NULL);
  g_autofree char *text
    = compose (skh_session_get_ledger (session), task, skh_session_get_on (session));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  return GTK_WIDGET (self);
}
