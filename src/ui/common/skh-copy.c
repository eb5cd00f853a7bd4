/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-copy.h"

#include "skh-chase-text.h"

static gboolean
is_of_unit (SkhLedger *ledger, guint line, gpointer unit)
{
  return skh_ledger_get_assignments (ledger, NULL)[line].unit == GPOINTER_TO_UINT (unit);
}

gboolean
skh_copy_chase_text (GtkWidget *widget, SkhSession *session, guint unit)
{
  g_autoptr (SkhChaseList) list
    = skh_chase_list_new (skh_session_get_ledger (session), skh_session_get_on (session),
                          is_of_unit, GUINT_TO_POINTER (unit));
  g_autofree char *text = skh_chase_text_new (list, unit);

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  return text != NULL;
}
