/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-wording.h"

G_BEGIN_DECLS

/* A wording as a row of tokens: folded words, numbers, marks. */
typedef struct
{
  const char *word; /* folded; NULL for a number or a mark */
  int number;       /* -1 for a word or a mark */
  guint n_digits;
  char mark;   /* '\0' for a word or a number */
  gsize start; /* byte in the text */
} SkhWordingToken;

/* A reader of the tokens. Every rule either takes what it knows and returns TRUE, or
   leaves `at` where it found it. */
typedef struct
{
  char *text; /* as written, on one line */
  GArray *tokens;
  GStringChunk *words;
  guint at;
  int plan_year;
} SkhWordingReader;

/* A stretch of the calendar as words name it. A year of 0 was not said; a last day of 0
   is the month's end; a month of 0 is that of the other end ("từ ngày 11 đến ngày 20/5").
   Months and days may be such as no calendar has. */
typedef struct
{
  int year;
  int first_month, first_day;
  int last_month, last_day;
} SkhWordingSpan;

void skh_wording_reader_init (SkhWordingReader *self, const char *text, int plan_year);
void skh_wording_reader_clear (SkhWordingReader *self);
const SkhWordingToken *skh_wording_reader_peek (const SkhWordingReader *self,
                                                guint ahead);
gboolean skh_wording_reader_is_at_end (const SkhWordingReader *self);
gboolean skh_wording_reader_take (SkhWordingReader *self, const char *words);
gboolean skh_wording_reader_take_any (SkhWordingReader *self, const char *const *choices);
gboolean skh_wording_reader_take_mark (SkhWordingReader *self, char mark);
gboolean skh_wording_reader_take_number (SkhWordingReader *self,
                                         guint min_digits,
                                         guint max_digits,
                                         int *number);
gboolean skh_wording_reader_take_ordinal (SkhWordingReader *self, int *number);
gboolean skh_wording_reader_take_quarter (SkhWordingReader *self, int *number);
char *skh_wording_reader_dup_rest (const SkhWordingReader *self);

gboolean skh_wording_reader_take_year (SkhWordingReader *self, int *year);
gboolean skh_wording_reader_take_day (SkhWordingReader *self, SkhWordingSpan *span);
gboolean skh_wording_reader_take_part (SkhWordingReader *self, SkhWordingSpan *span);
/* One part of the calendar, or several that make one stretch. */
gboolean skh_wording_reader_take_stretch (SkhWordingReader *self,
                                          SkhDeadline *stretch,
                                          gboolean *is_day,
                                          gboolean *is_possible);
gboolean skh_wording_span_resolve (const SkhWordingSpan *span,
                                   int default_year,
                                   SkhDate *first,
                                   SkhDate *last);

/* Deadlines with days of their own in the wording; everything must be used up. */
gboolean skh_wording_reader_take_dated (SkhWordingReader *self, SkhWording *wording);
/* Once a month, a quarter, a half. */
gboolean skh_wording_reader_take_recurring (SkhWordingReader *self, SkhWording *wording);
/* What waits for an event, or for the office. */
gboolean skh_wording_reader_take_awaiting (SkhWordingReader *self, SkhWording *wording);

G_END_DECLS
