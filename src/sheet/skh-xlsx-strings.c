/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts of .xlsx files: ECMA-376 part 1, 18.4. */
#include "skh-xlsx-strings.h"

#include <string.h>

/* What the table may hold in memory. */
#define MAX_STRINGS_XML (G_GINT64_CONSTANT (768) * 1024 * 1024)
#define MAX_STRINGS_SIZE (256 * 1024 * 1024)

/* — One text — */

void
skh_xlsx_text_init (SkhXlsxText *self)
{
  *self = (SkhXlsxText){ .text = g_string_new (NULL), .run = g_string_new (NULL) };
}

void
skh_xlsx_text_clear (SkhXlsxText *self)
{
  g_string_free (self->text, TRUE);
  g_string_free (self->run, TRUE);
}

void
skh_xlsx_text_start (SkhXlsxText *self)
{
  g_string_truncate (self->text, 0);
  g_string_truncate (self->run, 0);
  self->run_encoding = SKH_OLD_ENCODING_NONE;
  self->has_fonts = self->in_run = self->in_text = FALSE;
  self->in_reading = 0;
}

static void
end_run (SkhXlsxText *self)
{
  g_autofree char *unicode = skh_old_text_to_unicode (self->run->str, self->run_encoding);

  self->n_old_runs += self->run_encoding != SKH_OLD_ENCODING_NONE;
  g_string_append (self->text, unicode);
  g_string_truncate (self->run, 0);
  self->run_encoding = SKH_OLD_ENCODING_NONE;
}

static void
start_element (SkhXlsxText *self, SkhZipXml *xml, const char *name)
{
  if (g_str_equal (name, "t"))
    self->in_text = TRUE;
  else if (g_str_equal (name, "r"))
    self->in_run = TRUE;
  else if (g_str_equal (name, "rPh"))
    self->in_reading++;
  else if (g_str_equal (name, "rFont") && self->in_run)
    {
      self->run_encoding = skh_old_text_of_font (skh_zip_xml_get_attribute (xml, "val"));
      self->has_fonts = TRUE;
    }
}

static void
end_element (SkhXlsxText *self, const char *name)
{
  if (g_str_equal (name, "t"))
    self->in_text = FALSE;
  else if (g_str_equal (name, "rPh") && self->in_reading > 0)
    self->in_reading--;
  else if (g_str_equal (name, "r"))
    {
      self->in_run = FALSE;
      end_run (self);
    }
}

/* Takes what stands inside <si> or <is>; the text is whole when that ends. */
void
skh_xlsx_text_take (SkhXlsxText *self, SkhZipXml *xml, const SkhXmlEvent *event)
{
  if (event->kind == SKH_XML_START)
    start_element (self, xml, event->name);
  else if (event->kind == SKH_XML_END)
    end_element (self, event->name);
  else if (self->in_text && self->in_reading == 0)
    skh_xlsx_append_unescaped (self->in_run ? self->run : self->text, event->text);
}

static gboolean
read_escape (const char *at, gunichar *c)
{
  guint value = 0;

  if (at[0] != '_' || at[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return FALSE;
      value = value * 16 + (guint)g_ascii_xdigit_value (at[i]);
    }
  *c = value;
  return at[6] == '_' && value != 0 && g_unichar_validate (value);
}

void
skh_xlsx_append_unescaped (GString *text, const char *escaped)
{
  const char *at = escaped;
  gunichar c;

  for (const char *mark; (mark = strstr (at, "_x")) != NULL;)
    {
      g_string_append_len (text, at, mark - at);
      if (read_escape (mark, &c))
        {
          g_string_append_unichar (text, c);
          at = mark + strlen ("_x000D_");
        }
      else
        {
          g_string_append_len (text, mark, 2);
          at = mark + 2;
        }
    }
  g_string_append (text, at);
}

/* — The table — */

struct _SkhXlsxStrings
{
  GString *texts;  /* one after another, each with its end */
  GArray *offsets; /* guint32; the highest bit: has_fonts */
};

#define HAS_FONTS 0x80000000u

static void
add (SkhXlsxStrings *self, const SkhXlsxText *text)
{
  guint32 offset = (guint32)self->texts->len | (text->has_fonts ? HAS_FONTS : 0);

  g_array_append_val (self->offsets, offset);
  g_string_append_len (self->texts, text->text->str, (gssize)text->text->len + 1);
}

static void
read_table (SkhXlsxStrings *self, SkhZipXml *xml)
{
  SkhXlsxText text;
  SkhXmlEvent event = { 0 };

  skh_xlsx_text_init (&text);
  while (self->texts->len < MAX_STRINGS_SIZE && skh_zip_xml_next (xml, &event))
    if (event.depth == 1 && event.kind == SKH_XML_START)
      skh_xlsx_text_start (&text);
    else if (event.depth == 1 && event.kind == SKH_XML_END)
      add (self, &text);
    else if (event.depth > 1)
      skh_xlsx_text_take (&text, xml, &event);
  skh_xlsx_text_clear (&text);
}

/**
 * skh_xlsx_strings_read:
 * @part: (nullable): of the zip file
 *
 * Returns: (transfer full): the texts; none when the file has no such part, as files
 *   without texts have
 */
SkhXlsxStrings *
skh_xlsx_strings_read (const char *path, const char *part, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SkhXlsxStrings) self = g_new0 (SkhXlsxStrings, 1);
  SkhZipXml *xml;

  self->texts = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (part == NULL)
    return g_steal_pointer (&self);
  xml = skh_zip_xml_open (path, part, MAX_STRINGS_XML, &local_error);
  if (xml != NULL)
    read_table (self, xml);
  if (local_error != NULL || (xml != NULL && !skh_zip_xml_close (xml, &local_error)))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
skh_xlsx_strings_free (SkhXlsxStrings *self)
{
  g_string_free (self->texts, TRUE);
  g_array_unref (self->offsets);
  g_free (self);
}

const char *
skh_xlsx_strings_get (SkhXlsxStrings *self, guint64 index, gboolean *has_fonts)
{
  guint32 offset;

  if (index >= self->offsets->len)
    return NULL;
  offset = g_array_index (self->offsets, guint32, index);
  *has_fonts = (offset & HAS_FONTS) != 0;
  return self->texts->str + (offset & ~HAS_FONTS);
}
