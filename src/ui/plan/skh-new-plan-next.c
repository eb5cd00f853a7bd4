/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-new-plan-next.h"

#include "skh-deadline-words.h"
#include "skh-labels.h"
#include "skh-plan-rollover.h"

#include <glib/gi18n-lib.h>

struct _SkhNewPlanNext
{
  GtkBox parent_instance;

  /* template */
  GtkLabel *unfinished_hint;
  GtkListBox *unfinished;
  GtkLabel *deadlines_hint;
  GtkListBox *deadlines;

  /* owned */
  SkhPlanRollover *rollover; /* NULL while there is no year to move to */
};

G_DEFINE_FINAL_TYPE (SkhNewPlanNext, skh_new_plan_next, GTK_TYPE_BOX)

/* — What is unfinished — */

static void
add_unfinished (SkhNewPlanNext *self, const SkhUnfinishedTask *task)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *text = g_strdup_printf (_ ("%s. %s (still owed by %u)"), task->no,
                                           task->title, task->n_units);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_list_box_append (self->unfinished, check);
}

static void
show_unfinished (SkhNewPlanNext *self)
{
  guint n = self->rollover->unfinished->len;

  gtk_label_set_text (
    self->unfinished_hint,
    n > 0 ? _ ("Tick what is to be taken over. It stands in a section of its own, for "
               "those who still owe it; this year's plan does not change.")
          : _ ("Nothing of this plan is unfinished."));
  for (guint i = 0; i < n; i++)
    add_unfinished (self,
                    &g_array_index (self->rollover->unfinished, SkhUnfinishedTask, i));
}

/* — What becomes of the deadlines — */

static gboolean
is_reworded (const SkhMovedTask *task)
{
  return g_strcmp0 (task->wording_before, task->wording) != 0;
}

static char *
dup_wording (const SkhMovedTask *task)
{
  if (task->wording == NULL)
    return g_strdup (skh_deadline_kind_get_words (task->after.kind));
  return is_reworded (task)
           ? g_strdup_printf ("%s → %s", task->wording_before, task->wording)
           : g_strdup (task->wording);
}

/* The last day, where the wording alone gives it. */
static SkhDate
get_due (const SkhMovedTask *task)
{
  SkhDeadlineKind kind = task->after.kind;

  return skh_deadline_kind_is_dated (kind) && !skh_deadline_kind_is_periodic (kind)
           ? task->after.last_day
           : SKH_DATE_NONE;
}

static void
append_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = skh_text_label_new (text, css_class);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_box_append (GTK_BOX (box), label);
}

/* A day off stands out: it is where the office will want to give a day of its own. */
static void
add_deadline (SkhNewPlanNext *self, const SkhHolidays *holidays, const SkhMovedTask *task)
{
  SkhDate due = get_due (task);
  g_autofree char *name = g_strdup_printf ("%s. %s", task->no, task->title);
  g_autofree char *wording = dup_wording (task);
  g_autofree char *days = due != SKH_DATE_NONE
                            ? skh_deadline_dup_due_words (holidays, due)
                            : g_strdup (skh_deadline_get_no_day_words (task->after.kind));
  g_autofree char *text = g_strdup_printf ("%s: %s; %s", name, wording, days);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gboolean is_day_off
    = due != SKH_DATE_NONE && !skh_holidays_is_working_day (holidays, due);

  append_label (box, name, NULL);
  append_label (box, wording, "caption");
  append_label (box, days, "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box),
                            is_day_off ? "tone-warning" : "dim-label");
  gtk_list_box_append (self->deadlines, box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_deadlines (SkhNewPlanNext *self, SkhLedger *ledger)
{
  const GArray *tasks = self->rollover->moved;
  guint n_reworded = 0;
  g_autofree char *hint = NULL;

  for (guint i = 0; i < tasks->len; i++)
    {
      const SkhMovedTask *task = &g_array_index (tasks, SkhMovedTask, i);

      n_reworded += is_reworded (task);
      add_deadline (self, skh_ledger_get_holidays (ledger), task);
    }
  hint
    = g_strdup_printf (_ ("Deadlines that name the year: %u, moved to %d. The other "
                          "%u stay as they are worded. Each can be changed in the new "
                          "plan."),
                       n_reworded, self->rollover->draft->year, tasks->len - n_reworded);
  gtk_label_set_text (self->deadlines_hint, hint);
}

/* — The widget — */

static void
skh_new_plan_next_dispose (GObject *object)
{
  SkhNewPlanNext *self = SKH_NEW_PLAN_NEXT (object);

  g_clear_pointer (&self->rollover, skh_plan_rollover_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), SKH_TYPE_NEW_PLAN_NEXT);
  G_OBJECT_CLASS (skh_new_plan_next_parent_class)->dispose (object);
}

static void
skh_new_plan_next_class_init (SkhNewPlanNextClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = skh_new_plan_next_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/plan/skh-new-plan-next.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhNewPlanNext, unfinished_hint);
  gtk_widget_class_bind_template_child (widget_class, SkhNewPlanNext, unfinished);
  gtk_widget_class_bind_template_child (widget_class, SkhNewPlanNext, deadlines_hint);
  gtk_widget_class_bind_template_child (widget_class, SkhNewPlanNext, deadlines);
}

static void
skh_new_plan_next_init (SkhNewPlanNext *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Nothing is made, and nothing shown. */
void
skh_new_plan_next_clear (SkhNewPlanNext *self)
{
  g_clear_pointer (&self->rollover, skh_plan_rollover_free);
  skh_list_box_clear (self->unfinished);
  skh_list_box_clear (self->deadlines);
  gtk_label_set_text (self->unfinished_hint, NULL);
  gtk_label_set_text (self->deadlines_hint, NULL);
}

/**
 * skh_new_plan_next_read:
 * @ledger: of the plan to go on from
 * @year: of the new plan
 * @on: the day on which lines count as delivered or not
 *
 * Makes the plan anew and shows it; the workbook does not change.
 *
 * Returns: %FALSE with what skh_plan_rollover_new() says; then there is no plan
 */
gboolean
skh_new_plan_next_read (SkhNewPlanNext *self,
                        SkhWorkbook *workbook,
                        SkhLedger *ledger,
                        int year,
                        SkhDate on,
                        GError **error)
{
  skh_new_plan_next_clear (self);
  self->rollover = skh_plan_rollover_new (workbook, ledger, year, on, error);
  if (self->rollover == NULL)
    return FALSE;
  show_unfinished (self);
  show_deadlines (self, ledger);
  return TRUE;
}

/* Returns the plan as it would be without what is ticked; borrowed, NULL if there is
   none. */
const SkhPlanDraft *
skh_new_plan_next_get_draft (SkhNewPlanNext *self)
{
  return self->rollover != NULL ? self->rollover->draft : NULL;
}

/**
 * skh_new_plan_next_take_draft:
 *
 * Gives the plan with what is ticked. It can be taken once: read again for another.
 *
 * Returns: (transfer full): the plan, or %NULL when there is none
 */
SkhPlanDraft *
skh_new_plan_next_take_draft (SkhNewPlanNext *self, GError **error)
{
  if (self->rollover == NULL || self->rollover->draft == NULL)
    {
      g_set_error (error, SKH_ROLLOVER_ERROR, SKH_ROLLOVER_ERROR_YEAR,
                   _ ("Enter the year of the new plan."));
      return NULL;
    }
  for (guint i = 0; i < self->rollover->unfinished->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->unfinished, (int)i);
      GtkWidget *check = gtk_list_box_row_get_child (row);
      const SkhUnfinishedTask *task
        = &g_array_index (self->rollover->unfinished, SkhUnfinishedTask, i);

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check))
          && !skh_plan_rollover_carry (self->rollover, task->no, error))
        return NULL;
    }
  return g_steal_pointer (&self->rollover->draft);
}
