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
  gboolean needs_plan; /* it is read by the names in one */
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

/* The calls of a kind that differ in the type of the import alone, and go by one prefix
   (skh_unit_import_add_file() …). */
#define SKH_IMPORT_KIND_DEFINE_CALLS(prefix)                                             \
  static gboolean add_source (gpointer import, const SkhListSource *source,              \
                              GError **error)                                            \
  {                                                                                      \
    return prefix##_add_source (import, source, error);                                  \
  }                                                                                      \
                                                                                         \
  static gboolean add_file (gpointer import, const char *path, const char *sheet,        \
                            GError **error)                                              \
  {                                                                                      \
    return prefix##_add_file (import, path, sheet, error);                               \
  }                                                                                      \
                                                                                         \
  static const SkhImportResult *get_result (gpointer import)                             \
  {                                                                                      \
    return prefix##_get_result (import);                                                 \
  }                                                                                      \
                                                                                         \
  static GPtrArray *list_changes (gpointer import, SkhImportOutcome outcome,             \
                                  guint limit)                                           \
  {                                                                                      \
    return prefix##_list_changes (import, outcome, limit);                               \
  }                                                                                      \
                                                                                         \
  static void free_import (gpointer import) { prefix##_free (import); }

/* And they in the kind. */
#define SKH_IMPORT_KIND_CALLS                                                            \
  .add_source = add_source, .add_file = add_file, .get_result = get_result,              \
  .list_changes = list_changes, .free = free_import

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
