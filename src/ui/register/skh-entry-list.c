/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-entry-list-private.h"

#include <string.h>

#define FIRST_PAGE 100
#define IDS_AT_ONCE 50000
#define KEPT_ENTRIES 1024

static void skh_entry_list_init_model (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (SkhEntryRow, skh_entry_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (SkhEntryList,
                               skh_entry_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      skh_entry_list_init_model))

enum
{
  LOADED,
  COUNTED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void read_on (SkhEntryList *self, SkhEntryRequestKind kind);

/* — Rows — */

static void
skh_entry_row_finalize (GObject *object)
{
  SkhEntryRow *self = SKH_ENTRY_ROW (object);

  if (self->list != NULL && self->position != G_MAXUINT)
    g_hash_table_remove (self->list->rows, GUINT_TO_POINTER (self->position));
  g_clear_pointer (&self->entry, skh_entry_unref);
  G_OBJECT_CLASS (skh_entry_row_parent_class)->finalize (object);
}

static void
skh_entry_row_class_init (SkhEntryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = skh_entry_row_finalize;
}

static void
skh_entry_row_init (SkhEntryRow *self)
{
}

SkhEntry *
skh_entry_row_get_entry (SkhEntryRow *self)
{
  return self->entry;
}

gint64
skh_entry_row_get_id (SkhEntryRow *self)
{
  return self->id;
}

/* — What is shown — */

/* The rows that are held move with what they show; those whose place is gone are let
   go. */
static void
move_rows (SkhEntryList *self, guint position, guint removed, guint added)
{
  GHashTable *rows = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      SkhEntryRow *row = data;

      if (row->position >= position && row->position < position + removed)
        row->position = G_MAXUINT;
      else if (row->position >= position)
        row->position = row->position - removed + added;
      if (row->position != G_MAXUINT)
        g_hash_table_insert (rows, GUINT_TO_POINTER (row->position), row);
    }
  g_hash_table_unref (self->rows);
  self->rows = rows;
}

static void
change_items (SkhEntryList *self, guint position, guint removed, guint added)
{
  if (removed == 0 && added == 0)
    return;
  move_rows (self, position, removed, added);
  self->n_items = self->n_items - removed + added;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
set_length (SkhEntryList *self, guint length)
{
  if (length > self->n_items)
    change_items (self, self->n_items, 0, length - self->n_items);
  else
    change_items (self, length, self->n_items - length, 0);
}

/* Room for all at once: an array that doubles would hold up to twice as much. */
static GArray *
new_ids (gint64 count)
{
  return g_array_sized_new (FALSE, FALSE, sizeof (gint64),
                            (guint)CLAMP (count, FIRST_PAGE, G_MAXINT / 16));
}

/* Puts what was read again in the place of what is shown: one change between the rows
   that are the same at the beginning and at the end. */
static void
take_next (SkhEntryList *self)
{
  const gint64 *old = (const gint64 *)(gpointer)self->ids->data;
  const gint64 *new = (const gint64 *)(gpointer)self->next_ids->data;
  guint old_n = self->n_items, new_n = self->next_ids->len, head = 0, tail = 0;
  guint known = MIN (self->ids->len, old_n);

  while (head < MIN (known, new_n) && old[head] == new[head])
    head++;
  while (known == old_n && tail < MIN (old_n, new_n) - head
         && old[old_n - 1 - tail] == new[new_n - 1 - tail])
    tail++;
  g_array_unref (self->ids);
  self->ids = g_steal_pointer (&self->next_ids);
  change_items (self, head, old_n - head - tail, new_n - head - tail);
}

/* — Reading — */

static void
end_reading (SkhEntryList *self)
{
  self->is_complete = TRUE;
  if (self->next_ids != NULL)
    take_next (self);
  else
    set_length (self, self->ids->len);
  self->count = self->n_items;
  g_signal_emit (self, signals[COUNTED], 0);
  skh_entry_list_plan_ask (self);
  if (self->is_stale)
    skh_entry_list_refresh (self);
}

static void
take_ids (SkhEntryList *self, const SkhEntryRequest *request)
{
  GArray *ids = self->next_ids != NULL ? self->next_ids : self->ids;

  if (request->ids->len > 0)
    g_array_append_vals (ids, request->ids->data, request->ids->len);
  if (ids == self->ids && ids->len > self->n_items)
    set_length (self, ids->len);
  if (request->at_end)
    end_reading (self);
  else
    {
      skh_entry_list_plan_ask (self);
      read_on (self, SKH_ENTRY_REQUEST_IDS);
    }
}

static void
take_page (SkhEntryList *self, const SkhEntryRequest *request)
{
  self->serial++;
  skh_lru_clear (self->entries);
  skh_entry_list_keep_entries (self, request->entries);
  g_array_unref (self->ids);
  self->ids = g_array_ref (request->ids);
  change_items (self, 0, self->n_items, self->ids->len);
  if (request->at_end)
    end_reading (self);
  else
    read_on (self, SKH_ENTRY_REQUEST_COUNT);
}

/* From here on the list is as long as it will be, so that the scroll bar stands still. */
static void
take_count (SkhEntryList *self, gint64 count)
{
  GArray *ids = new_ids (count);

  if (self->next_ids != NULL)
    {
      g_array_unref (self->next_ids);
      self->next_ids = ids;
    }
  else
    {
      if (self->ids->len > 0)
        g_array_append_vals (ids, self->ids->data, self->ids->len);
      g_array_unref (self->ids);
      self->ids = ids;
      self->count = count;
      set_length (self, MAX ((guint)count, ids->len));
      g_signal_emit (self, signals[COUNTED], 0);
    }
  read_on (self, SKH_ENTRY_REQUEST_IDS);
}

/* What is shown stays; the next change of the workbook reads again. */
static void
give_up (SkhEntryList *self)
{
  self->is_complete = TRUE;
  g_clear_pointer (&self->next_ids, g_array_unref);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhEntryList) self = user_data;
  g_autoptr (GError) error = NULL;
  const SkhEntryRequest *request;

  if (self->source == NULL)
    return;
  request = skh_entry_source_ask_finish (self->source, result, &error);
  if (request == NULL)
    {
      if (skh_entry_list_report (self, error))
        give_up (self);
      return;
    }
  if (request->reading != self->reading
      || g_cancellable_is_cancelled (request->reading->cancellable))
    return;
  if (request->kind == SKH_ENTRY_REQUEST_PAGE)
    take_page (self, request);
  else if (request->kind == SKH_ENTRY_REQUEST_COUNT)
    take_count (self, request->count);
  else
    take_ids (self, request);
}

static void
read_on (SkhEntryList *self, SkhEntryRequestKind kind)
{
  guint limit = kind == SKH_ENTRY_REQUEST_PAGE ? FIRST_PAGE : IDS_AT_ONCE;

  skh_entry_source_ask (self->source, skh_entry_request_new (kind, self->reading, limit),
                        on_read, g_object_ref (self));
}

static void
break_off (SkhEntryList *self)
{
  if (self->reading != NULL && !self->is_complete)
    g_cancellable_cancel (self->reading->cancellable);
}

static void
begin_reading (SkhEntryList *self,
               const SkhRegisterQuery *query,
               SkhEntryRequestKind kind)
{
  SkhEntryReading *reading = skh_entry_reading_new (query);

  break_off (self);
  g_clear_pointer (&self->reading, skh_entry_reading_unref);
  self->reading = reading;
  self->is_complete = FALSE;
  self->is_stale = FALSE;
  read_on (self, kind);
}

/* — The model — */

static GType
skh_entry_list_get_item_type (GListModel *model)
{
  return SKH_TYPE_ENTRY_ROW;
}

static guint
skh_entry_list_get_n_items (GListModel *model)
{
  return SKH_ENTRY_LIST (model)->n_items;
}

static gpointer
skh_entry_list_get_item (GListModel *model, guint position)
{
  SkhEntryList *self = SKH_ENTRY_LIST (model);
  SkhEntryRow *row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));

  if (position >= self->n_items)
    return NULL;
  if (row != NULL)
    return g_object_ref (row);
  row = g_object_new (SKH_TYPE_ENTRY_ROW, NULL);
  row->list = self;
  row->position = position;
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (position), row);
  skh_entry_row_settle (row);
  self->last_position = position;
  skh_entry_list_plan_ask (self);
  return row;
}

static void
skh_entry_list_init_model (GListModelInterface *iface)
{
  iface->get_item_type = skh_entry_list_get_item_type;
  iface->get_n_items = skh_entry_list_get_n_items;
  iface->get_item = skh_entry_list_get_item;
}

/* — Life — */

static void
let_rows_go (SkhEntryList *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    ((SkhEntryRow *)row)->list = NULL;
  g_hash_table_remove_all (self->rows);
}

static void
skh_entry_list_dispose (GObject *object)
{
  SkhEntryList *self = SKH_ENTRY_LIST (object);

  skh_entry_list_stop (self);
  G_OBJECT_CLASS (skh_entry_list_parent_class)->dispose (object);
}

static void
skh_entry_list_finalize (GObject *object)
{
  SkhEntryList *self = SKH_ENTRY_LIST (object);

  let_rows_go (self);
  g_hash_table_unref (self->rows);
  g_array_unref (self->ids);
  g_clear_pointer (&self->next_ids, g_array_unref);
  g_clear_pointer (&self->reading, skh_entry_reading_unref);
  skh_lru_free (self->entries);
  G_OBJECT_CLASS (skh_entry_list_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, GType argument)
{
  return g_signal_new (name, SKH_TYPE_ENTRY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, argument != G_TYPE_NONE, argument);
}

static void
skh_entry_list_class_init (SkhEntryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = skh_entry_list_dispose;
  object_class->finalize = skh_entry_list_finalize;
  signals[LOADED] = add_signal ("loaded", G_TYPE_NONE);
  signals[COUNTED] = add_signal ("counted", G_TYPE_NONE);
  signals[FAILED] = add_signal ("failed", G_TYPE_STRING);
}

static void
skh_entry_list_init (SkhEntryList *self)
{
  self->ids = new_ids (0);
  self->rows = g_hash_table_new (NULL, NULL);
  self->count = -1;
  self->entries = skh_lru_new (KEPT_ENTRIES, g_int64_hash, g_int64_equal, g_free,
                               (GDestroyNotify)skh_entry_unref);
}

/**
 * skh_entry_list_new:
 *
 * Returns: (transfer full): a list of nothing until it has a query
 */
SkhEntryList *
skh_entry_list_new (SkhEntrySource *source)
{
  SkhEntryList *self = g_object_new (SKH_TYPE_ENTRY_LIST, NULL);

  self->source = g_object_ref (source);
  return self;
}

/**
 * skh_entry_list_set_query:
 * @query: copied
 *
 * Shows the entries of another query. What is shown stays until the first page is there.
 */
void
skh_entry_list_set_query (SkhEntryList *self, const SkhRegisterQuery *query)
{
  g_clear_pointer (&self->next_ids, g_array_unref);
  self->count = -1;
  if (self->source != NULL)
    begin_reading (self, query, SKH_ENTRY_REQUEST_PAGE);
}

/**
 * skh_entry_list_refresh:
 *
 * The workbook changed: the rows that are held get their entries again, and the ids are
 * read again. While a reading is under way it is let finish first, so that a list that
 * changes all the time is shown nonetheless.
 */
void
skh_entry_list_refresh (SkhEntryList *self)
{
  g_autoptr (SkhEntryReading) reading = NULL;

  if (self->reading == NULL || self->source == NULL)
    return;
  self->serial++;
  skh_lru_clear (self->entries);
  skh_entry_list_plan_ask (self);
  if (!self->is_complete)
    {
      self->is_stale = TRUE;
      return;
    }
  reading = skh_entry_reading_ref (self->reading);
  self->next_ids = new_ids (0);
  begin_reading (self, reading->query, SKH_ENTRY_REQUEST_COUNT);
}

void
skh_entry_list_stop (SkhEntryList *self)
{
  g_clear_handle_id (&self->ask_source, g_source_remove);
  break_off (self);
  g_clear_object (&self->source);
}

gint64
skh_entry_list_get_count (SkhEntryList *self)
{
  return self->count;
}

gboolean
skh_entry_list_is_complete (SkhEntryList *self)
{
  return self->is_complete;
}

gint64
skh_entry_list_get_id (SkhEntryList *self, guint position)
{
  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

guint
skh_entry_list_find (SkhEntryList *self, gint64 id)
{
  const gint64 *ids = (const gint64 *)(gpointer)self->ids->data;

  for (guint i = 0; i < MIN (self->ids->len, self->n_items); i++)
    if (ids[i] == id)
      return i;
  return G_MAXUINT;
}

gsize
skh_entry_list_get_ids_size (SkhEntryList *self)
{
  return (gsize)MAX ((gint64)self->ids->len, self->count) * sizeof (gint64);
}
