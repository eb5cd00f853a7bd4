/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program itself: what it is built on, and workbooks to try it with. */
#include "skh-cli-commands.h"
#include "skh-cli-output.h"

#include "skh-generator.h"
#include "skh-sheet-writer.h"
#include "skh-stores.h"
#include "skh-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* The plan the built-in template is of. */
#define DEFAULT_YEAR 2023

static gboolean
take_size (SkhCliCall *call, SkhGeneratorSpec *spec, GError **error)
{
  if (call->n_units > 0 && call->n_tasks > 0 && call->scale == NULL)
    {
      spec->n_units = call->n_units;
      spec->n_tasks = call->n_tasks;
      return TRUE;
    }
  if (call->scale == NULL)
    return skh_cli_fail_usage (error, _ ("“%s” needs --%s."), call->command->name,
                               "scale");
  if (call->n_units > 0 || call->n_tasks > 0)
    return skh_cli_fail_usage (error, _ ("Give either --scale or --units and --tasks."));
  return skh_generator_spec_for_scale (call->scale, spec)
         || skh_cli_fail_usage (
           error, _ ("“%s” is no scale; write district, province or national."),
           call->scale);
}

gboolean
skh_cli_run_generate (SkhCliCall *call, GError **error)
{
  SkhGeneratorSpec spec
    = { .seed = call->seed, .year = call->year != 0 ? call->year : DEFAULT_YEAR };

  if (!take_size (call, &spec, error)
      || !skh_generator_create (call->arguments[0], &spec, error))
    return FALSE;
  if (call->json)
    skh_cli_print_json (json_pack ("{s:s, s:i, s:i}", "file", call->arguments[0], "units",
                                   spec.n_units, "tasks", spec.n_tasks));
  return TRUE;
}

static json_t *
record_versions (void)
{
  g_autofree char *glib = g_strdup_printf ("%u.%u.%u", glib_major_version,
                                           glib_minor_version, glib_micro_version);

  return json_pack ("{s:s, s:i, s:s, s:s, s:s, s:s, s:s}", "program", SKH_VERSION,
                    "schema", skh_store_get_schema_version (), "sqlite",
                    skh_store_get_sqlite_version (), "glib", glib, "icu",
                    skh_text_get_icu_version (), "libxlsxwriter",
                    skh_sheet_get_library_version (), "jansson", jansson_version_str ());
}

gboolean
skh_cli_run_version (SkhCliCall *call, GError **error)
{
  json_t *record = record_versions ();
  const char *key;
  json_t *value;

  if (call->json)
    {
      skh_cli_print_json (record);
      return TRUE;
    }
  json_object_foreach (record, key, value)
  {
    g_autofree char *version
      = json_is_string (value)
          ? g_strdup (json_string_value (value))
          : g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (value));

    fprintf (stdout, "%-14s %s\n", key, version);
  }
  json_decref (record);
  return TRUE;
}
