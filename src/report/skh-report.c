/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-table-private.h"

struct _SkhReport
{
  GObject parent_instance;

  SkhTitleBlock title_block;
  GPtrArray *tables;  /* SkhTable */
  GPtrArray *letters; /* SkhLetter */
  SkhPaperSize paper_size;
};

G_DEFINE_FINAL_TYPE (SkhReport, skh_report, G_TYPE_OBJECT)

void
skh_title_block_clear (SkhTitleBlock *block)
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
  g_free (block->witness);
  g_strfreev (block->recipients);
}

static void
skh_report_finalize (GObject *object)
{
  SkhReport *self = SKH_REPORT (object);

  skh_title_block_clear (&self->title_block);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->letters);
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
  self->letters = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_letter_free);
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

/* — Letters — */

static void
clear_paragraph (gpointer data)
{
  g_free (((SkhParagraph *)data)->text);
}

SkhLetter *
skh_letter_new (void)
{
  SkhLetter *self = g_new0 (SkhLetter, 1);

  self->title.day = SKH_DATE_NONE;
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (SkhParagraph));
  g_array_set_clear_func (self->paragraphs, clear_paragraph);
  return self;
}

void
skh_letter_free (SkhLetter *self)
{
  skh_title_block_clear (&self->title);
  g_array_unref (self->paragraphs);
  g_free (self);
}

void
skh_letter_add_paragraph (SkhLetter *self, SkhParagraphKind kind, const char *text)
{
  SkhParagraph paragraph = { .kind = kind, .text = g_strdup (text) };

  g_array_append_val (self->paragraphs, paragraph);
}

void
skh_letter_add_dots (SkhLetter *self, guint n_lines)
{
  SkhParagraph paragraph = { .kind = SKH_PARAGRAPH_DOTS, .n_lines = n_lines };

  g_array_append_val (self->paragraphs, paragraph);
}

void
skh_report_add_letter (SkhReport *self, SkhLetter *letter)
{
  g_ptr_array_add (self->letters, letter);
}

guint
skh_report_get_n_letters (SkhReport *self)
{
  return self->letters->len;
}

const SkhLetter *
skh_report_get_letter (SkhReport *self, guint index)
{
  return g_ptr_array_index (self->letters, index);
}
