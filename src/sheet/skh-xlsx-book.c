/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The workbook of an .xlsx file: ECMA-376 part 1, 18.2, and part 2 for how its parts
   refer to each other. Names without their prefixes are enough: the strict form of the
   format differs in the namespaces only. */
#include "skh-xlsx-private.h"

#include <string.h>

#define MAX_BOOK_XML (G_GINT64_CONSTANT (64) * 1024 * 1024)

/* What the parts' references say: which part is meant by an id, and of which kind it is.
 */
typedef struct
{
  GHashTable *parts; /* id → part */
  char *book;        /* the part the whole begins with */
  char *strings, *styles;
} Relations;

static void
relations_clear (Relations *self)
{
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_free (self->book);
  g_free (self->strings);
  g_free (self->styles);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Relations, relations_clear)

/* "../x/y.xml" beside "xl/": where a part is from the folder that refers to it. */
static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *joined
    = *target == '/' ? g_strdup (target + 1) : g_strconcat (folder, target, NULL);
  g_auto (GStrv) steps = g_strsplit (joined, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; steps[i] != NULL; i++)
    if (g_str_equal (steps[i], "..") && kept->len > 0)
      g_ptr_array_set_size (kept, (int)kept->len - 1);
    else if (*steps[i] != '\0' && !g_str_equal (steps[i], ".")
             && !g_str_equal (steps[i], ".."))
      g_ptr_array_add (kept, steps[i]);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **)kept->pdata);
}

static void
take_relation (Relations *self, SkhZipXml *xml, const char *folder)
{
  g_autofree char *id = g_strdup (skh_zip_xml_get_attribute (xml, "Id"));
  g_autofree char *type = g_strdup (skh_zip_xml_get_attribute (xml, "Type"));
  const char *target = skh_zip_xml_get_attribute (xml, "Target");
  char **slot = NULL;

  if (id == NULL || type == NULL || target == NULL)
    return;
  if (g_str_has_suffix (type, "/officeDocument"))
    slot = &self->book;
  else if (g_str_has_suffix (type, "/sharedStrings"))
    slot = &self->strings;
  else if (g_str_has_suffix (type, "/styles"))
    slot = &self->styles;
  if (slot != NULL && *slot == NULL)
    *slot = resolve (folder, target);
  g_hash_table_insert (self->parts, g_steal_pointer (&id), resolve (folder, target));
}

/* part: NULL for the file as a whole. */
static gboolean
read_relations (Relations *self, const char *path, const char *part, GError **error)
{
  const char *slash = part != NULL ? strrchr (part, '/') : NULL;
  g_autofree char *folder
    = slash != NULL ? g_strndup (part, (gsize)(slash + 1 - part)) : g_strdup ("");
  g_autofree char *name
    = part != NULL
        ? g_strconcat (folder, "_rels/", slash != NULL ? slash + 1 : part, ".rels", NULL)
        : g_strdup ("_rels/.rels");
  SkhZipXml *xml = skh_zip_xml_open_required (path, name, MAX_BOOK_XML, error);
  SkhXmlEvent event = { 0 };

  if (xml == NULL)
    return FALSE;
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while (skh_zip_xml_next (xml, &event))
    if (event.kind == SKH_XML_START && event.depth == 1)
      take_relation (self, xml, folder);
  return skh_zip_xml_close (xml, error);
}

/* — The list of sheets — */

static gboolean
is_true (const char *value)
{
  return value != NULL && (g_str_equal (value, "1") || g_str_equal (value, "true"));
}

/* A chart that fills a sheet of its own has no rows. */
static void
take_sheet (SkhXlsxBook *self, SkhZipXml *xml, const Relations *relations)
{
  g_autofree char *name = g_strdup (skh_zip_xml_get_attribute (xml, "name"));
  g_autofree char *state = g_strdup (skh_zip_xml_get_attribute (xml, "state"));
  const char *id = skh_zip_xml_get_attribute (xml, "id");
  const char *part = id != NULL ? g_hash_table_lookup (relations->parts, id) : NULL;

  if (name != NULL && part != NULL && strstr (part, "chartsheets/") == NULL)
    skh_list_book_add_sheet (&self->book, name, part,
                             state != NULL && !g_str_equal (state, "visible"));
}

static gboolean
read_book (SkhXlsxBook *self,
           const char *part,
           const Relations *relations,
           GError **error)
{
  SkhZipXml *xml = skh_zip_xml_open_required (self->book.path, part, MAX_BOOK_XML, error);
  SkhXmlEvent event = { 0 };

  if (xml == NULL)
    return FALSE;
  while (skh_zip_xml_next (xml, &event))
    if (event.kind == SKH_XML_START && g_str_equal (event.name, "workbookPr"))
      self->from_1904 = is_true (skh_zip_xml_get_attribute (xml, "date1904"));
    else if (event.kind == SKH_XML_START && event.depth == 2
             && g_str_equal (event.name, "sheet"))
      take_sheet (self, xml, relations);
  if (!skh_zip_xml_close (xml, error))
    return FALSE;
  return self->book.sheets->len > 0
         || skh_list_book_fail_damaged (self->book.path, error);
}

static gboolean
load (SkhXlsxBook *self, GError **error)
{
  const char *path = self->book.path;
  g_auto (Relations) file = { 0 };
  g_auto (Relations) book = { 0 };

  if (!read_relations (&file, path, NULL, error))
    return FALSE;
  if (file.book == NULL)
    return skh_list_book_fail_damaged (path, error);
  if (!read_relations (&book, path, file.book, error)
      || !read_book (self, file.book, &book, error))
    return FALSE;
  self->styles = skh_xlsx_styles_read (path, book.styles, error);
  if (self->styles == NULL)
    return FALSE;
  self->strings = skh_xlsx_strings_read (path, book.strings, error);
  return self->strings != NULL;
}

/* — The workbook as others see it — */

static gboolean
read_sheet (SkhListBook *book, guint sheet, SkhListSink *sink, GError **error)
{
  const SkhListSheet *which = book->sheets->pdata[sheet];

  return skh_xlsx_book_read_sheet ((SkhXlsxBook *)book, which->part, sink, error);
}

static void
close_book (SkhListBook *book)
{
  SkhXlsxBook *self = (SkhXlsxBook *)book;

  g_clear_pointer (&self->strings, skh_xlsx_strings_free);
  g_clear_pointer (&self->styles, skh_xlsx_styles_free);
  skh_list_book_clear (book);
  g_free (self);
}

SkhListBook *
skh_xlsx_book_open (const char *path, GError **error)
{
  SkhXlsxBook *self = g_new0 (SkhXlsxBook, 1);

  skh_list_book_init (&self->book, path);
  self->book.read = read_sheet;
  self->book.close = close_book;
  if (load (self, error))
    return &self->book;
  close_book (&self->book);
  return NULL;
}
