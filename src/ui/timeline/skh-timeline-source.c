/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-timeline-source.h"

struct _SkhTimelineSource
{
  GObject parent_instance;

  SkhTimeline *timeline;
};

static void skh_timeline_source_init_interface (SkhGridSourceInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SkhTimelineSource,
                               skh_timeline_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SKH_TYPE_GRID_SOURCE,
                                                      skh_timeline_source_init_interface))

static SkhTimeline *
get_timeline (SkhGridSource *source)
{
  return SKH_TIMELINE_SOURCE (source)->timeline;
}

static SkhTimelineSizes
get_sizes (SkhGridSource *source)
{
  SkhTimeline *timeline = get_timeline (source);

  return timeline != NULL ? *skh_timeline_get_sizes (timeline) : (SkhTimelineSizes){ 0 };
}

static int
get_n_rows (SkhGridSource *source)
{
  SkhTimeline *timeline = get_timeline (source);

  return timeline != NULL ? (int)skh_timeline_get_n_rows (timeline) : 0;
}

static int
get_n_columns (SkhGridSource *source)
{
  return get_timeline (source) != NULL ? 1 : 0;
}

static void
get_size (SkhGridSource *source, int *width, int *height)
{
  SkhTimeline *timeline = get_timeline (source);
  SkhTimelineSizes sizes = get_sizes (source);

  *width = sizes.side + (timeline != NULL ? (int)skh_timeline_get_width (timeline) : 0);
  *height = sizes.head + get_n_rows (source) * sizes.row;
}

static int
get_head_height (SkhGridSource *source)
{
  return get_sizes (source).head;
}

static int
get_frozen_width (SkhGridSource *source)
{
  return get_sizes (source).side;
}

static gboolean
get_cell_rect (SkhGridSource *source, int row, int column, graphene_rect_t *rect)
{
  SkhTimelineSizes sizes = get_sizes (source);
  float y = (float)(sizes.head + row * sizes.row);

  if (row < 0 || row >= get_n_rows (source))
    return FALSE;
  if (column == SKH_GRID_ROW_HEAD)
    graphene_rect_init (rect, 0, y, (float)sizes.side, (float)sizes.row);
  else
    graphene_rect_init (rect, (float)sizes.side, y,
                        (float)skh_timeline_get_width (get_timeline (source)),
                        (float)sizes.row);
  return TRUE;
}

/* Wherever a row is pointed at, its head is meant. */
static gboolean
get_cell_at (SkhGridSource *source, float x, float y, int *row, int *column)
{
  SkhTimelineSizes sizes = get_sizes (source);

  if (get_timeline (source) == NULL)
    return FALSE;
  *row = (int)(y - (float)sizes.head) / sizes.row;
  *column = SKH_GRID_ROW_HEAD;
  return y >= (float)sizes.head && *row < get_n_rows (source);
}

static void
render (SkhGridSource *source,
        SkhGridRegion region,
        const SkhRect *area,
        SkhDisplayList *list)
{
  SkhTimeline *timeline = get_timeline (source);

  if (timeline == NULL)
    return;
  if (region == SKH_GRID_BODY)
    skh_timeline_draw_body (timeline, area, list);
  else if (region == SKH_GRID_HEAD)
    skh_timeline_draw_head (timeline, area, list);
  else if (region == SKH_GRID_SIDE)
    skh_timeline_draw_side (timeline, area, list);
  else
    skh_timeline_draw_corner (timeline, list);
}

static char *
dup_cell_name (SkhGridSource *source, int row, int column)
{
  return skh_timeline_dup_row_name (get_timeline (source), (guint)row);
}

static gboolean
can_focus_cell (SkhGridSource *source, int row, int column)
{
  return column == SKH_GRID_ROW_HEAD;
}

static SkhGridFold
get_fold (SkhGridSource *source, int row)
{
  SkhTimeline *timeline = get_timeline (source);
  int n = get_n_rows (source);

  if (row < 0 || row >= n || skh_timeline_get_task (timeline, (guint)row) != SKH_NO_INDEX
      || skh_timeline_get_section (timeline, (guint)row) == SKH_NO_INDEX)
    return SKH_GRID_FOLD_NONE;
  return row + 1 < n && skh_timeline_get_task (timeline, (guint)row + 1) != SKH_NO_INDEX
           ? SKH_GRID_FOLD_OPEN
           : SKH_GRID_FOLD_CLOSED;
}

static void
skh_timeline_source_init_interface (SkhGridSourceInterface *interface)
{
  interface->get_size = get_size;
  interface->get_head_height = get_head_height;
  interface->get_frozen_width = get_frozen_width;
  interface->get_n_rows = get_n_rows;
  interface->get_n_columns = get_n_columns;
  interface->get_cell_rect = get_cell_rect;
  interface->get_cell_at = get_cell_at;
  interface->render = render;
  interface->dup_cell_name = dup_cell_name;
  interface->can_focus_cell = can_focus_cell;
  interface->get_fold = get_fold;
}

static void
skh_timeline_source_finalize (GObject *object)
{
  g_clear_pointer (&SKH_TIMELINE_SOURCE (object)->timeline, skh_timeline_free);
  G_OBJECT_CLASS (skh_timeline_source_parent_class)->finalize (object);
}

static void
skh_timeline_source_class_init (SkhTimelineSourceClass *class)
{
  G_OBJECT_CLASS (class)->finalize = skh_timeline_source_finalize;
}

static void
skh_timeline_source_init (SkhTimelineSource *self)
{
}

SkhTimelineSource *
skh_timeline_source_new (void)
{
  return g_object_new (SKH_TYPE_TIMELINE_SOURCE, NULL);
}

void
skh_timeline_source_set_timeline (SkhTimelineSource *self, SkhTimeline *timeline)
{
  g_clear_pointer (&self->timeline, skh_timeline_free);
  self->timeline = timeline;
  skh_grid_source_changed (SKH_GRID_SOURCE (self));
}

SkhTimeline *
skh_timeline_source_get_timeline (SkhTimelineSource *self)
{
  return self->timeline;
}
