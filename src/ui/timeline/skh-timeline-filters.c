/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-timeline-filters.h"

#include "skh-labels.h"
#include "skh-period-text.h"

#include <glib/gi18n-lib.h>

#define BUTTON_CHARS 18
#define N_PERIODS 19 /* the year, its halves, quarters and months */

struct _SkhTimelineFilters
{
  GtkBox parent_instance;

  /* template */
  GtkToggleButton *plans_button;
  GtkDropDown *section_choice, *lead_choice, *state_choice, *period_choice;

  /* owned */
  GPtrArray *section_codes, *lead_codes; /* by the drop-down's place − 1 */
  SkhPeriod periods[N_PERIODS];          /* by the drop-down's place */

  gboolean updating;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhTimelineFilters, skh_timeline_filters, GTK_TYPE_BOX)

/* — What can be chosen — */

static const char *
get_code (GtkDropDown *choice, GPtrArray *codes)
{
  guint place = gtk_drop_down_get_selected (choice);

  return place == 0 || place > codes->len ? NULL : g_ptr_array_index (codes, place - 1);
}

static void
choose_code (GtkDropDown *choice, GPtrArray *codes, const char *code)
{
  guint place;

  if (code != NULL && g_ptr_array_find_with_equal_func (codes, code, g_str_equal, &place))
    gtk_drop_down_set_selected (choice, place + 1);
  else
    gtk_drop_down_set_selected (choice, 0);
}

/* Puts other texts in, and what was chosen back where it now stands. */
static void
refill (GtkDropDown *choice, GListModel *model, GPtrArray *codes, const char *code)
{
  gtk_drop_down_set_model (choice, model);
  choose_code (choice, codes, code);
}

static void
fill_sections (SkhTimelineFilters *self, SkhLedger *ledger)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  g_autofree char *chosen
    = g_strdup (get_code (self->section_choice, self->section_codes));
  guint n;
  const SkhSection *sections = skh_ledger_get_sections (ledger, &n);

  g_ptr_array_set_size (self->section_codes, 0);
  gtk_string_list_append (model, _ ("Section: all"));
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (self->section_codes, g_strdup (sections[i].code));
      gtk_string_list_take (model, g_strdup_printf ("%s %s", sections[i].code,
                                                    sections[i].title));
    }
  refill (self->section_choice, G_LIST_MODEL (model), self->section_codes, chosen);
}

static void
fill_leads (SkhTimelineFilters *self, SkhLedger *ledger)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *chosen = g_strdup (get_code (self->lead_choice, self->lead_codes));
  guint n;
  const SkhTask *tasks = skh_ledger_get_tasks (ledger, &n);

  g_ptr_array_set_size (self->lead_codes, 0);
  gtk_string_list_append (model, _ ("Lead: all"));
  for (guint i = 0; i < n; i++)
    for (guint j = 0; tasks[i].lead[j] != NULL; j++)
      if (g_hash_table_add (seen, (gpointer)tasks[i].lead[j]))
        {
          g_ptr_array_add (self->lead_codes, g_strdup (tasks[i].lead[j]));
          gtk_string_list_append (model,
                                  skh_ledger_get_party_short_name (ledger,
                                                                   tasks[i].lead[j]));
        }
  refill (self->lead_choice, G_LIST_MODEL (model), self->lead_codes, chosen);
}

static void
fill_states (SkhTimelineFilters *self)
{
  const char *const words[] = { _ ("State: all"),   _ ("Overdue"),  _ ("Due soon"),
                                _ ("Not finished"), _ ("Finished"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (words);

  gtk_drop_down_set_model (self->state_choice, G_LIST_MODEL (model));
}

/* The same place means the same stretch of another year. */
static void
fill_periods (SkhTimelineFilters *self, int year)
{
  static const SkhPeriodKind kinds[]
    = { SKH_PERIOD_QUARTER, SKH_PERIOD_HALF, SKH_PERIOD_MONTH };
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  guint n = 0, chosen = gtk_drop_down_get_selected (self->period_choice);

  self->periods[n++] = skh_period_new (SKH_PERIOD_YEAR, year, 1);
  gtk_string_list_append (model, _ ("Period: all"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    n += skh_period_split (self->periods[0], kinds[i], &self->periods[n]);
  for (guint i = 1; i < n; i++)
    gtk_string_list_take (model, skh_period_text_dup_short (self->periods[i]));
  gtk_drop_down_set_model (self->period_choice, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->period_choice, chosen < n ? chosen : 0);
}

void
skh_timeline_filters_set_ledger (SkhTimelineFilters *self, SkhLedger *ledger)
{
  self->updating = TRUE;
  fill_sections (self, ledger);
  fill_leads (self, ledger);
  fill_periods (self, skh_ledger_get_plan (ledger)->year);
  self->updating = FALSE;
}

/**
 * skh_timeline_filters_set_n_plans:
 *
 * With more plans than one, they can be shown together.
 */
void
skh_timeline_filters_set_n_plans (SkhTimelineFilters *self, guint n)
{
  gtk_widget_set_visible (GTK_WIDGET (self->plans_button), n > 1);
  if (n <= 1)
    gtk_toggle_button_set_active (self->plans_button, FALSE);
}

/* — What is chosen — */

static void
on_selected (SkhTimelineFilters *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

void
skh_timeline_filters_fill (SkhTimelineFilters *self, SkhTimelineOptions *options)
{
  guint period = gtk_drop_down_get_selected (self->period_choice);
  guint state = gtk_drop_down_get_selected (self->state_choice);

  options->all_plans = gtk_toggle_button_get_active (self->plans_button);
  options->section = get_code (self->section_choice, self->section_codes);
  options->lead = get_code (self->lead_choice, self->lead_codes);
  options->state
    = state == GTK_INVALID_LIST_POSITION ? SKH_TASK_ANY : (SkhTaskFilter)state;
  options->period = self->periods[period < N_PERIODS ? period : 0];
}

void
skh_timeline_filters_choose (SkhTimelineFilters *self, const SkhTimelineOptions *options)
{
  guint period = 0;

  for (guint i = 0; i < N_PERIODS; i++)
    if (skh_period_equal (self->periods[i], options->period))
      period = i;
  self->updating = TRUE;
  gtk_toggle_button_set_active (self->plans_button, options->all_plans);
  choose_code (self->section_choice, self->section_codes, options->section);
  choose_code (self->lead_choice, self->lead_codes, options->lead);
  gtk_drop_down_set_selected (self->state_choice, options->state);
  gtk_drop_down_set_selected (self->period_choice, period);
  self->updating = FALSE;
}

void
skh_timeline_filters_choose_section (SkhTimelineFilters *self, guint section)
{
  gtk_drop_down_set_selected (self->section_choice, section + 1);
}

static void
get_choices (SkhTimelineFilters *self, GtkDropDown *choices[4])
{
  choices[0] = self->section_choice;
  choices[1] = self->lead_choice;
  choices[2] = self->state_choice;
  choices[3] = self->period_choice;
}

void
skh_timeline_filters_clear (SkhTimelineFilters *self)
{
  GtkDropDown *choices[4];

  get_choices (self, choices);
  self->updating = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_drop_down_set_selected (choices[i], 0);
  self->updating = FALSE;
  on_selected (self);
}

gboolean
skh_timeline_filters_lets_all_through (SkhTimelineFilters *self)
{
  GtkDropDown *choices[4];
  guint chosen = 0;

  get_choices (self, choices);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    chosen += gtk_drop_down_get_selected (choices[i]) != 0;
  return chosen == 0;
}

char *
skh_timeline_filters_dup_words (SkhTimelineFilters *self)
{
  GString *words = g_string_new (NULL);
  GtkDropDown *choices[4];

  get_choices (self, choices);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (gtk_drop_down_get_selected (choices[i]) != 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "",
                              gtk_string_object_get_string (
                                gtk_drop_down_get_selected_item (choices[i])));
  return g_string_free (words, FALSE);
}

/* — Life — */

static void
skh_timeline_filters_finalize (GObject *object)
{
  SkhTimelineFilters *self = SKH_TIMELINE_FILTERS (object);

  g_ptr_array_unref (self->section_codes);
  g_ptr_array_unref (self->lead_codes);
  G_OBJECT_CLASS (skh_timeline_filters_parent_class)->finalize (object);
}

static void
skh_timeline_filters_class_init (SkhTimelineFiltersClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = skh_timeline_filters_finalize;
  signals[CHANGED]
    = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/timeline/skh-timeline-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhTimelineFilters, plans_button);
  gtk_widget_class_bind_template_child (widget_class, SkhTimelineFilters, section_choice);
  gtk_widget_class_bind_template_child (widget_class, SkhTimelineFilters, lead_choice);
  gtk_widget_class_bind_template_child (widget_class, SkhTimelineFilters, state_choice);
  gtk_widget_class_bind_template_child (widget_class, SkhTimelineFilters, period_choice);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
skh_timeline_filters_init (SkhTimelineFilters *self)
{
  GtkDropDown *choices[4];

  self->section_codes = g_ptr_array_new_with_free_func (g_free);
  self->lead_codes = g_ptr_array_new_with_free_func (g_free);
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  get_choices (self, choices);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    skh_drop_down_keep_narrow (choices[i], BUTTON_CHARS);
  fill_states (self);
  self->updating = FALSE;
}
