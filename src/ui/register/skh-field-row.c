/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-field-row.h"

#include "skh-suggestions.h"

#include <glib/gi18n-lib.h>

#define SUGGESTED 12
/* Characters, from which on a text has lines to wrap over. */
#define WIDE 40
/* A picker shows every unit there is. */
#define PICKED_FROM 1000

struct _SkhFieldRow
{
  GtkBox parent_instance;

  GtkLabel *title, *fault, *note;
  GtkWidget *editor; /* what takes the keyboard: GtkEntry, GtkTextView or GtkDropDown */
  SkhSuggestions *suggestions; /* borrowed from the entry; or NULL */

  SkhSession *session;
  SkhRegister *reg;
  guint field;
  SkhValue shown; /* the value shown last */
  char *shown_text;
  SkhValue chosen; /* the suggestion taken last: its text stands for its id */
  guint n_asked;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (SkhFieldRow, skh_field_row, GTK_TYPE_BOX)

enum
{
  EDITED,
  KEPT,
  NEXT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const SkhField *
get_field (SkhFieldRow *self)
{
  return skh_register_get_field (self->reg, self->field);
}

/* — The text that stands there — */

static char *
dup_text (SkhFieldRow *self)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer;

  if (GTK_IS_ENTRY (self->editor))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  if (GTK_IS_DROP_DOWN (self->editor))
    {
      guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor));

      return g_strdup (selected == 0 || selected > get_field (self)->n_choices
                         ? ""
                         : get_field (self)->choices[selected - 1].key);
    }
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* As it is typed: a count without its share, a choice by its key. */
static char *
dup_value_text (SkhFieldRow *self, const SkhValue *value)
{
  SkhFieldType type = get_field (self)->type;

  return type == SKH_FIELD_COUNT || type == SKH_FIELD_CHOICE
           ? skh_field_dup_typed_text (get_field (self), value)
           : skh_field_dup_text (get_field (self), value);
}

static guint
find_choice (SkhFieldRow *self, const char *key)
{
  const SkhField *field = get_field (self);

  for (guint i = 0; i < field->n_choices; i++)
    if (g_strcmp0 (field->choices[i].key, key) == 0)
      return i + 1;
  return 0;
}

static void
set_text (SkhFieldRow *self, const char *text)
{
  self->is_updating = TRUE;
  if (self->suggestions != NULL)
    skh_suggestions_set_text (self->suggestions, text);
  else if (GTK_IS_ENTRY (self->editor))
    gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
  else if (GTK_IS_DROP_DOWN (self->editor))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor), find_choice (self, text));
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)),
                              text, -1);
  self->is_updating = FALSE;
}

gboolean
skh_field_row_is_edited (SkhFieldRow *self)
{
  g_autofree char *text = dup_text (self);

  return g_strcmp0 (text, self->shown_text) != 0;
}

void
skh_field_row_set_value (SkhFieldRow *self, const SkhValue *value)
{
  g_autofree char *text = dup_value_text (self, value);

  skh_value_clear (&self->shown);
  skh_value_copy (value, &self->shown);
  skh_value_clear (&self->chosen);
  skh_field_row_show_fault (self, NULL);
  skh_field_row_show_note (self, NULL);
  if (g_strcmp0 (text, self->shown_text) == 0 && !skh_field_row_is_edited (self))
    return;
  g_free (self->shown_text);
  self->shown_text = g_steal_pointer (&text);
  set_text (self, self->shown_text);
  if (GTK_IS_ENTRY (self->editor))
    gtk_editable_set_position (GTK_EDITABLE (self->editor), 0);
}

static int
get_default_year (SkhFieldRow *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  return ledger != NULL ? skh_ledger_get_plan (ledger)->year
                        : skh_date_get_year (skh_session_get_on (self->session));
}

static gboolean
is_said_by (const SkhValue *value, const char *text)
{
  return value->is_set && value->id != 0 && g_strcmp0 (value->text, text) == 0;
}

gboolean
skh_field_row_read (SkhFieldRow *self, SkhValue *value)
{
  const SkhField *field = get_field (self);
  g_autofree char *text = g_strstrip (dup_text (self));
  g_autofree char *fault = NULL;

  if (skh_field_is_reference (field) && is_said_by (&self->chosen, text))
    skh_value_copy (&self->chosen, value);
  else if (skh_field_is_reference (field) && is_said_by (&self->shown, text))
    skh_value_copy (&self->shown, value);
  else if (!skh_field_parse (field, text, get_default_year (self), value, &fault))
    {
      skh_field_row_show_fault (self, fault);
      return FALSE;
    }
  skh_field_row_show_fault (self, NULL);
  return TRUE;
}

static const char *
get_hint (const SkhField *field)
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
void
skh_field_row_show_fault (SkhFieldRow *self, const char *why)
{
  GtkAccessible *editor = GTK_ACCESSIBLE (self->editor);

  gtk_label_set_label (self->fault, why != NULL ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), why != NULL);
  if (why != NULL)
    gtk_widget_add_css_class (self->editor, "error");
  else
    gtk_widget_remove_css_class (self->editor, "error");
  gtk_accessible_update_state (editor, GTK_ACCESSIBLE_STATE_INVALID,
                               why != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                           : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (editor, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  why != NULL ? why : get_hint (get_field (self)), -1);
}

void
skh_field_row_show_note (SkhFieldRow *self, const char *note)
{
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

gboolean
skh_field_row_has_fault (SkhFieldRow *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->fault));
}

guint
skh_field_row_get_field (SkhFieldRow *self)
{
  return self->field;
}

/* — Suggestions — */

typedef struct
{
  SkhFieldRow *row;
  SkhRegister *reg;
  guint field, number, limit;
  char *words;
  GPtrArray *found;
} Lookup;

static void
lookup_free (gpointer data)
{
  Lookup *lookup = data;

  g_object_unref (lookup->row);
  skh_register_unref (lookup->reg);
  g_clear_pointer (&lookup->found, g_ptr_array_unref);
  g_free (lookup->words);
  g_free (lookup);
}

static gboolean
look_up (SkhDatabase *db, gpointer data, GError **error)
{
  Lookup *lookup = data;

  lookup->found = skh_register_store_suggest (db, lookup->reg, lookup->field,
                                              lookup->words, lookup->limit, error);
  return lookup->found != NULL;
}

/* Only the answer to what was asked last is shown; without one nothing is suggested. */
static void
on_looked_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gpointer data;
  Lookup *lookup;

  if (!skh_workbook_run_finish (SKH_WORKBOOK (source), result, &data, NULL))
    return;
  lookup = data;
  if (lookup->row->suggestions != NULL && lookup->number == lookup->row->n_asked)
    skh_suggestions_offer (lookup->row->suggestions, lookup->found);
}

static void
on_wanted (SkhFieldRow *self, const char *words)
{
  SkhWorkbook *workbook = skh_session_get_workbook (self->session);
  Lookup *lookup;

  if (workbook == NULL)
    return;
  lookup = g_new0 (Lookup, 1);
  lookup->row = g_object_ref (self);
  lookup->reg = skh_register_ref (self->reg);
  lookup->field = self->field;
  lookup->number = ++self->n_asked;
  lookup->limit = *words == '\0' ? PICKED_FROM : SUGGESTED;
  lookup->words = g_strdup (words);
  skh_workbook_run_async (workbook, look_up, lookup, lookup_free, NULL, on_looked_up,
                          NULL);
}

static void
keep (SkhFieldRow *self)
{
  if (!self->is_updating && self->session != NULL)
    g_signal_emit (self, signals[KEPT], 0);
}

static void
on_chosen (SkhFieldRow *self, SkhSuggestion *suggestion)
{
  skh_value_clear (&self->chosen);
  if (suggestion->id != 0)
    self->chosen = (SkhValue){
      .is_set = TRUE,
      .id = suggestion->id,
      .total = -1,
      .text = g_strdup (suggestion->text),
      .code = g_strdup (suggestion->code),
    };
  keep (self);
}

/* — Editors — */

static void
on_edited (SkhFieldRow *self)
{
  if (self->is_updating)
    return;
  skh_field_row_show_fault (self, NULL);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
on_activated (SkhFieldRow *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static void
keep_when_left (SkhFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (keep), self);
  gtk_widget_add_controller (self->editor, focus);
}

static gboolean
is_suggested (const SkhField *field)
{
  return skh_field_is_reference (field) || field->type == SKH_FIELD_TEXT;
}

static GtkWidget *
make_entry (SkhFieldRow *self)
{
  const SkhField *field = get_field (self);
  GtkWidget *entry = gtk_entry_new ();

  self->editor = entry;
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), get_hint (field));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_edited), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_activated), self);
  if (is_suggested (field))
    {
      self->suggestions = skh_suggestions_new (GTK_ENTRY (entry));
      g_signal_connect_object (self->suggestions, "wanted", G_CALLBACK (on_wanted), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->suggestions, "chosen", G_CALLBACK (on_chosen), self,
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
  g_signal_emit (self, signals[NEXT], 0);
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
                            G_CALLBACK (on_edited), self);
  if (is_wide (get_field (self)))
    go_on_at_enter (self);
  return wrap_text (self);
}

static GtkWidget *
make_choice (SkhFieldRow *self)
{
  const SkhField *field = get_field (self);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  gtk_string_list_append (model, "—");
  for (guint i = 0; i < field->n_choices; i++)
    gtk_string_list_append (model, skh_choice_get_title (&field->choices[i]));
  self->editor = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (model)), NULL);
  g_signal_connect_swapped (self->editor, "notify::selected", G_CALLBACK (on_edited),
                            self);
  g_signal_connect_swapped (self->editor, "notify::selected", G_CALLBACK (keep), self);
  return self->editor;
}

static GtkWidget *
make_editor (SkhFieldRow *self)
{
  switch (get_field (self)->type)
    {
    case SKH_FIELD_LONG_TEXT:
      return make_text (self);
    case SKH_FIELD_CHOICE:
      return make_choice (self);
    case SKH_FIELD_TEXT:
      return is_wide (get_field (self)) ? make_text (self) : make_entry (self);
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
static void
name_editor (SkhFieldRow *self)
{
  const SkhField *field = get_field (self);
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

/* — Life — */

static gboolean
skh_field_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SKH_FIELD_ROW (widget)->editor);
}

static void
skh_field_row_dispose (GObject *object)
{
  SkhFieldRow *self = SKH_FIELD_ROW (object);

  g_clear_object (&self->session);
  self->suggestions = NULL;
  G_OBJECT_CLASS (skh_field_row_parent_class)->dispose (object);
}

static void
skh_field_row_finalize (GObject *object)
{
  SkhFieldRow *self = SKH_FIELD_ROW (object);

  skh_value_clear (&self->shown);
  skh_value_clear (&self->chosen);
  g_free (self->shown_text);
  skh_register_unref (self->reg);
  G_OBJECT_CLASS (skh_field_row_parent_class)->finalize (object);
}

static void
skh_field_row_class_init (SkhFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = skh_field_row_dispose;
  object_class->finalize = skh_field_row_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = skh_field_row_grab_focus;
  for (guint i = 0; i < N_SIGNALS; i++)
    {
      static const char *const names[] = { "edited", "kept", "next" };

      signals[i] = g_signal_new (names[i], SKH_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
    }
}

static void
skh_field_row_init (SkhFieldRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
}

static GtkLabel *
add_label (SkhFieldRow *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

/**
 * skh_field_row_new:
 * @field: any but a FILE
 *
 * Returns: (transfer floating): the row, empty
 */
GtkWidget *
skh_field_row_new (SkhSession *session, SkhRegister *reg, guint field)
{
  SkhFieldRow *self = g_object_new (SKH_TYPE_FIELD_ROW, NULL);
  const SkhField *declared = skh_register_get_field (reg, field);
  g_autofree char *title
    = g_strconcat (skh_field_get_title (declared),
                   declared->flags & SKH_FIELD_REQUIRED ? " *" : "", NULL);

  self->session = g_object_ref (session);
  self->reg = skh_register_ref (reg);
  self->field = field;
  self->shown_text = g_strdup ("");
  self->title = add_label (self, title, "dim-label");
  gtk_box_append (GTK_BOX (self), make_editor (self));
  self->fault = add_label (self, "", "fault");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  self->note = add_label (self, "", "soon-text");
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  gtk_widget_set_tooltip_text (self->editor, skh_field_get_help (declared));
  name_editor (self);
  skh_field_row_show_fault (self, NULL);
  if (!GTK_IS_DROP_DOWN (self->editor))
    keep_when_left (self);
  return GTK_WIDGET (self);
}
