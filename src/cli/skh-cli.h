/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"
#include "skh-workbook.h"

#include <jansson.h>

G_BEGIN_DECLS

/* Exit statuses of every command. */
typedef enum
{
  SKH_CLI_DONE = 0,
  SKH_CLI_FAILED = 1, /* one line on standard error; the workbook is unchanged */
  SKH_CLI_USAGE = 2,
} SkhCliStatus;

/* One command: its name, what stands after it, what it does, and its options apart from
   --help. run gets the words that are no options, the file first. */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  int n_words, max_words; /* max_words -1: any number */
  const GOptionEntry *options;
  SkhCliStatus (*run) (char **words);
} SkhCliCommand;

/* Tables of commands, ended by one without a name. */
extern const SkhCliCommand skh_cli_plan_commands[];
extern const SkhCliCommand skh_cli_line_commands[];
extern const SkhCliCommand skh_cli_exchange_commands[];
extern const SkhCliCommand skh_cli_history_commands[];

int skh_cli_main (int argc, char **argv);

/* — What commands share — */

SkhCliStatus skh_cli_fail (GError *error);
SkhCliStatus skh_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* --on DATE: FALSE after saying what is wrong with it. NULL is the clock's day. */
gboolean skh_cli_read_day (const char *option, const char *text, SkhDate *day);
gboolean skh_cli_read_period (const char *text, SkhPeriod *period);
SkhLedger *skh_cli_load (const char *path, GError **error);
SkhLedger *skh_cli_open (const char *path,
                         SkhWorkbookOpenMode mode,
                         SkhWorkbook **workbook,
                         GError **error);

/* Takes the document. */
SkhCliStatus skh_cli_print_json (json_t *document);
/* Prints an array of objects as an aligned table of these fields. Takes the array. */
SkhCliStatus
skh_cli_print_table (json_t *array, const char *const *fields, const char *const *titles);
json_t *skh_cli_json_text (const char *text);
json_t *skh_cli_json_list (const char *const *texts);
json_t *skh_cli_json_day (SkhDate day);
json_t *skh_cli_json_ratio (double ratio);

G_END_DECLS
