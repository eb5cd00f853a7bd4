/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-upcoming-card.h"

#include <glib/gi18n.h>

#include "skh-labels.h"

struct _SkhUpcomingCard
{
  GtkBox parent_instance;

  GtkListBox *list;
  GtkWidget *nothing;

  SkhSession *session; /* borrowed: the page's */
};

G_DEFINE_FINAL_TYPE (SkhUpcomingCard, skh_upcoming_card, GTK_TYPE_BOX)

/* One task on one due day; its lines that are not delivered yet. */
typedef struct
{
  guint task;
  guint line; /* any of them */
  SkhDate due;
  gint32 days;
  gboolean soon;
} Coming;

static void
on_row_activated (SkhUpcomingCard *self, GtkListBoxRow *row)
{
  skh_session_show_task (self->session,
                         GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "task")));
}

static int
compare_coming (gconstpointer a, gconstpointer b)
{
  const Coming *x = a, *y = b;

  return x->due != y->due ? (x->due > y->due) - (x->due < y->due)
                          : (x->task > y->task) - (x->task < y->task);
}

static void
collect (GArray *comings, SkhLedger *ledger, SkhTimeliness timeliness, SkhDate on)
{
  g_autoptr (GArray) indexes = skh_ledger_list_by_timeliness (ledger, timeliness, on);
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, NULL);

  for (guint i = 0; i < indexes->len; i++)
    {
      guint index = g_array_index (indexes, guint, i);
      const SkhAssignment *line = &lines[index];
      Coming coming = { line->task, index, line->line.due,
                        skh_ledger_get_status (ledger, line, on).days,
                        timeliness == SKH_TIMELINESS_DUE_SOON };

      if (line->line.due != SKH_DATE_NONE)
        g_array_append_val (comings, coming);
    }
}

/* Sorted, one for each task and due day. */
static GArray *
list_comings (SkhLedger *ledger, SkhDate on)
{
  GArray *comings = g_array_new (FALSE, FALSE, sizeof (Coming));
  guint n = 0;

  collect (comings, ledger, SKH_TIMELINESS_DUE_SOON, on);
  collect (comings, ledger, SKH_TIMELINESS_NOT_DUE, on);
  g_array_sort (comings, compare_coming);
  for (guint i = 0; i < comings->len; i++)
    {
      Coming coming = g_array_index (comings, Coming, i);

      if (n == 0
          || compare_coming (&coming, &g_array_index (comings, Coming, n - 1)) != 0)
        g_array_index (comings, Coming, n++) = coming;
    }
  g_array_set_size (comings, n);
  return comings;
}

/* A due day on a day off keeps its date; the next working day is told beside it. In a
   year whose days off nobody has entered there is no telling. */
static char *
describe_day_off (const SkhHolidays *holidays, SkhDate due)
{
  int year = skh_date_get_year (due);
  gboolean certain;
  SkhDate next = skh_holidays_get_next_working_day (holidays, due, &certain);
  g_autofree char *day = skh_date_to_text (next);

  if (!skh_holidays_knows_year (holidays, year))
    return g_strdup_printf (_ ("the days off of %d are not entered"), year);
  if (skh_holidays_is_working_day (holidays, due))
    return NULL;
  if (!certain)
    return g_strdup_printf (_ ("a day off; the days off of %d are not entered"),
                            skh_date_get_year (next));
  return g_strdup_printf (_ ("a day off; next working day %s"), day);
}

static char *
describe_task (const SkhTask *task)
{
  if (task->clause == NULL || task->wording == NULL)
    return g_strdup (task->wording != NULL ? task->wording : task->clause);
  return g_strdup_printf ("%s · %s", task->clause, task->wording);
}

/* "14 days left · 7/17": the share counts the lines of the task's own period. */
static char *
describe_progress (SkhLedger *ledger, const Coming *coming, SkhDate on)
{
  const SkhAssignment *line = &skh_ledger_get_assignments (ledger, NULL)[coming->line];
  SkhPeriod period = line->line.own_period
                       ? line->line.period
                       : skh_period_of_day (SKH_PERIOD_YEAR, coming->due);
  SkhRates rates
    = skh_ledger_get_rates (ledger, period, on, SKH_NO_INDEX, SKH_NO_INDEX, coming->task);
  g_autofree char *left
    = coming->days == 0
        ? g_strdup (_ ("today"))
        : g_strdup_printf (ngettext ("%d day left", "%d days left", (gulong)coming->days),
                           coming->days);

  return g_strdup_printf ("%s · %u/%u", left, rates.actual, rates.expected);
}

static GtkWidget *
new_day (SkhDate due)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  int year, month, day;
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;

  skh_date_get_ymd (due, &year, &month, &day);
  number = g_strdup_printf ("%d", day);
  /* Translators: a month under a day's big number; %d is the month. */
  name = g_strdup_printf (_ ("month %d"), month);
  gtk_widget_set_size_request (box, 62, -1);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_label_new (number));
  gtk_box_append (GTK_BOX (box), gtk_label_new (name));
  gtk_widget_add_css_class (gtk_widget_get_first_child (box), "day-number");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "row-note");
  return box;
}

static GtkWidget *
new_texts (const SkhTask *task, const char *note, const char *off)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), skh_label_new (task->short_title, "row-title"));
  gtk_box_append (GTK_BOX (texts), skh_label_new (note, "row-note"));
  if (off != NULL)
    gtk_box_append (GTK_BOX (texts), skh_label_new (off, "row-note"));
  return texts;
}

static void
add_coming (SkhUpcomingCard *self, SkhLedger *ledger, const Coming *coming, SkhDate on)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[coming->task];
  g_autofree char *note = describe_task (task);
  g_autofree char *off = describe_day_off (skh_ledger_get_holidays (ledger), coming->due);
  g_autofree char *chip = describe_progress (ledger, coming, on);
  g_autofree char *day = skh_date_to_text (coming->due);
  g_autofree char *name
    = g_strdup_printf ("%s: %s. %s%s%s. %s", day, task->short_title, note,
                       off != NULL ? ". " : "", off != NULL ? off : "", chip);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (box), new_day (coming->due));
  gtk_box_append (GTK_BOX (box), new_texts (task, note, off));
  gtk_box_append (GTK_BOX (box), skh_chip_new (chip, coming->soon ? "warning" : NULL));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, task->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_object_set_data (G_OBJECT (row), "task", GUINT_TO_POINTER (coming->task));
  gtk_list_box_append (self->list, row);
}

static void
skh_upcoming_card_class_init (SkhUpcomingCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/overview/skh-upcoming-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhUpcomingCard, list);
  gtk_widget_class_bind_template_child (widget_class, SkhUpcomingCard, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
skh_upcoming_card_init (SkhUpcomingCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What falls due on or after the session's day, the next first. */
void
skh_upcoming_card_show (SkhUpcomingCard *self, SkhSession *session, guint max_rows)
{
  SkhLedger *ledger = skh_session_get_ledger (session);
  SkhDate on = skh_session_get_on (session);
  g_autoptr (GArray) comings = list_comings (ledger, on);

  self->session = session;
  skh_list_box_clear (self->list);
  for (guint i = 0; i < MIN (comings->len, max_rows); i++)
    add_coming (self, ledger, &g_array_index (comings, Coming, i), on);
  gtk_widget_set_visible (self->nothing, comings->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), comings->len > 0);
}
