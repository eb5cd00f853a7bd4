/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-entry-source.h"

/* — What is asked — */

/**
 * skh_entry_reading_new:
 * @query: copied
 *
 * Returns: (transfer full): a reading that has not begun
 */
SkhEntryReading *
skh_entry_reading_new (const SkhRegisterQuery *query)
{
  SkhEntryReading *self = g_new0 (SkhEntryReading, 1);

  g_atomic_ref_count_init (&self->references);
  self->query = skh_register_query_copy (query);
  self->cursor = skh_register_cursor_new ();
  self->cancellable = g_cancellable_new ();
  return self;
}

SkhEntryReading *
skh_entry_reading_ref (SkhEntryReading *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
skh_entry_reading_unref (SkhEntryReading *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  skh_register_query_free (self->query);
  skh_register_cursor_free (self->cursor);
  g_object_unref (self->cancellable);
  g_free (self);
}

SkhEntryRequest *
skh_entry_request_new (SkhEntryRequestKind kind, SkhEntryReading *reading, guint limit)
{
  SkhEntryRequest *self = g_new0 (SkhEntryRequest, 1);

  self->kind = kind;
  self->reading = skh_entry_reading_ref (reading);
  self->limit = limit;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
skh_entry_request_free (SkhEntryRequest *self)
{
  skh_entry_reading_unref (self->reading);
  g_array_unref (self->ids);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self);
}

/* — Who answers — */

G_DEFINE_INTERFACE (SkhEntrySource, skh_entry_source, G_TYPE_OBJECT)

static void
skh_entry_source_default_init (SkhEntrySourceInterface *iface)
{
}

/**
 * skh_entry_source_ask:
 * @request: (transfer full): what is asked
 */
void
skh_entry_source_ask (SkhEntrySource *self,
                      SkhEntryRequest *request,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  SKH_ENTRY_SOURCE_GET_IFACE (self)->ask (self, request, callback, user_data);
}

SkhEntryRequest *
skh_entry_source_ask_finish (SkhEntrySource *self, GAsyncResult *result, GError **error)
{
  return SKH_ENTRY_SOURCE_GET_IFACE (self)->ask_finish (self, result, error);
}

/* — A workbook — */

struct _SkhWorkbookSource
{
  GObject parent_instance;

  SkhWorkbook *workbook;
};

static void skh_workbook_source_init_iface (SkhEntrySourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SkhWorkbookSource,
                               skh_workbook_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SKH_TYPE_ENTRY_SOURCE,
                                                      skh_workbook_source_init_iface))

static gboolean
read_page (SkhDatabase *db, SkhEntryRequest *request, GError **error)
{
  SkhEntryReading *reading = request->reading;

  request->entries
    = skh_register_store_read_page (db, reading->query, reading->cursor, request->limit,
                                    reading->cancellable, error);
  if (request->entries == NULL)
    return FALSE;
  for (guint i = 0; i < request->entries->len; i++)
    {
      gint64 id = skh_entry_get_id (g_ptr_array_index (request->entries, i));

      g_array_append_val (request->ids, id);
    }
  return TRUE;
}

static gboolean
read_entries (SkhDatabase *db, SkhEntryRequest *request, GError **error)
{
  request->entries
    = skh_register_store_get_many (db, request->reading->query->reg,
                                   (const gint64 *)(gpointer)request->ids->data,
                                   request->ids->len, error);
  return request->entries != NULL;
}

static gboolean
answer (SkhDatabase *db, gpointer data, GError **error)
{
  SkhEntryRequest *request = data;
  SkhEntryReading *reading = request->reading;
  gboolean done = FALSE;

  if (g_cancellable_set_error_if_cancelled (reading->cancellable, error))
    return FALSE;
  switch (request->kind)
    {
    case SKH_ENTRY_REQUEST_PAGE:
      done = read_page (db, request, error);
      break;
    case SKH_ENTRY_REQUEST_COUNT:
      done = skh_register_store_count (db, reading->query, reading->cancellable,
                                       &request->count, error);
      break;
    case SKH_ENTRY_REQUEST_IDS:
      done = skh_register_store_read_ids (db, reading->query, reading->cursor,
                                          request->limit, reading->cancellable,
                                          request->ids, error);
      break;
    case SKH_ENTRY_REQUEST_ENTRIES:
    default:
      return read_entries (db, request, error);
    }
  request->at_end = skh_register_cursor_is_at_end (reading->cursor);
  return done;
}

static void
skh_workbook_source_ask (SkhEntrySource *source,
                         SkhEntryRequest *request,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  skh_workbook_run_async (SKH_WORKBOOK_SOURCE (source)->workbook, answer, request,
                          (GDestroyNotify)skh_entry_request_free, NULL, callback,
                          user_data);
}

static SkhEntryRequest *
skh_workbook_source_ask_finish (SkhEntrySource *source,
                                GAsyncResult *result,
                                GError **error)
{
  gpointer request;

  return skh_workbook_run_finish (SKH_WORKBOOK_SOURCE (source)->workbook, result,
                                  &request, error)
           ? request
           : NULL;
}

static void
skh_workbook_source_init_iface (SkhEntrySourceInterface *iface)
{
  iface->ask = skh_workbook_source_ask;
  iface->ask_finish = skh_workbook_source_ask_finish;
}

static void
skh_workbook_source_dispose (GObject *object)
{
  g_clear_object (&SKH_WORKBOOK_SOURCE (object)->workbook);
  G_OBJECT_CLASS (skh_workbook_source_parent_class)->dispose (object);
}

static void
skh_workbook_source_class_init (SkhWorkbookSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = skh_workbook_source_dispose;
}

static void
skh_workbook_source_init (SkhWorkbookSource *self)
{
}

/**
 * skh_workbook_source_new:
 *
 * Returns: (transfer full): the source; `source` of its results is the workbook
 */
SkhEntrySource *
skh_workbook_source_new (SkhWorkbook *workbook)
{
  SkhWorkbookSource *self = g_object_new (SKH_TYPE_WORKBOOK_SOURCE, NULL);

  self->workbook = g_object_ref (workbook);
  return SKH_ENTRY_SOURCE (self);
}
