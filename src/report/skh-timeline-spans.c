/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the picture and the cells of a timeline share: rows, stretches of days, and words.
 */
#include "skh-timeline-report-private.h"

#include "skh-report-parts.h"

static void
clear_place (gpointer data)
{
  skh_ledger_unref (((SkhTimelinePlace *)data)->ledger);
}

static SkhPeriod
get_year (SkhLedger *ledger)
{
  return skh_period_new (SKH_PERIOD_YEAR, skh_ledger_get_plan (ledger)->year, 1);
}

/* A plan's band counts all its lines, a section's its own. */
static SkhTimelinePlace
make_place (SkhTimeline *timeline, guint row, SkhDate on)
{
  SkhTimelinePlace place = {
    .ledger = skh_ledger_ref (skh_timeline_get_ledger (timeline, row)),
    .section = skh_timeline_get_section (timeline, row),
    .task = skh_timeline_get_task (timeline, row),
  };

  if (place.task != SKH_NO_INDEX)
    place.rates = skh_timeline_get_standing (timeline, row)->rates;
  else
    place.rates = skh_ledger_get_rates (place.ledger, get_year (place.ledger), on,
                                        SKH_NO_INDEX, place.section, SKH_NO_INDEX);
  return place;
}

GArray *
skh_timeline_list_places (SkhTimeline *timeline, SkhDate on)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (SkhTimelinePlace));
  g_autofree guint *numbers = NULL;
  SkhLedger *numbered = NULL;

  g_array_set_clear_func (places, clear_place);
  for (guint i = 0; i < skh_timeline_get_n_rows (timeline); i++)
    {
      SkhTimelinePlace place = make_place (timeline, i, on);

      if (place.ledger != numbered)
        {
          g_free (numbers);
          numbers = skh_report_number_tasks (place.ledger);
          numbered = place.ledger;
        }
      if (place.task != SKH_NO_INDEX)
        place.number = numbers[place.task];
      g_array_append_val (places, place);
    }
  return places;
}

const SkhTask *
skh_timeline_place_get_task (const SkhTimelinePlace *place)
{
  return &skh_ledger_get_tasks (place->ledger, NULL)[place->task];
}

char *
skh_timeline_place_dup_title (const SkhTimelinePlace *place)
{
  const SkhSection *section;

  if (place->section == SKH_NO_INDEX)
    return g_strdup (skh_ledger_get_plan (place->ledger)->short_title);
  section = &skh_ledger_get_sections (place->ledger, NULL)[place->section];
  return g_strdup_printf ("%s. %s", section->code, section->title);
}

static SkhDate
get_end (SkhDate day, SkhSpanKind kind)
{
  int year, month, day_of_month;

  skh_date_get_ymd (day, &year, &month, &day_of_month);
  switch (kind)
    {
    case SKH_SPAN_QUARTER:
      return skh_period_get_last_day (skh_period_of_day (SKH_PERIOD_QUARTER, day));
    case SKH_SPAN_HALF_MONTH:
      if (day_of_month <= 15)
        return skh_date_new (year, month, 15);
      G_GNUC_FALLTHROUGH;
    case SKH_SPAN_MONTH:
      return skh_period_get_last_day (skh_period_of_day (SKH_PERIOD_MONTH, day));
    case SKH_SPAN_WEEK:
      return day + 7 - skh_date_get_weekday (day);
    case SKH_SPAN_YEAR:
    default:
      return skh_date_new (year, 12, 31);
    }
}

GArray *
skh_timeline_list_spans (SkhDate first, SkhDate last, SkhSpanKind kind)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SkhSpan));

  for (SkhDate day = first; day <= last;)
    {
      SkhSpan span = { day, MIN (get_end (day, kind), last) };

      g_array_append_val (spans, span);
      day = span.last + 1;
    }
  return spans;
}

SkhTaskLook
skh_timeline_get_look (const SkhRates *rates)
{
  if (rates->overdue > 0)
    return (SkhTaskLook){ SKH_INK_BAD, SKH_INK_BAD_FILL, "!" };
  if (rates->expected > 0 && rates->actual == rates->expected)
    return (SkhTaskLook){ SKH_INK_GOOD, SKH_INK_GOOD_FILL, "✔" };
  if (rates->due_soon > 0)
    return (SkhTaskLook){ SKH_INK_WARNING, SKH_INK_WARNING_FILL,
                          rates->actual > 0 ? "…" : "" };
  return (SkhTaskLook){ SKH_INK_BUSY, SKH_INK_BUSY_FILL, rates->actual > 0 ? "…" : "" };
}

char *
skh_timeline_dup_share (const SkhRates *rates)
{
  const char *sign = skh_timeline_get_look (rates).sign;

  if (rates->expected == 0)
    return g_strdup ("");
  return g_strdup_printf ("%s%s%u/%u", sign, *sign != '\0' ? " " : "", rates->actual,
                          rates->expected);
}

char *
skh_timeline_dup_deadline (SkhLedger *ledger, const SkhTask *task)
{
  SkhDate due = skh_timeline_get_task_due (ledger, task);

  if (due != SKH_DATE_NONE)
    return skh_date_to_text (due);
  switch (task->deadline.kind)
    {
    case SKH_DEADLINE_MONTHLY:
      return g_strdup ("hằng tháng");
    case SKH_DEADLINE_QUARTERLY:
    case SKH_DEADLINE_QUARTERLY_SET_BY_OFFICE:
      return g_strdup ("hằng quý");
    case SKH_DEADLINE_HALF_YEARLY:
      return g_strdup ("6 tháng");
    case SKH_DEADLINE_ONGOING:
      return g_strdup ("thường xuyên");
    case SKH_DEADLINE_RELATIVE:
      return g_strdup ("chờ ngày");
    case SKH_DEADLINE_UNSPECIFIED:
    case SKH_DEADLINE_IN_PERIOD:
    case SKH_DEADLINE_BY_END_OF:
    case SKH_DEADLINE_BEFORE:
    case SKH_N_DEADLINE_KINDS:
    default:
      return g_strdup ("—");
    }
}

char *
skh_timeline_dup_remark (SkhLedger *ledger, const SkhTask *task)
{
  SkhDeadlineKind kind = task->deadline.kind;
  const char *event = task->event != NULL ? task->event : task->wording;

  if (skh_timeline_get_task_due (ledger, task) != SKH_DATE_NONE
      || skh_deadline_kind_is_periodic (kind) || kind == SKH_DEADLINE_ONGOING)
    return NULL;
  if (kind != SKH_DEADLINE_RELATIVE)
    return g_strdup ("Kế hoạch không nêu thời hạn");
  return event != NULL ? g_strdup_printf ("? chờ: %s", event)
                       : g_strdup ("? chờ văn bản, sự việc mà thời hạn tính theo");
}
