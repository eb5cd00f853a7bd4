/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-docx.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/* — The file: parts in a zip file — */

typedef struct
{
  char *name;
  GBytes *data;
} SkhDocxPart;

void skh_docx_part_free (SkhDocxPart *part);
/* The parts in their order (SkhDocxPart, transfer full); NULL when it is no zip file. */
GPtrArray *skh_docx_zip_read (GBytes *data);
/* Written aside, then renamed. */
gboolean skh_docx_zip_write (GPtrArray *parts, const char *path, GError **error);

/* — The letter — */

/* Values by placeholder as skh_docx_make_key() writes it; line may be NULL. */
typedef struct
{
  const SkhDocxLetter *letter;
  GHashTable *line;
} SkhDocxValues;

char *skh_docx_make_key (const char *placeholder);
gboolean skh_docx_letter_has (const SkhDocxLetter *letter, const char *key);
gboolean skh_docx_letter_is_of_line (const SkhDocxLetter *letter, const char *key);
const char *skh_docx_letter_get (const SkhDocxLetter *letter, const char *key);
guint skh_docx_letter_get_n_lines (const SkhDocxLetter *letter);
GHashTable *skh_docx_letter_get_line (const SkhDocxLetter *letter, guint index);
/* "{{ĐƠN VỊ}}, {{NGÀY}} …", in the order they were set. (transfer full) */
char *skh_docx_letter_dup_names (const SkhDocxLetter *letter);

/* — The text — */

/* Calls func for each placeholder under node with the paragraph it stands in; key NULL:
   one that is not closed. */
typedef void (*SkhDocxFieldFunc) (const char *written,
                                  const char *key,
                                  const char *paragraph,
                                  gpointer data);
void skh_docx_fill_for_each (xmlNode *node, SkhDocxFieldFunc func, gpointer data);
/* Fills in everything under node, and repeats what the list makes come once a line. */
void skh_docx_fill (xmlNode *node, const SkhDocxLetter *letter);
/* An element of the word processor's own vocabulary. */
gboolean skh_docx_is_element (const xmlNode *node, const char *name);

G_END_DECLS
