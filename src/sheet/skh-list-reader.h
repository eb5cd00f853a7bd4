/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SKH_LIST_ERROR (skh_list_error_quark ())

typedef enum
{
  SKH_LIST_ERROR_READ,     /* the file can't be read */
  SKH_LIST_ERROR_ENCODING, /* its text is in an encoding that is not told apart */
} SkhListError;

GQuark skh_list_error_quark (void);

/* One row of a list as a spreadsheet would show it. Cells are in the stored form of
   skh_text_normalize_line(); an empty cell is "". */
typedef struct
{
  guint number; /* from 1, blank rows counted */
  guint n_cells;
  char **cells; /* NULL-terminated */
} SkhListRow;

void skh_list_row_free (SkhListRow *row);

/* SkhListSource: the cells of one list, from a .csv file or from what a spreadsheet puts
   on the clipboard. Rows that are blank from end to end are left out. */
typedef struct
{
  char *file;
  GPtrArray *rows; /* SkhListRow */
} SkhListSource;

SkhListSource *skh_list_source_read_file (const char *path, GError **error);
SkhListSource *skh_list_source_read_text (const char *text,
                                          gsize length,
                                          const char *file,
                                          GError **error);
void skh_list_source_free (SkhListSource *self);

const char *skh_list_row_get_cell (const SkhListRow *row, guint column);
char *skh_list_cell_name (guint row_number, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhListSource, skh_list_source_free)

/* A column that a list may have, by the names people give it. */
typedef struct
{
  const char *key;
  const char *names[12]; /* as written; compared folded */
} SkhListColumn;

/* columns: for each of the wanted ones its index in the rows, or SKH_LIST_NO_COLUMN. */
#define SKH_LIST_NO_COLUMN G_MAXUINT
gboolean skh_list_source_find_header (const SkhListSource *self,
                                      const SkhListColumn *wanted,
                                      guint n_wanted,
                                      guint *columns,
                                      guint *header_row);

G_END_DECLS
