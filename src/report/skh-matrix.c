/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-matrix.h"

#include "skh-line-words.h"
#include "skh-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define USUAL_TEXT 16 /* pixels of a line */

typedef struct
{
  guint task;
  SkhPeriod period;
  SkhDate due; /* of its first line; NONE last */
  const char *title;
  const char *due_text;
} Column;

struct _SkhMatrix
{
  SkhLedger *ledger;
  SkhPeriod period;
  SkhDate on;
  SkhMatrixSizes sizes;
  GArray *rows;    /* guint: unit */
  GArray *columns; /* Column */
  GArray *cells;   /* guint: assignment, row by row */
  SkhRates *rates; /* a unit */
  char **percents; /* a row */
  GStringChunk *strings;
};

/* — Which columns, which rows — */

static gboolean
is_in_group (SkhLedger *ledger, guint unit, const char *group)
{
  return group == NULL
         || g_strv_contains (skh_ledger_get_units (ledger, NULL)[unit].groups, group);
}

static gboolean
is_unfinished (SkhLedger *ledger, const SkhAssignment *line, SkhDate on)
{
  SkhState state = skh_ledger_get_status (ledger, line, on).state;

  return state != SKH_STATE_DELIVERED && state != SKH_STATE_NOT_APPLICABLE;
}

static gboolean
is_shown (SkhMatrix *self, const SkhAssignment *line, const SkhMatrixFilter *filter)
{
  return skh_line_is_listed (&line->line, filter->period)
         && is_in_group (self->ledger, line->unit, filter->group)
         && (!filter->only_unfinished || is_unfinished (self->ledger, line, filter->on));
}

/* "Báo cáo sinh hoạt" and "quý I" make "Báo cáo sinh hoạt quý I"; so does "Báo cáo sinh
   hoạt quý". */
static char *
join_period (const char *title, const char *period)
{
  const char *space = strchr (period, ' ');
  g_autofree char *word = g_strndup (period, space != NULL ? space - period : 0);
  g_autofree char *ending = g_strconcat (" ", word, NULL);

  if (space != NULL && g_str_has_suffix (title, ending))
    return g_strconcat (title, space, NULL);
  return g_strconcat (title, " ", period, NULL);
}

static const char *
keep_title (SkhMatrix *self, const SkhTask *task, const SkhLine *line)
{
  g_autofree char *period = skh_line_dup_period_text (line);
  g_autofree char *title = period != NULL && strstr (task->short_title, period) == NULL
                             ? join_period (task->short_title, period)
                             : g_strdup (task->short_title);

  return g_string_chunk_insert_const (self->strings, title);
}

static void
add_column (SkhMatrix *self, guint task_index, const SkhLine *line)
{
  const SkhTask *task = &skh_ledger_get_tasks (self->ledger, NULL)[task_index];
  g_autofree char *due_text = skh_line_dup_due_text (line, task->deadline.kind);
  Column column = {
    .task = task_index,
    .period = line->period,
    .due = line->due,
    .title = keep_title (self, task, line),
    .due_text = g_string_chunk_insert_const (self->strings, due_text),
  };

  g_array_append_val (self->columns, column);
}

/* Lines of a task stand by period: a column begins with the first that is shown. */
static void
add_columns_of (SkhMatrix *self,
                guint task_index,
                const SkhMatrixFilter *filter,
                gboolean *has_row)
{
  const SkhTask *task = &skh_ledger_get_tasks (self->ledger, NULL)[task_index];
  const SkhAssignment *lines
    = skh_ledger_get_assignments (self->ledger, NULL) + task->first_assignment;
  SkhPeriod last = SKH_PERIOD_INIT_NONE;

  for (guint i = 0; i < task->n_assignments; i++)
    {
      if (!is_shown (self, &lines[i], filter))
        continue;
      has_row[lines[i].unit] = TRUE;
      if (skh_period_equal (lines[i].line.period, last))
        continue;
      last = lines[i].line.period;
      add_column (self, task_index, &lines[i].line);
    }
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const Column *x = a, *y = b;
  gboolean x_dated = x->due != SKH_DATE_NONE, y_dated = y->due != SKH_DATE_NONE;

  if (x_dated != y_dated)
    return x_dated ? -1 : 1;
  if (x->due != y->due)
    return x->due < y->due ? -1 : 1;
  if (x->task != y->task)
    return x->task < y->task ? -1 : 1;
  return (int)x->period.index - (int)y->period.index;
}

static void
choose (SkhMatrix *self, const SkhMatrixFilter *filter)
{
  guint n_tasks, n_units;
  const SkhTask *tasks = skh_ledger_get_tasks (self->ledger, &n_tasks);
  g_autofree gboolean *has_row = NULL;

  skh_ledger_get_units (self->ledger, &n_units);
  has_row = g_new0 (gboolean, n_units + 1);
  for (guint i = 0; i < n_tasks; i++)
    if (filter->section == SKH_NO_INDEX || tasks[i].section == filter->section)
      add_columns_of (self, i, filter, has_row);
  g_array_sort (self->columns, compare_columns);
  for (guint i = 0; i < n_units; i++)
    if (has_row[i])
      g_array_append_val (self->rows, i);
}

static void
fill_cells (SkhMatrix *self)
{
  const SkhAssignment *lines = skh_ledger_get_assignments (self->ledger, NULL);

  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < self->columns->len; column++)
      {
        const Column *record = &g_array_index (self->columns, Column, column);
        guint found = skh_ledger_find_assignment (self->ledger, record->task,
                                                  g_array_index (self->rows, guint, row),
                                                  record->period);

        if (found != SKH_NO_INDEX
            && !skh_line_is_listed (&lines[found].line, self->period))
          found = SKH_NO_INDEX;
        g_array_append_val (self->cells, found);
      }
}

static void
count_rates (SkhMatrix *self)
{
  guint n_units;

  skh_ledger_get_units (self->ledger, &n_units);
  self->rates = g_new0 (SkhRates, n_units + 1);
  self->percents = g_new0 (char *, self->rows->len + 1);
  skh_ledger_get_all_rates (self->ledger, self->period, self->on, self->rates, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const SkhRates *rates = &self->rates[g_array_index (self->rows, guint, i)];

      self->percents[i]
        = rates->expected > 0
            ? g_strdup_printf ("%.0f%%", floor (skh_rates_get_completeness (rates) * 100))
            : g_strdup ("—");
    }
}

/* All grows with the text, and nothing is smaller than usual. */
static SkhMatrixSizes
make_sizes (int text_height)
{
  double times = MAX (text_height, USUAL_TEXT) / (double)USUAL_TEXT;

  return (SkhMatrixSizes){
    .head = (int)lround (SKH_MATRIX_HEAD_HEIGHT * times),
    .side = (int)lround (SKH_MATRIX_SIDE_WIDTH * times),
    .row = (int)lround (SKH_MATRIX_ROW_HEIGHT * times),
    .column = (int)lround (SKH_MATRIX_COLUMN_WIDTH * times),
  };
}

SkhMatrix *
skh_matrix_new (SkhLedger *ledger, const SkhMatrixFilter *filter)
{
  SkhMatrix *self = g_new0 (SkhMatrix, 1);

  self->ledger = skh_ledger_ref (ledger);
  self->period = filter->period;
  self->on = filter->on;
  self->sizes = make_sizes (filter->text_height);
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint));
  self->strings = g_string_chunk_new (1024);
  choose (self, filter);
  fill_cells (self);
  count_rates (self);
  return self;
}

void
skh_matrix_free (SkhMatrix *self)
{
  skh_ledger_unref (self->ledger);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_array_unref (self->cells);
  g_string_chunk_free (self->strings);
  g_strfreev (self->percents);
  g_free (self->rates);
  g_free (self);
}

/* — What stands where — */

const SkhMatrixSizes *
skh_matrix_get_sizes (SkhMatrix *self)
{
  return &self->sizes;
}

guint
skh_matrix_get_n_rows (SkhMatrix *self)
{
  return self->rows->len;
}

guint
skh_matrix_get_n_columns (SkhMatrix *self)
{
  return self->columns->len;
}

guint
skh_matrix_get_unit (SkhMatrix *self, guint row)
{
  return g_array_index (self->rows, guint, row);
}

guint
skh_matrix_get_task (SkhMatrix *self, guint column)
{
  return g_array_index (self->columns, Column, column).task;
}

guint
skh_matrix_get_assignment (SkhMatrix *self, guint row, guint column)
{
  return g_array_index (self->cells, guint, row * self->columns->len + column);
}

gboolean
skh_matrix_find (SkhMatrix *self, guint assignment, guint *row, guint *column)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (g_array_index (self->cells, guint, i) == assignment)
      {
        *row = i / self->columns->len;
        *column = i % self->columns->len;
        return TRUE;
      }
  return FALSE;
}

/* — Drawing — */

#define FOOT 22 /* of the head: where the days stand */

/* What stands beside texts grows with them. */
static float
scale (SkhMatrix *self, double usual)
{
  return (float)(usual * self->sizes.row / SKH_MATRIX_ROW_HEIGHT);
}

/* The places first … last of so many that a stretch of pixels touches. */
static void
get_range (double start, double length, double step, guint n, guint *first, guint *end)
{
  *first = (guint)CLAMP (floor (start / step), 0, n);
  *end = (guint)CLAMP (ceil ((start + length) / step), 0, n);
}

static void
draw_cell (SkhMatrix *self, guint row, guint column, SkhDisplayList *list)
{
  guint index = skh_matrix_get_assignment (self, row, column);
  float x = (float)column * (float)self->sizes.column,
        y = (float)row * (float)self->sizes.row;
  const SkhAssignment *line;
  SkhStatusSign sign;

  if (index == SKH_NO_INDEX)
    {
      skh_display_list_rect (list, SKH_INK_HEAD, x, y, (float)self->sizes.column,
                             (float)self->sizes.row);
      return;
    }
  line = &skh_ledger_get_assignments (self->ledger, NULL)[index];
  sign = skh_status_get_sign (skh_ledger_get_status (self->ledger, line, self->on),
                              skh_ledger_is_missing (self->ledger, line, self->on));
  if (sign.fill != SKH_INK_NONE)
    skh_display_list_rect (list, sign.fill, x, y, (float)self->sizes.column,
                           (float)self->sizes.row);
  if (*sign.sign != '\0')
    skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_SIGN, sign.ink, 0, x, y,
                                  (float)self->sizes.column, (float)self->sizes.row,
                                  sign.sign);
}

static void
draw_lines (SkhMatrix *self,
            SkhDisplayList *list,
            const SkhRect *area,
            guint first_row,
            guint end_row,
            guint first_column,
            guint end_column)
{
  float top = (float)first_row * (float)self->sizes.row;
  float left = (float)first_column * (float)self->sizes.column;

  for (guint row = first_row; row < end_row; row++)
    skh_display_list_rect (list, SKH_INK_LINE, left,
                           (float)(row + 1) * (float)self->sizes.row - 1,
                           (float)(end_column - first_column) * (float)self->sizes.column,
                           1);
  for (guint column = first_column; column < end_column; column++)
    skh_display_list_rect (list, SKH_INK_LINE,
                           (float)(column + 1) * (float)self->sizes.column - 1, top, 1,
                           (float)(end_row - first_row) * (float)self->sizes.row);
}

void
skh_matrix_draw_body (SkhMatrix *self, const SkhRect *area, SkhDisplayList *list)
{
  guint first_row, end_row, first_column, end_column;

  get_range (area->y, area->h, self->sizes.row, self->rows->len, &first_row, &end_row);
  get_range (area->x, area->w, self->sizes.column, self->columns->len, &first_column,
             &end_column);
  for (guint row = first_row; row < end_row; row++)
    for (guint column = first_column; column < end_column; column++)
      draw_cell (self, row, column, list);
  draw_lines (self, list, area, first_row, end_row, first_column, end_column);
}

void
skh_matrix_draw_head (SkhMatrix *self, const SkhRect *area, SkhDisplayList *list)
{
  guint first, end;

  get_range (area->x, area->w, self->sizes.column, self->columns->len, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      float x = (float)i * (float)self->sizes.column;

      skh_display_list_text_static (list, SKH_SHAPE_VERTICAL_TEXT, SKH_FONT_SMALL,
                                    SKH_INK_TEXT, -1, x + 3, 6,
                                    (float)self->sizes.column - 6,
                                    (float)self->sizes.head - scale (self, 30),
                                    column->title);
      skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_SMALL,
                                    column->due != SKH_DATE_NONE && column->due < self->on
                                      ? SKH_INK_TEXT
                                      : SKH_INK_DIM_TEXT,
                                    0, x, (float)self->sizes.head - scale (self, FOOT),
                                    (float)self->sizes.column, scale (self, 20),
                                    column->due_text);
      skh_display_list_rect (list, SKH_INK_LINE, x + (float)self->sizes.column - 1, 0, 1,
                             (float)self->sizes.head);
    }
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, (float)area->x,
                         (float)self->sizes.head - 1, (float)area->w, 1);
}

#define BAR_X 166
#define BAR_WIDTH 44
#define BAR_HEIGHT 8

static void
draw_bar (SkhMatrix *self, guint row, SkhDisplayList *list)
{
  const SkhRates *rates = &self->rates[g_array_index (self->rows, guint, row)];
  float y = (float)row * (float)self->sizes.row
            + ((float)self->sizes.row - scale (self, BAR_HEIGHT)) / 2;
  double share = rates->expected > 0 ? skh_rates_get_completeness (rates) : 0;

  skh_display_list_round (list, SKH_INK_OFF_FILL, SKH_INK_NONE, scale (self, BAR_X), y,
                          scale (self, BAR_WIDTH), scale (self, BAR_HEIGHT));
  if (share > 0)
    skh_display_list_round (list, SKH_INK_GOOD, SKH_INK_NONE, scale (self, BAR_X), y,
                            (float)MAX (share * scale (self, BAR_WIDTH), 3),
                            scale (self, BAR_HEIGHT));
}

void
skh_matrix_draw_side (SkhMatrix *self, const SkhRect *area, SkhDisplayList *list)
{
  const SkhUnit *units = skh_ledger_get_units (self->ledger, NULL);
  guint first, end;

  get_range (area->y, area->h, self->sizes.row, self->rows->len, &first, &end);
  for (guint row = first; row < end; row++)
    {
      float y = (float)row * (float)self->sizes.row;
      const SkhUnit *unit = &units[g_array_index (self->rows, guint, row)];

      skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_BODY, SKH_INK_TEXT, -1,
                                    12, y, scale (self, BAR_X) - 18,
                                    (float)self->sizes.row, unit->short_name);
      draw_bar (self, row, list);
      skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_SMALL,
                                    SKH_INK_DIM_TEXT, 1,
                                    scale (self, BAR_X) + scale (self, BAR_WIDTH), y,
                                    (float)self->sizes.side - scale (self, BAR_X)
                                      - scale (self, BAR_WIDTH) - 4,
                                    (float)self->sizes.row, self->percents[row]);
      skh_display_list_rect (list, SKH_INK_LINE, 0, y + (float)self->sizes.row - 1,
                             (float)self->sizes.side, 1);
    }
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, (float)self->sizes.side - 1,
                         (float)area->y, 1, (float)area->h);
}

void
skh_matrix_draw_corner (SkhMatrix *self, SkhDisplayList *list)
{
  g_autofree char *title = g_strdup_printf (_ ("Units (%u)"), self->rows->len);

  skh_display_list_text (list, SKH_SHAPE_TEXT, SKH_FONT_BOLD, SKH_INK_TEXT, -1, 12,
                         (float)self->sizes.head - scale (self, 24),
                         scale (self, BAR_X) - 18, scale (self, FOOT), title);
  skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_SMALL, SKH_INK_DIM_TEXT, 1,
                                scale (self, BAR_X) - 30,
                                (float)self->sizes.head - scale (self, FOOT),
                                (float)self->sizes.side - scale (self, BAR_X) + 26,
                                scale (self, 20), _ ("Delivered"));
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, 0, (float)self->sizes.head - 1,
                         (float)self->sizes.side, 1);
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, (float)self->sizes.side - 1, 0, 1,
                         (float)self->sizes.head);
}

char *
skh_matrix_dup_row_name (SkhMatrix *self, guint row)
{
  guint unit = skh_matrix_get_unit (self, row);

  return g_strdup_printf (_ ("%s, %u of %u delivered"),
                          skh_ledger_get_units (self->ledger, NULL)[unit].name,
                          self->rates[unit].actual, self->rates[unit].expected);
}

char *
skh_matrix_dup_cell_name (SkhMatrix *self, guint row, guint column)
{
  const SkhUnit *unit
    = &skh_ledger_get_units (self->ledger, NULL)[skh_matrix_get_unit (self, row)];
  const Column *record = &g_array_index (self->columns, Column, column);
  guint index = skh_matrix_get_assignment (self, row, column);
  g_autofree char *words = NULL;
  const SkhAssignment *line;

  if (index == SKH_NO_INDEX)
    return g_strdup_printf (_ ("%s, %s, not owed"), unit->name, record->title);
  line = &skh_ledger_get_assignments (self->ledger, NULL)[index];
  words = skh_status_dup_words (skh_ledger_get_status (self->ledger, line, self->on),
                                line->line.delivered_on);
  return g_strdup_printf ("%s, %s, %s", unit->name, record->title, words);
}
