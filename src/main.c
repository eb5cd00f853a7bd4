/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-application.h"
#include "skh-language.h"

int
main (int argc, char *argv[])
{
  g_autoptr (SkhApplication) application = NULL;

  if (!skh_language_start ())
    return 1;
  application = skh_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
