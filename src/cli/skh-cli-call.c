/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From words to a call: one table of options, of which each command takes some. Words are
   read as bytes and checked here, so that a job without a locale may give Vietnamese. */
#include "skh-cli-call.h"

#include "skh-text.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (skh - cli - error - quark, skh_cli_error)

#define OFFSET(field) G_STRUCT_OFFSET (SkhCliCall, field)

static const struct
{
  SkhCliOptions bit;
  const char *name;
  char short_name;
  GOptionArg kind;
  glong offset;
  const char *description, *value;
} option_table[] = {
  { SKH_CLI_JSON, "json", 0, G_OPTION_ARG_NONE, OFFSET (json),
    N_ ("Print one JSON document"), NULL },
  { SKH_CLI_ON, "on", 0, G_OPTION_ARG_FILENAME, OFFSET (on_text),
    N_ ("The day to look from (default: today)"), N_ ("YYYY-MM-DD") },
  { SKH_CLI_PERIOD, "period", 0, G_OPTION_ARG_FILENAME, OFFSET (period_text),
    N_ ("A period: 2023, 2023-H1, 2023-Q1 or 2023-04"), N_ ("PERIOD") },
  { SKH_CLI_UNIT, "unit", 0, G_OPTION_ARG_FILENAME, OFFSET (unit), N_ ("A unit's code"),
    N_ ("CODE") },
  { SKH_CLI_UNITS, "unit", 0, G_OPTION_ARG_FILENAME_ARRAY, OFFSET (units),
    N_ ("A unit's code; may be given again (default: all)"), N_ ("CODE") },
  { SKH_CLI_SECTIONS, "section", 0, G_OPTION_ARG_FILENAME_ARRAY, OFFSET (sections),
    N_ ("A section, as II.1; may be given again (default: all)"), N_ ("SECTION") },
  { SKH_CLI_HOW, "how", 0, G_OPTION_ARG_FILENAME, OFFSET (how),
    N_ ("letter, phone, zalo, email or meeting"), N_ ("HOW") },
  { SKH_CLI_WHO, "who", 0, G_OPTION_ARG_FILENAME, OFFSET (who), N_ ("Who chased"),
    N_ ("NAME") },
  { SKH_CLI_TITLE, "title", 0, G_OPTION_ARG_FILENAME, OFFSET (title),
    N_ ("What the conference is called"), N_ ("TEXT") },
  { SKH_CLI_HELD_ON, "on", 0, G_OPTION_ARG_FILENAME, OFFSET (on_text),
    N_ ("The day it is held"), N_ ("YYYY-MM-DD") },
  { SKH_CLI_PLACE, "place", 0, G_OPTION_ARG_FILENAME, OFFSET (place),
    N_ ("Where it is held"), N_ ("TEXT") },
  { SKH_CLI_LETTER, "template", 0, G_OPTION_ARG_FILENAME, OFFSET (letter),
    N_ ("A Word document to fill in (default: the workbook's)"), N_ ("FILE.docx") },
  { SKH_CLI_TASK, "task", 0, G_OPTION_ARG_FILENAME, OFFSET (task), N_ ("A task's number"),
    N_ ("NO") },
  { SKH_CLI_TEMPLATE, "template", 0, G_OPTION_ARG_FILENAME, OFFSET (template_id),
    N_ ("A built-in plan, or a template file ending in .json"), N_ ("ID") },
  { SKH_CLI_YEAR, "year", 0, G_OPTION_ARG_FILENAME, OFFSET (year_text),
    N_ ("The year (default: the plan's own)"), N_ ("YEAR") },
  { SKH_CLI_STATE, "state", 0, G_OPTION_ARG_FILENAME, OFFSET (state),
    N_ ("not_started, in_progress, delivered, rework or not_applicable"), N_ ("STATE") },
  { SKH_CLI_DAY, "day", 0, G_OPTION_ARG_FILENAME, OFFSET (day_text),
    N_ ("The day of delivery (default: the day looked from)"), N_ ("YYYY-MM-DD") },
  { SKH_CLI_DOCUMENT, "document", 0, G_OPTION_ARG_FILENAME, OFFSET (document),
    N_ ("The number and symbol of the document; empty for none"), N_ ("TEXT") },
  { SKH_CLI_NOTE, "note", 0, G_OPTION_ARG_FILENAME, OFFSET (note),
    N_ ("A note, or the reason of not_applicable; empty for none"), N_ ("TEXT") },
  { SKH_CLI_COUNT, "count", 0, G_OPTION_ARG_FILENAME, OFFSET (count),
    N_ ("How many of how many, of a counted task"), N_ ("N/M") },
  { SKH_CLI_FIGURE, "figure", 0, G_OPTION_ARG_FILENAME_ARRAY, OFFSET (figures),
    N_ ("A figure the task asks for; may be given again"), N_ ("NAME=N[/M]") },
  { SKH_CLI_DRY_RUN, "dry-run", 0, G_OPTION_ARG_NONE, OFFSET (dry_run),
    N_ ("Count what would happen and change nothing"), NULL },
  { SKH_CLI_OUTPUT, "output", 'o', G_OPTION_ARG_FILENAME, OFFSET (output),
    N_ ("The file to write"), N_ ("OUT") },
  { SKH_CLI_PAPER, "paper", 0, G_OPTION_ARG_FILENAME, OFFSET (paper),
    N_ ("The sheet of paper: a3 or a4 (default: a4)"), N_ ("SIZE") },
  { SKH_CLI_ZOOM, "zoom", 0, G_OPTION_ARG_FILENAME, OFFSET (zoom),
    N_ ("What a page holds: year, quarter, month or week (default: year)"),
    N_ ("PERIOD") },
  { SKH_CLI_PLAN, "plan", 0, G_OPTION_ARG_FILENAME, OFFSET (plan_text),
    N_ ("A plan of the workbook, by its year or as “plans” gives its id (default: the "
        "first); the timeline takes “all” too"),
    N_ ("YEAR|ID") },
  { SKH_CLI_SHEET, "sheet", 0, G_OPTION_ARG_FILENAME, OFFSET (sheet),
    N_ ("The sheet of a workbook (default: the one with the best header)"), N_ ("NAME") },
  { SKH_CLI_CARRY, "carry", 0, G_OPTION_ARG_FILENAME_ARRAY, OFFSET (carry),
    N_ ("An unfinished task to take over; may be given again"), N_ ("NO") },
  { SKH_CLI_SCALE, "scale", 0, G_OPTION_ARG_FILENAME, OFFSET (scale),
    N_ ("district, province or national"), N_ ("SCALE") },
  { SKH_CLI_SEED, "seed", 0, G_OPTION_ARG_FILENAME, OFFSET (seed_text),
    N_ ("What the figures are drawn from (default: 1)"), N_ ("N") },
  { SKH_CLI_SIZE, "units", 0, G_OPTION_ARG_FILENAME, OFFSET (units_text), NULL,
    N_ ("N") },
  { SKH_CLI_SIZE, "tasks", 0, G_OPTION_ARG_FILENAME, OFFSET (tasks_text), NULL,
    N_ ("N") },
};

/* — Errors — */

static gboolean G_GNUC_PRINTF (3, 0)
  fail (GError **error, SkhCliError code, const char *format, va_list arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);

  g_set_error_literal (error, SKH_CLI_ERROR, (int)code, message);
  return FALSE;
}

gboolean
skh_cli_fail_usage (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  fail (error, SKH_CLI_ERROR_USAGE, format, arguments);
  va_end (arguments);
  return FALSE;
}

gboolean
skh_cli_refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  fail (error, SKH_CLI_ERROR_REFUSED, format, arguments);
  va_end (arguments);
  return FALSE;
}

/* — Parsing — */

static GOptionContext *
new_context (SkhCliCall *self, const SkhCliCommand *command)
{
  GOptionContext *context = g_option_context_new (NULL);
  GOptionEntry help[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &self->help, N_ ("Show this help"), NULL },
    { NULL },
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help, GETTEXT_PACKAGE);
  for (guint i = 0; i < G_N_ELEMENTS (option_table); i++)
    {
      GOptionEntry entries[] = {
        { option_table[i].name, option_table[i].short_name,
          option_table[i].description == NULL ? G_OPTION_FLAG_HIDDEN : 0,
          option_table[i].kind, G_STRUCT_MEMBER_P (self, option_table[i].offset),
          option_table[i].description, option_table[i].value },
        { NULL },
      };

      if (command->options & option_table[i].bit)
        g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
    }
  return context;
}

/* Texts are stored, so they take the stored form; paths are the system's. */
static gboolean
take_text (char **text, const char *option, GError **error)
{
  char *normal;

  if (*text == NULL)
    return TRUE;
  if (!g_utf8_validate (*text, -1, NULL))
    return skh_cli_fail_usage (error, _ ("The value of --%s is not UTF-8."), option);
  normal = skh_text_normalize (*text);
  g_free (*text);
  *text = normal;
  return TRUE;
}

static gboolean
take_list (char **texts, const char *option, GError **error)
{
  for (; texts != NULL && *texts != NULL; texts++)
    if (!take_text (texts, option, error))
      return FALSE;
  return TRUE;
}

static gboolean
take_texts (SkhCliCall *self, GError **error)
{
  return take_list (self->figures, "figure", error)
         && take_list (self->carry, "carry", error)
         && take_list (self->units, "unit", error)
         && take_list (self->sections, "section", error)
         && take_text (&self->how, "how", error) && take_text (&self->who, "who", error)
         && take_text (&self->title, "title", error)
         && take_text (&self->place, "place", error)
         && take_text (&self->unit, "unit", error)
         && take_text (&self->task, "task", error)
         && take_text (&self->state, "state", error)
         && take_text (&self->document, "document", error)
         && take_text (&self->note, "note", error)
         && take_text (&self->count, "count", error)
         && take_text (&self->scale, "scale", error)
         && take_text (&self->paper, "paper", error)
         && take_text (&self->zoom, "zoom", error)
         && take_text (&self->sheet, "sheet", error);
}

static SkhDate
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return skh_date_new (g_date_time_get_year (now), g_date_time_get_month (now),
                       g_date_time_get_day_of_month (now));
}

static gboolean
take_date (const char *text, const char *option, SkhDate *date, GError **error)
{
  if (text == NULL)
    return TRUE;
  *date = skh_date_parse_iso (text);
  return *date != SKH_DATE_NONE
         || skh_cli_fail_usage (error,
                                _ ("“%s” is no day for --%s; write it as 2023-04-15."),
                                text, option);
}

static gboolean
take_period (SkhCliCall *self, GError **error)
{
  if (self->period_text == NULL)
    return TRUE;
  self->period = skh_period_parse (self->period_text);
  return skh_period_is_set (self->period)
         || skh_cli_fail_usage (
           error, _ ("“%s” is no period; write 2023, 2023-H1, 2023-Q1 or 2023-04."),
           self->period_text);
}

static gboolean
take_number (const char *text,
             const char *option,
             guint64 least,
             guint64 most,
             guint64 *number,
             GError **error)
{
  if (text == NULL || g_ascii_string_to_unsigned (text, 10, least, most, number, NULL))
    return TRUE;
  /* As text: the marks for 64 bits differ from system to system, and so would the msgid.
   */
  g_autofree char *from = g_strdup_printf ("%" G_GUINT64_FORMAT, least);
  g_autofree char *to = g_strdup_printf ("%" G_GUINT64_FORMAT, most);

  return skh_cli_fail_usage (error,
                             _ ("“%s” is no number for --%s; write one from %s to %s."),
                             text, option, from, to);
}

static gboolean
take_numbers (SkhCliCall *self, GError **error)
{
  guint64 year = 0, seed = 1, n_units = 0, n_tasks = 0, plan_id = 0;

  self->all_plans = g_strcmp0 (self->plan_text, "all") == 0;
  if (!take_number (self->year_text, "year", 2000, 2999, &year, error)
      || !take_number (self->seed_text, "seed", 0, G_MAXUINT32, &seed, error)
      || !take_number (self->units_text, "units", 2, 99999, &n_units, error)
      || !take_number (self->tasks_text, "tasks", 1, 999, &n_tasks, error)
      || (!self->all_plans
          && !take_number (self->plan_text, "plan", 1, G_MAXINT64, &plan_id, error)))
    return FALSE;
  self->year = (int)year;
  self->seed = (guint32)seed;
  self->n_units = (guint)n_units;
  self->n_tasks = (guint)n_tasks;
  self->plan_id = (gint64)plan_id;
  return TRUE;
}

static gboolean
is_given (SkhCliCall *self, guint option)
{
  if (option_table[option].kind == G_OPTION_ARG_NONE)
    return G_STRUCT_MEMBER (gboolean, self, option_table[option].offset);
  return G_STRUCT_MEMBER (gpointer, self, option_table[option].offset) != NULL;
}

static gboolean
check_shape (SkhCliCall *self, GError **error)
{
  const SkhCliCommand *command = self->command;

  if (self->n_arguments < command->min_arguments)
    return skh_cli_fail_usage (error, _ ("“%s” needs more: %s."), command->name,
                               command->arguments);
  if (self->n_arguments > command->max_arguments)
    return skh_cli_fail_usage (error, _ ("“%s” has no place for “%s”."), command->name,
                               self->arguments[command->max_arguments]);
  for (guint i = 0; i < G_N_ELEMENTS (option_table); i++)
    if ((command->required & option_table[i].bit) && !is_given (self, i))
      return skh_cli_fail_usage (error, _ ("“%s” needs --%s."), command->name,
                                 option_table[i].name);
  return TRUE;
}

/**
 * skh_cli_call_parse:
 * @self: a zeroed call
 * @words: the command line after the command's own words
 *
 * Returns: %FALSE with %SKH_CLI_ERROR_USAGE, which says what is wrong. With `--help`
 *   nothing else is looked at.
 */
gboolean
skh_cli_call_parse (SkhCliCall *self,
                    const SkhCliCommand *command,
                    const char *const *words,
                    GError **error)
{
  g_autoptr (GOptionContext) context = new_context (self, command);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  self->command = command;
  self->on = get_today ();
  self->day = SKH_DATE_NONE;
  /* The parser skips the name of the program. */
  g_strv_builder_add (builder, SKH_CLI_PROGRAM);
  g_strv_builder_addv (builder, (const char **)words);
  self->arguments = g_strv_builder_end (builder);
  if (!g_option_context_parse_strv (context, &self->arguments, &local_error))
    return skh_cli_fail_usage (error, "%s", local_error->message);
  if (self->help)
    return TRUE;

  g_free (self->arguments[0]);
  self->n_arguments = g_strv_length (self->arguments + 1);
  memmove (self->arguments, self->arguments + 1,
           (self->n_arguments + 1) * sizeof *self->arguments);
  return check_shape (self, error) && take_texts (self, error)
         && take_date (self->on_text, "on", &self->on, error)
         && take_date (self->day_text, "day", &self->day, error)
         && take_period (self, error) && take_numbers (self, error);
}

void
skh_cli_call_clear (SkhCliCall *self)
{
  g_strfreev (self->arguments);
  g_strfreev (self->figures);
  g_strfreev (self->units);
  g_strfreev (self->sections);
  g_strfreev (self->carry);
  for (guint i = 0; i < G_N_ELEMENTS (option_table); i++)
    if (option_table[i].kind == G_OPTION_ARG_FILENAME)
      g_clear_pointer (&G_STRUCT_MEMBER (char *, self, option_table[i].offset), g_free);
}

/**
 * skh_cli_command_dup_help:
 *
 * Returns: (transfer full): how the command is used, in the language of the locale
 */
char *
skh_cli_command_dup_help (const SkhCliCommand *command)
{
  g_auto (SkhCliCall) call = { 0 };
  g_autoptr (GOptionContext) context = new_context (&call, command);
  g_autofree char *options = g_option_context_get_help (context, TRUE, NULL);
  const char *list = strchr (options, '\n');

  /* GLib's own first lines do not know of commands. */
  list = list != NULL ? strstr (list, "\n\n") : NULL;
  return g_strdup_printf ("%s\n  %s %s %s\n\n%s\n%s", _ ("Usage:"), SKH_CLI_PROGRAM,
                          command->name, command->arguments, _ (command->summary),
                          list != NULL ? list + 1 : "");
}
