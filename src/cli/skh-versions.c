/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-versions.h"

const char *
skh_versions_get_program (void)
{
  return SKH_VERSION;
}

/* Of the GLib that runs, which may be newer than the one built with. */
const char *
skh_versions_get_glib (void)
{
  static char *version;

  if (g_once_init_enter (&version))
    g_once_init_leave (&version,
                       g_strdup_printf ("%u.%u.%u", glib_major_version,
                                        glib_minor_version, glib_micro_version));
  return version;
}
