/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of entries, page after page by keyset: a page begins after the last entry of the
   one before, by the values it is sorted by and its id. Entries without a value stand
   last, so a list is read in phases, each of which one index gives in order:

     sorted by a, b; after the entry (a1, b1, id1):
       a = a1, b = b1, id > id1     the rest of those that are equal
       a = a1, b > b1               then the rest of those with the same a
       a = a1, b IS NULL
       a > a1                       then the rest
       a IS NULL

   What is filtered is either found first and then sorted, when it is little, or met on
   the way in the order of the list: a query asks which once, at its first page. */
#include "skh-register-filter-private.h"
#include "skh-register-store.h"

/* Found first and then sorted up to so many; more are met on the way. */
#define FEW 20000

typedef enum
{
  PLAN_UNKNOWN,
  PLAN_FIND_FIRST,
  PLAN_ON_THE_WAY,
} Plan;

struct _SkhRegisterCursor
{
  Plan plan;
  guint few;
  gboolean has_row;
  gboolean at_end;
  gint64 id;
  GArray *keys; /* SkhBound, of the last row read */
};

SkhRegisterCursor *
skh_register_cursor_new (void)
{
  SkhRegisterCursor *self = g_new0 (SkhRegisterCursor, 1);

  self->few = FEW;
  self->keys = skh_bounds_new ();
  return self;
}

/* For tests, that have few entries. */
void
skh_register_cursor_set_few (SkhRegisterCursor *self, guint few)
{
  self->few = few;
}

void
skh_register_cursor_free (SkhRegisterCursor *self)
{
  g_array_unref (self->keys);
  g_free (self);
}

gboolean
skh_register_cursor_is_at_end (const SkhRegisterCursor *self)
{
  return self->at_end;
}

/* — SQL — */

typedef struct
{
  const SkhRegisterQuery *query;
  const SkhRegisterCursor *cursor;
  SkhCondition condition;
  GString *phase; /* what the phase asks */
  GArray *bounds; /* of it */
  gboolean uses_entry, uses_derived;
} Select;

static const SkhField *
get_sort_field (const SkhRegisterQuery *query, guint i)
{
  return skh_register_get_field (query->reg, query->sort[i].field);
}

static gboolean
is_found_first (const Select *self)
{
  return self->cursor->plan == PLAN_FIND_FIRST;
}

static char *
dup_key (Select *self, guint i)
{
  const SkhField *field = get_sort_field (self->query, i);
  gboolean derived = skh_register_schema_is_derived (field);

  *(derived ? &self->uses_derived : &self->uses_entry) = TRUE;
  return g_strdup_printf ("%s%s.\"%s\"", is_found_first (self) ? "+" : "",
                          derived ? "x" : "e", skh_field_get_column (field));
}

static void
add_equal (Select *self, guint i)
{
  const SkhBound *value = &g_array_index (self->cursor->keys, SkhBound, i);
  g_autofree char *key = dup_key (self, i);

  g_string_append_printf (self->phase, "%s%s %s", self->phase->len > 0 ? " AND " : "",
                          key, value->type == SKH_BOUND_NULL ? "IS NULL" : "= ?");
  if (value->type != SKH_BOUND_NULL)
    skh_bounds_add_copy (self->bounds, value);
}

/* Of the key i: after the cursor's value, any value, or none. */
static void
add_after (Select *self, guint i)
{
  g_autofree char *key = dup_key (self, i);

  g_string_append_printf (self->phase, "%s%s %s ?", self->phase->len > 0 ? " AND " : "",
                          key, self->query->sort[i].descending ? "<" : ">");
  skh_bounds_add_copy (self->bounds, &g_array_index (self->cursor->keys, SkhBound, i));
}

static void
add_null (Select *self, guint i, gboolean is_null)
{
  g_autofree char *key = dup_key (self, i);

  g_string_append_printf (self->phase, "%s%s IS %sNULL",
                          self->phase->len > 0 ? " AND " : "", key,
                          is_null ? "" : "NOT ");
}

static gboolean
ids_descend (const SkhRegisterQuery *query)
{
  return query->n_sort > 0 && query->sort[query->n_sort - 1].descending;
}

static const char *
get_id (const Select *self)
{
  return self->uses_entry || !self->uses_derived ? "e.id" : "x.id";
}

static void
append_order (Select *self, GString *sql, guint from, gboolean from_has_value)
{
  const char *separator = " ORDER BY ";

  for (guint i = from; i < self->query->n_sort; i++)
    {
      g_autofree char *key = dup_key (self, i);

      if (i > from || !from_has_value)
        g_string_append_printf (sql, "%s%s IS NULL", separator, key);
      g_string_append_printf (sql, "%s%s%s",
                              i > from || !from_has_value ? ", " : separator, key,
                              self->query->sort[i].descending ? " DESC" : "");
      separator = ", ";
    }
  g_string_append_printf (sql, "%s%s%s%s", separator, is_found_first (self) ? "+" : "",
                          get_id (self), ids_descend (self->query) ? " DESC" : "");
}

static gboolean
is_only_searched (const SkhRegisterQuery *query)
{
  return query->filters->len == 0 && query->search != NULL && *query->search != '\0';
}

/* The table whose index gives the order stands first, and is told which index. */
static void
append_from (Select *self, GString *sql)
{
  const char *table = skh_register_get_table (self->query->reg);
  gboolean both = self->uses_entry && self->uses_derived;
  g_autofree char *entry = g_strdup_printf ("\"%s\" e", table);
  g_autofree char *derived = g_strdup_printf ("\"%s_derived\" x", table);
  const SkhField *field
    = self->query->n_sort > 0 ? get_sort_field (self->query, 0) : NULL;
  gboolean derived_first = field != NULL && skh_register_schema_is_derived (field);

  if (is_found_first (self) || field == NULL)
    {
      /* The text that is searched is read from end to end; its entry only when it is
         the one. */
      if (both && is_only_searched (self->query))
        g_string_append_printf (sql, " FROM %s CROSS JOIN %s ON x.id = e.id", derived,
                                entry);
      else if (both)
        g_string_append_printf (sql, " FROM %s JOIN %s ON x.id = e.id", entry, derived);
      else
        g_string_append_printf (sql, " FROM %s", self->uses_derived ? derived : entry);
      return;
    }
  g_string_append_printf (sql, " FROM %s INDEXED BY \"%s%s_by_%s\"",
                          derived_first ? derived : entry, table,
                          derived_first ? "_derived" : "", skh_field_get_column (field));
  if (both)
    g_string_append_printf (sql, " CROSS JOIN %s ON x.id = e.id",
                            derived_first ? entry : derived);
}

/* from: the first key that the phase leaves open; from_has_value: and that it has one. */
static char *
dup_sql (Select *self, guint from, gboolean from_has_value)
{
  GString *sql = g_string_new (NULL);
  g_autoptr (GString) order = g_string_new (NULL);
  g_autoptr (GString) keys = g_string_new (NULL);
  const char *separator = " WHERE ";

  self->uses_entry |= self->condition.uses_entry;
  self->uses_derived |= self->condition.uses_derived;
  for (guint i = 0; i < self->query->n_sort; i++)
    {
      g_autofree char *key = dup_key (self, i);

      g_string_append_printf (keys, ", %s", key);
    }
  append_order (self, order, from, from_has_value);
  g_string_append_printf (sql, "SELECT %s%s", get_id (self), keys->str);
  append_from (self, sql);
  if (self->phase->len > 0)
    {
      g_string_append_printf (sql, "%s%s", separator, self->phase->str);
      separator = " AND ";
    }
  if (self->condition.sql->len > 0)
    g_string_append_printf (sql, "%s%s", separator, self->condition.sql->str);
  g_string_append (sql, order->str);
  return g_string_free (sql, FALSE);
}

/* — Running — */

/* Where the next page begins. */
typedef struct
{
  gboolean is_set;
  gint64 id;
  GArray *keys;
} Stop;

static void
take_stop (Select *self, SkhStatement *row, Stop *stop)
{
  stop->is_set = TRUE;
  stop->id = skh_statement_get_int (row, 0);
  for (guint i = 0; i < self->query->n_sort; i++)
    skh_bounds_add_column (row, (int)i + 1, get_sort_field (self->query, i)->type,
                           stop->keys);
}

static gboolean
run_phase (SkhDatabase *db,
           Select *self,
           guint from,
           gboolean from_has_value,
           guint end,
           GArray *ids,
           Stop *stop,
           GError **error)
{
  g_autofree char *sql = dup_sql (self, from, from_has_value);
  g_autoptr (GArray) bounds = skh_bounds_new ();
  g_autoptr (SkhStatement) row = skh_statement_new_once (db, sql, error);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;
  for (guint i = 0; i < self->bounds->len; i++)
    skh_bounds_add_copy (bounds, &g_array_index (self->bounds, SkhBound, i));
  for (guint i = 0; i < self->condition.bounds->len; i++)
    skh_bounds_add_copy (bounds, &g_array_index (self->condition.bounds, SkhBound, i));
  skh_bounds_bind (bounds, row);
  while (!stop->is_set && skh_statement_step (row, &local_error))
    {
      gint64 id = skh_statement_get_int (row, 0);

      g_array_append_val (ids, id);
      if (ids->len == end)
        take_stop (self, row, stop);
    }
  g_string_truncate (self->phase, 0);
  g_array_set_size (self->bounds, 0);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static void
add_prefix (Select *self, guint n)
{
  for (guint i = 0; i < n; i++)
    add_equal (self, i);
}

/* The rest of what is equal to the cursor's row by every key. */
static gboolean
run_ties (SkhDatabase *db,
          Select *self,
          guint end,
          GArray *ids,
          Stop *stop,
          GError **error)
{
  guint n = self->query->n_sort;

  add_prefix (self, n);
  self->uses_entry |= self->condition.uses_entry;
  self->uses_derived |= self->condition.uses_derived;
  g_string_append_printf (self->phase, "%s%s %s ?", n > 0 ? " AND " : "", get_id (self),
                          ids_descend (self->query) ? "<" : ">");
  skh_bounds_add_int (self->bounds, self->cursor->id);
  return run_phase (db, self, n, TRUE, end, ids, stop, error);
}

/* Key i after the cursor's (or with any value, at the start), then without one. */
static gboolean
run_key (SkhDatabase *db,
         Select *self,
         guint i,
         guint end,
         GArray *ids,
         Stop *stop,
         GError **error)
{
  const SkhRegisterCursor *cursor = self->cursor;

  if (cursor->has_row && g_array_index (cursor->keys, SkhBound, i).type == SKH_BOUND_NULL)
    return TRUE;
  add_prefix (self, i);
  if (cursor->has_row)
    add_after (self, i);
  else
    add_null (self, i, FALSE);
  if (!run_phase (db, self, i, TRUE, end, ids, stop, error) || stop->is_set)
    return stop->is_set;
  add_prefix (self, i);
  add_null (self, i, TRUE);
  return run_phase (db, self, i + 1, FALSE, end, ids, stop, error);
}

static gboolean
run_phases (SkhDatabase *db,
            Select *self,
            guint end,
            GArray *ids,
            Stop *stop,
            GError **error)
{
  const SkhRegisterCursor *cursor = self->cursor;

  if (!cursor->has_row && self->query->n_sort == 0)
    return run_phase (db, self, 0, TRUE, end, ids, stop, error);
  if (cursor->has_row && !run_ties (db, self, end, ids, stop, error))
    return FALSE;
  for (guint i = cursor->has_row ? self->query->n_sort : 1; i-- > 0 && !stop->is_set;)
    if (!run_key (db, self, i, end, ids, stop, error))
      return FALSE;
  return TRUE;
}

/* — Which plan — */

static gboolean
choose_plan (SkhDatabase *db,
             const SkhRegisterQuery *query,
             SkhRegisterCursor *cursor,
             GError **error)
{
  gint64 n = 0;

  if (cursor->plan != PLAN_UNKNOWN)
    return TRUE;
  cursor->plan = PLAN_ON_THE_WAY;
  if ((query->filters->len == 0 && (query->search == NULL || *query->search == '\0'))
      || skh_register_is_dense (db, query))
    return TRUE;
  if (!skh_register_count_up_to (db, query, cursor->few + 1, &n, error))
    return FALSE;
  if (n <= cursor->few)
    cursor->plan = PLAN_FIND_FIRST;
  return TRUE;
}

static gboolean
read_ids (SkhDatabase *db,
          const SkhRegisterQuery *query,
          SkhRegisterCursor *cursor,
          guint limit,
          GArray *ids,
          GError **error)
{
  g_autoptr (GString) phase = g_string_new (NULL);
  g_autoptr (GArray) bounds = skh_bounds_new ();
  Select select = { .query = query, .cursor = cursor, .phase = phase, .bounds = bounds };
  Stop stop = { .keys = skh_bounds_new () };
  gboolean ok;

  if (!choose_plan (db, query, cursor, error))
    {
      g_array_unref (stop.keys);
      return FALSE;
    }
  skh_condition_init (&select.condition, query, cursor->plan == PLAN_ON_THE_WAY);
  ok = run_phases (db, &select, ids->len + limit, ids, &stop, error);
  skh_condition_clear (&select.condition);
  if (ok && stop.is_set)
    {
      cursor->has_row = TRUE;
      cursor->id = stop.id;
      g_array_unref (cursor->keys);
      cursor->keys = g_array_ref (stop.keys);
    }
  cursor->at_end = ok && !stop.is_set;
  g_array_unref (stop.keys);
  return ok;
}

/**
 * skh_register_store_read_ids:
 * @limit: at least 1
 * @ids: (element-type gint64): what is read is appended
 *
 * Reads on from the cursor, which moves; at its end there is nothing more.
 */
gboolean
skh_register_store_read_ids (SkhDatabase *db,
                             const SkhRegisterQuery *query,
                             SkhRegisterCursor *cursor,
                             guint limit,
                             GCancellable *cancellable,
                             GArray *ids,
                             GError **error)
{
  gboolean ok;

  if (cursor->at_end || limit == 0)
    return TRUE;
  skh_database_set_cancellable (db, cancellable);
  ok = read_ids (db, query, cursor, limit, ids, error);
  skh_database_set_cancellable (db, NULL);
  return ok;
}

/**
 * skh_register_store_read_page:
 *
 * Returns: (transfer full) (element-type SkhEntry): the next entries; none at the end
 */
GPtrArray *
skh_register_store_read_page (SkhDatabase *db,
                              const SkhRegisterQuery *query,
                              SkhRegisterCursor *cursor,
                              guint limit,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPtrArray *page = NULL;

  if (!skh_database_begin_reading (db, error))
    return NULL;
  if (skh_register_store_read_ids (db, query, cursor, limit, cancellable, ids, error))
    page = skh_register_store_get_many (db, query->reg, (const gint64 *)ids->data,
                                        ids->len, error);
  skh_database_end_reading (db);
  return page;
}
