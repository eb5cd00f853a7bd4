/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-stores.h"
#include "skh-workbook.h"

G_BEGIN_DECLS

/* A workbook that holds the sample plan, for tests that edit it. */
typedef struct
{
  char *folder;
  char *path;
  SkhWorkbook *workbook;
} EditFixture;

void edit_fixture_set_up (EditFixture *self, gconstpointer data);
void edit_fixture_tear_down (EditFixture *self, gconstpointer data);

/* Everything in the file but its history, as text. */
char *edit_fixture_picture (EditFixture *self);
void edit_fixture_assert_sound (EditFixture *self);
void edit_fixture_undo (EditFixture *self);
void edit_fixture_redo (EditFixture *self);
/* The same as calls, for steps that may be refused. */
gboolean edit_fixture_run_undo (SkhDatabase *db, gpointer data, GError **error);
gboolean edit_fixture_run_redo (SkhDatabase *db, gpointer data, GError **error);

/* Does the edit; undone, all is as before; done again, all is as after. */
void edit_fixture_assert_act (EditFixture *self, SkhWorkbookFunc edit, gpointer data);
/* The edit is refused as invalid with this text in its sentence, and changed nothing. */
void edit_fixture_assert_refused (EditFixture *self,
                                  SkhWorkbookFunc edit,
                                  gpointer data,
                                  const char *text);

SkhLedger *edit_fixture_load (EditFixture *self);
gint64 edit_fixture_task (EditFixture *self, const char *no);
gint64 edit_fixture_unit (EditFixture *self, const char *code);
guint edit_fixture_count_lines (EditFixture *self, const char *no);
/* Marks a line delivered on the day. */
void edit_fixture_deliver (EditFixture *self,
                           const char *unit,
                           const char *no,
                           const char *period,
                           SkhDate day);
void edit_fixture_enter_figure (EditFixture *self,
                                const char *unit,
                                const char *no,
                                const char *period,
                                const char *key,
                                gint64 value,
                                gint64 total);

G_END_DECLS
