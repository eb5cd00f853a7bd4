/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a list as imports do and prints it as JSON would: what test-list-files.py looks
   at. "--rows": counts the rows of a list of any length, and says the peak memory. */
#include "skh-list-reader.h"

#include <stdio.h>
#include <string.h>

static const SkhListColumn wanted[] = { { "no", { "TT", "STT" } },
                                        { "name", { "Tên", "Tên đơn vị" } },
                                        { "day", { "Ngày" } } };

static void
print_text (const char *text)
{
  putchar ('"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"' || *text == '\\')
        putchar ('\\');
      putchar (*text);
    }
  putchar ('"');
}

static void
print_row (const SkhListRow *row)
{
  printf ("{\"number\": %u, \"hidden\": %s, \"cells\": [", row->number,
          row->hidden ? "true" : "false");
  for (guint i = 0; i < row->n_cells; i++)
    {
      fputs (i > 0 ? ", " : "", stdout);
      print_text (row->cells[i]);
    }
  fputs ("]}", stdout);
}

static void
print_source (const SkhListSource *source)
{
  fputs ("{\"sheet\": ", stdout);
  if (source->sheet != NULL)
    print_text (source->sheet);
  else
    fputs ("null", stdout);
  printf (", \"old\": %u, \"hidden_rows\": %u, \"hidden_columns\": [",
          source->n_old_cells, source->n_hidden_rows);
  for (guint i = 0; i < source->hidden_columns->len; i++)
    printf ("%s%u", i > 0 ? ", " : "", g_array_index (source->hidden_columns, guint, i));
  fputs ("], \"rows\": [", stdout);
  for (guint i = 0; i < source->rows->len; i++)
    {
      fputs (i > 0 ? ", " : "", stdout);
      print_row (source->rows->pdata[i]);
    }
  fputs ("]}\n", stdout);
}

static gboolean
count_row (SkhListRow *row, gpointer user_data)
{
  guint *counts = user_data;

  counts[0]++;
  counts[1] = row->number;
  skh_list_row_free (row);
  return TRUE;
}

/* Of this program alone: getrusage() also counts the one that started it. */
static gint64
get_peak_kb (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return -1;
  line = strstr (status, "VmHWM:");
  return line != NULL ? g_ascii_strtoll (line + strlen ("VmHWM:"), NULL, 10) : -1;
}

static int
count_rows (const char *path)
{
  g_autoptr (GError) error = NULL;
  guint counts[2] = { 0 };

  if (!skh_list_file_for_each_row (path, NULL, count_row, counts, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  printf ("{\"rows\": %u, \"last\": %u, \"peak_kb\": %" G_GINT64_FORMAT "}\n", counts[0],
          counts[1], get_peak_kb ());
  return 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhListSource) source = NULL;

  if (argc > 2 && strcmp (argv[1], "--rows") == 0)
    return count_rows (argv[2]);
  source = skh_list_source_read_best (argv[1], argc > 2 ? argv[2] : NULL, wanted,
                                      G_N_ELEMENTS (wanted), &error);
  if (source == NULL)
    {
      fprintf (stderr, "%d %s\n", error->code, error->message);
      return 1;
    }
  print_source (source);
  return 0;
}
