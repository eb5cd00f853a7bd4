/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days, months, quarters, halves and years as plans write them, and several in a row. */
#include "skh-wording-private.h"

#define MAX_PARTS 12

#define WORDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static gboolean
is_year (int number)
{
  return number >= 1900 && number < 2200;
}

static gboolean
take_year_number (SkhWordingReader *self, int *year)
{
  const SkhWordingToken *token = skh_wording_reader_peek (self, 0);

  if (token->n_digits != 4 || !is_year (token->number))
    return FALSE;

  *year = token->number;
  self->at++;
  return TRUE;
}

/* "/2023", "-2023", "năm 2023", ", năm 2023", "của năm 2023", "2023". */
gboolean
skh_wording_reader_take_year (SkhWordingReader *self, int *year)
{
  guint start = self->at;
  char mark = skh_wording_reader_peek (self, 0)->mark;

  if (mark == '/' || mark == '-' || mark == '.' || mark == ',')
    self->at++;
  skh_wording_reader_take_any (self, WORDS ("cua nam", "trong nam", "nam"));
  if (take_year_number (self, year))
    return TRUE;

  self->at = start;
  return FALSE;
}

static SkhWordingSpan
span_months (int first, int last, int year)
{
  return (SkhWordingSpan){
    .year = year, .first_month = first, .first_day = 1, .last_month = last
  };
}

static SkhWordingSpan
span_days (int first, int last, int month, int year)
{
  return (SkhWordingSpan){ .year = year,
                           .first_month = month,
                           .first_day = first,
                           .last_month = month,
                           .last_day = last };
}

/* — One day — */

static gboolean
take_day_mark (SkhWordingReader *self, char *mark)
{
  char found = skh_wording_reader_peek (self, 0)->mark;

  if (found != '/' && found != '-' && found != '.')
    return FALSE;

  *mark = found;
  self->at++;
  return TRUE;
}

/* The year behind a day may have two digits, where it stands behind the same mark. */
static int
take_year_of_day (SkhWordingReader *self, char mark)
{
  guint start = self->at;
  int year = 0;

  if (mark != '\0' && skh_wording_reader_take_mark (self, mark)
      && skh_wording_reader_take_number (self, 2, 2, &year))
    return 2000 + year;

  self->at = start;
  skh_wording_reader_take_year (self, &year);
  return year;
}

/* "19-20/5", "ngày 11 và 12 tháng 5/2023": two days of one month. */
static gboolean
take_days_of_month (SkhWordingReader *self, SkhWordingSpan *span)
{
  guint start = self->at;
  int first, last, month;
  char mark = '\0';

  if (skh_wording_reader_take_number (self, 1, 2, &first)
      && (skh_wording_reader_take_mark (self, '-')
          || skh_wording_reader_take_any (self,
                                          WORDS ("va", "den", "den ngay", "va ngay")))
      && skh_wording_reader_take_number (self, 1, 2, &last)
      && (skh_wording_reader_take_mark (self, '/')
          || skh_wording_reader_take (self, "thang"))
      && skh_wording_reader_take_number (self, 1, 2, &month))
    {
      mark = '/';
      *span = span_days (first, last, month, take_year_of_day (self, mark));
      return TRUE;
    }

  self->at = start;
  return FALSE;
}

static gboolean
take_day_and_month (SkhWordingReader *self, SkhWordingSpan *span)
{
  guint start = self->at;
  int day, month;
  char mark = '\0';

  if (skh_wording_reader_take_number (self, 1, 2, &day)
      && (take_day_mark (self, &mark) || skh_wording_reader_take (self, "thang"))
      && skh_wording_reader_take_number (self, 1, 2, &month))
    {
      *span = span_days (day, day, month, take_year_of_day (self, mark));
      return TRUE;
    }

  self->at = start;
  return FALSE;
}

/* "30/4/2023", "30-4", "ngày 30 tháng 4 năm 2023". */
gboolean
skh_wording_reader_take_day (SkhWordingReader *self, SkhWordingSpan *span)
{
  guint start = self->at;

  skh_wording_reader_take (self, "ngay");
  if (take_day_and_month (self, span))
    return TRUE;

  self->at = start;
  return FALSE;
}

/* — One part of the year — */

/* "quý", "quí", "Q.". */
static gboolean
take_quarter_name (SkhWordingReader *self)
{
  if (!skh_wording_reader_take_any (self, WORDS ("quy", "qui", "q")))
    return FALSE;

  skh_wording_reader_take_mark (self, '.');
  return TRUE;
}

static gboolean
take_quarter_part (SkhWordingReader *self, gboolean is_named, SkhWordingSpan *span)
{
  guint start = self->at;
  int quarter, year = 0;

  if ((is_named && !take_quarter_name (self))
      || !skh_wording_reader_take_quarter (self, &quarter))
    {
      self->at = start;
      return FALSE;
    }
  skh_wording_reader_take_year (self, &year);
  *span = span_months (3 * quarter - 2, 3 * quarter, year);
  return TRUE;
}

static gboolean
take_month_part (SkhWordingReader *self, gboolean is_named, SkhWordingSpan *span)
{
  guint start = self->at;
  int month, year = 0;

  if ((is_named && !skh_wording_reader_take (self, "thang"))
      || !skh_wording_reader_take_ordinal (self, &month))
    {
      self->at = start;
      return FALSE;
    }
  skh_wording_reader_take_year (self, &year);
  *span = span_months (month, month, year);
  return TRUE;
}

/* "6 tháng đầu năm", "9 tháng đầu năm 2023", "nửa cuối năm". */
static gboolean
take_months_of_year (SkhWordingReader *self, SkhWordingSpan *span)
{
  guint start = self->at;
  int n = 6, year = 0;
  gboolean is_half = skh_wording_reader_take (self, "nua");

  if (is_half
      || (skh_wording_reader_take_ordinal (self, &n)
          && skh_wording_reader_take (self, "thang")))
    {
      gboolean is_first = skh_wording_reader_take (self, "dau");

      if ((is_first || skh_wording_reader_take (self, "cuoi"))
          && skh_wording_reader_take_any (self, WORDS ("cua nam", "nam")) && n >= 1
          && n <= 12)
        {
          skh_wording_reader_take_year (self, &year);
          *span = is_first ? span_months (1, n, year) : span_months (13 - n, 12, year);
          return TRUE;
        }
    }

  self->at = start;
  return FALSE;
}

/* "trung tuần tháng 5": a month has three times ten days. */
static gboolean
take_ten_days (SkhWordingReader *self, SkhWordingSpan *span)
{
  static const char *const tens[] = { "thuong tuan", "trung tuan", "ha tuan" };
  guint start = self->at;

  for (int i = 0; i < (int)G_N_ELEMENTS (tens); i++)
    if (skh_wording_reader_take (self, tens[i]) && take_month_part (self, TRUE, span))
      {
        span->first_day = 10 * i + 1;
        span->last_day = i < 2 ? 10 * i + 10 : 0;
        return TRUE;
      }

  self->at = start;
  return FALSE;
}

static gboolean
take_whole_year (SkhWordingReader *self, SkhWordingSpan *span)
{
  guint start = self->at;
  int year = 0;

  skh_wording_reader_take_any (self, WORDS ("ca", "suot"));
  if (skh_wording_reader_take (self, "nam"))
    {
      take_year_number (self, &year);
      *span = span_months (1, 12, year);
      return TRUE;
    }

  self->at = start;
  return FALSE;
}

/* Halves before months, for "sáu tháng đầu năm" begins as a number does. */
gboolean
skh_wording_reader_take_part (SkhWordingReader *self, SkhWordingSpan *span)
{
  return take_months_of_year (self, span) || take_quarter_part (self, TRUE, span)
         || take_month_part (self, TRUE, span) || take_ten_days (self, span)
         || take_whole_year (self, span);
}

/* — Resolving — */

/* The days are none where the calendar has no such ones. */
gboolean
skh_wording_span_resolve (const SkhWordingSpan *span,
                          int default_year,
                          SkhDate *first,
                          SkhDate *last)
{
  int year = span->year != 0 ? span->year : default_year;
  int last_day = span->last_day != 0 ? span->last_day
                                     : skh_date_days_in_month (year, span->last_month);

  *first = skh_date_new (year, span->first_month, span->first_day);
  *last = skh_date_new (year, span->last_month, last_day);
  return *first != SKH_DATE_NONE && *last != SKH_DATE_NONE && *first <= *last;
}

/* — Several in a row — */

typedef gboolean (*TakePart) (SkhWordingReader *self,
                              gboolean is_named,
                              SkhWordingSpan *span);

static gboolean
take_separator (SkhWordingReader *self, gboolean *is_range)
{
  *is_range = FALSE;
  if (skh_wording_reader_take_mark (self, ',')
      || skh_wording_reader_take_mark (self, ';'))
    {
      skh_wording_reader_take (self, "va");
      return TRUE;
    }
  if (skh_wording_reader_take (self, "va") || skh_wording_reader_take_mark (self, '&'))
    return TRUE;

  *is_range = TRUE;
  return skh_wording_reader_take_mark (self, '-')
         || skh_wording_reader_take_any (self,
                                         WORDS ("den het", "den cuoi", "den", "toi"));
}

typedef struct
{
  SkhWordingSpan spans[MAX_PARTS];
  gboolean is_range[MAX_PARTS]; /* from the one before to this one */
  guint n;
} Row;

/* The year behind the last holds for those before it that name none. */
static void
spread_years (Row *row)
{
  for (guint i = row->n - 1; i > 0; i--)
    if (row->spans[i - 1].year == 0)
      row->spans[i - 1].year = row->spans[i].year;
}

/* Only what leaves no gap is one stretch: "quý I và quý III" is not. */
static gboolean
join (SkhWordingReader *self, Row *row, SkhDeadline *stretch, gboolean *is_possible)
{
  spread_years (row);
  *is_possible = TRUE;
  for (guint i = 0; i < row->n; i++)
    {
      SkhDate first, last;

      if (!skh_wording_span_resolve (&row->spans[i], self->plan_year, &first, &last))
        *is_possible = FALSE;
      else if (i == 0)
        *stretch = (SkhDeadline){ SKH_DEADLINE_IN_PERIOD, first, last };
      else if (row->is_range[i] ? first > stretch->last_day
                                : first == stretch->last_day + 1)
        stretch->last_day = last;
      else if (*is_possible)
        return FALSE;
    }
  return TRUE;
}

/* "quý I, II và III/2023", "tháng 4 - tháng 6": the name need not be said again. */
static gboolean
take_row (SkhWordingReader *self, TakePart take_part, Row *row)
{
  guint behind_part;

  row->n = 0;
  skh_wording_reader_take_any (self, WORDS ("cac", "hai", "ba"));
  if (!take_part (self, TRUE, &row->spans[row->n++]))
    return FALSE;
  for (behind_part = self->at; row->n < MAX_PARTS; behind_part = self->at)
    if (!take_separator (self, &row->is_range[row->n])
        || !(take_part (self, TRUE, &row->spans[row->n])
             || take_part (self, FALSE, &row->spans[row->n])))
      break;
    else
      row->n++;

  self->at = behind_part;
  return TRUE;
}

/* The day of "từ ngày 11 đến ngày 20/5" has its month at the other end. */
static gboolean
take_range_start (SkhWordingReader *self, SkhWordingSpan *span)
{
  int day;

  if (skh_wording_reader_take_day (self, span)
      || skh_wording_reader_take_part (self, span))
    return TRUE;
  skh_wording_reader_take (self, "ngay");
  if (!skh_wording_reader_take_number (self, 1, 2, &day))
    return FALSE;

  *span = span_days (day, day, 0, 0);
  return TRUE;
}

static gboolean
take_from_to (SkhWordingReader *self, Row *row)
{
  guint start = self->at;
  SkhWordingSpan *from = &row->spans[0], *to = &row->spans[1];

  if (skh_wording_reader_take (self, "tu") && take_range_start (self, from)
      && take_separator (self, &row->is_range[1]) && row->is_range[1]
      && (skh_wording_reader_take_day (self, to)
          || skh_wording_reader_take_part (self, to)))
    {
      if (from->first_month == 0)
        from->first_month = from->last_month = to->first_month;
      row->n = 2;
      return TRUE;
    }

  self->at = start;
  return FALSE;
}

/* A day has no name that could be left out. */
static gboolean
take_day_part (SkhWordingReader *self, gboolean is_named, SkhWordingSpan *span)
{
  guint start = self->at;

  if (!is_named)
    return FALSE;

  skh_wording_reader_take (self, "ngay");
  if (take_days_of_month (self, span))
    return TRUE;

  self->at = start;
  return skh_wording_reader_take_day (self, span);
}

static gboolean
take_any_part (SkhWordingReader *self, gboolean is_named, SkhWordingSpan *span)
{
  return is_named && skh_wording_reader_take_part (self, span);
}

gboolean
skh_wording_reader_take_stretch (SkhWordingReader *self,
                                 SkhDeadline *stretch,
                                 gboolean *is_day,
                                 gboolean *is_possible)
{
  static const TakePart parts[]
    = { take_quarter_part, take_month_part, take_day_part, take_any_part };
  guint start = self->at;
  Row row = { 0 };

  *is_day = FALSE;
  *stretch = skh_deadline_open (SKH_DEADLINE_IN_PERIOD);
  if (take_from_to (self, &row) && join (self, &row, stretch, is_possible))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      self->at = start;
      *is_day = parts[i] == take_day_part;
      if (take_row (self, parts[i], &row) && join (self, &row, stretch, is_possible))
        return TRUE;
    }

  self->at = start;
  return FALSE;
}
