/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* SkhChaseDialog: the units that still owe one task, as a message to be copied and sent.
 */
#define SKH_TYPE_CHASE_DIALOG (skh_chase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SkhChaseDialog,
                      skh_chase_dialog,
                      SKH,
                      CHASE_DIALOG,
                      AdwMessageDialog)

/* The units to chase: those that are late, or else those that are due soon. (transfer
   full) (element-type guint): lines of the task, one a unit */
GArray *skh_chase_list_lines (SkhLedger *ledger, guint task, SkhDate on);

GtkWidget *skh_chase_dialog_new (SkhSession *session, guint task);

G_END_DECLS
