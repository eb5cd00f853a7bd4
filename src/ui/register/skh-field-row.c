/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-field-row-private.h"

#include <glib/gi18n-lib.h>

#define SUGGESTED 12
/* A picker shows every unit there is. */
#define PICKED_FROM 1000

G_DEFINE_FINAL_TYPE (SkhFieldRow, skh_field_row, GTK_TYPE_BOX)

enum
{
  EDITED,
  KEPT,
  NEXT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

const SkhField *
skh_field_row_get_declared (SkhFieldRow *self)
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

      return g_strdup (selected == 0
                           || selected > skh_field_row_get_declared (self)->n_choices
                         ? ""
                         : skh_field_row_get_declared (self)->choices[selected - 1].key);
    }
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* As it is typed: a count without its share, a choice by its key. */
static char *
dup_value_text (SkhFieldRow *self, const SkhValue *value)
{
  SkhFieldType type = skh_field_row_get_declared (self)->type;

  return type == SKH_FIELD_COUNT || type == SKH_FIELD_CHOICE
           ? skh_field_dup_typed_text (skh_field_row_get_declared (self), value)
           : skh_field_dup_text (skh_field_row_get_declared (self), value);
}

static guint
find_choice (SkhFieldRow *self, const char *key)
{
  const SkhField *field = skh_field_row_get_declared (self);

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
  const SkhField *field = skh_field_row_get_declared (self);
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
  gtk_accessible_update_property (
    editor, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    why != NULL ? why : skh_field_row_get_hint (skh_field_row_get_declared (self)), -1);
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

void
skh_field_row_suggest (SkhFieldRow *self, const char *words)
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

void
skh_field_row_keep (SkhFieldRow *self)
{
  if (!self->is_updating && self->session != NULL)
    g_signal_emit (self, signals[KEPT], 0);
}

void
skh_field_row_choose (SkhFieldRow *self, SkhSuggestion *suggestion)
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
  skh_field_row_keep (self);
}

/* — What the editor tells — */

void
skh_field_row_note_edit (SkhFieldRow *self)
{
  if (self->is_updating)
    return;
  skh_field_row_show_fault (self, NULL);
  g_signal_emit (self, signals[EDITED], 0);
}

void
skh_field_row_go_on (SkhFieldRow *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static void
keep_when_left (SkhFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (skh_field_row_keep), self);
  gtk_widget_add_controller (self->editor, focus);
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
  gtk_box_append (GTK_BOX (self), skh_field_row_make_editor (self));
  self->fault = add_label (self, "", "fault");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  self->note = add_label (self, "", "soon-text");
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  gtk_widget_set_tooltip_text (self->editor, skh_field_get_help (declared));
  skh_field_row_name_editor (self);
  skh_field_row_show_fault (self, NULL);
  if (!GTK_IS_DROP_DOWN (self->editor))
    keep_when_left (self);
  return GTK_WIDGET (self);
}
