/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-table-private.h"

struct _SkhTable
{
  char *sheet_name, *title, *subtitle, *empty_text;
  GArray *columns; /* SkhColumn */
  GArray *keys;    /* SkhTableKey */
  SkhDrawing *drawing;

  SkhTableRowFunc func;
  gpointer user_data;
  GDestroyNotify destroy;

  SkhRow row; /* its cells are reused from row to row */
  guint next;
};

static void
clear_column (gpointer data)
{
  SkhColumn *column = data;

  g_free (column->title);
  g_free (column->group_title);
  g_free (column->top_title);
}

static void
clear_key (gpointer data)
{
  SkhTableKey *key = data;

  g_free (key->sign);
  g_free (key->meaning);
}

SkhTable *
skh_table_new (const char *sheet_name, const char *title)
{
  SkhTable *self = g_new0 (SkhTable, 1);

  self->sheet_name = g_strdup (sheet_name);
  self->title = g_strdup (title);
  self->columns = g_array_new (FALSE, TRUE, sizeof (SkhColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->keys = g_array_new (FALSE, FALSE, sizeof (SkhTableKey));
  g_array_set_clear_func (self->keys, clear_key);
  return self;
}

void
skh_table_free (SkhTable *self)
{
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  skh_drawing_free (self->drawing);
  g_array_unref (self->columns);
  g_array_unref (self->keys);
  g_free (self->sheet_name);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->empty_text);
  g_free (self->row.cells);
  g_free (self);
}

void
skh_table_set_subtitle (SkhTable *self, const char *subtitle)
{
  g_free (self->subtitle);
  self->subtitle = g_strdup (subtitle);
}

/**
 * skh_table_set_empty_text:
 *
 * Says what stands under the heading of a table that has no rows.
 */
void
skh_table_set_empty_text (SkhTable *self, const char *text)
{
  g_free (self->empty_text);
  self->empty_text = g_strdup (text);
}

/**
 * skh_table_add_column:
 * @width: in characters of the body font
 *
 * Returns: (transfer none): the column, to say more about it before the next is added
 */
SkhColumn *
skh_table_add_column (SkhTable *self, SkhColumnKind kind, const char *title, double width)
{
  SkhColumn column = { .kind = kind, .title = g_strdup (title), .width = width };

  g_array_append_val (self->columns, column);
  return &g_array_index (self->columns, SkhColumn, self->columns->len - 1);
}

/**
 * skh_table_set_rows:
 *
 * Sets where rows come from; @user_data is freed with @destroy along with the table.
 */
void
skh_table_set_rows (SkhTable *self,
                    SkhTableRowFunc func,
                    gpointer user_data,
                    GDestroyNotify destroy)
{
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;
}

void
skh_table_set_drawing (SkhTable *self, SkhDrawing *drawing)
{
  skh_drawing_free (self->drawing);
  self->drawing = drawing;
}

/* Returns: (nullable) (transfer none) */
SkhDrawing *
skh_table_get_drawing (SkhTable *self)
{
  return self->drawing;
}

void
skh_table_add_key (SkhTable *self, SkhInk fill, const char *sign, const char *meaning)
{
  SkhTableKey key = { fill, g_strdup (sign), g_strdup (meaning) };

  g_array_append_val (self->keys, key);
}

const SkhTableKey *
skh_table_get_keys (SkhTable *self, guint *n)
{
  *n = self->keys->len;
  return (const SkhTableKey *)(gpointer)self->keys->data;
}

const char *
skh_table_get_sheet_name (SkhTable *self)
{
  return self->sheet_name;
}

const char *
skh_table_get_title (SkhTable *self)
{
  return self->title;
}

const char *
skh_table_get_subtitle (SkhTable *self)
{
  return self->subtitle;
}

const char *
skh_table_get_empty_text (SkhTable *self)
{
  return self->empty_text;
}

guint
skh_table_get_n_columns (SkhTable *self)
{
  return self->columns->len;
}

const SkhColumn *
skh_table_get_column (SkhTable *self, guint index)
{
  return &g_array_index (self->columns, SkhColumn, index);
}

/**
 * skh_table_next_row:
 *
 * Returns: (nullable) (transfer none): the next row, its texts valid until the one after
 * is asked for; %NULL after the last
 */
const SkhRow *
skh_table_next_row (SkhTable *self)
{
  if (self->row.cells == NULL)
    self->row.cells = g_new0 (SkhCell, self->columns->len);
  self->row.kind = SKH_ROW_BODY;
  self->row.tone = SKH_TONE_NONE;
  for (guint i = 0; i < self->columns->len; i++)
    self->row.cells[i] = (SkhCell){ .kind = SKH_CELL_EMPTY, .fill = SKH_INK_NONE };

  if (self->func == NULL || !self->func (self, self->next, &self->row, self->user_data))
    return NULL;
  self->next++;
  return &self->row;
}

/**
 * skh_table_rewind:
 *
 * Starts over, for the next renderer.
 */
void
skh_table_rewind (SkhTable *self)
{
  self->next = 0;
}
