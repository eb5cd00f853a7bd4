/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-field-editor.h"

#include <glib/gi18n-lib.h>

struct _SkhFieldEditor
{
  GtkBox parent_instance;

  GtkEntry *title;
  GtkDropDown *type;
  GtkCheckButton *required, *unique;
  GtkBox *choices; /* a box with an entry each */
  GtkWidget *choices_group;
  GtkLabel *fault;

  gint64 id;
  char *key, *help;
};

G_DEFINE_FINAL_TYPE (SkhFieldEditor, skh_field_editor, GTK_TYPE_BOX)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/**
 * skh_field_type_get_words:
 *
 * Returns: what people choose a type of field by
 */
const char *
skh_field_type_get_words (SkhFieldType type)
{
  static const char *const words[] = {
    [SKH_FIELD_TEXT] = N_ ("Text, one line"),
    [SKH_FIELD_LONG_TEXT] = N_ ("Text, several lines"),
    [SKH_FIELD_NUMBER] = N_ ("Number"),
    [SKH_FIELD_COUNT] = N_ ("Count of a total, such as 12/17"),
    [SKH_FIELD_DAY] = N_ ("Day"),
    [SKH_FIELD_PERIOD] = N_ ("Period: month, quarter, half, year"),
    [SKH_FIELD_UNIT] = N_ ("Unit"),
    [SKH_FIELD_PERSON] = N_ ("Person"),
    [SKH_FIELD_DOCUMENT] = N_ ("Document"),
    [SKH_FIELD_CHOICE] = N_ ("One of several choices"),
    [SKH_FIELD_FILE] = N_ ("File"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (words) == SKH_N_FIELD_TYPES);
  g_return_val_if_fail (type < SKH_N_FIELD_TYPES, NULL);
  return _ (words[type]);
}

/* People are a register like any other, which not every version of the program has. */
static gboolean
is_offered (SkhFieldType type)
{
  return type != SKH_FIELD_FILE
         && (type != SKH_FIELD_PERSON || skh_registers_find_declared ("people") != NULL);
}

static SkhFieldType
get_type_at (guint index)
{
  for (SkhFieldType type = SKH_FIELD_TEXT; type < SKH_N_FIELD_TYPES; type++)
    if (is_offered (type) && index-- == 0)
      return type;
  return SKH_FIELD_TEXT;
}

static guint
find_type (SkhFieldType wanted)
{
  guint index = 0;

  for (SkhFieldType type = SKH_FIELD_TEXT; type < wanted; type++)
    index += is_offered (type);
  return index;
}

static SkhFieldType
get_type (SkhFieldEditor *self)
{
  return get_type_at (gtk_drop_down_get_selected (self->type));
}

void
skh_field_editor_show_fault (SkhFieldEditor *self, const char *why)
{
  gtk_label_set_label (self->fault, why != NULL ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), why != NULL);
}

static void
on_edited (SkhFieldEditor *self)
{
  skh_field_editor_show_fault (self, NULL);
  g_signal_emit (self, signals[EDITED], 0);
}

/* — Choices — */

static void
on_choice_removed (SkhFieldEditor *self, GtkWidget *button)
{
  gtk_box_remove (self->choices, gtk_widget_get_parent (button));
  on_edited (self);
}

static GtkWidget *
add_choice (SkhFieldEditor *self, const char *key, const char *title)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choice"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove this choice"), -1);
  gtk_widget_set_tooltip_text (remove, _ ("Remove this choice"));
  gtk_widget_add_css_class (remove, "flat");
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (key), g_free);
  g_object_set_data (G_OBJECT (row), "entry", entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_edited), self);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (on_choice_removed), self);
  gtk_box_append (GTK_BOX (row), entry);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_box_append (self->choices, row);
  return entry;
}

static void
on_add_choice (SkhFieldEditor *self)
{
  GtkWidget *entry = add_choice (self, NULL, "");

  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_add_choice), self);
  gtk_widget_grab_focus (entry);
}

static void
clear_choices (SkhFieldEditor *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_box_remove (self->choices, child);
}

static void
on_type_selected (SkhFieldEditor *self)
{
  gboolean is_choice = get_type (self) == SKH_FIELD_CHOICE;

  gtk_widget_set_visible (self->choices_group, is_choice);
  if (is_choice && gtk_widget_get_first_child (GTK_WIDGET (self->choices)) == NULL)
    {
      add_choice (self, NULL, "");
      add_choice (self, NULL, "");
    }
  on_edited (self);
}

static guint
read_choices (SkhFieldEditor *self, SkhFieldDraft *draft)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->choices));
       row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkEditable *entry = g_object_get_data (G_OBJECT (row), "entry");
      g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

      if (*title == '\0')
        continue;
      skh_field_draft_add_choice (draft, g_object_get_data (G_OBJECT (row), "key"),
                                  title);
      n++;
    }
  return n;
}

/* — The field — */

gboolean
skh_field_editor_is_empty (SkhFieldEditor *self)
{
  g_autofree char *title
    = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))));

  return *title == '\0';
}

SkhFieldDraft *
skh_field_editor_dup_draft (SkhFieldEditor *self)
{
  g_autofree char *title
    = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))));
  g_autoptr (SkhFieldDraft) draft = skh_field_draft_new (get_type (self), title);

  if (*title == '\0')
    {
      skh_field_editor_show_fault (self, _ ("The field needs a title."));
      gtk_widget_grab_focus (GTK_WIDGET (self->title));
      return NULL;
    }
  draft->id = self->id;
  draft->key = g_strdup (self->key);
  draft->help = g_strdup (self->help);
  draft->required = gtk_check_button_get_active (self->required);
  draft->unique = gtk_check_button_get_active (self->unique);
  if (draft->type == SKH_FIELD_CHOICE && read_choices (self, draft) == 0)
    {
      skh_field_editor_show_fault (self, _ ("Enter at least one choice."));
      return NULL;
    }
  return g_steal_pointer (&draft);
}

void
skh_field_editor_set_field (SkhFieldEditor *self, const SkhField *field)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->help, g_free);
  self->id = field != NULL ? field->id : 0;
  self->key = field != NULL ? g_strdup (field->key) : NULL;
  self->help = field != NULL ? g_strdup (field->help) : NULL;
  gtk_editable_set_text (GTK_EDITABLE (self->title), field != NULL ? field->title : "");
  clear_choices (self);
  for (guint i = 0; field != NULL && i < field->n_choices; i++)
    add_choice (self, field->choices[i].key, field->choices[i].title);
  gtk_drop_down_set_selected (self->type, field != NULL ? find_type (field->type) : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->type), field == NULL);
  gtk_check_button_set_active (self->required,
                               field != NULL && (field->flags & SKH_FIELD_REQUIRED));
  gtk_check_button_set_active (self->unique,
                               field != NULL && (field->flags & SKH_FIELD_UNIQUE));
  skh_field_editor_show_fault (self, NULL);
}

/* — Life — */

static gboolean
skh_field_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SKH_FIELD_EDITOR (widget)->title));
}

static void
skh_field_editor_finalize (GObject *object)
{
  SkhFieldEditor *self = SKH_FIELD_EDITOR (object);

  g_free (self->key);
  g_free (self->help);
  G_OBJECT_CLASS (skh_field_editor_parent_class)->finalize (object);
}

static void
skh_field_editor_class_init (SkhFieldEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = skh_field_editor_finalize;
  widget_class->grab_focus = skh_field_editor_grab_focus;
  signals[EDITED] = g_signal_new ("edited", SKH_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/register/skh-field-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhFieldEditor, title);
  gtk_widget_class_bind_template_child (widget_class, SkhFieldEditor, type);
  gtk_widget_class_bind_template_child (widget_class, SkhFieldEditor, required);
  gtk_widget_class_bind_template_child (widget_class, SkhFieldEditor, unique);
  gtk_widget_class_bind_template_child (widget_class, SkhFieldEditor, choices);
  gtk_widget_class_bind_template_child (widget_class, SkhFieldEditor, choices_group);
  gtk_widget_class_bind_template_child (widget_class, SkhFieldEditor, fault);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_type_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_add_choice);
}

static void
skh_field_editor_init (SkhFieldEditor *self)
{
  g_autoptr (GtkStringList) types = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (SkhFieldType type = SKH_FIELD_TEXT; type < SKH_N_FIELD_TYPES; type++)
    if (is_offered (type))
      gtk_string_list_append (types, skh_field_type_get_words (type));
  gtk_drop_down_set_model (self->type, G_LIST_MODEL (types));
}

GtkWidget *
skh_field_editor_new (void)
{
  return g_object_new (SKH_TYPE_FIELD_EDITOR, NULL);
}
