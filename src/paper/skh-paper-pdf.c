/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-paper.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

#ifndef O_BINARY
#define O_BINARY 0
#endif
#ifndef O_CLOEXEC
#define O_CLOEXEC 0
#endif

static cairo_status_t
on_pdf_bytes (void *user_data, const unsigned char *bytes, unsigned int n)
{
  FILE *file = user_data;

  return fwrite (bytes, 1, n, file) == n ? CAIRO_STATUS_SUCCESS
                                         : CAIRO_STATUS_WRITE_ERROR;
}

static void
set_metadata (SkhPaper *self, cairo_surface_t *surface)
{
  const SkhTitleBlock *title = skh_report_get_title_block (skh_paper_get_report (self));
  g_autofree char *name
    = g_strdup_printf ("%s %s", title->kind != NULL ? title->kind : "",
                       title->abstract != NULL ? title->abstract : "");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, g_strstrip (name));
  if (title->organisation != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                    title->organisation);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Sổ Kế hoạch");
  if (title->day != SKH_DATE_NONE)
    {
      /* The document's own day, not the clock's: the same report is the same file. */
      g_autofree char *day = skh_date_to_iso (title->day);

      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, day);
    }
}

static cairo_status_t
draw_pages (SkhPaper *self, FILE *file)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  skh_paper_get_page_size (self, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (on_pdf_bytes, file,
                                                 width * SKH_PAPER_POINTS_A_MM,
                                                 height * SKH_PAPER_POINTS_A_MM);
  set_metadata (self, surface);
  cr = cairo_create (surface);
  for (guint i = 0; i < skh_paper_get_n_pages (self); i++)
    {
      skh_paper_draw_page (self, i, cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static void
set_write_error (GError **error, const char *path, const char *why)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, SKH_PAPER_ERROR, SKH_PAPER_ERROR_WRITE,
               _ ("Could not write “%s”: %s"), name, why);
}

/* Takes fd; what is in the file is on the disk when this returns TRUE. */
static gboolean
write_pages (SkhPaper *self, int fd, const char *path, GError **error)
{
  FILE *file = fdopen (fd, "wb");
  cairo_status_t status = CAIRO_STATUS_NO_MEMORY;
  int fault = 0;

  if (file == NULL)
    {
      fault = errno;
      g_close (fd, NULL);
      set_write_error (error, path, g_strerror (fault));
      return FALSE;
    }
  errno = 0;
  status = draw_pages (self, file);
  if (status != CAIRO_STATUS_SUCCESS || fflush (file) != 0
      || g_fsync (fileno (file)) != 0)
    fault = errno;
  if (fclose (file) != 0 && fault == 0)
    fault = errno;
  if (fault != 0)
    set_write_error (error, path, g_strerror (fault));
  else if (status != CAIRO_STATUS_SUCCESS)
    set_write_error (error, path, cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS && fault == 0;
}

/**
 * skh_paper_write_pdf:
 * @path: where to; a file there is replaced only by a whole one
 *
 * Writes all pages to a file beside @path, brings it safely to the disk, and gives it the
 * name @path.
 *
 * Returns: FALSE with %SKH_PAPER_ERROR_WRITE, and @path as it was
 */
gboolean
skh_paper_write_pdf (SkhPaper *self, const char *path, GError **error)
{
  g_autofree char *draft = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (draft, O_RDWR | O_BINARY | O_CLOEXEC, 0666);

  if (fd < 0)
    {
      set_write_error (error, path, g_strerror (errno));
      return FALSE;
    }
  if (!write_pages (self, fd, path, error))
    {
      g_unlink (draft);
      return FALSE;
    }
  if (g_rename (draft, path) != 0)
    {
      set_write_error (error, path, g_strerror (errno));
      g_unlink (draft);
      return FALSE;
    }
  return TRUE;
}
