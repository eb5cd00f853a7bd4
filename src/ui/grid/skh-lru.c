/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-lru.h"

typedef struct
{
  GList link; /* in `order`; its data is the entry */
  gpointer key;
  gpointer value;
} Entry;

struct _SkhLru
{
  guint capacity;
  GDestroyNotify free_key;
  GDestroyNotify free_value;
  GHashTable *entries; /* key → Entry */
  GQueue order;        /* of Entry, the last used first */
};

static void
free_entry (SkhLru *self, Entry *entry)
{
  g_queue_unlink (&self->order, &entry->link);
  if (self->free_key != NULL)
    self->free_key (entry->key);
  if (self->free_value != NULL)
    self->free_value (entry->value);
  g_free (entry);
}

static void
remove_entry (SkhLru *self, Entry *entry)
{
  g_hash_table_remove (self->entries, entry->key);
  free_entry (self, entry);
}

/* Returns an empty table that owns the keys and values put in, as far as the two
   functions, either of which may be NULL, free them. */
SkhLru *
skh_lru_new (guint capacity,
             GHashFunc hash,
             GEqualFunc equal,
             GDestroyNotify free_key,
             GDestroyNotify free_value)
{
  SkhLru *self = g_new0 (SkhLru, 1);

  g_assert (capacity > 0);
  self->capacity = capacity;
  self->free_key = free_key;
  self->free_value = free_value;
  self->entries = g_hash_table_new (hash, equal);
  g_queue_init (&self->order);
  return self;
}

void
skh_lru_free (SkhLru *self)
{
  skh_lru_clear (self);
  g_hash_table_unref (self->entries);
  g_free (self);
}

void
skh_lru_clear (SkhLru *self)
{
  g_hash_table_remove_all (self->entries);
  while (self->order.head != NULL)
    free_entry (self, self->order.head->data);
}

guint
skh_lru_get_size (SkhLru *self)
{
  return self->order.length;
}

/* Returns the value of key, or NULL, and makes it the last used. The value is borrowed
   until something is inserted. */
gpointer
skh_lru_lookup (SkhLru *self, gconstpointer key)
{
  Entry *entry = g_hash_table_lookup (self->entries, key);

  if (entry == NULL)
    return NULL;
  if (self->order.head != &entry->link)
    {
      g_queue_unlink (&self->order, &entry->link);
      g_queue_push_head_link (&self->order, &entry->link);
    }
  return entry->value;
}

/* Takes key and value, in place of what was under the key; lets the least used go. */
void
skh_lru_insert (SkhLru *self, gpointer key, gpointer value)
{
  Entry *entry = g_hash_table_lookup (self->entries, key);

  if (entry != NULL)
    remove_entry (self, entry);
  else if (self->order.length == self->capacity)
    remove_entry (self, self->order.tail->data);

  entry = g_new0 (Entry, 1);
  entry->link.data = entry;
  entry->key = key;
  entry->value = value;
  g_queue_push_head_link (&self->order, &entry->link);
  g_hash_table_insert (self->entries, key, entry);
}
