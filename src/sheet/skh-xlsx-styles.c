/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Styles of .xlsx files: ECMA-376 part 1, 18.8. */
#include "skh-xlsx-styles.h"

#include "skh-zip-xml.h"

#define MAX_STYLES_XML (G_GINT64_CONSTANT (64) * 1024 * 1024)
#define MAX_STYLES 65536

typedef struct
{
  guint format; /* id of a number format */
  guint font;   /* index of a font */
} Style;

struct _SkhXlsxStyles
{
  GHashTable *formats; /* id → SkhNumberFormat, made when first met; may be NULL */
  GHashTable *codes;   /* id → the workbook's own code */
  GArray *fonts;       /* SkhOldEncoding */
  GArray *styles;      /* Style */
};

static guint
get_number (SkhZipXml *xml, const char *name)
{
  const char *value = skh_zip_xml_get_attribute (xml, name);

  return value != NULL ? (guint)g_ascii_strtoull (value, NULL, 10) : 0;
}

static void
read_code (SkhXlsxStyles *self, SkhZipXml *xml)
{
  guint id = get_number (xml, "numFmtId");
  const char *code = skh_zip_xml_get_attribute (xml, "formatCode");

  if (code != NULL && g_hash_table_size (self->codes) < MAX_STYLES)
    g_hash_table_insert (self->codes, GUINT_TO_POINTER (id), g_strdup (code));
}

static void
start_font (SkhXlsxStyles *self)
{
  SkhOldEncoding none = SKH_OLD_ENCODING_NONE;

  if (self->fonts->len < MAX_STYLES)
    g_array_append_val (self->fonts, none);
}

static void
name_font (SkhXlsxStyles *self, SkhZipXml *xml)
{
  if (self->fonts->len > 0)
    g_array_index (self->fonts, SkhOldEncoding, self->fonts->len - 1)
      = skh_old_text_of_font (skh_zip_xml_get_attribute (xml, "val"));
}

static void
read_style (SkhXlsxStyles *self, SkhZipXml *xml)
{
  Style style
    = { .format = get_number (xml, "numFmtId"), .font = get_number (xml, "fontId") };

  if (self->styles->len < MAX_STYLES)
    g_array_append_val (self->styles, style);
}

/* The part has several lists of each, for tables and conditions too; a cell's are the
   ones right under the root. */
static void
read_styles (SkhXlsxStyles *self, SkhZipXml *xml)
{
  SkhXmlEvent event = { 0 };
  g_autofree char *list = g_strdup ("");

  while (skh_zip_xml_next (xml, &event))
    {
      if (event.kind != SKH_XML_START)
        continue;
      if (event.depth == 1)
        {
          g_free (list);
          list = g_strdup (event.name);
        }
      else if (event.depth == 2 && g_str_equal (list, "numFmts"))
        read_code (self, xml);
      else if (event.depth == 2 && g_str_equal (list, "fonts"))
        start_font (self);
      else if (event.depth == 3 && g_str_equal (list, "fonts")
               && g_str_equal (event.name, "name"))
        name_font (self, xml);
      else if (event.depth == 2 && g_str_equal (list, "cellXfs"))
        read_style (self, xml);
    }
}

static void
free_format (gpointer format)
{
  if (format != NULL)
    skh_number_format_free (format);
}

/**
 * skh_xlsx_styles_read:
 * @part: (nullable): of the zip file
 *
 * Returns: (transfer full): the styles; none when the file has no such part
 */
SkhXlsxStyles *
skh_xlsx_styles_read (const char *path, const char *part, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SkhXlsxStyles) self = g_new0 (SkhXlsxStyles, 1);
  SkhZipXml *xml;

  self->formats = g_hash_table_new_full (NULL, NULL, NULL, free_format);
  self->codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->fonts = g_array_new (FALSE, FALSE, sizeof (SkhOldEncoding));
  self->styles = g_array_new (FALSE, FALSE, sizeof (Style));
  if (part == NULL)
    return g_steal_pointer (&self);
  xml = skh_zip_xml_open (path, part, MAX_STYLES_XML, &local_error);
  if (xml != NULL)
    read_styles (self, xml);
  if (local_error != NULL || (xml != NULL && !skh_zip_xml_close (xml, &local_error)))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
skh_xlsx_styles_free (SkhXlsxStyles *self)
{
  g_hash_table_unref (self->formats);
  g_hash_table_unref (self->codes);
  g_array_unref (self->fonts);
  g_array_unref (self->styles);
  g_free (self);
}

static SkhNumberFormat *
make_format (SkhXlsxStyles *self, guint id)
{
  const char *code = g_hash_table_lookup (self->codes, GUINT_TO_POINTER (id));

  return code != NULL ? skh_number_format_new (code) : skh_number_format_new_builtin (id);
}

/**
 * skh_xlsx_styles_get_format:
 *
 * Returns: (nullable): the format; %NULL for the general one
 */
const SkhNumberFormat *
skh_xlsx_styles_get_format (SkhXlsxStyles *self, guint64 style)
{
  gpointer format = NULL;
  guint id;

  if (style >= self->styles->len)
    return NULL;
  id = g_array_index (self->styles, Style, style).format;
  if (!g_hash_table_lookup_extended (self->formats, GUINT_TO_POINTER (id), NULL, &format))
    {
      format = make_format (self, id);
      g_hash_table_insert (self->formats, GUINT_TO_POINTER (id), format);
    }
  return format;
}

SkhOldEncoding
skh_xlsx_styles_get_encoding (SkhXlsxStyles *self, guint64 style)
{
  guint font;

  if (style >= self->styles->len)
    return SKH_OLD_ENCODING_NONE;
  font = g_array_index (self->styles, Style, style).font;
  return font < self->fonts->len ? g_array_index (self->fonts, SkhOldEncoding, font)
                                 : SKH_OLD_ENCODING_NONE;
}
