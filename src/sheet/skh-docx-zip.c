/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A .docx file as a zip file of parts. */
#include "skh-docx-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* More than any letter: a file made to fill the memory. */
#define MAX_SIZE (G_GINT64_CONSTANT (256) * 1024 * 1024)
#define BLOCK_SIZE (64 * 1024)

typedef struct archive Archive;

static void
read_free (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, read_free)

void
skh_docx_part_free (SkhDocxPart *part)
{
  g_free (part->name);
  g_clear_pointer (&part->data, g_bytes_unref);
  g_free (part);
}

static GBytes *
read_data (Archive *archive, gint64 *left)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint8 block[BLOCK_SIZE];
  la_ssize_t n;

  while ((n = archive_read_data (archive, block, sizeof block)) > 0)
    {
      *left -= n;
      if (*left < 0)
        return NULL;
      g_byte_array_append (data, block, (guint)n);
    }
  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&data)) : NULL;
}

static gboolean
take_part (GPtrArray *parts, Archive *archive, struct archive_entry *entry, gint64 *left)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  SkhDocxPart *part;

  if (name == NULL || archive_entry_filetype (entry) == AE_IFDIR)
    return name != NULL;
  part = g_new0 (SkhDocxPart, 1);
  part->name = g_strdup (name);
  part->data = read_data (archive, left);
  g_ptr_array_add (parts, part);
  return part->data != NULL;
}

GPtrArray *
skh_docx_zip_read (GBytes *data)
{
  g_autoptr (Archive) archive = archive_read_new ();
  g_autoptr (GPtrArray) parts
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_docx_part_free);
  struct archive_entry *entry;
  gint64 left = MAX_SIZE;
  gsize size;
  const void *bytes = g_bytes_get_data (data, &size);
  int result;

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_memory (archive, bytes, size) != ARCHIVE_OK)
    return NULL;
  while ((result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK
         || result == ARCHIVE_WARN)
    if (!take_part (parts, archive, entry, &left))
      return NULL;
  return result == ARCHIVE_EOF ? g_steal_pointer (&parts) : NULL;
}

/* — Writing — */

static la_ssize_t
on_write (Archive *archive, void *data, const void *bytes, size_t size)
{
  g_byte_array_append (data, bytes, (guint)size);
  return (la_ssize_t)size;
}

/* Without a time: the same letter is the same file. */
static gboolean
write_part (Archive *archive, const SkhDocxPart *part)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize size;
  const void *data = g_bytes_get_data (part->data, &size);
  gboolean ok;

  archive_entry_set_pathname_utf8 (entry, part->name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t)size);
  ok = archive_write_header (archive, entry) == ARCHIVE_OK
       && archive_write_data (archive, data, size) == (la_ssize_t)size;
  archive_entry_free (entry);
  return ok;
}

gboolean
skh_docx_zip_write (GPtrArray *parts, const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Archive *archive = archive_write_new ();
  gboolean ok
    = archive_write_set_format_zip (archive) == ARCHIVE_OK
      && archive_write_set_bytes_in_last_block (archive, 1) == ARCHIVE_OK
      && archive_write_open (archive, bytes, NULL, on_write, NULL) == ARCHIVE_OK;

  for (guint i = 0; ok && i < parts->len; i++)
    ok = write_part (archive, g_ptr_array_index (parts, i));
  ok = archive_write_close (archive) == ARCHIVE_OK && ok;
  if (!ok)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("“%s” could not be written: %s"), path,
                 archive_error_string (archive));
  archive_write_free (archive);
  return ok
         && g_file_set_contents_full (path, (const char *)bytes->data, bytes->len,
                                      G_FILE_SET_CONTENTS_CONSISTENT
                                        | G_FILE_SET_CONTENTS_DURABLE,
                                      0666, error);
}
