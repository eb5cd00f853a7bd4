/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-matrix-private.h"

#include "skh-line-words.h"

#include <math.h>

#define USUAL_TEXT 16 /* pixels of a line */

/* — Which columns, which rows — */

static gboolean
is_in_group (SkhLedger *ledger, guint unit, const char *group)
{
  return g_strv_contains (skh_ledger_get_units (ledger, NULL)[unit].groups, group);
}

static gboolean
is_unfinished (SkhLedger *ledger, const SkhAssignment *line, SkhDate on)
{
  SkhState state = skh_ledger_get_status (ledger, line, on).state;

  return state != SKH_STATE_DELIVERED && state != SKH_STATE_NOT_APPLICABLE;
}

static gboolean
is_overdue (SkhLedger *ledger, const SkhAssignment *line, SkhDate on)
{
  return skh_ledger_get_status (ledger, line, on).timeliness == SKH_TIMELINESS_OVERDUE;
}

static gboolean
is_shown (SkhMatrix *self, const SkhAssignment *line, const SkhMatrixFilter *filter)
{
  return skh_line_is_listed (&line->line, filter->period)
         && (filter->group == NULL
             || is_in_group (self->ledger, line->unit, filter->group))
         && (!filter->only_unfinished || is_unfinished (self->ledger, line, filter->on))
         && (!filter->only_overdue || is_overdue (self->ledger, line, filter->on));
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
add_column (SkhMatrix *self, guint task_index, guint number, const SkhLine *line)
{
  const SkhTask *task = &skh_ledger_get_tasks (self->ledger, NULL)[task_index];
  g_autofree char *due_text = skh_line_dup_due_text (line, task->deadline.kind);
  SkhMatrixColumn column = {
    .task = task_index,
    .number = number,
    .period = line->period,
    .due = line->due,
    .title = keep_title (self, task, line),
    .due_text = g_string_chunk_insert_const (self->strings, due_text),
  };

  g_array_append_val (self->columns, column);
}

/* Walks the lines as they stand in the ledger: by task, and of a task by period. */
typedef struct
{
  SkhMatrix *self;
  const SkhMatrixFilter *filter;
  guint number;      /* of the task and period the walk is at */
  gboolean *has_row; /* a unit */
  guint *row_of;     /* a unit: its row, or SKH_NO_INDEX */
  guint *heading_of; /* a unit: the row of its heading, or SKH_NO_INDEX */
  guint *column_of;  /* a task and period: its column, or SKH_NO_INDEX */
} Walk;

typedef void (*WalkFunc) (Walk *walk, guint task, guint index, gboolean *seen);

static guint
walk_lines (Walk *walk, WalkFunc func)
{
  guint n_tasks;
  const SkhTask *tasks = skh_ledger_get_tasks (walk->self->ledger, &n_tasks);
  const SkhAssignment *lines = skh_ledger_get_assignments (walk->self->ledger, NULL);

  walk->number = 0;
  for (guint t = 0; t < n_tasks; t++)
    {
      guint end = tasks[t].first_assignment + tasks[t].n_assignments;
      gboolean seen = FALSE;

      if (walk->filter->section != SKH_NO_INDEX
          && tasks[t].section != walk->filter->section)
        continue;
      for (guint i = tasks[t].first_assignment; i < end; i++)
        {
          if (i > tasks[t].first_assignment
              && !skh_period_equal (lines[i].line.period, lines[i - 1].line.period))
            {
              walk->number++;
              seen = FALSE;
            }
          func (walk, t, i, &seen);
        }
      walk->number++;
    }
  return walk->number;
}

/* A column begins with the first of its lines that is shown. */
static void
choose_line (Walk *walk, guint task, guint index, gboolean *seen)
{
  const SkhAssignment *line
    = &skh_ledger_get_assignments (walk->self->ledger, NULL)[index];

  if (!is_shown (walk->self, line, walk->filter))
    return;
  walk->has_row[line->unit] = TRUE;
  if (!*seen)
    add_column (walk->self, task, walk->number, &line->line);
  *seen = TRUE;
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const SkhMatrixColumn *x = a, *y = b;
  gboolean x_dated = x->due != SKH_DATE_NONE, y_dated = y->due != SKH_DATE_NONE;

  if (x_dated != y_dated)
    return x_dated ? -1 : 1;
  if (x->due != y->due)
    return x->due < y->due ? -1 : 1;
  if (x->task != y->task)
    return x->task < y->task ? -1 : 1;
  return (int)x->period.index - (int)y->period.index;
}

/* A heading counts what its units owe in the column. */
static void
count_line (Walk *walk, const SkhAssignment *line, guint column)
{
  SkhMatrix *self = walk->self;
  guint heading = walk->heading_of[line->unit];
  SkhState state;

  if (heading == SKH_NO_INDEX)
    return;
  state = skh_ledger_get_status (self->ledger, line, self->on).state;
  if (state == SKH_STATE_NOT_APPLICABLE)
    return;
  skh_matrix_get_row (self, heading)->counts[column].owed++;
  if (state == SKH_STATE_DELIVERED)
    skh_matrix_get_row (self, heading)->counts[column].delivered++;
}

static void
place_line (Walk *walk, guint task, guint index, gboolean *seen)
{
  SkhMatrix *self = walk->self;
  const SkhAssignment *line = &skh_ledger_get_assignments (self->ledger, NULL)[index];
  guint column = walk->column_of[walk->number];

  if (column == SKH_NO_INDEX || !skh_line_is_listed (&line->line, self->period))
    return;
  if (walk->row_of[line->unit] != SKH_NO_INDEX)
    self->cells[walk->row_of[line->unit] * self->columns->len + column] = index;
  if (walk->has_row[line->unit])
    count_line (walk, line, column);
}

static guint *
new_indexes (guint n)
{
  guint *indexes = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    indexes[i] = SKH_NO_INDEX;
  return indexes;
}

/* The heading of a unit stands over it whether or not the unit is folded away. */
static void
find_headings (Walk *walk, guint n_units)
{
  SkhMatrix *self = walk->self;
  g_autofree guint *heading_of_group = NULL;
  guint n_groups;
  const SkhGroup *groups = skh_ledger_get_groups (self->ledger, &n_groups);
  const SkhUnit *units = skh_ledger_get_units (self->ledger, NULL);

  heading_of_group = new_indexes (n_groups);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const SkhMatrixRow *row = skh_matrix_get_row (self, i);

      if (row->unit != SKH_NO_INDEX)
        walk->row_of[row->unit] = i;
      else
        heading_of_group[row->group] = i;
    }
  for (guint i = 0; i < n_units; i++)
    for (guint g = 0; g < n_groups && units[i].groups[0] != NULL; g++)
      if (g_str_equal (groups[g].code, units[i].groups[0]))
        walk->heading_of[i] = heading_of_group[g];
}

static void
fill_cells (Walk *walk, guint n_units, guint n_numbers)
{
  SkhMatrix *self = walk->self;

  self->cells = new_indexes (self->rows->len * self->columns->len);
  walk->column_of = new_indexes (n_numbers);
  walk->row_of = new_indexes (n_units);
  walk->heading_of = new_indexes (n_units);
  for (guint i = 0; i < self->columns->len; i++)
    walk->column_of[skh_matrix_get_column (self, i)->number] = i;
  for (guint i = 0; i < self->rows->len; i++)
    if (skh_matrix_get_row (self, i)->unit == SKH_NO_INDEX)
      skh_matrix_get_row (self, i)->counts = g_new0 (SkhMatrixCount, self->columns->len);
  find_headings (walk, n_units);
  walk_lines (walk, place_line);
}

static void
fill (SkhMatrix *self, const SkhMatrixFilter *filter)
{
  Walk walk = { .self = self, .filter = filter };
  guint n_units, n_numbers;

  skh_ledger_get_units (self->ledger, &n_units);
  walk.has_row = g_new0 (gboolean, n_units + 1);
  n_numbers = walk_lines (&walk, choose_line);
  g_array_sort (self->columns, compare_columns);
  skh_matrix_fill_rows (self, filter, walk.has_row);
  fill_cells (&walk, n_units, n_numbers);
  g_free (walk.has_row);
  g_free (walk.row_of);
  g_free (walk.heading_of);
  g_free (walk.column_of);
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
  self->rows = g_array_new (FALSE, TRUE, sizeof (SkhMatrixRow));
  g_array_set_clear_func (self->rows, (GDestroyNotify)skh_matrix_row_clear);
  self->columns = g_array_new (FALSE, FALSE, sizeof (SkhMatrixColumn));
  self->strings = g_string_chunk_new (1024);
  self->pending = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->marks = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  fill (self, filter);
  return self;
}

void
skh_matrix_free (SkhMatrix *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_hash_table_unref (self->pending);
  g_hash_table_unref (self->marks);
  g_string_chunk_free (self->strings);
  skh_ledger_unref (self->ledger);
  g_free (self->cells);
  g_free (self);
}

/* — What stands where — */

SkhLedger *
skh_matrix_get_ledger (SkhMatrix *self)
{
  return self->ledger;
}

SkhDate
skh_matrix_get_on (SkhMatrix *self)
{
  return self->on;
}

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

/* Units, headings not counted, those folded away among them. */
guint
skh_matrix_get_n_units (SkhMatrix *self)
{
  return self->n_units;
}

SkhMatrixRow *
skh_matrix_get_row (SkhMatrix *self, guint row)
{
  return &g_array_index (self->rows, SkhMatrixRow, row);
}

const SkhMatrixColumn *
skh_matrix_get_column (SkhMatrix *self, guint column)
{
  return &g_array_index (self->columns, SkhMatrixColumn, column);
}

guint
skh_matrix_get_unit (SkhMatrix *self, guint row)
{
  return skh_matrix_get_row (self, row)->unit;
}

guint
skh_matrix_get_task (SkhMatrix *self, guint column)
{
  return skh_matrix_get_column (self, column)->task;
}

SkhMatrixFold
skh_matrix_get_fold (SkhMatrix *self, guint row)
{
  return skh_matrix_get_row (self, row)->fold;
}

const char *
skh_matrix_get_code (SkhMatrix *self, guint row)
{
  const SkhMatrixRow *record = skh_matrix_get_row (self, row);

  return record->unit != SKH_NO_INDEX
           ? skh_ledger_get_units (self->ledger, NULL)[record->unit].code
           : skh_ledger_get_groups (self->ledger, NULL)[record->group].code;
}

guint
skh_matrix_get_assignment (SkhMatrix *self, guint row, guint column)
{
  return self->cells[row * self->columns->len + column];
}

gboolean
skh_matrix_find (SkhMatrix *self, guint assignment, guint *row, guint *column)
{
  for (guint i = 0; i < self->rows->len * self->columns->len; i++)
    if (self->cells[i] == assignment)
      {
        *row = i / self->columns->len;
        *column = i % self->columns->len;
        return TRUE;
      }
  return FALSE;
}

/* — What is not in the ledger yet, or never will be — */

void
skh_matrix_set_pending (SkhMatrix *self,
                        guint assignment,
                        SkhState state,
                        SkhDate delivered_on)
{
  SkhLine *line = g_new (SkhLine, 1);

  *line = skh_ledger_get_assignments (self->ledger, NULL)[assignment].line;
  line->state = (guint8)state;
  line->delivered_on = delivered_on;
  line->is_empty_return = FALSE;
  g_hash_table_insert (self->pending, GUINT_TO_POINTER (assignment + 1), line);
}

SkhAssignment
skh_matrix_get_line (SkhMatrix *self, guint assignment)
{
  SkhAssignment line = skh_ledger_get_assignments (self->ledger, NULL)[assignment];
  const SkhLine *pending
    = g_hash_table_lookup (self->pending, GUINT_TO_POINTER (assignment + 1));
  SkhLineCount count;

  if (pending != NULL)
    line.line = *pending;
  count = skh_ledger_get_count (self->ledger, &line, self->on);
  line.count = count.count;
  line.total = count.total;
  return line;
}

static gpointer
get_mark_key (SkhMatrix *self, guint row, guint column)
{
  return GUINT_TO_POINTER (row * self->columns->len + column + 1);
}

void
skh_matrix_set_mark (SkhMatrix *self, guint row, guint column, const char *why)
{
  if (why != NULL)
    g_hash_table_insert (self->marks, get_mark_key (self, row, column), g_strdup (why));
  else
    g_hash_table_remove (self->marks, get_mark_key (self, row, column));
}

const char *
skh_matrix_get_mark (SkhMatrix *self, guint row, guint column)
{
  return g_hash_table_lookup (self->marks, get_mark_key (self, row, column));
}
