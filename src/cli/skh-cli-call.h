/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-cli.h"

#include "skh-workbook.h"

G_BEGIN_DECLS

#define SKH_CLI_PROGRAM "sokehoach-cli"

#define SKH_CLI_ERROR (skh_cli_error_quark ())

typedef enum
{
  SKH_CLI_ERROR_USAGE,   /* the command line itself is wrong: exit status 2 */
  SKH_CLI_ERROR_REFUSED, /* what it asks for can't be done: exit status 1 */
} SkhCliError;

GQuark skh_cli_error_quark (void);

/* The options there are; a command names those it takes. */
typedef enum
{
  SKH_CLI_JSON = 1 << 0,
  SKH_CLI_ON = 1 << 1,
  SKH_CLI_PERIOD = 1 << 2,
  SKH_CLI_UNIT = 1 << 3,
  SKH_CLI_TASK = 1 << 4,
  SKH_CLI_TEMPLATE = 1 << 5,
  SKH_CLI_YEAR = 1 << 6,
  SKH_CLI_STATE = 1 << 7,
  SKH_CLI_DAY = 1 << 8,
  SKH_CLI_DOCUMENT = 1 << 9,
  SKH_CLI_NOTE = 1 << 10,
  SKH_CLI_COUNT = 1 << 11,
  SKH_CLI_FIGURE = 1 << 12,
  SKH_CLI_DRY_RUN = 1 << 13,
  SKH_CLI_OUTPUT = 1 << 14,
  SKH_CLI_SCALE = 1 << 15,
  SKH_CLI_SEED = 1 << 16,
  SKH_CLI_SIZE = 1 << 17, /* --units and --tasks, for benchmarks */
  SKH_CLI_PAPER = 1 << 18,
  SKH_CLI_ZOOM = 1 << 19,
  SKH_CLI_PLAN = 1 << 20,
  SKH_CLI_SHEET = 1 << 21,
  SKH_CLI_CARRY = 1 << 22,
  SKH_CLI_UNITS = 1 << 23, /* --unit, which may be given again */
  SKH_CLI_SECTIONS = 1 << 24,
  SKH_CLI_HOW = 1 << 25,
  SKH_CLI_WHO = 1 << 26,
  SKH_CLI_LETTER = 1 << 27, /* --template, a Word document */
  SKH_CLI_TITLE = 1 << 28,
  SKH_CLI_PLACE = 1 << 29,
  SKH_CLI_HELD_ON = 1 << 30, /* --on, the day of a conference */
} SkhCliOptions;

typedef struct _SkhCliCall SkhCliCall;

/* One command. It prints its result and returns TRUE, or returns FALSE with an error and
   has then printed nothing. */
typedef struct
{
  const char *name;      /* one or two words: "export summary" */
  const char *arguments; /* what stands after it: "FILE --period P" */
  const char *summary;
  guint min_arguments, max_arguments;
  SkhCliOptions options;
  SkhCliOptions required;
  gboolean (*run) (SkhCliCall *call, GError **error);
} SkhCliCommand;

/* A command line, parsed. Texts are UTF-8 in the stored form, NULL when not given; paths
   are as the system gave them. */
struct _SkhCliCall
{
  const SkhCliCommand *command;
  SkhCliPrintFunc print; /* NULL in the program that leaves it to another */
  char **arguments;
  guint n_arguments;

  SkhDate on;         /* today, unless given */
  SkhPeriod period;   /* NONE when not given */
  SkhDate day;        /* NONE when not given */
  int year;           /* 0 when not given */
  gint64 plan_id;     /* 0 when not given: the workbook's first */
  gboolean all_plans; /* --plan all */
  guint32 seed;
  guint n_units, n_tasks;

  gboolean help, json, dry_run;
  char *unit, *task, *template_id, *state, *document, *note, *count, *scale, *output,
    *paper, *zoom;
  char *how, *who, *letter, *title, *place;
  char **units, **sections;
  char **figures, **carry;
  char *sheet;

  /* as typed */
  char *on_text, *period_text, *day_text, *year_text, *seed_text, *units_text,
    *tasks_text, *plan_text;
};

gboolean skh_cli_call_parse (SkhCliCall *self,
                             const SkhCliCommand *command,
                             const char *const *words,
                             GError **error);
void skh_cli_call_clear (SkhCliCall *self);
char *skh_cli_command_dup_help (const SkhCliCommand *command);

gboolean skh_cli_fail_usage (GError **error, const char *format, ...)
  G_GNUC_PRINTF (2, 3);
gboolean skh_cli_refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

SkhWorkbook *
skh_cli_call_open (SkhCliCall *self, SkhWorkbookOpenMode mode, GError **error);
SkhLedger *skh_cli_call_load_ledger (SkhCliCall *self, GError **error);
GPtrArray *skh_cli_call_load_ledgers (SkhCliCall *self, GError **error);
/* For the letterhead, the units and the plan's year; without any figure. */
SkhLedger *
skh_cli_call_load_frame (SkhCliCall *self, SkhWorkbook *workbook, GError **error);
gboolean
skh_cli_call_find_unit (SkhCliCall *self, SkhLedger *ledger, guint *unit, GError **error);
gboolean
skh_cli_call_find_task (SkhCliCall *self, SkhLedger *ledger, guint *task, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkhCliCall, skh_cli_call_clear)

G_END_DECLS
