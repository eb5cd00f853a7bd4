/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-report.h"

/* Stands in for the report room: what skh-report.h promises a renderer, and no more. */
struct _SkhReport
{
  GObject parent_instance;

  SkhTitleBlock title;
  GPtrArray *tables;
};

struct _SkhTable
{
  char *sheet_name, *title, *subtitle, *empty_text;
  GArray *columns;
  SkhTableRowFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
  guint next;
  SkhRow row;
};

G_DEFINE_FINAL_TYPE (SkhReport, skh_report, G_TYPE_OBJECT)

static void
clear_column (gpointer data)
{
  SkhColumn *column = data;

  g_free (column->title);
  g_free (column->group_title);
}

static void
free_table (gpointer data)
{
  SkhTable *self = data;

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_array_unref (self->columns);
  g_free (self->sheet_name);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->empty_text);
  g_free (self->row.cells);
  g_free (self);
}

static void
skh_report_finalize (GObject *object)
{
  SkhReport *self = SKH_REPORT (object);
  SkhTitleBlock *title = &self->title;
  char *const texts[]
    = { title->superior,  title->organisation, title->symbol,    title->place,
        title->kind,      title->abstract,     title->addressee, title->note,
        title->authority, title->position,     title->signer };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_strfreev (title->recipients);
  g_ptr_array_unref (self->tables);
  G_OBJECT_CLASS (skh_report_parent_class)->finalize (object);
}

static void
skh_report_class_init (SkhReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = skh_report_finalize;
}

static void
skh_report_init (SkhReport *self)
{
  self->title.day = SKH_DATE_NONE;
  self->tables = g_ptr_array_new_with_free_func (free_table);
}

SkhReport *
skh_report_new (void)
{
  return g_object_new (SKH_TYPE_REPORT, NULL);
}

SkhTitleBlock *
skh_report_get_title_block (SkhReport *self)
{
  return &self->title;
}

SkhTable *
skh_report_add_table (SkhReport *self, const char *sheet_name, const char *title)
{
  SkhTable *table = g_new0 (SkhTable, 1);

  table->sheet_name = g_strdup (sheet_name);
  table->title = g_strdup (title);
  table->columns = g_array_new (FALSE, TRUE, sizeof (SkhColumn));
  g_array_set_clear_func (table->columns, clear_column);
  g_ptr_array_add (self->tables, table);
  return table;
}

guint
skh_report_get_n_tables (SkhReport *self)
{
  return self->tables->len;
}

SkhTable *
skh_report_get_table (SkhReport *self, guint index)
{
  return g_ptr_array_index (self->tables, index);
}

void
skh_table_set_subtitle (SkhTable *self, const char *subtitle)
{
  g_free (self->subtitle);
  self->subtitle = g_strdup (subtitle);
}

void
skh_table_set_empty_text (SkhTable *self, const char *text)
{
  g_free (self->empty_text);
  self->empty_text = g_strdup (text);
}

SkhColumn *
skh_table_add_column (SkhTable *self, SkhColumnKind kind, const char *title, double width)
{
  SkhColumn column = { .title = g_strdup (title), .kind = kind, .width = width };

  g_array_append_val (self->columns, column);
  return &g_array_index (self->columns, SkhColumn, self->columns->len - 1);
}

void
skh_table_set_rows (SkhTable *self,
                    SkhTableRowFunc func,
                    gpointer user_data,
                    GDestroyNotify destroy)
{
  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;
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

/* The row before is freed, so that a renderer which held on to it is found out. */
const SkhRow *
skh_table_next_row (SkhTable *self)
{
  g_free (self->row.cells);
  self->row = (SkhRow){ .cells = g_new0 (SkhCell, self->columns->len) };
  if (self->func == NULL || !self->func (self, self->next, &self->row, self->user_data))
    return NULL;
  self->next++;
  return &self->row;
}

void
skh_table_rewind (SkhTable *self)
{
  self->next = 0;
}
