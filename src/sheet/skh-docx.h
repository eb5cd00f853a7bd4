/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SkhDocx: a letter that was written in Word (.docx), with placeholders such as
   {{ĐƠN VỊ}} where something is to be filled in. They are found even where Word has split
   one over several runs, in the text, in tables, in headers and footers; letters of
   either case, with or without marks.

   A placeholder of a list makes what holds it come once a line: the row of a table, else
   the paragraph. */
typedef struct _SkhDocx SkhDocx;

#define SKH_DOCX_ERROR (skh_docx_error_quark ())

typedef enum
{
  SKH_DOCX_ERROR_DAMAGED,     /* no Word document, or one that can't be read */
  SKH_DOCX_ERROR_PLACEHOLDER, /* one that is not known, or not closed */
} SkhDocxError;

GQuark skh_docx_error_quark (void);

/* name: what the document is called in messages. Keeps a reference to data. */
SkhDocx *skh_docx_new (GBytes *data, const char *name, GError **error);
void skh_docx_free (SkhDocx *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhDocx, skh_docx_free)

/* SkhDocxLetter: what one letter is filled with. Placeholders are named without their
   braces; line_fields (NULL-terminated) are those of the list. */
typedef struct _SkhDocxLetter SkhDocxLetter;

SkhDocxLetter *skh_docx_letter_new (const char *const *line_fields);
void skh_docx_letter_free (SkhDocxLetter *letter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhDocxLetter, skh_docx_letter_free)
/* NULL is "": what is not known leaves no trace. */
void skh_docx_letter_set (SkhDocxLetter *letter, const char *field, const char *value);
void skh_docx_letter_begin_line (SkhDocxLetter *letter);
/* Of the line begun last. */
void
skh_docx_letter_set_in_line (SkhDocxLetter *letter, const char *field, const char *value);

/* FALSE with PLACEHOLDER when the document asks for what the letter does not have: which,
   and where it stands. */
gboolean skh_docx_check (SkhDocx *self, const SkhDocxLetter *letter, GError **error);
/* One or more letters (SkhDocxLetter) in one file, each on a page of its own. */
gboolean
skh_docx_write (SkhDocx *self, GPtrArray *letters, const char *path, GError **error);

G_END_DECLS
