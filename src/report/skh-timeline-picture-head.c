/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The head of the timeline's picture, and the lines of its axis down the page. */
#include "skh-timeline-picture-private.h"

#include "skh-number.h"

#define DIGIT 6      /* what a figure takes in the head */
#define TODAY_FLAG 5 /* how far today's line reaches into the head */

/* Days where a slice is a month or less, else weeks or, of the whole, months. */
static SkhZoom
get_tick_zoom (const SkhTimelinePicture *self)
{
  SkhZoom zoom = self->zoom;

  return zoom == SKH_ZOOM_MONTH ? SKH_ZOOM_WEEK : zoom;
}

void
skh_timeline_picture_get_bounds (const SkhTimelinePicture *self,
                                 guint slice,
                                 float *from,
                                 float *width)
{
  const SkhTimelineAxis *axis = &self->axis;
  const SkhSpan *span = skh_timeline_picture_get_slice (self, slice);
  double start = skh_timeline_axis_get_x (axis, span->first);

  *from = (float)start;
  *width = (float)(skh_timeline_axis_get_x (axis, span->last + 1) - start);
}

static GArray *
list_ticks (const SkhTimelinePicture *self, guint slice, gboolean upper)
{
  float from, width;

  skh_timeline_picture_get_bounds (self, slice, &from, &width);
  return skh_timeline_axis_list_ticks (&self->axis, get_tick_zoom (self), upper, from,
                                       from + width);
}

/* The heading in Vietnamese, whatever language the program speaks. */
static char *
dup_heading (const SkhTimelinePicture *self, SkhDate first, gboolean upper)
{
  SkhZoom zoom = get_tick_zoom (self);
  gboolean has_quarters = zoom == SKH_ZOOM_YEAR || zoom == SKH_ZOOM_QUARTER;
  int year, month, day;
  g_autofree char *roman = NULL;

  skh_date_get_ymd (first, &year, &month, &day);
  roman = skh_number_to_roman ((guint)(month + 2) / 3);
  if (upper)
    return has_quarters ? g_strdup_printf ("Quý %s/%d", roman, year)
                        : g_strdup_printf ("Tháng %d/%d", month, year);
  if (zoom == SKH_ZOOM_YEAR)
    return g_strdup_printf ("T%d", month);
  return zoom == SKH_ZOOM_QUARTER ? g_strdup_printf ("%d/%d", day, month)
                                  : g_strdup_printf ("%d", day);
}

static void
draw_headings (SkhTimelinePicture *self,
               guint slice,
               gboolean upper,
               SkhDisplayList *list)
{
  g_autoptr (GArray) ticks = list_ticks (self, slice, upper);
  float y = upper ? 0 : SKH_PICTURE_UPPER_HEIGHT,
        height = upper ? SKH_PICTURE_UPPER_HEIGHT : SKH_PICTURE_LOWER_HEIGHT;
  float from, width;

  skh_timeline_picture_get_bounds (self, slice, &from, &width);
  for (guint i = 0; i < ticks->len; i++)
    {
      const SkhTick *tick = &g_array_index (ticks, SkhTick, i);
      float start = MAX ((float)tick->x - from, 0);
      float end = MIN ((float)(tick->x + tick->width) - from, width);
      g_autofree char *text = dup_heading (self, tick->first, upper);

      if (end - start < 1)
        continue;
      skh_display_list_rect (list, SKH_INK_STRONG_LINE, start, y, 1, height);
      if (end - start > (float)(DIGIT * g_utf8_strlen (text, -1)))
        skh_display_list_text (list, SKH_SHAPE_TEXT,
                               upper ? SKH_FONT_BOLD : SKH_FONT_SMALL, SKH_INK_TEXT, 0,
                               start + 1, y, end - start - 1, height, text);
    }
}

void
skh_timeline_picture_draw_gridlines (SkhTimelinePicture *self,
                                     guint slice,
                                     gboolean upper,
                                     float height,
                                     SkhDisplayList *list)
{
  g_autoptr (GArray) ticks = list_ticks (self, slice, upper);
  float from, width;

  skh_timeline_picture_get_bounds (self, slice, &from, &width);
  for (guint i = 0; i < ticks->len; i++)
    {
      float x = (float)g_array_index (ticks, SkhTick, i).x - from;

      if (x >= 0 && x < width)
        skh_display_list_rect (list, upper ? SKH_INK_STRONG_LINE : SKH_INK_LINE, x, 0, 1,
                               height);
    }
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, width, 0, 1, height);
}

void
skh_timeline_picture_draw_today (SkhTimelinePicture *self,
                                 guint slice,
                                 float y,
                                 float height,
                                 SkhDisplayList *list)
{
  const SkhSpan *span = skh_timeline_picture_get_slice (self, slice);
  SkhDate on = self->on;
  float from, width;

  if (on < span->first || on > span->last)
    return;
  skh_timeline_picture_get_bounds (self, slice, &from, &width);
  skh_display_list_rect (list, SKH_INK_TODAY,
                         (float)skh_timeline_axis_get_x (&self->axis, on) - from, y,
                         SKH_PICTURE_TODAY_WIDTH, height);
}

void
skh_timeline_picture_draw_head (SkhTimelinePicture *self,
                                guint slice,
                                SkhDisplayList *list)
{
  float width = (float)self->base.body_width, height = (float)self->base.head_height;
  float from, slice_width;

  skh_timeline_picture_get_bounds (self, slice, &from, &slice_width);
  skh_display_list_rect (list, SKH_INK_HEAD, 0, 0, width, height);
  draw_headings (self, slice, TRUE, list);
  draw_headings (self, slice, FALSE, list);
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, slice_width, 0, 1, height);
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, 0, SKH_PICTURE_UPPER_HEIGHT - 1,
                         slice_width, 1);
  skh_timeline_picture_draw_today (self, slice, height - TODAY_FLAG, TODAY_FLAG, list);
  skh_display_list_frame (list, SKH_INK_STRONG_LINE, 0, 0, width, height);
}

static const char *const column_titles[SKH_N_PICTURE_COLUMNS]
  = { "TT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Đã nộp" };

void
skh_timeline_picture_draw_corner (SkhTimelinePicture *self, SkhDisplayList *list)
{
  float height = (float)self->base.head_height;

  skh_display_list_rect (list, SKH_INK_HEAD, 0, 0, (float)self->base.side_width, height);
  for (SkhPictureColumn i = 0; i < SKH_N_PICTURE_COLUMNS; i++)
    {
      float x = self->edges[i], width = self->edges[i + 1] - x;

      skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_BOLD, SKH_INK_TEXT, 0,
                                    x + 1, 0, width - 2, height, column_titles[i]);
      skh_display_list_rect (list, SKH_INK_STRONG_LINE, x, 0, 1, height);
    }
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, 0, 0, (float)self->base.side_width,
                         1);
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, 0, height - 1,
                         (float)self->base.side_width, 1);
}
