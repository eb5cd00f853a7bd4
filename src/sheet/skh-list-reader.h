/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SKH_LIST_ERROR (skh_list_error_quark ())

typedef enum
{
  SKH_LIST_ERROR_READ,      /* the file can't be read */
  SKH_LIST_ERROR_ENCODING,  /* its text is in an encoding that is not told apart */
  SKH_LIST_ERROR_DAMAGED,   /* it is no workbook, or not a whole one */
  SKH_LIST_ERROR_PROTECTED, /* a password is needed to read it */
  SKH_LIST_ERROR_TOO_LARGE, /* it unpacks to more than any list of people */
  SKH_LIST_ERROR_NO_SHEET,  /* it has no sheet of the name that was asked for */
} SkhListError;

GQuark skh_list_error_quark (void);

/* One row of a list as a spreadsheet would show it. Cells are in the stored form of
   skh_text_normalize_line(); an empty cell is "". */
typedef struct
{
  guint number; /* from 1, blank rows counted */
  guint n_cells;
  gboolean hidden; /* the sheet does not show it */
  char **cells;    /* NULL-terminated */
} SkhListRow;

void skh_list_row_free (SkhListRow *row);

/* SkhListSource: the cells of one list, from a .csv file, from what a spreadsheet puts on
   the clipboard, or from a sheet of an .xlsx or .xls file. Rows that are blank from end
   to end are left out. Hidden rows and columns are read as all others, and said to be
   hidden. Text in TCVN3 or VNI is read as Unicode. Of merged cells the rows below the
   first hold what the first holds: people see one name beside all of them. */
typedef struct
{
  char *file;
  char *sheet;            /* its name; NULL for text */
  GPtrArray *rows;        /* SkhListRow */
  GArray *hidden_columns; /* guint, in order */
  guint n_hidden_rows;
  guint n_old_cells; /* whose text was in an old encoding */
} SkhListSource;

/* A column that a list may have, by the names people give it. */
typedef struct
{
  const char *key;
  const char *names[12]; /* as written; compared folded */
} SkhListColumn;

SkhListSource *skh_list_source_read_file (const char *path, GError **error);
SkhListSource *skh_list_source_read_best (const char *path,
                                          const char *sheet,
                                          const SkhListColumn *wanted,
                                          guint n_wanted,
                                          GError **error);
SkhListSource *skh_list_source_read_text (const char *text,
                                          gsize length,
                                          const char *file,
                                          GError **error);
void skh_list_source_free (SkhListSource *self);

/* A sheet that a list may be on. */
typedef struct
{
  char *name;
  guint n_rows; /* that are not blank */
} SkhListSheetSize;

GPtrArray *skh_list_file_list_sheets (const char *path, GError **error);

/* Gets each row in turn, and owns it. FALSE: that is enough. */
typedef gboolean (*SkhListRowFunc) (SkhListRow *row, gpointer user_data);
gboolean skh_list_file_for_each_row (const char *path,
                                     const char *sheet,
                                     SkhListRowFunc func,
                                     gpointer user_data,
                                     GError **error);

const char *skh_list_row_get_cell (const SkhListRow *row, guint column);
char *skh_list_column_name (guint column);
char *skh_list_cell_name (guint row_number, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhListSource, skh_list_source_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhListRow, skh_list_row_free)

/* columns: for each of the wanted ones its index in the rows, or SKH_LIST_NO_COLUMN. */
#define SKH_LIST_NO_COLUMN G_MAXUINT
gboolean skh_list_source_find_header (const SkhListSource *self,
                                      const SkhListColumn *wanted,
                                      guint n_wanted,
                                      guint *columns,
                                      guint *header_row);

G_END_DECLS
