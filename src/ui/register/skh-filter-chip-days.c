/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Filtering by days and periods. */
#include "skh-filter-chip-private.h"

#include "skh-period-text.h"

#include <glib/gi18n-lib.h>

static void
filter_by_period (SkhFilterChip *self, SkhPeriod period)
{
  SkhValue value = { .is_set = TRUE, .period = period, .total = -1 };

  skh_filter_chip_clear (self);
  skh_register_query_add_filter (self->query, self->field, SKH_FILTER_IN, &value);
  skh_filter_chip_say (self, NULL);
  skh_filter_chip_emit_changed (self);
  gtk_menu_button_popdown (self->button);
}

static gboolean
is_filtered (SkhFilterChip *self)
{
  for (guint i = 0; i < self->query->filters->len; i++)
    if (g_array_index (self->query->filters, SkhFilter, i).field == self->field)
      return TRUE;
  return FALSE;
}

/* An empty entry takes the filter away; where there is none, it says what is missing. */
static void
filter_by_nothing (SkhFilterChip *self, const char *missing)
{
  if (!is_filtered (self))
    {
      skh_filter_chip_say (self, missing);
      return;
    }
  skh_filter_chip_clear (self);
  skh_filter_chip_say (self, NULL);
  skh_filter_chip_emit_changed (self);
  gtk_menu_button_popdown (self->button);
}

static int
get_year (SkhFilterChip *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  return ledger != NULL ? skh_ledger_get_plan (ledger)->year
                        : skh_date_get_year (skh_session_get_on (self->session));
}

static void
on_period_activated (SkhFilterChip *self)
{
  const SkhField as_period = { .key = "period", .type = SKH_FIELD_PERIOD };
  g_autofree char *fault = NULL;
  SkhValue value;

  if (!skh_field_parse (&as_period, gtk_editable_get_text (GTK_EDITABLE (self->period)),
                        get_year (self), &value, &fault))
    skh_filter_chip_say (self, fault);
  else if (value.is_set)
    filter_by_period (self, value.period);
  else
    filter_by_nothing (self, _ ("Type a period first, such as quý I/2023."));
}

static gboolean
read_bound (SkhFilterChip *self, GtkEntry *entry, SkhValue *value)
{
  const SkhField as_day = { .key = "day", .type = SKH_FIELD_DAY };
  g_autofree char *fault = NULL;

  if (skh_field_parse (&as_day, gtk_editable_get_text (GTK_EDITABLE (entry)),
                       get_year (self), value, &fault))
    return TRUE;
  skh_filter_chip_say (self, fault);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  return FALSE;
}

/* What is filtered by stays until both days can be read. */
static void
on_bound_activated (SkhFilterChip *self)
{
  SkhValue first, last;

  if (!read_bound (self, self->first, &first) || !read_bound (self, self->last, &last))
    return;
  if (!first.is_set && !last.is_set)
    {
      filter_by_nothing (self, _ ("Type the first day, the last day, or both."));
      return;
    }
  if (first.is_set && last.is_set && last.day < first.day)
    {
      skh_filter_chip_say (self, _ ("The last day is before the first."));
      return;
    }
  skh_filter_chip_clear (self);
  if (first.is_set)
    skh_register_query_add_filter (self->query, self->field, SKH_FILTER_AT_LEAST, &first);
  if (last.is_set)
    skh_register_query_add_filter (self->query, self->field, SKH_FILTER_AT_MOST, &last);
  skh_filter_chip_say (self, NULL);
  skh_filter_chip_emit_changed (self);
  gtk_menu_button_popdown (self->button);
}

static void
on_given_clicked (SkhFilterChip *self, GtkWidget *button)
{
  gboolean given = g_object_get_data (G_OBJECT (button), "given") != NULL;

  skh_filter_chip_clear (self);
  skh_register_query_add_filter (self->query, self->field,
                                 given ? SKH_FILTER_NOT_EMPTY : SKH_FILTER_EMPTY, NULL);
  skh_filter_chip_say (self, NULL);
  skh_filter_chip_emit_changed (self);
  gtk_menu_button_popdown (self->button);
}

/* Who has a day here, and who has none yet. */
static void
add_given_buttons (SkhFilterChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *given = gtk_button_new_with_label (_ ("given"));
  GtkWidget *none = gtk_button_new_with_label (_ ("none"));

  gtk_widget_add_css_class (box, "linked");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  g_object_set_data (G_OBJECT (given), "given", given);
  g_signal_connect_swapped (given, "clicked", G_CALLBACK (on_given_clicked), self);
  g_signal_connect_swapped (none, "clicked", G_CALLBACK (on_given_clicked), self);
  gtk_box_append (GTK_BOX (box), given);
  gtk_box_append (GTK_BOX (box), none);
  gtk_box_append (self->content, box);
}

static void
on_period_clicked (SkhFilterChip *self, GtkWidget *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "quarter"));

  filter_by_period (self,
                    index == 0
                      ? skh_period_new (SKH_PERIOD_YEAR, get_year (self), 1)
                      : skh_period_new (SKH_PERIOD_QUARTER, get_year (self), (int)index));
}

static void
add_period_buttons (SkhFilterChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i <= 4; i++)
    {
      SkhPeriod period = i == 0
                           ? skh_period_new (SKH_PERIOD_YEAR, get_year (self), 1)
                           : skh_period_new (SKH_PERIOD_QUARTER, get_year (self), (int)i);
      g_autofree char *text = skh_period_text_dup_short (period);
      GtkWidget *button = gtk_button_new_with_label (text);

      g_object_set_data (G_OBJECT (button), "quarter", GUINT_TO_POINTER (i));
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_period_clicked), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_box_append (self->content, box);
}

static GtkEntry *
add_entry (SkhFilterChip *self, const char *hint, GCallback callback)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hint, -1);
  g_signal_connect_swapped (entry, "activate", callback, self);
  gtk_box_append (self->content, entry);
  return GTK_ENTRY (entry);
}

/* What is filtered by stands in its entry. */
static void
show_filtered (SkhFilterChip *self)
{
  for (guint i = 0; i < self->query->filters->len; i++)
    {
      const SkhFilter *filter = &g_array_index (self->query->filters, SkhFilter, i);
      GtkEntry *entry = filter->op == SKH_FILTER_AT_LEAST  ? self->first
                        : filter->op == SKH_FILTER_AT_MOST ? self->last
                        : filter->op == SKH_FILTER_IN      ? self->period
                                                           : NULL;
      g_autofree char *text = NULL;

      if (filter->field != self->field || entry == NULL)
        continue;
      text = skh_filter_chip_dup_value_text (skh_filter_chip_get_field (self), filter);
      gtk_editable_set_text (GTK_EDITABLE (entry), text);
    }
}

void
skh_filter_chip_add_periods (SkhFilterChip *self)
{
  add_period_buttons (self);
  if (!(skh_filter_chip_get_field (self)->flags & SKH_FIELD_REQUIRED))
    add_given_buttons (self);
  self->period = add_entry (self, _ ("A period, such as quý I/2023 or 4/2023"),
                            G_CALLBACK (on_period_activated));
  if (skh_filter_chip_get_field (self)->type == SKH_FIELD_DAY)
    {
      self->first = add_entry (self, _ ("From the day"), G_CALLBACK (on_bound_activated));
      self->last = add_entry (self, _ ("To the day"), G_CALLBACK (on_bound_activated));
    }
  show_filtered (self);
}
