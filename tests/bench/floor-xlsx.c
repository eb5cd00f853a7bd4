/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The floor under our export: a bare loop over libxlsxwriter that writes the same cells
 * from memory (flatten-xlsx.py laid them out), in the same constant-memory mode.
 *
 *     floor-xlsx CELLS OUT.xlsx
 */
#include <glib.h>
#include <string.h>
#include <xlsxwriter.h>

typedef struct
{
  guint32 row;
  guint16 column, style;
  guint32 kind, length;
  double number;
  char text[];
} Record;

enum
{
  SHEET,
  ROW,
  COLUMN,
  NUMBER,
  STRING,
  FORMULA,
  FORMULA_TEXT,
  BLANK,
};

#define MAX_STYLES 512

typedef struct
{
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  lxw_format *formats[MAX_STYLES];
} Floor;

/* As many formats as the report has, so that each cell names one. */
static lxw_format *
get_format (Floor *self, guint style)
{
  g_assert (style < MAX_STYLES);
  if (style > 0 && self->formats[style] == NULL)
    {
      self->formats[style] = workbook_add_format (self->workbook);
      format_set_font_size (self->formats[style], 8 + style / 4.0);
    }
  return self->formats[style];
}

static lxw_error
write_record (Floor *self, const Record *record)
{
  lxw_format *format = get_format (self, record->style);

  switch (record->kind)
    {
    case SHEET:
      self->sheet = workbook_add_worksheet (self->workbook, NULL);
      return LXW_NO_ERROR;
    case ROW:
      return worksheet_set_row (self->sheet, record->row, record->number, NULL);
    case COLUMN:
      return worksheet_set_column (self->sheet, record->column, record->column,
                                   record->number, NULL);
    case NUMBER:
      return worksheet_write_number (self->sheet, record->row, record->column,
                                     record->number, format);
    case STRING:
      return worksheet_write_string (self->sheet, record->row, record->column,
                                     record->text, format);
    case FORMULA:
      return worksheet_write_formula_num (self->sheet, record->row, record->column,
                                          record->text, format, record->number);
    case FORMULA_TEXT:
      return worksheet_write_formula_str (self->sheet, record->row, record->column,
                                          record->text, format, "");
    case BLANK:
      return worksheet_write_blank (self->sheet, record->row, record->column, format);
    default:
      g_error ("record of unknown kind %u", record->kind);
    }
}

int
main (int argc, char **argv)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) cells = NULL;
  Floor self = { 0 };

  if (argc != 3)
    g_error ("usage: floor-xlsx CELLS OUT.xlsx");
  cells = g_mapped_file_new (argv[1], FALSE, &error);
  if (cells == NULL)
    g_error ("%s", error->message);
  self.workbook = workbook_new_opt (argv[2], &options);
  for (gsize at = 0; at < g_mapped_file_get_length (cells);)
    {
      const Record *record
        = (const Record *)(const void *)(g_mapped_file_get_contents (cells) + at);
      lxw_error failed = write_record (&self, record);

      if (failed != LXW_NO_ERROR)
        g_error ("row %u, column %u: %s", record->row, record->column,
                 lxw_strerror (failed));
      at += sizeof *record + record->length;
    }
  return workbook_close (self.workbook) == LXW_NO_ERROR ? 0 : 1;
}
