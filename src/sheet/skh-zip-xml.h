/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SkhZipXml: one part of a zip file, read as XML while it is unpacked. Nothing of it is
   held but what stands at the current place, and it ends where it has unpacked to more
   than it may. */
typedef struct _SkhZipXml SkhZipXml;

typedef enum
{
  SKH_XML_START,
  SKH_XML_TEXT,
  SKH_XML_END, /* also of an empty element */
} SkhXmlKind;

/* name: without its prefix. Both live until the next event. */
typedef struct
{
  SkhXmlKind kind;
  const char *name;
  const char *text;
  int depth; /* 0: the root */
} SkhXmlEvent;

/* NULL without an error when the file has no such part. */
SkhZipXml *
skh_zip_xml_open (const char *path, const char *part, gint64 max_size, GError **error);
/* A part without which the file is damaged. */
SkhZipXml *skh_zip_xml_open_required (const char *path,
                                      const char *part,
                                      gint64 max_size,
                                      GError **error);
void skh_zip_xml_free (SkhZipXml *self);

/* FALSE at the end, and where the part is broken: skh_zip_xml_close() tells which. */
gboolean skh_zip_xml_next (SkhZipXml *self, SkhXmlEvent *event);
const char *skh_zip_xml_get_attribute (SkhZipXml *self, const char *name);
/* (transfer full): frees the reader */
gboolean skh_zip_xml_close (SkhZipXml *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhZipXml, skh_zip_xml_free)

G_END_DECLS
