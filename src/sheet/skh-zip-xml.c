/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-zip-xml.h"

#include "skh-list-book-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libxml/xmlreader.h>
#include <unistd.h>

#ifndef O_BINARY
#define O_BINARY 0
#endif

#define BLOCK_SIZE (64 * 1024)

struct _SkhZipXml
{
  char *path;
  int fd;
  struct archive *archive;
  xmlTextReaderPtr reader;
  gint64 left; /* bytes that it may still unpack to */
  gboolean broken, too_large;
  gboolean at_empty; /* the end of an empty element comes next */
};

static int
on_read (void *context, char *buffer, int length)
{
  SkhZipXml *self = context;
  la_ssize_t n = archive_read_data (self->archive, buffer, (size_t)length);

  self->left -= n;
  self->too_large |= self->left < 0;
  self->broken |= n < 0;
  return self->broken || self->too_large ? -1 : (int)n;
}

/* What is wrong is told by the reader's state, and said once, in our words. */
static void
on_error (void *arg,
          const char *message,
          xmlParserSeverities severity,
          xmlTextReaderLocatorPtr at)
{
}

static gboolean
is_part (struct archive_entry *entry, const char *part)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  g_autofree char *unified = g_strdup (name != NULL ? name : "");

  g_strdelimit (unified, "\\", '/');
  return g_ascii_strcasecmp (*unified == '/' ? unified + 1 : unified, part) == 0;
}

/* Excel writes the directory at the end, and every part can be reached through it. */
static gboolean
find_part (SkhZipXml *self, const char *part)
{
  struct archive_entry *entry;
  int result;

  self->archive = archive_read_new ();
  archive_read_support_format_zip_seekable (self->archive);
  result = archive_read_open_fd (self->archive, self->fd, BLOCK_SIZE);
  self->broken = result != ARCHIVE_OK;
  while (!self->broken
         && (result = archive_read_next_header (self->archive, &entry)) != ARCHIVE_EOF)
    {
      self->broken = result < ARCHIVE_WARN;
      if (!self->broken && is_part (entry, part))
        return TRUE;
    }
  return FALSE;
}

static void
open_reader (SkhZipXml *self)
{
  self->reader = xmlReaderForIO (on_read, NULL, self, NULL, NULL,
                                 XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                                   | XML_PARSE_COMPACT);
  if (self->reader != NULL)
    xmlTextReaderSetErrorHandler (self->reader, on_error, self);
}

/**
 * skh_zip_xml_open:
 * @part: its name in the zip file; letters of either case
 * @max_size: what it may unpack to, in bytes: more is a file made to fill the memory
 *
 * Returns: (transfer full) (nullable): the part; %NULL without an error when there is
 *   none
 */
SkhZipXml *
skh_zip_xml_open (const char *path, const char *part, gint64 max_size, GError **error)
{
  g_autoptr (SkhZipXml) self = g_new0 (SkhZipXml, 1);

  self->path = g_strdup (path);
  self->left = max_size;
  self->fd = g_open (path, O_RDONLY | O_BINARY, 0);
  self->broken = self->fd < 0;
  if (!self->broken && find_part (self, part))
    {
      open_reader (self);
      return g_steal_pointer (&self);
    }
  if (self->broken)
    skh_list_book_fail_damaged (path, error);
  return NULL;
}

SkhZipXml *
skh_zip_xml_open_required (const char *path,
                           const char *part,
                           gint64 max_size,
                           GError **error)
{
  g_autoptr (GError) local_error = NULL;
  SkhZipXml *self = skh_zip_xml_open (path, part, max_size, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (self == NULL)
    skh_list_book_fail_damaged (path, error);
  return self;
}

void
skh_zip_xml_free (SkhZipXml *self)
{
  if (self->reader != NULL)
    xmlFreeTextReader (self->reader);
  if (self->archive != NULL)
    archive_read_free (self->archive);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->path);
  g_free (self);
}

/* Comments, notes to programs and the like say nothing. */
static gboolean
take_node (SkhZipXml *self, SkhXmlEvent *event)
{
  switch (xmlTextReaderNodeType (self->reader))
    {
    case XML_READER_TYPE_ELEMENT:
      event->kind = SKH_XML_START;
      self->at_empty = xmlTextReaderIsEmptyElement (self->reader) == 1;
      break;
    case XML_READER_TYPE_END_ELEMENT:
      event->kind = SKH_XML_END;
      break;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      event->kind = SKH_XML_TEXT;
      event->text = (const char *)xmlTextReaderConstValue (self->reader);
      return event->text != NULL;
    default:
      return FALSE;
    }
  event->name = (const char *)xmlTextReaderConstLocalName (self->reader);
  event->depth = xmlTextReaderDepth (self->reader);
  return event->name != NULL;
}

gboolean
skh_zip_xml_next (SkhZipXml *self, SkhXmlEvent *event)
{
  if (self->at_empty)
    {
      self->at_empty = FALSE;
      event->kind = SKH_XML_END;
      return TRUE;
    }
  while (self->reader != NULL && !self->broken)
    {
      int result = xmlTextReaderRead (self->reader);

      self->broken |= result < 0;
      if (result != 1)
        return FALSE;
      if (take_node (self, event))
        return TRUE;
    }
  return FALSE;
}

/**
 * skh_zip_xml_get_attribute:
 * @name: without its prefix
 *
 * Returns: (nullable): the value on the element that has just started, until the next
 *   call or event
 */
const char *
skh_zip_xml_get_attribute (SkhZipXml *self, const char *name)
{
  const char *value = NULL;

  for (int found = xmlTextReaderMoveToFirstAttribute (self->reader);
       found == 1 && value == NULL;
       found = xmlTextReaderMoveToNextAttribute (self->reader))
    if (g_strcmp0 ((const char *)xmlTextReaderConstLocalName (self->reader), name) == 0)
      value = (const char *)xmlTextReaderConstValue (self->reader);
  xmlTextReaderMoveToElement (self->reader);
  return value;
}

/**
 * skh_zip_xml_close:
 * @self: (transfer full)
 *
 * Returns: %FALSE with %SKH_LIST_ERROR_DAMAGED or %SKH_LIST_ERROR_TOO_LARGE when what was
 *   read before was not all there is
 */
gboolean
skh_zip_xml_close (SkhZipXml *self, GError **error)
{
  g_autoptr (SkhZipXml) owned = self;

  if (self->too_large)
    {
      g_set_error (error, SKH_LIST_ERROR, SKH_LIST_ERROR_TOO_LARGE,
                   _ ("“%s” unpacks to more than any list is; it was not read. Copy the "
                      "rows you need into a new workbook."),
                   self->path);
      return FALSE;
    }
  if (self->broken || self->reader == NULL)
    return skh_list_book_fail_damaged (self->path, error);
  return TRUE;
}
