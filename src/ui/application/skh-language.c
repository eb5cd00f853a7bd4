/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-language.h"

#include <libintl.h>
#include <gtk/gtk.h>
#include <locale.h>

#include "skh-settings.h"

/* In the order of what can be expected on a desk. gettext reads LANGUAGE only in a locale
   other than "C"; C.UTF-8 is one, and is part of Debian's libc itself. */
static const char *const fallback_locales[]
  = { "C.UTF-8", "vi_VN.UTF-8", "en_US.UTF-8", NULL };

static gboolean
is_plain_c (const char *locale)
{
  return locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX");
}

static void
set_locale (void)
{
  setlocale (LC_ALL, "");
  for (guint i = 0; fallback_locales[i] != NULL; i++)
    {
      if (!is_plain_c (setlocale (LC_MESSAGES, NULL))
          && !is_plain_c (setlocale (LC_CTYPE, NULL)))
        return;
      setlocale (LC_ALL, fallback_locales[i]);
    }
}

static const char *
get_locale_dir (void)
{
  const char *dir = g_getenv ("SOKEHOACH_LOCALEDIR");

  return dir != NULL ? dir : LOCALEDIR;
}

/* Sets the language of the window before anything reads a text: Vietnamese unless the
   preferences say otherwise, whatever the system speaks. Returns FALSE, having said why,
   when the program is not installed whole. */
gboolean
skh_language_start (void)
{
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *language = NULL;

  gtk_disable_setlocale ();
  set_locale ();
  if (!skh_settings_check_installed ())
    return FALSE;
  settings = skh_settings_new ();
  language = g_settings_get_string (settings, "language");
  if (!g_str_equal (language, "system"))
    g_setenv ("LANGUAGE", language, TRUE);

  bindtextdomain (GETTEXT_PACKAGE, get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return TRUE;
}
