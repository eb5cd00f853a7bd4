/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-cli-call.h"

#include <jansson.h>

G_BEGIN_DECLS

void skh_cli_print_json (json_t *value);

/* SkhCliList: a result of many records. With --json it is printed as one array, record by
   record; else as a table of the fields its columns name. The record is the one source of
   both. */
typedef struct _SkhCliList SkhCliList;

typedef struct
{
  const char *title;
  const char *key;
} SkhCliColumn;

SkhCliList *
skh_cli_list_new (SkhCliCall *call, const SkhCliColumn *columns, guint n_columns);
void skh_cli_list_add (SkhCliList *self, json_t *record);
void skh_cli_list_end (SkhCliList *self);

G_END_DECLS
