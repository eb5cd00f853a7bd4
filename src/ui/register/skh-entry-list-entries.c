/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entries, for the rows that somebody holds: asked for together, and read ahead. */
#include "skh-entry-list-private.h"

#define ENTRIES_AT_ONCE 256
/* So many on either side of what is in view are read before they are. */
#define AHEAD 100

static void
set_entry (SkhEntryRow *row, SkhEntry *entry)
{
  g_clear_pointer (&row->entry, skh_entry_unref);
  row->entry = entry != NULL ? skh_entry_ref (entry) : NULL;
  row->serial = row->list->serial;
}

static gboolean
needs_entry (SkhEntryRow *row)
{
  return row->id != 0 && (row->entry == NULL || row->serial != row->list->serial);
}

/* Gives a row its id as soon as that is known, and its entry if it is at hand. */
void
skh_entry_row_settle (SkhEntryRow *row)
{
  SkhEntryList *self = row->list;
  SkhEntry *entry;

  row->id = skh_entry_list_get_id (self, row->position);
  if (!needs_entry (row))
    return;
  entry = skh_lru_lookup (self->entries, &row->id);
  if (entry != NULL)
    set_entry (row, entry);
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const SkhEntryRow *one = *(SkhEntryRow *const *)a, *other = *(SkhEntryRow *const *)b;

  return (one->position > other->position) - (one->position < other->position);
}

static GPtrArray *
list_rows_without_entry (SkhEntryList *self)
{
  GPtrArray *wanted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      skh_entry_row_settle (row);
      if (needs_entry (row))
        g_ptr_array_add (wanted, row);
    }
  g_ptr_array_sort (wanted, compare_positions);
  return wanted;
}

static void
settle_rows (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    skh_entry_row_settle (g_ptr_array_index (rows, i));
}

static void
keep_entry (SkhEntryList *self, SkhEntry *entry)
{
  gint64 id = skh_entry_get_id (entry);

  skh_lru_insert (self->entries, g_memdup2 (&id, sizeof id), skh_entry_ref (entry));
}

void
skh_entry_list_keep_entries (SkhEntryList *self, GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_ptr_array_index (entries, i) != NULL)
      keep_entry (self, g_ptr_array_index (entries, i));
}

/* An entry that is gone leaves its row empty until the ids are read again. */
static void
note_gone (SkhEntryList *self, const SkhEntryRequest *request)
{
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      SkhEntryRow *row = data;

      for (guint i = 0; i < request->ids->len && needs_entry (row); i++)
        if (g_array_index (request->ids, gint64, i) == row->id
            && g_ptr_array_index (request->entries, i) == NULL)
          row->serial = self->serial;
    }
}

/* FALSE: it was only broken off. */
gboolean
skh_entry_list_report (SkhEntryList *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  g_signal_emit_by_name (self, "failed", error->message);
  return TRUE;
}

static void
on_entries (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhEntryList) self = user_data;
  g_autoptr (GError) error = NULL;
  SkhEntryRequest *request;

  if (self->source == NULL)
    return;
  self->is_asking = FALSE;
  request = skh_entry_source_ask_finish (self->source, result, &error);
  if (request == NULL)
    {
      if (!skh_entry_list_report (self, error))
        skh_entry_list_plan_ask (self);
      return;
    }
  /* What changed while it was read is asked for again. */
  if (request->tag == self->serial)
    {
      g_autoptr (GPtrArray) before = list_rows_without_entry (self);

      skh_entry_list_keep_entries (self, request->entries);
      settle_rows (before);
      note_gone (self, request);
      if (before->len > 0)
        g_signal_emit_by_name (self, "loaded");
    }
  skh_entry_list_plan_ask (self);
}

static void
send (SkhEntryList *self, SkhEntryRequest *request)
{
  request->tag = self->serial;
  self->is_asking = TRUE;
  skh_entry_source_ask (self->source, request, on_entries, g_object_ref (self));
}

/* Who scrolls on finds the next rows there. What is gone is not asked for again. */
static void
read_ahead (SkhEntryList *self)
{
  guint first = self->last_position > AHEAD ? self->last_position - AHEAD : 0;
  guint last = MIN (self->last_position + AHEAD, self->ids->len);
  g_autoptr (SkhEntryRequest) request = NULL;

  if (self->ahead_serial == self->serial && self->ahead_position == self->last_position)
    return;
  self->ahead_serial = self->serial;
  self->ahead_position = self->last_position;
  request = skh_entry_request_new (SKH_ENTRY_REQUEST_ENTRIES, self->reading, 0);
  for (guint i = first; i < last; i++)
    if (skh_lru_lookup (self->entries, &g_array_index (self->ids, gint64, i)) == NULL)
      g_array_append_val (request->ids, g_array_index (self->ids, gint64, i));
  if (request->ids->len > AHEAD / 2)
    send (self, g_steal_pointer (&request));
}

static gboolean
ask (gpointer user_data)
{
  SkhEntryList *self = user_data;
  g_autoptr (GPtrArray) wanted = list_rows_without_entry (self);
  SkhEntryRequest *request;

  self->ask_source = 0;
  if (self->is_asking || self->reading == NULL)
    return G_SOURCE_REMOVE;
  if (wanted->len == 0)
    {
      read_ahead (self);
      return G_SOURCE_REMOVE;
    }
  request = skh_entry_request_new (SKH_ENTRY_REQUEST_ENTRIES, self->reading, 0);
  for (guint i = 0; i < MIN (wanted->len, ENTRIES_AT_ONCE); i++)
    {
      SkhEntryRow *row = g_ptr_array_index (wanted, i);

      g_array_append_val (request->ids, row->id);
    }
  send (self, request);
  return G_SOURCE_REMOVE;
}

/* The rows of one scroll are asked for together, before the next frame is drawn. */
void
skh_entry_list_plan_ask (SkhEntryList *self)
{
  if (self->ask_source == 0 && !self->is_asking && self->source != NULL)
    self->ask_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, ask, self, NULL);
}
