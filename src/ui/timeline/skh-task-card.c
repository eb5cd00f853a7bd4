/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-task-card.h"

#include "skh-deadline-words.h"
#include "skh-link-section.h"
#include "skh-number.h"
#include "skh-rate-bar.h"

#include <glib/gi18n-lib.h>

struct _SkhTaskCard
{
  GtkBox parent_instance;

  GtkLabel *title, *deadline, *lead, *progress;
  GtkBox *bar, *buttons;
  GtkButton *open_button, *edit_button, *chase_button;

  SkhSession *session;
  gint64 plan_id; /* that the task is of */
  guint task;
  SkhLinkSection *documents;
  gboolean is_hover;
};

G_DEFINE_FINAL_TYPE (SkhTaskCard, skh_task_card, GTK_TYPE_BOX)

/* The first line to chase, else the first to watch, else the first. */
static guint
find_line_to_show (SkhTaskCard *self, SkhLedger *ledger)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[self->task];
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, NULL);
  SkhDate on = skh_session_get_on (self->session);
  guint soon = SKH_NO_INDEX;

  for (guint i = task->first_assignment; i < task->first_assignment + task->n_assignments;
       i++)
    {
      SkhTimeliness timeliness = skh_ledger_get_status (ledger, &lines[i], on).timeliness;

      if (timeliness == SKH_TIMELINESS_OVERDUE)
        return i;
      if (timeliness == SKH_TIMELINESS_DUE_SOON && soon == SKH_NO_INDEX)
        soon = i;
    }
  return soon != SKH_NO_INDEX ? soon : task->first_assignment;
}

static gboolean
is_of_another_plan (SkhTaskCard *self)
{
  return self->plan_id != skh_session_get_plan_id (self->session);
}

void
skh_task_card_open (SkhTaskCard *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  if (is_of_another_plan (self))
    skh_session_set_plan (self->session, self->plan_id);
  else if (skh_ledger_get_tasks (ledger, NULL)[self->task].n_assignments > 0)
    skh_session_show_assignment (self->session, find_line_to_show (self, ledger));
}

static void
on_open_clicked (SkhTaskCard *self)
{
  skh_task_card_open (self);
}

static void
on_chase_clicked (SkhTaskCard *self)
{
  skh_session_show_chase (self->session, SKH_NO_INDEX, self->task);
}

static char *
dup_deadline (SkhLedger *ledger, const SkhTask *task)
{
  g_autofree char *quoted
    = task->wording != NULL ? g_strdup_printf ("“%s”", task->wording) : NULL;
  g_autofree char *due = NULL;

  if (!skh_deadline_kind_is_periodic (task->deadline.kind)
      && task->deadline.last_day != SKH_DATE_NONE)
    due = skh_deadline_dup_due_words (skh_ledger_get_holidays (ledger),
                                      task->deadline.last_day);
  else if (task->deadline.kind == SKH_DEADLINE_RELATIVE && task->event != NULL)
    due = g_strdup_printf (_ ("waits for: %s"), task->event);
  else if (task->deadline.kind == SKH_DEADLINE_UNSPECIFIED)
    due = g_strdup (_ ("no deadline in the plan"));
  if (quoted != NULL && due != NULL)
    return g_strdup_printf ("%s → %s", quoted, due);
  return g_strdup (quoted != NULL ? quoted : due != NULL ? due : "");
}

/* As many as the window of whom to chase will show of the task. */
static guint
count_units_to_chase (SkhTaskCard *self, SkhLedger *ledger)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[self->task];
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, NULL);
  SkhDate on = skh_session_get_on (self->session);
  g_autoptr (GHashTable) units = g_hash_table_new (NULL, NULL);

  for (guint i = task->first_assignment; i < task->first_assignment + task->n_assignments;
       i++)
    {
      SkhTimeliness timeliness = skh_ledger_get_status (ledger, &lines[i], on).timeliness;

      if (timeliness == SKH_TIMELINESS_OVERDUE || timeliness == SKH_TIMELINESS_DUE_SOON)
        g_hash_table_add (units, GUINT_TO_POINTER (lines[i].unit));
    }
  return g_hash_table_size (units);
}

static void
show_chase_button (SkhTaskCard *self, SkhLedger *ledger)
{
  guint n = count_units_to_chase (self, ledger);
  g_autofree char *text = NULL;

  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Chase %u unit…",
                                       "Chase %u units…", n),
                          n);
  gtk_button_set_label (self->chase_button, text);
  gtk_widget_set_visible (GTK_WIDGET (self->chase_button),
                          n > 0 && !self->is_hover && !is_of_another_plan (self));
}

static void
show_bar (SkhTaskCard *self, const SkhRates *rates)
{
  GtkWidget *bar = gtk_widget_get_first_child (GTK_WIDGET (self->bar));

  if (bar != NULL)
    gtk_box_remove (self->bar, bar);
  bar = skh_rate_bar_new (rates);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_box_append (self->bar, bar);
}

static void
show_progress (SkhTaskCard *self, SkhLedger *ledger)
{
  SkhPeriod year
    = skh_period_new (SKH_PERIOD_YEAR, skh_ledger_get_plan (ledger)->year, 1);
  SkhRates rates = skh_ledger_get_rates (ledger, year, skh_session_get_on (self->session),
                                         SKH_NO_INDEX, SKH_NO_INDEX, self->task);
  g_autofree char *share = skh_number_share_to_text (rates.actual, rates.expected);
  g_autofree char *text
    = rates.overdue > 0 ? g_strdup_printf (_ ("%s · %u overdue"), share, rates.overdue)
                        : g_strdup (share);

  gtk_widget_set_visible (GTK_WIDGET (self->bar), rates.expected > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), rates.expected > 0);
  show_bar (self, &rates);
  gtk_label_set_text (self->progress, text);
  show_chase_button (self, ledger);
}

/**
 * skh_task_card_new_for_hover:
 *
 * Returns: (transfer floating): a card with nothing to press on
 */
GtkWidget *
skh_task_card_new_for_hover (void)
{
  SkhTaskCard *self = g_object_new (SKH_TYPE_TASK_CARD, NULL);

  self->is_hover = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "card");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "task-card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "hover-card");
  return GTK_WIDGET (self);
}

void
skh_task_card_set_session (SkhTaskCard *self, SkhSession *session)
{
  g_set_object (&self->session, session);
}

/* What is done with a task is done in its own plan. */
static void
show_buttons (SkhTaskCard *self, gint64 task_id)
{
  gboolean of_another = is_of_another_plan (self);

  gtk_button_set_label (self->open_button,
                        of_another ? _ ("Look at This Plan") : _ ("Open the list"));
  gtk_widget_set_visible (GTK_WIDGET (self->edit_button), !of_another);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->edit_button), "x", task_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->edit_button), "plan.edit-task");
}

void
skh_task_card_show_task (SkhTaskCard *self, SkhLedger *ledger, guint task)
{
  g_autofree char *title = NULL, *deadline = NULL;
  const SkhTask *record;

  gtk_widget_set_visible (GTK_WIDGET (self), task != SKH_NO_INDEX);
  if (task == SKH_NO_INDEX)
    return;
  self->plan_id = skh_ledger_get_plan (ledger)->id;
  self->task = task;
  record = &skh_ledger_get_tasks (ledger, NULL)[task];
  if (!self->is_hover)
    skh_link_section_set_thing (self->documents, self->session, "task", record->id);
  title
    = g_strdup_printf ("%s · %s", record->clause != NULL ? record->clause : record->no,
                       record->title);
  deadline = dup_deadline (ledger, record);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->deadline, deadline);
  gtk_label_set_text (self->lead, record->lead_text);
  show_buttons (self, record->id);
  show_progress (self, ledger);
}

static void
skh_task_card_dispose (GObject *object)
{
  g_clear_object (&SKH_TASK_CARD (object)->session);
  G_OBJECT_CLASS (skh_task_card_parent_class)->dispose (object);
}

static void
skh_task_card_class_init (SkhTaskCardClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = skh_task_card_dispose;

  g_type_ensure (SKH_TYPE_LINK_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/timeline/skh-task-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhTaskCard, documents);
  gtk_widget_class_bind_template_child (widget_class, SkhTaskCard, title);
  gtk_widget_class_bind_template_child (widget_class, SkhTaskCard, deadline);
  gtk_widget_class_bind_template_child (widget_class, SkhTaskCard, lead);
  gtk_widget_class_bind_template_child (widget_class, SkhTaskCard, progress);
  gtk_widget_class_bind_template_child (widget_class, SkhTaskCard, bar);
  gtk_widget_class_bind_template_child (widget_class, SkhTaskCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, SkhTaskCard, open_button);
  gtk_widget_class_bind_template_child (widget_class, SkhTaskCard, edit_button);
  gtk_widget_class_bind_template_child (widget_class, SkhTaskCard, chase_button);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_chase_clicked);
}

static void
skh_task_card_init (SkhTaskCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
