/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The registers as a workbook has them: what is declared, with the office's own fields,
   and the office's own registers. Read once, and again when a change to them is met. */
#include "skh-register-private.h"

struct _SkhRegisterCache
{
  GPtrArray *registers;     /* SkhRegister; NULL: to be read */
  GHashTable *noted_fields; /* set of gint64 */
  GHashTable *noted;        /* set of register ids whose fields changed */
  gboolean has_note;
};

static SkhRegisterCache *
get_cache (SkhDatabase *db)
{
  SkhRegisterCache **slot = skh_database_get_registers (db);

  if (*slot == NULL)
    {
      *slot = g_new0 (SkhRegisterCache, 1);
      (*slot)->noted_fields
        = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      (*slot)->noted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  return *slot;
}

void
skh_register_cache_free (SkhRegisterCache *self)
{
  g_clear_pointer (&self->registers, g_ptr_array_unref);
  g_hash_table_unref (self->noted_fields);
  g_hash_table_unref (self->noted);
  g_free (self);
}

/* — Reading what the office made — */

typedef struct
{
  GStringChunk *texts;
  GHashTable *fields;  /* register id → GArray of SkhField */
  GHashTable *choices; /* field id → GArray of SkhChoice */
} Reader;

static void
reader_clear (Reader *reader)
{
  g_string_chunk_free (reader->texts);
  g_hash_table_unref (reader->fields);
  g_hash_table_unref (reader->choices);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static const char *
keep (Reader *reader, const char *text)
{
  return text != NULL ? g_string_chunk_insert (reader->texts, text) : NULL;
}

static GArray *
get_list (GHashTable *table, gpointer key, guint size)
{
  GArray *list = g_hash_table_lookup (table, key);

  if (list == NULL)
    {
      list = g_array_new (FALSE, TRUE, size);
      g_hash_table_insert (table, key, list);
    }
  return list;
}

static void
read_choice (Reader *reader, SkhStatement *row)
{
  gint64 field_id = skh_statement_get_int (row, 0);
  GArray *list = g_hash_table_lookup (reader->choices, &field_id);
  SkhChoice choice = { .key = keep (reader, skh_statement_get_text (row, 1)),
                       .name = keep (reader, skh_statement_get_text (row, 2)) };

  if (list == NULL)
    list = get_list (reader->choices, g_memdup2 (&field_id, sizeof field_id),
                     sizeof (SkhChoice));
  choice.title = choice.name;
  g_array_append_val (list, choice);
}

static void
read_field (Reader *reader, SkhStatement *row)
{
  gint64 id = skh_statement_get_int (row, 0);
  GArray *choices = g_hash_table_lookup (reader->choices, &id);
  g_autofree char *column = g_strdup_printf ("f%" G_GINT64_FORMAT, id);
  GArray *list;
  SkhField field = {
    .id = id,
    .key = keep (reader, skh_statement_get_text (row, 2)),
    .title = keep (reader, skh_statement_get_text (row, 3)),
    .help = keep (reader, skh_statement_get_text (row, 4)),
    .column = keep (reader, column),
    .flags = (skh_statement_get_int (row, 6) ? SKH_FIELD_REQUIRED : 0)
             | (skh_statement_get_int (row, 7) ? SKH_FIELD_UNIQUE : 0),
    .choices = choices != NULL ? (const SkhChoice *)choices->data : NULL,
    .n_choices = choices != NULL ? choices->len : 0,
  };

  /* A type of a newer version: its entries can't be shown here, and are kept. */
  if (!skh_field_type_from_string (skh_statement_get_text (row, 5), &field.type))
    return;
  list
    = get_list (reader->fields, (gpointer)keep (reader, skh_statement_get_text (row, 1)),
                sizeof (SkhField));
  g_array_append_val (list, field);
}

static gboolean
for_each_row (SkhDatabase *db,
              const char *sql,
              Reader *reader,
              void (*read) (Reader *, SkhStatement *),
              GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (db, sql, error);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;
  while (skh_statement_step (row, &local_error))
    read (reader, row);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static void
add_declared (Reader *reader, GPtrArray *registers)
{
  guint n;
  const SkhRegisterDeclaration *const *declared = skh_registers_get_declared (&n);

  for (guint i = 0; i < n; i++)
    {
      GArray *own = g_hash_table_lookup (reader->fields, declared[i]->id);

      g_ptr_array_add (registers,
                       skh_register_new (declared[i],
                                         own != NULL ? (SkhField *)own->data : NULL,
                                         own != NULL ? own->len : 0));
    }
}

static gboolean
add_own (SkhDatabase *db, Reader *reader, GPtrArray *registers, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db, "SELECT id, key, title, help FROM register_definition ORDER BY rank, id", error);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;
  while (skh_statement_step (row, &local_error))
    {
      const char *key = skh_statement_get_text (row, 1);
      GArray *own = g_hash_table_lookup (reader->fields, key);

      if (own != NULL)
        g_ptr_array_add (registers,
                         skh_register_new_own (skh_statement_get_int (row, 0), key,
                                               skh_statement_get_text (row, 2),
                                               skh_statement_get_text (row, 3),
                                               (SkhField *)own->data, own->len));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static void
unref_list (gpointer list)
{
  g_array_unref (list);
}

static GPtrArray *
read_registers (SkhDatabase *db, GError **error)
{
  g_auto (Reader) reader = { .texts = g_string_chunk_new (256) };
  g_autoptr (GPtrArray) registers
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_register_unref);

  reader.fields = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unref_list);
  reader.choices
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, unref_list);
  if (!for_each_row (db,
                     "SELECT field_id, key, title FROM register_choice"
                     " ORDER BY field_id, rank, id",
                     &reader, read_choice, error)
      || !for_each_row (db,
                        "SELECT id, register, key, title, help, type, required, is_unique"
                        " FROM register_field ORDER BY rank, id",
                        &reader, read_field, error))
    return NULL;
  add_declared (&reader, registers);
  return add_own (db, &reader, registers, error) ? g_steal_pointer (&registers) : NULL;
}

/* — Asking — */

GPtrArray *
skh_register_cache_get_all (SkhDatabase *db, GError **error)
{
  SkhRegisterCache *self = get_cache (db);

  if (self->registers == NULL)
    self->registers = read_registers (db, error);
  return self->registers;
}

SkhRegister *
skh_register_cache_find (SkhDatabase *db, const char *id)
{
  GPtrArray *all = skh_register_cache_get_all (db, NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (g_strcmp0 (skh_register_get_id (all->pdata[i]), id) == 0)
      return all->pdata[i];
  return NULL;
}

SkhRegister *
skh_register_cache_find_table (SkhDatabase *db, const char *table)
{
  GPtrArray *all = skh_register_cache_get_all (db, NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (g_str_equal (skh_register_get_table (all->pdata[i]), table))
      return all->pdata[i];
  return NULL;
}

void
skh_register_cache_forget (SkhDatabase *db)
{
  SkhRegisterCache *self = get_cache (db);

  g_clear_pointer (&self->registers, g_ptr_array_unref);
  g_hash_table_remove_all (self->noted_fields);
  g_hash_table_remove_all (self->noted);
  self->has_note = FALSE;
}

/* — Changes — */

static SkhRegister *
find_field_owner (GPtrArray *all, gint64 field_id, guint *field)
{
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      guint n;
      const SkhField *fields = skh_register_get_fields (all->pdata[i], &n);

      for (*field = 0; *field < n; (*field)++)
        if (fields[*field].id == field_id)
          return all->pdata[i];
    }
  return NULL;
}

/* Whether any entry has a value there; then what is searched and sorted changes. */
static gboolean
has_values (SkhDatabase *db, const char *table, gint64 field_id)
{
  g_autofree char *sql
    = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE \"f%" G_GINT64_FORMAT
                       "\" IS NOT NULL LIMIT 1",
                       table, field_id);
  g_autoptr (SkhStatement) row = skh_statement_new_once (db, sql, NULL);

  return row != NULL && skh_statement_step (row, NULL);
}

static void
note_owner (SkhDatabase *db, SkhRegisterCache *self, gint64 field_id)
{
  guint field;
  SkhRegister *reg = find_field_owner (self->registers, field_id, &field);

  if (reg != NULL && has_values (db, skh_register_get_table (reg), field_id))
    g_hash_table_add (self->noted, g_strdup (skh_register_get_id (reg)));
}

/* The register is looked for among those that were and, in settle, those that are. */
void
skh_register_cache_note_field (SkhDatabase *db, gint64 field_id)
{
  SkhRegisterCache *self = get_cache (db);

  self->has_note = TRUE;
  if (field_id != 0
      && g_hash_table_add (self->noted_fields, g_memdup2 (&field_id, sizeof field_id)))
    note_owner (db, self, field_id);
}

void
skh_register_cache_note_definition (SkhDatabase *db)
{
  get_cache (db)->has_note = TRUE;
}

static gboolean
rebuild_noted (SkhDatabase *db, SkhRegisterCache *self, GError **error)
{
  for (guint i = 0; i < self->registers->len; i++)
    {
      SkhRegister *reg = self->registers->pdata[i];

      if (g_hash_table_contains (self->noted, skh_register_get_id (reg))
          && !skh_register_derived_rebuild (db, reg, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
skh_register_cache_settle (SkhDatabase *db, GError **error)
{
  SkhRegisterCache *self = get_cache (db);
  GHashTableIter fields;
  gpointer id;
  gboolean ok;

  if (!self->has_note)
    return TRUE;
  g_clear_pointer (&self->registers, g_ptr_array_unref);
  if (skh_register_cache_get_all (db, error) == NULL
      || !skh_register_schema_add_missing (db, error))
    return FALSE;
  g_hash_table_iter_init (&fields, self->noted_fields);
  while (g_hash_table_iter_next (&fields, &id, NULL))
    note_owner (db, self, *(gint64 *)id);
  ok = rebuild_noted (db, self, error);
  g_hash_table_remove_all (self->noted_fields);
  g_hash_table_remove_all (self->noted);
  self->has_note = FALSE;
  return ok;
}
