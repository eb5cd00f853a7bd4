/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-task-editor-private.h"

#include <glib/gi18n-lib.h>

/* The fields of a task: from the form to a record and back, and the faults beside them.
 */

/* — As a record — */

static const char *
read_text (SkhInput *field, SkhPlanDraft *owner)
{
  g_autofree char *text = skh_input_dup_text (field);

  return *text != '\0' ? skh_plan_draft_string (owner, text) : NULL;
}

static const char *
get_section_code (SkhTaskEditor *self)
{
  guint place = gtk_drop_down_get_selected (self->section);

  return place < self->section_codes->len ? self->section_codes->pdata[place] : NULL;
}

static void
read_texts (SkhTaskEditor *self, SkhPlanDraft *owner, SkhTaskDraft *task)
{
  task->no = read_text (self->no, owner);
  task->clause = read_text (self->clause, owner);
  task->title = read_text (self->title, owner);
  task->short_title = read_text (self->short_title, owner);
  task->deliverable = read_text (self->deliverable, owner);
  task->recipient = read_text (self->recipient, owner);
  if (get_section_code (self) != NULL)
    task->section = skh_plan_draft_string (owner, get_section_code (self));
}

static const char *const *
read_parties (SkhPartyPicker *picker, SkhPlanDraft *owner)
{
  return skh_plan_draft_list (owner, skh_party_picker_get_codes (picker));
}

/* NULL when a field holds what can't be read; the field says so. */
SkhTaskWriting *
skh_task_editor_make_writing (SkhTaskEditor *self)
{
  g_autoptr (SkhTaskRecord) record = skh_task_record_new (self->plan_id, self->year);
  SkhTaskDraft *task = record->task;

  record->id = self->task_id;
  read_texts (self, record->owner, task);
  task->lead = read_parties (self->lead, record->owner);
  task->with = read_parties (self->with, record->owner);
  task->via = read_parties (self->via, record->owner);
  task->wants_document = gtk_check_button_get_active (self->wants_document);
  skh_measure_list_read (self->measures, record->owner, task->measures);
  if (!skh_deadline_form_read (self->deadline, record->owner, task))
    return NULL;

  return skh_task_writing_new (g_steal_pointer (&record),
                               skh_deadline_form_dup_changed_due_days (self->deadline));
}

/* — Faults at their fields — */

void
skh_task_editor_clear_faults (SkhTaskEditor *self)
{
  SkhInput *fields[] = { self->no, self->clause, self->title, self->short_title };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    skh_input_set_fault (fields[i], NULL);
  skh_party_picker_set_fault (self->lead, NULL);
  skh_party_picker_set_fault (self->with, NULL);
  skh_party_picker_set_fault (self->via, NULL);
  skh_measure_list_set_fault (self->measures, NULL);
}

static gboolean
set_field_fault (SkhTaskEditor *self, const char *field, const char *message)
{
  const struct
  {
    const char *name;
    SkhInput *field;
  } fields[] = { { "no", self->no },
                 { "clause", self->clause },
                 { "title", self->title },
                 { "short_title", self->short_title } };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, field))
      {
        skh_input_set_fault (fields[i].field, message);
        gtk_widget_grab_focus (GTK_WIDGET (fields[i].field));
        return TRUE;
      }
  return FALSE;
}

static gboolean
set_party_fault (SkhTaskEditor *self, const char *field, const char *message)
{
  SkhPartyPicker *picker = g_str_equal (field, "lead")   ? self->lead
                           : g_str_equal (field, "with") ? self->with
                           : g_str_equal (field, "via")  ? self->via
                                                         : NULL;

  if (picker == NULL)
    return FALSE;
  skh_party_picker_set_fault (picker, message);
  gtk_widget_grab_focus (GTK_WIDGET (picker));
  return TRUE;
}

/* At the field if it has one here, else over the window. */
void
skh_task_editor_show_fault (SkhTaskEditor *self, const char *field, const char *message)
{
  skh_task_editor_clear_faults (self);
  if (field == NULL)
    skh_session_report_fault (self->session, message);
  else if (g_str_equal (field, "measures"))
    skh_measure_list_set_fault (self->measures, message);
  else if (!set_field_fault (self, field, message)
           && !set_party_fault (self, field, message)
           && !skh_deadline_form_set_fault (self->deadline, field, message))
    skh_session_report_fault (self->session, message);
}

/* — Filling — */

static void
show_sections (SkhTaskEditor *self, const char *code)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n, selected = GTK_INVALID_LIST_POSITION;
  const SkhSection *sections = skh_ledger_get_sections (self->ledger, &n);

  g_ptr_array_set_size (self->section_codes, 0);
  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_take (names, g_strdup_printf ("%s. %s", sections[i].code,
                                                    sections[i].title));
      g_ptr_array_add (self->section_codes, g_strdup (sections[i].code));
      if (g_strcmp0 (sections[i].code, code) == 0)
        selected = i;
    }
  gtk_drop_down_set_model (self->section, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->section, selected);
}

void
skh_task_editor_fill (SkhTaskEditor *self,
                      const SkhTaskDraft *task,
                      const GArray *due_days)
{
  g_autofree char *heading = self->task_id != 0
                               ? g_strdup_printf (_ ("Task %s"), task->no)
                               : g_strdup (_ ("New Task"));

  gtk_label_set_text (self->heading, heading);
  skh_input_set_text (self->no, task->no);
  skh_input_set_text (self->clause, task->clause);
  skh_input_set_text (self->title, task->title);
  skh_input_set_text (self->short_title, task->short_title);
  skh_input_set_text (self->deliverable, task->deliverable);
  skh_input_set_text (self->recipient, task->recipient);
  show_sections (self, task->section);
  skh_deadline_form_show (self->deadline, self->ledger, self->year, task, due_days);
  skh_party_picker_show (self->lead, self->ledger, task->lead);
  skh_party_picker_show (self->with, self->ledger, task->with);
  skh_party_picker_show (self->via, self->ledger, task->via);
  gtk_check_button_set_active (self->wants_document, task->wants_document);
  skh_measure_list_show (self->measures, self->ledger, task->measures);
  skh_link_section_set_thing (self->links, self->session, "task", self->task_id);
}
