/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the timeline's picture. */
#include "skh-timeline-picture-private.h"

#define MARK_GAP 5 /* from a bar's end to its text, as the timeline draws it */

static void
draw_columns (const SkhTimelinePicture *self, float height, SkhDisplayList *list)
{
  for (SkhPictureColumn i = 0; i <= SKH_N_PICTURE_COLUMNS; i++)
    skh_display_list_rect (list,
                           i == 0 || i == SKH_N_PICTURE_COLUMNS ? SKH_INK_STRONG_LINE
                                                                : SKH_INK_LINE,
                           self->edges[i] - (i == SKH_N_PICTURE_COLUMNS), 0, 1, height);
}

static void
draw_text (const SkhTimelinePicture *self,
           SkhPictureColumn column,
           SkhInk ink,
           const SkhPictureRow *heights,
           SkhDisplayList *list,
           const char *text)
{
  gboolean starts = column == SKH_PICTURE_TASK || column == SKH_PICTURE_LEAD;

  skh_display_list_text (list, SKH_SHAPE_WRAPPED_TEXT,
                         skh_timeline_picture_get_font (column), ink, starts ? -1 : 0,
                         self->edges[column] + SKH_PICTURE_PAD_X,
                         (heights->row - heights->texts[column]) / 2,
                         skh_timeline_picture_get_text_width (self, column),
                         heights->texts[column], text);
}

static void
draw_task_side (const SkhTimelinePicture *self, guint row, SkhDisplayList *list)
{
  const SkhTimelinePlace *place = skh_timeline_picture_get_row (self, row);

  for (SkhPictureColumn i = 0; i < SKH_N_PICTURE_COLUMNS; i++)
    {
      g_autofree char *text = skh_timeline_picture_dup_task_text (self, row, i);
      gboolean is_bad = i == SKH_PICTURE_SHARE && place->rates.overdue > 0;

      draw_text (self, i, is_bad ? SKH_INK_BAD : SKH_INK_TEXT, &self->heights[row], list,
                 text);
    }
  draw_columns (self, self->heights[row].row, list);
}

static void
draw_band_side (const SkhTimelinePicture *self,
                guint row,
                gboolean again,
                SkhDisplayList *list)
{
  const SkhPictureRow *heights = &self->heights[row];
  const SkhTimelinePlace *place = skh_timeline_picture_get_row (self, row);
  g_autofree char *title = skh_timeline_place_dup_title (place);
  g_autofree char *text = g_strconcat (title, again ? SKH_PICTURE_AGAIN : "", NULL);
  g_autofree char *share = skh_timeline_dup_share (&place->rates);
  float share_x = self->edges[SKH_PICTURE_SHARE];

  skh_display_list_rect (list, SKH_INK_HEAD, 0, 0, (float)self->base.side_width,
                         heights->row);
  skh_display_list_text (list, SKH_SHAPE_WRAPPED_TEXT, SKH_FONT_BOLD, SKH_INK_TEXT, -1,
                         SKH_PICTURE_PAD_X,
                         (heights->row - heights->texts[SKH_PICTURE_TASK]) / 2,
                         share_x - 2 * SKH_PICTURE_PAD_X,
                         heights->texts[SKH_PICTURE_TASK], text);
  skh_display_list_text (list, SKH_SHAPE_TEXT, SKH_FONT_SMALL, SKH_INK_TEXT, 0, share_x,
                         0, self->edges[SKH_N_PICTURE_COLUMNS] - share_x, heights->row,
                         share);
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, 0, 0, 1, heights->row);
}

void
skh_timeline_picture_draw_side (const SkhTimelinePicture *self,
                                const SkhDrawingPart *part,
                                SkhDisplayList *list)
{
  float bottom = self->heights[part->row].row - 1;

  if (skh_timeline_picture_get_row (self, part->row)->task == SKH_NO_INDEX)
    draw_band_side (self, part->row, part->again, list);
  else
    draw_task_side (self, part->row, list);
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, 0, bottom,
                         (float)self->base.side_width, 1);
}

/* A sign or a text belongs to the slice in which its day ends, not to the one in which
   its last letter would fall; a bar to every slice it crosses. */
static gboolean
belongs (const SkhPrimitive *p, float width)
{
  float end = p->x + p->w;

  if (p->shape == SKH_SHAPE_DIAMOND)
    end = p->x + p->w / 2;
  else if (p->shape == SKH_SHAPE_TEXT && p->align < 0)
    end = p->x - MARK_GAP;
  else if (p->shape != SKH_SHAPE_TEXT)
    return p->x < width && end > 0.01f;
  return end > 0.01f && end < width + 0.01f;
}

/* What has a length goes on to the next slice; what has none stands beside it. */
static gboolean
is_long (const SkhPrimitive *p)
{
  return p->shape != SKH_SHAPE_DIAMOND && p->shape != SKH_SHAPE_TEXT;
}

static void
add_lengths (SkhTimelinePicture *self, float width, SkhDisplayList *list)
{
  guint n;
  const SkhPrimitive *primitives = skh_display_list_get (self->scratch, &n);

  for (guint i = 0; i < n; i++)
    if (is_long (&primitives[i]) && belongs (&primitives[i], width))
      skh_display_list_add (list, &primitives[i]);
}

/* The words of the screen are in the language of the program: beside a bar stands what
   the side says in figures, beside a milestone its sign alone. */
static void
add_signs (SkhTimelinePicture *self, guint row, float width, SkhDisplayList *list)
{
  const SkhTimelinePlace *place = skh_timeline_picture_get_row (self, row);
  g_autofree char *share = skh_timeline_dup_share (&place->rates);
  gboolean has_bar
    = skh_timeline_get_task_due (place->ledger, skh_timeline_place_get_task (place))
      != SKH_DATE_NONE;
  guint n;
  const SkhPrimitive *primitives = skh_display_list_get (self->scratch, &n);

  for (guint i = 0; i < n; i++)
    {
      SkhPrimitive sign = primitives[i];
      gboolean follows = sign.shape == SKH_SHAPE_TEXT && sign.align < 0;

      if (is_long (&sign) || !belongs (&sign, width) || (follows && !has_bar))
        continue;
      if (follows)
        sign.text = share;
      skh_display_list_add (list, &sign);
    }
}

/* The margin after the slice is for what stands beside a bar; a bar that goes on ends at
   the edge, cut straight. */
static void
draw_marks (SkhTimelinePicture *self, guint row, guint slice, SkhDisplayList *list)
{
  float from, width, top = (float)row * SKH_TIMELINE_ROW_HEIGHT;
  float height = self->heights[row].row;

  skh_timeline_picture_get_bounds (self, slice, &from, &width);
  skh_display_list_clear (self->scratch);
  skh_display_list_set_origin (self->scratch, -from,
                               (height - SKH_TIMELINE_ROW_HEIGHT) / 2 - top);
  skh_timeline_draw_task (self->timeline, row,
                          &(SkhRect){ from, top, width, SKH_TIMELINE_ROW_HEIGHT },
                          self->scratch);
  add_lengths (self, width, list);
  skh_display_list_rect (list, SKH_INK_BACKGROUND, width + 1, 1,
                         (float)self->base.body_width - width - 1, height - 1);
  add_signs (self, row, width, list);
}

/* On a ground of its own, so that no line runs through the words. */
static void
draw_remark (const SkhPictureRow *heights, SkhDisplayList *list, const char *text)
{
  float y = (heights->row - heights->remark) / 2;

  skh_display_list_rect (list, SKH_INK_BACKGROUND, 1, y,
                         heights->remark_width + 2 * SKH_PICTURE_PAD_X, heights->remark);
  skh_display_list_text (list, SKH_SHAPE_WRAPPED_TEXT, SKH_FONT_SMALL, SKH_INK_DIM_TEXT,
                         -1, SKH_PICTURE_PAD_X, y, heights->remark_width, heights->remark,
                         text);
}

static void
draw_task_body (SkhTimelinePicture *self, guint row, guint slice, SkhDisplayList *list)
{
  const SkhPictureRow *heights = &self->heights[row];
  const SkhTimelinePlace *place = skh_timeline_picture_get_row (self, row);
  g_autofree char *remark
    = skh_timeline_dup_remark (place->ledger, skh_timeline_place_get_task (place));

  skh_timeline_picture_draw_gridlines (self, slice, FALSE, heights->row, list);
  skh_timeline_picture_draw_gridlines (self, slice, TRUE, heights->row, list);
  if (remark == NULL)
    draw_marks (self, row, slice, list);
  skh_timeline_picture_draw_today (self, slice, 0, heights->row, list);
  if (remark != NULL)
    draw_remark (heights, list, remark);
}

void
skh_timeline_picture_draw_body (SkhTimelinePicture *self,
                                const SkhDrawingPart *part,
                                SkhDisplayList *list)
{
  float width = (float)self->base.body_width, height = self->heights[part->row].row;

  if (skh_timeline_picture_get_row (self, part->row)->task != SKH_NO_INDEX)
    draw_task_body (self, part->row, part->slice, list);
  else
    {
      skh_display_list_rect (list, SKH_INK_HEAD, 0, 0, width, height);
      skh_timeline_picture_draw_today (self, part->slice, 0, height, list);
    }
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, 0, height - 1, width, 1);
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, width - 1, 0, 1, height);
}
