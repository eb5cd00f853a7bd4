/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-plan-move.h"

typedef struct
{
  gint64 plan_id;
  gint64 task_id; /* 0: the section moves */
  char *section;
  guint position;
} Move;

static void
move_free (gpointer data)
{
  Move *move = data;

  g_free (move->section);
  g_free (move);
}

static gboolean
run_move (SkhDatabase *db, gpointer data, GError **error)
{
  const Move *move = data;

  return move->task_id != 0
           ? skh_task_store_move (db, move->task_id, move->section, move->position, error)
           : skh_section_store_move (db, move->plan_id, move->section, move->position,
                                     error);
}

static void
apply (SkhSession *session, gint64 task_id, const char *section, guint position)
{
  Move *move = g_new0 (Move, 1);

  move->plan_id = skh_session_get_plan_id (session);
  move->task_id = task_id;
  move->section = g_strdup (section);
  move->position = position;
  skh_session_apply (session, run_move, move, move_free, NULL, NULL);
}

/* — Tasks — */

typedef struct
{
  guint section;
  guint position;
  guint n; /* tasks of the section */
} Place;

static guint
count_tasks (SkhLedger *ledger, guint section)
{
  guint n, count = 0;
  const SkhTask *tasks = skh_ledger_get_tasks (ledger, &n);

  for (guint i = 0; i < n; i++)
    count += tasks[i].section == section;
  return count;
}

static gboolean
find_task (SkhLedger *ledger, gint64 task_id, Place *place)
{
  guint at = skh_ledger_find_task_by_id (ledger, task_id), position = 0;
  const SkhTask *tasks = skh_ledger_get_tasks (ledger, NULL);

  if (at == SKH_NO_INDEX)
    return FALSE;
  for (guint i = 0; i < at; i++)
    position += tasks[i].section == tasks[at].section;
  *place
    = (Place){ tasks[at].section, position, count_tasks (ledger, tasks[at].section) };
  return TRUE;
}

/* Past its section's end a task goes into the next one. */
void
skh_plan_move_task_by (SkhSession *session, gint64 task_id, int by)
{
  SkhLedger *ledger = skh_session_get_ledger (session);
  guint n_sections;
  const SkhSection *sections;
  Place place;

  if (ledger == NULL || !find_task (ledger, task_id, &place))
    return;
  sections = skh_ledger_get_sections (ledger, &n_sections);
  if (by < 0 && place.position > 0)
    apply (session, task_id, sections[place.section].code, place.position - 1);
  else if (by < 0 && place.section > 0)
    apply (session, task_id, sections[place.section - 1].code,
           count_tasks (ledger, place.section - 1));
  else if (by > 0 && place.position + 1 < place.n)
    apply (session, task_id, sections[place.section].code, place.position + 1);
  else if (by > 0 && place.section + 1 < n_sections)
    apply (session, task_id, sections[place.section + 1].code, 0);
}

void
skh_plan_move_task_before (SkhSession *session,
                           gint64 task_id,
                           const char *section,
                           guint position)
{
  SkhLedger *ledger = skh_session_get_ledger (session);
  Place place;

  if (ledger == NULL || !find_task (ledger, task_id, &place))
    return;
  if (place.section == skh_ledger_find_section (ledger, section))
    {
      if (position == place.position || position == place.position + 1)
        return;
      position -= position > place.position;
    }
  apply (session, task_id, section, position);
}

/* — Sections — */

void
skh_plan_move_section_by (SkhSession *session, const char *section, int by)
{
  SkhLedger *ledger = skh_session_get_ledger (session);
  guint n, place;

  if (ledger == NULL)
    return;
  skh_ledger_get_sections (ledger, &n);
  place = skh_ledger_find_section (ledger, section);
  if (place == SKH_NO_INDEX || (by < 0 && place == 0) || (by > 0 && place + 1 >= n))
    return;
  apply (session, 0, section, by < 0 ? place - 1 : place + 1);
}

void
skh_plan_move_section_to (SkhSession *session, const char *section, const char *other)
{
  SkhLedger *ledger = skh_session_get_ledger (session);
  guint place;

  if (ledger == NULL || g_str_equal (section, other))
    return;
  place = skh_ledger_find_section (ledger, other);
  if (place != SKH_NO_INDEX && skh_ledger_find_section (ledger, section) != SKH_NO_INDEX)
    apply (session, 0, section, place);
}
