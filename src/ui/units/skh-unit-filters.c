/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-unit-filters.h"

#include "skh-labels.h"

#include <glib/gi18n-lib.h>

#define BUTTON_CHARS 28
#define N_CHOICES 4

struct _SkhUnitFilters
{
  GtkBox parent_instance;

  /* template */
  GtkMenuButton *button;
  GtkDropDown *group_choice, *section_choice, *show_choice, *order_choice;

  /* owned */
  GPtrArray *groups, *sections; /* codes, by the drop-down's place − 1 */

  gboolean updating;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhUnitFilters, skh_unit_filters, GTK_TYPE_BOX)

/* By the drop-downs' places. */
enum
{
  SHOW_ALL,
  SHOW_UNFINISHED,
  SHOW_OVERDUE,
};
static const char *const shows[] = { "all", "unfinished", "overdue" };
static const char *const orders[] = { [SKH_MATRIX_PLAN_ORDER] = "plan",
                                      [SKH_MATRIX_LEAST_DONE_FIRST] = "least-done-first",
                                      [SKH_MATRIX_MOST_DONE_FIRST] = "most-done-first" };

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
  guint place = 0;

  if (code != NULL && g_ptr_array_find_with_equal_func (codes, code, g_str_equal, &place))
    gtk_drop_down_set_selected (choice, place + 1);
  else
    gtk_drop_down_set_selected (choice, 0);
}

/* Groups that have a unit. */
static void
fill_groups (SkhUnitFilters *self, SkhLedger *ledger)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  g_autofree char *chosen = g_strdup (get_code (self->group_choice, self->groups));
  guint n, n_units;
  const SkhGroup *groups = skh_ledger_get_groups (ledger, &n);
  const SkhUnit *units = skh_ledger_get_units (ledger, &n_units);

  g_ptr_array_set_size (self->groups, 0);
  gtk_string_list_append (model, _ ("Group: all"));
  for (guint i = 0; i < n; i++)
    for (guint unit = 0; unit < n_units; unit++)
      if (g_strv_contains (units[unit].groups, groups[i].code))
        {
          g_ptr_array_add (self->groups, g_strdup (groups[i].code));
          gtk_string_list_append (model, groups[i].short_name);
          break;
        }
  gtk_drop_down_set_model (self->group_choice, G_LIST_MODEL (model));
  choose_code (self->group_choice, self->groups, chosen);
}

static void
fill_sections (SkhUnitFilters *self, SkhLedger *ledger)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  g_autofree char *chosen = g_strdup (get_code (self->section_choice, self->sections));
  guint n;
  const SkhSection *sections = skh_ledger_get_sections (ledger, &n);

  g_ptr_array_set_size (self->sections, 0);
  gtk_string_list_append (model, _ ("Section: all"));
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (self->sections, g_strdup (sections[i].code));
      gtk_string_list_take (model, g_strdup_printf ("%s %s", sections[i].code,
                                                    sections[i].title));
    }
  gtk_drop_down_set_model (self->section_choice, G_LIST_MODEL (model));
  choose_code (self->section_choice, self->sections, chosen);
}

void
skh_unit_filters_set_ledger (SkhUnitFilters *self, SkhLedger *ledger)
{
  self->updating = TRUE;
  fill_groups (self, ledger);
  fill_sections (self, ledger);
  self->updating = FALSE;
}

void
skh_unit_filters_set_by_unit (SkhUnitFilters *self, gboolean by_unit)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->group_choice), !by_unit);
  gtk_widget_set_sensitive (GTK_WIDGET (self->order_choice), !by_unit);
}

/* — What is chosen — */

void
skh_unit_filters_fill (SkhUnitFilters *self, SkhMatrixFilter *filter)
{
  guint section = gtk_drop_down_get_selected (self->section_choice);
  guint show = gtk_drop_down_get_selected (self->show_choice);

  filter->group = get_code (self->group_choice, self->groups);
  filter->section
    = section == 0 || section > self->sections->len ? SKH_NO_INDEX : section - 1;
  filter->only_unfinished = show == SHOW_UNFINISHED;
  filter->only_overdue = show == SHOW_OVERDUE;
  filter->order = (SkhMatrixOrder)gtk_drop_down_get_selected (self->order_choice);
}

static void
get_choices (SkhUnitFilters *self, GtkDropDown *choices[N_CHOICES])
{
  choices[0] = self->group_choice;
  choices[1] = self->section_choice;
  choices[2] = self->show_choice;
  choices[3] = self->order_choice;
}

void
skh_unit_filters_clear (SkhUnitFilters *self)
{
  GtkDropDown *choices[N_CHOICES];

  get_choices (self, choices);
  self->updating = TRUE;
  for (guint i = 0; i < N_CHOICES; i++)
    gtk_drop_down_set_selected (choices[i], 0);
  self->updating = FALSE;
}

static guint
find_word (const char *const *words, guint n, const char *word)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (words[i], word))
      return i;
  return 0;
}

static void
take_line (SkhUnitFilters *self, const char *key, const char *value)
{
  if (g_str_equal (key, "group"))
    choose_code (self->group_choice, self->groups, value);
  else if (g_str_equal (key, "section"))
    choose_code (self->section_choice, self->sections, value);
  else if (g_str_equal (key, "show"))
    gtk_drop_down_set_selected (self->show_choice,
                                find_word (shows, G_N_ELEMENTS (shows), value));
  else if (g_str_equal (key, "order"))
    gtk_drop_down_set_selected (self->order_choice,
                                find_word (orders, G_N_ELEMENTS (orders), value));
}

void
skh_unit_filters_take_query (SkhUnitFilters *self, const char *query)
{
  g_auto (GStrv) lines = g_strsplit (query, "\n", -1);

  skh_unit_filters_clear (self);
  self->updating = TRUE;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], " ", 2);

      if (parts[0] != NULL && parts[1] != NULL)
        take_line (self, parts[0], parts[1]);
    }
  self->updating = FALSE;
}

void
skh_unit_filters_append_query (SkhUnitFilters *self, GString *query)
{
  const char *group = get_code (self->group_choice, self->groups);
  const char *section = get_code (self->section_choice, self->sections);
  guint show = gtk_drop_down_get_selected (self->show_choice);
  guint order = gtk_drop_down_get_selected (self->order_choice);

  if (group != NULL)
    g_string_append_printf (query, "group %s\n", group);
  if (section != NULL)
    g_string_append_printf (query, "section %s\n", section);
  if (show < G_N_ELEMENTS (shows) && show != SHOW_ALL)
    g_string_append_printf (query, "show %s\n", shows[show]);
  if (order < G_N_ELEMENTS (orders) && order != SKH_MATRIX_PLAN_ORDER)
    g_string_append_printf (query, "order %s\n", orders[order]);
}

void
skh_unit_filters_close (SkhUnitFilters *self)
{
  gtk_menu_button_popdown (self->button);
}

char *
skh_unit_filters_dup_words (SkhUnitFilters *self)
{
  GString *words = g_string_new (NULL);
  GtkDropDown *choices[N_CHOICES];

  get_choices (self, choices);
  for (guint i = 0; i < N_CHOICES; i++)
    if (gtk_drop_down_get_selected (choices[i]) != 0
        && gtk_widget_get_sensitive (GTK_WIDGET (choices[i])))
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "",
                              gtk_string_object_get_string (
                                gtk_drop_down_get_selected_item (choices[i])));
  return g_string_free (words, FALSE);
}

/* — Life — */

static void
on_selected (SkhUnitFilters *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
skh_unit_filters_dispose (GObject *object)
{
  SKH_UNIT_FILTERS (object)->updating = TRUE;
  G_OBJECT_CLASS (skh_unit_filters_parent_class)->dispose (object);
}

static void
skh_unit_filters_finalize (GObject *object)
{
  SkhUnitFilters *self = SKH_UNIT_FILTERS (object);

  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->sections);
  G_OBJECT_CLASS (skh_unit_filters_parent_class)->finalize (object);
}

static void
skh_unit_filters_class_init (SkhUnitFiltersClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = skh_unit_filters_dispose;
  G_OBJECT_CLASS (class)->finalize = skh_unit_filters_finalize;
  signals[CHANGED] = g_signal_new ("changed", SKH_TYPE_UNIT_FILTERS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/units/skh-unit-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhUnitFilters, button);
  gtk_widget_class_bind_template_child (widget_class, SkhUnitFilters, group_choice);
  gtk_widget_class_bind_template_child (widget_class, SkhUnitFilters, section_choice);
  gtk_widget_class_bind_template_child (widget_class, SkhUnitFilters, show_choice);
  gtk_widget_class_bind_template_child (widget_class, SkhUnitFilters, order_choice);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
skh_unit_filters_init (SkhUnitFilters *self)
{
  GtkDropDown *choices[N_CHOICES];

  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->sections = g_ptr_array_new_with_free_func (g_free);
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  get_choices (self, choices);
  for (guint i = 0; i < N_CHOICES; i++)
    skh_drop_down_keep_narrow (choices[i], BUTTON_CHARS);
  self->updating = FALSE;
}
