/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-section-card.h"

#include <glib/gi18n.h>

#include "skh-labels.h"
#include "skh-number.h"
#include "skh-rate-bar.h"

struct _SkhSectionCard
{
  GtkBox parent_instance;

  /* template */
  GtkFlowBox *sections;

  SkhSession *session; /* borrowed: the page's */
};

G_DEFINE_FINAL_TYPE (SkhSectionCard, skh_section_card, GTK_TYPE_BOX)

static void
on_child_activated (SkhSectionCard *self, GtkFlowBoxChild *child)
{
  skh_session_show_section (self->session, (guint)gtk_flow_box_child_get_index (child));
}

static void
append_part (GString *text, const char *sign, guint n)
{
  if (n > 0)
    g_string_append_printf (text, "%s %u  ", sign, n);
}

/* "✔ 12  ◐ 2  ✖ 1  70,0%", without what is none; the signs are those of the legend. */
static char *
describe_rates (const SkhRates *rates)
{
  g_autofree char *percent
    = skh_number_percent_to_text (skh_rates_get_completeness (rates));
  GString *text;

  if (rates->expected == 0)
    return g_strdup (_ ("nothing expected"));
  text = g_string_new (NULL);
  append_part (text, "✔", rates->on_time);
  append_part (text, "◐", rates->late);
  append_part (text, "✖", rates->overdue);
  g_string_append (text, percent);
  return g_string_free (text, FALSE);
}

static char *
speak_rates (const char *title, const SkhRates *rates)
{
  g_autofree char *percent
    = skh_number_percent_to_text (skh_rates_get_completeness (rates));

  if (rates->expected == 0)
    return g_strdup_printf ("%s: %s", title, _ ("nothing expected"));
  return g_strdup_printf (
    _ ("%s: %s delivered; %u on time, %u late, %u overdue, %u to come, of %u"), title,
    percent, rates->on_time, rates->late, rates->overdue, rates->pending,
    rates->expected);
}

static void
add_section (SkhSectionCard *self, const SkhSection *section, const SkhRates *rates)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *title = g_strdup_printf ("%s %s", section->code, section->title);
  g_autofree char *numbers = describe_rates (rates);
  g_autofree char *name = speak_rates (title, rates);
  GtkWidget *title_label = skh_label_new (title, NULL);
  GtkWidget *number_label = gtk_label_new (numbers);

  gtk_widget_set_hexpand (title_label, TRUE);
  gtk_widget_add_css_class (number_label, "row-note");
  gtk_widget_add_css_class (number_label, "numeric");
  gtk_box_append (GTK_BOX (line), title_label);
  gtk_box_append (GTK_BOX (line), number_label);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), skh_rate_bar_new (rates));
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_set_tooltip_text (child, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_flow_box_append (self->sections, child);
}

static void
clear_sections (SkhSectionCard *self)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->sections, 0)) != NULL)
    gtk_flow_box_remove (self->sections, GTK_WIDGET (child));
}

static void
skh_section_card_class_init (SkhSectionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/overview/skh-section-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhSectionCard, sections);
  gtk_widget_class_bind_template_callback (widget_class, on_child_activated);
}

static void
skh_section_card_init (SkhSectionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The rates of every section in the session's period. */
void
skh_section_card_show (SkhSectionCard *self, SkhSession *session)
{
  SkhLedger *ledger = skh_session_get_ledger (session);
  guint n;
  const SkhSection *sections = skh_ledger_get_sections (ledger, &n);
  g_autofree SkhRates *rates = g_new0 (SkhRates, n);

  self->session = session;
  skh_ledger_get_all_rates (ledger, skh_session_get_period (session),
                            skh_session_get_on (session), NULL, rates);
  clear_sections (self);
  for (guint i = 0; i < n; i++)
    add_section (self, &sections[i], &rates[i]);
}
