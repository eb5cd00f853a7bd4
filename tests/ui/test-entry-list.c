/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of entries against a source of a hundred thousand that answers in its own
   time, and what the source holds is compared with what the list comes to show. */
#include "skh-entry-list.h"

#include <string.h>

#define N_ENTRIES 100000

static const SkhField fields[] = {
  { .key = "title", .title = "Title", .name = "Tên", .type = SKH_FIELD_TEXT },
  { .key = "number", .title = "Number", .name = "Số", .type = SKH_FIELD_NUMBER },
};

static const SkhRegisterDeclaration declaration = {
  .id = "samples",
  .table = "sample",
  .title = "Samples",
  .name = "Mẫu",
  .one = "Sample",
  .one_name = "mẫu",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label = { "title" },
};

/* — The source — */

#define FAKE_TYPE_SOURCE (fake_source_get_type ())
G_DECLARE_FINAL_TYPE (FakeSource, fake_source, FAKE, SOURCE, GObject)

struct _FakeSource
{
  GObject parent_instance;

  GHashTable *texts; /* id (as pointer) → title; what is not there is gone */
  GArray *ids;       /* gint64, in the order of the list */
  guint n_asked[4];
  gboolean is_mute; /* answers wait */
  gboolean fails;
  GQueue waiting; /* GTask */
};

static void fake_source_init_iface (SkhEntrySourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeSource,
                               fake_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SKH_TYPE_ENTRY_SOURCE,
                                                      fake_source_init_iface))

/* How far each reading has come; the cancellable is what a reading has of its own. */
static guint
get_position (SkhEntryReading *reading)
{
  return GPOINTER_TO_UINT (
    g_object_get_data (G_OBJECT (reading->cancellable), "position"));
}

static SkhEntry *
make_entry (FakeSource *self, SkhRegister *reg, gint64 id)
{
  const char *text = g_hash_table_lookup (self->texts, GSIZE_TO_POINTER ((gsize)id));
  SkhEntry *entry;
  g_autofree char *fault = NULL;

  if (text == NULL)
    return NULL;
  entry = skh_entry_new (reg);
  skh_entry_set_id (entry, id);
  g_assert_true (skh_entry_set_typed (entry, 0, text, 0, &fault));
  return entry;
}

/* The query's search says what every title must hold. */
static gboolean
is_wanted (FakeSource *self, const SkhRegisterQuery *query, gint64 id)
{
  const char *text = g_hash_table_lookup (self->texts, GSIZE_TO_POINTER ((gsize)id));

  return query->search == NULL || *query->search == '\0'
         || (text != NULL && strstr (text, query->search) != NULL);
}

static void
answer_ids (FakeSource *self, SkhEntryRequest *request)
{
  guint position = get_position (request->reading);

  for (; position < self->ids->len && request->ids->len < request->limit; position++)
    {
      gint64 id = g_array_index (self->ids, gint64, position);

      if (is_wanted (self, request->reading->query, id))
        g_array_append_val (request->ids, id);
    }
  g_object_set_data (G_OBJECT (request->reading->cancellable), "position",
                     GUINT_TO_POINTER (position));
  request->at_end = position >= self->ids->len;
}

static void
answer_entries (FakeSource *self, SkhEntryRequest *request)
{
  request->entries = g_ptr_array_new ();
  for (guint i = 0; i < request->ids->len; i++)
    g_ptr_array_add (request->entries,
                     make_entry (self, request->reading->query->reg,
                                 g_array_index (request->ids, gint64, i)));
}

static void
free_entries (SkhEntryRequest *request)
{
  for (guint i = 0; request->entries != NULL && i < request->entries->len; i++)
    g_clear_pointer (&request->entries->pdata[i], skh_entry_unref);
  skh_entry_request_free (request);
}

static gboolean
answer (gpointer data)
{
  GTask *task = data;
  FakeSource *self = g_task_get_source_object (task);
  SkhEntryRequest *request = g_task_get_task_data (task);

  if (g_cancellable_is_cancelled (request->reading->cancellable))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "broken off");
      return G_SOURCE_REMOVE;
    }
  if (self->fails)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "no answer");
      return G_SOURCE_REMOVE;
    }
  self->n_asked[request->kind]++;
  if (request->kind == SKH_ENTRY_REQUEST_COUNT)
    for (guint i = 0; i < self->ids->len; i++)
      request->count += is_wanted (self, request->reading->query,
                                   g_array_index (self->ids, gint64, i));
  else if (request->kind != SKH_ENTRY_REQUEST_ENTRIES)
    answer_ids (self, request);
  if (request->kind == SKH_ENTRY_REQUEST_PAGE
      || request->kind == SKH_ENTRY_REQUEST_ENTRIES)
    answer_entries (self, request);
  g_task_return_boolean (task, TRUE);
  return G_SOURCE_REMOVE;
}

static void
fake_source_ask (SkhEntrySource *source,
                 SkhEntryRequest *request,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  FakeSource *self = FAKE_SOURCE (source);
  GTask *task = g_task_new (source, NULL, callback, user_data);

  g_task_set_task_data (task, request, (GDestroyNotify)free_entries);
  if (self->is_mute)
    g_queue_push_tail (&self->waiting, task);
  else
    g_idle_add_full (G_PRIORITY_DEFAULT, answer, task, g_object_unref);
}

static SkhEntryRequest *
fake_source_ask_finish (SkhEntrySource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error)
           ? g_task_get_task_data (G_TASK (result))
           : NULL;
}

static void
speak (FakeSource *self)
{
  GTask *task;

  self->is_mute = FALSE;
  while ((task = g_queue_pop_head (&self->waiting)) != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, answer, task, g_object_unref);
}

static void
fake_source_init_iface (SkhEntrySourceInterface *iface)
{
  iface->ask = fake_source_ask;
  iface->ask_finish = fake_source_ask_finish;
}

static void
fake_source_finalize (GObject *object)
{
  FakeSource *self = FAKE_SOURCE (object);

  g_hash_table_unref (self->texts);
  g_array_unref (self->ids);
  G_OBJECT_CLASS (fake_source_parent_class)->finalize (object);
}

static void
fake_source_class_init (FakeSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_source_finalize;
}

static void
fake_source_init (FakeSource *self)
{
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
add (FakeSource *self, guint position, gint64 id)
{
  g_array_insert_val (self->ids, position, id);
  g_hash_table_insert (self->texts, GSIZE_TO_POINTER ((gsize)id),
                       g_strdup_printf ("entry %d", (int)id));
}

static void
take_away (FakeSource *self, guint position)
{
  gint64 id = g_array_index (self->ids, gint64, position);

  g_hash_table_remove (self->texts, GSIZE_TO_POINTER ((gsize)id));
  g_array_remove_index (self->ids, position);
}

/* — A list over it — */

typedef struct
{
  FakeSource *source;
  SkhRegister *reg;
  SkhRegisterQuery *query;
  SkhEntryList *list;
  guint n_loaded, n_failed;
  guint n_changes, last_position, last_removed, last_added;
} Fixture;

static void
on_items_changed (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  Fixture *f)
{
  f->n_changes++;
  f->last_position = position;
  f->last_removed = removed;
  f->last_added = added;
}

static void
count_loaded (Fixture *f)
{
  f->n_loaded++;
}

static void
count_failed (Fixture *f)
{
  f->n_failed++;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);

  f->source = g_object_new (FAKE_TYPE_SOURCE, NULL);
  for (guint i = 0; i < n; i++)
    add (f->source, i, i + 1);
  f->reg = skh_register_new (&declaration, NULL, 0);
  f->query = skh_register_query_new (f->reg);
  f->list = skh_entry_list_new (SKH_ENTRY_SOURCE (f->source));
  g_signal_connect (f->list, "items-changed", G_CALLBACK (on_items_changed), f);
  g_signal_connect_swapped (f->list, "loaded", G_CALLBACK (count_loaded), f);
  g_signal_connect_swapped (f->list, "failed", G_CALLBACK (count_failed), f);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  skh_entry_list_stop (f->list);
  speak (f->source);
  settle ();
  g_assert_finalize_object (f->list);
  g_assert_finalize_object (f->source);
  skh_register_query_free (f->query);
  skh_register_unref (f->reg);
}

static void
begin (Fixture *f, const char *search)
{
  skh_register_query_set_search (f->query, search);
  skh_entry_list_set_query (f->list, f->query);
  settle ();
}

static guint
n_items (Fixture *f)
{
  return g_list_model_get_n_items (G_LIST_MODEL (f->list));
}

static char *
dup_title (SkhEntryRow *row)
{
  SkhEntry *entry = skh_entry_row_get_entry (row);

  return entry != NULL ? skh_field_dup_text (&fields[0], skh_entry_get_value (entry, 0))
                       : g_strdup ("(placeholder)");
}

/* The row shows, at once or when it is loaded, the entry at its place. */
static void
assert_row (Fixture *f, guint position, gint64 id)
{
  g_autoptr (SkhEntryRow) row = g_list_model_get_item (G_LIST_MODEL (f->list), position);
  g_autofree char *expected = g_strdup_printf ("entry %d", (int)id);
  g_autofree char *title = NULL;

  settle ();
  title = dup_title (row);
  g_assert_cmpstr (title, ==, expected);
  g_assert_cmpint (skh_entry_row_get_id (row), ==, id);
}

/* — Tests — */

static void
test_all (Fixture *f, gconstpointer data)
{
  begin (f, NULL);
  g_assert_cmpuint (n_items (f), ==, N_ENTRIES);
  g_assert_cmpint (skh_entry_list_get_count (f->list), ==, N_ENTRIES);
  g_assert_true (skh_entry_list_is_complete (f->list));
  g_assert_cmpuint (skh_entry_list_get_ids_size (f->list), ==, N_ENTRIES * 8);
  for (guint i = 0; i < 200; i++)
    {
      guint position = (guint)g_test_rand_int_range (0, N_ENTRIES);

      assert_row (f, position, position + 1);
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (f->list), N_ENTRIES));
}

/* What is on the screen is asked for in one request, not row by row; then, in one more,
   what is next to it. */
static void
test_together (Fixture *f, gconstpointer data)
{
  SkhEntryRow *rows[200];
  guint before;

  begin (f, NULL);
  before = f->source->n_asked[SKH_ENTRY_REQUEST_ENTRIES];
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      rows[i] = g_list_model_get_item (G_LIST_MODEL (f->list), 50000 + i);
      g_assert_null (skh_entry_row_get_entry (rows[i]));
    }
  settle ();
  g_assert_cmpuint (f->source->n_asked[SKH_ENTRY_REQUEST_ENTRIES], ==, before + 2);
  g_assert_cmpuint (f->n_loaded, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_nonnull (skh_entry_row_get_entry (rows[i]));
      g_object_unref (rows[i]);
    }
}

/* Who scrolls on by some rows finds their entries there. */
static void
test_read_ahead (Fixture *f, gconstpointer data)
{
  begin (f, NULL);
  assert_row (f, 60000, 60001);
  for (guint position = 60012; position < 62000; position += 12)
    {
      g_autoptr (SkhEntryRow) row
        = g_list_model_get_item (G_LIST_MODEL (f->list), position);

      g_assert_nonnull (skh_entry_row_get_entry (row));
      settle ();
    }
}

/* Rows that were let go before they were asked for are not asked for, but for those
   around the last. */
static void
test_fast_scroll (Fixture *f, gconstpointer data)
{
  guint before;

  begin (f, NULL);
  before = f->source->n_asked[SKH_ENTRY_REQUEST_ENTRIES];
  for (guint i = 1000; i < N_ENTRIES; i += 97)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (f->list), i));
  settle ();
  g_assert_cmpuint (f->source->n_asked[SKH_ENTRY_REQUEST_ENTRIES], ==, before + 1);
}

/* The first page is there before anything else is known. */
static void
test_first_page (Fixture *f, gconstpointer data)
{
  g_autoptr (SkhEntryRow) row = NULL;
  g_autofree char *title = NULL;

  skh_entry_list_set_query (f->list, f->query);
  while (n_items (f) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_items (f), ==, 100);
  g_assert_cmpint (skh_entry_list_get_count (f->list), ==, -1);
  row = g_list_model_get_item (G_LIST_MODEL (f->list), 99);
  title = dup_title (row);
  g_assert_cmpstr (title, ==, "entry 100");
}

/* Between the count and the ids the list is as long as it will be, of placeholders. */
static void
test_placeholders (Fixture *f, gconstpointer data)
{
  g_autoptr (SkhEntryRow) row = NULL;
  g_autofree char *title = NULL, *later = NULL;

  skh_entry_list_set_query (f->list, f->query);
  while (skh_entry_list_get_count (f->list) < 0)
    g_main_context_iteration (NULL, TRUE);
  f->source->is_mute = TRUE;
  g_assert_cmpuint (n_items (f), ==, N_ENTRIES);
  row = g_list_model_get_item (G_LIST_MODEL (f->list), N_ENTRIES - 1);
  settle ();
  title = dup_title (row);
  g_assert_cmpstr (title, ==, "(placeholder)");
  speak (f->source);
  settle ();
  later = dup_title (row);
  g_assert_cmpstr (later, ==, "entry 100000");
}

static void
test_queries (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *search = g_strdup_printf ("%d", g_test_rand_int_range (0, 1000));
      guint n = 0;

      begin (f, search);
      for (guint position = 0; position < f->source->ids->len; position++)
        {
          gint64 id = g_array_index (f->source->ids, gint64, position);

          if (!is_wanted (f->source, f->query, id))
            continue;
          if (n % 97 == 0)
            assert_row (f, n, id);
          n++;
        }
      g_assert_cmpuint (n_items (f), ==, n);
      g_assert_cmpint (skh_entry_list_get_count (f->list), ==, n);
    }
}

/* Another query in the middle of the reading of one. */
static void
test_impatient (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      skh_register_query_set_search (f->query, i % 2 == 0 ? "77" : "99999");
      skh_entry_list_set_query (f->list, f->query);
      for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
        g_main_context_iteration (NULL, FALSE);
    }
  settle ();
  g_assert_cmpuint (n_items (f), ==, 1);
  assert_row (f, 0, 99999);
  g_assert_cmpuint (f->n_failed, ==, 0);
}

/* An entry that changed shows so; nothing moves, and nothing is said to have moved. */
static void
test_changed_entry (Fixture *f, gconstpointer data)
{
  g_autoptr (SkhEntryRow) row = NULL;
  g_autofree char *title = NULL;
  guint before;

  begin (f, NULL);
  row = g_list_model_get_item (G_LIST_MODEL (f->list), 4242);
  settle ();
  before = f->n_changes;
  g_hash_table_insert (f->source->texts, GSIZE_TO_POINTER (4243), g_strdup ("another"));
  skh_entry_list_refresh (f->list);
  settle ();
  title = dup_title (row);
  g_assert_cmpstr (title, ==, "another");
  g_assert_cmpuint (f->n_changes, ==, before);
}

static void
test_added_entry (Fixture *f, gconstpointer data)
{
  g_autoptr (SkhEntryRow) above = NULL, below = NULL;
  guint before;

  begin (f, NULL);
  above = g_list_model_get_item (G_LIST_MODEL (f->list), 499);
  below = g_list_model_get_item (G_LIST_MODEL (f->list), 500);
  settle ();
  before = f->n_changes;
  add (f->source, 500, N_ENTRIES + 1);
  skh_entry_list_refresh (f->list);
  settle ();
  g_assert_cmpuint (f->n_changes, ==, before + 1);
  g_assert_cmpuint (f->last_position, ==, 500);
  g_assert_cmpuint (f->last_removed, ==, 0);
  g_assert_cmpuint (f->last_added, ==, 1);
  g_assert_cmpuint (n_items (f), ==, N_ENTRIES + 1);
  g_assert_true (g_list_model_get_item (G_LIST_MODEL (f->list), 501) == (gpointer)below);
  g_object_unref (below);
  assert_row (f, 500, N_ENTRIES + 1);
  assert_row (f, 501, 501);
  g_assert_cmpuint (skh_entry_list_find (f->list, N_ENTRIES + 1), ==, 500);
}

/* Many changes at once, of any kind, over and over; the whole is compared. */
static void
test_random_changes (Fixture *f, gconstpointer data)
{
  gint64 next_id = 1000000;

  begin (f, NULL);
  for (guint round = 0; round < 60; round++)
    {
      for (int n = g_test_rand_int_range (0, 8); n > 0; n--)
        if (f->source->ids->len > 0 && g_test_rand_bit ())
          take_away (f->source,
                     (guint)g_test_rand_int_range (0, (int)f->source->ids->len));
        else
          add (f->source, (guint)g_test_rand_int_range (0, (int)f->source->ids->len + 1),
               next_id++);
      skh_entry_list_refresh (f->list);
      if (g_test_rand_bit ())
        skh_entry_list_refresh (f->list);
      settle ();
      g_assert_cmpuint (n_items (f), ==, f->source->ids->len);
      for (guint i = 0; i < f->source->ids->len; i += 7)
        assert_row (f, i, g_array_index (f->source->ids, gint64, i));
    }
}

/* Changed while it is read: read to the end, and then once more. */
static void
test_changed_meanwhile (Fixture *f, gconstpointer data)
{
  skh_entry_list_set_query (f->list, f->query);
  while (skh_entry_list_get_count (f->list) < 0)
    g_main_context_iteration (NULL, TRUE);
  take_away (f->source, N_ENTRIES - 1);
  take_away (f->source, 0);
  skh_entry_list_refresh (f->list);
  settle ();
  g_assert_cmpuint (n_items (f), ==, N_ENTRIES - 2);
  assert_row (f, 0, 2);
  assert_row (f, N_ENTRIES - 3, N_ENTRIES - 1);
}

static void
test_empty (Fixture *f, gconstpointer data)
{
  begin (f, NULL);
  g_assert_cmpuint (n_items (f), ==, 0);
  g_assert_cmpint (skh_entry_list_get_count (f->list), ==, 0);
  g_assert_true (skh_entry_list_is_complete (f->list));
  add (f->source, 0, 7);
  skh_entry_list_refresh (f->list);
  settle ();
  g_assert_cmpuint (n_items (f), ==, 1);
  assert_row (f, 0, 7);
}

/* A failure is told once, and the next change brings the list. */
static void
test_failure (Fixture *f, gconstpointer data)
{
  f->source->fails = TRUE;
  begin (f, NULL);
  g_assert_cmpuint (f->n_failed, ==, 1);
  f->source->fails = FALSE;
  skh_entry_list_refresh (f->list);
  settle ();
  g_assert_cmpuint (n_items (f), ==, N_ENTRIES);
  assert_row (f, 12345, 12346);
}

/* Stopped: what is under way comes to nothing, and nothing more is asked. */
static void
test_stopped (Fixture *f, gconstpointer data)
{
  g_autoptr (SkhEntryRow) row = NULL;

  begin (f, NULL);
  row = g_list_model_get_item (G_LIST_MODEL (f->list), 777);
  skh_entry_list_refresh (f->list);
  skh_entry_list_stop (f->list);
  settle ();
  g_assert_null (skh_entry_row_get_entry (row));
  g_assert_cmpuint (f->n_failed, ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    guint n;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/entry-list/all", N_ENTRIES, test_all },
    { "/entry-list/together", N_ENTRIES, test_together },
    { "/entry-list/read-ahead", N_ENTRIES, test_read_ahead },
    { "/entry-list/fast-scroll", N_ENTRIES, test_fast_scroll },
    { "/entry-list/first-page", N_ENTRIES, test_first_page },
    { "/entry-list/placeholders", N_ENTRIES, test_placeholders },
    { "/entry-list/queries", N_ENTRIES, test_queries },
    { "/entry-list/impatient", N_ENTRIES, test_impatient },
    { "/entry-list/changed-entry", N_ENTRIES, test_changed_entry },
    { "/entry-list/added-entry", N_ENTRIES, test_added_entry },
    { "/entry-list/random-changes", 300, test_random_changes },
    { "/entry-list/changed-meanwhile", N_ENTRIES, test_changed_meanwhile },
    { "/entry-list/empty", 0, test_empty },
    { "/entry-list/failure", N_ENTRIES, test_failure },
    { "/entry-list/stopped", N_ENTRIES, test_stopped },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GUINT_TO_POINTER (tests[i].n), set_up,
                tests[i].func, tear_down);
  return g_test_run ();
}
