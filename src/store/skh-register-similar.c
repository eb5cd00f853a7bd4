/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entries that may be the same thing entered twice, and two of them made one. */
#include "skh-register-store.h"

#include "skh-edit-private.h"
#include "skh-register-filter-private.h"
#include "skh-text.h"

#include <glib/gi18n-lib.h>

void
skh_similar_entry_free (SkhSimilarEntry *similar)
{
  g_free (similar->label);
  g_free (similar->detail);
  g_free (similar);
}

/* — Finding — */

static void
append_text (GString *sql, GArray *bounds, const char *column, const char *text)
{
  g_autofree char *folded = skh_text_fold (text);

  /* What is folded already is looked through first: to fold each name anew is slow. */
  g_string_append_printf (sql, " AND instr(x.folded, ?) > 0 AND skh_fold(e.\"%s\") = ?",
                          column);
  skh_bounds_add_text (bounds, g_strdup (folded));
  skh_bounds_add_text (bounds, g_steal_pointer (&folded));
}

static void
append_value (GString *sql, GArray *bounds, const SkhField *field, const SkhValue *value)
{
  const char *column = skh_field_get_column (field);

  if (field->type == SKH_FIELD_TEXT)
    {
      append_text (sql, bounds, column, value->text);
      return;
    }
  g_string_append_printf (sql, " AND e.\"%s\" = ?", column);
  if (field->type == SKH_FIELD_DAY)
    skh_bounds_add_text (bounds, skh_date_to_iso (value->day));
  else if (field->type == SKH_FIELD_PERIOD)
    skh_bounds_add_text (bounds, skh_period_to_string (value->period));
  else
    skh_bounds_add_int (bounds, value->number);
}

/* FALSE: the entry does not say enough. A reference that is only typed is nobody yet. */
static gboolean
append_set (const SkhEntry *entry,
            const guint *fields,
            guint n,
            GString *sql,
            GArray *bounds)
{
  for (guint i = 0; i < n; i++)
    {
      const SkhField *field
        = skh_register_get_field (skh_entry_get_register (entry), fields[i]);
      const SkhValue *value = skh_entry_get_value (entry, fields[i]);

      if (!value->is_set || (skh_field_is_reference (field) && value->id == 0))
        return FALSE;
      append_value (sql, bounds, field, value);
    }
  return TRUE;
}

static char *
dup_detail (const SkhEntry *entry)
{
  SkhRegister *reg = skh_entry_get_register (entry);
  g_autoptr (GArray) fields = skh_register_list_report_fields (reg);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      guint field = g_array_index (fields, guint, i);
      g_autofree char *value = skh_field_dup_text (skh_register_get_field (reg, field),
                                                   skh_entry_get_value (entry, field));

      if (*value != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", value);
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_listed (GPtrArray *list, gint64 id)
{
  for (guint i = 0; i < list->len; i++)
    if (((SkhSimilarEntry *)list->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

static gboolean
take (SkhDatabase *db,
      SkhRegister *reg,
      gint64 id,
      guint field,
      GPtrArray *list,
      GError **error)
{
  g_autoptr (SkhEntry) entry = NULL;
  SkhSimilarEntry *similar;

  if (is_listed (list, id))
    return TRUE;
  entry = skh_register_store_get (db, reg, id, error);
  if (entry == NULL)
    return FALSE;
  similar = g_new0 (SkhSimilarEntry, 1);
  similar->id = id;
  similar->field = field;
  similar->label = skh_entry_dup_label (entry);
  similar->detail = dup_detail (entry);
  g_ptr_array_add (list, similar);
  return TRUE;
}

static gboolean
find_by_set (SkhDatabase *db,
             const SkhEntry *entry,
             const guint *fields,
             guint n,
             guint limit,
             GPtrArray *list,
             GError **error)
{
  SkhRegister *reg = skh_entry_get_register (entry);
  const char *table = skh_register_get_table (reg);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GArray) bounds = skh_bounds_new ();
  g_autoptr (SkhStatement) row = NULL;
  GError *local_error = NULL;

  g_string_printf (sql,
                   "SELECT e.id FROM \"%s\" e JOIN \"%s_derived\" x ON x.id = e.id"
                   " WHERE e.id <> ?",
                   table, table);
  skh_bounds_add_int (bounds, skh_entry_get_id (entry));
  if (!append_set (entry, fields, n, sql, bounds))
    return TRUE;
  row = skh_register_prepare (db, sql, error);
  if (row == NULL)
    return FALSE;
  skh_bounds_bind (bounds, row);
  while (list->len < limit && skh_statement_step (row, &local_error)
         && take (db, reg, skh_statement_get_int (row, 0), fields[0], list, &local_error))
    ;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

GPtrArray *
skh_register_store_find_similar (SkhDatabase *db,
                                 const SkhEntry *entry,
                                 guint limit,
                                 GError **error)
{
  g_autoptr (GPtrArray) list
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_similar_entry_free);

  for (guint i = 0; i < SKH_REGISTER_N_IDENTITIES; i++)
    {
      guint fields[SKH_REGISTER_MAX_IDENTITY];
      guint n = skh_register_get_similar (skh_entry_get_register (entry), i, fields);

      if (n > 0 && !find_by_set (db, entry, fields, n, limit, list, error))
        return NULL;
    }
  return g_steal_pointer (&list);
}

/* — Two become one — */

/* Whatever refers to the one that goes refers to the other. */
static gboolean
move_references (SkhDatabase *db,
                 SkhRegister *reg,
                 gint64 kept,
                 gint64 gone,
                 GError **error)
{
  GPtrArray *all = skh_register_cache_get_all (db, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      guint n;
      const SkhField *fields = skh_register_get_fields (all->pdata[i], &n);

      for (guint k = 0; k < n; k++)
        {
          g_autofree char *sql = NULL;

          if (g_strcmp0 (skh_field_get_reference (&fields[k]), skh_register_get_id (reg))
              != 0)
            continue;
          sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?1 WHERE \"%s\" = ?2",
                                 skh_register_get_table (all->pdata[i]),
                                 skh_field_get_column (&fields[k]),
                                 skh_field_get_column (&fields[k]));
          if (!skh_edit_run (db, g_intern_string (sql), error, 2, kept, gone))
            return FALSE;
        }
    }
  return all != NULL;
}

static gboolean
run_of_kind (SkhDatabase *db,
             const char *sql,
             const char *kind,
             gint64 kept,
             gint64 gone,
             GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (db, sql, error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, kept);
  skh_statement_bind_int (row, 2, gone);
  skh_statement_bind_text (row, 3, kind);
  return skh_statement_run (row, error);
}

static gboolean
move_belongings (SkhDatabase *db,
                 SkhRegister *reg,
                 gint64 kept,
                 gint64 gone,
                 GError **error)
{
  const char *kind = skh_register_get_table (reg);

  return run_of_kind (
           db, "UPDATE link SET from_id = ?1 WHERE from_kind = ?3 AND from_id = ?2", kind,
           kept, gone, error)
         && run_of_kind (db,
                         "UPDATE link SET to_id = ?1 WHERE to_kind = ?3 AND to_id = ?2",
                         kind, kept, gone, error)
         && run_of_kind (db,
                         "UPDATE attachment SET owner_id = ?1"
                         " WHERE kind = ?3 AND owner_id = ?2",
                         kind, kept, gone, error);
}

/* What only the one that goes says is not lost. */
static void
fill_gaps (SkhEntry *kept, const SkhEntry *gone)
{
  SkhRegister *reg = skh_entry_get_register (kept);

  for (guint i = 0; i < skh_register_get_n_fields (reg); i++)
    if (skh_field_is_typed (skh_register_get_field (reg, i))
        && !skh_entry_get_value (kept, i)->is_set)
      skh_entry_set_value (kept, i, skh_entry_get_value (gone, i));
}

static gboolean
merge (SkhDatabase *db, SkhRegister *reg, SkhEntry *kept, SkhEntry *gone, GError **error)
{
  gint64 kept_id = skh_entry_get_id (kept), gone_id = skh_entry_get_id (gone);

  fill_gaps (kept, gone);
  return move_references (db, reg, kept_id, gone_id, error)
         && move_belongings (db, reg, kept_id, gone_id, error)
         && skh_register_row_delete (db, reg, gone_id, error)
         && skh_register_store_put (db, kept, error);
}

gboolean
skh_register_store_merge (SkhDatabase *db,
                          SkhRegister *reg,
                          gint64 kept_id,
                          gint64 gone_id,
                          GError **error)
{
  g_autoptr (SkhEntry) kept = skh_register_store_get (db, reg, kept_id, error);
  g_autoptr (SkhEntry) gone
    = kept != NULL ? skh_register_store_get (db, reg, gone_id, error) : NULL;
  g_autofree char *kept_label = kept != NULL ? skh_entry_dup_label (kept) : NULL;
  g_autofree char *gone_label = gone != NULL ? skh_entry_dup_label (gone) : NULL;
  g_autofree char *label
    = g_strdup_printf (_ ("%s: “%s” merged into “%s”"), skh_register_get_title (reg),
                       gone_label, kept_label);
  guint fields[SKH_REGISTER_MAX_IDENTITY];

  if (gone == NULL)
    return skh_edit_give_up (db, FALSE);
  if (kept_id == gone_id || skh_register_get_similar (reg, 0, fields) == 0)
    return skh_edit_give_up (db,
                             skh_edit_refuse (NULL, NULL, error,
                                              _ ("These two lines can't be merged.")));
  if (!skh_act_begin (db, label, error))
    return FALSE;
  if (merge (db, reg, kept, gone, error))
    return skh_act_end (db, error);
  return skh_edit_give_up (db, FALSE);
}
