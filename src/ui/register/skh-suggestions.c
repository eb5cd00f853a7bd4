/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-suggestions.h"

#include "skh-labels.h"

#include <glib/gi18n-lib.h>

/* Typing settles before anything is looked up. */
#define DELAY_MS 120

struct _SkhSuggestions
{
  GObject parent_instance;

  GtkEntry *entry; /* borrowed: it keeps us */
  GtkWidget *popover;
  GtkListBox *list;
  GPtrArray *offered;
  guint want_source;
  gboolean is_quiet;
};

G_DEFINE_FINAL_TYPE (SkhSuggestions, skh_suggestions, G_TYPE_OBJECT)

enum
{
  WANTED,
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_open (SkhSuggestions *self)
{
  return gtk_widget_get_visible (self->popover);
}

static void
close_list (SkhSuggestions *self)
{
  g_clear_handle_id (&self->want_source, g_source_remove);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
choose (SkhSuggestions *self, GtkListBoxRow *row)
{
  g_autoptr (GPtrArray) offered
    = self->offered != NULL ? g_ptr_array_ref (self->offered) : NULL;
  guint index = (guint)gtk_list_box_row_get_index (row);
  SkhSuggestion *suggestion;

  close_list (self);
  if (offered == NULL || index >= offered->len)
    return;
  suggestion = g_ptr_array_index (offered, index);
  skh_suggestions_set_text (self, suggestion->text);
  g_signal_emit (self, signals[CHOSEN], 0, suggestion);
}

static void
want (SkhSuggestions *self, const char *words)
{
  g_clear_handle_id (&self->want_source, g_source_remove);
  g_signal_emit (self, signals[WANTED], 0, words);
}

static gboolean
want_typed (gpointer user_data)
{
  SkhSuggestions *self = user_data;

  self->want_source = 0;
  want (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  return G_SOURCE_REMOVE;
}

static void
on_changed (SkhSuggestions *self)
{
  if (self->is_quiet)
    return;
  g_clear_handle_id (&self->want_source, g_source_remove);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    close_list (self);
  else
    self->want_source = g_timeout_add (DELAY_MS, want_typed, self);
}

static void
step (SkhSuggestions *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + by : by > 0 ? 0 : -1;

  row = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
}

static gboolean
on_key_pressed (SkhSuggestions *self, guint key, guint code, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (!is_open (self))
    {
      if (key != GDK_KEY_Down || (state & GDK_MODIFIER_MASK & ~GDK_LOCK_MASK) != 0)
        return GDK_EVENT_PROPAGATE;
      want (self, "");
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Down || key == GDK_KEY_Up)
    step (self, key == GDK_KEY_Down ? 1 : -1);
  else if (key == GDK_KEY_Escape)
    close_list (self);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && row != NULL)
    choose (self, row);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
on_icon_pressed (SkhSuggestions *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (is_open (self))
    close_list (self);
  else
    want (self, "");
}

/* The keyboard stays in the entry: a row that took it would end what is being typed. */
static GtkWidget *
new_row (const SkhSuggestion *suggestion)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *text
    = suggestion->detail != NULL
        ? g_strdup_printf ("%s · %s", suggestion->text, suggestion->detail)
        : g_strdup (suggestion->text);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  return row;
}

/* What is typed already is no suggestion. */
static gboolean
says_nothing_new (SkhSuggestions *self, GPtrArray *suggestions)
{
  const SkhSuggestion *only
    = suggestions->len == 1 ? g_ptr_array_index (suggestions, 0) : NULL;

  return suggestions->len == 0
         || (only != NULL && only->id == 0
             && g_str_equal (only->text,
                             gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

void
skh_suggestions_offer (SkhSuggestions *self, GPtrArray *suggestions)
{
  GtkWidget *focus
    = gtk_widget_get_root (GTK_WIDGET (self->entry)) != NULL
        ? gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self->entry)))
        : NULL;

  skh_list_box_clear (self->list);
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  self->offered = g_ptr_array_ref (suggestions);
  if (says_nothing_new (self, suggestions) || focus == NULL
      || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->entry)))
    {
      close_list (self);
      return;
    }
  for (guint i = 0; i < suggestions->len; i++)
    gtk_list_box_append (self->list, new_row (g_ptr_array_index (suggestions, i)));
  gtk_widget_set_size_request (self->popover,
                               gtk_widget_get_width (GTK_WIDGET (self->entry)), -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

void
skh_suggestions_set_text (SkhSuggestions *self, const char *text)
{
  self->is_quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->is_quiet = FALSE;
}

void
skh_suggestions_add_button (SkhSuggestions *self, const char *tooltip)
{
  gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_SECONDARY,
                                     "pan-down-symbolic");
  gtk_entry_set_icon_tooltip_text (self->entry, GTK_ENTRY_ICON_SECONDARY, tooltip);
  g_signal_connect_object (self->entry, "icon-press", G_CALLBACK (on_icon_pressed), self,
                           G_CONNECT_SWAPPED);
}

/* — Life — */

static void
on_entry_destroyed (SkhSuggestions *self)
{
  g_clear_handle_id (&self->want_source, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static void
skh_suggestions_finalize (GObject *object)
{
  SkhSuggestions *self = SKH_SUGGESTIONS (object);

  g_clear_handle_id (&self->want_source, g_source_remove);
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  G_OBJECT_CLASS (skh_suggestions_parent_class)->finalize (object);
}

static void
skh_suggestions_class_init (SkhSuggestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = skh_suggestions_finalize;
  signals[WANTED] = g_signal_new ("wanted", SKH_TYPE_SUGGESTIONS, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHOSEN] = g_signal_new ("chosen", SKH_TYPE_SUGGESTIONS, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
skh_suggestions_init (SkhSuggestions *self)
{
}

static void
make_popover (SkhSuggestions *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "results");
  gtk_widget_set_focusable (GTK_WIDGET (self->list), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Suggestions"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 240);
  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroller);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self->entry));
}

SkhSuggestions *
skh_suggestions_new (GtkEntry *entry)
{
  SkhSuggestions *self = g_object_new (SKH_TYPE_SUGGESTIONS, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = entry;
  make_popover (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (close_list), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "destroy", G_CALLBACK (on_entry_destroyed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (choose), self);
  g_object_set_data_full (G_OBJECT (entry), "skh-suggestions", self, g_object_unref);
  return self;
}
