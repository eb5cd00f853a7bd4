/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Links from anything to anything. */
#include "skh-link-store.h"

#include "skh-edit-private.h"
#include "skh-register-private.h"

#include <glib/gi18n-lib.h>

/* What people call a thing, by its kind; registers say it themselves. */
static const struct
{
  const char *kind;
  const char *sql;
} names[] = {
  { "plan", "SELECT title FROM plan WHERE id = ?1" },
  { "task", "SELECT no || '. ' || short_title FROM task WHERE id = ?1" },
  { "unit", "SELECT name FROM unit WHERE id = ?1" },
  { "assignment",
    "SELECT u.name || ' – ' || t.no || '. ' || t.short_title FROM assignment a"
    " JOIN unit u ON u.id = a.unit_id JOIN task t ON t.id = a.task_id"
    " WHERE a.id = ?1" },
};

static char *
dup_name (SkhDatabase *db, const char *kind, gint64 id)
{
  SkhRegister *reg = skh_register_cache_find_table (db, kind);
  g_autoptr (SkhEntry) entry
    = reg != NULL ? skh_register_row_load (db, reg, id, NULL) : NULL;

  if (entry != NULL)
    return skh_entry_dup_label (entry);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].kind, kind))
      return skh_edit_dup_text (db, names[i].sql, id);
  return NULL;
}

void
skh_link_free (SkhLink *link)
{
  g_free (link->kind);
  g_free (link->text);
  g_free (link->register_id);
  g_free (link);
}

#define LINKS                                                                            \
  "SELECT id, to_kind, to_id, 1, rank FROM link WHERE from_kind = ?1 AND from_id = ?2"   \
  " AND (?3 IS NULL OR to_kind = ?3) UNION ALL"                                          \
  " SELECT id, from_kind, from_id, 0, rank FROM link WHERE to_kind = ?1 AND to_id = ?2"  \
  " AND (?3 IS NULL OR from_kind = ?3) ORDER BY 4 DESC, 5, 1"

static SkhLink *
read_link (SkhDatabase *db, SkhStatement *row)
{
  SkhLink *link = g_new0 (SkhLink, 1);
  SkhRegister *reg;

  link->id = skh_statement_get_int (row, 0);
  link->kind = skh_statement_dup_text (row, 1);
  link->other_id = skh_statement_get_int (row, 2);
  link->outgoing = skh_statement_get_int (row, 3) != 0;
  link->text = dup_name (db, link->kind, link->other_id);
  reg = skh_register_cache_find_table (db, link->kind);
  link->register_id = reg != NULL ? g_strdup (skh_register_get_id (reg)) : NULL;
  return link;
}

GPtrArray *
skh_link_store_list (SkhDatabase *db,
                     const SkhThing *thing,
                     const char *kind,
                     GError **error)
{
  g_autoptr (GPtrArray) links
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_link_free);
  g_autoptr (SkhStatement) row = skh_statement_new (db, LINKS, error);
  GError *local_error = NULL;

  if (row == NULL)
    return NULL;
  skh_statement_bind_text (row, 1, thing->kind);
  skh_statement_bind_int (row, 2, thing->id);
  skh_statement_bind_text (row, 3, kind);
  while (skh_statement_step (row, &local_error))
    g_ptr_array_add (links, read_link (db, row));
  if (local_error == NULL)
    return g_steal_pointer (&links);
  g_propagate_error (error, local_error);
  return NULL;
}

#define INSERT                                                                           \
  "INSERT INTO link (id, from_kind, from_id, to_kind, to_id, rank)"                      \
  " SELECT ?1, ?2, ?3, ?4, ?5, (SELECT coalesce(max(rank), -1) + 1 FROM link"            \
  "  WHERE from_kind = ?2 AND from_id = ?3) WHERE NOT EXISTS (SELECT 1 FROM link"        \
  "  WHERE from_kind = ?2 AND from_id = ?3 AND to_kind = ?4 AND to_id = ?5)"

static gboolean
insert_link (SkhDatabase *db, const SkhThing *from, const SkhThing *to, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (db, INSERT, error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, skh_database_new_id (db));
  skh_statement_bind_text (row, 2, from->kind);
  skh_statement_bind_int (row, 3, from->id);
  skh_statement_bind_text (row, 4, to->kind);
  skh_statement_bind_int (row, 5, to->id);
  return skh_statement_run (row, error);
}

gboolean
skh_link_store_add (SkhDatabase *db,
                    const SkhThing *from,
                    const SkhThing *to,
                    GError **error)
{
  g_autofree char *from_name = dup_name (db, from->kind, from->id);
  g_autofree char *to_name = dup_name (db, to->kind, to->id);
  g_autofree char *label = NULL;

  if (from_name == NULL || to_name == NULL)
    return skh_edit_give_up (
      db, skh_edit_not_found (_ ("What is to be linked is no longer there."), error));
  label = g_strdup_printf (_ ("Linked: %s – %s"), from_name, to_name);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db, insert_link (db, from, to, error), error);
}

gboolean
skh_link_store_remove (SkhDatabase *db, gint64 id, GError **error)
{
  return skh_act_begin (db, _ ("Link removed"), error)
         && skh_edit_end (
           db, skh_edit_run (db, "DELETE FROM link WHERE id = ?1", error, 1, id), error);
}

static gboolean
run_for_thing (SkhDatabase *db, const char *sql, const SkhThing *thing, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (db, sql, error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_text (row, 1, thing->kind);
  skh_statement_bind_int (row, 2, thing->id);
  return skh_statement_run (row, error);
}

/**
 * skh_link_store_forget:
 *
 * Inside an act, before a thing is removed: its links, attachments and recipients go.
 * Contents stay, for an undo.
 */
gboolean
skh_link_store_forget (SkhDatabase *db, const SkhThing *thing, GError **error)
{
  return run_for_thing (db, "DELETE FROM link WHERE from_kind = ?1 AND from_id = ?2",
                        thing, error)
         && run_for_thing (db, "DELETE FROM link WHERE to_kind = ?1 AND to_id = ?2",
                           thing, error)
         && run_for_thing (db, "DELETE FROM attachment WHERE kind = ?1 AND owner_id = ?2",
                           thing, error)
         && run_for_thing (db,
                           "DELETE FROM recipient WHERE ?1 = 'document'"
                           " AND document_id = ?2",
                           thing, error);
}
