/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-register-store.h"
#include "skh-workbook.h"

G_BEGIN_DECLS

/* One reading of a list, from its first page to its last id. Requests hold it, so it
   outlives the list that began it. */
typedef struct
{
  gatomicrefcount references;
  SkhRegisterQuery *query;
  SkhRegisterCursor *cursor; /* moved only where the requests run, one at a time */
  GCancellable *cancellable;
} SkhEntryReading;

SkhEntryReading *skh_entry_reading_new (const SkhRegisterQuery *query);
SkhEntryReading *skh_entry_reading_ref (SkhEntryReading *self);
void skh_entry_reading_unref (SkhEntryReading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhEntryReading, skh_entry_reading_unref)

typedef enum
{
  SKH_ENTRY_REQUEST_PAGE,    /* the first entries: `limit` */
  SKH_ENTRY_REQUEST_COUNT,   /* how many there are */
  SKH_ENTRY_REQUEST_IDS,     /* the next ids: `limit` */
  SKH_ENTRY_REQUEST_ENTRIES, /* those named by `ids` */
} SkhEntryRequestKind;

typedef struct
{
  SkhEntryRequestKind kind;
  SkhEntryReading *reading;
  guint limit;
  GArray *ids;        /* gint64: asked by ENTRIES, answered by PAGE and IDS */
  GPtrArray *entries; /* SkhEntry or NULL: answered by PAGE and ENTRIES */
  gint64 count;
  gboolean at_end;
  guint tag; /* the asker's own */
} SkhEntryRequest;

/* limit counts for PAGE and IDS. */
SkhEntryRequest *
skh_entry_request_new (SkhEntryRequestKind kind, SkhEntryReading *reading, guint limit);
void skh_entry_request_free (SkhEntryRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhEntryRequest, skh_entry_request_free)

/* SkhEntrySource: where the entries of a list come from, in its own time. */
#define SKH_TYPE_ENTRY_SOURCE (skh_entry_source_get_type ())
G_DECLARE_INTERFACE (SkhEntrySource, skh_entry_source, SKH, ENTRY_SOURCE, GObject)

struct _SkhEntrySourceInterface
{
  GTypeInterface parent;

  /* Takes the request; answers later, on the main thread. */
  void (*ask) (SkhEntrySource *self,
               SkhEntryRequest *request,
               GAsyncReadyCallback callback,
               gpointer user_data);
  /* The request, answered; borrowed from the result. NULL with an error. */
  SkhEntryRequest *(*ask_finish) (SkhEntrySource *self,
                                  GAsyncResult *result,
                                  GError **error);
};

void skh_entry_source_ask (SkhEntrySource *self,
                           SkhEntryRequest *request,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
SkhEntryRequest *
skh_entry_source_ask_finish (SkhEntrySource *self, GAsyncResult *result, GError **error);

/* SkhWorkbookSource: the entries of a workbook, read on its thread. */
#define SKH_TYPE_WORKBOOK_SOURCE (skh_workbook_source_get_type ())
G_DECLARE_FINAL_TYPE (SkhWorkbookSource,
                      skh_workbook_source,
                      SKH,
                      WORKBOOK_SOURCE,
                      GObject)
SkhEntrySource *skh_workbook_source_new (SkhWorkbook *workbook);

G_END_DECLS
