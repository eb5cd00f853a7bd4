/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draft-text.h"

static void
add_texts (GString *text, const char *name, const char *const *list)
{
  g_string_append_printf (text, " %s:", name);
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    g_string_append_printf (text, " %s", list[i]);
}

#define TEXT(text) ((text) != NULL ? (text) : "-")

static const char *
short_of (const char *short_name, const char *name)
{
  return short_name != NULL ? short_name : name;
}

static void
add_organisation (GString *text, const SkhPlanDraft *draft)
{
  g_string_append_printf (text, "%s|%s|%s|%s|%s|%s|%s|%s|%s|%d\n", draft->organisation,
                          TEXT (draft->superior), TEXT (draft->place),
                          TEXT (draft->symbol), TEXT (draft->authority),
                          TEXT (draft->position), TEXT (draft->signer),
                          TEXT (draft->report_recipient), TEXT (draft->paper_profile),
                          draft->soon_days);
  g_string_append_printf (text, "%d|%s|%s|%s|%s\n", draft->year,
                          TEXT (draft->template_id), draft->title,
                          short_of (draft->short_title, draft->title),
                          TEXT (draft->number));
  for (guint i = 0; i < draft->groups->len; i++)
    {
      const SkhGroupDraft *group = &g_array_index (draft->groups, SkhGroupDraft, i);

      g_string_append_printf (text, "group %s|%s|%s|%s|%s", group->code, group->name,
                              short_of (group->short_name, group->name),
                              TEXT (group->counts), TEXT (group->at));
      add_texts (text, "includes", group->includes);
    }
  for (guint i = 0; i < draft->units->len; i++)
    {
      const SkhUnitDraft *unit = &g_array_index (draft->units, SkhUnitDraft, i);

      g_string_append_printf (text, "\nunit %s|%s|%s|%s|%s|%d|%d", unit->code, unit->name,
                              short_of (unit->short_name, unit->name),
                              TEXT (unit->parent), TEXT (unit->contact), unit->opened,
                              unit->closed);
      add_texts (text, "in", unit->groups);
    }
  for (guint i = 0; i < draft->totals->len; i++)
    {
      const SkhTotalDraft *total = &g_array_index (draft->totals, SkhTotalDraft, i);

      g_string_append_printf (text, "\ntotal %s|%s|%d|%d", total->unit, total->kind,
                              (int)total->total, total->from);
    }
}

static void
add_task_text (GString *text, const SkhTaskDraft *task)
{
  g_string_append_printf (text, "\ntask %s|%s|%s|%s|%s|%s|%s|%s|%s|%d|%d|%d|%d", task->no,
                          task->section, TEXT (task->clause), task->title,
                          short_of (task->short_title, task->title),
                          TEXT (task->deliverable), TEXT (task->recipient),
                          TEXT (task->wording), TEXT (task->event), task->deadline.kind,
                          task->deadline.first_day, task->deadline.last_day,
                          task->wants_document);
  add_texts (text, "lead", task->lead);
  add_texts (text, "with", task->with);
  add_texts (text, "via", task->via);
  for (guint i = 0; task->measures != NULL && i < task->measures->len; i++)
    {
      const SkhMeasureDraft *m = &g_array_index (task->measures, SkhMeasureDraft, i);

      g_string_append_printf (text, " %s|%s|%s|%d|%d", m->key, m->title,
                              TEXT (m->total_kind), m->of_total, m->required);
    }
}

static void
add_rest (GString *text, const SkhPlanDraft *draft)
{
  for (guint i = 0; i < draft->report_tables->len; i++)
    {
      const SkhReportTableDraft *table
        = &g_array_index (draft->report_tables, SkhReportTableDraft, i);

      g_string_append_printf (text, "\ntable %s|%s|%s", table->no, table->title,
                              table->sheet_name);
      for (guint j = 0; j < table->columns->len; j++)
        {
          const SkhReportColumnDraft *column
            = &g_array_index (table->columns, SkhReportColumnDraft, j);

          g_string_append_printf (text, " %s|%s|%s|%s", column->title,
                                  TEXT (column->group_title), column->source,
                                  column->kind);
        }
    }
  for (guint i = 0; i < draft->documents->len; i++)
    {
      const SkhDocumentDraft *document
        = &g_array_index (draft->documents, SkhDocumentDraft, i);

      g_string_append_printf (text, "\ndocument %s|%s|%d|%s|%s", TEXT (document->symbol),
                              TEXT (document->issuer), document->day, document->title,
                              document->role);
    }
  for (guint i = 0; i < draft->recipients->len; i++)
    {
      const SkhRecipientDraft *recipient
        = &g_array_index (draft->recipients, SkhRecipientDraft, i);

      g_string_append_printf (text, "\nrecipient %s|%s", recipient->name,
                              TEXT (recipient->purpose));
    }
  for (guint i = 0; i < draft->holidays->len; i++)
    {
      const SkhHolidayDraft *day = &g_array_index (draft->holidays, SkhHolidayDraft, i);

      g_string_append_printf (text, "\nholiday %d|%s", day->day, TEXT (day->name));
    }
  for (guint i = 0; i < draft->holiday_years->len; i++)
    g_string_append_printf (text, "\nyear %d",
                            g_array_index (draft->holiday_years, int, i));
}

char *
draft_to_text (const SkhPlanDraft *draft)
{
  GString *text = g_string_new (NULL);

  add_organisation (text, draft);
  for (guint i = 0; i < draft->sections->len; i++)
    g_string_append_printf (text, "\nsection %s|%s",
                            g_array_index (draft->sections, SkhSectionDraft, i).code,
                            g_array_index (draft->sections, SkhSectionDraft, i).title);
  for (guint i = 0; i < draft->tasks->len; i++)
    add_task_text (text, &g_array_index (draft->tasks, SkhTaskDraft, i));
  add_rest (text, draft);
  return g_string_free (text, FALSE);
}
