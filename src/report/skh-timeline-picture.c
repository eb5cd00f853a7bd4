/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline for pages. Bars and milestones are those of the screen; around them stands
   what paper needs: whole texts in rows as high as they are, a side that says in words
   and figures what the bars show, and a foot that explains them. */
#include "skh-timeline-picture-private.h"

#include <math.h>

#define END_MARGIN 66 /* for what stands beside a bar that ends with its slice */
#define LEAST_ROW SKH_TIMELINE_ROW_HEIGHT

/* Of the side: what the narrow columns need and how the others share the rest. */
static const float column_widths[SKH_N_PICTURE_COLUMNS] = { 32, 0, 0, 74, 62 };
#define SIDE_PART 0.455
#define TASK_PART 0.66

const SkhTimelinePlace *
skh_timeline_picture_get_row (const SkhTimelinePicture *self, guint row)
{
  return &g_array_index (self->places, SkhTimelinePlace, row);
}

/* — Texts of the side — */

char *
skh_timeline_picture_dup_task_text (const SkhTimelinePicture *self,
                                    guint row,
                                    SkhPictureColumn column)
{
  const SkhTimelinePlace *place = skh_timeline_picture_get_row (self, row);
  const SkhTask *task = skh_timeline_place_get_task (place);

  switch (column)
    {
    case SKH_PICTURE_NUMBER:
      return g_strdup_printf ("%u", place->number);
    case SKH_PICTURE_TASK:
      return g_strdup (task->short_title);
    case SKH_PICTURE_LEAD:
      return g_strdup (task->lead_short);
    case SKH_PICTURE_DEADLINE:
      return skh_timeline_dup_deadline (place->ledger, task);
    case SKH_PICTURE_SHARE:
      return skh_timeline_dup_share (&place->rates);
    case SKH_N_PICTURE_COLUMNS:
    default:
      return NULL;
    }
}

SkhFont
skh_timeline_picture_get_font (SkhPictureColumn column)
{
  return column == SKH_PICTURE_TASK ? SKH_FONT_BODY : SKH_FONT_SMALL;
}

float
skh_timeline_picture_get_text_width (const SkhTimelinePicture *self,
                                     SkhPictureColumn column)
{
  return self->edges[column + 1] - self->edges[column] - 2 * SKH_PICTURE_PAD_X;
}

/* — Laying out — */

const SkhSpan *
skh_timeline_picture_get_slice (const SkhTimelinePicture *self, guint slice)
{
  return &g_array_index (self->slices, SkhSpan, slice);
}

/* The longest slice fills the room; in the others a day is as wide. */
static void
set_scale (SkhTimelinePicture *self, double room)
{
  int longest = 1;

  for (guint i = 0; i < self->slices->len; i++)
    longest = MAX (longest, skh_timeline_picture_get_slice (self, i)->last
                              - skh_timeline_picture_get_slice (self, i)->first + 1);
  self->axis.day_width = room / longest;
  skh_timeline_set_day_width (self->timeline, self->axis.day_width);
}

static void
set_columns (SkhTimelinePicture *self, double width)
{
  double side = width * SIDE_PART;

  for (guint i = 0; i < SKH_N_PICTURE_COLUMNS; i++)
    side -= column_widths[i];
  for (guint i = 0; i < SKH_N_PICTURE_COLUMNS; i++)
    {
      double share = i == SKH_PICTURE_TASK   ? side * TASK_PART
                     : i == SKH_PICTURE_LEAD ? side * (1 - TASK_PART)
                                             : column_widths[i];

      self->edges[i + 1] = self->edges[i] + (float)floor (share);
    }
}

static float
measure (const SkhTextMeasure *measure, SkhFont font, double width, const char *text)
{
  return *text != '\0' ? (float)measure->get_height (measure->data, font, width, text)
                       : 0;
}

static void
measure_task (SkhTimelinePicture *self,
              guint row,
              SkhPictureRow *heights,
              const SkhTextMeasure *with)
{
  const SkhTimelinePlace *place = skh_timeline_picture_get_row (self, row);
  g_autofree char *remark
    = skh_timeline_dup_remark (place->ledger, skh_timeline_place_get_task (place));
  float highest = 0;

  for (SkhPictureColumn i = 0; i < SKH_N_PICTURE_COLUMNS; i++)
    {
      g_autofree char *text = skh_timeline_picture_dup_task_text (self, row, i);

      heights->texts[i] = measure (with, skh_timeline_picture_get_font (i),
                                   skh_timeline_picture_get_text_width (self, i), text);
      highest = MAX (highest, heights->texts[i]);
    }
  if (remark != NULL)
    {
      heights->remark_width
        = (float)MIN (with->get_width (with->data, SKH_FONT_SMALL, remark) + 1,
                      self->base.body_width - 2 * SKH_PICTURE_PAD_X);
      heights->remark = measure (with, SKH_FONT_SMALL, heights->remark_width, remark);
    }
  heights->row = MAX (MAX (highest, heights->remark) + 2 * SKH_PICTURE_PAD_Y, LEAST_ROW);
}

static void
measure_band (SkhTimelinePicture *self,
              guint row,
              SkhPictureRow *heights,
              const SkhTextMeasure *with)
{
  g_autofree char *title
    = skh_timeline_place_dup_title (skh_timeline_picture_get_row (self, row));
  g_autofree char *again = g_strconcat (title, SKH_PICTURE_AGAIN, NULL);

  heights->texts[SKH_PICTURE_TASK]
    = measure (with, SKH_FONT_BOLD,
               self->edges[SKH_PICTURE_SHARE] - 2 * SKH_PICTURE_PAD_X, again);
  heights->row
    = MAX (heights->texts[SKH_PICTURE_TASK] + 2 * SKH_PICTURE_PAD_Y, LEAST_ROW);
}

static void
measure_rows (SkhTimelinePicture *self, const SkhTextMeasure *with)
{
  for (guint i = 0; i < self->base.n_rows; i++)
    if (skh_timeline_picture_get_row (self, i)->task == SKH_NO_INDEX)
      measure_band (self, i, &self->heights[i], with);
    else
      measure_task (self, i, &self->heights[i], with);
}

/* — The drawing — */

static void
lay_out (SkhDrawing *drawing, double width, const SkhTextMeasure *measure)
{
  SkhTimelinePicture *self = (SkhTimelinePicture *)drawing;

  set_columns (self, width);
  drawing->side_width = self->edges[SKH_N_PICTURE_COLUMNS];
  drawing->body_width = width - drawing->side_width;
  drawing->head_height = SKH_PICTURE_UPPER_HEIGHT + SKH_PICTURE_LOWER_HEIGHT;
  set_scale (self, drawing->body_width - END_MARGIN);
  measure_rows (self, measure);
  skh_timeline_picture_measure_keys (self, measure);
}

static double
get_row_height (SkhDrawing *drawing, guint row)
{
  return ((SkhTimelinePicture *)drawing)->heights[row].row;
}

static guint
get_heading (SkhDrawing *drawing, guint row)
{
  const SkhTimelinePicture *self = (SkhTimelinePicture *)drawing;

  while (row > 0 && skh_timeline_picture_get_row (self, row)->task != SKH_NO_INDEX)
    row--;
  return row;
}

static void
draw (SkhDrawing *drawing, const SkhDrawingPart *part, SkhDisplayList *list)
{
  SkhTimelinePicture *self = (SkhTimelinePicture *)drawing;

  switch (part->pane)
    {
    case SKH_PANE_CORNER:
      skh_timeline_picture_draw_corner (self, list);
      break;
    case SKH_PANE_HEAD:
      skh_timeline_picture_draw_head (self, part->slice, list);
      break;
    case SKH_PANE_SIDE:
      skh_timeline_picture_draw_side (self, part, list);
      break;
    case SKH_PANE_BODY:
      skh_timeline_picture_draw_body (self, part, list);
      break;
    case SKH_PANE_FOOT:
      skh_timeline_picture_draw_foot (self, list);
      break;
    default:
      g_return_if_reached ();
    }
}

static void
picture_free (SkhDrawing *drawing)
{
  SkhTimelinePicture *self = (SkhTimelinePicture *)drawing;

  skh_timeline_free (self->timeline);
  skh_display_list_free (self->scratch);
  g_array_unref (self->places);
  g_array_unref (self->slices);
  g_free (self->heights);
  g_free (self->on_text);
  g_free (self);
}

/* scale: on the larger sheet more stands in a row, and in larger type. */
SkhDrawing *
skh_timeline_picture_new (SkhTimeline *timeline,
                          const SkhTimelineOptions *options,
                          SkhPaperSize size)
{
  static const SkhDrawingFuncs funcs
    = { lay_out, get_row_height, get_heading, draw, picture_free };
  static const SkhSpanKind kinds[] = {
    [SKH_ZOOM_YEAR] = SKH_SPAN_YEAR,
    [SKH_ZOOM_QUARTER] = SKH_SPAN_QUARTER,
    [SKH_ZOOM_MONTH] = SKH_SPAN_MONTH,
    [SKH_ZOOM_WEEK] = SKH_SPAN_HALF_MONTH,
  };
  SkhTimelinePicture *self = g_new0 (SkhTimelinePicture, 1);
  g_autofree char *on = skh_date_to_text (options->on);

  self->timeline = timeline;
  self->axis = *skh_timeline_get_axis (timeline);
  self->zoom = options->zoom;
  self->on = options->on;
  self->places = skh_timeline_list_places (timeline, options->on);
  self->slices
    = skh_timeline_list_spans (self->axis.first, self->axis.last, kinds[self->zoom]);
  self->base = (SkhDrawing){
    .funcs = &funcs,
    .scale = size == SKH_PAPER_A3 ? 0.82 : 0.68,
    .n_rows = self->places->len,
    .n_slices = self->slices->len,
  };
  self->heights = g_new0 (SkhPictureRow, self->places->len + 1);
  self->scratch = skh_display_list_new ();
  self->on_text = g_strdup_printf ("ngày xem: %s", on);
  return &self->base;
}
