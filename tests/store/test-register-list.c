/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of entries against a slow second opinion: every entry is looked at and compared
   in C. Queries are drawn at random; each is read in pages of random sizes, both ways a
   list can be read. */
#include "register-sample.h"
#include "sample-draft.h"
#include "skh-register-store.h"
#include "skh-stores.h"
#include "skh-text.h"
#include "skh-workbook.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_ENTRIES 400
#define N_QUERIES 400

typedef struct
{
  SkhDatabase *db;
  GRand *rand;
  SkhRegister *reg;
  GPtrArray *entries; /* SkhEntry, by id */
} World;

/* — The world — */

static const char *
pick (World *world, const char *const *texts)
{
  guint n = g_strv_length ((char **)texts);

  return texts[g_rand_int_range (world->rand, 0, (gint32)n)];
}

static char *
dup_name (World *world)
{
  static const char *const words[]
    = { "Chi bộ", "Đức Phổ", "phổ", "Phố", "học", "Học tập", "mô hình", "10", "2", NULL };

  return g_strconcat (pick (world, words), " ", pick (world, words), NULL);
}

static char *
dup_text (World *world, const SkhField *field)
{
  static const char *const days[]
    = { "1/1/2023", "31/3/2023", "1/4/2023", "5/6/2022", NULL };
  static const char *const periods[]
    = { "2023", "2023-H1", "2023-Q1", "2023-Q2", "2023-04", "2022", "2022-12", NULL };
  static const char *const units[] = { "ROOT", "A1", "A2", "A3", "B1", NULL };
  static const char *const people[] = { "Lê An", "Bùi Văn Ánh", "Trần Bình", NULL };
  static const char *const documents[] = { "Văn bản A", "Văn bản B", NULL };
  static const char *const states[] = { "open", "bad", "done", NULL };
  gint32 n = g_rand_int_range (world->rand, 0, 6);

  switch (field->type)
    {
    case SKH_FIELD_NUMBER:
      return g_strdup_printf ("%d", n);
    case SKH_FIELD_COUNT:
      return g_strdup_printf (n % 2 ? "%d/9" : "%d", n);
    case SKH_FIELD_DAY:
      return g_strdup (pick (world, days));
    case SKH_FIELD_PERIOD:
      return g_strdup (pick (world, periods));
    case SKH_FIELD_UNIT:
      return g_strdup (pick (world, units));
    case SKH_FIELD_PERSON:
      return g_strdup (pick (world, people));
    case SKH_FIELD_DOCUMENT:
      return g_strdup (pick (world, documents));
    case SKH_FIELD_CHOICE:
      return g_strdup (pick (world, states));
    case SKH_FIELD_TEXT:
    case SKH_FIELD_LONG_TEXT:
    case SKH_FIELD_FILE:
    case SKH_N_FIELD_TYPES:
    default:
      return dup_name (world);
    }
}

static gboolean
may_be_typed (const SkhField *field)
{
  return skh_field_is_typed (field) && !(field->flags & SKH_FIELD_UNIQUE);
}

static SkhEntry *
make_entry (World *world)
{
  SkhEntry *entry = skh_entry_new (world->reg);

  for (guint i = 0; i < skh_register_get_n_fields (world->reg); i++)
    {
      const SkhField *field = skh_register_get_field (world->reg, i);
      g_autofree char *text = dup_text (world, field);
      char *fault = NULL;

      if (!may_be_typed (field))
        continue;
      if ((field->flags & SKH_FIELD_REQUIRED) || g_rand_int_range (world->rand, 0, 4) > 0)
        skh_entry_set_typed (entry, i, text, 2023, &fault);
      g_assert_cmpstr (fault, ==, NULL);
    }
  /* What is done has a day. */
  if (!skh_entry_get_value_by_key (entry, "day")->is_set)
    {
      char *fault;

      skh_entry_set_typed (entry, skh_register_find_field (world->reg, "state"), "", 0,
                           &fault);
    }
  return entry;
}

static void
add_named (SkhDatabase *db, const char *id, const char *key, const char *text)
{
  g_autoptr (SkhRegister) reg = skh_register_store_load_register (db, id, NULL);
  g_autoptr (SkhEntry) entry = skh_entry_new (reg);
  g_autoptr (GError) error = NULL;
  char *fault;

  skh_entry_set_typed (entry, skh_register_find_field (reg, key), text, 0, &fault);
  if (g_str_equal (id, "documents"))
    skh_entry_set_typed (entry, skh_register_find_field (reg, "role"), "guidance", 0,
                         &fault);
  if (g_str_equal (id, "people"))
    skh_entry_set_typed (entry, skh_register_find_field (reg, "unit"), "A1", 0, &fault);
  skh_register_store_put (db, entry, &error);
  g_assert_no_error (error);
}

static void
fill (World *world)
{
  g_autoptr (GPtrArray) made
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_entry_unref);
  g_autoptr (GError) error = NULL;

  add_named (world->db, "people", "name", "Lê An");
  add_named (world->db, "people", "name", "Bùi Văn Ánh");
  add_named (world->db, "people", "name", "Trần Bình");
  add_named (world->db, "documents", "title", "Văn bản A");
  add_named (world->db, "documents", "title", "Văn bản B");
  for (guint i = 0; i < N_ENTRIES; i++)
    g_ptr_array_add (made, make_entry (world));
  skh_register_store_put_many (world->db, "Mẫu", (SkhEntry *const *)made->pdata,
                               made->len, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < made->len; i++)
    g_ptr_array_add (world->entries,
                     skh_register_store_get (world->db, world->reg,
                                             skh_entry_get_id (made->pdata[i]), &error));
  g_assert_no_error (error);
}

/* — A query at random — */

static SkhFilterOp
pick_op (World *world, const SkhField *field)
{
  SkhFilterOp op;

  do
    op = (SkhFilterOp)g_rand_int_range (world->rand, 0, SKH_N_FILTER_OPS);
  while (!skh_filter_op_fits (op, field));
  return op;
}

static void
add_filter (World *world, SkhRegisterQuery *query)
{
  guint i = (guint)g_rand_int_range (world->rand, 0,
                                     (gint32)skh_register_get_n_fields (world->reg));
  const SkhField *field = skh_register_get_field (world->reg, i);
  SkhFilterOp op = pick_op (world, field);
  g_autofree char *text = dup_text (world, field);
  g_autofree char *fault = NULL;
  SkhValue value = { 0 };

  if (field->type == SKH_FIELD_FILE)
    return;
  if (field->type == SKH_FIELD_DAY && op == SKH_FILTER_IN)
    {
      value.is_set = TRUE;
      value.period = skh_period_parse (g_rand_boolean (world->rand) ? "2023-Q1" : "2023");
    }
  else
    skh_field_parse (field, text, 2023, &value, &fault);
  if (skh_field_is_reference (field))
    g_assert_true (
      skh_register_store_resolve (world->db, field, &value, NULL, &fault, NULL));
  g_assert_cmpstr (fault, ==, NULL);
  skh_register_query_add_filter (query, i, op, &value);
}

static SkhRegisterQuery *
make_query (World *world)
{
  SkhRegisterQuery *query = skh_register_query_new (world->reg);
  gint32 n_filters = g_rand_int_range (world->rand, 0, 4);
  gint32 n_keys = g_rand_int_range (world->rand, 0, 4);

  for (gint32 i = 0; i < n_filters; i++)
    add_filter (world, query);
  for (gint32 i = 0; i < n_keys; i++)
    {
      guint field
        = (guint)g_rand_int_range (world->rand, 0,
                                   (gint32)skh_register_get_n_fields (world->reg));

      if (skh_field_is_sortable (skh_register_get_field (world->reg, field)))
        skh_register_query_sort_by (query, field, g_rand_boolean (world->rand));
    }
  if (g_rand_int_range (world->rand, 0, 4) == 0)
    {
      static const char *const words[] = { "duc", "PHỔ ho", "mau mot", "lê", "không có" };

      skh_register_query_set_search (query, words[g_rand_int_range (world->rand, 0, 5)]);
    }
  return query;
}

/* — The second opinion — */

static gboolean
unit_is_under (const char *code, const char *top)
{
  return g_str_equal (top, "ROOT") || g_strcmp0 (code, top) == 0;
}

static gboolean
holds (const SkhField *field, const SkhFilter *filter, const SkhValue *value)
{
  g_autofree char *folded = NULL;
  g_autofree char *words = NULL;

  if (filter->op == SKH_FILTER_EMPTY || filter->op == SKH_FILTER_NOT_EMPTY)
    return value->is_set == (filter->op == SKH_FILTER_NOT_EMPTY);
  if (!value->is_set)
    return FALSE;
  if (filter->op == SKH_FILTER_IS)
    return skh_value_equal (field, value, &filter->value);
  if (filter->op == SKH_FILTER_CONTAINS)
    {
      folded = skh_text_fold (value->text);
      words = skh_text_fold (filter->value.text);
      return skh_text_matches (folded, words);
    }
  if (filter->op == SKH_FILTER_IN && field->type == SKH_FIELD_DAY)
    return skh_period_contains_day (filter->value.period, value->day);
  if (filter->op == SKH_FILTER_IN && field->type == SKH_FIELD_PERIOD)
    return skh_period_contains (filter->value.period, value->period);
  if (filter->op == SKH_FILTER_IN)
    return unit_is_under (value->code, filter->value.code);
  if (field->type == SKH_FIELD_DAY)
    return filter->op == SKH_FILTER_AT_LEAST ? value->day >= filter->value.day
                                             : value->day <= filter->value.day;
  return filter->op == SKH_FILTER_AT_LEAST ? value->number >= filter->value.number
                                           : value->number <= filter->value.number;
}

static gboolean
field_holds (const SkhRegisterQuery *query, const SkhEntry *entry, guint i)
{
  const SkhFilter *filter = &g_array_index (query->filters, SkhFilter, i);
  const SkhField *field = skh_register_get_field (query->reg, filter->field);

  if (filter->op != SKH_FILTER_IS)
    return holds (field, filter, skh_entry_get_value (entry, filter->field));
  for (guint k = 0; k < query->filters->len; k++)
    {
      const SkhFilter *other = &g_array_index (query->filters, SkhFilter, k);

      if (other->field == filter->field && other->op == SKH_FILTER_IS
          && holds (field, other, skh_entry_get_value (entry, other->field)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_found (const SkhRegisterQuery *query, const SkhEntry *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folded = NULL;
  g_autofree char *words = skh_text_fold (query->search);
  guint n;
  const SkhField *fields = skh_register_get_fields (query->reg, &n);

  for (guint i = 0; i < n; i++)
    {
      const SkhValue *value = skh_entry_get_value (entry, i);

      if (value->is_set
          && (fields[i].type == SKH_FIELD_TEXT || fields[i].type == SKH_FIELD_LONG_TEXT
              || skh_field_is_reference (&fields[i])))
        g_string_append_printf (text, "%s %s ", value->text,
                                value->code != NULL ? value->code : "");
    }
  folded = skh_text_fold (text->str);
  return skh_text_matches (folded, words);
}

static int
compare_periods (SkhPeriod a, SkhPeriod b)
{
  int first = skh_period_get_first_day (a) - skh_period_get_first_day (b);

  return first != 0 ? first : skh_period_get_last_day (b) - skh_period_get_last_day (a);
}

static int
compare_values (const SkhField *field, const SkhValue *a, const SkhValue *b)
{
  switch (field->type)
    {
    case SKH_FIELD_PERIOD:
      return compare_periods (a->period, b->period);
    case SKH_FIELD_CHOICE:
      return (int)(skh_field_find_choice (field, a->text)
                   - skh_field_find_choice (field, b->text));
    case SKH_FIELD_DAY:
      return a->day - b->day;
    case SKH_FIELD_NUMBER:
    case SKH_FIELD_COUNT:
      return (a->number > b->number) - (a->number < b->number);
    case SKH_FIELD_PERSON:
      return skh_text_compare_people (a->text, b->text);
    case SKH_FIELD_TEXT:
    case SKH_FIELD_LONG_TEXT:
    case SKH_FIELD_UNIT:
    case SKH_FIELD_DOCUMENT:
    case SKH_FIELD_FILE:
    case SKH_N_FIELD_TYPES:
    default:
      return skh_text_compare (a->text, b->text);
    }
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const SkhRegisterQuery *query = data;
  const SkhEntry *left = *(SkhEntry *const *)a, *right = *(SkhEntry *const *)b;
  gint64 ids = skh_entry_get_id (left) - skh_entry_get_id (right);
  gboolean descending = FALSE;

  for (guint i = 0; i < query->n_sort; i++)
    {
      guint field = query->sort[i].field;
      const SkhValue *x = skh_entry_get_value (left, field);
      const SkhValue *y = skh_entry_get_value (right, field);
      int order;

      descending = query->sort[i].descending;
      if (x->is_set != y->is_set)
        return x->is_set ? -1 : 1;
      if (!x->is_set)
        continue;
      order = compare_values (skh_register_get_field (query->reg, field), x, y);
      if (order != 0)
        return descending ? -order : order;
    }
  return (ids > 0) - (ids < 0) == 0 ? 0 : (ids > 0) == !descending ? 1 : -1;
}

static GPtrArray *
find_slowly (World *world, SkhRegisterQuery *query)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < world->entries->len; i++)
    {
      SkhEntry *entry = world->entries->pdata[i];
      gboolean ok = is_found (query, entry);

      for (guint k = 0; ok && k < query->filters->len; k++)
        ok = field_holds (query, entry, k);
      if (ok)
        g_ptr_array_add (found, entry);
    }
  g_ptr_array_sort_with_data (found, compare, query);
  return found;
}

/* — Both — */

static void
assert_same (World *world, SkhRegisterQuery *query, GPtrArray *wanted, guint few)
{
  g_autoptr (SkhRegisterCursor) cursor = skh_register_cursor_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *text = skh_register_query_to_text (query);
  g_autoptr (GError) error = NULL;
  gint64 count;

  skh_register_cursor_set_few (cursor, few);
  while (!skh_register_cursor_is_at_end (cursor))
    {
      guint before = ids->len;
      guint limit = (guint)g_rand_int_range (world->rand, 1, 60);

      skh_register_store_read_ids (world->db, query, cursor, limit, NULL, ids, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (ids->len - before, <=, limit);
    }
  skh_register_store_count (world->db, query, NULL, &count, &error);
  g_assert_no_error (error);
  g_test_message ("%s", text);
  g_assert_cmpuint (ids->len, ==, wanted->len);
  g_assert_cmpint (count, ==, wanted->len);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpint (g_array_index (ids, gint64, i), ==,
                     skh_entry_get_id (wanted->pdata[i]));
}

/* What a query says as text is the same query. */
static void
assert_text_says_it (World *world, SkhRegisterQuery *query, GPtrArray *wanted)
{
  g_autofree char *text = skh_register_query_to_text (query);
  guint left_out;
  g_autoptr (SkhRegisterQuery) again
    = skh_register_query_parse (world->reg, text, &left_out);
  g_autofree char *text_again = skh_register_query_to_text (again);

  g_assert_cmpuint (left_out, ==, 0);
  g_assert_cmpstr (text, ==, text_again);
  assert_same (world, again, wanted, 10);
}

static gboolean
compare_at_random (SkhDatabase *db, gpointer data, GError **error)
{
  World world = { .db = db, .rand = g_rand_new_with_seed (g_test_rand_int ()) };
  guint n_found = 0;

  world.reg = skh_register_store_load_register (db, SAMPLE_ID, error);
  world.entries = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_entry_unref);
  fill (&world);
  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autoptr (SkhRegisterQuery) query = make_query (&world);
      g_autoptr (GPtrArray) wanted = find_slowly (&world, query);

      n_found += wanted->len > 0;
      assert_same (&world, query, wanted, 0);
      assert_same (&world, query, wanted, G_MAXUINT - 1);
      assert_text_says_it (&world, query, wanted);
    }
  /* Queries that find nothing prove little. */
  g_assert_cmpuint (n_found, >, N_QUERIES / 4);
  g_ptr_array_unref (world.entries);
  skh_register_unref (world.reg);
  g_rand_free (world.rand);
  return TRUE;
}

static gboolean
create_sample (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhPlanDraft) draft = sample_draft_new ();

  return skh_plan_store_create (db, draft, error);
}

static void
test_random (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sổ-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sổ.skh", NULL);
  g_autoptr (GError) error = NULL;
  SkhWorkbook *workbook = skh_workbook_create (path, &error);

  g_assert_no_error (error);
  g_assert_true (skh_workbook_run (workbook, create_sample, NULL, &error));
  g_assert_true (skh_workbook_run (workbook, compare_at_random, NULL, &error));
  g_object_unref (workbook);
  g_unlink (path);
  g_rmdir (folder);
}

static gboolean
search_cancelled (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhRegister) reg = skh_register_store_load_register (db, SAMPLE_ID, error);
  g_autoptr (SkhRegisterQuery) query = skh_register_query_parse (reg, "search x", NULL);
  g_autoptr (SkhEntry) entry = skh_entry_new (reg);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GError) local_error = NULL;
  gint64 count;
  char *fault;

  skh_entry_set_typed (entry, 0, "Một", 0, &fault);
  for (guint i = 0; i < 3000; i++)
    g_ptr_array_add (entries, skh_entry_copy (entry));
  g_assert_true (skh_register_store_put_many (db, "Mẫu",
                                              (SkhEntry *const *)entries->pdata,
                                              entries->len, error));
  for (guint i = 0; i < entries->len; i++)
    skh_entry_unref (entries->pdata[i]);
  g_cancellable_cancel (cancellable);
  g_assert_false (
    skh_register_store_count (db, query, cancellable, &count, &local_error));
  g_assert_error (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  return skh_register_store_count (db, query, NULL, &count, error);
}

static void
test_cancelled (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sổ-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sổ.skh", NULL);
  g_autoptr (GError) error = NULL;
  SkhWorkbook *workbook = skh_workbook_create (path, &error);

  g_assert_true (skh_workbook_run (workbook, search_cancelled, NULL, &error));
  g_assert_no_error (error);
  g_object_unref (workbook);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  register_sample_declare ();
  g_test_add_func ("/register-list/random", test_random);
  g_test_add_func ("/register-list/cancelled", test_cancelled);
  return g_test_run ();
}
