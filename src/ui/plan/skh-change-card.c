/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-change-card.h"

#include "skh-change-list.h"

#include <glib/gi18n-lib.h>

struct _SkhChangeCard
{
  GtkBox parent_instance;

  GtkLabel *sentence;
  GtkMenuButton *button;
  GtkPopover *lines;
};

G_DEFINE_FINAL_TYPE (SkhChangeCard, skh_change_card, GTK_TYPE_BOX)

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
  self->lines = GTK_POPOVER (gtk_popover_new ());
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->lines));
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
  g_autofree char *sentence = total > 0         ? skh_change_list_dup_summary (preview)
                              : preview != NULL ? g_strdup (_ ("No unit’s lines change."))
                                                : g_strdup (why != NULL ? why : "");

  gtk_label_set_text (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->button), total > 0);
  if (total > 0)
    gtk_popover_set_child (self->lines, skh_change_list_new (preview));
}
