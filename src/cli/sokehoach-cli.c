/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-cli.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  const char *dir = g_getenv ("SOKEHOACH_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, dir != NULL ? dir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  return skh_cli_run ((const char *const *)(argc > 0 ? argv + 1 : argv));
}
