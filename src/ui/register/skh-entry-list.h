/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-entry-source.h"

G_BEGIN_DECLS

/* SkhEntryRow: one row of a list while somebody holds it: a placeholder until its entry
   is there. */
#define SKH_TYPE_ENTRY_ROW (skh_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (SkhEntryRow, skh_entry_row, SKH, ENTRY_ROW, GObject)

/* NULL while it is a placeholder. Borrowed until the list's `loaded`. */
SkhEntry *skh_entry_row_get_entry (SkhEntryRow *self);
/* 0 while it is not known. */
gint64 skh_entry_row_get_id (SkhEntryRow *self);

/* SkhEntryList: a GListModel over the entries of a query, however many. It holds their
   ids, eight bytes each, and the entries that were in view last:

     set_query ()   the first page, shown at once; then the count, from which on the list
                    is as long as it will be; then the ids, piece by piece
     get_item ()    a row at once; the entries of the rows that are held and have none
                    are asked for together, and `loaded` tells when they are there
     refresh ()     reads the ids again beside the old ones and puts them in place in one
                    step, as one items-changed of what differs

   Signals
     loaded           entries of rows that are held came or changed
     counted          the count, or how many ids are known, is another
     failed (text)    the list could not be read; one sentence for people */
#define SKH_TYPE_ENTRY_LIST (skh_entry_list_get_type ())
G_DECLARE_FINAL_TYPE (SkhEntryList, skh_entry_list, SKH, ENTRY_LIST, GObject)

SkhEntryList *skh_entry_list_new (SkhEntrySource *source);
void skh_entry_list_set_query (SkhEntryList *self, const SkhRegisterQuery *query);
void skh_entry_list_refresh (SkhEntryList *self);
/* Ends all reading; the list stays as it is. */
void skh_entry_list_stop (SkhEntryList *self);

/* -1 until the first count. */
gint64 skh_entry_list_get_count (SkhEntryList *self);
/* Every id is there, and nothing is being read again. */
gboolean skh_entry_list_is_complete (SkhEntryList *self);
/* 0 where it is not known yet. */
gint64 skh_entry_list_get_id (SkhEntryList *self, guint position);
/* GTK_INVALID_LIST_POSITION (G_MAXUINT) when it is not in the list, or not yet. */
guint skh_entry_list_find (SkhEntryList *self, gint64 id);
/* Bytes held for the ids of all rows. */
gsize skh_entry_list_get_ids_size (SkhEntryList *self);

G_END_DECLS
