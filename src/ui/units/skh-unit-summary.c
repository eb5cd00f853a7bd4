/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-unit-summary.h"

#include "skh-labels.h"
#include "skh-number.h"
#include "skh-period-text.h"
#include "skh-rate-bar.h"

#include <glib/gi18n-lib.h>

static gboolean
has_children (SkhLedger *ledger, guint unit)
{
  guint n;
  const SkhUnit *units = skh_ledger_get_units (ledger, &n);

  for (guint i = 0; i < n; i++)
    if (units[i].parent == unit)
      return TRUE;
  return FALSE;
}

/* — Rates — */

static char *
dup_rates_text (const SkhRates *rates)
{
  g_autofree char *complete = NULL, *timely = NULL;

  if (rates->expected == 0)
    return g_strdup (_ ("nothing owed"));
  complete = skh_number_percent_to_text (skh_rates_get_completeness (rates));
  timely = skh_number_percent_to_text (skh_rates_get_timeliness (rates));
  return g_strdup_printf (_ ("%u/%u · %s, on time %s"), rates->actual, rates->expected,
                          complete, timely);
}

static GtkWidget *
new_period (const SkhRates *rates, SkhPeriod period, gboolean is_current)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *name = skh_period_text_dup_short (period);
  g_autofree char *text = dup_rates_text (rates);
  g_autofree char *label = g_strdup_printf ("%s: %s", name, text);
  GtkWidget *heading = skh_text_label_new (name, is_current ? "heading" : NULL);
  GtkWidget *detail = skh_text_label_new (text, "caption");

  gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
  gtk_widget_set_tooltip_text (box, label);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), skh_rate_bar_new (rates));
  gtk_box_append (GTK_BOX (box), detail);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  return box;
}

/* Of the unit with all units under it. */
static SkhRates
get_rates (SkhLedger *ledger, guint unit, SkhPeriod period, SkhDate on)
{
  guint n;
  const SkhUnit *units = skh_ledger_get_units (ledger, &n);
  g_autofree SkhRates *by_unit = g_new0 (SkhRates, n);
  SkhRates rates = { 0 };

  skh_ledger_get_all_rates (ledger, period, on, by_unit, NULL);
  for (guint i = 0; i < n; i++)
    for (guint above = i; above != SKH_NO_INDEX; above = units[above].parent)
      if (above == unit)
        skh_rates_add (&rates, &by_unit[i]);
  return rates;
}

GtkWidget *
skh_unit_summary_new_rates (SkhLedger *ledger, guint unit, SkhPeriod period, SkhDate on)
{
  SkhPeriod shown[5]
    = { skh_period_new (SKH_PERIOD_YEAR, skh_ledger_get_plan (ledger)->year, 1) };
  guint n = 1 + skh_period_split (shown[0], SKH_PERIOD_QUARTER, &shown[1]);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *bars = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);

  if (has_children (ledger, unit))
    gtk_box_append (GTK_BOX (box),
                    skh_text_label_new (_ ("With all units under it"), "caption"));
  gtk_box_set_homogeneous (GTK_BOX (bars), TRUE);
  for (guint i = 0; i < n; i++)
    {
      SkhRates rates = get_rates (ledger, unit, shown[i], on);

      gtk_box_append (GTK_BOX (bars),
                      new_period (&rates, shown[i], skh_period_equal (shown[i], period)));
    }
  gtk_box_append (GTK_BOX (box), bars);
  return box;
}

/* — Figures — */

static gboolean
is_people (const SkhMeasure *measure)
{
  return measure->total_kind != NULL && !g_str_equal (measure->total_kind, "cells");
}

/* A person who came twice is one person and two attendances: what is summed over several
   deliveries of one unit counts attendances. */
static const char *
get_counted_words (const SkhMeasure *measure, gboolean is_repeated)
{
  if (measure->total_kind == NULL)
    return "";
  if (!is_people (measure))
    return _ ("cells");
  return is_repeated ? _ ("attendances") : _ ("people");
}

static char *
dup_sum (const SkhFigureSum *sum)
{
  if (sum->n_lines == 0)
    return g_strdup ("—");
  return sum->has_total ? skh_number_share_to_text (sum->value, sum->total)
                        : skh_number_to_text (sum->value);
}

typedef struct
{
  SkhLedger *ledger;
  guint unit;
  SkhPeriod period;
  SkhDate on;
  GtkGrid *grid;
  int n_rows;
  gboolean has_children;
} Figures;

static void
put (Figures *self, int column, const char *text, const char *css_class)
{
  GtkWidget *label = skh_text_label_new (text, css_class);

  if (column > 0)
    gtk_label_set_xalign (GTK_LABEL (label), 1);
  else
    gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), column == 0);
  gtk_grid_attach (self->grid, label, column, self->n_rows, 1, 1);
}

static void
put_head (Figures *self)
{
  put (self, 0, _ ("Figure"), "caption");
  put (self, 1, _ ("Own"), "caption");
  if (self->has_children)
    {
      put (self, 2, _ ("Sub-units"), "caption");
      put (self, 3, _ ("Together"), "caption");
    }
  self->n_rows++;
}

static void
put_measure (Figures *self, guint task, const SkhMeasure *measure)
{
  const SkhTask *record = &skh_ledger_get_tasks (self->ledger, NULL)[task];
  g_autofree SkhFigureSum *sums = NULL;
  g_autofree char *own_text = NULL, *rest_text = NULL, *all_text = NULL, *title = NULL;
  SkhFigureSum own, all, rest;
  const char *counted;
  guint n;

  skh_ledger_get_units (self->ledger, &n);
  sums = g_new0 (SkhFigureSum, n);
  skh_ledger_sum_figure_by_unit (self->ledger, task, measure->key, self->period, self->on,
                                 sums);
  own = sums[self->unit];
  skh_ledger_add_up_tree (self->ledger, sums);
  all = sums[self->unit];
  if (all.n_lines == 0)
    return;
  rest = (SkhFigureSum){ .value = all.value - own.value,
                         .total = all.total - own.total,
                         .n_lines = all.n_lines - own.n_lines,
                         .has_total = all.has_total };
  counted = get_counted_words (measure, all.most_lines > 1);
  title = g_strdup_printf ("%s: %s%s%s%s", record->short_title, measure->title,
                           *counted != '\0' ? " (" : "", counted,
                           *counted != '\0' ? ")" : "");
  own_text = dup_sum (&own);
  rest_text = dup_sum (&rest);
  all_text = dup_sum (&all);
  if (self->n_rows == 0)
    put_head (self);
  put (self, 0, title, NULL);
  put (self, 1, own_text, "numeric");
  if (self->has_children)
    {
      put (self, 2, rest_text, "numeric");
      put (self, 3, all_text, "numeric");
    }
  self->n_rows++;
}

GtkWidget *
skh_unit_summary_new_figures (SkhLedger *ledger, guint unit, SkhPeriod period, SkhDate on)
{
  Figures self = { .ledger = ledger, .unit = unit, .period = period, .on = on };
  guint n_tasks;
  const SkhTask *tasks = skh_ledger_get_tasks (ledger, &n_tasks);

  self.grid = GTK_GRID (g_object_ref_sink (gtk_grid_new ()));
  self.has_children = has_children (ledger, unit);
  gtk_grid_set_column_spacing (self.grid, 16);
  gtk_grid_set_row_spacing (self.grid, 4);
  for (guint t = 0; t < n_tasks; t++)
    for (guint i = 0; i < tasks[t].n_measures; i++)
      put_measure (&self, t, &tasks[t].measures[i]);
  if (self.n_rows > 0)
    return GTK_WIDGET (self.grid);
  g_object_unref (self.grid);
  return NULL;
}
