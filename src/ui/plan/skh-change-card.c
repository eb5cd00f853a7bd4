/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-change-card.h"

#include "skh-labels.h"
#include "skh-period-text.h"

#include <glib/gi18n-lib.h>

/* Nobody reads further; the sentence has the numbers of all. */
#define MAX_SHOWN 300

struct _SkhChangeCard
{
  GtkBox parent_instance;

  GtkLabel *sentence;
  GtkMenuButton *button;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SkhChangeCard, skh_change_card, GTK_TYPE_BOX)

static const char *const kind_words[] = {
  [SKH_CHANGE_ADDED] = N_ ("added"),
  [SKH_CHANGE_REMOVED] = N_ ("removed"),
  [SKH_CHANGE_ENDED] = N_ ("ended"),
  [SKH_CHANGE_REVIVED] = N_ ("owed again"),
  [SKH_CHANGE_KEPT] = N_ ("kept for the work on it"),
  [SKH_CHANGE_LOST] = N_ ("lost with the work on it"),
  [SKH_CHANGE_DUE] = N_ ("due on another day"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (kind_words) == SKH_N_CHANGE_KINDS);

/* "26 lines added, 3 ended." */
static char *
dup_sentence (const SkhChangePreview *preview)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < SKH_N_CHANGE_KINDS; i++)
    if (preview->n[i] > 0)
      /* Translators: a number of lines of checklists, and what happens to them. */
      g_string_append_printf (text, _ ("%s%u lines %s"), text->len > 0 ? ", " : "",
                              preview->n[i], _ (kind_words[i]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_line_words (const SkhChangedLine *line)
{
  g_autofree char *period = skh_period_to_text (line->period);
  g_autofree char *before = skh_date_to_text (line->due_before);
  g_autofree char *after = skh_date_to_text (line->due_after);

  if (line->kind == SKH_CHANGE_DUE)
    return g_strdup_printf (_ ("%s – %s: last day %s → %s"), line->unit, period,
                            *before != '\0' ? before : "–", *after != '\0' ? after : "–");
  if (line->kind == SKH_CHANGE_ADDED && *after != '\0')
    return g_strdup_printf (_ ("%s – %s: added, last day %s"), line->unit, period, after);
  return g_strdup_printf ("%s – %s: %s", line->unit, period, _ (kind_words[line->kind]));
}

static void
fill_list (SkhChangeCard *self, const SkhChangePreview *preview)
{
  skh_list_box_clear (self->list);
  for (guint i = 0; i < MIN (preview->lines->len, MAX_SHOWN); i++)
    {
      g_autofree char *words = dup_line_words (preview->lines->pdata[i]);
      GtkWidget *label = gtk_label_new (words);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_list_box_append (self->list, label);
    }
}

static GtkWidget *
make_popover (SkhChangeCard *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "results");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_widget_set_size_request (scroller, 440, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  return popover;
}

static void
skh_change_card_class_init (SkhChangeCardClass *class)
{
}

static void
skh_change_card_init (SkhChangeCard *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->sentence = GTK_LABEL (gtk_label_new (NULL));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_label_set_xalign (self->sentence, 0);
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->sentence), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "caption");
  gtk_menu_button_set_label (self->button, _ ("Which Lines"));
  gtk_menu_button_set_direction (self->button, GTK_ARROW_UP);
  gtk_menu_button_set_popover (self->button, make_popover (self));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->button));
  skh_change_card_show (self, NULL, NULL);
}

void
skh_change_card_show (SkhChangeCard *self,
                      const SkhChangePreview *preview,
                      const char *why)
{
  guint total = preview != NULL ? skh_change_preview_get_total (preview) : 0;
  g_autofree char *sentence = total > 0         ? dup_sentence (preview)
                              : preview != NULL ? g_strdup (_ ("No unit’s lines change."))
                                                : g_strdup (why != NULL ? why : "");

  gtk_label_set_text (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->button), total > 0);
  if (total > 0)
    fill_list (self, preview);
}
