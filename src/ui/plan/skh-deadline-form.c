/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-deadline-form.h"

#include "skh-deadline-words.h"
#include "skh-event-day.h"
#include "skh-input.h"
#include "skh-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_QUARTERS 4

struct _SkhDeadlineForm
{
  GtkBox parent_instance;

  /* template */
  SkhInput *wording, *first_day, *last_day, *event, *event_day;
  SkhInput *quarter_1, *quarter_2, *quarter_3, *quarter_4;
  GtkWidget *days, *event_row, *quarters, *by_words;
  GtkImage *sign;
  GtkLabel *meaning;
  GtkDropDown *kind;

  /* owned */
  SkhLedger *ledger;
  GArray *shown_due_days; /* SkhDueDay */
  SkhWording words;       /* what is understood of the wording now */

  int year;
  gboolean is_by_hand;
  gboolean updating;
};

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhDeadlineForm, skh_deadline_form, GTK_TYPE_BOX)

static SkhInput *
get_quarter (SkhDeadlineForm *self, guint index)
{
  SkhInput *fields[N_QUARTERS]
    = { self->quarter_1, self->quarter_2, self->quarter_3, self->quarter_4 };

  return fields[index];
}

static SkhPeriod
get_year_period (SkhDeadlineForm *self)
{
  return skh_period_new (SKH_PERIOD_YEAR, self->year, 1);
}

static SkhPeriod
get_quarter_period (SkhDeadlineForm *self, guint index)
{
  return skh_period_new (SKH_PERIOD_QUARTER, self->year, (int)index + 1);
}

static SkhDeadlineKind
get_kind (SkhDeadlineForm *self)
{
  return (SkhDeadlineKind)gtk_drop_down_get_selected (self->kind);
}

/* The kinds whose two days are of the task itself. */
static gboolean
has_own_days (SkhDeadlineKind kind)
{
  return skh_deadline_kind_is_dated (kind) && !skh_deadline_kind_is_periodic (kind)
         && !skh_deadline_kind_awaits_day (kind);
}

static gboolean
read_deadline (SkhDeadlineForm *self, SkhDeadline *deadline)
{
  SkhDeadlineKind kind = get_kind (self);
  gboolean is_read;

  *deadline = skh_deadline_kind_is_periodic (kind)
                ? skh_deadline_periodic (kind, self->year)
                : skh_deadline_open (kind);
  if (!has_own_days (kind))
    return TRUE;

  is_read = skh_input_read_day (self->first_day, self->year, &deadline->first_day);
  return skh_input_read_day (self->last_day, self->year, &deadline->last_day) && is_read;
}

/* — From an event to a last day — */

static const SkhHolidays *
get_holidays (SkhDeadlineForm *self)
{
  return skh_ledger_get_holidays (self->ledger);
}

static SkhDate
read_event_due (SkhDeadlineForm *self)
{
  SkhDate day;

  if (get_kind (self) != SKH_DEADLINE_RELATIVE
      || !skh_input_read_day (self->event_day, self->year, &day) || day == SKH_DATE_NONE)
    return SKH_DATE_NONE;

  return skh_event_find_last_day (&self->words, get_holidays (self), day);
}

/* — What is understood — */

static gboolean
is_same_as_words (SkhDeadlineForm *self)
{
  const SkhDeadline *words = &self->words.deadline;
  SkhDeadline deadline;

  return self->words.is_recognised && read_deadline (self, &deadline)
         && (deadline.kind == words->kind || deadline.kind == self->words.also_kind)
         && deadline.first_day == words->first_day
         && deadline.last_day == words->last_day;
}

static char *
dup_days_words (SkhDeadlineForm *self)
{
  SkhDate due = read_event_due (self);
  SkhDeadline deadline;

  if (has_own_days (get_kind (self)) && read_deadline (self, &deadline))
    due = deadline.last_day;
  if (due != SKH_DATE_NONE)
    return skh_deadline_dup_due_words (get_holidays (self), due);

  return g_strdup (skh_deadline_get_no_day_words (get_kind (self)));
}

static void
show_sign (SkhDeadlineForm *self, gboolean is_warning, const char *text)
{
  GtkWidget *label = GTK_WIDGET (self->meaning);

  gtk_label_set_text (self->meaning, text);
  gtk_image_set_from_icon_name (self->sign, is_warning ? "dialog-warning-symbolic"
                                                       : "object-select-symbolic");
  if (is_warning)
    gtk_widget_add_css_class (label, "soon-text");
  else
    gtk_widget_remove_css_class (label, "soon-text");
}

/* A last day in another year is allowed (a report of January), but seldom meant. */
static gboolean
is_outside_year (SkhDeadlineForm *self)
{
  SkhDeadline deadline;

  return read_deadline (self, &deadline) && deadline.last_day != SKH_DATE_NONE
         && skh_date_get_year (deadline.last_day) != self->year;
}

static void
show_meaning (SkhDeadlineForm *self)
{
  g_autofree char *wording = skh_input_dup_text (self->wording);
  g_autofree char *days = dup_days_words (self), *text = NULL;
  gboolean is_understood = self->words.is_recognised || self->is_by_hand;
  gboolean is_outside = is_outside_year (self);

  if (!is_understood && *wording != '\0')
    text = g_strdup (_ ("These words are not understood. They stay as they are; choose "
                        "the kind and the days."));
  else if (is_outside)
    text
      = g_strdup_printf (_ ("%s: %s. This is outside the plan’s year, %d."),
                         skh_deadline_kind_get_words (get_kind (self)), days, self->year);
  else if (self->is_by_hand)
    text = g_strdup_printf (_ ("Corrected by hand: %s, %s"),
                            skh_deadline_kind_get_words (get_kind (self)), days);
  else
    text = g_strdup_printf (_ ("Understood: %s, %s"),
                            skh_deadline_kind_get_words (get_kind (self)), days);
  show_sign (self, (!is_understood && *wording != '\0') || is_outside, text);
  skh_input_set_fault (self->wording,
                       self->words.fault == SKH_WORDING_FAULT_NO_SUCH_DAY
                         ? _ ("The calendar has no such day. Correct the words.")
                         : NULL);
  gtk_widget_set_visible (self->by_words, self->is_by_hand && self->words.is_recognised);
}

static void
show_rows (SkhDeadlineForm *self)
{
  SkhDeadlineKind kind = get_kind (self);

  gtk_widget_set_visible (self->days, has_own_days (kind));
  gtk_widget_set_visible (self->event_row, kind == SKH_DEADLINE_RELATIVE);
  gtk_widget_set_visible (self->quarters, kind == SKH_DEADLINE_QUARTERLY_SET_BY_OFFICE);
}

static void
set_deadline (SkhDeadlineForm *self, const SkhDeadline *deadline)
{
  gboolean was_updating = self->updating;

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->kind, deadline->kind);
  skh_input_set_day (self->first_day,
                     has_own_days (deadline->kind) ? deadline->first_day : SKH_DATE_NONE);
  skh_input_set_day (self->last_day,
                     has_own_days (deadline->kind) ? deadline->last_day : SKH_DATE_NONE);
  self->updating = was_updating;
}

static void
recognise (SkhDeadlineForm *self)
{
  g_autofree char *wording = skh_input_dup_text (self->wording);

  skh_wording_clear (&self->words);
  self->words = skh_wording_recognise (wording, self->year);
}

/* Where words fit two kinds, the one chosen before stays. */
static void
take_words (SkhDeadlineForm *self)
{
  SkhDeadline deadline = self->words.deadline;

  if (get_kind (self) == self->words.also_kind)
    deadline.kind = self->words.also_kind;
  set_deadline (self, &deadline);
  if (self->words.event != NULL)
    skh_input_set_text (self->event, self->words.event);
  self->is_by_hand = FALSE;
}

static void
refresh (SkhDeadlineForm *self)
{
  show_rows (self);
  show_meaning (self);
  g_signal_emit (self, signals[EDITED], 0);
}

/* — Events — */

static void
on_wording_edited (SkhDeadlineForm *self)
{
  recognise (self);
  if (!self->is_by_hand)
    take_words (self);
  refresh (self);
}

static void
on_by_hand (SkhDeadlineForm *self)
{
  if (self->updating)
    return;
  self->is_by_hand = !is_same_as_words (self);
  refresh (self);
}

static void
on_by_words_clicked (SkhDeadlineForm *self)
{
  take_words (self);
  refresh (self);
}

static void
on_day_edited (SkhDeadlineForm *self)
{
  refresh (self);
}

/* — Life — */

static void
skh_deadline_form_dispose (GObject *object)
{
  SkhDeadlineForm *self = SKH_DEADLINE_FORM (object);

  g_clear_pointer (&self->ledger, skh_ledger_unref);
  g_clear_pointer (&self->shown_due_days, g_array_unref);
  skh_wording_clear (&self->words);
  G_OBJECT_CLASS (skh_deadline_form_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, SkhDeadlineForm, wording);
  gtk_widget_class_bind_template_child (class, SkhDeadlineForm, first_day);
  gtk_widget_class_bind_template_child (class, SkhDeadlineForm, last_day);
  gtk_widget_class_bind_template_child (class, SkhDeadlineForm, event);
  gtk_widget_class_bind_template_child (class, SkhDeadlineForm, event_day);
  gtk_widget_class_bind_template_child (class, SkhDeadlineForm, quarter_1);
  gtk_widget_class_bind_template_child (class, SkhDeadlineForm, quarter_2);
  gtk_widget_class_bind_template_child (class, SkhDeadlineForm, quarter_3);
  gtk_widget_class_bind_template_child (class, SkhDeadlineForm, quarter_4);
  gtk_widget_class_bind_template_child (class, SkhDeadlineForm, days);
  gtk_widget_class_bind_template_child (class, SkhDeadlineForm, event_row);
  gtk_widget_class_bind_template_child (class, SkhDeadlineForm, quarters);
  gtk_widget_class_bind_template_child (class, SkhDeadlineForm, by_words);
  gtk_widget_class_bind_template_child (class, SkhDeadlineForm, sign);
  gtk_widget_class_bind_template_child (class, SkhDeadlineForm, meaning);
  gtk_widget_class_bind_template_child (class, SkhDeadlineForm, kind);
  gtk_widget_class_bind_template_callback (class, on_wording_edited);
  gtk_widget_class_bind_template_callback (class, on_by_hand);
  gtk_widget_class_bind_template_callback (class, on_by_words_clicked);
  gtk_widget_class_bind_template_callback (class, on_day_edited);
}

static gboolean
skh_deadline_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SKH_DEADLINE_FORM (widget)->wording));
}

static void
skh_deadline_form_class_init (SkhDeadlineFormClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = skh_deadline_form_dispose;
  widget_class->grab_focus = skh_deadline_form_grab_focus;
  signals[EDITED] = g_signal_new ("edited", SKH_TYPE_DEADLINE_FORM, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (SKH_TYPE_INPUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/plan/skh-deadline-form.ui");
  bind_children (widget_class);
}

static void
skh_deadline_form_init (SkhDeadlineForm *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  self->shown_due_days = g_array_new (FALSE, FALSE, sizeof (SkhDueDay));
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < SKH_N_DEADLINE_KINDS; i++)
    gtk_string_list_append (kinds, skh_deadline_kind_get_words ((SkhDeadlineKind)i));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  self->updating = FALSE;
}

static SkhDate
find_due_day (const GArray *due_days, SkhPeriod period)
{
  for (guint i = 0; i < due_days->len; i++)
    {
      const SkhDueDay *due = &g_array_index (due_days, SkhDueDay, i);

      if (skh_period_equal (due->period, period))
        return due->day;
    }
  return SKH_DATE_NONE;
}

static void
show_due_days (SkhDeadlineForm *self, const GArray *due_days)
{
  SkhDate due;

  g_array_set_size (self->shown_due_days, 0);
  if (due_days != NULL && due_days->len > 0)
    g_array_append_vals (self->shown_due_days, due_days->data, due_days->len);
  for (guint i = 0; i < N_QUARTERS; i++)
    skh_input_set_day (get_quarter (self, i),
                       find_due_day (self->shown_due_days, get_quarter_period (self, i)));
  due = find_due_day (self->shown_due_days, get_year_period (self));
  skh_input_set_day (self->event_day,
                     skh_event_find_day (&self->words, get_holidays (self), due));
}

void
skh_deadline_form_show (SkhDeadlineForm *self,
                        SkhLedger *ledger,
                        int year,
                        const SkhTaskDraft *task,
                        const GArray *due_days)
{
  g_clear_pointer (&self->ledger, skh_ledger_unref);
  self->ledger = skh_ledger_ref (ledger);
  self->year = year;
  skh_input_set_text (self->wording, task->wording);
  skh_input_set_text (self->event, task->event);
  recognise (self);
  set_deadline (self, &task->deadline);
  show_due_days (self, due_days);
  self->is_by_hand
    = !is_same_as_words (self) && task->deadline.kind != SKH_DEADLINE_UNSPECIFIED;
  show_rows (self);
  show_meaning (self);
}

static const char *
read_text (SkhInput *field, SkhPlanDraft *owner)
{
  g_autofree char *text = skh_input_dup_text (field);

  return *text != '\0' ? skh_plan_draft_string (owner, text) : NULL;
}

/**
 * skh_deadline_form_read:
 * @owner: of the draft's strings
 * @task: (out): gets wording, event and deadline
 *
 * Returns: %FALSE when a day that is typed is none, or the words name an impossible one
 */
gboolean
skh_deadline_form_read (SkhDeadlineForm *self, SkhPlanDraft *owner, SkhTaskDraft *task)
{
  SkhDate day;
  gboolean is_read = read_deadline (self, &task->deadline);

  task->wording = read_text (self->wording, owner);
  task->event
    = get_kind (self) == SKH_DEADLINE_RELATIVE ? read_text (self->event, owner) : NULL;
  for (guint i = 0; i < N_QUARTERS; i++)
    is_read = skh_input_read_day (get_quarter (self, i), self->year, &day) && is_read;
  is_read = skh_input_read_day (self->event_day, self->year, &day) && is_read;
  return is_read && self->words.fault != SKH_WORDING_FAULT_NO_SUCH_DAY;
}

static void
add_if_changed (SkhDeadlineForm *self, GArray *changed, SkhPeriod period, SkhDate day)
{
  SkhDueDay due = { period, day };

  if (day != find_due_day (self->shown_due_days, period))
    g_array_append_val (changed, due);
}

/* Days left over from a kind that no longer waits for them are taken back. */
GArray *
skh_deadline_form_dup_changed_due_days (SkhDeadlineForm *self)
{
  GArray *changed = g_array_new (FALSE, FALSE, sizeof (SkhDueDay));
  SkhDate day = SKH_DATE_NONE;

  for (guint i = 0; i < N_QUARTERS; i++)
    {
      if (get_kind (self) == SKH_DEADLINE_QUARTERLY_SET_BY_OFFICE)
        skh_input_read_day (get_quarter (self, i), self->year, &day);
      add_if_changed (self, changed, get_quarter_period (self, i), day);
    }
  add_if_changed (self, changed, get_year_period (self), read_event_due (self));
  return changed;
}

gboolean
skh_deadline_form_set_fault (SkhDeadlineForm *self, const char *field, const char *fault)
{
  const struct
  {
    const char *name;
    SkhInput *field;
  } fields[] = { { "wording", self->wording },
                 { "event", self->event },
                 { "first_day", self->first_day },
                 { "last_day", self->last_day } };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, field))
      {
        skh_input_set_fault (fields[i].field, fault);
        if (fault != NULL)
          gtk_widget_grab_focus (GTK_WIDGET (fields[i].field));
        return TRUE;
      }
  return FALSE;
}
