/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The editor of a field: an entry, with suggestions where there are any, a text that
   wraps, or a choice. */
#include "skh-field-row-private.h"

#include <glib/gi18n-lib.h>

/* Characters, from which on a text has lines to wrap over. */
#define WIDE 40

const char *
skh_field_row_get_hint (const SkhField *field)
{
  const char *help = skh_field_get_help (field);

  if (help != NULL && *help != '\0')
    return help;
  if (field->type == SKH_FIELD_DAY)
    return _ ("Such as 15/4 or 15/4/2023");
  if (field->type == SKH_FIELD_PERIOD)
    return _ ("Such as quý I/2023, 4/2023 or 2023");
  return field->type == SKH_FIELD_COUNT ? _ ("Such as 12 or 12/17") : "";
}

/* Beside the field for eyes, and of the field for assistive technology. */
static gboolean
is_suggested (const SkhField *field)
{
  return skh_field_is_reference (field) || field->type == SKH_FIELD_TEXT;
}

static GtkWidget *
make_entry (SkhFieldRow *self)
{
  const SkhField *field = skh_field_row_get_declared (self);
  GtkWidget *entry = gtk_entry_new ();

  self->editor = entry;
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), skh_field_row_get_hint (field));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (skh_field_row_note_edit), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (skh_field_row_go_on), self);
  if (is_suggested (field))
    {
      self->suggestions = skh_suggestions_new (GTK_ENTRY (entry));
      g_signal_connect_object (self->suggestions, "wanted",
                               G_CALLBACK (skh_field_row_suggest), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->suggestions, "chosen",
                               G_CALLBACK (skh_field_row_choose), self,
                               G_CONNECT_SWAPPED);
    }
  if (skh_field_is_reference (field))
    skh_suggestions_add_button (self->suggestions, _ ("Show all"));
  gtk_widget_set_sensitive (entry, skh_field_is_typed (field));
  return entry;
}

/* A text of one line that is too long to be read in one: it wraps, and Enter goes on. */
static gboolean
is_wide (const SkhField *field)
{
  return field->type == SKH_FIELD_TEXT && field->width >= WIDE;
}

static gboolean
on_text_key_pressed (SkhFieldRow *self, guint key, guint code, GdkModifierType state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
      || (state & GDK_CONTROL_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  skh_field_row_go_on (self);
  return GDK_EVENT_STOP;
}

static void
go_on_at_enter (SkhFieldRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_text_key_pressed), self);
  gtk_widget_add_controller (self->editor, keys);
}

/* GTK knows the height of a text only once it is laid out, so there is room for the lines
   that most have. */
static GtkWidget *
wrap_text (SkhFieldRow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (scroller, "field-text");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 72);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 220);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->editor);
  return scroller;
}

static GtkWidget *
make_text (SkhFieldRow *self)
{
  GtkTextView *text = GTK_TEXT_VIEW (gtk_text_view_new ());

  self->editor = GTK_WIDGET (text);
  gtk_text_view_set_accepts_tab (text, FALSE);
  gtk_text_view_set_wrap_mode (text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (text, 6);
  gtk_text_view_set_bottom_margin (text, 6);
  gtk_text_view_set_left_margin (text, 8);
  gtk_text_view_set_right_margin (text, 8);
  g_signal_connect_swapped (gtk_text_view_get_buffer (text), "changed",
                            G_CALLBACK (skh_field_row_note_edit), self);
  if (is_wide (skh_field_row_get_declared (self)))
    go_on_at_enter (self);
  return wrap_text (self);
}

static GtkWidget *
make_choice (SkhFieldRow *self)
{
  const SkhField *field = skh_field_row_get_declared (self);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  gtk_string_list_append (model, "—");
  for (guint i = 0; i < field->n_choices; i++)
    gtk_string_list_append (model, skh_choice_get_title (&field->choices[i]));
  self->editor = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (model)), NULL);
  g_signal_connect_swapped (self->editor, "notify::selected",
                            G_CALLBACK (skh_field_row_note_edit), self);
  g_signal_connect_swapped (self->editor, "notify::selected",
                            G_CALLBACK (skh_field_row_keep), self);
  return self->editor;
}

GtkWidget *
skh_field_row_make_editor (SkhFieldRow *self)
{
  switch (skh_field_row_get_declared (self)->type)
    {
    case SKH_FIELD_LONG_TEXT:
      return make_text (self);
    case SKH_FIELD_CHOICE:
      return make_choice (self);
    case SKH_FIELD_TEXT:
      return is_wide (skh_field_row_get_declared (self)) ? make_text (self)
                                                         : make_entry (self);
    case SKH_FIELD_NUMBER:
    case SKH_FIELD_COUNT:
    case SKH_FIELD_DAY:
    case SKH_FIELD_PERIOD:
    case SKH_FIELD_UNIT:
    case SKH_FIELD_PERSON:
    case SKH_FIELD_DOCUMENT:
    case SKH_FIELD_FILE:
    case SKH_N_FIELD_TYPES:
    default:
      return make_entry (self);
    }
}

/* A drop-down's keyboard is on the button inside, which takes no name from it. */
void
skh_field_row_name_editor (SkhFieldRow *self)
{
  const SkhField *field = skh_field_row_get_declared (self);
  GtkWidget *inside
    = GTK_IS_DROP_DOWN (self->editor) ? gtk_widget_get_first_child (self->editor) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  skh_field_get_title (field), -1);
  if (inside != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (inside),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    skh_field_get_title (field), -1);
  if (GTK_IS_ENTRY (self->editor) || GTK_IS_TEXT_VIEW (self->editor))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor),
                                    GTK_ACCESSIBLE_PROPERTY_REQUIRED,
                                    (field->flags & SKH_FIELD_REQUIRED) != 0, -1);
}
