/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-settings.h"

/* GSettings ends the process without a word for the user when its schema is missing. Said
   in both languages, for there is no telling yet which one is read. */
gboolean
skh_settings_check_installed (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SKH_APPLICATION_ID, TRUE);
  if (schema != NULL)
    return TRUE;
  g_printerr ("sokehoach: không tìm thấy lược đồ cài đặt %s; hãy cài lại chương trình.\n"
              "sokehoach: the settings schema %s is not installed; install the program, "
              "or run it from its build folder with “meson devenv”.\n",
              SKH_APPLICATION_ID, SKH_APPLICATION_ID);
  return FALSE;
}

/* The settings of this desk: language, style, window. What changes a number belongs to
   the workbook instead. */
GSettings *
skh_settings_new (void)
{
  return g_settings_new (SKH_APPLICATION_ID);
}
