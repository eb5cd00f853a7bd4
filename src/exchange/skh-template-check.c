/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a template's records say of each other: codes are there once, and what is referred
   to is there. */
#include "skh-template-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  SkhTemplateReader *reader;
  GHashTable *units;    /* code → SkhUnitDraft */
  GHashTable *groups;   /* code → SkhGroupDraft */
  GHashTable *sections; /* code */
  GHashTable *measures; /* key */
} Checker;

static char *
make_path (const char *list, guint index)
{
  return g_strdup_printf ("%s[%u]", list, index);
}

static void
add_once (Checker *self,
          GHashTable *table,
          const char *code,
          gpointer record,
          const char *list,
          guint index,
          const char *field)
{
  g_autofree char *path = make_path (list, index);

  if (code == NULL)
    return;
  if (g_hash_table_contains (table, code))
    skh_template_fault (self->reader, path, field,
                        _ ("“%s” is there twice; give each its own."), code);
  g_hash_table_insert (table, (gpointer)code, record);
}

static void
collect (Checker *self)
{
  SkhPlanDraft *draft = self->reader->draft;
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < draft->groups->len; i++)
    {
      SkhGroupDraft *group = &g_array_index (draft->groups, SkhGroupDraft, i);

      add_once (self, self->groups, group->code, group, "groups", i, "code");
    }
  for (guint i = 0; i < draft->units->len; i++)
    {
      SkhUnitDraft *unit = &g_array_index (draft->units, SkhUnitDraft, i);

      add_once (self, self->units, unit->code, unit, "units", i, "code");
    }
  for (guint i = 0; i < draft->sections->len; i++)
    {
      SkhSectionDraft *section = &g_array_index (draft->sections, SkhSectionDraft, i);

      add_once (self, self->sections, section->code, section, "sections", i, "code");
    }
  for (guint i = 0; i < draft->tasks->len; i++)
    {
      SkhTaskDraft *task = &g_array_index (draft->tasks, SkhTaskDraft, i);

      add_once (self, numbers, task->no, task, "tasks", i, "no");
      for (guint j = 0; task->measures != NULL && j < task->measures->len; j++)
        {
          const char *key = g_array_index (task->measures, SkhMeasureDraft, j).key;

          if (key != NULL)
            g_hash_table_add (self->measures, (gpointer)key);
        }
    }
}

static void
check_codes (Checker *self,
             const char *path,
             const char *field,
             const char *const *codes,
             gboolean may_be_unit)
{
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    if (!g_hash_table_contains (self->groups, codes[i])
        && !(may_be_unit && g_hash_table_contains (self->units, codes[i])))
      skh_template_fault (self->reader, path, field,
                          may_be_unit ? _ ("there is no unit or group “%s”.")
                                      : _ ("there is no group “%s”."),
                          codes[i]);
}

/* Climbing longer than there are units means going round. */
static void
check_tree (Checker *self, const SkhUnitDraft *unit, const char *path)
{
  const SkhUnitDraft *above = unit;
  guint steps = 0;

  if (unit->parent != NULL && !g_hash_table_contains (self->units, unit->parent))
    skh_template_fault (self->reader, path, "parent", _ ("there is no unit “%s”."),
                        unit->parent);
  while (above != NULL && above->parent != NULL
         && steps++ <= g_hash_table_size (self->units))
    above = g_hash_table_lookup (self->units, above->parent);
  if (steps > g_hash_table_size (self->units))
    skh_template_fault (self->reader, path, "parent",
                        _ ("the unit stands above itself; break the circle."));
}

static void
check_units (Checker *self)
{
  const GArray *units = self->reader->draft->units;

  for (guint i = 0; i < units->len; i++)
    {
      const SkhUnitDraft *unit = &g_array_index (units, SkhUnitDraft, i);
      g_autofree char *path = make_path ("units", i);

      check_codes (self, path, "groups", unit->groups, FALSE);
      check_tree (self, unit, path);
    }
}

static gboolean
leads_back (Checker *self, const SkhGroupDraft *group, const char *code, guint depth)
{
  if (depth > g_hash_table_size (self->groups))
    return TRUE;
  for (guint i = 0;
       group != NULL && group->includes != NULL && group->includes[i] != NULL; i++)
    if (g_str_equal (group->includes[i], code)
        || leads_back (self, g_hash_table_lookup (self->groups, group->includes[i]), code,
                       depth + 1))
      return TRUE;
  return FALSE;
}

static void
check_groups (Checker *self)
{
  const GArray *groups = self->reader->draft->groups;

  for (guint i = 0; i < groups->len; i++)
    {
      const SkhGroupDraft *group = &g_array_index (groups, SkhGroupDraft, i);
      const char *at[] = { group->at, NULL };
      g_autofree char *path = make_path ("groups", i);

      check_codes (self, path, "includes", group->includes, FALSE);
      check_codes (self, path, "at", at, FALSE);
      if (group->code != NULL && leads_back (self, group, group->code, 0))
        skh_template_fault (self->reader, path, "includes",
                            _ ("the group includes itself; break the circle."));
    }
}

static void
check_tasks (Checker *self)
{
  const GArray *tasks = self->reader->draft->tasks;

  for (guint i = 0; i < tasks->len; i++)
    {
      const SkhTaskDraft *task = &g_array_index (tasks, SkhTaskDraft, i);
      g_autofree char *path = make_path ("tasks", i);

      if (task->section != NULL && !g_hash_table_contains (self->sections, task->section))
        skh_template_fault (self->reader, path, "section",
                            _ ("there is no section “%s”."), task->section);
      check_codes (self, path, "lead", task->lead, TRUE);
      check_codes (self, path, "with", task->with, TRUE);
      check_codes (self, path, "via", task->via, TRUE);
    }
}

static void
check_figure (Checker *self, const char *path, const char *source)
{
  const char *key = strchr (source, ':') + 1;
  const char *dot = strchr (key, '.');

  if (!g_hash_table_contains (self->measures, dot != NULL ? dot + 1 : key))
    skh_template_fault (self->reader, path, "source", _ ("no task has a measure “%s”."),
                        dot != NULL ? dot + 1 : key);
}

static void
check_source (Checker *self, const char *path, const char *source)
{
  static const char *const prefixes[]
    = { "delivered:", "text:", "rates:", "register:", "difference:", NULL };

  if (g_str_has_prefix (source, "figure:"))
    {
      check_figure (self, path, source);
      return;
    }
  for (guint i = 0; prefixes[i] != NULL; i++)
    if (g_str_has_prefix (source, prefixes[i]))
      return;
  skh_template_fault (self->reader, path, "source",
                      _ ("“%s” is no source; see the format of templates."), source);
}

static void
check_report_tables (Checker *self)
{
  const GArray *tables = self->reader->draft->report_tables;

  for (guint i = 0; i < tables->len; i++)
    {
      const GArray *columns = g_array_index (tables, SkhReportTableDraft, i).columns;

      for (guint j = 0; columns != NULL && j < columns->len; j++)
        {
          const char *source = g_array_index (columns, SkhReportColumnDraft, j).source;
          g_autofree char *path = g_strdup_printf ("report_tables[%u].columns[%u]", i, j);

          if (source != NULL)
            check_source (self, path, source);
        }
    }
}

void
skh_template_check_references (SkhTemplateReader *reader)
{
  Checker self = {
    .reader = reader,
    .units = g_hash_table_new (g_str_hash, g_str_equal),
    .groups = g_hash_table_new (g_str_hash, g_str_equal),
    .sections = g_hash_table_new (g_str_hash, g_str_equal),
    .measures = g_hash_table_new (g_str_hash, g_str_equal),
  };

  collect (&self);
  check_groups (&self);
  check_units (&self);
  check_tasks (&self);
  check_report_tables (&self);
  g_hash_table_unref (self.units);
  g_hash_table_unref (self.groups);
  g_hash_table_unref (self.sections);
  g_hash_table_unref (self.measures);
}
