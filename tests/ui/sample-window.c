/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The real program, which knows one more register: that of register-sample.c, where it is
   declared and nothing else. */
#include "register-sample.h"
#include "skh-application.h"
#include "skh-language.h"

int
main (int argc, char *argv[])
{
  g_autoptr (SkhApplication) application = NULL;

  if (!skh_language_start ())
    return 1;
  register_sample_declare ();
  application = skh_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
