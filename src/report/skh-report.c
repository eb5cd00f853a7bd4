/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-table-private.h"

struct _SkhReport
{
  GObject parent_instance;

  SkhTitleBlock title_block;
  GPtrArray *tables; /* SkhTable */
  SkhPaperSize paper_size;
};

G_DEFINE_FINAL_TYPE (SkhReport, skh_report, G_TYPE_OBJECT)

static void
clear_title_block (SkhTitleBlock *block)
{
  g_free (block->superior);
  g_free (block->organisation);
  g_free (block->symbol);
  g_free (block->place);
  g_free (block->kind);
  g_free (block->abstract);
  g_free (block->addressee);
  g_free (block->note);
  g_free (block->authority);
  g_free (block->position);
  g_free (block->signer);
  g_strfreev (block->recipients);
}

static void
skh_report_finalize (GObject *object)
{
  SkhReport *self = SKH_REPORT (object);

  clear_title_block (&self->title_block);
  g_ptr_array_unref (self->tables);
  G_OBJECT_CLASS (skh_report_parent_class)->finalize (object);
}

static void
skh_report_class_init (SkhReportClass *class)
{
  G_OBJECT_CLASS (class)->finalize = skh_report_finalize;
}

static void
skh_report_init (SkhReport *self)
{
  self->title_block.day = SKH_DATE_NONE;
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_table_free);
}

SkhReport *
skh_report_new (void)
{
  return g_object_new (SKH_TYPE_REPORT, NULL);
}

/**
 * skh_report_get_title_block:
 *
 * Returns: (transfer none): the block, to be filled in place; the report owns its strings
 */
SkhTitleBlock *
skh_report_get_title_block (SkhReport *self)
{
  return &self->title_block;
}

/* A4 unless said otherwise. */
void
skh_report_set_paper_size (SkhReport *self, SkhPaperSize size)
{
  self->paper_size = size;
}

SkhPaperSize
skh_report_get_paper_size (SkhReport *self)
{
  return self->paper_size;
}

/**
 * skh_report_add_table:
 * @sheet_name: of the sheet in a workbook; tables that follow each other with the same
 * name stand under each other on one sheet
 *
 * Returns: (transfer none): the new table
 */
SkhTable *
skh_report_add_table (SkhReport *self, const char *sheet_name, const char *title)
{
  SkhTable *table = skh_table_new (sheet_name, title);

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
