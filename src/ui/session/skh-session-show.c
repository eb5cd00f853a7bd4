/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-session-private.h"

/* Where to go: whoever shows such a thing comes forward and shows it. */

/* The page comes forward (and is built) first, so that it hears what to show. */
static void
show_on_page (SkhSession *self, const char *page, guint signal, guint index)
{
  skh_session_show_page (self, page);
  g_signal_emit (self, skh_session_signals[signal], 0, index);
}

void
skh_session_show_unit (SkhSession *self, guint unit)
{
  show_on_page (self, "units", SKH_SESSION_SHOW_UNIT, unit);
}

void
skh_session_show_task (SkhSession *self, guint task)
{
  show_on_page (self, "timeline", SKH_SESSION_SHOW_TASK, task);
}

void
skh_session_show_assignment (SkhSession *self, guint assignment)
{
  show_on_page (self, "units", SKH_SESSION_SHOW_ASSIGNMENT, assignment);
}

void
skh_session_show_section (SkhSession *self, guint section)
{
  show_on_page (self, "timeline", SKH_SESSION_SHOW_SECTION, section);
}

void
skh_session_show_overdue (SkhSession *self)
{
  skh_session_show_page (self, "units");
  g_signal_emit (self, skh_session_signals[SKH_SESSION_SHOW_OVERDUE], 0);
}

void
skh_session_show_soon (SkhSession *self)
{
  skh_session_show_page (self, "units");
  g_signal_emit (self, skh_session_signals[SKH_SESSION_SHOW_SOON], 0);
}

void
skh_session_show_missing (SkhSession *self)
{
  skh_session_show_page (self, "units");
  g_signal_emit (self, skh_session_signals[SKH_SESSION_SHOW_MISSING], 0);
}

/* kind: summary, chase, timeline or plan. */
void
skh_session_show_report (SkhSession *self, const char *kind)
{
  skh_session_show_page (self, "reports");
  g_signal_emit (self, skh_session_signals[SKH_SESSION_SHOW_REPORT], 0, kind);
}

void
skh_session_show_timeline_report (SkhSession *self, const SkhTimelineOptions *options)
{
  skh_session_show_page (self, "reports");
  g_signal_emit (self, skh_session_signals[SKH_SESSION_SHOW_TIMELINE_REPORT], 0, options);
}

void
skh_session_show_checklist_report (SkhSession *self, guint unit)
{
  show_on_page (self, "reports", SKH_SESSION_SHOW_CHECKLIST_REPORT, unit);
}

void
skh_session_show_chase (SkhSession *self, guint unit, guint task)
{
  g_signal_emit (self, skh_session_signals[SKH_SESSION_SHOW_CHASE], 0, unit, task);
}

/* Brings a page forward: overview, timeline, units, reports. */
void
skh_session_show_page (SkhSession *self, const char *name)
{
  g_signal_emit (self, skh_session_signals[SKH_SESSION_SHOW_PAGE], 0, name);
}

gboolean
skh_session_has_own_page (const char *register_id)
{
  return g_str_equal (register_id, "documents")
         || g_str_equal (register_id, "commitments");
}

void
skh_session_show_entry (SkhSession *self, const char *register_id, gint64 entry_id)
{
  skh_session_show_page (self, skh_session_has_own_page (register_id) ? register_id
                                                                      : "registers");
  g_signal_emit (self, skh_session_signals[SKH_SESSION_SHOW_ENTRY], 0, register_id,
                 entry_id);
}
