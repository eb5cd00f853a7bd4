/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The office's own registers. The table is made first, in a transaction of its own; the
   row that says what it is is the act. */
#include "skh-edit-private.h"
#include "skh-field-draft-private.h"

#include <glib/gi18n-lib.h>

/* Fields of a register that is being made. */
typedef struct
{
  SkhFieldDraft *const *drafts;
  guint n;
} Others;

static gboolean
other_is_taken (const char *key, gpointer data)
{
  Others *others = data;

  for (guint i = 0; i < others->n; i++)
    if (g_str_equal (others->drafts[i]->key, key))
      return TRUE;
  return g_str_equal (key, "id");
}

static gboolean
register_is_taken (const char *key, gpointer db)
{
  return skh_register_cache_find (db, key) != NULL;
}

static gboolean
prepare_fields (SkhDatabase *db, SkhFieldDraft *const *fields, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      Others others = { fields, i };

      if (!skh_field_draft_check (fields[i], error))
        return FALSE;
      skh_field_draft_fill_choice_keys (fields[i]);
      g_free (fields[i]->key);
      fields[i]->key
        = skh_field_draft_make_key (fields[i]->title, '_', other_is_taken, &others);
      fields[i]->id = skh_database_new_id (db);
    }
  return TRUE;
}

static gboolean
make_register (SkhDatabase *db,
               gint64 id,
               const char *key,
               const char *title,
               SkhFieldDraft *const *drafts,
               guint n,
               GError **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (SkhField));
  g_autoptr (SkhRegister) reg = NULL;

  for (guint i = 0; i < n; i++)
    {
      SkhField field;

      g_ptr_array_add (columns, g_strdup_printf ("f%" G_GINT64_FORMAT, drafts[i]->id));
      field = skh_field_draft_to_field (drafts[i], columns->pdata[i]);
      g_array_append_val (fields, field);
    }
  reg = skh_register_new_own (id, key, title, NULL, (SkhField *)fields->data, n);
  return skh_register_schema_ensure_one (db, reg, error);
}

static gboolean
write_definition (SkhDatabase *db,
                  gint64 id,
                  const char *key,
                  const char *title,
                  const char *help,
                  GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    "INSERT INTO register_definition (id, key, title, help, rank) VALUES (?1, ?2, ?3, ?4,"
    " (SELECT coalesce(max(rank), -1) + 1 FROM register_definition))",
    error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, id);
  skh_statement_bind_text (row, 2, key);
  skh_statement_bind_text (row, 3, title);
  skh_statement_bind_text (row, 4, help);
  return skh_statement_run (row, error);
}

static gboolean
write_fields (SkhDatabase *db,
              const char *key,
              SkhFieldDraft *const *fields,
              guint n,
              GError **error)
{
  for (guint i = 0; i < n; i++)
    if (!skh_field_draft_write_row (db, key, fields[i], TRUE, i, error)
        || !skh_field_draft_write_choices (db, fields[i], error))
      return FALSE;
  return TRUE;
}

gboolean
skh_register_edit_add_register (SkhDatabase *db,
                                const char *title,
                                const char *help,
                                SkhFieldDraft *const *fields,
                                guint n_fields,
                                char **id,
                                GError **error)
{
  gint64 own_id = skh_database_new_id (db);
  g_autofree char *clean = skh_edit_clean (title);
  g_autofree char *clean_help = skh_edit_clean (help);
  g_autofree char *key = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (skh_database_get_act (db)->depth == 0, FALSE);
  if (clean == NULL || n_fields == 0)
    return skh_edit_refuse (NULL, NULL, error,
                            _ ("A register needs a name and at least one field."));
  if (fields[0]->type != SKH_FIELD_TEXT)
    return skh_edit_refuse (NULL, NULL, error,
                            _ ("The first field of a register names its entries, so it "
                               "is a text of one line."));
  key = skh_field_draft_make_key (clean, '-', register_is_taken, db);
  label = g_strdup_printf (_ ("Register added: %s"), clean);
  if (!prepare_fields (db, fields, n_fields, error)
      || !make_register (db, own_id, key, clean, fields, n_fields, error)
      || !skh_act_begin (db, label, error)
      || !skh_edit_end (db,
                        write_definition (db, own_id, key, clean, clean_help, error)
                          && write_fields (db, key, fields, n_fields, error),
                        error))
    return FALSE;
  *id = g_steal_pointer (&key);
  return TRUE;
}

static SkhRegister *
find_own (SkhDatabase *db, const char *id, GError **error)
{
  SkhRegister *reg = skh_register_cache_find (db, id);

  if (reg != NULL && skh_register_get_own_id (reg) != 0)
    return reg;
  skh_edit_not_found (_ ("This register is not one that the office added."), error);
  return NULL;
}

static gboolean
write_title (SkhDatabase *db,
             gint64 id,
             const char *title,
             const char *help,
             GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db, "UPDATE register_definition SET title = ?2, help = ?3 WHERE id = ?1", error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, id);
  skh_statement_bind_text (row, 2, title);
  skh_statement_bind_text (row, 3, help);
  return skh_statement_run (row, error);
}

gboolean
skh_register_edit_rename_register (SkhDatabase *db,
                                   const char *id,
                                   const char *title,
                                   const char *help,
                                   GError **error)
{
  SkhRegister *reg = find_own (db, id, error);
  g_autofree char *clean = skh_edit_clean (title);
  g_autofree char *clean_help = skh_edit_clean (help);
  g_autofree char *label = g_strdup_printf (_ ("Register renamed: %s"), clean);

  if (reg == NULL)
    return FALSE;
  if (clean == NULL)
    return skh_edit_refuse (NULL, NULL, error, _ ("A register needs a name."));
  return skh_act_begin (db, label, error)
         && skh_edit_end (db,
                          write_title (db, skh_register_get_own_id (reg), clean,
                                       clean_help, error),
                          error);
}

static gboolean
delete_by_register (SkhDatabase *db, const char *sql, const char *id, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (db, sql, error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_text (row, 1, id);
  return skh_statement_run (row, error);
}

static gboolean
delete_register (SkhDatabase *db, const char *id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM register_choice WHERE field_id IN"
    " (SELECT id FROM register_field WHERE register = ?1)",
    "DELETE FROM register_field WHERE register = ?1",
    "DELETE FROM saved_view WHERE register = ?1",
    "DELETE FROM register_definition WHERE key = ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!delete_by_register (db, statements[i], id, error))
      return FALSE;
  return TRUE;
}

gboolean
skh_register_edit_remove_register (SkhDatabase *db, const char *id, GError **error)
{
  SkhRegister *reg = find_own (db, id, error);
  g_autofree char *label = NULL;

  if (reg == NULL)
    return FALSE;
  if (skh_edit_has_row (db, NULL, "SELECT 1 FROM \"%s\" LIMIT 1",
                        skh_register_get_table (reg)))
    return skh_edit_refuse (
      NULL, NULL, error, _ ("“%s” has entries; remove them first, or keep the register."),
      skh_register_get_title (reg));
  label = g_strdup_printf (_ ("Register removed: %s"), skh_register_get_title (reg));
  return skh_act_begin (db, label, error)
         && skh_edit_end (db, delete_register (db, id, error), error);
}
