/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day of the proleptic Gregorian calendar, counted from 1970-01-01 (day 0). A plain
   integer, so days compare and subtract as numbers. */
typedef gint32 SkhDate;

#define SKH_DATE_NONE G_MININT32

SkhDate skh_date_new (int year, int month, int day);
void skh_date_get_ymd (SkhDate date, int *year, int *month, int *day);
int skh_date_get_year (SkhDate date);
int skh_date_get_weekday (SkhDate date);
int skh_date_days_in_month (int year, int month);
SkhDate skh_date_parse_iso (const char *text);
SkhDate skh_date_parse_typed (const char *text, int default_year);
char *skh_date_to_iso (SkhDate date);
char *skh_date_to_text (SkhDate date);

G_END_DECLS
