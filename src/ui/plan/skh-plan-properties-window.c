/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-plan-properties-window.h"

#include "skh-input.h"
#include "skh-plan-properties.h"

#include <glib/gi18n-lib.h>

struct _SkhPlanPropertiesWindow
{
  AdwWindow parent_instance;

  /* template */
  SkhInput *inputs[SKH_N_PROPERTIES];
  GtkWidget *year_hint;
  GtkLabel *fault;

  /* owned */
  SkhSession *session;

  gint64 plan_id;
  int year; /* as it is in the workbook */
};

G_DEFINE_FINAL_TYPE (SkhPlanPropertiesWindow, skh_plan_properties_window, ADW_TYPE_WINDOW)

/* The template's name of each input. */
static const char *const input_ids[SKH_N_PROPERTIES] = {
  [SKH_PROPERTY_TITLE] = "title",
  [SKH_PROPERTY_SHORT_TITLE] = "short_title",
  [SKH_PROPERTY_NUMBER] = "number",
  [SKH_PROPERTY_ORGANISATION] = "organisation",
  [SKH_PROPERTY_SUPERIOR] = "superior",
  [SKH_PROPERTY_PLACE] = "place",
  [SKH_PROPERTY_SYMBOL] = "symbol",
  [SKH_PROPERTY_AUTHORITY] = "authority",
  [SKH_PROPERTY_POSITION] = "position",
  [SKH_PROPERTY_SIGNER] = "signer",
  [SKH_PROPERTY_REPORT_RECIPIENT] = "report_recipient",
  [SKH_PROPERTY_YEAR] = "year",
};

/* A fault stands at its field, one of none of them at the foot. */
static void
show_fault (SkhPlanPropertiesWindow *self, SkhPlanProperty property, const char *fault)
{
  for (guint i = 0; i < SKH_N_PROPERTIES; i++)
    skh_input_set_fault (self->inputs[i], i == property ? fault : NULL);
  gtk_label_set_text (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault),
                          fault != NULL && property == SKH_N_PROPERTIES);
  if (property < SKH_N_PROPERTIES)
    gtk_widget_grab_focus (GTK_WIDGET (self->inputs[property]));
}

/* 0: what is typed is no number; the store says which numbers are years. */
static int
read_year (SkhPlanPropertiesWindow *self)
{
  g_autofree char *text = skh_input_dup_text (self->inputs[SKH_PROPERTY_YEAR]);
  guint64 number = 0;

  return g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &number, NULL) ? (int)number
                                                                           : 0;
}

static void
on_year_edited (SkhPlanPropertiesWindow *self)
{
  int year = read_year (self);

  gtk_widget_set_visible (self->year_hint, year != 0 && year != self->year);
}

/* — Saving — */

static gboolean
run_put (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_plan_properties_put (db, data, error);
}

static void
free_properties (gpointer data)
{
  skh_plan_properties_free (data);
}

static void
on_put (SkhSession *session, gpointer edit, const GError *error, gpointer owner)
{
  const SkhPlanProperties *properties = edit;

  if (error != NULL)
    show_fault (owner, properties->fault, error->message);
  else
    gtk_window_close (owner);
}

static void
on_save_clicked (SkhPlanPropertiesWindow *self)
{
  SkhPlanProperties *properties;
  int year = read_year (self);

  if (year == 0)
    {
      show_fault (self, SKH_PROPERTY_YEAR, _ ("This is no year; write it as 2024."));
      return;
    }
  show_fault (self, SKH_N_PROPERTIES, NULL);
  properties = g_new0 (SkhPlanProperties, 1);
  properties->plan_id = self->plan_id;
  properties->year = year;
  for (guint i = 0; i < SKH_N_TEXT_PROPERTIES; i++)
    properties->texts[i] = skh_input_dup_text (self->inputs[i]);
  skh_session_apply (self->session, run_put, properties, free_properties, on_put, self);
}

/* — Life — */

static void
skh_plan_properties_window_dispose (GObject *object)
{
  g_clear_object (&SKH_PLAN_PROPERTIES_WINDOW (object)->session);
  G_OBJECT_CLASS (skh_plan_properties_window_parent_class)->dispose (object);
}

static void
skh_plan_properties_window_class_init (SkhPlanPropertiesWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = skh_plan_properties_window_dispose;
  g_type_ensure (SKH_TYPE_INPUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/plan/skh-plan-properties-window.ui");
  for (guint i = 0; i < SKH_N_PROPERTIES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, input_ids[i], FALSE,
                                               G_STRUCT_OFFSET (SkhPlanPropertiesWindow,
                                                                inputs)
                                                 + (gssize)(i * sizeof (SkhInput *)));
  gtk_widget_class_bind_template_child (widget_class, SkhPlanPropertiesWindow, year_hint);
  gtk_widget_class_bind_template_child (widget_class, SkhPlanPropertiesWindow, fault);
  gtk_widget_class_bind_template_callback (widget_class, on_year_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
skh_plan_properties_window_init (SkhPlanPropertiesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_properties (SkhPlanPropertiesWindow *self, const SkhPlanProperties *properties)
{
  g_autofree char *year = g_strdup_printf ("%d", properties->year);

  self->plan_id = properties->plan_id;
  self->year = properties->year;
  for (guint i = 0; i < SKH_N_TEXT_PROPERTIES; i++)
    skh_input_set_text (self->inputs[i], properties->texts[i]);
  skh_input_set_text (self->inputs[SKH_PROPERTY_YEAR], year);
}

typedef struct
{
  gint64 plan_id;
  SkhPlanProperties *properties;
} Reading;

static gboolean
run_load (SkhDatabase *db, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->properties = skh_plan_properties_load (db, reading->plan_id, error);
  return reading->properties != NULL;
}

/**
 * skh_plan_properties_window_new:
 * @session: has a ledger
 *
 * Returns: (transfer none) (nullable): the window, which lives until it is closed
 */
GtkWindow *
skh_plan_properties_window_new (GtkWindow *parent, SkhSession *session)
{
  g_autoptr (GError) error = NULL;
  Reading reading
    = { .plan_id = skh_ledger_get_plan (skh_session_get_ledger (session))->id };
  SkhPlanPropertiesWindow *self;

  if (!skh_workbook_run (skh_session_get_workbook (session), run_load, &reading, &error))
    {
      skh_session_report_fault (session, error->message);
      return NULL;
    }
  self = g_object_new (SKH_TYPE_PLAN_PROPERTIES_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  show_properties (self, reading.properties);
  skh_plan_properties_free (reading.properties);
  return GTK_WINDOW (self);
}
