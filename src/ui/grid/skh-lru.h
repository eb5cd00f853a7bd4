/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SkhLru: a table of at most `capacity` entries; the one unused for longest goes first.
 */
typedef struct _SkhLru SkhLru;

SkhLru *skh_lru_new (guint capacity,
                     GHashFunc hash,
                     GEqualFunc equal,
                     GDestroyNotify free_key,
                     GDestroyNotify free_value);
void skh_lru_free (SkhLru *self);
void skh_lru_clear (SkhLru *self);
guint skh_lru_get_size (SkhLru *self);
gpointer skh_lru_lookup (SkhLru *self, gconstpointer key);
void skh_lru_insert (SkhLru *self, gpointer key, gpointer value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhLru, skh_lru_free)

G_END_DECLS
