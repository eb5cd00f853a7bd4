/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entries in and out of a workbook. How rows are read and written is in
   skh-register-row.c, how lists are in skh-register-list.c. */
#include "skh-register-store.h"

#include "skh-edit-private.h"
#include "skh-link-store.h"
#include "skh-register-private.h"

#include <glib/gi18n-lib.h>

/* — Registers — */

GPtrArray *
skh_register_store_list_registers (SkhDatabase *db, GError **error)
{
  GPtrArray *all = skh_register_cache_get_all (db, error);
  GPtrArray *list = NULL;

  if (all == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_register_unref);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (list, skh_register_ref (all->pdata[i]));
  return list;
}

static char *
dup_ids (GPtrArray *all)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            skh_register_get_id (all->pdata[i]));
  return g_string_free (ids, FALSE);
}

SkhRegister *
skh_register_store_load_register (SkhDatabase *db, const char *id, GError **error)
{
  GPtrArray *all = skh_register_cache_get_all (db, error);
  SkhRegister *reg = all != NULL ? skh_register_cache_find (db, id) : NULL;
  g_autofree char *ids = NULL;

  if (reg != NULL)
    return skh_register_ref (reg);
  if (all == NULL)
    return NULL;
  ids = dup_ids (all);
  g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_FOUND,
               _ ("There is no register “%s”; there are: %s."), id, ids);
  return NULL;
}

/* — Reading — */

static gboolean
not_there (SkhRegister *reg, GError **error)
{
  g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_FOUND,
               _ ("%s: this entry is no longer there."), skh_register_get_title (reg));
  return FALSE;
}

/**
 * skh_register_store_get:
 *
 * Returns: (transfer full): a copy of the entry, or %NULL with
 *   %SKH_STORE_ERROR_NOT_FOUND
 */
SkhEntry *
skh_register_store_get (SkhDatabase *db, SkhRegister *reg, gint64 id, GError **error)
{
  GError *local_error = NULL;
  SkhEntry *entry = skh_register_row_load (db, reg, id, &local_error);

  if (entry == NULL && local_error == NULL)
    not_there (reg, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return entry;
}

static void
unref_entry (gpointer entry)
{
  if (entry != NULL)
    skh_entry_unref (entry);
}

GPtrArray *
skh_register_store_get_many (SkhDatabase *db,
                             SkhRegister *reg,
                             const gint64 *ids,
                             guint n_ids,
                             GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_full (n_ids, unref_entry);
  gboolean ok;

  if (!skh_database_begin_reading (db, error))
    return NULL;
  ok = skh_register_row_load_many (db, reg, ids, n_ids, entries, error);
  skh_database_end_reading (db);
  return ok ? g_steal_pointer (&entries) : NULL;
}

/* — Checking — */

static void
add_fault (GPtrArray *faults, guint field, char *why)
{
  SkhEntryFault *fault = g_new0 (SkhEntryFault, 1);

  fault->field = field;
  fault->why = why;
  g_ptr_array_add (faults, fault);
}

static gboolean
check_unique (SkhDatabase *db,
              const SkhEntry *entry,
              guint i,
              GPtrArray *faults,
              GError **error)
{
  SkhRegister *reg = skh_entry_get_register (entry);
  const SkhField *field = skh_register_get_field (reg, i);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (SkhStatement) row = NULL;
  GError *local_error = NULL;
  int index = 2;

  g_string_printf (sql, "SELECT id FROM \"%s\" WHERE \"%s\" = ?2 AND id <> ?1 LIMIT 1",
                   skh_register_get_table (reg), skh_field_get_column (field));
  row = skh_register_prepare (db, sql, error);
  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, skh_entry_get_id (entry));
  /* Of a count only the n is compared: its whole has no place in this statement. */
  if (field->type == SKH_FIELD_COUNT)
    skh_statement_bind_int (row, 2, skh_entry_get_value (entry, i)->number);
  else
    skh_register_bind (row, &index, field, skh_entry_get_value (entry, i));
  if (skh_statement_step (row, &local_error))
    {
      g_autofree char *text = skh_field_dup_text (field, skh_entry_get_value (entry, i));

      add_fault (faults, i,
                 g_strdup_printf (_ ("Another entry has “%s” here already."), text));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
check_reference (SkhDatabase *db,
                 const SkhEntry *entry,
                 guint i,
                 GPtrArray *faults,
                 GError **error)
{
  const SkhField *field = skh_register_get_field (skh_entry_get_register (entry), i);
  const SkhValue *value = skh_entry_get_value (entry, i);
  const char *target = skh_register_schema_get_target (db, field);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (SkhStatement) row = NULL;
  g_auto (SkhValue) resolved = { 0 };
  char *why = NULL;

  if (value->id == 0)
    {
      skh_value_copy (value, &resolved);
      if (skh_register_store_resolve (db, field, &resolved, entry, &why, error))
        return TRUE;
      if (why != NULL)
        add_fault (faults, i, why);
      return why != NULL;
    }
  g_string_printf (sql, "SELECT 1 FROM \"%s\" WHERE id = ?1",
                   target != NULL ? target : "unit");
  row = skh_register_prepare (db, sql, error);
  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, value->id);
  if (!skh_statement_step (row, NULL))
    add_fault (faults, i, g_strdup (_ ("What this refers to is no longer there.")));
  return TRUE;
}

GPtrArray *
skh_register_store_check (SkhDatabase *db, const SkhEntry *entry, GError **error)
{
  SkhRegister *reg = skh_entry_get_register (entry);
  g_autoptr (GPtrArray) faults = skh_entry_check (entry);

  for (guint i = 0; i < skh_register_get_n_fields (reg); i++)
    {
      const SkhField *field = skh_register_get_field (reg, i);

      if (!skh_entry_get_value (entry, i)->is_set)
        continue;
      if ((field->flags & SKH_FIELD_UNIQUE) && field->type != SKH_FIELD_FILE
          && !check_unique (db, entry, i, faults, error))
        return NULL;
      if (skh_field_is_reference (field)
          && !check_reference (db, entry, i, faults, error))
        return NULL;
    }
  return g_steal_pointer (&faults);
}

/* — Writing — */

static gboolean
refuse_fault (SkhRegister *reg, const SkhEntryFault *fault, GError **error)
{
  const char *where = fault->field != SKH_NO_FIELD
                        ? skh_field_get_title (skh_register_get_field (reg, fault->field))
                        : skh_register_get_one_title (reg);

  g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID, "%s: %s", where,
               fault->why);
  return FALSE;
}

static gboolean
resolve_all (SkhDatabase *db, SkhEntry *entry, GError **error)
{
  SkhRegister *reg = skh_entry_get_register (entry);

  for (guint i = 0; i < skh_register_get_n_fields (reg); i++)
    {
      const SkhField *field = skh_register_get_field (reg, i);
      const SkhValue *value = skh_entry_get_value (entry, i);
      g_autofree char *why = NULL;
      SkhEntryFault fault = { .field = i };
      SkhValue found;

      if (!skh_field_is_reference (field) || !value->is_set || value->id != 0)
        continue;
      skh_value_copy (value, &found);
      if (skh_register_store_resolve (db, field, &found, entry, &why, error))
        {
          skh_entry_take_value (entry, i, &found);
          continue;
        }
      skh_value_clear (&found);
      fault.why = why;
      return why != NULL && refuse_fault (reg, &fault, error);
    }
  return TRUE;
}

/* Inside the act that is open. */
static gboolean
write_entry (SkhDatabase *db, SkhEntry *entry, GError **error)
{
  SkhRegister *reg = skh_entry_get_register (entry);
  gboolean is_new = skh_entry_get_id (entry) == 0;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (SkhEntry) before = NULL;

  skh_entry_derive (entry);
  if (!resolve_all (db, entry, error))
    return FALSE;
  faults = skh_register_store_check (db, entry, error);
  if (faults == NULL)
    return FALSE;
  if (faults->len > 0)
    return refuse_fault (reg, faults->pdata[0], error);
  if (is_new)
    skh_entry_set_id (entry, skh_database_new_id (db));
  else
    before = skh_register_store_get (db, reg, skh_entry_get_id (entry), error);
  if (!is_new && before == NULL)
    return FALSE;
  return (before != NULL && skh_entry_equal (before, entry))
         || skh_register_row_save (db, entry, is_new, error);
}

static char *
dup_put_label (const SkhEntry *entry)
{
  SkhRegister *reg = skh_entry_get_register (entry);
  g_autofree char *label = skh_entry_dup_label (entry);

  return g_strdup_printf (skh_entry_get_id (entry) == 0 ? _ ("%s added: %s")
                                                        : _ ("%s changed: %s"),
                          skh_register_get_one_title (reg), label);
}

gboolean
skh_register_store_put_many (SkhDatabase *db,
                             const char *label,
                             SkhEntry *const *entries,
                             guint n_entries,
                             GError **error)
{
  gboolean ok = TRUE;

  if (!skh_act_begin (db, label, error))
    return FALSE;
  for (guint i = 0; ok && i < n_entries; i++)
    ok = write_entry (db, entries[i], error);
  return skh_edit_end (db, ok, error);
}

gboolean
skh_register_store_put (SkhDatabase *db, SkhEntry *entry, GError **error)
{
  g_autofree char *label = dup_put_label (entry);
  gint64 id = skh_entry_get_id (entry);

  if (skh_register_store_put_many (db, label, &entry, 1, error))
    return TRUE;
  skh_entry_set_id (entry, id);
  return FALSE;
}

static gboolean
set_one (SkhDatabase *db,
         SkhRegister *reg,
         gint64 id,
         guint field,
         const SkhValue *value,
         GError **error)
{
  g_autoptr (SkhEntry) entry = skh_register_store_get (db, reg, id, error);

  if (entry == NULL)
    return FALSE;
  skh_entry_set_value (entry, field, value);
  return write_entry (db, entry, error);
}

gboolean
skh_register_store_set_field (SkhDatabase *db,
                              SkhRegister *reg,
                              const gint64 *ids,
                              guint n_ids,
                              guint field,
                              const SkhValue *value,
                              GError **error)
{
  const SkhField *changed = skh_register_get_field (reg, field);
  g_autofree char *text = skh_field_dup_text (changed, value);
  g_autofree char *label
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %s “%s” for %u entry",
                                    "%s: %s “%s” for %u entries", n_ids),
                       skh_register_get_title (reg), skh_field_get_title (changed), text,
                       n_ids);
  gboolean ok = TRUE;

  if (!skh_field_is_typed (changed))
    return skh_edit_give_up (db, skh_edit_refuse (NULL, NULL, error,
                                                  _ ("“%s” can't be typed in."),
                                                  skh_field_get_title (changed)));
  if (!skh_act_begin (db, label, error))
    return FALSE;
  for (guint i = 0; ok && i < n_ids; i++)
    ok = set_one (db, reg, ids[i], field, value, error);
  return skh_edit_end (db, ok, error);
}

/* — Removing — */

/* What entries of a register call the one that refers to this, or NULL. */
static char *
find_referring (SkhDatabase *db, SkhRegister *reg, const SkhField *field, gint64 id)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (SkhStatement) row = NULL;
  g_autoptr (SkhEntry) entry = NULL;

  g_string_printf (sql, "SELECT id FROM \"%s\" WHERE \"%s\" = ?1 LIMIT 1",
                   skh_register_get_table (reg), skh_field_get_column (field));
  row = skh_register_prepare (db, sql, NULL);
  if (row == NULL)
    return NULL;
  skh_statement_bind_int (row, 1, id);
  if (!skh_statement_step (row, NULL))
    return NULL;
  entry = skh_register_row_load (db, reg, skh_statement_get_int (row, 0), NULL);
  return entry != NULL ? skh_entry_dup_label (entry) : NULL;
}

static gboolean
check_unreferred (SkhDatabase *db,
                  SkhRegister *reg,
                  const SkhEntry *entry,
                  GError **error)
{
  GPtrArray *all = skh_register_cache_get_all (db, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      guint n;
      const SkhField *fields = skh_register_get_fields (all->pdata[i], &n);

      for (guint k = 0; k < n; k++)
        if (skh_field_is_reference (&fields[k])
            && g_strcmp0 (skh_field_get_reference (&fields[k]), skh_register_get_id (reg))
                 == 0)
          {
            g_autofree char *by
              = find_referring (db, all->pdata[i], &fields[k], skh_entry_get_id (entry));
            g_autofree char *label = skh_entry_dup_label (entry);

            if (by != NULL)
              return skh_edit_refuse (
                NULL, NULL, error,
                _ ("“%s” can't be removed: “%s” in %s refers to it. Change that first."),
                label, by, skh_register_get_title (all->pdata[i]));
          }
    }
  return all != NULL;
}

static gboolean
remove_one (SkhDatabase *db, SkhRegister *reg, gint64 id, GError **error)
{
  SkhThing thing = { skh_register_get_table (reg), id };
  g_autoptr (SkhEntry) entry = skh_register_store_get (db, reg, id, error);

  return entry != NULL && check_unreferred (db, reg, entry, error)
         && skh_link_store_forget (db, &thing, error)
         && skh_register_row_delete (db, reg, id, error);
}

static char *
dup_remove_label (SkhDatabase *db, SkhRegister *reg, const gint64 *ids, guint n_ids)
{
  g_autoptr (SkhEntry) entry
    = n_ids == 1 ? skh_register_row_load (db, reg, ids[0], NULL) : NULL;
  g_autofree char *label = entry != NULL ? skh_entry_dup_label (entry) : NULL;

  if (label != NULL)
    return g_strdup_printf (_ ("%s removed: %s"), skh_register_get_one_title (reg),
                            label);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u entry removed",
                                       "%s: %u entries removed", n_ids),
                          skh_register_get_title (reg), n_ids);
}

gboolean
skh_register_store_remove (SkhDatabase *db,
                           SkhRegister *reg,
                           const gint64 *ids,
                           guint n_ids,
                           GError **error)
{
  g_autofree char *label = dup_remove_label (db, reg, ids, n_ids);
  gboolean ok = TRUE;

  if (!skh_act_begin (db, label, error))
    return FALSE;
  for (guint i = 0; ok && i < n_ids; i++)
    ok = remove_one (db, reg, ids[i], error);
  return skh_edit_end (db, ok, error);
}
