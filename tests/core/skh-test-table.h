/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* One test a row, so that the report names the row that failed. */
static inline void
skh_test_add_rows (const char *path,
                   gconstpointer rows,
                   gsize n_rows,
                   gsize row_size,
                   GTestDataFunc test_row)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *row_path = g_strdup_printf ("%s/%02" G_GSIZE_FORMAT, path, i + 1);

      g_test_add_data_func (row_path, (const char *)rows + i * row_size, test_row);
    }
}

#define skh_test_add_table(path, rows, test_row)                                         \
  skh_test_add_rows (path, rows, G_N_ELEMENTS (rows), sizeof ((rows)[0]), test_row)
