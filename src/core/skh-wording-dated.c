/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Wordings that name their own days. */
#include "skh-wording-private.h"

#define WORDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* How the words before a stretch of days bound it. */
typedef enum
{
  BOUND_NONE,   /* quý II: work of the quarter */
  BOUND_IN,     /* trong quý II, cuối quý II: from its first day to its last */
  BOUND_BY,     /* chậm nhất, đến hết quý II: its last day */
  BOUND_BEFORE, /* trước quý II: the day before its first */
} Bound;

static gboolean
take_latest (SkhWordingReader *self)
{
  gboolean found
    = skh_wording_reader_take_any (self, WORDS ("cham nhat", "muon nhat", "tre nhat",
                                                "khong qua", "khong muon hon",
                                                "khong tre hon", "khong cham hon"));

  if (found)
    skh_wording_reader_take_any (self, WORDS ("la vao", "la trong", "la"));
  return found;
}

static gboolean
take_until (SkhWordingReader *self)
{
  return skh_wording_reader_take_any (self, WORDS ("den het ngay", "cho den het",
                                                   "den het", "den cuoi", "cho den",
                                                   "den", "toi het", "het ngay", "het"));
}

/* "17 giờ 00", "17h30", "17:00" before a day: the day itself is the last. */
static gboolean
take_time (SkhWordingReader *self)
{
  guint start = self->at;
  int hour, minute;

  if (skh_wording_reader_take_number (self, 1, 2, &hour) && hour <= 24
      && (skh_wording_reader_take_any (self, WORDS ("gio", "h", "g"))
          || skh_wording_reader_take_mark (self, ':')))
    {
      if (skh_wording_reader_take_number (self, 1, 2, &minute))
        skh_wording_reader_take_any (self, WORDS ("phut", "p"));
      skh_wording_reader_take_mark (self, ',');
      return TRUE;
    }

  self->at = start;
  return FALSE;
}

/* "trước 17 giờ ngày 30/4" is not before the day but in it. */
static Bound
take_before (SkhWordingReader *self)
{
  if (!skh_wording_reader_take (self, "truoc"))
    return BOUND_NONE;

  return take_time (self) ? BOUND_BY : BOUND_BEFORE;
}

/* "chậm nhất cuối quý I" names the quarter's run as "trong quý I" does; "chậm nhất
   (trong) quý II" only its end: so the plan's own table of days has it. */
static Bound
take_bound_behind_latest (SkhWordingReader *self)
{
  Bound before;

  take_time (self);
  if (skh_wording_reader_take_any (self, WORDS ("vao cuoi", "trong cuoi", "cuoi")))
    return BOUND_IN;
  before = take_before (self);
  if (before != BOUND_NONE)
    return before;

  if (!skh_wording_reader_take (self, "tu nay") || take_until (self))
    skh_wording_reader_take_any (self, WORDS ("trong", "vao"));
  take_until (self);
  return BOUND_BY;
}

static Bound
take_bound (SkhWordingReader *self)
{
  guint start = self->at;
  Bound before;

  if (take_latest (self))
    return take_bound_behind_latest (self);
  skh_wording_reader_take (self, "tu nay");
  if (skh_wording_reader_take_any (self, WORDS ("den truoc", "cho den truoc")))
    return BOUND_BEFORE;
  before = take_before (self);
  if (before != BOUND_NONE)
    return before;
  if (take_until (self))
    {
      take_time (self);
      return BOUND_BY;
    }

  self->at = start;
  if (skh_wording_reader_take_any (self, WORDS ("vao cuoi", "trong cuoi", "cuoi",
                                                "trong thoi gian", "trong vong",
                                                "trong khoang", "trong")))
    return BOUND_IN;
  skh_wording_reader_take (self, "vao");
  return BOUND_NONE;
}

static SkhDeadline
bind (const SkhDeadline *stretch, Bound bound, gboolean is_day)
{
  SkhDeadline deadline = *stretch;

  switch (bound)
    {
    case BOUND_BEFORE:
      return skh_deadline_before (stretch->first_day);
    case BOUND_BY:
      deadline.kind = SKH_DEADLINE_BY_END_OF;
      deadline.first_day = SKH_DATE_NONE;
      return deadline;
    case BOUND_IN:
      deadline.kind = is_day ? SKH_DEADLINE_IN_PERIOD : SKH_DEADLINE_BY_END_OF;
      return deadline;
    case BOUND_NONE:
    default:
      return deadline;
    }
}

/* A bare period is, in the same plan, a time of work in one line and a limit in the
   next. */
static SkhDeadlineKind
find_other_kind (const SkhDeadline *deadline, Bound bound, gboolean is_day)
{
  return bound == BOUND_NONE && !is_day ? SKH_DEADLINE_BY_END_OF : deadline->kind;
}

/* "trước ngày 15/12 hằng năm" is, in the plan of one year, that year's. */
static gboolean
take_every_year (SkhWordingReader *self)
{
  skh_wording_reader_take_any (self, WORDS ("hang nam", "moi nam", "trong nam"));
  return skh_wording_reader_is_at_end (self);
}

gboolean
skh_wording_reader_take_dated (SkhWordingReader *self, SkhWording *wording)
{
  guint start = self->at;
  SkhDeadline stretch;
  gboolean is_day, is_possible = TRUE;
  Bound bound = take_bound (self);

  if (!skh_wording_reader_take_stretch (self, &stretch, &is_day, &is_possible)
      || !take_every_year (self))
    {
      self->at = start;
      return FALSE;
    }
  if (!is_possible)
    {
      wording->fault = SKH_WORDING_FAULT_NO_SUCH_DAY;
      return TRUE;
    }
  wording->deadline = bind (&stretch, bound, is_day);
  wording->also_kind = find_other_kind (&wording->deadline, bound, is_day);
  wording->is_recognised = TRUE;
  return TRUE;
}
