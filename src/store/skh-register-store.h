/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The entries of registers, of any register: one engine over typed, indexed tables, one
   table a register. Every function runs on the database thread, inside
   skh_workbook_run(). Those that change something make one act, or join the one under
   way, and then do all or, with one sentence in the error, nothing: a function that fails
   ends the act it joined.

   A list of five million lines never holds them. It holds their ids in order (8 bytes a
   line), and the entries that are in view:

     1. read_page (query, cursor, 100)   the first lines, to be shown at once;
     2. count (query)                    how long the list is;
     3. read_ids (query, cursor, 50000)  again and again until the cursor is at its end,
                                         each call a few milliseconds;
     4. get_many (ids in view)           whenever lines come into view.

   A page starts where the one before ended (a keyset), so the last page costs what the
   first one does. After `changed` the list starts over. */

#include "skh-database.h"
#include "skh-register-query.h"
#include "skh-store-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* — The registers of the workbook: the declared ones, then the office's own — */

/* (transfer full) (element-type SkhRegister) */
GPtrArray *skh_register_store_list_registers (SkhDatabase *db, GError **error);
/* NOT_FOUND, naming the registers there are. */
SkhRegister *
skh_register_store_load_register (SkhDatabase *db, const char *id, GError **error);

/* — One entry, or some — */

SkhEntry *
skh_register_store_get (SkhDatabase *db, SkhRegister *reg, gint64 id, GError **error);
/* In the order asked; NULL where there is none any more. (transfer full) (element-type
   SkhEntry) */
GPtrArray *skh_register_store_get_many (SkhDatabase *db,
                                        SkhRegister *reg,
                                        const gint64 *ids,
                                        guint n_ids,
                                        GError **error);

/* Everything wrong with an entry that is to be put: what skh_entry_check() finds, what is
   unique and there already, what refers to nothing. (transfer full) (element-type
   SkhEntryFault); NULL when it could not be found out. */
GPtrArray *
skh_register_store_check (SkhDatabase *db, const SkhEntry *entry, GError **error);
/* Adds the entry (id 0, and then it gets its id) or writes it over the one with its id.
   %SKH_STORE_ERROR_INVALID with the first fault. References that were typed are looked
   up. */
gboolean skh_register_store_put (SkhDatabase *db, SkhEntry *entry, GError **error);
/* The same of many, as one act with this label. */
gboolean skh_register_store_put_many (SkhDatabase *db,
                                      const char *label,
                                      SkhEntry *const *entries,
                                      guint n_entries,
                                      GError **error);
/* One value for one field of many entries; a value that is not set takes it away. */
gboolean skh_register_store_set_field (SkhDatabase *db,
                                       SkhRegister *reg,
                                       const gint64 *ids,
                                       guint n_ids,
                                       guint field,
                                       const SkhValue *value,
                                       GError **error);
/* With their attachments and links. Refused as a whole, and named, when an entry of
   another register refers to one. */
gboolean skh_register_store_remove (SkhDatabase *db,
                                    SkhRegister *reg,
                                    const gint64 *ids,
                                    guint n_ids,
                                    GError **error);

/* Looks up a reference that was typed (id 0): a unit by code or name, a person or a
   document by what it is called. fault is the sentence when nothing or more than one
   thing is called so; FALSE with neither only on an error. entry: whose value it is, or
   NULL: of several called so, the only one of the entry's unit is meant. */
gboolean skh_register_store_resolve (SkhDatabase *db,
                                     const SkhField *field,
                                     SkhValue *value,
                                     const SkhEntry *entry,
                                     char **fault,
                                     GError **error);
/* Which entry a line of a list means, by the fields that tell entries of its register
   apart, or by all it says where nothing tells them apart. id 0: none; is_ambiguous: more
   than one. The entry's references have been looked up. */
gboolean skh_register_store_match (SkhDatabase *db,
                                   const SkhEntry *entry,
                                   gint64 *id,
                                   gboolean *is_ambiguous,
                                   GError **error);
/* Entries that may be the same thing as this one, which may be new. */
typedef struct
{
  gint64 id;
  guint field;  /* where it is to be said */
  char *label;  /* what people call it */
  char *detail; /* what else it says, on one line */
} SkhSimilarEntry;
void skh_similar_entry_free (SkhSimilarEntry *similar);
/* (transfer full) (element-type SkhSimilarEntry): `limit` at most */
GPtrArray *skh_register_store_find_similar (SkhDatabase *db,
                                            const SkhEntry *entry,
                                            guint limit,
                                            GError **error);
/* Makes two entries one, as one act: what refers to the one that goes, its links and its
   files become the other's, and so does what only it says. INVALID for entries of a
   register whose entries are never similar. */
gboolean skh_register_store_merge (SkhDatabase *db,
                                   SkhRegister *reg,
                                   gint64 kept_id,
                                   gint64 gone_id,
                                   GError **error);

/* What may stand in a field, for a form: units, people, documents that hold these words,
   or the texts other entries have there, best known first. (transfer full) (element-type
   SkhSuggestion) */
typedef struct
{
  gint64 id; /* 0 for texts */
  char *text;
  char *code;   /* of a unit */
  char *detail; /* what tells it from another of the same name; or NULL */
} SkhSuggestion;
void skh_suggestion_free (SkhSuggestion *suggestion);
GPtrArray *skh_register_store_suggest (SkhDatabase *db,
                                       SkhRegister *reg,
                                       guint field,
                                       const char *words,
                                       guint limit,
                                       GError **error);

/* — Lists — */

/* SkhRegisterCursor: how far a list has been read. It belongs to one query. */
typedef struct _SkhRegisterCursor SkhRegisterCursor;
SkhRegisterCursor *skh_register_cursor_new (void);
void skh_register_cursor_free (SkhRegisterCursor *self);
gboolean skh_register_cursor_is_at_end (const SkhRegisterCursor *self);
void skh_register_cursor_set_few (SkhRegisterCursor *self, guint few);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhRegisterCursor, skh_register_cursor_free)

/* cancellable, which may be NULL, breaks off a long search from any thread, with
   %G_IO_ERROR_CANCELLED. */
gboolean skh_register_store_count (SkhDatabase *db,
                                   const SkhRegisterQuery *query,
                                   GCancellable *cancellable,
                                   gint64 *count,
                                   GError **error);
/* Appends the ids (gint64) of the next `limit` entries at most. */
gboolean skh_register_store_read_ids (SkhDatabase *db,
                                      const SkhRegisterQuery *query,
                                      SkhRegisterCursor *cursor,
                                      guint limit,
                                      GCancellable *cancellable,
                                      GArray *ids,
                                      GError **error);
/* The next `limit` entries at most. (transfer full) (element-type SkhEntry) */
GPtrArray *skh_register_store_read_page (SkhDatabase *db,
                                         const SkhRegisterQuery *query,
                                         SkhRegisterCursor *cursor,
                                         guint limit,
                                         GCancellable *cancellable,
                                         GError **error);
/* How many of the query's entries have each choice of a CHOICE field; counts has a place
   for each, and one more for those that have none. */
gboolean skh_register_store_count_choices (SkhDatabase *db,
                                           const SkhRegisterQuery *query,
                                           guint field,
                                           GCancellable *cancellable,
                                           gint64 *counts,
                                           GError **error);

G_END_DECLS
