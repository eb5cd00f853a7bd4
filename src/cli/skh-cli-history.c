/* SPDX-License-Identifier: GPL-3.0-or-later */

/* history, undo, redo, check, version. */
#include "skh-cli.h"

#include "skh-stores.h"
#include "skh-versions.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static gboolean as_json;

/* — history — */

static gboolean
list_acts (SkhDatabase *db, gpointer data, GError **error)
{
  GPtrArray **acts = data;

  *acts = skh_act_list (db, error);
  return *acts != NULL;
}

static json_t *
act_to_json (const SkhAct *act)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (act->when / G_USEC_PER_SEC);
  g_autofree char *when = g_date_time_format_iso8601 (utc);
  json_t *tables = json_object ();

  for (guint i = 0; act->tables[i] != NULL && act->tables[i + 1] != NULL; i += 2)
    json_object_set_new (tables, act->tables[i],
                         json_integer (g_ascii_strtoll (act->tables[i + 1], NULL, 10)));
  return json_pack ("{s:I, s:s, s:s, s:s, s:o, s:b}", "id", (json_int_t)act->id, "when",
                    when, "who", act->who, "label", act->label, "tables", tables,
                    "undone", act->undone);
}

static SkhCliStatus
run_history (char **words)
{
  static const char *const fields[] = { "id", "when", "who", "label", "undone", NULL };
  static const char *const titles[]
    = { N_ ("Id"), N_ ("When"), N_ ("Who"), N_ ("What"), N_ ("Undone") };
  GError *error = NULL;
  g_autoptr (SkhWorkbook) workbook
    = skh_workbook_open (words[0], SKH_WORKBOOK_OPEN_READ, &error);
  g_autoptr (GPtrArray) acts = NULL;
  json_t *list;

  if (workbook == NULL || !skh_workbook_run (workbook, list_acts, &acts, &error))
    return skh_cli_fail (error);
  list = json_array ();
  for (guint i = 0; i < acts->len; i++)
    json_array_append_new (list, act_to_json (g_ptr_array_index (acts, i)));
  return as_json ? skh_cli_print_json (list) : skh_cli_print_table (list, fields, titles);
}

/* — undo, redo — */

typedef struct
{
  char *(*step) (SkhDatabase *db, GError **error);
  char *label;
} StepCall;

static gboolean
run_step_on_thread (SkhDatabase *db, gpointer data, GError **error)
{
  StepCall *call = data;

  call->label = call->step (db, error);
  return call->label != NULL;
}

static SkhCliStatus
run_step (const char *path, char *(*step) (SkhDatabase *, GError **), const char *format)
{
  GError *error = NULL;
  g_autoptr (SkhWorkbook) workbook
    = skh_workbook_open (path, SKH_WORKBOOK_OPEN_WRITE, &error);
  StepCall call = { .step = step };

  if (workbook == NULL || !skh_workbook_run (workbook, run_step_on_thread, &call, &error))
    return skh_cli_fail (error);
  printf ("%s %s\n", format, call.label);
  g_free (call.label);
  return SKH_CLI_DONE;
}

static SkhCliStatus
run_undo (char **words)
{
  return run_step (words[0], skh_act_undo, _ ("Undone:"));
}

static SkhCliStatus
run_redo (char **words)
{
  return run_step (words[0], skh_act_redo, _ ("Redone:"));
}

/* — check — */

static gboolean
run_check_on_thread (SkhDatabase *db, gpointer data, GError **error)
{
  GPtrArray **faults = data;

  *faults = skh_check_run (db, error);
  return *faults != NULL;
}

static SkhCliStatus
run_check (char **words)
{
  GError *error = NULL;
  g_autoptr (SkhWorkbook) workbook
    = skh_workbook_open (words[0], SKH_WORKBOOK_OPEN_BEST, &error);
  g_autoptr (GPtrArray) faults = NULL;

  if (workbook == NULL
      || !skh_workbook_run (workbook, run_check_on_thread, &faults, &error))
    return skh_cli_fail (error);
  for (guint i = 0; i < faults->len; i++)
    printf ("%s\n", (const char *)g_ptr_array_index (faults, i));
  if (faults->len == 0)
    {
      printf (_ ("“%s” is sound.\n"), words[0]);
      return SKH_CLI_DONE;
    }
  fprintf (stderr, _ ("sokehoach-cli: “%s” has %u faults; open a backup copy of it.\n"),
           words[0], faults->len);
  return SKH_CLI_FAILED;
}

/* — version — */

static SkhCliStatus
run_version (char **words)
{
  json_t *document
    = json_pack ("{s:s, s:i, s:{s:s, s:s, s:s, s:s, s:s}}", "program",
                 skh_versions_get_program (), "schema", skh_store_get_schema_version (),
                 "libraries", "sqlite", skh_store_get_sqlite_version (), "glib",
                 skh_versions_get_glib (), "icu", skh_text_get_icu_version (),
                 "libxlsxwriter", skh_sheet_get_library_version (), "jansson",
                 jansson_version_str ());
  const char *name;
  json_t *value;

  if (as_json)
    return skh_cli_print_json (document);
  printf ("sokehoach-cli %s\n", skh_versions_get_program ());
  printf (_ ("schema %d\n"), skh_store_get_schema_version ());
  json_object_foreach (json_object_get (document, "libraries"), name, value)
    printf ("%s %s\n", name, json_string_value (value));
  json_decref (document);
  return SKH_CLI_DONE;
}

static const GOptionEntry json_options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("One JSON document"), NULL },
  { NULL },
};

const SkhCliCommand skh_cli_history_commands[] = {
  { "history", "FILE [--json]", N_ ("Lists who did what when, newest first."), 1, 1,
    json_options, run_history },
  { "undo", "FILE", N_ ("Takes back the newest act."), 1, 1, NULL, run_undo },
  { "redo", "FILE", N_ ("Does again what was undone last."), 1, 1, NULL, run_redo },
  { "check", "FILE", N_ ("Looks for faults; each is a line."), 1, 1, NULL, run_check },
  { "version", "[--json]", N_ ("Says the versions of program, schema and libraries."), 0,
    0, json_options, run_version },
  { NULL },
};
