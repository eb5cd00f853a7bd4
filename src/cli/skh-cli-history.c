/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was done to a workbook, taking it back, and whether the file is sound. */
#include "skh-cli-commands.h"
#include "skh-cli-output.h"
#include "skh-cli-records.h"

#include "skh-stores.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* — History — */

static gboolean
list_acts (SkhDatabase *db, gpointer data, GError **error)
{
  GPtrArray **acts = data;

  *acts = skh_act_list (db, error);
  return *acts != NULL;
}

static json_t *
record_tables (char **tables)
{
  json_t *record = json_object ();

  for (; tables != NULL && tables[0] != NULL && tables[1] != NULL; tables += 2)
    json_object_set_new (record, tables[0],
                         json_integer (g_ascii_strtoll (tables[1], NULL, 10)));
  return record;
}

static json_t *
record_act (const SkhAct *act)
{
  g_autoptr (GDateTime) time
    = g_date_time_new_from_unix_local (act->when / G_USEC_PER_SEC);
  g_autofree char *when = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S%:z");
  json_t *record = json_object ();

  json_object_set_new (record, "id", skh_cli_record_id (act->id));
  json_object_set_new (record, "when", json_string (when));
  json_object_set_new (record, "who", skh_cli_record_string (act->who));
  json_object_set_new (record, "label", skh_cli_record_string (act->label));
  json_object_set_new (record, "undone", json_boolean (act->undone));
  json_object_set_new (record, "tables", record_tables (act->tables));
  return record;
}

gboolean
skh_cli_run_history (SkhCliCall *call, GError **error)
{
  static const SkhCliColumn columns[] = {
    { N_ ("When"), "when" },   { N_ ("Who"), "who" },    { N_ ("Undone"), "undone" },
    { N_ ("Rows"), "tables" }, { N_ ("What"), "label" },
  };
  g_autoptr (SkhWorkbook) workbook
    = skh_cli_call_open (call, SKH_WORKBOOK_OPEN_READ, error);
  g_autoptr (GPtrArray) acts = NULL;
  SkhCliList *list;

  if (workbook == NULL || !skh_workbook_run (workbook, list_acts, &acts, error))
    return FALSE;
  list = skh_cli_list_new (call, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < acts->len; i++)
    skh_cli_list_add (list, record_act (acts->pdata[i]));
  skh_cli_list_end (list);
  return TRUE;
}

/* — Undo and redo — */

typedef struct
{
  char *(*step) (SkhDatabase *db, GError **error);
  char *label;
} Step;

static gboolean
do_step (SkhDatabase *db, gpointer data, GError **error)
{
  Step *step = data;

  step->label = step->step (db, error);
  return step->label != NULL;
}

static gboolean
run_step (SkhCliCall *call,
          char *(*function) (SkhDatabase *db, GError **error),
          const char *key,
          const char *word,
          GError **error)
{
  g_autoptr (SkhWorkbook) workbook
    = skh_cli_call_open (call, SKH_WORKBOOK_OPEN_WRITE, error);
  Step step = { .step = function };

  if (workbook == NULL || !skh_workbook_run (workbook, do_step, &step, error))
    return FALSE;
  if (call->json)
    skh_cli_print_json (json_pack ("{s:s}", key, step.label));
  else
    fprintf (stdout, "%s %s\n", word, step.label);
  g_free (step.label);
  return TRUE;
}

gboolean
skh_cli_run_undo (SkhCliCall *call, GError **error)
{
  return run_step (call, skh_act_undo, "undone", _ ("Undone:"), error);
}

gboolean
skh_cli_run_redo (SkhCliCall *call, GError **error)
{
  return run_step (call, skh_act_redo, "redone", _ ("Redone:"), error);
}

/* — Check — */

static gboolean
run_check (SkhDatabase *db, gpointer data, GError **error)
{
  GPtrArray **faults = data;

  *faults = skh_check_run (db, error);
  return *faults != NULL;
}

static void
print_faults (SkhCliCall *call, GPtrArray *faults)
{
  json_t *array = json_array ();

  for (guint i = 0; i < faults->len; i++)
    if (call->json)
      json_array_append_new (array, json_string (faults->pdata[i]));
    else
      fprintf (stdout, "%s\n", (const char *)faults->pdata[i]);
  if (call->json)
    skh_cli_print_json (
      json_pack ("{s:b, s:O}", "sound", faults->len == 0, "faults", array));
  else if (faults->len == 0)
    fprintf (stdout, "%s\n", _ ("The workbook is sound."));
  json_decref (array);
}

/* Whether the lines agree with who leads their tasks is tried out in an act that is taken
   back, so a file that can be written is opened for it. */
gboolean
skh_cli_run_check (SkhCliCall *call, GError **error)
{
  g_autoptr (SkhWorkbook) workbook
    = skh_cli_call_open (call, SKH_WORKBOOK_OPEN_BEST, error);
  g_autoptr (GPtrArray) faults = NULL;

  if (workbook == NULL || !skh_workbook_run (workbook, run_check, &faults, error))
    return FALSE;
  print_faults (call, faults);
  if (faults->len == 0)
    return TRUE;
  return skh_cli_refuse (error, _ ("“%s” has %u faults. Open a backup copy of it."),
                         call->arguments[0], faults->len);
}
