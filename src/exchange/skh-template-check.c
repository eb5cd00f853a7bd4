/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a template's records say of each other: codes are there once, what is referred to
   is there, and nothing goes round in a circle. */
#include "skh-template-reader.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SkhTemplateReader *reader;
  GHashTable *units;    /* code → SkhUnitDraft */
  GHashTable *groups;   /* code → SkhGroupDraft */
  GHashTable *sections; /* code → SkhSectionDraft */
  GHashTable *tasks;    /* no → SkhTaskDraft */
} Checker;

typedef enum
{
  A_GROUP_OF_UNITS,
  A_UNIT,
  A_UNIT_OR_GROUP,
} Wanted;

static char *
make_path (const char *list, guint index)
{
  return g_strdup_printf ("%s[%u]", list, index);
}

/* Every record begins with the code or number it is known by. */
static void
collect (Checker *self,
         GHashTable *table,
         GArray *records,
         const char *list,
         const char *field)
{
  gsize size = g_array_get_element_size (records);

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = records->data + i * size;
      const char *code = *(const char **)record;
      g_autofree char *path = make_path (list, i);

      if (code != NULL && !g_hash_table_insert (table, (gpointer)code, record))
        skh_template_fault (self->reader, path, field,
                            _ ("“%s” is there twice; give each its own."), code);
    }
}

static void
collect_all (Checker *self)
{
  const SkhPlanDraft *draft = self->reader->draft;

  collect (self, self->groups, draft->groups, "groups", "code");
  collect (self, self->units, draft->units, "units", "code");
  collect (self, self->sections, draft->sections, "sections", "code");
  collect (self, self->tasks, draft->tasks, "tasks", "no");
}

static void
check_code (Checker *self,
            const char *path,
            const char *field,
            const char *code,
            Wanted wanted)
{
  const SkhGroupDraft *group = g_hash_table_lookup (self->groups, code);
  gboolean is_unit = g_hash_table_contains (self->units, code);

  if (wanted == A_UNIT && !is_unit)
    skh_template_fault (self->reader, path, field,
                        _ ("there is no unit “%s”; correct the code or add the unit."),
                        code);
  else if (wanted == A_UNIT_OR_GROUP && !is_unit && group == NULL)
    skh_template_fault (self->reader, path, field,
                        _ ("there is no unit or group “%s”; correct the code or add it."),
                        code);
  else if (wanted == A_GROUP_OF_UNITS && group == NULL)
    skh_template_fault (self->reader, path, field,
                        _ ("there is no group “%s”; correct the code or add the group."),
                        code);
  else if (wanted == A_GROUP_OF_UNITS && group->counts != NULL)
    skh_template_fault (self->reader, path, field,
                        _ ("“%s” counts cells or persons; name a group of units."), code);
}

static void
check_list (Checker *self,
            const char *path,
            const char *field,
            const char *const *codes,
            Wanted wanted)
{
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      g_autofree char *here = make_path (field, i);

      check_code (self, path, here, codes[i], wanted);
    }
}

/* — Groups — */

static gboolean
leads_to (Checker *self, const SkhGroupDraft *group, const char *code, GHashTable *seen)
{
  if (group == NULL || group->includes == NULL
      || !g_hash_table_add (seen, (gpointer)group))
    return FALSE;
  for (guint i = 0; group->includes[i] != NULL; i++)
    if (g_str_equal (group->includes[i], code)
        || leads_to (self, g_hash_table_lookup (self->groups, group->includes[i]), code,
                     seen))
      return TRUE;
  return FALSE;
}

static void
check_group (Checker *self, const SkhGroupDraft *group, const char *path)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  check_list (self, path, "includes", group->includes, A_GROUP_OF_UNITS);
  if (group->at != NULL)
    check_code (self, path, "at", group->at, A_GROUP_OF_UNITS);
  if (group->counts != NULL && group->includes != NULL)
    skh_template_fault (self->reader, path, "includes",
                        _ ("a group that counts has no units of its own; take it out."));
  if (group->code != NULL && leads_to (self, group, group->code, seen))
    skh_template_fault (self->reader, path, "includes",
                        _ ("the group includes itself; break the circle."));
}

/* — Units — */

/* A unit below a circle is no part of it: climbing from there never comes back. */
static gboolean
stands_above_itself (Checker *self, const SkhUnitDraft *unit)
{
  const SkhUnitDraft *above = unit;
  guint n_units = g_hash_table_size (self->units);

  for (guint steps = 0; above != NULL && above->parent != NULL && steps < n_units;
       steps++)
    {
      above = g_hash_table_lookup (self->units, above->parent);
      if (above == unit)
        return TRUE;
    }
  return FALSE;
}

static void
check_unit (Checker *self, const SkhUnitDraft *unit, const char *path)
{
  if (unit->code != NULL && g_hash_table_contains (self->groups, unit->code))
    skh_template_fault (self->reader, path, "code",
                        _ ("“%s” is the code of a group; give the unit another."),
                        unit->code);
  check_list (self, path, "groups", unit->groups, A_GROUP_OF_UNITS);
  if (unit->parent != NULL)
    check_code (self, path, "parent", unit->parent, A_UNIT);
  if (stands_above_itself (self, unit))
    skh_template_fault (self->reader, path, "parent",
                        _ ("the unit stands above itself; break the circle."));
}

/* — The rest — */

static void
check_task (Checker *self, const SkhTaskDraft *task, const char *path)
{
  if (task->section != NULL && !g_hash_table_contains (self->sections, task->section))
    skh_template_fault (
      self->reader, path, "section",
      _ ("there is no section “%s”; correct the code or add the section."),
      task->section);
  check_list (self, path, "lead", task->lead, A_UNIT_OR_GROUP);
  check_list (self, path, "with", task->with, A_UNIT_OR_GROUP);
  check_list (self, path, "via", task->via, A_UNIT_OR_GROUP);
}

static gboolean
is_listed_year (const GArray *years, guint n, int year)
{
  for (guint i = 0; i < n; i++)
    if (g_array_index (years, int, i) == year)
      return TRUE;
  return FALSE;
}

static void
check_holidays (Checker *self)
{
  const GArray *years = self->reader->draft->holiday_years;
  const GArray *holidays = self->reader->draft->holidays;
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < years->len; i++)
    if (is_listed_year (years, i, g_array_index (years, int, i)))
      {
        g_autofree char *path = make_path ("holiday_years", i);

        skh_template_fault (self->reader, path, NULL,
                            _ ("is there twice; take one out."));
      }
  for (guint i = 0; i < holidays->len; i++)
    {
      SkhDate day = g_array_index (holidays, SkhHolidayDraft, i).day;
      g_autofree char *path = make_path ("holidays", i);

      if (!g_hash_table_add (days, GINT_TO_POINTER (day)))
        skh_template_fault (self->reader, path, "day",
                            _ ("the day is there twice; take one out."));
      if (day != SKH_DATE_NONE
          && !is_listed_year (years, years->len, skh_date_get_year (day)))
        skh_template_fault (
          self->reader, path, "day",
          _ ("add the year %d to “holiday_years” when its days off are all here."),
          skh_date_get_year (day));
    }
}

static void
check_all (Checker *self)
{
  const SkhPlanDraft *draft = self->reader->draft;

  for (guint i = 0; i < draft->groups->len; i++)
    {
      g_autofree char *path = make_path ("groups", i);

      check_group (self, &g_array_index (draft->groups, SkhGroupDraft, i), path);
    }
  for (guint i = 0; i < draft->units->len; i++)
    {
      g_autofree char *path = make_path ("units", i);

      check_unit (self, &g_array_index (draft->units, SkhUnitDraft, i), path);
    }
  for (guint i = 0; i < draft->totals->len; i++)
    {
      g_autofree char *path = make_path ("totals", i);
      const char *unit = g_array_index (draft->totals, SkhTotalDraft, i).unit;

      if (unit != NULL)
        check_code (self, path, "unit", unit, A_UNIT);
    }
  for (guint i = 0; i < draft->tasks->len; i++)
    {
      g_autofree char *path = make_path ("tasks", i);

      check_task (self, &g_array_index (draft->tasks, SkhTaskDraft, i), path);
    }
}

void
skh_template_check_references (SkhTemplateReader *reader)
{
  g_autoptr (GHashTable) units = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) sections = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) tasks = g_hash_table_new (g_str_hash, g_str_equal);
  Checker self = { reader, units, groups, sections, tasks };

  collect_all (&self);
  check_all (&self);
  check_holidays (&self);
}
