/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-line-words.h"

#include "skh-number.h"

#include <glib/gi18n-lib.h>

/**
 * skh_status_get_sign:
 * @is_missing: delivered, but without a document or a figure the task asks for
 */
SkhStatusSign
skh_status_get_sign (SkhStatus status, gboolean is_missing)
{
  if (status.state == SKH_STATE_NOT_APPLICABLE)
    return (SkhStatusSign){ "–", SKH_INK_OFF, SKH_INK_OFF_FILL };
  if (status.timeliness == SKH_TIMELINESS_OVERDUE)
    return (SkhStatusSign){ "✖", SKH_INK_BAD, SKH_INK_BAD_FILL };
  if (status.timeliness == SKH_TIMELINESS_LATE)
    return (SkhStatusSign){ is_missing ? "◐!" : "◐", SKH_INK_WARNING,
                            SKH_INK_WARNING_FILL };
  if (status.state == SKH_STATE_DELIVERED)
    return (SkhStatusSign){ is_missing ? "✔!" : "✔", SKH_INK_GOOD, SKH_INK_GOOD_FILL };
  if (status.state == SKH_STATE_REWORK)
    return (SkhStatusSign){ "↺", SKH_INK_WARNING, SKH_INK_WARNING_FILL };
  if (status.state == SKH_STATE_IN_PROGRESS)
    return (SkhStatusSign){ "…", SKH_INK_BUSY, SKH_INK_BUSY_FILL };
  return (SkhStatusSign){ "", SKH_INK_TEXT, SKH_INK_NONE };
}

const char *
skh_state_get_words (SkhState state)
{
  switch (state)
    {
    case SKH_STATE_NOT_STARTED:
      return _ ("not started");
    case SKH_STATE_IN_PROGRESS:
      return _ ("in progress");
    case SKH_STATE_DELIVERED:
      return _ ("delivered");
    case SKH_STATE_REWORK:
      return _ ("sent back for rework");
    case SKH_STATE_NOT_APPLICABLE:
      return _ ("not applicable");
    case SKH_N_STATES:
    default:
      return "";
    }
}

static char *
dup_days (const char *format_one, const char *format_many, int days)
{
  const char *format
    = g_dngettext (GETTEXT_PACKAGE, format_one, format_many, (gulong)days);
  g_auto (GStrv) parts = g_strsplit (format, "%d", 2);

  return g_strdup_printf ("%s%d%s", parts[0], days, parts[1] != NULL ? parts[1] : "");
}

char *
skh_status_dup_words (SkhStatus status, SkhDate delivered_on)
{
  g_autofree char *day = skh_date_to_text (delivered_on);
  g_autofree char *days = NULL;

  switch (status.timeliness)
    {
    case SKH_TIMELINESS_OVERDUE:
      return dup_days (N_ ("overdue by %d day"), N_ ("overdue by %d days"), status.days);
    case SKH_TIMELINESS_DUE_SOON:
    case SKH_TIMELINESS_NOT_DUE:
      if (status.days == 0)
        return g_strdup (_ ("due today"));
      return dup_days (N_ ("%d day left"), N_ ("%d days left"), status.days);
    case SKH_TIMELINESS_ON_TIME:
      return g_strdup_printf (_ ("delivered on time, on %s"), day);
    case SKH_TIMELINESS_LATE:
      days = dup_days (N_ ("late by %d day"), N_ ("late by %d days"), status.days);
      return g_strdup_printf (_ ("delivered on %s, %s"), day, days);
    case SKH_TIMELINESS_NONE:
    case SKH_N_TIMELINESS:
    default:
      if (status.state == SKH_STATE_DELIVERED)
        return g_strdup_printf (_ ("delivered on %s"), day);
      return g_strdup (skh_state_get_words (status.state));
    }
}

/* Without the year: what is chased is of this one. */
char *
skh_chased_dup_words (const SkhChased *chased)
{
  int month, day;
  g_autofree char *last = NULL, *times = NULL;

  if (chased->times == 0)
    return NULL;
  skh_date_get_ymd (chased->last, NULL, &month, &day);
  last = g_strdup_printf ("%d/%d", day, month);
  times = dup_days (N_ ("chased %d time"), N_ ("chased %d times"), (int)chased->times);
  return g_strdup_printf (_ ("%s, last on %s"), times, last);
}

char *
skh_line_dup_due_text (const SkhLine *line, SkhDeadlineKind kind)
{
  int month, day;

  if (line->due == SKH_DATE_NONE)
    return g_strdup (skh_deadline_kind_awaits_day (kind) ? "?" : "—");
  skh_date_get_ymd (line->due, NULL, &month, &day);
  return g_strdup_printf ("%d/%d", day, month);
}

char *
skh_line_dup_period_text (const SkhLine *line)
{
  g_autofree char *roman = NULL;

  if (!line->own_period)
    return NULL;
  switch ((SkhPeriodKind)line->period.kind)
    {
    case SKH_PERIOD_QUARTER:
      roman = skh_number_to_roman (line->period.index);
      return g_strdup_printf (_ ("quarter %s"), roman);
    case SKH_PERIOD_MONTH:
      return g_strdup_printf (_ ("month %d"), line->period.index);
    case SKH_PERIOD_HALF:
      return g_strdup (line->period.index == 1 ? _ ("first half") : _ ("second half"));
    case SKH_PERIOD_NONE:
    case SKH_PERIOD_YEAR:
    default:
      return NULL;
    }
}

/* — History — */

static const char *
get_change_title (const SkhLineChange *change)
{
  switch (change->kind)
    {
    case SKH_LINE_CHANGE_STATE:
      return _ ("state");
    case SKH_LINE_CHANGE_DELIVERED_ON:
      return _ ("day of delivery");
    case SKH_LINE_CHANGE_DOCUMENT:
      return _ ("document");
    case SKH_LINE_CHANGE_NOTE:
      return _ ("note");
    case SKH_LINE_CHANGE_REASON:
      return _ ("reason");
    case SKH_LINE_CHANGE_COUNT:
      return _ ("done, of all");
    case SKH_LINE_CHANGE_CHASE:
      return _ ("chased");
    case SKH_LINE_CHANGE_FIGURE:
    case SKH_LINE_CHANGE_PASSAGE:
    default:
      return change->of != NULL ? change->of : "";
    }
}

static char *
dup_change_value (SkhLineChangeKind kind, const char *text)
{
  SkhState state;

  if (text == NULL)
    return g_strdup ("—");
  if (kind == SKH_LINE_CHANGE_STATE && skh_state_from_string (text, &state))
    return g_strdup (skh_state_get_words (state));
  if (kind == SKH_LINE_CHANGE_DELIVERED_ON || kind == SKH_LINE_CHANGE_PASSAGE
      || kind == SKH_LINE_CHANGE_CHASE)
    return skh_date_to_text (skh_date_parse_iso (text));
  return g_strdup (text);
}

char *
skh_line_change_dup_words (const SkhLineChange *change)
{
  g_autofree char *before = dup_change_value (change->kind, change->before);
  g_autofree char *after = dup_change_value (change->kind, change->after);

  if (change->before == NULL)
    return g_strdup_printf ("%s: %s", get_change_title (change), after);
  return g_strdup_printf ("%s: %s → %s", get_change_title (change), before, after);
}
