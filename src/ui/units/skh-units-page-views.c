/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-units-page-private.h"

#include <glib/gi18n-lib.h>

/* Views of the page: what is filtered, and with those that the office saved the period
   and whether one unit or the whole grid is looked at. */

#define OWNER "page:units" /* no register's id has a colon */

static const SkhRegisterView declared[] = {
  { N_ ("All tasks"), "" },
  { N_ ("Only unfinished"), "show unfinished" },
  { N_ ("Only overdue"), "show overdue" },
};

void
skh_units_page_show_filter (SkhUnitsPage *self)
{
  g_autofree char *words = skh_unit_filters_dup_words (self->filters);

  gtk_label_set_text (self->filter_words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_note), *words != '\0');
}

/* — A view as text — */

static char *
make_query (SkhUnitsPage *self)
{
  gboolean by_unit = gtk_toggle_button_get_active (self->by_unit);
  SkhLedger *ledger = skh_units_page_get_ledger (self);
  guint unit = skh_unit_checklist_get_unit (self->checklist);
  g_autofree char *period = skh_period_to_string (skh_session_get_period (self->session));
  GString *query = g_string_new (NULL);

  g_string_append_printf (query, "period %s\nmode %s\n", period,
                          by_unit ? "unit" : "grid");
  if (by_unit && ledger != NULL && unit != SKH_NO_INDEX)
    g_string_append_printf (query, "unit %s\nlist %s\n",
                            skh_ledger_get_units (ledger, NULL)[unit].code,
                            skh_unit_checklist_is_by_due (self->checklist) ? "due"
                                                                           : "section");
  skh_unit_filters_append_query (self->filters, query);
  return g_string_free (query, FALSE);
}

/* The same quarter of whichever year the plan is of. */
static void
take_period (SkhUnitsPage *self, SkhLedger *ledger, const char *text)
{
  SkhPeriod period = skh_period_parse (text);

  if (skh_period_is_set (period))
    skh_session_set_period (self->session,
                            skh_period_new (period.kind,
                                            skh_ledger_get_plan (ledger)->year,
                                            period.index));
}

static void
take_line (SkhUnitsPage *self, SkhLedger *ledger, const char *key, const char *value)
{
  guint unit;

  if (g_str_equal (key, "period"))
    take_period (self, ledger, value);
  else if (g_str_equal (key, "mode"))
    gtk_toggle_button_set_active (g_str_equal (value, "unit") ? self->by_unit
                                                              : self->by_matrix,
                                  TRUE);
  else if (g_str_equal (key, "list"))
    skh_unit_checklist_set_by_due (self->checklist, g_str_equal (value, "due"));
  else if (g_str_equal (key, "unit"))
    {
      unit = skh_ledger_find_unit (ledger, value);
      if (unit != SKH_NO_INDEX)
        skh_unit_checklist_show_unit (self->checklist, unit);
    }
}

/* For the template. A unit, group or section that is no longer there is passed over. */
void
skh_units_page_take_view (SkhUnitsPage *self, const char *query)
{
  SkhLedger *ledger = skh_units_page_get_ledger (self);
  g_auto (GStrv) lines = g_strsplit (query, "\n", -1);

  if (ledger == NULL)
    return;
  skh_unit_filters_take_query (self->filters, query);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], " ", 2);

      if (parts[0] != NULL && parts[1] != NULL)
        take_line (self, ledger, parts[0], parts[1]);
    }
  skh_units_page_rebuild (self);
}

/* — Acts — */

/* For the template. */
void
skh_units_page_update_view_acts (SkhUnitsPage *self)
{
  gboolean writable = self->session != NULL && skh_session_is_writable (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "units.save-view", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "units.remove-view",
                                 writable && skh_view_choice_is_saved (self->views));
}

static void
on_save_view (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhUnitsPage *self = SKH_UNITS_PAGE (widget);
  g_autofree char *query = make_query (self);

  skh_unit_filters_close (self->filters);
  skh_view_choice_save (self->views, query);
}

static void
on_remove_view (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhUnitsPage *self = SKH_UNITS_PAGE (widget);

  skh_unit_filters_close (self->filters);
  skh_view_choice_remove (self->views);
}

static void
on_clear_filters (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhUnitsPage *self = SKH_UNITS_PAGE (widget);

  skh_unit_filters_clear (self->filters);
  skh_view_choice_reset (self->views);
  skh_units_page_rebuild (self);
}

void
skh_units_page_install_view_acts (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "units.save-view", NULL, on_save_view);
  gtk_widget_class_install_action (class, "units.remove-view", NULL, on_remove_view);
  gtk_widget_class_install_action (class, "units.clear-filters", NULL, on_clear_filters);
}

void
skh_units_page_init_views (SkhUnitsPage *self)
{
  skh_view_choice_set_declared (self->views, declared, G_N_ELEMENTS (declared));
  skh_view_choice_set_owner (self->views, self->session, OWNER);
  skh_units_page_update_view_acts (self);
}
