/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has its day only when something else has come: an event, a guidance. */
#include "skh-wording-private.h"

#include <string.h>

#define WORDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* Does anything from here to the end say days, or a return, by its own words? */
static gboolean
has_days_behind (const SkhWordingReader *self)
{
  SkhWordingReader rest = *self;

  for (; rest.at < rest.tokens->len; rest.at++)
    {
      SkhWording found = { 0 };
      SkhWordingReader tried = rest;
      char mark = rest.at > self->at
                    ? g_array_index (rest.tokens, SkhWordingToken, rest.at - 1).mark
                    : '(';
      const char *word = skh_wording_reader_peek (&rest, 0)->word;
      gboolean is_limit = g_strcmp0 (word, "truoc") == 0 || g_strcmp0 (word, "cham") == 0
                          || g_strcmp0 (word, "den") == 0;

      if ((is_limit || mark != '\0') && skh_wording_reader_take_dated (&tried, &found))
        return TRUE;
    }
  return FALSE;
}

static gboolean
holds (const SkhWordingReader *self, const char *words)
{
  SkhWordingReader rest = *self;

  for (; rest.at < rest.tokens->len; rest.at++)
    if (skh_wording_reader_take (&rest, words))
      return TRUE;

  return FALSE;
}

static gboolean
recurs (const SkhWordingReader *self)
{
  static const char *const signs[] = { "moi",      "tung",     "dinh ky",  "hang thang",
                                       "hang quy", "hang qui", "hang nam", "hang tuan" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (holds (self, signs[i]))
      return TRUE;

  return FALSE;
}

/* — The office sets the day of each quarter — */

/* "Sau mỗi đợt … hằng quý, thời gian quy định trong hướng dẫn …", "sau mỗi quý". */
static gboolean
take_each_quarter (SkhWordingReader *self, SkhWording *wording)
{
  if (!skh_wording_reader_take_any (self, WORDS ("ngay sau khi", "sau khi", "sau"))
      || !recurs (self) || has_days_behind (self))
    return FALSE;
  if (!holds (self, "hang quy") && !holds (self, "hang qui") && !holds (self, "moi quy")
      && !holds (self, "tung quy"))
    return FALSE;

  wording->deadline = skh_deadline_open (SKH_DEADLINE_QUARTERLY_SET_BY_OFFICE);
  return TRUE;
}

/* — An event — */

/* The event's name stands by itself on screen, so it begins with a capital. */
static char *
dup_event (const SkhWordingReader *self)
{
  g_autofree char *rest = skh_wording_reader_dup_rest (self);
  g_autofree char *first = NULL;

  if (rest == NULL)
    return NULL;

  first = g_utf8_strup (rest, (gssize)(g_utf8_next_char (rest) - rest));
  return g_strconcat (first, g_utf8_next_char (rest), NULL);
}

static gboolean
take_event (SkhWordingReader *self, SkhWording *wording)
{
  if (skh_wording_reader_is_at_end (self) || recurs (self) || has_days_behind (self))
    return FALSE;

  wording->event = dup_event (self);
  wording->deadline = skh_deadline_open (SKH_DEADLINE_RELATIVE);
  return wording->event != NULL;
}

/* "15 ngày", "10 ngày làm việc". */
static gboolean
take_days (SkhWordingReader *self, SkhWording *wording)
{
  int n, second;

  if (!skh_wording_reader_take_number (self, 1, 3, &n))
    return FALSE;
  if (skh_wording_reader_take_mark (self, '(')
      && !(skh_wording_reader_take_ordinal (self, &second)
           && skh_wording_reader_take_mark (self, ')')))
    return FALSE;
  if (!skh_wording_reader_take (self, "ngay"))
    return FALSE;

  wording->in_working_days = skh_wording_reader_take (self, "lam viec");
  skh_wording_reader_take_mark (self, ',');
  wording->days_after = n;
  return TRUE;
}

static gboolean
take_behind (SkhWordingReader *self)
{
  return skh_wording_reader_take_any (self,
                                      WORDS ("sau khi co", "sau khi", "ke tu ngay co",
                                             "ke tu khi co", "ke tu ngay", "ke tu khi",
                                             "ke tu", "tu ngay co", "tu khi co",
                                             "tu ngay", "tu khi", "sau ngay", "sau"));
}

/* "trong vòng 15 ngày kể từ ngày nhận được …", "sau 10 ngày làm việc kể từ …". */
static gboolean
take_days_after_event (SkhWordingReader *self, SkhWording *wording)
{
  skh_wording_reader_take_any (self,
                               WORDS ("cham nhat la", "cham nhat", "trong vong",
                                      "khong qua", "trong thoi han", "trong", "sau"));
  return take_days (self, wording) && take_behind (self) && take_event (self, wording);
}

/* "chậm nhất 5 ngày trước Đại hội". */
static gboolean
take_days_before_event (SkhWordingReader *self, SkhWording *wording)
{
  skh_wording_reader_take_any (self, WORDS ("cham nhat la", "cham nhat"));
  if (!take_days (self, wording)
      || !skh_wording_reader_take_any (self, WORDS ("truoc khi", "truoc ngay", "truoc")))
    return FALSE;

  wording->days_after = -wording->days_after;
  return take_event (self, wording);
}

/* "trước khi khai mạc Hội nghị", "trước Đại hội": the day before it. "Trước cuối tháng",
   "trước tháng sau" are times of the calendar that name no day. */
static gboolean
take_before_event (SkhWordingReader *self, SkhWording *wording)
{
  wording->days_after = -1;
  return skh_wording_reader_take_any (self, WORDS ("truoc khi", "truoc dip", "truoc ngay",
                                                   "truoc"))
         && skh_wording_reader_peek (self, 0)->word != NULL
         && !skh_wording_reader_take_any (self, WORDS ("thang", "quy", "qui", "nam",
                                                       "cuoi", "het", "dau"))
         && take_event (self, wording);
}

/* "sau ngày 30/4", "sau quý I" begins a time and does not end it. */
static gboolean
take_after_event (SkhWordingReader *self, SkhWording *wording)
{
  SkhWording found = { 0 };
  SkhWordingReader tried;

  if (skh_wording_reader_take_any (
        self, WORDS ("ngay sau khi co", "sau khi co", "khi co", "ngay khi co",
                     "cung voi viec", "cung voi", "cung thoi diem", "cung thoi gian",
                     "cung dip", "gan voi viec", "gan voi", "ket hop voi", "nhan dip",
                     "vao dip", "dip", "ngay sau khi", "sau khi", "khi")))
    return take_event (self, wording);
  if (!skh_wording_reader_take_any (self, WORDS ("ngay sau", "sau"))
      || skh_wording_reader_peek (self, 0)->word == NULL)
    return FALSE;

  tried = *self;
  return !skh_wording_reader_take_dated (&tried, &found) && take_event (self, wording);
}

/* "theo hướng dẫn của …". A plan or a programme must be somebody's: "theo kế hoạch" alone
   is this plan. */
static gboolean
take_according_to (SkhWordingReader *self, SkhWording *wording)
{
  guint start;
  gboolean is_paper, is_plan = FALSE;

  if (!skh_wording_reader_take (self, "theo"))
    return FALSE;

  start = self->at;
  is_paper = skh_wording_reader_take_any (self, WORDS ("huong dan", "thong bao",
                                                       "yeu cau", "chi dao", "cong van",
                                                       "van ban", "lich"));
  if (!is_paper)
    is_plan = skh_wording_reader_take_any (self, WORDS ("ke hoach", "chuong trinh"));
  if ((!is_paper && !is_plan)
      || (is_plan
          && (skh_wording_reader_is_at_end (self)
              || skh_wording_reader_take (self, "nay"))))
    return FALSE;

  self->at = start;
  return take_event (self, wording);
}

gboolean
skh_wording_reader_take_awaiting (SkhWordingReader *self, SkhWording *wording)
{
  static gboolean (*const rules[]) (SkhWordingReader *, SkhWording *) = {
    take_each_quarter, take_days_after_event, take_days_before_event,
    take_before_event, take_after_event,      take_according_to,
  };
  guint start = self->at;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (rules[i](self, wording))
        {
          wording->also_kind = wording->deadline.kind;
          wording->is_recognised = TRUE;
          return TRUE;
        }
      self->at = start;
      wording->days_after = 0;
      wording->in_working_days = FALSE;
    }
  return FALSE;
}
