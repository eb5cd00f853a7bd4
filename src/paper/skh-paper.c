/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-paper.h"

#include "skh-paper-pages.h"

/* SkhPaper: a report set on pages. All pages are computed first; then any of them is
   drawn, in any order, on the screen, a printer or a PDF by the same code. */
struct _SkhPaper
{
  GObject parent_instance;

  SkhReport *report; /* kept: the tables' columns are read from it */
  SkhPaperProfile *profile;
  SkhPaperPages *pages;
};

G_DEFINE_FINAL_TYPE (SkhPaper, skh_paper, G_TYPE_OBJECT)

static void
skh_paper_finalize (GObject *object)
{
  SkhPaper *self = SKH_PAPER (object);

  g_clear_pointer (&self->pages, skh_paper_pages_free);
  g_clear_pointer (&self->profile, skh_paper_profile_free);
  g_clear_object (&self->report);
  G_OBJECT_CLASS (skh_paper_parent_class)->finalize (object);
}

static void
skh_paper_class_init (SkhPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = skh_paper_finalize;
}

static void
skh_paper_init (SkhPaper *self)
{
}

/* A larger sheet keeps the format's margins. */
static void
set_size (SkhPaperProfile *profile, SkhPaperSize size)
{
  if (size == SKH_PAPER_A4_UPRIGHT)
    profile->sheet = profile->upright;
  if (size != SKH_PAPER_A3)
    return;
  profile->sheet.width = 420;
  profile->sheet.height = 297;
}

/**
 * skh_paper_new:
 * @report: read whole, once; kept
 * @profile_id: (nullable): a paper format's id; NULL for the Party's format in force on
 *   the report's day
 *
 * Sets @report on pages. Call it where @report may be read. Afterwards the pages ask
 * nothing of its rows' source, and may be drawn on another thread, one at a time.
 *
 * Returns: (transfer full): the pages, or NULL with %SKH_PAPER_ERROR
 */
SkhPaper *
skh_paper_new (SkhReport *report, const char *profile_id, GError **error)
{
  g_autoptr (SkhPaper) self = g_object_new (SKH_TYPE_PAPER, NULL);
  g_autofree char *id = g_strdup (profile_id);

  if (id == NULL)
    id = skh_paper_profile_dup_id_for_day (skh_report_get_title_block (report)->day);
  self->profile = skh_paper_profile_load (id, error);
  if (self->profile == NULL)
    return NULL;
  set_size (self->profile, skh_report_get_paper_size (report));
  self->report = g_object_ref (report);
  self->pages = skh_paper_pages_new (report, self->profile);
  return g_steal_pointer (&self);
}

/* Returns: (transfer none): what the pages show */
SkhReport *
skh_paper_get_report (SkhPaper *self)
{
  return self->report;
}

/* Returns: how many pages there are; at least 1 */
guint
skh_paper_get_n_pages (SkhPaper *self)
{
  return skh_paper_pages_get_n (self->pages);
}

/* Gives the size of every page, in millimetres. */
void
skh_paper_get_page_size (SkhPaper *self, double *width_mm, double *height_mm)
{
  *width_mm = self->profile->sheet.width;
  *height_mm = self->profile->sheet.height;
}

/**
 * skh_paper_draw_page:
 * @page: from 0
 * @cr: in points, the origin at the sheet's top left corner
 *
 * Draws a page in black, grey and tints, and no paper under it: a screen paints its own.
 */
void
skh_paper_draw_page (SkhPaper *self, guint page, cairo_t *cr)
{
  const SkhPaperSheet *sheet = &self->profile->sheet;
  gboolean is_back = skh_paper_pages_get_number (self->pages, page) % 2 == 0;
  double left = sheet->mirror && is_back ? sheet->right : sheet->left;

  g_return_if_fail (page < skh_paper_get_n_pages (self));
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  skh_paper_pages_draw_number (self->pages, page, cr,
                               sheet->number_top * SKH_PAPER_POINTS_A_MM,
                               sheet->width * SKH_PAPER_POINTS_A_MM);
  skh_paper_pages_draw (self->pages, page, cr, left * SKH_PAPER_POINTS_A_MM,
                        sheet->top * SKH_PAPER_POINTS_A_MM);
  cairo_restore (cr);
}
