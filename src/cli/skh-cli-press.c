/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whoever asks for a rate need not wait for a printer's libraries: what lays out pages
   stands in a program of its own beside this one, which is given the same words. */
#include "skh-cli-press.h"

#include "skh-cli-call.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#define PRESS "sokehoach-cli-pdf"

/**
 * skh_cli_is_paper:
 * @path: (nullable): where a command is to write
 *
 * Returns: %TRUE when that is a PDF, by its name
 */
gboolean
skh_cli_is_paper (const char *path)
{
  g_autofree char *lower = path != NULL ? g_ascii_strdown (path, -1) : NULL;

  return lower != NULL && g_str_has_suffix (lower, ".pdf");
}

/* It stands beside this one, by whatever link this one was called; where there is no
   /proc, a search begins in the folder of the running program (Windows) or goes through
   the path. */
static char *
dup_press_path (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  g_autofree char *beside
    = folder != NULL ? g_build_filename (folder, PRESS, NULL) : NULL;

  return beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE)
           ? g_steal_pointer (&beside)
           : g_find_program_in_path (PRESS);
}

/**
 * skh_cli_press_run:
 * @words: the command line without the program's name
 *
 * Has the program that can print do it; what that one prints is what this one says.
 *
 * Returns: its exit status, or -1 with @error when it can't be run
 */
int
skh_cli_press_run (const char *const *words, GError **error)
{
  g_autofree char *path = dup_press_path ();
  g_autoptr (GPtrArray) line = g_ptr_array_new ();
  g_autoptr (GSubprocess) press = NULL;
  g_autoptr (GError) reason = NULL;

  g_ptr_array_add (line, path != NULL ? path : (gpointer)PRESS);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (line, (gpointer)words[i]);
  g_ptr_array_add (line, NULL);
  press = g_subprocess_newv ((const char *const *)line->pdata,
                             G_SUBPROCESS_FLAGS_STDIN_INHERIT, &reason);
  if (press != NULL && g_subprocess_wait (press, NULL, &reason)
      && g_subprocess_get_if_exited (press))
    return g_subprocess_get_exit_status (press);
  skh_cli_refuse (error, _ ("“%s” could not be run (%s); install the program again."),
                  PRESS, reason != NULL ? reason->message : _ ("it broke off"));
  return -1;
}
