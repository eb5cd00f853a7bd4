/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

G_BEGIN_DECLS

struct _SkhSession
{
  GObject parent_instance;

  /* owned */
  SkhWorkbook *workbook;
  SkhLedger *ledger;
  GPtrArray *plans; /* SkhPlanRecord */
  GCancellable *opening;
  GCancellable *loading;

  GArray *keepers; /* see skh-session-keepers.c */

  gint64 plan_id; /* 0: the workbook's first */
  SkhDate on;
  SkhPeriod period;
  gboolean period_chosen; /* by the user: another workbook's first load keeps it */
  gboolean stale;         /* the workbook changed while a load was under way */
};

typedef enum
{
  SKH_SESSION_CHANGED,
  SKH_SESSION_OPENED,
  SKH_SESSION_OPEN_FAILED,
  SKH_SESSION_FAULT,
  SKH_SESSION_TOLD,
  SKH_SESSION_SAVED,
  SKH_SESSION_UNDONE,
  SKH_SESSION_REDONE,
  SKH_SESSION_EXPORTED,
  SKH_SESSION_PLANS_CHANGED,
  SKH_SESSION_SHOW_UNIT,
  SKH_SESSION_SHOW_TASK,
  SKH_SESSION_SHOW_ASSIGNMENT,
  SKH_SESSION_SHOW_SECTION,
  SKH_SESSION_SHOW_OVERDUE,
  SKH_SESSION_SHOW_SOON,
  SKH_SESSION_SHOW_MISSING,
  SKH_SESSION_SHOW_REPORT,
  SKH_SESSION_SHOW_TIMELINE_REPORT,
  SKH_SESSION_SHOW_CHECKLIST_REPORT,
  SKH_SESSION_SHOW_CHASE,
  SKH_SESSION_SHOW_PAGE,
  SKH_SESSION_SHOW_ENTRY,
  SKH_SESSION_N_SIGNALS,
} SkhSessionSignal;

extern guint skh_session_signals[SKH_SESSION_N_SIGNALS];

void skh_session_init_keepers (SkhSession *self);

G_END_DECLS
