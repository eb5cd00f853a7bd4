/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What returns every month, quarter, half or year. */
#include "skh-wording-private.h"

#define WORDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* "6 tháng", "một quý", "1 năm". */
static gboolean
take_numbered_unit (SkhWordingReader *self, int *months)
{
  guint start = self->at;

  if (skh_wording_reader_take_ordinal (self, months))
    {
      if (*months > 0 && skh_wording_reader_take (self, "thang"))
        return TRUE;
      if (*months == 1 && skh_wording_reader_take_any (self, WORDS ("quy", "qui")))
        *months = 3;
      else if (*months == 1 && skh_wording_reader_take (self, "nam"))
        *months = 12;
      else
        *months = 0;
      if (*months > 0)
        return TRUE;
    }

  self->at = start;
  return FALSE;
}

/* How many months from one time to the next. */
static gboolean
take_unit (SkhWordingReader *self, int *months)
{
  if (take_numbered_unit (self, months))
    return TRUE;
  if (skh_wording_reader_take (self, "nua nam"))
    *months = 6;
  else if (skh_wording_reader_take (self, "thang"))
    *months = 1;
  else if (skh_wording_reader_take_any (self, WORDS ("quy", "qui")))
    *months = 3;
  else if (skh_wording_reader_take (self, "nam"))
    *months = 12;
  else
    return FALSE;
  return TRUE;
}

/* "/lần", "một lần", "1 lần": behind a unit. */
static gboolean
take_once (SkhWordingReader *self)
{
  guint start = self->at;
  int n;

  skh_wording_reader_take_mark (self, '/');
  skh_wording_reader_take (self, "it nhat");
  if (skh_wording_reader_take (self, "lan"))
    return TRUE;
  if (skh_wording_reader_take_ordinal (self, &n) && n == 1
      && skh_wording_reader_take (self, "lan"))
    return TRUE;

  self->at = start;
  return FALSE;
}

/* "1 lần/quý", "một lần mỗi tháng". */
static gboolean
take_once_per_unit (SkhWordingReader *self, int *months)
{
  guint start = self->at;
  int n;

  skh_wording_reader_take (self, "it nhat");
  if (skh_wording_reader_take_ordinal (self, &n) && n == 1
      && skh_wording_reader_take (self, "lan")
      && (skh_wording_reader_take_mark (self, '/')
          || skh_wording_reader_take_any (self, WORDS ("moi", "trong", "hang")))
      && take_unit (self, months))
    return TRUE;

  self->at = start;
  return FALSE;
}

/* is_listed: behind another ("định kỳ 6 tháng, năm"), where the bare unit is enough. */
static gboolean
take_every (SkhWordingReader *self, gboolean is_listed, int *months)
{
  guint start = self->at;
  gboolean is_each;

  if (take_once_per_unit (self, months))
    return TRUE;
  skh_wording_reader_take_any (self, WORDS ("vao cuoi", "cuoi", "het", "trong", "theo"));
  is_each = skh_wording_reader_take_any (self, WORDS ("hang", "moi", "tung"));
  if (take_unit (self, months) && (take_once (self) || is_each || is_listed))
    return TRUE;

  self->at = start;
  return FALSE;
}

/* "các quý trong năm", "4 quý": all there are. */
static gboolean
take_all (SkhWordingReader *self, int *months)
{
  guint start = self->at;

  skh_wording_reader_take_any (self, WORDS ("trong", "cuoi", "vao cuoi"));
  if (skh_wording_reader_take (self, "cac") && take_unit (self, months)
      && (*months == 1 || *months == 3)
      && (skh_wording_reader_is_at_end (self)
          || skh_wording_reader_take_any (self, WORDS ("trong nam", "cua nam"))))
    return TRUE;

  self->at = start;
  return FALSE;
}

static void
take_separator (SkhWordingReader *self)
{
  if (!skh_wording_reader_take_mark (self, ',')
      && !skh_wording_reader_take_mark (self, ';'))
    skh_wording_reader_take_mark (self, '-');
  skh_wording_reader_take (self, "va");
}

/* "hằng quý, 6 tháng, năm": the ends of the halves and of the year are ends of quarters,
   so the shortest stands for all, where the others are made of it. */
static gboolean
take_list (SkhWordingReader *self, int *months)
{
  gboolean is_periodic
    = skh_wording_reader_take_any (self, WORDS ("thuong ky", "dinh ky"));
  guint behind;
  int next;

  if (!take_all (self, months) && !take_every (self, is_periodic, months))
    return FALSE;
  for (behind = self->at;; behind = self->at)
    {
      take_separator (self);
      if (!take_every (self, TRUE, &next))
        break;
      if (MAX (*months, next) % MIN (*months, next) != 0)
        return FALSE;
      *months = MIN (*months, next);
    }
  self->at = behind;
  return TRUE;
}

static gboolean
find_kind (int months, SkhDeadlineKind *kind)
{
  switch (months)
    {
    case 1:
      *kind = SKH_DEADLINE_MONTHLY;
      return TRUE;
    case 3:
      *kind = SKH_DEADLINE_QUARTERLY;
      return TRUE;
    case 6:
      *kind = SKH_DEADLINE_HALF_YEARLY;
      return TRUE;
    default:
      return FALSE;
    }
}

/* Once a year is, for the plan of one year, by the year's end. */
static gboolean
find_deadline (int months, int year, SkhDeadline *deadline)
{
  SkhDeadlineKind kind;

  if (months == 12)
    *deadline = skh_deadline_by_end_of (skh_period_new (SKH_PERIOD_YEAR, year, 1), TRUE);
  else if (find_kind (months, &kind))
    *deadline = skh_deadline_periodic (kind, year);
  else
    return FALSE;
  return TRUE;
}

/* "hằng quý, theo hướng dẫn của …", "hằng quý, thời gian quy định trong hướng dẫn …". */
static gboolean
take_left_to_guidance (SkhWordingReader *self)
{
  skh_wording_reader_take_mark (self, ',');
  skh_wording_reader_take_mark (self, '(');
  skh_wording_reader_take_any (self, WORDS ("thoi gian cu the", "thoi gian", "thoi han",
                                            "thoi diem", "ngay cu the"));
  skh_wording_reader_take_any (self, WORDS ("thuc hien", "quy dinh", "co"));
  return skh_wording_reader_take_any (self, WORDS ("theo huong dan", "theo thong bao",
                                                   "theo yeu cau", "trong huong dan",
                                                   "do co quan cap tren", "do ban",
                                                   "co huong dan"));
}

gboolean
skh_wording_reader_take_recurring (SkhWordingReader *self, SkhWording *wording)
{
  guint start = self->at;
  int months, year = self->plan_year;

  if (!take_list (self, &months))
    {
      self->at = start;
      return FALSE;
    }
  if (!skh_wording_reader_take_year (self, &year))
    skh_wording_reader_take_any (self, WORDS ("trong nam", "trong suot nam"));
  if (skh_wording_reader_is_at_end (self))
    wording->is_recognised = find_deadline (months, year, &wording->deadline);
  else if (months == 3 && take_left_to_guidance (self))
    {
      wording->deadline
        = skh_deadline_periodic (SKH_DEADLINE_QUARTERLY_SET_BY_OFFICE, year);
      wording->is_recognised = TRUE;
    }
  wording->also_kind = wording->deadline.kind;
  if (!wording->is_recognised)
    self->at = start;
  return wording->is_recognised;
}
