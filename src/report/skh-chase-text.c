/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-chase-text.h"

#include <string.h>

char *
skh_chase_text_dup_status (SkhStatus status)
{
  if (status.timeliness == SKH_TIMELINESS_OVERDUE)
    return g_strdup_printf ("quá hạn %d ngày", status.days);
  return status.days > 0 ? g_strdup_printf ("còn %d ngày", status.days)
                         : g_strdup ("đến hạn trong ngày");
}

char *
skh_chase_text_dup_chased (const SkhChased *chased)
{
  g_autofree char *day = skh_date_to_text (chased->last);

  if (chased->times == 0)
    return NULL;
  return g_strdup_printf ("%u lần, gần nhất %s (%s)", chased->times, day,
                          skh_chase_how_get_name (chased->last_how));
}

char *
skh_chase_text_dup_task (SkhLedger *ledger, const SkhAssignment *line)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[line->task];
  g_autofree char *period = NULL;

  if (!line->line.own_period)
    return g_strdup (task->title);
  period = skh_period_to_text (line->line.period);
  return g_strdup_printf ("%s (%s)", task->title, period);
}

/* A title that ends in a full stop or a semicolon goes on in a sentence of ours. */
static void
strip_end (char *text)
{
  for (gsize n = strlen (text); n > 0 && strchr (".;,: ", text[n - 1]) != NULL; n--)
    text[n - 1] = '\0';
}

char *
skh_chase_text_dup_line (SkhLedger *ledger, const SkhAssignment *line, SkhDate on)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[line->task];
  SkhStatus status = skh_ledger_get_status (ledger, line, on);
  g_autofree char *title = skh_chase_text_dup_task (ledger, line);
  g_autofree char *due = skh_date_to_text (line->line.due);
  g_autofree char *words = skh_chase_text_dup_status (status);
  g_autofree char *clause
    = task->clause != NULL ? g_strdup_printf (" (mục %s)", task->clause) : NULL;

  strip_end (title);
  return g_strdup_printf ("%s%s, hạn cuối %s, %s", title, clause != NULL ? clause : "",
                          due, words);
}

char *
skh_chase_text_dup_counts (guint n_overdue, guint n_soon)
{
  g_autofree char *overdue = g_strdup_printf ("%u nhiệm vụ quá hạn", n_overdue);
  g_autofree char *soon = g_strdup_printf ("%u nhiệm vụ sắp đến hạn", n_soon);

  if (n_overdue == 0 || n_soon == 0)
    return n_overdue > 0 ? g_steal_pointer (&overdue) : g_steal_pointer (&soon);
  return g_strdup_printf ("%s và %s", overdue, soon);
}

static void
append_lines (GString *text,
              SkhChaseList *list,
              const SkhChaseUnit *run,
              const char *head)
{
  SkhLedger *ledger = skh_chase_list_get_ledger (list);
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, NULL);
  const guint *indexes = skh_chase_list_get_lines (list, NULL);

  for (guint i = 0; i < run->n; i++)
    {
      g_autofree char *line
        = skh_chase_text_dup_line (ledger, &lines[indexes[run->first + i]],
                                   skh_chase_list_get_on (list));

      if (head != NULL)
        g_string_append_printf (text, "%s %s.\n", head, line);
      else
        g_string_append_printf (text, "%u. %s.\n", i + 1, line);
    }
}

static void
append_end (GString *text, SkhLedger *ledger, gboolean is_overdue)
{
  g_string_append_printf (text,
                          "Đề nghị đơn vị %sthực hiện và gửi kết quả. Nếu đã gửi, đề "
                          "nghị báo lại để cập nhật.\n%s\n",
                          is_overdue ? "khẩn trương " : "",
                          skh_ledger_get_plan (ledger)->organisation);
}

static char *
new_for_all (SkhChaseList *list)
{
  SkhLedger *ledger = skh_chase_list_get_ledger (list);
  g_autofree char *day = skh_date_to_text (skh_chase_list_get_on (list));
  GString *text = g_string_new (NULL);
  guint n;
  const SkhChaseUnit *units = skh_chase_list_get_units (list, &n);

  g_string_append_printf (text,
                          "Kính gửi: các đơn vị có tên dưới đây.\nTính đến ngày %s, các "
                          "nhiệm vụ cần thực hiện theo %s:\n",
                          day, skh_ledger_get_plan (ledger)->short_title);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%u. %s:\n", i + 1,
                              skh_ledger_get_units (ledger, NULL)[units[i].unit].name);
      append_lines (text, list, &units[i], "-");
    }
  append_end (text, ledger, skh_chase_list_get_overdue (list)->len > 0);
  return g_string_free (text, FALSE);
}

/**
 * skh_chase_text_new:
 * @unit: index, or %SKH_NO_INDEX for all units of the list
 *
 * Returns: (transfer full): what the list holds of the unit, as a message to it; %NULL
 *   when that is nothing
 */
char *
skh_chase_text_new (SkhChaseList *list, guint unit)
{
  SkhLedger *ledger = skh_chase_list_get_ledger (list);
  const SkhChaseUnit *run = skh_chase_list_find_unit (list, unit);
  g_autofree char *day = skh_date_to_text (skh_chase_list_get_on (list));
  g_autofree char *counts = NULL;
  GString *text;
  guint n;

  skh_chase_list_get_lines (list, &n);
  if (unit == SKH_NO_INDEX)
    return n > 0 ? new_for_all (list) : NULL;
  if (run == NULL)
    return NULL;
  counts = skh_chase_text_dup_counts (run->n_overdue, run->n - run->n_overdue);
  text = g_string_new (NULL);
  g_string_append_printf (text,
                          "Kính gửi: %s.\nTính đến ngày %s, đơn vị có %s theo %s:\n",
                          skh_ledger_get_units (ledger, NULL)[unit].name, day, counts,
                          skh_ledger_get_plan (ledger)->short_title);
  append_lines (text, list, run, NULL);
  append_end (text, ledger, run->n_overdue > 0);
  return g_string_free (text, FALSE);
}
