/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What stands still beside the body: the headings, the tasks' names, and the corner. */

#define LEAST_HEADING 20 /* in less, dots would be all there is */
#define TODAY_MARK 8
#define LEAD_SHARE 0.67 /* of the side: where the leads begin */
#define BAND_X 8
#define TASK_X 22
#define MARGIN 6

static float
get_lead_x (SkhTimeline *self)
{
  return floorf ((float)(self->sizes.side * LEAD_SHARE));
}

/* — The head — */

/* A heading moves along its stretch with what is seen of it, so that the month or quarter
   one looks at is always named. */
static void
draw_heading (SkhTimeline *self,
              const SkhTick *tick,
              const SkhRect *area,
              SkhDisplayList *list,
              gboolean upper)
{
  float height = (float)self->sizes.head / 2;
  float y = upper ? 0 : height;
  double x = upper ? MAX (tick->x, area->x) : tick->x;
  double width = tick->x + tick->width - x - 6;
  char text[SKH_TICK_TEXT_SIZE];

  skh_display_list_rect (list, upper ? SKH_INK_STRONG_LINE : SKH_INK_LINE,
                         (float)floor (tick->x), y, 1, height);
  if (width < LEAST_HEADING)
    return;
  skh_timeline_axis_write_tick (&self->axis, tick, upper, text);
  skh_display_list_text (list, SKH_SHAPE_TEXT, upper ? SKH_FONT_BOLD : SKH_FONT_SMALL,
                         upper ? SKH_INK_TEXT : SKH_INK_DIM_TEXT, -1, (float)x + 5, y,
                         (float)width, height, text);
}

static void
draw_head_row (SkhTimeline *self,
               const SkhRect *area,
               SkhDisplayList *list,
               gboolean upper)
{
  g_autoptr (GArray) ticks = skh_timeline_axis_list_ticks (&self->axis, self->zoom, upper,
                                                           area->x, area->x + area->w);

  for (guint i = 0; i < ticks->len; i++)
    draw_heading (self, &g_array_index (ticks, SkhTick, i), area, list, upper);
}

/* Today's line begins below the headings, with a mark on it. */
static void
draw_today (SkhTimeline *self, SkhDisplayList *list)
{
  if (self->on >= self->axis.first && self->on <= self->axis.last)
    skh_display_list_shape (list, SKH_SHAPE_DIAMOND, SKH_INK_TODAY,
                            (float)floor (skh_timeline_axis_get_x (&self->axis, self->on))
                              + 1 - TODAY_MARK / 2,
                            (float)(self->sizes.head - TODAY_MARK), TODAY_MARK,
                            TODAY_MARK);
}

void
skh_timeline_draw_head (SkhTimeline *self, const SkhRect *area, SkhDisplayList *list)
{
  int head = self->sizes.head;

  draw_head_row (self, area, list, TRUE);
  draw_head_row (self, area, list, FALSE);
  skh_display_list_rect (list, SKH_INK_STRONG_LINE,
                         (float)floor (skh_timeline_axis_get_width (&self->axis)), 0, 1,
                         (float)head);
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, (float)area->x, (float)head - 1,
                         (float)area->w, 1);
  draw_today (self, list);
}

/* — The side — */

static void
draw_plan_band (SkhTimeline *self, guint row, float y, SkhDisplayList *list)
{
  const SkhPlanInfo *plan = skh_ledger_get_plan (skh_timeline_get_ledger (self, row));
  g_autofree char *title = g_strdup_printf ("%d · %s", plan->year, plan->short_title);

  skh_display_list_rect (list, SKH_INK_SELECTION, 0, y, (float)self->sizes.side,
                         (float)self->sizes.row);
  skh_display_list_text (list, SKH_SHAPE_TEXT, SKH_FONT_BOLD, SKH_INK_TEXT, -1, BAND_X, y,
                         (float)self->sizes.side - 2 * BAND_X, (float)self->sizes.row,
                         title);
}

static void
draw_section_band (SkhTimeline *self, guint row, float y, SkhDisplayList *list)
{
  guint section = skh_timeline_get_section (self, row);
  const SkhSection *record
    = &skh_ledger_get_sections (skh_timeline_get_ledger (self, row), NULL)[section];
  gboolean folded = self->folded[skh_timeline_get_fold (self, row)];
  g_autofree char *title
    = g_strdup_printf ("%s %s %s", folded ? "▸" : "▾", record->code, record->title);

  skh_display_list_text (list, SKH_SHAPE_TEXT, SKH_FONT_BOLD, SKH_INK_TEXT, -1, BAND_X, y,
                         (float)self->sizes.side - 2 * BAND_X, (float)self->sizes.row,
                         title);
}

static void
draw_task_name (SkhTimeline *self, guint row, float y, SkhDisplayList *list)
{
  const SkhTask *task = skh_timeline_get_task_record (self, row);
  float lead_x = get_lead_x (self), height = (float)self->sizes.row;

  skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_BODY, SKH_INK_TEXT, -1,
                                TASK_X, y, lead_x - TASK_X - MARGIN, height,
                                task->short_title);
  skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_SMALL, SKH_INK_DIM_TEXT,
                                -1, lead_x, y, (float)self->sizes.side - lead_x - MARGIN,
                                height, task->lead_short);
}

static void
draw_side_row (SkhTimeline *self, guint row, float y, SkhDisplayList *list)
{
  gboolean is_task = skh_timeline_get_task (self, row) != SKH_NO_INDEX;

  if (!is_task)
    skh_display_list_rect (list, SKH_INK_HEAD, 0, y, (float)self->sizes.side,
                           (float)self->sizes.row);
  if (is_task)
    draw_task_name (self, row, y, list);
  else if (skh_timeline_get_section (self, row) == SKH_NO_INDEX)
    draw_plan_band (self, row, y, list);
  else
    draw_section_band (self, row, y, list);
  skh_display_list_rect (list, SKH_INK_LINE, 0, y + (float)self->sizes.row - 1,
                         (float)self->sizes.side, 1);
}

void
skh_timeline_draw_side (SkhTimeline *self, const SkhRect *area, SkhDisplayList *list)
{
  guint first, end;

  skh_timeline_get_visible_rows (self, area, &first, &end);
  for (guint i = first; i < end; i++)
    draw_side_row (self, i, (float)i * (float)self->sizes.row, list);
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, (float)self->sizes.side - 1,
                         (float)area->y, 1, (float)area->h);
}

void
skh_timeline_draw_corner (SkhTimeline *self, SkhDisplayList *list)
{
  float lead_x = get_lead_x (self);
  float side = (float)self->sizes.side, head = (float)self->sizes.head;

  skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_BOLD, SKH_INK_TEXT, -1,
                                BAND_X, 0, lead_x - 2 * BAND_X, head, _ ("Task"));
  skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_SMALL, SKH_INK_DIM_TEXT,
                                -1, lead_x, 0, side - lead_x - MARGIN, head, _ ("Lead"));
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, 0, head - 1, side, 1);
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, side - 1, 0, 1, head);
}
