/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line: which command it is, and what becomes of its result. */
#include "skh-cli.h"

#include "skh-cli-commands.h"
#include "skh-cli-press.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>

enum
{
  EXIT_DONE = 0,
  EXIT_NOT_DONE = 1,
  EXIT_USAGE = 2,
};

#define LIST_OPTIONS                                                                     \
  (SKH_CLI_UNIT | SKH_CLI_TASK | SKH_CLI_PERIOD | SKH_CLI_ON | SKH_CLI_PLAN)
#define CHASE_OPTIONS                                                                    \
  (SKH_CLI_UNITS | SKH_CLI_SECTIONS | SKH_CLI_PLAN | SKH_CLI_ON | SKH_CLI_OUTPUT)
#define SET_OPTIONS                                                                      \
  (SKH_CLI_STATE | SKH_CLI_DAY | SKH_CLI_DOCUMENT | SKH_CLI_NOTE | SKH_CLI_COUNT         \
   | SKH_CLI_FIGURE)

static const SkhCliCommand commands[] = {
  { "templates", "[--json]", N_ ("List the built-in plans."), 0, 0, SKH_CLI_JSON, 0,
    skh_cli_run_templates },
  { "new", "FILE --template ID [--year N] [--json]",
    N_ ("Make a workbook; never over a file that is there."), 1, 1,
    SKH_CLI_TEMPLATE | SKH_CLI_YEAR | SKH_CLI_JSON, SKH_CLI_TEMPLATE, skh_cli_run_new },
  { "plans", "FILE [--json]", N_ ("List the plans of a workbook."), 1, 1, SKH_CLI_JSON, 0,
    skh_cli_run_plans },
  { "tasks", "FILE [--plan YEAR|ID] [--json]", N_ ("List the plan's tasks."), 1, 1,
    SKH_CLI_PLAN | SKH_CLI_JSON, 0, skh_cli_run_tasks },
  { "plan",
    "FILE next [--plan ID] [--year N] [--carry NO]… | add --template ID [--year N] | "
    "save-template [--plan ID] -o OUT.json [--dry-run] [--json]",
    N_ ("Make next year's plan, add one by a template, or save one as a template."), 2, 2,
    SKH_CLI_PLAN | SKH_CLI_YEAR | SKH_CLI_CARRY | SKH_CLI_TEMPLATE | SKH_CLI_OUTPUT
      | SKH_CLI_ON | SKH_CLI_DRY_RUN | SKH_CLI_JSON,
    0, skh_cli_run_plan },
  { "units", "FILE [--json]", N_ ("List the units."), 1, 1, SKH_CLI_JSON, 0,
    skh_cli_run_units },
  { "checklist",
    "FILE [--plan YEAR|ID] [--unit CODE] [--task NO] [--period P] [--on DATE] "
    "[--json]",
    N_ ("List who owes what and how it stands."), 1, 1, LIST_OPTIONS | SKH_CLI_JSON, 0,
    skh_cli_run_checklist },
  { "set",
    "FILE [--plan YEAR|ID] --unit CODE --task NO [--period P] [--state S] [--day DATE] "
    "[--document TEXT] "
    "[--note TEXT] [--count N/M] [--figure NAME=N[/M]]… [--on DATE] [--json]",
    N_ ("Change one line of a checklist."), 1, 1,
    LIST_OPTIONS | SET_OPTIONS | SKH_CLI_JSON, SKH_CLI_UNIT | SKH_CLI_TASK,
    skh_cli_run_set },
  { "rates", "FILE [--plan YEAR|ID] --period P [--on DATE] [--json]",
    N_ ("Show how complete and how timely a period is."), 1, 1,
    SKH_CLI_PLAN | SKH_CLI_PERIOD | SKH_CLI_ON | SKH_CLI_JSON, SKH_CLI_PERIOD,
    skh_cli_run_rates },
  { "overdue", "FILE [--plan YEAR|ID] [--on DATE] [--json]",
    N_ ("List what to chase, oldest first."), 1, 1,
    SKH_CLI_PLAN | SKH_CLI_ON | SKH_CLI_JSON, 0, skh_cli_run_overdue },
  { "import units", "FILE SOURCE… [--sheet NAME] [--dry-run] [--json]",
    N_ ("Take in units from .xlsx, .xls or .csv (- is text on standard input)."), 2,
    G_MAXUINT, SKH_CLI_SHEET | SKH_CLI_DRY_RUN | SKH_CLI_JSON, 0,
    skh_cli_run_import_units },
  { "import tasks", "FILE [--plan YEAR|ID] SOURCE… [--sheet NAME] [--dry-run] [--json]",
    N_ ("Take in the tasks of a plan from .xlsx, .xls or .csv."), 2, G_MAXUINT,
    SKH_CLI_PLAN | SKH_CLI_SHEET | SKH_CLI_DRY_RUN | SKH_CLI_JSON, 0,
    skh_cli_run_import_tasks },
  { "import", "ID FILE SOURCE… [--sheet NAME] [--dry-run] [--on DATE] [--json]",
    N_ ("Take in lines of a register (documents …) from .xlsx, .xls, .csv or text."), 3,
    G_MAXUINT, SKH_CLI_SHEET | SKH_CLI_DRY_RUN | SKH_CLI_ON | SKH_CLI_JSON, 0,
    skh_cli_run_import_register },
  { "register", "FILE ID [--json]", N_ ("List the lines of a register."), 2, 2,
    SKH_CLI_JSON, 0, skh_cli_run_register },
  { "register-add", "FILE ID FIELD=VALUE… [--on DATE] [--json]",
    N_ ("Add a line to a register."), 3, G_MAXUINT, SKH_CLI_ON | SKH_CLI_JSON, 0,
    skh_cli_run_register_add },
  { "conference", "FILE add --title T --on DAY [--place P] | list [--json]",
    N_ ("Add a conference and print its id; list the conferences."), 2, 2,
    SKH_CLI_TITLE | SKH_CLI_HELD_ON | SKH_CLI_PLACE | SKH_CLI_JSON, 0,
    skh_cli_run_conference },
  { "export register", "FILE ID [--on DATE] -o OUT.xlsx|OUT.pdf",
    N_ ("Write a register."), 2, 2, SKH_CLI_ON | SKH_CLI_OUTPUT, SKH_CLI_OUTPUT,
    skh_cli_run_export_register },
  { "commitments",
    "FILE expect|missing|rates [--unit CODE] [--year N] [--on DATE] [--dry-run] [--json]",
    N_ ("Add whom a year's commitments are expected of; list who has not yet; count."), 2,
    2, SKH_CLI_UNIT | SKH_CLI_YEAR | SKH_CLI_ON | SKH_CLI_DRY_RUN | SKH_CLI_JSON, 0,
    skh_cli_run_commitments },
  { "export commitments",
    "FILE [--year N] [--plan YEAR|ID] [--on DATE] -o OUT.xlsx|OUT.pdf",
    N_ ("Write how the year's commitments stand, unit by unit."), 1, 1,
    SKH_CLI_YEAR | SKH_CLI_PLAN | SKH_CLI_ON | SKH_CLI_OUTPUT, SKH_CLI_OUTPUT,
    skh_cli_run_export_commitments },
  { "export commitment-forms", "FILE [--unit CODE] [--year N] [--on DATE] -o OUT.pdf",
    N_ ("Write a year's commitments as the papers to sign."), 1, 1,
    SKH_CLI_UNIT | SKH_CLI_YEAR | SKH_CLI_ON | SKH_CLI_OUTPUT, SKH_CLI_OUTPUT,
    skh_cli_run_export_commitment_forms },
  { "export summary", "FILE [--plan YEAR|ID] --period P [--on DATE] -o OUT.xlsx",
    N_ ("Write the report upward."), 1, 1,
    SKH_CLI_PLAN | SKH_CLI_PERIOD | SKH_CLI_ON | SKH_CLI_OUTPUT,
    SKH_CLI_PERIOD | SKH_CLI_OUTPUT, skh_cli_run_export_summary },
  { "export report", "FILE [--plan YEAR|ID] --period P [--on DATE] -o OUT.pdf",
    N_ ("Write the report upward on paper."), 1, 1,
    SKH_CLI_PLAN | SKH_CLI_PERIOD | SKH_CLI_ON | SKH_CLI_OUTPUT,
    SKH_CLI_PERIOD | SKH_CLI_OUTPUT, skh_cli_run_export_report },
  { "export checklist",
    "FILE [--plan YEAR|ID] --unit CODE [--period P] [--on DATE] -o OUT.xlsx|OUT.pdf",
    N_ ("Write what one unit owes."), 1, 1,
    SKH_CLI_PLAN | SKH_CLI_UNIT | SKH_CLI_PERIOD | SKH_CLI_ON | SKH_CLI_OUTPUT,
    SKH_CLI_UNIT | SKH_CLI_OUTPUT, skh_cli_run_export_checklist },
  { "chase",
    "FILE --unit CODE [--task NO] [--period P] --how HOW [--who NAME] [--note TEXT] "
    "[--plan YEAR|ID] [--on DATE] [--json]",
    N_ ("Record that a unit was chased."), 1, 1,
    LIST_OPTIONS | SKH_CLI_HOW | SKH_CLI_WHO | SKH_CLI_NOTE | SKH_CLI_PLAN | SKH_CLI_JSON,
    SKH_CLI_UNIT | SKH_CLI_HOW, skh_cli_run_chase },
  { "export chase",
    "FILE [--unit CODE]… [--section SECTION]… [--plan YEAR|ID] [--on DATE] -o "
    "OUT.xlsx|OUT.pdf",
    N_ ("Write the chase list."), 1, 1, CHASE_OPTIONS, SKH_CLI_OUTPUT,
    skh_cli_run_export_chase },
  { "export letters",
    "FILE [--unit CODE]… [--section SECTION]… [--template FILE.docx] [--plan YEAR|ID] "
    "[--on DATE] -o DIR|OUT.docx [--json]",
    N_ ("Write letters that chase: a file a unit, or all in one."), 1, 1,
    CHASE_OPTIONS | SKH_CLI_LETTER | SKH_CLI_JSON, SKH_CLI_OUTPUT,
    skh_cli_run_export_letters },
  { "export plan", "FILE [--plan YEAR|ID] -o OUT.xlsx|OUT.pdf",
    N_ ("Write the appendix: who does what by when."), 1, 1,
    SKH_CLI_PLAN | SKH_CLI_OUTPUT, SKH_CLI_OUTPUT, skh_cli_run_export_plan },
  { "export timeline",
    "FILE [--plan YEAR|ID|all] [--on DATE] [--paper a3|a4] "
    "[--zoom year|quarter|month|week] -o OUT.xlsx|OUT.pdf",
    N_ ("Write the timeline, as pages or as a chart of cells."), 1, 1,
    SKH_CLI_PLAN | SKH_CLI_ON | SKH_CLI_PAPER | SKH_CLI_ZOOM | SKH_CLI_OUTPUT,
    SKH_CLI_OUTPUT, skh_cli_run_export_timeline },
  { "history", "FILE [--json]", N_ ("List what was done, newest first."), 1, 1,
    SKH_CLI_JSON, 0, skh_cli_run_history },
  { "undo", "FILE [--json]", N_ ("Take back the last act."), 1, 1, SKH_CLI_JSON, 0,
    skh_cli_run_undo },
  { "redo", "FILE [--json]", N_ ("Do again what was taken back."), 1, 1, SKH_CLI_JSON, 0,
    skh_cli_run_redo },
  { "check", "FILE [--json]", N_ ("Look for faults in a workbook."), 1, 1, SKH_CLI_JSON,
    0, skh_cli_run_check },
  { "generate", "FILE --scale district|province|national --seed N [--year N] [--json]",
    N_ ("Make a workbook of invented data, to measure with."), 1, 1,
    SKH_CLI_SCALE | SKH_CLI_SEED | SKH_CLI_YEAR | SKH_CLI_SIZE | SKH_CLI_JSON, 0,
    skh_cli_run_generate },
  { "version", "[--json]", N_ ("Show the versions of the program and its libraries."), 0,
    0, SKH_CLI_JSON, 0, skh_cli_run_version },
};

/* — Help — */

static void
print_commands (FILE *stream)
{
  fprintf (stream, "%s\n  %s %s\n\n%s\n", _ ("Usage:"), SKH_CLI_PROGRAM,
           _ ("COMMAND [ARGUMENTS]"), _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-14s  %s\n", commands[i].name, _ (commands[i].summary));
  fprintf (stream, _ ("\nUse “%s COMMAND --help” for one of them.\n"), SKH_CLI_PROGRAM);
}

static gboolean
is_help (const char *word)
{
  return g_str_equal (word, "--help") || g_str_equal (word, "-h")
         || g_str_equal (word, "help");
}

/* — Which command — */

static const SkhCliCommand *
match_command (const SkhCliCommand *command, const char *const *words, guint *n_words)
{
  g_auto (GStrv) name = g_strsplit (command->name, " ", -1);

  *n_words = g_strv_length (name);
  for (guint i = 0; name[i] != NULL; i++)
    if (g_strcmp0 (words[i], name[i]) != 0)
      return NULL;
  return command;
}

static const SkhCliCommand *
find_command (const char *const *words, guint *n_words)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (match_command (&commands[i], words, n_words) != NULL)
      return &commands[i];
  return NULL;
}

/* — What becomes of it — */

/* One line: what, which file, what to do. The file is named where the error does not. */
static void
print_error (const SkhCliCall *call, const GError *error)
{
  const char *file = call->n_arguments > 0 ? call->arguments[0] : NULL;
  g_autofree char *message = g_strdup (error->message);

  g_strdelimit (message, "\r\n", ' ');
  if (file == NULL || error->domain == SKH_CLI_ERROR || strstr (message, "“") == message)
    fprintf (stderr, "%s: %s\n", SKH_CLI_PROGRAM, message);
  else
    fprintf (stderr, "%s: “%s”: %s\n", SKH_CLI_PROGRAM, file, message);
}

static int
finish (SkhCliCall *call, const GError *error)
{
  g_autofree char *help = NULL;

  print_error (call, error);
  if (!g_error_matches (error, SKH_CLI_ERROR, SKH_CLI_ERROR_USAGE))
    return EXIT_NOT_DONE;
  fprintf (stderr, "%s\n  %s %s %s\n", _ ("Usage:"), SKH_CLI_PROGRAM, call->command->name,
           call->command->arguments);
  return EXIT_USAGE;
}

/* A full disk behind a pipe must not look like success. */
static int
close_output (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return EXIT_DONE;
  fprintf (stderr, _ ("%s: The result could not be written out (%s).\n"), SKH_CLI_PROGRAM,
           g_strerror (errno));
  return EXIT_NOT_DONE;
}

/* words: all of them, as the other program is to have them. */
static int
print_elsewhere (SkhCliCall *call, const char *const *words)
{
  g_autoptr (GError) error = NULL;
  int status = skh_cli_press_run (words, &error);

  return status >= 0 ? status : finish (call, error);
}

static int
run_command (const SkhCliCommand *command,
             guint n_words,
             const char *const *words,
             SkhCliPrintFunc print)
{
  g_auto (SkhCliCall) call = { .print = print };
  g_autoptr (GError) error = NULL;

  if (!skh_cli_call_parse (&call, command, words + n_words, &error))
    return finish (&call, error);
  if (call.help)
    {
      g_autofree char *help = skh_cli_command_dup_help (command);

      fputs (help, stdout);
      return close_output ();
    }
  if (print == NULL && skh_cli_is_paper (call.output))
    return print_elsewhere (&call, words);
  if (!command->run (&call, &error))
    {
      fflush (stdout);
      return finish (&call, error);
    }
  return close_output ();
}

static int
run (const char *const *words, SkhCliPrintFunc print)
{
  guint n_words = 0;
  const SkhCliCommand *command;

  if (words[0] == NULL)
    {
      print_commands (stderr);
      return EXIT_USAGE;
    }
  command = find_command (words, &n_words);
  if (command != NULL)
    return run_command (command, n_words, words, print);
  if (is_help (words[0]) || (words[1] != NULL && is_help (words[1])))
    {
      print_commands (stdout);
      return close_output ();
    }
  fprintf (stderr, _ ("%s: There is no command “%s”.\n"), SKH_CLI_PROGRAM, words[0]);
  print_commands (stderr);
  return EXIT_USAGE;
}

/**
 * skh_cli_run:
 * @print: (nullable): what writes a PDF; %NULL to leave that to sokehoach-cli-pdf
 *
 * The whole program, of main()'s own arguments.
 *
 * Returns: the exit status: 0 done, 1 could not be done, 2 wrong usage
 */
int
skh_cli_run (int argc, char **argv, SkhCliPrintFunc print)
{
  const char *dir = g_getenv ("SOKEHOACH_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, dir != NULL ? dir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  return run ((const char *const *)(argc > 0 ? argv + 1 : argv), print);
}
