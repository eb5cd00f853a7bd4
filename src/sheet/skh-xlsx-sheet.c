/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of one sheet of an .xlsx file, one at a time: ECMA-376 part 1, 18.3. */
#include "skh-xlsx-private.h"

#include "skh-date.h"

#include <string.h>

/* A million rows of twenty cells are less. */
#define MAX_SHEET_XML (G_GINT64_CONSTANT (4) * 1024 * 1024 * 1024)

typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_INLINE,
  CELL_FORMULA_TEXT,
  CELL_BOOLEAN,
  CELL_ERROR,
  CELL_DAY,
} CellType;

typedef struct
{
  SkhXlsxBook *book;
  SkhZipXml *xml;
  SkhListSink *sink;
  SkhListRowBuilder builder;
  gboolean enough;

  guint row; /* its number; 0 before the first */
  gboolean row_is_hidden;

  /* the cell that is being read */
  guint column;
  CellType type;
  guint64 style;
  GString *value;
  gboolean in_value, in_inline;
  SkhXlsxText inline_text;
} Reader;

/* — Places: "AB12" — */

static const char *
read_column (const char *at, guint *column)
{
  guint n = 0;

  for (; g_ascii_isalpha (*at) && n <= SKH_SHEET_MAX_COLUMNS; at++)
    n = n * 26 + (guint)(g_ascii_toupper (*at) - 'A' + 1);
  *column = n - 1;
  return n > 0 && n <= SKH_SHEET_MAX_COLUMNS ? at : NULL;
}

static gboolean
read_place (const char **at, guint *row, guint *column)
{
  const char *digits = read_column (*at, column);
  char *end;
  guint64 number;

  if (digits == NULL || !g_ascii_isdigit (*digits))
    return FALSE;
  number = g_ascii_strtoull (digits, &end, 10);
  *row = (guint)MIN (number, SKH_SHEET_MAX_ROWS);
  *at = end;
  return number > 0;
}

/* — What stands around the rows — */

static void
take_merge (Reader *self)
{
  const char *at = skh_zip_xml_get_attribute (self->xml, "ref");
  SkhListMerge merge;

  if (at == NULL || !read_place (&at, &merge.first_row, &merge.first_column)
      || *at++ != ':' || !read_place (&at, &merge.last_row, &merge.last_column))
    return;
  g_array_append_val (self->sink->merges, merge);
}

static guint
get_number (Reader *self, const char *name)
{
  const char *value = skh_zip_xml_get_attribute (self->xml, name);

  return value != NULL ? (guint)MIN (g_ascii_strtoull (value, NULL, 10), G_MAXUINT) : 0;
}

static gboolean
get_flag (Reader *self, const char *name)
{
  const char *value = skh_zip_xml_get_attribute (self->xml, name);

  return value != NULL && (g_str_equal (value, "1") || g_str_equal (value, "true"));
}

static void
take_columns (Reader *self)
{
  guint first = get_number (self, "min"), last = get_number (self, "max");

  if (!get_flag (self, "hidden") || first == 0)
    return;
  for (guint column = first - 1; column < MIN (last, SKH_SHEET_MAX_COLUMNS); column++)
    g_array_append_val (self->sink->hidden_columns, column);
}

/* — Cells — */

static CellType
get_type (const char *name)
{
  static const char *const names[] = { "n", "s", "inlineStr", "str", "b", "e", "d" };

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return (CellType)i;
  return CELL_NUMBER;
}

static void
start_cell (Reader *self)
{
  const char *place = skh_zip_xml_get_attribute (self->xml, "r");
  guint next = self->column + 1; /* of G_MAXUINT before the first: 0 */

  if (place == NULL || read_column (place, &self->column) == NULL)
    self->column = next;
  self->type = get_type (skh_zip_xml_get_attribute (self->xml, "t"));
  self->style = get_number (self, "s");
  g_string_truncate (self->value, 0);
}

static char *
read_text (Reader *self, const char *text, gboolean is_unicode)
{
  SkhOldEncoding encoding
    = is_unicode ? SKH_OLD_ENCODING_NONE
                 : skh_xlsx_styles_get_encoding (self->book->styles, self->style);

  if (!is_unicode && encoding == SKH_OLD_ENCODING_NONE)
    encoding = skh_old_text_guess (text);
  self->sink->n_old_cells += encoding != SKH_OLD_ENCODING_NONE;
  return skh_old_text_to_unicode (text, encoding);
}

static char *
read_shared (Reader *self)
{
  gboolean has_fonts = FALSE;
  const char *text
    = skh_xlsx_strings_get (self->book->strings,
                            g_ascii_strtoull (self->value->str, NULL, 10), &has_fonts);

  return text != NULL ? read_text (self, text, has_fonts) : NULL;
}

static char *
read_number (Reader *self)
{
  char *end;
  double value = g_ascii_strtod (self->value->str, &end);

  if (end == self->value->str)
    return NULL;
  return skh_number_format_show (skh_xlsx_styles_get_format (self->book->styles,
                                                             self->style),
                                 value, self->book->from_1904);
}

/* "2023-04-15T00:00:00". */
static char *
read_day (Reader *self)
{
  g_autofree char *day = g_strndup (self->value->str, strlen ("2023-04-15"));
  SkhDate date = skh_date_parse_iso (day);

  return date != SKH_DATE_NONE ? skh_date_to_text (date) : g_strdup (self->value->str);
}

static char *
read_cell (Reader *self)
{
  if (self->type == CELL_INLINE)
    return read_text (self, self->inline_text.text->str, self->inline_text.has_fonts);
  if (self->value->len == 0)
    return NULL;
  switch (self->type)
    {
    case CELL_SHARED:
      return read_shared (self);
    case CELL_FORMULA_TEXT:
      return read_text (self, self->value->str, FALSE);
    case CELL_BOOLEAN:
      return g_strdup (*self->value->str == '1' ? "TRUE" : "FALSE");
    case CELL_DAY:
      return read_day (self);
    case CELL_ERROR:
      return g_strdup (self->value->str);
    case CELL_NUMBER:
    case CELL_INLINE:
    default:
      return read_number (self);
    }
}

static void
end_cell (Reader *self)
{
  g_autofree char *text = read_cell (self);

  if (text != NULL)
    skh_list_row_builder_set (&self->builder, self->column, text);
  skh_xlsx_text_start (&self->inline_text);
}

/* — Rows — */

static void
start_row (Reader *self)
{
  guint number = get_number (self, "r");

  self->row = MIN (number > 0 ? number : self->row + 1, SKH_SHEET_MAX_ROWS);
  self->row_is_hidden = get_flag (self, "hidden");
  self->column = G_MAXUINT;
}

static void
end_row (Reader *self)
{
  SkhListRow *row
    = skh_list_row_builder_end (&self->builder, self->row, self->row_is_hidden);

  if (row != NULL)
    self->enough = !self->sink->func (row, self->sink->user_data);
}

static void
take_start (Reader *self, const char *name)
{
  if (g_str_equal (name, "c"))
    start_cell (self);
  else if (g_str_equal (name, "v"))
    self->in_value = TRUE;
  else if (g_str_equal (name, "is"))
    self->in_inline = TRUE;
  else if (g_str_equal (name, "row"))
    start_row (self);
  else if (g_str_equal (name, "mergeCell"))
    take_merge (self);
  else if (g_str_equal (name, "col"))
    take_columns (self);
}

static void
take_end (Reader *self, const char *name)
{
  if (g_str_equal (name, "c"))
    end_cell (self);
  else if (g_str_equal (name, "v"))
    self->in_value = FALSE;
  else if (g_str_equal (name, "row"))
    end_row (self);
}

static void
take_event (Reader *self, const SkhXmlEvent *event)
{
  if (self->in_inline)
    {
      self->in_inline = event->kind != SKH_XML_END || !g_str_equal (event->name, "is");
      skh_xlsx_text_take (&self->inline_text, self->xml, event);
    }
  else if (event->kind == SKH_XML_START)
    take_start (self, event->name);
  else if (event->kind == SKH_XML_END)
    take_end (self, event->name);
  else if (self->in_value)
    skh_xlsx_append_unescaped (self->value, event->text);
}

static void
read_rows (Reader *self)
{
  SkhXmlEvent event = { 0 };

  while (!self->enough && skh_zip_xml_next (self->xml, &event))
    take_event (self, &event);
}

gboolean
skh_xlsx_book_read_sheet (SkhXlsxBook *book,
                          const char *part,
                          SkhListSink *sink,
                          GError **error)
{
  Reader self = { .book = book, .sink = sink };

  self.xml = skh_zip_xml_open_required (book->book.path, part, MAX_SHEET_XML, error);
  if (self.xml == NULL)
    return FALSE;
  self.value = g_string_new (NULL);
  skh_list_row_builder_init (&self.builder);
  skh_xlsx_text_init (&self.inline_text);
  read_rows (&self);
  sink->n_old_cells += self.inline_text.n_old_runs;
  skh_xlsx_text_clear (&self.inline_text);
  skh_list_row_builder_clear (&self.builder);
  g_string_free (self.value, TRUE);
  return skh_zip_xml_close (self.xml, error);
}
