/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Nơi nhận: to whom a plan or a document was sent, when and how. */
#include "skh-link-store.h"

#include "skh-edit-private.h"

#include <glib/gi18n-lib.h>

void
skh_recipient_free (SkhRecipient *recipient)
{
  g_free (recipient->name);
  g_free (recipient->purpose);
  g_free (recipient->sent_how);
  g_free (recipient);
}

#define OF_THING                                                                         \
  " FROM recipient WHERE CASE ?1 WHEN 'plan' THEN plan_id = ?2"                          \
  " WHEN 'document' THEN document_id = ?2 END"

GPtrArray *
skh_recipient_store_list (SkhDatabase *db, const SkhThing *thing, GError **error)
{
  g_autoptr (GPtrArray) list
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_recipient_free);
  g_autoptr (SkhStatement) row
    = skh_statement_new (db,
                         "SELECT id, name, purpose, sent_on, sent_how" OF_THING
                         " ORDER BY rank, id",
                         error);
  GError *local_error = NULL;

  if (row == NULL)
    return NULL;
  skh_statement_bind_text (row, 1, thing->kind);
  skh_statement_bind_int (row, 2, thing->id);
  while (skh_statement_step (row, &local_error))
    {
      SkhRecipient *recipient = g_new0 (SkhRecipient, 1);

      recipient->id = skh_statement_get_int (row, 0);
      recipient->name = skh_statement_dup_text (row, 1);
      recipient->purpose = skh_statement_dup_text (row, 2);
      recipient->sent_on = skh_statement_get_date (row, 3);
      recipient->sent_how = skh_statement_dup_text (row, 4);
      g_ptr_array_add (list, recipient);
    }
  if (local_error == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, local_error);
  return NULL;
}

/* — Writing — */

static gint64
get_next_rank (SkhDatabase *db, const SkhThing *thing)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (db, "SELECT coalesce(max(rank), -1) + 1" OF_THING, NULL);

  if (row == NULL)
    return 0;
  skh_statement_bind_text (row, 1, thing->kind);
  skh_statement_bind_int (row, 2, thing->id);
  return skh_statement_step (row, NULL) ? skh_statement_get_int (row, 0) : 0;
}

#define INSERT                                                                           \
  "INSERT INTO recipient (id, name, purpose, sent_on, sent_how, rank, plan_id,"          \
  " document_id) VALUES (?1, ?2, ?3, ?4, ?5, ?8, CASE ?6 WHEN 'plan' THEN ?7 END,"       \
  " CASE ?6 WHEN 'document' THEN ?7 END)"
#define UPDATE                                                                           \
  "UPDATE recipient SET name = ?2, purpose = ?3, sent_on = ?4, sent_how = ?5"            \
  " WHERE id = ?1"

static gboolean
write_recipient (SkhDatabase *db,
                 const SkhThing *thing,
                 SkhRecipient *recipient,
                 GError **error)
{
  gboolean is_new = recipient->id == 0;
  g_autoptr (SkhStatement) row = skh_statement_new (db, is_new ? INSERT : UPDATE, error);
  g_autofree char *name = skh_edit_clean (recipient->name);
  g_autofree char *purpose = skh_edit_clean (recipient->purpose);
  g_autofree char *how = skh_edit_clean (recipient->sent_how);

  if (row == NULL)
    return FALSE;
  if (is_new)
    recipient->id = skh_database_new_id (db);
  skh_statement_bind_int (row, 1, recipient->id);
  skh_statement_bind_text (row, 2, name);
  skh_statement_bind_text (row, 3, purpose);
  skh_statement_bind_date (row, 4, recipient->sent_on);
  skh_statement_bind_text (row, 5, how);
  if (is_new)
    {
      skh_statement_bind_text (row, 6, thing->kind);
      skh_statement_bind_int (row, 7, thing->id);
      skh_statement_bind_int (row, 8, get_next_rank (db, thing));
    }
  return skh_statement_run (row, error);
}

gboolean
skh_recipient_store_put (SkhDatabase *db,
                         const SkhThing *thing,
                         SkhRecipient *recipient,
                         GError **error)
{
  gint64 id = recipient->id;
  g_autofree char *label = NULL;

  if (skh_edit_is_blank (recipient->name))
    return skh_edit_give_up (db, skh_edit_refuse (NULL, NULL, error,
                                                  _ ("A recipient needs a name.")));
  label
    = g_strdup_printf (id == 0 ? _ ("Recipient added: %s") : _ ("Recipient changed: %s"),
                       recipient->name);
  if (skh_act_begin (db, label, error)
      && skh_edit_end (db, write_recipient (db, thing, recipient, error), error))
    return TRUE;
  recipient->id = id;
  return FALSE;
}

static gboolean
mark_one (SkhDatabase *db, gint64 id, SkhDate day, const char *how, GError **error)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (db,
                         "UPDATE recipient SET sent_on = ?2, sent_how = ?3 WHERE id = ?1",
                         error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, id);
  skh_statement_bind_date (row, 2, day);
  skh_statement_bind_text (row, 3, how);
  return skh_statement_run (row, error);
}

gboolean
skh_recipient_store_mark_sent (SkhDatabase *db,
                               const gint64 *ids,
                               guint n_ids,
                               SkhDate day,
                               const char *how,
                               GError **error)
{
  g_autofree char *clean = skh_edit_clean (how);
  g_autofree char *label
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Sent to %u recipient",
                                    "Sent to %u recipients", n_ids),
                       n_ids);
  gboolean ok = TRUE;

  if (!skh_act_begin (db, label, error))
    return FALSE;
  for (guint i = 0; ok && i < n_ids; i++)
    ok = mark_one (db, ids[i], day, day != SKH_DATE_NONE ? clean : NULL, error);
  return skh_edit_end (db, ok, error);
}

#define BESIDE                                                                           \
  "SELECT b.id FROM recipient a JOIN recipient b ON b.plan_id IS a.plan_id"              \
  " AND b.document_id IS a.document_id WHERE a.id = ?1 ORDER BY b.rank, b.id"

gboolean
skh_recipient_store_move (SkhDatabase *db, gint64 id, guint position, GError **error)
{
  g_autoptr (GArray) ids = skh_edit_list_ids (db, BESIDE, id, error);

  if (ids == NULL)
    return skh_edit_give_up (db, FALSE);
  skh_edit_place (ids, id, position);
  return skh_act_begin (db, _ ("Recipient moved"), error)
         && skh_edit_end (db,
                          skh_edit_write_ranks (db,
                                                "UPDATE recipient SET rank = ?2"
                                                " WHERE id = ?1 AND rank <> ?2",
                                                ids, error),
                          error);
}

gboolean
skh_recipient_store_remove (SkhDatabase *db, gint64 id, GError **error)
{
  g_autofree char *name
    = skh_edit_dup_text (db, "SELECT name FROM recipient WHERE id = ?1", id);
  g_autofree char *label = g_strdup_printf (_ ("Recipient removed: %s"), name);

  if (name == NULL)
    return skh_edit_give_up (db,
                             skh_edit_not_found (_ ("This recipient is no longer there."),
                                                 error));
  return skh_act_begin (db, label, error)
         && skh_edit_end (db,
                          skh_edit_run (db, "DELETE FROM recipient WHERE id = ?1", error,
                                        1, id),
                          error);
}
