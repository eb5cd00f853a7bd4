/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a template's measures say of each other, and whether every column of the report
   has a source that can fill it. The sources are written down in
   data/templates/README.md. */
#include "skh-template-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  SkhTemplateReader *reader;
  GHashTable *tasks;    /* no → SkhTaskDraft */
  GHashTable *measures; /* key → SkhMeasureDraft, of the first task that declares it */
  GHashTable *kinds;    /* what is counted: cells, members … */
  char *path;           /* of the column that is checked */
  const char *kind;     /* of that column */
} Checker;

typedef void (*CheckFunc) (Checker *self, const char *name);

/* — Measures — */

static const SkhMeasureDraft *
find_measure (const SkhTaskDraft *task, const char *key)
{
  for (guint i = 0; i < task->measures->len; i++)
    {
      const SkhMeasureDraft *measure
        = &g_array_index (task->measures, SkhMeasureDraft, i);

      if (g_strcmp0 (measure->key, key) == 0)
        return measure;
    }
  return NULL;
}

/* Tasks that ask for one figure add up, so they must mean the same by it. */
static void
check_measure (Checker *self, const SkhMeasureDraft *measure, const char *path)
{
  const SkhMeasureDraft *first = g_hash_table_lookup (self->measures, measure->key);

  if (first == NULL)
    g_hash_table_insert (self->measures, (gpointer)measure->key, (gpointer)measure);
  else if (first->of_total != measure->of_total
           || g_strcmp0 (first->total_kind, measure->total_kind) != 0)
    skh_template_fault (self->reader, path, "key",
                        _ ("“%s” is another kind of figure in an earlier task; make "
                           "“of_total” and “total_kind” the same, or use another key."),
                        measure->key);
  if (measure->total_kind != NULL
      && !g_hash_table_contains (self->kinds, measure->total_kind))
    skh_template_fault (
      self->reader, path, "total_kind",
      _ ("no group counts “%s” and no total is of it; correct the word."),
      measure->total_kind);
}

static void
check_measures (Checker *self)
{
  const GArray *tasks = self->reader->draft->tasks;

  for (guint i = 0; i < tasks->len; i++)
    {
      const SkhTaskDraft *task = &g_array_index (tasks, SkhTaskDraft, i);

      if (task->no != NULL)
        g_hash_table_insert (self->tasks, (gpointer)task->no, (gpointer)task);
      for (guint j = 0; j < task->measures->len; j++)
        {
          g_autofree char *path = g_strdup_printf ("tasks[%u].measures[%u]", i, j);
          const SkhMeasureDraft *measure
            = &g_array_index (task->measures, SkhMeasureDraft, j);

          if (measure->key != NULL)
            check_measure (self, measure, path);
        }
    }
}

static void
collect_kinds (Checker *self)
{
  const SkhPlanDraft *draft = self->reader->draft;

  for (guint i = 0; i < draft->groups->len; i++)
    {
      const char *counts = g_array_index (draft->groups, SkhGroupDraft, i).counts;

      if (counts != NULL)
        g_hash_table_add (self->kinds, (gpointer)counts);
    }
  for (guint i = 0; i < draft->totals->len; i++)
    {
      const char *kind = g_array_index (draft->totals, SkhTotalDraft, i).kind;

      if (kind != NULL)
        g_hash_table_add (self->kinds, (gpointer)kind);
    }
}

/* — Sources — */

/* "KEY", or "NO.KEY" of one task. A key holds no dot; a task's number may. */
static const SkhMeasureDraft *
require_measure (Checker *self, const char *name)
{
  const char *dot = strrchr (name, '.');
  const char *key = dot != NULL ? dot + 1 : name;
  g_autofree char *no = dot != NULL ? g_strndup (name, (gsize)(dot - name)) : NULL;
  const SkhTaskDraft *task = no != NULL ? g_hash_table_lookup (self->tasks, no) : NULL;
  const SkhMeasureDraft *measure = NULL;

  if (no == NULL)
    measure = g_hash_table_lookup (self->measures, key);
  else if (task != NULL)
    measure = find_measure (task, key);

  if (no != NULL && task == NULL)
    skh_template_fault (self->reader, self->path, "source",
                        _ ("there is no task “%s”; correct the number."), no);
  else if (measure == NULL && no != NULL)
    skh_template_fault (self->reader, self->path, "source",
                        _ ("task %s has no measure “%s”; correct the key."), no, key);
  else if (measure == NULL)
    skh_template_fault (self->reader, self->path, "source",
                        _ ("no task has a measure “%s”; correct the key."), key);
  return measure;
}

static void
check_figure (Checker *self, const char *name)
{
  const SkhMeasureDraft *measure = require_measure (self, name);

  if (measure != NULL && !measure->of_total && g_str_equal (self->kind, "of_total"))
    skh_template_fault (self->reader, self->path, "kind",
                        _ ("“%s” has no total to be a part of; use number."), name);
}

static void
check_difference (Checker *self, const char *name)
{
  g_auto (GStrv) keys = g_strsplit (name, "-", -1);

  if (g_strv_length (keys) != 2)
    skh_template_fault (self->reader, self->path, "source",
                        _ ("“%s” must be two keys with a minus sign between them."),
                        name);
  else if (require_measure (self, keys[0]) != NULL)
    require_measure (self, keys[1]);
}

static void
check_delivered (Checker *self, const char *no)
{
  if (!g_hash_table_contains (self->tasks, no))
    skh_template_fault (self->reader, self->path, "source",
                        _ ("there is no task “%s”; correct the number."), no);
}

static void
check_rate (Checker *self, const char *name)
{
  static const char *const rates[]
    = { "expected", "actual",       "on_time",    "late", "overdue",
        "missing",  "completeness", "timeliness", NULL };

  if (!g_strv_contains (rates, name))
    skh_template_fault (self->reader, self->path, "source",
                        _ ("“%s” is no rate; the rates are: expected, actual, on_time, "
                           "late, overdue, missing, completeness, timeliness."),
                        name);
}

static void
check_typed (Checker *self, const char *key)
{
  if (*key == '\0')
    skh_template_fault (self->reader, self->path, "source",
                        _ ("a key must stand after “text:”."));
}

static void
check_register (Checker *self, const char *name)
{
  const char *dot = strchr (name, '.');

  if (dot == NULL || dot == name || dot[1] == '\0')
    skh_template_fault (self->reader, self->path, "source",
                        _ ("“%s” must be a register and its field: ID.FIELD."), name);
}

static const struct
{
  const char *prefix;
  const char *kinds[4]; /* the column may be of */
  CheckFunc check;
} sources[] = {
  { "figure:", { "number", "of_total" }, check_figure },
  { "difference:", { "number" }, check_difference },
  { "delivered:", { "date" }, check_delivered },
  { "rates:", { "number" }, check_rate },
  { "text:", { "text", "number", "date" }, check_typed },
  { "register:", { "text", "number", "date" }, check_register },
};

static void
check_source (Checker *self, const char *source)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_str_has_prefix (source, sources[i].prefix))
      {
        if (!g_strv_contains (sources[i].kinds, self->kind))
          skh_template_fault (self->reader, self->path, "kind",
                              _ ("“%s” can't be shown as %s."), source, self->kind);
        sources[i].check (self, source + strlen (sources[i].prefix));
        return;
      }
  skh_template_fault (self->reader, self->path, "source",
                      _ ("“%s” is no source; a source begins with figure:, difference:, "
                         "delivered:, rates:, text: or register:."),
                      source);
}

static void
check_columns (Checker *self, const GArray *columns, guint table)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const SkhReportColumnDraft *column
        = &g_array_index (columns, SkhReportColumnDraft, i);

      self->path = g_strdup_printf ("report_tables[%u].columns[%u]", table, i);
      self->kind = column->kind;
      if (column->source != NULL && column->kind != NULL)
        check_source (self, column->source);
      g_clear_pointer (&self->path, g_free);
    }
}

/* Excel takes "Biểu 1" and "BIỂU 1" for one name. */
static void
check_tables (Checker *self)
{
  const GArray *tables = self->reader->draft->report_tables;
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) sheets
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < tables->len; i++)
    {
      const SkhReportTableDraft *table = &g_array_index (tables, SkhReportTableDraft, i);
      g_autofree char *path = g_strdup_printf ("report_tables[%u]", i);

      if (table->no != NULL && !g_hash_table_add (numbers, (gpointer)table->no))
        skh_template_fault (self->reader, path, "no",
                            _ ("“%s” is there twice; give each its own."), table->no);
      if (table->sheet_name != NULL
          && !g_hash_table_add (sheets, g_utf8_casefold (table->sheet_name, -1)))
        skh_template_fault (self->reader, path, "sheet_name",
                            _ ("“%s” is there twice; give each its own."),
                            table->sheet_name);
      check_columns (self, table->columns, i);
    }
}

void
skh_template_check_figures (SkhTemplateReader *reader)
{
  g_autoptr (GHashTable) tasks = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) measures = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);
  Checker self
    = { .reader = reader, .tasks = tasks, .measures = measures, .kinds = kinds };

  collect_kinds (&self);
  check_measures (&self);
  check_tables (&self);
}
