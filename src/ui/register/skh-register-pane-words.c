/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a register's page says of its list: how many lines, why there are none, and who
   must have one and has not. */
#include "skh-register-pane-private.h"

#include "skh-number.h"

#include <glib/gi18n-lib.h>

/* — Why there is no line — */

/* The first view is what the page is for: a saved view of it stays of its year. */
SkhRegisterQuery *
skh_register_pane_dup_own (SkhRegisterPane *self)
{
  guint n_views;
  const SkhRegisterView *views = skh_register_get_views (self->reg, &n_views);
  g_autofree char *text
    = g_strdup_printf ("%s\n%s", skh_view_choice_get_query (self->view_choice),
                       n_views > 0 ? views[0].query : "");

  return skh_register_query_parse_year (self->reg, text,
                                        skh_register_pane_get_year (self));
}

static gboolean
is_searched (SkhRegisterPane *self)
{
  return self->query->search != NULL && *self->query->search != '\0';
}

void
skh_register_pane_clear (SkhRegisterPane *self)
{
  skh_register_query_set_search (self->query, "");
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  skh_filter_bar_clear (self->filters);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (self->clear_button, FALSE);
}

static char *
dup_narrowed_text (SkhRegisterPane *self)
{
  g_autofree char *filters = skh_filter_bar_dup_words (self->filters);
  g_autofree char *search
    = is_searched (self) ? g_strdup_printf (_ ("the words “%s”"), self->query->search)
                         : g_strdup ("");
  const char *comma = *filters != '\0' && *search != '\0' ? "; " : "";

  return g_strdup_printf (_ ("No line has all that is looked for: %s%s%s."), filters,
                          comma, search);
}

static char *
dup_empty_title (SkhRegisterPane *self, gboolean narrowed)
{
  if (narrowed)
    return g_strdup (_ ("Nothing Matches"));
  return self->query->filters->len > 0
           ? g_strdup_printf (_ ("Nothing of %d Yet"), skh_register_pane_get_year (self))
           : g_strdup (_ ("Nothing Here Yet"));
}

void
skh_register_pane_show_empty (SkhRegisterPane *self)
{
  gboolean narrowed = is_searched (self) || skh_filter_bar_is_narrowed (self->filters);
  g_autofree char *title = dup_empty_title (self, narrowed);
  g_autofree char *words = narrowed ? dup_narrowed_text (self) : NULL;

  gtk_label_set_label (self->empty_title, title);
  gtk_label_set_label (self->empty_help,
                       narrowed ? words : skh_register_get_help (self->reg));
  gtk_widget_set_visible (self->clear_button, narrowed);
  gtk_widget_set_visible (self->empty_buttons,
                          !narrowed && skh_session_is_writable (self->session));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

void
skh_register_pane_set_first_step (SkhRegisterPane *self,
                                  const char *label,
                                  const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_remove_css_class (self->first_button, "suggested-action");
  gtk_box_prepend (GTK_BOX (self->empty_buttons), button);
}

/* — How many there are — */

static char *
dup_count_text (SkhRegisterPane *self)
{
  gint64 count = skh_entry_list_get_count (self->list);
  gint64 n = skh_register_table_get_n_selected (self->table);
  g_autofree char *number = skh_number_to_text (MAX (count, 0));
  g_autofree char *selected = skh_number_to_text (n);
  g_autofree char *lines = count < 0
                             ? g_strdup ("…")
                             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s line",
                                                             "%s lines", (gulong)count),
                                                number);

  if (n == 0)
    return g_steal_pointer (&lines);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s · %s selected",
                                       "%s · %s selected", (gulong)n),
                          lines, selected);
}

static gboolean
can_merge (SkhRegisterPane *self)
{
  guint fields[SKH_REGISTER_MAX_IDENTITY];

  return skh_register_table_get_n_selected (self->table) == 2
         && skh_register_get_similar (self->reg, 0, fields) > 0;
}

void
skh_register_pane_show_count (SkhRegisterPane *self)
{
  g_autofree char *text = NULL;

  if (self->list == NULL)
    return;
  text = dup_count_text (self);
  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (self->selected_buttons,
                          skh_register_table_get_n_selected (self->table) > 1);
  gtk_widget_set_visible (self->merge_button, can_merge (self));
}

/* — Units that must have a line and have none — */

#define NAMED 6

static char *
dup_lacking (SkhLedger *ledger, GArray *units)
{
  const SkhUnit *all = skh_ledger_get_units (ledger, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (units->len, NAMED); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            all[g_array_index (units, guint, i)].short_name);
  if (units->len > NAMED)
    g_string_append (names, "…");
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "◐ %u unit has no line of %d yet: %s",
                                       "◐ %u units have no line of %d yet: %s",
                                       units->len),
                          units->len, skh_ledger_get_plan (ledger)->year, names->str);
}

void
skh_register_pane_show_lacking (SkhRegisterPane *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  const char *measure = self->reg != NULL ? skh_register_get_each_unit (self->reg) : NULL;
  g_autoptr (GArray) units
    = measure != NULL && ledger != NULL
        ? skh_ledger_list_units_without (ledger, measure,
                                         skh_session_get_on (self->session))
        : NULL;
  g_autofree char *text
    = units != NULL && units->len > 0 ? dup_lacking (ledger, units) : NULL;

  gtk_label_set_label (self->lacking, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->lacking), text != NULL);
}
