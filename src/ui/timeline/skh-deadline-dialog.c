/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-deadline-dialog.h"

#include "skh-deadline-words.h"
#include "skh-plan-edit.h"
#include "skh-wording.h"

#include <glib/gi18n-lib.h>

struct _SkhDeadlineDialog
{
  AdwMessageDialog parent_instance;

  /* template */
  GtkEditable *wording;
  GtkLabel *understood;

  /* owned */
  SkhSession *session;
  SkhLedger *ledger;

  guint task;
  SkhDate day; /* that it was moved to */
};

G_DEFINE_FINAL_TYPE (SkhDeadlineDialog, skh_deadline_dialog, ADW_TYPE_MESSAGE_DIALOG)

static const SkhTask *
get_task (SkhDeadlineDialog *self)
{
  return &skh_ledger_get_tasks (self->ledger, NULL)[self->task];
}

static int
get_year (SkhDeadlineDialog *self)
{
  return skh_ledger_get_plan (self->ledger)->year;
}

/* — The words — */

/* The end of a quarter or a month is called by it, any other day by the next one. */
static char *
dup_proposal (SkhDate day)
{
  SkhPeriod quarter = skh_period_of_day (SKH_PERIOD_QUARTER, day);
  SkhPeriod month = skh_period_of_day (SKH_PERIOD_MONTH, day);
  SkhDeadline deadline = skh_deadline_before (day + 1);

  if (skh_period_get_last_day (quarter) == day)
    deadline = skh_deadline_by_end_of (quarter, FALSE);
  else if (skh_period_get_last_day (month) == day)
    deadline = skh_deadline_by_end_of (month, FALSE);
  return skh_wording_compose (&deadline, NULL);
}

/* What the words come to. Words that name no day keep the day that was moved to; only the
   end was moved, so the first day stays where the words give none. */
static SkhDeadline
get_deadline (SkhDeadlineDialog *self, const SkhWording *wording)
{
  SkhDate first = get_task (self)->deadline.first_day;
  SkhDeadline deadline = wording->deadline;

  if (!wording->is_recognised)
    deadline = (SkhDeadline){ SKH_DEADLINE_BY_END_OF, SKH_DATE_NONE, self->day };
  if (deadline.first_day == SKH_DATE_NONE && deadline.last_day != SKH_DATE_NONE
      && first <= deadline.last_day)
    deadline.first_day = first;
  return deadline;
}

static char *
dup_understood (SkhDeadlineDialog *self, const SkhWording *wording)
{
  const SkhHolidays *holidays = skh_ledger_get_holidays (self->ledger);
  SkhDeadline deadline = get_deadline (self, wording);
  g_autofree char *due = NULL;

  if (wording->fault == SKH_WORDING_FAULT_NO_SUCH_DAY)
    return g_strdup (_ ("There is no such day. Write another."));
  if (wording->fault == SKH_WORDING_FAULT_OUTSIDE_YEAR)
    return g_strdup_printf (_ ("That is not in %d, the plan’s year. Write another day."),
                            get_year (self));
  if (deadline.last_day == SKH_DATE_NONE || skh_deadline_kind_is_periodic (deadline.kind))
    return g_strdup (
      _ ("These words name no single day. Write them in the task itself."));
  due = skh_deadline_dup_due_words (holidays, deadline.last_day);
  if (wording->is_recognised)
    return g_strdup_printf ("→ %s", due);
  return g_strdup_printf (_ ("Not understood; it stays as written, with this day: %s"),
                          due);
}

static gboolean
is_fit (SkhDeadlineDialog *self, const SkhWording *wording)
{
  SkhDeadline deadline = get_deadline (self, wording);

  return wording->fault == SKH_WORDING_FAULT_NONE && deadline.last_day != SKH_DATE_NONE
         && !skh_deadline_kind_is_periodic (deadline.kind);
}

static void
on_wording_changed (SkhDeadlineDialog *self)
{
  g_auto (SkhWording) wording
    = skh_wording_recognise (gtk_editable_get_text (self->wording), get_year (self));
  g_autofree char *text = dup_understood (self, &wording);
  gboolean fit = is_fit (self, &wording);

  gtk_label_set_text (self->understood, text);
  if (fit)
    gtk_widget_remove_css_class (GTK_WIDGET (self->understood), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->understood), "error");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "move", fit);
}

/* — Writing — */

typedef struct
{
  gint64 task_id;
  char *wording;
  SkhDeadline deadline;
} Move;

static void
move_free (gpointer data)
{
  g_free (((Move *)data)->wording);
  g_free (data);
}

static gboolean
run_move (SkhDatabase *db, gpointer data, GError **error)
{
  const Move *move = data;
  g_autoptr (SkhTaskRecord) record = skh_task_store_load (db, move->task_id, error);

  if (record == NULL)
    return FALSE;
  record->task->wording = skh_plan_draft_string (record->owner, move->wording);
  record->task->deadline = move->deadline;
  return skh_task_store_put (db, record, NULL, error);
}

static void
on_response (SkhDeadlineDialog *self, const char *response)
{
  const char *text = gtk_editable_get_text (self->wording);
  g_auto (SkhWording) wording = skh_wording_recognise (text, get_year (self));
  Move *move;

  if (!g_str_equal (response, "move"))
    return;
  move = g_new0 (Move, 1);
  move->task_id = get_task (self)->id;
  move->wording = g_strdup (text);
  move->deadline = get_deadline (self, &wording);
  skh_session_apply (self->session, run_move, move, move_free, NULL, NULL);
}

/* — Life — */

static void
skh_deadline_dialog_dispose (GObject *object)
{
  SkhDeadlineDialog *self = SKH_DEADLINE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->ledger, skh_ledger_unref);
  G_OBJECT_CLASS (skh_deadline_dialog_parent_class)->dispose (object);
}

static void
skh_deadline_dialog_class_init (SkhDeadlineDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = skh_deadline_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/timeline/skh-deadline-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhDeadlineDialog, wording);
  gtk_widget_class_bind_template_child (widget_class, SkhDeadlineDialog, understood);
  gtk_widget_class_bind_template_callback (widget_class, on_wording_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_response);
}

static void
skh_deadline_dialog_init (SkhDeadlineDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * skh_deadline_dialog_new:
 * @task: index into the session's ledger; its last day is moved
 * @day: to here
 */
GtkWidget *
skh_deadline_dialog_new (SkhSession *session, guint task, SkhDate day)
{
  SkhDeadlineDialog *self = g_object_new (SKH_TYPE_DEADLINE_DIALOG, NULL);
  g_autofree char *proposal = dup_proposal (day);
  g_autofree char *before = NULL, *body = NULL;

  self->session = g_object_ref (session);
  self->ledger = skh_ledger_ref (skh_session_get_ledger (session));
  self->task = task;
  self->day = day;
  before
    = g_strdup_printf (_ ("Until now: “%s”"),
                       get_task (self)->wording != NULL ? get_task (self)->wording : "—");
  body = g_strdup_printf ("%s\n%s", get_task (self)->short_title, before);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), body);
  gtk_editable_set_text (self->wording, proposal);
  on_wording_changed (self);
  return GTK_WIDGET (self);
}
