/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-act-private.h"

#include "skh-commitment-counts-private.h"
#include "skh-register-private.h"

#include <glib/gi18n-lib.h>

/* The kept acts, backwards and forwards. */

/* An undo or redo either fits every row or does nothing. */
static int
on_apply_conflict (void *data, int reason, sqlite3_changeset_iter *iterator)
{
  return SQLITE_CHANGESET_ABORT;
}

typedef struct
{
  gint64 id;
  char *label;
  SkhChangeset changeset;
} KeptAct;

static void
kept_act_clear (KeptAct *act)
{
  g_free (act->label);
  skh_changeset_clear (&act->changeset);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KeptAct, kept_act_clear)

#define NEXT_UNDO                                                                        \
  "SELECT id, label, changeset FROM act WHERE undone = 0 AND reach = 1"                  \
  " ORDER BY id DESC LIMIT 1"
#define NEXT_REDO                                                                        \
  "SELECT id, label, changeset FROM act WHERE undone = 1 AND reach = 1"                  \
  " ORDER BY id LIMIT 1"

static gboolean
load_next (SkhDatabase *db, gboolean undo, KeptAct *act, GError **error)
{
  g_autoptr (SkhStatement) statement
    = skh_statement_new (db, undo ? NEXT_UNDO : NEXT_REDO, error);
  g_autoptr (GError) local_error = NULL;
  gconstpointer blob;
  gsize size;

  if (statement == NULL)
    return FALSE;
  if (!skh_statement_step (statement, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOTHING,
                             undo ? _ ("There is nothing to undo.")
                                  : _ ("There is nothing to redo."));
      return FALSE;
    }

  act->id = skh_statement_get_int (statement, 0);
  act->label = skh_statement_dup_text (statement, 1);
  blob = skh_statement_get_blob (statement, 2, &size);
  if (undo)
    return sqlite3changeset_invert ((int)size, blob, &act->changeset.size,
                                    &act->changeset.data)
             == SQLITE_OK
           || skh_database_set_error (db, error);
  act->changeset.size = (int)size;
  act->changeset.data = sqlite3_malloc64 (size);
  memcpy (act->changeset.data, blob, size);
  return TRUE;
}

static gboolean
apply (SkhDatabase *db, KeptAct *act, GError **error)
{
  int result
    = sqlite3changeset_apply (skh_database_get_handle (db), act->changeset.size,
                              act->changeset.data, NULL, on_apply_conflict, NULL);

  if (result == SQLITE_OK)
    return TRUE;
  if (result != SQLITE_ABORT)
    return skh_database_set_error (db, error);
  g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_CONFLICT,
               _ (
                 "“%s” can no longer be undone or redone, because its lines were changed "
                 "since. Nothing was changed."),
               act->label);
  return FALSE;
}

static gboolean
mark_undone (SkhDatabase *db, gint64 id, gboolean undone, GError **error)
{
  g_autoptr (SkhStatement) statement
    = skh_statement_new (db, "UPDATE act SET undone = ?2 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, id);
  skh_statement_bind_int (statement, 2, undone);
  return skh_statement_run (statement, error);
}

static char *
step (SkhDatabase *db, gboolean undo, GError **error)
{
  g_auto (KeptAct) act = { 0 };

  g_return_val_if_fail (skh_database_get_act (db)->depth == 0, NULL);
  if (!skh_act_begin_transaction (db, error))
    return NULL;
  if (load_next (db, undo, &act, error) && apply (db, &act, error)
      && mark_undone (db, act.id, undo, error)
      && skh_act_walk (db, &act.changeset, NULL, error) && skh_act_commit (db, error))
    return g_steal_pointer (&act.label);
  skh_database_exec (db, "ROLLBACK", NULL);
  skh_register_cache_forget (db);
  skh_commitment_counts_forget (db);
  return NULL;
}

/**
 * skh_act_undo:
 *
 * Takes back the newest kept act, whichever process made it.
 *
 * Returns: (transfer full): its label, or %NULL with %SKH_STORE_ERROR_NOTHING when there
 * is none, or %SKH_STORE_ERROR_CONFLICT when it no longer fits
 */
char *
skh_act_undo (SkhDatabase *db, GError **error)
{
  return step (db, TRUE, error);
}

/**
 * skh_act_redo:
 *
 * Does again the act that was undone last, as long as no new act came after.
 *
 * Returns: (transfer full): its label, or %NULL as skh_act_undo()
 */
char *
skh_act_redo (SkhDatabase *db, GError **error)
{
  return step (db, FALSE, error);
}
