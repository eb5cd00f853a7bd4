/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The office's own fields. A column is made first, in a transaction of its own; the row
   that says what it is is the act. */
#include "skh-field-draft-private.h"

#include "skh-edit-private.h"
#include "skh-register-store.h"
#include "skh-text.h"

#include <glib/gi18n-lib.h>

static gboolean
field_is_taken (const char *key, gpointer reg)
{
  return g_str_equal (key, "id")
         || (reg != NULL && skh_register_find_field (reg, key) != SKH_NO_FIELD);
}

/* — What may be changed — */

static gboolean
check_title_free (SkhRegister *reg, const SkhFieldDraft *draft, GError **error)
{
  g_autofree char *folded = skh_text_fold (draft->title);
  guint n;
  const SkhField *fields = skh_register_get_fields (reg, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = skh_text_fold (skh_field_get_title (&fields[i]));
      g_autofree char *name = skh_text_fold (fields[i].name);

      if ((fields[i].id == 0 || fields[i].id != draft->id)
          && (g_str_equal (title, folded) || g_str_equal (name, folded)))
        return skh_edit_refuse (NULL, NULL, error,
                                _ ("There is a field “%s” already; choose another name."),
                                draft->title);
    }
  return TRUE;
}

/* What entries hold already must still be right. */
static gboolean
check_entries (SkhDatabase *db,
               SkhRegister *reg,
               const SkhField *old,
               SkhFieldDraft *draft,
               GError **error)
{
  const char *table = skh_register_get_table (reg);

  if (old->type != draft->type)
    return skh_edit_refuse (NULL, NULL, error,
                            _ ("What “%s” holds can't become something else; add another "
                               "field."),
                            draft->title);
  if (draft->unique
      && skh_edit_has_row (db, NULL,
                           "SELECT 1 FROM \"%s\" WHERE \"%s\" IS NOT NULL GROUP BY \"%s\""
                           " HAVING count(*) > 1 LIMIT 1",
                           table, old->column, old->column))
    return skh_edit_refuse (NULL, NULL, error,
                            _ ("“%s” can't be made unique: some entries have the same."),
                            draft->title);
  for (guint i = 0; i < old->n_choices; i++)
    {
      gboolean stays = FALSE;

      for (guint k = 0; k < draft->choices->len; k++)
        stays |= g_strcmp0 (((SkhChoiceDraft *)draft->choices->pdata[k])->key,
                            old->choices[i].key)
                 == 0;
      if (!stays
          && skh_edit_has_row (db, old->choices[i].key,
                               "SELECT 1 FROM \"%s\" WHERE \"%s\" = ?1 LIMIT 1", table,
                               old->column))
        return skh_edit_refuse (
          NULL, NULL, error,
          _ ("The choice “%s” can't be left out: entries have it. Change them first."),
          old->choices[i].title);
    }
  return TRUE;
}

/* — Rows — */

gboolean
skh_field_draft_write_row (SkhDatabase *db,
                           const char *register_id,
                           const SkhFieldDraft *draft,
                           gboolean is_new,
                           gint64 rank,
                           GError **error)
{
  g_autofree char *title = skh_edit_clean (draft->title);
  g_autofree char *help = skh_edit_clean (draft->help);
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    is_new ? "INSERT INTO register_field (id, title, help, required, is_unique, register,"
             " key, type, rank) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
           : "UPDATE register_field SET title = ?2, help = ?3, required = ?4,"
             " is_unique = ?5 WHERE id = ?1",
    error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, draft->id);
  skh_statement_bind_text (row, 2, title);
  skh_statement_bind_text (row, 3, help);
  skh_statement_bind_int (row, 4, draft->required);
  skh_statement_bind_int (row, 5, draft->unique);
  if (is_new)
    {
      skh_statement_bind_text (row, 6, register_id);
      skh_statement_bind_text (row, 7, draft->key);
      skh_statement_bind_text (row, 8, skh_field_type_to_string (draft->type));
      skh_statement_bind_int (row, 9, rank);
    }
  return skh_statement_run (row, error);
}

static gint64
find_choice (SkhDatabase *db, gint64 field_id, const char *key)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db, "SELECT id FROM register_choice WHERE field_id = ?1 AND key = ?2", NULL);

  if (row == NULL)
    return 0;
  skh_statement_bind_int (row, 1, field_id);
  skh_statement_bind_text (row, 2, key);
  return skh_statement_step (row, NULL) ? skh_statement_get_int (row, 0) : 0;
}

static gboolean
write_choice (SkhDatabase *db,
              gint64 field_id,
              const SkhChoiceDraft *choice,
              guint rank,
              GHashTable *kept,
              GError **error)
{
  gint64 id = find_choice (db, field_id, choice->key);
  gboolean is_new = id == 0;
  g_autofree char *title = skh_edit_clean (choice->title);
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    is_new ? "INSERT INTO register_choice (id, title, rank, field_id, key)"
             " VALUES (?1, ?2, ?3, ?4, ?5)"
           : "UPDATE register_choice SET title = ?2, rank = ?3 WHERE id = ?1",
    error);

  if (row == NULL)
    return FALSE;
  if (is_new)
    id = skh_database_new_id (db);
  g_hash_table_add (kept, g_memdup2 (&id, sizeof id));
  skh_statement_bind_int (row, 1, id);
  skh_statement_bind_text (row, 2, title);
  skh_statement_bind_int (row, 3, rank);
  if (is_new)
    {
      skh_statement_bind_int (row, 4, field_id);
      skh_statement_bind_text (row, 5, choice->key);
    }
  return skh_statement_run (row, error);
}

gboolean
skh_field_draft_write_choices (SkhDatabase *db,
                               const SkhFieldDraft *draft,
                               GError **error)
{
  g_autoptr (GHashTable) kept
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) ids = NULL;

  for (guint i = 0; i < draft->choices->len; i++)
    if (!write_choice (db, draft->id, draft->choices->pdata[i], i, kept, error))
      return FALSE;
  ids = skh_edit_list_ids (db, "SELECT id FROM register_choice WHERE field_id = ?1",
                           draft->id, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!g_hash_table_contains (kept, &g_array_index (ids, gint64, i))
        && !skh_edit_run (db, "DELETE FROM register_choice WHERE id = ?1", error, 1,
                          g_array_index (ids, gint64, i)))
      return FALSE;
  return TRUE;
}

/* — Columns — */

/* column lives as long as the field that points to it. */
SkhField
skh_field_draft_to_field (const SkhFieldDraft *draft, const char *column)
{
  return (SkhField){ .key = draft->key,
                     .title = draft->title,
                     .column = column,
                     .type = draft->type,
                     .flags = (draft->required ? SKH_FIELD_REQUIRED : 0)
                              | (draft->unique ? SKH_FIELD_UNIQUE : 0),
                     .id = draft->id };
}

/* The table of the register with one more column; its columns of now are there. */
static gboolean
make_column (SkhDatabase *db,
             SkhRegister *reg,
             const SkhFieldDraft *draft,
             GError **error)
{
  g_autofree char *column = g_strdup_printf ("f%" G_GINT64_FORMAT, draft->id);
  SkhField field = skh_field_draft_to_field (draft, column);
  const SkhRegisterDeclaration *declaration
    = skh_registers_find_declared (skh_register_get_id (reg));
  g_autoptr (SkhRegister) wider
    = declaration != NULL
        ? skh_register_new (declaration, &field, 1)
        : skh_register_new_own (skh_register_get_own_id (reg), skh_register_get_id (reg),
                                skh_register_get_name (reg), NULL, &field, 1);

  return skh_register_schema_ensure_one (db, wider, error);
}

static gboolean
write_field (SkhDatabase *db,
             SkhRegister *reg,
             const SkhFieldDraft *draft,
             gboolean is_new,
             const char *label,
             GError **error)
{
  return skh_act_begin (db, label, error)
         && skh_edit_end (db,
                          skh_field_draft_write_row (db, skh_register_get_id (reg), draft,
                                                     is_new,
                                                     skh_register_get_n_fields (reg),
                                                     error)
                            && skh_field_draft_write_choices (db, draft, error),
                          error);
}

gboolean
skh_register_edit_put_field (SkhDatabase *db,
                             const char *register_id,
                             SkhFieldDraft *draft,
                             GError **error)
{
  g_autoptr (SkhRegister) reg = skh_register_store_load_register (db, register_id, error);
  gboolean is_new = draft->id == 0;
  const SkhField *old = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (skh_database_get_act (db)->depth == 0, FALSE);
  if (reg == NULL || !skh_field_draft_check (draft, error)
      || !check_title_free (reg, draft, error))
    return FALSE;
  for (guint i = 0; !is_new && i < skh_register_get_n_fields (reg); i++)
    if (skh_register_get_field (reg, i)->id == draft->id)
      old = skh_register_get_field (reg, i);
  if (!is_new && old == NULL)
    return skh_edit_not_found (_ ("This field is no longer there."), error);
  skh_field_draft_fill_choice_keys (draft);
  if (old != NULL && !check_entries (db, reg, old, draft, error))
    return FALSE;
  label
    = g_strdup_printf (is_new ? _ ("Field added: %s – %s") : _ ("Field changed: %s – %s"),
                       skh_register_get_title (reg), draft->title);
  if (is_new)
    {
      g_free (draft->key);
      draft->key = skh_field_draft_make_key (draft->title, '_', field_is_taken, reg);
      draft->id = skh_database_new_id (db);
    }
  if ((!is_new && !draft->unique) || make_column (db, reg, draft, error))
    if (write_field (db, reg, draft, is_new, label, error))
      return TRUE;
  if (is_new)
    draft->id = 0;
  return FALSE;
}

gboolean
skh_register_edit_move_field (SkhDatabase *db,
                              gint64 field_id,
                              guint position,
                              GError **error)
{
  g_autoptr (GArray) ids = skh_edit_list_ids (
    db,
    "SELECT b.id FROM register_field a JOIN register_field b ON b.register = a.register"
    " WHERE a.id = ?1 ORDER BY b.rank, b.id",
    field_id, error);

  if (ids == NULL)
    return FALSE;
  skh_edit_place (ids, field_id, position);
  return skh_act_begin (db, _ ("Field moved"), error)
         && skh_edit_end (db,
                          skh_edit_write_ranks (db,
                                                "UPDATE register_field SET rank = ?2"
                                                " WHERE id = ?1 AND rank <> ?2",
                                                ids, error),
                          error);
}

static gboolean
delete_field (SkhDatabase *db, gint64 id, GError **error)
{
  return skh_edit_run (db, "DELETE FROM register_choice WHERE field_id = ?1", error, 1,
                       id)
         && skh_edit_run (db, "DELETE FROM register_field WHERE id = ?1", error, 1, id);
}

gboolean
skh_register_edit_remove_field (SkhDatabase *db, gint64 field_id, GError **error)
{
  g_autofree char *title
    = skh_edit_dup_text (db, "SELECT title FROM register_field WHERE id = ?1", field_id);
  g_autofree char *id
    = skh_edit_dup_text (db, "SELECT register FROM register_field WHERE id = ?1",
                         field_id);
  g_autofree char *label = NULL;
  SkhRegister *reg = skh_register_cache_find (db, id);

  if (title == NULL || reg == NULL)
    return skh_edit_not_found (_ ("This field is no longer there."), error);
  if (skh_register_get_own_id (reg) != 0 && skh_register_get_n_fields (reg) == 1)
    return skh_edit_refuse (NULL, NULL, error,
                            _ ("“%s” is the only field of its register."), title);
  label
    = g_strdup_printf (_ ("Field removed: %s – %s"), skh_register_get_title (reg), title);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db, delete_field (db, field_id, error), error);
}
