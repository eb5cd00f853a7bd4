/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-input.h"

#include <glib/gi18n-lib.h>

struct _SkhInput
{
  GtkBox parent_instance;

  GtkLabel *title, *fault;
  GtkWidget *input; /* GtkEntry, or GtkTextView in a frame */
  GtkTextBuffer *buffer;
  int lines;
  gboolean updating;
};

enum
{
  PROP_TITLE = 1,
  PROP_LINES,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  EDITED,
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhInput, skh_input, GTK_TYPE_BOX)

static void
on_changed (SkhInput *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
on_activate (SkhInput *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static GtkWidget *
make_entry (SkhInput *self)
{
  self->input = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->input), 6);
  g_signal_connect_swapped (self->input, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->input, "activate", G_CALLBACK (on_activate), self);
  return self->input;
}

/* Tab leaves it, as it leaves an entry: the texts of a plan hold no tabs. */
static GtkWidget *
make_text_view (SkhInput *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->input = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->input), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->input), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->input), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->input), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->input), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->input), 6);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (on_changed), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->input);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              self->lines * 20 + 14);
  gtk_widget_add_css_class (scroller, "field-text");
  return scroller;
}

static void
skh_input_constructed (GObject *object)
{
  SkhInput *self = SKH_INPUT (object);
  GtkWidget *shown;

  G_OBJECT_CLASS (skh_input_parent_class)->constructed (object);
  shown = self->lines > 1 ? make_text_view (self) : make_entry (self);
  gtk_box_insert_child_after (GTK_BOX (self), shown, GTK_WIDGET (self->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->title), -1);
}

static void
skh_input_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SkhInput *self = SKH_INPUT (object);

  if (id == PROP_TITLE)
    gtk_label_set_text (self->title, g_value_get_string (value));
  else
    self->lines = g_value_get_int (value);
}

static gboolean
skh_input_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SKH_INPUT (widget)->input);
}

static void
skh_input_class_init (SkhInputClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags
    = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = skh_input_constructed;
  object_class->set_property = skh_input_set_property;
  GTK_WIDGET_CLASS (class)->grab_focus = skh_input_grab_focus;
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  props[PROP_LINES] = g_param_spec_int ("lines", NULL, NULL, 1, 20, 1, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[EDITED] = g_signal_new ("edited", SKH_TYPE_INPUT, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", SKH_TYPE_INPUT, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
append_label (SkhInput *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
skh_input_init (SkhInput *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
  self->title = append_label (self, "dim-label");
  self->fault = append_label (self, "error");
  gtk_label_set_wrap (self->fault, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
}

GtkWidget *
skh_input_new (const char *title)
{
  return g_object_new (SKH_TYPE_INPUT, "title", title, NULL);
}

/**
 * skh_input_dup_text:
 *
 * Returns: (transfer full): what stands there, without blanks at its ends
 */
char *
skh_input_dup_text (SkhInput *self)
{
  GtkTextIter start, end;

  if (self->buffer == NULL)
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->input))));

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
}

/* Not a person's change: nothing is emitted, and an old fault goes. text may be NULL. */
void
skh_input_set_text (SkhInput *self, const char *text)
{
  g_autofree char *old = skh_input_dup_text (self);

  skh_input_set_fault (self, NULL);
  if (g_strcmp0 (old, text != NULL ? text : "") == 0)
    return;
  self->updating = TRUE;
  if (self->buffer != NULL)
    gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->input), text != NULL ? text : "");
  self->updating = FALSE;
}

/**
 * skh_input_read_day:
 * @default_year: of a day typed without one
 * @day: (out): %SKH_DATE_NONE when nothing is typed
 *
 * Returns: %FALSE when what is typed is no day; the field says so
 */
gboolean
skh_input_read_day (SkhInput *self, int default_year, SkhDate *day)
{
  g_autofree char *text = skh_input_dup_text (self);
  gboolean is_wrong;

  *day = skh_date_parse_typed (text, default_year);
  is_wrong = *text != '\0' && *day == SKH_DATE_NONE;
  skh_input_set_fault (self, is_wrong
                               ? _ ("This is no day; write it as 15/4 or 15/4/2023.")
                               : NULL);
  return !is_wrong;
}

void
skh_input_set_day (SkhInput *self, SkhDate day)
{
  g_autofree char *text = skh_date_to_text (day);

  skh_input_set_text (self, text);
}

/* NULL: nothing is wrong any more. */
void
skh_input_set_fault (SkhInput *self, const char *fault)
{
  gtk_label_set_text (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
  if (fault != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "faulty");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "faulty");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_STATE_INVALID,
                               fault != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}
