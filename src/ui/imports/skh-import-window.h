/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-import.h"
#include "skh-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What an import of a list begins with. */
typedef struct
{
  SkhWorkbook *workbook;
  SkhLedger *ledger; /* NULL while there is none */
  int year;          /* of the plan that is looked at, else of the day */
  char *register_id; /* for lists of a register */
} SkhImportOrigin;

/* A kind of list: how it is read, what would become of it, and how it is taken in. All
   but list_changes, get_result and free run on a thread of their own. */
typedef struct
{
  gpointer (*open) (const SkhImportOrigin *origin, GError **error);
  gboolean (*add_source) (gpointer import, const SkhListSource *source, GError **error);
  gboolean (*add_file) (gpointer import,
                        const char *path,
                        const char *sheet,
                        GError **error);
  gboolean (*preview) (gpointer import, GError **error);
  gboolean (*apply) (gpointer import, SkhWorkbook *workbook, GError **error);
  const SkhImportResult *(*get_result) (gpointer import);
  GPtrArray *(*list_changes) (gpointer import, SkhImportOutcome outcome, guint limit);
  void (*free) (gpointer import);
} SkhImportKind;

/* SkhImportWindow: a list pasted from Excel or chosen as a file, and the sheet of it,
   what would become of it, and then one act. */
#define SKH_TYPE_IMPORT_WINDOW (skh_import_window_get_type ())
G_DECLARE_FINAL_TYPE (SkhImportWindow, skh_import_window, SKH, IMPORT_WINDOW, AdwWindow)

GtkWindow *skh_import_window_new (GtkWindow *parent,
                                  SkhSession *session,
                                  const SkhImportKind *kind,
                                  const char *register_id,
                                  const char *title,
                                  const char *help);

G_END_DECLS
