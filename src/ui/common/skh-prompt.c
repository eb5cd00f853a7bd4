/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-prompt.h"

#include <glib/gi18n.h>

struct _SkhPrompt
{
  AdwWindow parent_instance;

  /* borrowed */
  GtkBox *fields;
  GtkLabel *fault;

  /* owned */
  GPtrArray *questions; /* Question */
};

/* What is asked: an entry or a choice, and the label that says what is wrong with it. */
typedef struct
{
  char *key;
  GtkWidget *input;
  GtkLabel *fault;
} Question;

enum
{
  ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhPrompt, skh_prompt, ADW_TYPE_WINDOW)

static void
question_free (gpointer data)
{
  g_free (((Question *)data)->key);
  g_free (data);
}

static const Question *
find_question (SkhPrompt *self, const char *key)
{
  for (guint i = 0; key != NULL && i < self->questions->len; i++)
    {
      const Question *question = g_ptr_array_index (self->questions, i);

      if (g_str_equal (question->key, key))
        return question;
    }
  return NULL;
}

static GtkLabel *
new_fault_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
  gtk_widget_add_css_class (label, "overdue-text");
  gtk_widget_hide (label);
  return GTK_LABEL (label);
}

static void
add_question (SkhPrompt *self, const char *key, const char *title, GtkWidget *input)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (title);
  Question *question = g_new0 (Question, 1);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  question->key = g_strdup (key);
  question->input = input;
  question->fault = new_fault_label ();
  g_ptr_array_add (self->questions, question);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), input);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->fault));
  gtk_box_append (self->fields, box);
  if (self->questions->len == 1)
    gtk_window_set_focus (GTK_WINDOW (self), input);
}

void
skh_prompt_add_note (SkhPrompt *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
  gtk_box_append (self->fields, label);
}

void
skh_prompt_add_text (SkhPrompt *self,
                     const char *key,
                     const char *title,
                     const char *text,
                     const char *hint)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  add_question (self, key, title, entry);
}

void
skh_prompt_add_day (SkhPrompt *self,
                    const char *key,
                    const char *title,
                    SkhDate day,
                    const char *hint)
{
  g_autofree char *text = skh_date_to_text (day);

  skh_prompt_add_text (self, key, title, text, hint);
}

void
skh_prompt_add_choice (SkhPrompt *self,
                       const char *key,
                       const char *title,
                       const char *const *choices,
                       guint selected)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (choices);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
  add_question (self, key, title, choice);
}

const char *
skh_prompt_get_text (SkhPrompt *self, const char *key)
{
  return gtk_editable_get_text (GTK_EDITABLE (find_question (self, key)->input));
}

guint
skh_prompt_get_choice (SkhPrompt *self, const char *key)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (find_question (self, key)->input));
}

gboolean
skh_prompt_get_day (SkhPrompt *self, const char *key, int default_year, SkhDate *day)
{
  g_autofree char *text = g_strstrip (g_strdup (skh_prompt_get_text (self, key)));

  *day = *text != '\0' ? skh_date_parse_typed (text, default_year) : SKH_DATE_NONE;
  if (*text == '\0' || *day != SKH_DATE_NONE)
    return TRUE;
  skh_prompt_set_fault (self, key, _ ("There is no such day; write it as 30/4/2023."));
  return FALSE;
}

gboolean
skh_prompt_get_number (SkhPrompt *self, const char *key, gint64 *number)
{
  g_autofree char *text = g_strstrip (g_strdup (skh_prompt_get_text (self, key)));

  if (g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, number, NULL))
    return TRUE;
  skh_prompt_set_fault (self, key, _ ("Write a whole number, as 120."));
  return FALSE;
}

static void
show_fault (GtkLabel *label, const char *message)
{
  gtk_label_set_text (label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (label), message != NULL);
}

void
skh_prompt_set_fault (SkhPrompt *self, const char *key, const char *message)
{
  const Question *at = find_question (self, key);

  for (guint i = 0; i < self->questions->len; i++)
    {
      const Question *question = g_ptr_array_index (self->questions, i);

      show_fault (question->fault, question == at ? message : NULL);
      gtk_widget_remove_css_class (question->input, "error");
    }
  show_fault (self->fault, at == NULL ? message : NULL);
  if (at == NULL || message == NULL)
    return;
  gtk_widget_add_css_class (at->input, "error");
  gtk_widget_grab_focus (at->input);
}

static void
on_accept_clicked (SkhPrompt *self)
{
  skh_prompt_set_fault (self, NULL, NULL);
  g_signal_emit (self, signals[ACCEPTED], 0);
}

static void
skh_prompt_finalize (GObject *object)
{
  g_ptr_array_unref (SKH_PROMPT (object)->questions);
  G_OBJECT_CLASS (skh_prompt_parent_class)->finalize (object);
}

static void
skh_prompt_class_init (SkhPromptClass *class)
{
  G_OBJECT_CLASS (class)->finalize = skh_prompt_finalize;
  signals[ACCEPTED] = g_signal_new ("accepted", SKH_TYPE_PROMPT, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static void
skh_prompt_init (SkhPrompt *self)
{
  self->questions = g_ptr_array_new_with_free_func (question_free);
}

static GtkWidget *
new_header (SkhPrompt *self, const char *action)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));
  GtkWidget *accept = gtk_button_new_with_label (action);

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (accept, "suggested-action");
  g_signal_connect_swapped (accept, "clicked", G_CALLBACK (on_accept_clicked), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), accept);
  gtk_window_set_default_widget (GTK_WINDOW (self), accept);
  return header;
}

/**
 * skh_prompt_new:
 *
 * Returns: (transfer none): the window, to be filled with questions and presented; it
 * lives until it is closed
 */
SkhPrompt *
skh_prompt_new (GtkWindow *parent, const char *title, const char *action)
{
  SkhPrompt *self = g_object_new (SKH_TYPE_PROMPT, "transient-for", parent, "modal", TRUE,
                                  "title", title, "default-width", 460, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);

  self->fields = GTK_BOX (fields);
  self->fault = new_fault_label ();
  gtk_widget_add_css_class (fields, "prompt");
  gtk_widget_set_margin_start (GTK_WIDGET (self->fault), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->fault), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->fault), 18);
  gtk_box_append (GTK_BOX (content), new_header (self, action));
  gtk_box_append (GTK_BOX (content), fields);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->fault));
  adw_window_set_content (ADW_WINDOW (self), content);
  return self;
}
