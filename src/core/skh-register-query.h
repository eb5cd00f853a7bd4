/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-entry.h"

G_BEGIN_DECLS

typedef enum
{
  SKH_FILTER_IS,        /* = ; several of one field: any of them */
  SKH_FILTER_CONTAINS,  /* : ; words, as searched */
  SKH_FILTER_AT_LEAST,  /* >= ; numbers, days */
  SKH_FILTER_AT_MOST,   /* <= */
  SKH_FILTER_IN,        /* in ; a DAY or PERIOD in a period, a UNIT at or under a unit */
  SKH_FILTER_EMPTY,     /* empty */
  SKH_FILTER_NOT_EMPTY, /* given */
  SKH_N_FILTER_OPS,
} SkhFilterOp;

/* value is of the field's type; of IN on a DAY it is a period. */
typedef struct
{
  guint field;
  SkhFilterOp op;
  SkhValue value;
} SkhFilter;

typedef struct
{
  guint field;
  gboolean descending;
} SkhSortKey;

#define SKH_QUERY_MAX_SORT_KEYS 3

/* SkhRegisterQuery: which entries of a register, in which order, and which columns are
   shown. Filters must all hold, except that several IS of one field are alternatives.
   Every word of the search is somewhere in the entry, without regard to tones and case.
   Entries without a value come last either way; what is equal stands by id.

   A query is also a text, so that views are declared and saved: lines of
     role = guidance      day in 2023-Q1      title : chuyên đề      day >= 2023-01-01
     symbol empty         sort day desc       search duc pho         columns symbol day
   */
typedef struct
{
  SkhRegister *reg;
  GArray *filters; /* SkhFilter */
  char *search;    /* as typed; NULL or "": all */
  SkhSortKey sort[SKH_QUERY_MAX_SORT_KEYS];
  guint n_sort;
  GArray *columns; /* guint: fields; empty: the register's own choice */
} SkhRegisterQuery;

SkhRegisterQuery *skh_register_query_new (SkhRegister *reg);
SkhRegisterQuery *skh_register_query_copy (const SkhRegisterQuery *self);
void skh_register_query_free (SkhRegisterQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhRegisterQuery, skh_register_query_free)

/* Takes what value owns; value NULL for EMPTY and NOT_EMPTY. */
void skh_register_query_add_filter (SkhRegisterQuery *self,
                                    guint field,
                                    SkhFilterOp op,
                                    SkhValue *value);
void skh_register_query_clear_filters (SkhRegisterQuery *self, guint field);
gboolean skh_register_query_has_filter (const SkhRegisterQuery *self,
                                        const SkhFilter *filter);
/* Takes away the filters that kept has not. */
void skh_register_query_keep_filters (SkhRegisterQuery *self,
                                      const SkhRegisterQuery *kept);
void skh_register_query_set_search (SkhRegisterQuery *self, const char *text);
/* Puts the key first, as a click on a heading does. */
void
skh_register_query_sort_by (SkhRegisterQuery *self, guint field, gboolean descending);
gboolean skh_filter_op_fits (SkhFilterOp op, const SkhField *field);

char *skh_register_query_to_text (const SkhRegisterQuery *self);
/* Lines that no longer fit the register (a field that is gone) are left out and counted.
   Units, people and documents are named by id. */
SkhRegisterQuery *
skh_register_query_parse (SkhRegister *reg, const char *text, guint *n_left_out);
/* The text of a view of one year, with its {year}; of year 0 the lines that name it are
   left out. */
char *skh_register_query_dup_of_year (const char *text, int year);
/* Only what a view asks of its {year}. */
SkhRegisterQuery *
skh_register_query_parse_year (SkhRegister *reg, const char *text, int year);

G_END_DECLS
