/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-cli.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

static const SkhCliCommand *const groups[] = {
  skh_cli_plan_commands,
  skh_cli_line_commands,
  skh_cli_exchange_commands,
  skh_cli_history_commands,
};

static const SkhCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const SkhCliCommand *command = groups[i]; command->name != NULL; command++)
      if (g_str_equal (command->name, name))
        return command;
  return NULL;
}

static void
print_commands (FILE *stream)
{
  fprintf (stream, _ ("Usage: sokehoach-cli COMMAND …\n\nCommands:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const SkhCliCommand *command = groups[i]; command->name != NULL; command++)
      fprintf (stream, "  %-10s %s\n             %s\n", command->name, command->arguments,
               _ (command->summary));
  fprintf (stream, _ ("\n“sokehoach-cli COMMAND --help” says more of one.\n"));
}

/* One line: what, and what to do. */
SkhCliStatus
skh_cli_fail (GError *error)
{
  g_autoptr (GError) owned = error;

  g_strdelimit (owned->message, "\n", ' ');
  fprintf (stderr, "sokehoach-cli: %s\n", owned->message);
  return SKH_CLI_FAILED;
}

SkhCliStatus
skh_cli_usage (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "sokehoach-cli: %s\n", message);
  return SKH_CLI_USAGE;
}

static SkhCliStatus
check_words (const SkhCliCommand *command, int n)
{
  if (n < command->n_words)
    return skh_cli_usage (_ ("“%s” needs more: %s"), command->name, command->arguments);
  if (command->max_words >= 0 && n > command->max_words)
    return skh_cli_usage (_ ("“%s” takes no more than: %s"), command->name,
                          command->arguments);
  return SKH_CLI_DONE;
}

static SkhCliStatus
run_command (const SkhCliCommand *command, int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("sokehoach-cli %s", command->name);
  SkhCliStatus status;

  g_set_prgname (name);
  g_option_context_set_summary (context, _ (command->summary));
  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return skh_cli_usage ("%s", error->message);
  /* GOption keeps a "--" that it ended at */
  if (argc > 1 && g_str_equal (argv[1], "--"))
    {
      argv++;
      argc--;
    }
  status = check_words (command, argc - 1);
  return status == SKH_CLI_DONE ? command->run (argv + 1) : status;
}

int
skh_cli_main (int argc, char **argv)
{
  const SkhCliCommand *command;

  setlocale (LC_ALL, "");
  /* Numbers in JSON have points, whatever the locale's. */
  setlocale (LC_NUMERIC, "C");
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  if (argc < 2)
    {
      print_commands (stderr);
      return SKH_CLI_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      print_commands (stdout);
      return SKH_CLI_DONE;
    }
  command = find_command (g_str_equal (argv[1], "--version") ? "version" : argv[1]);
  if (command == NULL)
    return (int)skh_cli_usage (
      _ ("there is no command “%s”; “sokehoach-cli --help” lists those there are."),
      argv[1]);
  return (int)run_command (command, argc - 1, argv + 1);
}
