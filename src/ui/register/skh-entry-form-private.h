/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-entry-form.h"

#include "skh-attachment-list.h"
#include "skh-field-row.h"

/* What comes next, once the entry in the form is kept. */
typedef enum
{
  SKH_FORM_NOTHING,
  SKH_FORM_SHOW,
  SKH_FORM_NEW,
  SKH_FORM_CLOSE,
  SKH_FORM_ATTACH,
  SKH_FORM_CALL,
} SkhFormNextKind;

typedef struct
{
  SkhFormNextKind kind;
  gint64 id;               /* SHOW */
  SkhAttachmentList *list; /* ATTACH: to which, and what */
  char *path;
  SkhSessionThenFunc call; /* CALL */
  gpointer call_data;
} SkhFormNext;

struct _SkhEntryForm
{
  GtkWidget parent_instance;

  /* template */
  GtkLabel *title;
  GtkBox *fields;
  GtkBox *sections;
  GtkScrolledWindow *scroller;
  GtkWidget *remove_button, *another_button;

  SkhSession *session;
  SkhRegister *reg;
  GPtrArray *rows;  /* SkhFieldRow, borrowed */
  GPtrArray *files; /* SkhAttachmentList, borrowed */

  SkhEntry *draft; /* as it stands in the form; NULL: the form is empty */
  SkhEntry *saved; /* as it was written or read last */
  guint n_compared;
  GtkWidget *merge_button; /* with the first of those; or NULL */
  gint64 similar_id;
  guint serial; /* of the entry in the form: answers to an earlier one are late */
  guint n_putting;
  gboolean is_refused; /* what was put last is not in the workbook */
  gboolean put_again;
  SkhFormNext next; /* waits for what is being put */
};

/* skh-entry-form-keep.c: from the fields into the workbook */
void skh_entry_form_go (SkhEntryForm *self, const SkhFormNext *next);
void skh_entry_form_keep_row (SkhEntryForm *self, SkhFieldRow *row);
/* skh-entry-form-fields.c: one a field of the register */
void skh_entry_form_make_fields (SkhEntryForm *self);
/* skh-entry-form-similar.c: what may be the same, said beside the field */
void skh_entry_form_look_for_similar (SkhEntryForm *self);
/* skh-entry-form.c */
void skh_entry_form_do_next (SkhEntryForm *self, const SkhFormNext *next);
void skh_entry_form_take (SkhEntryForm *self, SkhEntry *entry);
void skh_entry_form_update (SkhEntryForm *self);
gboolean skh_entry_form_is_empty (SkhEntryForm *self);
