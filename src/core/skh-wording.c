/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The office's own words of a deadline. A wording is cut into tokens (SkhWordingReader)
   and tried by a few rules, each of which must account for all of it: what none of them
   accounts for is not understood, and said to be. */
#include "skh-wording.h"

#include "skh-wording-private.h"

#include <string.h>

#define WORDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* What a wording may begin with without saying more: "Hoàn thành trước …". */
static void
skip_lead_in (SkhWordingReader *self)
{
  static const char *const words[] = { "thoi gian thuc hien",
                                       "thoi gian hoan thanh",
                                       "thoi gian nop",
                                       "thoi gian gui",
                                       "thoi han nop",
                                       "thoi han gui",
                                       "thoi han",
                                       "thoi gian",
                                       "hoan thanh",
                                       "thuc hien",
                                       "bao cao",
                                       "trien khai",
                                       "ban hanh",
                                       "to chuc",
                                       "gui",
                                       "nop",
                                       "xong",
                                       "du kien",
                                       "phai",
                                       NULL };
  guint start = self->at;

  while (skh_wording_reader_take_any (self, words)
         || (self->at > start && skh_wording_reader_take_mark (self, ':')))
    ;
}

static gboolean
take_kind (SkhWordingReader *self, SkhDeadlineKind kind, SkhWording *wording)
{
  if (!skh_wording_reader_is_at_end (self))
    return FALSE;

  wording->deadline = skh_deadline_open (kind);
  wording->also_kind = kind;
  wording->is_recognised = TRUE;
  return TRUE;
}

/* "Thường xuyên", "thường xuyên, liên tục trong năm 2023". */
static gboolean
take_ongoing (SkhWordingReader *self, SkhWording *wording)
{
  guint start = self->at;
  gboolean found = FALSE;
  int year;

  while (
    skh_wording_reader_take_any (self, WORDS ("thuong xuyen", "lien tuc", "trong suot"))
    || (found
        && (skh_wording_reader_take_mark (self, ',')
            || skh_wording_reader_take (self, "va"))))
    found = TRUE;
  if (found && !skh_wording_reader_take_year (self, &year))
    skh_wording_reader_take_any (self, WORDS ("trong ca nam", "trong suot nam",
                                              "trong nam", "ca nam", "hang nam", "nam"));
  if (found && take_kind (self, SKH_DEADLINE_ONGOING, wording))
    return TRUE;

  self->at = start;
  return FALSE;
}

static gboolean
take_unspecified (SkhWordingReader *self, SkhWording *wording)
{
  guint start = self->at;

  skh_wording_reader_take_any (self, WORDS ("khong quy dinh thoi han",
                                            "khong quy dinh thoi gian", "khong quy dinh",
                                            "khong xac dinh", "khong co thoi han",
                                            "khong thoi han", "khong neu thoi han",
                                            "chua xac dinh"));
  if (take_kind (self, SKH_DEADLINE_UNSPECIFIED, wording))
    return TRUE;

  self->at = start;
  return FALSE;
}

static void
check_year (SkhWording *wording, int plan_year)
{
  SkhDate last_day = wording->deadline.last_day;

  if (wording->is_recognised && last_day != SKH_DATE_NONE
      && skh_date_get_year (last_day) != plan_year)
    wording->fault = SKH_WORDING_FAULT_OUTSIDE_YEAR;
}

/**
 * skh_wording_recognise:
 * @text: (nullable): a deadline as a plan writes it, in any case, with or without tones
 * @plan_year: the plan's year, which a wording without a year means
 *
 * Understands the words by the office's rules on deadlines: "trước" a day is the day
 * before it at the latest, "chậm nhất" or "đến hết" a day is that day; a period's last
 * day is the period's; "trong" and "cuối" a period begin with it, "chậm nhất" does not;
 * what is ongoing, or waits for an event, has no day of its own. Nothing written is
 * `unspecified`.
 *
 * Returns: (transfer full): what was understood; clear it with skh_wording_clear()
 */
SkhWording
skh_wording_recognise (const char *text, int plan_year)
{
  static gboolean (*const rules[]) (SkhWordingReader *, SkhWording *) = {
    take_unspecified,
    take_ongoing,
    skh_wording_reader_take_recurring,
    skh_wording_reader_take_dated,
    skh_wording_reader_take_awaiting,
  };
  SkhWording wording = { .deadline = skh_deadline_open (SKH_DEADLINE_UNSPECIFIED) };
  SkhWordingReader reader;
  gboolean is_taken = FALSE;

  skh_wording_reader_init (&reader, text, plan_year);
  if (reader.tokens->len > 0)
    skip_lead_in (&reader);
  if (reader.at > 0 && skh_wording_reader_is_at_end (&reader))
    reader.at = 0; /* "Hoàn thành" alone says no day */
  for (guint i = 0; i < G_N_ELEMENTS (rules) && !is_taken; i++)
    is_taken = rules[i](&reader, &wording);
  check_year (&wording, plan_year);
  skh_wording_reader_clear (&reader);
  return wording;
}

/**
 * skh_wording_clear:
 * @wording: (nullable): what skh_wording_recognise() gave
 */
void
skh_wording_clear (SkhWording *wording)
{
  if (wording != NULL)
    g_clear_pointer (&wording->event, g_free);
}
