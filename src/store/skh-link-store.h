/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Links from any thing to any thing, and the files attached to one. A thing is a kind and
   an id; the kind is the noun that is also its table: plan, task, assignment, document …
   Every function runs on the database thread; those that change something make one act,
   or join the one under way, which a failure ends. */

#include "skh-database.h"
#include "skh-date.h"
#include "skh-store-error.h"

G_BEGIN_DECLS

typedef struct
{
  const char *kind;
  gint64 id;
} SkhThing;

/* — Links — */

typedef struct
{
  gint64 id;
  char *kind; /* of the other end */
  gint64 other_id;
  char *text;        /* what people call the other end; NULL: it is gone */
  char *register_id; /* whose entry the other end is; NULL: of none */
  gboolean outgoing;
} SkhLink;
void skh_link_free (SkhLink *link);

/* Both ways, those from it first, in order. kind: of the other end, or NULL for any.
   (transfer full) (element-type SkhLink) */
GPtrArray *skh_link_store_list (SkhDatabase *db,
                                const SkhThing *thing,
                                const char *kind,
                                GError **error);
/* The same link twice is one. */
gboolean skh_link_store_add (SkhDatabase *db,
                             const SkhThing *from,
                             const SkhThing *to,
                             GError **error);
gboolean skh_link_store_remove (SkhDatabase *db, gint64 id, GError **error);

/* — Attachments: recorded; their contents, known by their SHA-256, are not — */

#define SKH_ATTACHMENT_MAX_SIZE (50 * 1024 * 1024)

typedef struct
{
  gint64 id;
  char *field;         /* the key of the register's field it stands in */
  char *name;          /* of the file, without its folder */
  gint64 size;         /* bytes */
  char *hash;          /* SHA-256, hex */
  gboolean is_missing; /* the workbook does not hold the content */
} SkhAttachment;
void skh_attachment_free (SkhAttachment *attachment);

/* In the order they were attached. field NULL: of all fields. (transfer full)
   (element-type SkhAttachment) */
GPtrArray *skh_attachment_store_list (SkhDatabase *db,
                                      const SkhThing *thing,
                                      const char *field,
                                      GError **error);
/* Reads the file. INVALID when it is larger than 50 MB, empty, or no plain file;
   NOT_FOUND when it is gone. id may be NULL. */
gboolean skh_attachment_store_add (SkhDatabase *db,
                                   const SkhThing *thing,
                                   const char *field,
                                   const char *path,
                                   gint64 *id,
                                   GError **error);
gboolean skh_attachment_store_remove (SkhDatabase *db, gint64 id, GError **error);
/* The content; NOT_FOUND when the workbook does not hold it, DAMAGED when it is not what
   was attached. (transfer full) */
GBytes *skh_attachment_store_read (SkhDatabase *db, gint64 id, GError **error);
/* Gives a missing content back; INVALID when it is another file. */
gboolean skh_attachment_store_restore (SkhDatabase *db,
                                       gint64 id,
                                       const char *path,
                                       GError **error);

/* Before a thing is removed: takes its links and attachments with it, in the act under
   way. */
gboolean skh_link_store_forget (SkhDatabase *db, const SkhThing *thing, GError **error);

/* — Nơi nhận: to whom a plan or a document was sent, when and how — */

typedef struct
{
  gint64 id;
  char *name, *purpose;
  SkhDate sent_on; /* NONE: not sent yet */
  char *sent_how;  /* "trục văn bản", "trực tiếp" …; or NULL */
} SkhRecipient;
void skh_recipient_free (SkhRecipient *recipient);
/* thing: a plan or a document. (transfer full) (element-type SkhRecipient) */
GPtrArray *
skh_recipient_store_list (SkhDatabase *db, const SkhThing *thing, GError **error);
/* id 0 adds at the end, and then gets its id. */
gboolean skh_recipient_store_put (SkhDatabase *db,
                                  const SkhThing *thing,
                                  SkhRecipient *recipient,
                                  GError **error);
/* One day and way for several; NONE: they were not sent it. */
gboolean skh_recipient_store_mark_sent (SkhDatabase *db,
                                        const gint64 *ids,
                                        guint n_ids,
                                        SkhDate day,
                                        const char *how,
                                        GError **error);
gboolean
skh_recipient_store_move (SkhDatabase *db, gint64 id, guint position, GError **error);
gboolean skh_recipient_store_remove (SkhDatabase *db, gint64 id, GError **error);

G_END_DECLS
