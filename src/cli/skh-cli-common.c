/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static SkhDate
get_clock_day (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  return skh_date_new (year, month, day);
}

gboolean
skh_cli_read_day (const char *option, const char *text, SkhDate *day)
{
  *day = text != NULL ? skh_date_parse_iso (text) : get_clock_day ();
  if (*day != SKH_DATE_NONE)
    return TRUE;
  skh_cli_usage (_ ("%s “%s” is no day; write it as 2023-04-15."), option, text);
  return FALSE;
}

gboolean
skh_cli_read_period (const char *text, SkhPeriod *period)
{
  *period = skh_period_parse (text);
  if (skh_period_is_set (*period))
    return TRUE;
  skh_cli_usage (
    _ ("--period “%s” is no period; write it as 2023, 2023-H1, 2023-Q1 or 2023-04."),
    text);
  return FALSE;
}

SkhLedger *
skh_cli_open (const char *path,
              SkhWorkbookOpenMode mode,
              SkhWorkbook **workbook,
              GError **error)
{
  SkhLedger *ledger;

  *workbook = skh_workbook_open (path, mode, error);
  if (*workbook == NULL)
    return NULL;
  ledger = skh_workbook_load_ledger (*workbook, 0, error);
  if (ledger == NULL)
    g_clear_object (workbook);
  return ledger;
}

SkhLedger *
skh_cli_load (const char *path, GError **error)
{
  g_autoptr (SkhWorkbook) workbook = NULL;

  return skh_cli_open (path, SKH_WORKBOOK_OPEN_READ, &workbook, error);
}

/* — JSON — */

SkhCliStatus
skh_cli_print_json (json_t *document)
{
  json_dumpf (document, stdout,
              JSON_INDENT (2) | JSON_ENCODE_ANY | JSON_REAL_PRECISION (17));
  fputc ('\n', stdout);
  json_decref (document);
  return fflush (stdout) == 0 ? SKH_CLI_DONE : SKH_CLI_FAILED;
}

json_t *
skh_cli_json_text (const char *text)
{
  return text != NULL ? json_string (text) : json_null ();
}

json_t *
skh_cli_json_list (const char *const *texts)
{
  json_t *list = json_array ();

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    json_array_append_new (list, json_string (texts[i]));
  return list;
}

json_t *
skh_cli_json_day (SkhDate day)
{
  g_autofree char *iso = skh_date_to_iso (day);

  return skh_cli_json_text (iso);
}

json_t *
skh_cli_json_ratio (double ratio)
{
  return ratio >= 0 ? json_real (ratio) : json_null ();
}

/* — Tables for people — */

static char *
dup_cell (const json_t *value)
{
  GString *text = g_string_new (NULL);
  const json_t *item;
  size_t i;

  if (json_is_string (value))
    g_string_append (text, json_string_value (value));
  else if (json_is_integer (value))
    g_string_append_printf (text, "%" JSON_INTEGER_FORMAT, json_integer_value (value));
  else if (json_is_real (value))
    g_string_append_printf (text, "%.1f%%", json_real_value (value) * 100);
  else if (json_is_boolean (value))
    g_string_append (text, json_is_true (value) ? "✔" : "");
  else if (json_is_array (value))
    json_array_foreach (value, i, item)
    {
      g_autofree char *cell = dup_cell (item);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", cell);
    }
  return g_string_free (text, FALSE);
}

static glong
get_width (const char *text)
{
  glong width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static void
print_row (GPtrArray *cells, guint first, guint n, const glong *widths)
{
  for (guint i = 0; i < n; i++)
    {
      const char *text = g_ptr_array_index (cells, first + i);

      fputs (text, stdout);
      if (i + 1 < n)
        printf ("%*s", (int)(widths[i] - get_width (text) + 2), "");
    }
  fputc ('\n', stdout);
}

SkhCliStatus
skh_cli_print_table (json_t *array, const char *const *fields, const char *const *titles)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint n = g_strv_length ((char **)fields);
  g_autofree glong *widths = g_new0 (glong, n);
  const json_t *object;
  size_t i;

  for (guint column = 0; column < n; column++)
    g_ptr_array_add (cells, g_strdup (_ (titles[column])));
  json_array_foreach (array, i, object) for (guint column = 0; column < n; column++)
    g_ptr_array_add (cells, dup_cell (json_object_get (object, fields[column])));
  for (guint cell = 0; cell < cells->len; cell++)
    widths[cell % n]
      = MAX (widths[cell % n], get_width (g_ptr_array_index (cells, cell)));
  for (guint first = 0; first < cells->len; first += n)
    print_row (cells, first, n, widths);
  json_decref (array);
  return SKH_CLI_DONE;
}
