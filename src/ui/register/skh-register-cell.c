/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-register-cell.h"

gboolean
skh_register_cell_is_numeric (const SkhField *field)
{
  return field->type == SKH_FIELD_NUMBER || field->type == SKH_FIELD_COUNT;
}

/* A state is known by its sign, not by its colour alone. */
static char *
dup_cell_text (const SkhField *field, const SkhValue *value, SkhChoiceTone *tone)
{
  static const char *const signs[] = { "", "✔ ", "◐ ", "✖ " };
  g_autofree char *text = skh_field_dup_text (field, value);
  const SkhChoice *choice = value->is_set && field->type == SKH_FIELD_CHOICE
                              ? skh_field_find_choice (field, value->text)
                              : NULL;

  *tone = choice != NULL ? choice->tone : SKH_CHOICE_PLAIN;
  if (*tone == SKH_CHOICE_PLAIN)
    return g_steal_pointer (&text);
  return g_strconcat (signs[*tone], text, NULL);
}

static void
set_tone (GtkWidget *label, SkhChoiceTone tone)
{
  static const char *const classes[] = { NULL, "tone-good", "tone-warning", "tone-bad" };

  for (guint i = 1; i < G_N_ELEMENTS (classes); i++)
    if (i != tone && gtk_widget_has_css_class (label, classes[i]))
      gtk_widget_remove_css_class (label, classes[i]);
  if (classes[tone] != NULL)
    gtk_widget_add_css_class (label, classes[tone]);
}

GtkWidget *
skh_register_cell_new (const SkhField *field, guint min_chars)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), min_chars);
  if (skh_register_cell_is_numeric (field))
    gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 1);
  return cell;
}

void
skh_register_cell_show (GtkWidget *cell, const SkhEntry *entry, guint field)
{
  const SkhField *of;
  g_autofree char *text = NULL;
  SkhChoiceTone tone;

  if (entry == NULL)
    {
      gtk_inscription_set_text (GTK_INSCRIPTION (cell), "");
      return;
    }
  of = skh_register_get_field (skh_entry_get_register (entry), field);
  text = dup_cell_text (of, skh_entry_get_value (entry, field), &tone);
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  if (of->type == SKH_FIELD_CHOICE)
    set_tone (cell, tone);
}
