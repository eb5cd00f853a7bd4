/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-import.h"

G_DEFINE_QUARK (skh - import - error - quark, skh_import_error)

void
skh_import_fault_free (SkhImportFault *fault)
{
  if (fault == NULL)
    return;

  g_free (fault->file);
  g_free (fault->sheet);
  g_free (fault->cell);
  g_free (fault->value);
  g_free (fault->why);
  g_free (fault);
}
