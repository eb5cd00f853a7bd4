/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

G_BEGIN_DECLS

/* SkhReader: what one part of the window shows of the workbook. It is read on the
   workbook's own thread when a workbook is opened and after every act; an answer that a
   newer question has overtaken is never shown. */
typedef struct
{
  /* Makes the question, which the answer is written into; NULL: nothing is read now. */
  gpointer (*ask) (gpointer owner);
  SkhWorkbookFunc read; /* on the database thread */
  void (*show) (gpointer owner, gpointer answer);
  GDestroyNotify free_answer;
  /* Instead of telling the user; may be NULL. */
  void (*fail) (gpointer owner, const GError *error);
  /* The workbook that was followed is not shown any longer; may be NULL. */
  void (*leave) (gpointer owner);
} SkhReading;

#define SKH_TYPE_READER (skh_reader_get_type ())
G_DECLARE_FINAL_TYPE (SkhReader, skh_reader, SKH, READER, GObject)

SkhReader *
skh_reader_new (SkhSession *session, const SkhReading *reading, gpointer owner);
void skh_reader_read (SkhReader *self);
void skh_reader_free (SkhReader *self);

G_END_DECLS
