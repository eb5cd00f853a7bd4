/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-entry-list.h"

#include "skh-lru.h"

G_BEGIN_DECLS

struct _SkhEntryRow
{
  GObject parent_instance;

  SkhEntryList *list; /* borrowed; NULL when the list is gone */
  guint position;     /* G_MAXUINT: no longer in the list */
  gint64 id;
  SkhEntry *entry;
  guint serial; /* of the list's content when the entry came */
};

struct _SkhEntryList
{
  GObject parent_instance;

  SkhEntrySource *source;
  SkhEntryReading *reading; /* the ids being read, or the last ones that were */
  GArray *ids;              /* gint64: what is shown, from the first */
  GArray *next_ids;         /* of a refresh under way; else NULL */
  guint n_items;
  gint64 count;
  gint64 next_count;
  gboolean is_complete;
  gboolean is_stale;  /* something changed while it was being read */
  gboolean is_asking; /* for entries */
  guint serial;       /* of the content: what came before is to be asked again */
  guint ask_source;
  guint last_position;  /* asked for: about where the view is */
  guint ahead_position; /* around which was read ahead last, … */
  guint ahead_serial;   /* … and of which content */
  GHashTable *rows; /* position → SkhEntryRow, borrowed: those that somebody holds */
  SkhLru *entries;  /* id → SkhEntry */
};

/* skh-entry-list-entries.c: entries, for the rows that are held */

/* Gives a row its id as soon as that is known, and its entry if it is at hand. */
void skh_entry_row_settle (SkhEntryRow *row);
/* (element-type SkhEntry): NULL for what is gone. */
void skh_entry_list_keep_entries (SkhEntryList *self, GPtrArray *entries);
/* The rows of one scroll are asked for together, before the next frame is drawn. */
void skh_entry_list_plan_ask (SkhEntryList *self);
/* FALSE: it was only broken off. */
gboolean skh_entry_list_report (SkhEntryList *self, const GError *error);

G_END_DECLS
