/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which rows a matrix has: units in the plan's order, or by how much is done; in an
   outline under the headings of their groups, and sub-units under their units. */
#include "skh-matrix-private.h"

#include <math.h>

typedef struct
{
  SkhMatrix *matrix;
  const SkhMatrixFilter *filter;
  const gboolean *shown;
  SkhRates *rates; /* a unit */
  guint n_units;
  guint *group_of; /* a unit: the first of its groups, or SKH_NO_INDEX */
} Fill;

void
skh_matrix_row_clear (SkhMatrixRow *row)
{
  g_clear_pointer (&row->counts, g_free);
}

static gboolean
is_folded (const Fill *fill, const char *code)
{
  return fill->filter->folded != NULL
         && g_hash_table_contains (fill->filter->folded, code);
}

/* Cut, not rounded: only all is 100 %. */
static void
add_row (const Fill *fill, SkhMatrixRow *row)
{
  if (row->rates.expected > 0)
    g_snprintf (row->percent, sizeof row->percent, "%.0f%%",
                floor (skh_rates_get_completeness (&row->rates) * 100));
  else
    g_strlcpy (row->percent, "—", sizeof row->percent);
  g_array_append_val (fill->matrix->rows, *row);
}

static void
add_unit (const Fill *fill, guint unit, guint depth, SkhMatrixFold fold)
{
  SkhMatrixRow row = { .unit = unit,
                       .group = SKH_NO_INDEX,
                       .depth = depth,
                       .fold = fold,
                       .rates = fill->rates[unit] };

  add_row (fill, &row);
}

/* — In the plan's order — */

static const SkhUnit *
get_units (const Fill *fill)
{
  return skh_ledger_get_units (fill->matrix->ledger, NULL);
}

/* The nearest unit above that stands under the same heading. */
static guint
find_shown_parent (const Fill *fill, guint unit)
{
  const SkhUnit *units = get_units (fill);

  for (guint above = units[unit].parent; above != SKH_NO_INDEX;
       above = units[above].parent)
    if (fill->shown[above] && fill->group_of[above] == fill->group_of[unit])
      return above;
  return SKH_NO_INDEX;
}

static gboolean
stands_under (const Fill *fill, guint unit, guint group, guint parent)
{
  return fill->shown[unit] && fill->group_of[unit] == group
         && find_shown_parent (fill, unit) == parent;
}

static gboolean
has_children (const Fill *fill, guint unit)
{
  for (guint i = 0; i < fill->n_units; i++)
    if (stands_under (fill, i, fill->group_of[unit], unit))
      return TRUE;
  return FALSE;
}

static void add_children (const Fill *fill, guint group, guint parent, guint depth);

static void
add_tree (const Fill *fill, guint unit, guint depth, const gboolean *is_parent)
{
  gboolean closed = is_folded (fill, get_units (fill)[unit].code);

  if (!is_parent[unit] || !has_children (fill, unit))
    {
      add_unit (fill, unit, depth, SKH_MATRIX_FOLD_NONE);
      return;
    }
  add_unit (fill, unit, depth, closed ? SKH_MATRIX_FOLD_CLOSED : SKH_MATRIX_FOLD_OPEN);
  if (!closed)
    add_children (fill, fill->group_of[unit], unit, depth + 1);
}

static void
add_children (const Fill *fill, guint group, guint parent, guint depth)
{
  const SkhUnit *units = get_units (fill);
  g_autofree gboolean *is_parent = g_new0 (gboolean, fill->n_units + 1);

  for (guint i = 0; i < fill->n_units; i++)
    if (units[i].parent != SKH_NO_INDEX)
      is_parent[units[i].parent] = TRUE;
  for (guint i = 0; i < fill->n_units; i++)
    if (stands_under (fill, i, group, parent))
      add_tree (fill, i, depth, is_parent);
}

static void
add_group (const Fill *fill, guint group)
{
  const char *code = skh_ledger_get_groups (fill->matrix->ledger, NULL)[group].code;
  gboolean closed = is_folded (fill, code), any = FALSE;
  SkhMatrixRow row = { .unit = SKH_NO_INDEX,
                       .group = group,
                       .fold = closed ? SKH_MATRIX_FOLD_CLOSED : SKH_MATRIX_FOLD_OPEN };

  for (guint i = 0; i < fill->n_units; i++)
    if (fill->shown[i] && fill->group_of[i] == group)
      {
        skh_rates_add (&row.rates, &fill->rates[i]);
        any = TRUE;
      }
  if (!any)
    return;
  add_row (fill, &row);
  if (!closed)
    add_children (fill, group, SKH_NO_INDEX, 1);
}

/* Units without a group come first, without a heading. */
static void
add_outline (Fill *fill)
{
  guint n_groups;

  skh_ledger_get_groups (fill->matrix->ledger, &n_groups);
  for (guint i = 0; i < fill->n_units; i++)
    fill->group_of[i]
      = skh_ledger_find_group (fill->matrix->ledger, get_units (fill)[i].groups[0]);
  add_children (fill, SKH_NO_INDEX, SKH_NO_INDEX, 0);
  for (guint group = 0; group < n_groups; group++)
    add_group (fill, group);
}

/* — By how much is done — */

/* Those that owe nothing come last either way. */
static int
compare_done (gconstpointer a, gconstpointer b, gpointer data)
{
  const SkhMatrixRow *x = a, *y = b;
  int direction = GPOINTER_TO_INT (data);
  double done_x = skh_rates_get_completeness (&x->rates);
  double done_y = skh_rates_get_completeness (&y->rates);

  if ((done_x < 0) != (done_y < 0))
    return done_x < 0 ? 1 : -1;
  if (done_x < done_y || done_x > done_y)
    return done_x < done_y ? -direction : direction;
  return x->unit < y->unit ? -1 : x->unit > y->unit;
}

static void
add_flat (const Fill *fill)
{
  for (guint i = 0; i < fill->n_units; i++)
    if (fill->shown[i])
      add_unit (fill, i, 0, SKH_MATRIX_FOLD_NONE);
  if (fill->filter->order != SKH_MATRIX_PLAN_ORDER)
    g_array_sort_with_data (
      fill->matrix->rows, compare_done,
      GINT_TO_POINTER (fill->filter->order == SKH_MATRIX_LEAST_DONE_FIRST ? 1 : -1));
}

void
skh_matrix_fill_rows (SkhMatrix *self,
                      const SkhMatrixFilter *filter,
                      const gboolean *shown)
{
  Fill fill = { .matrix = self, .filter = filter, .shown = shown };

  skh_ledger_get_units (self->ledger, &fill.n_units);
  fill.rates = g_new0 (SkhRates, fill.n_units + 1);
  fill.group_of = g_new0 (guint, fill.n_units + 1);
  skh_ledger_get_all_rates (self->ledger, self->period, self->on, fill.rates, NULL);
  for (guint i = 0; i < fill.n_units; i++)
    self->n_units += shown[i] ? 1 : 0;
  if (filter->outline && filter->order == SKH_MATRIX_PLAN_ORDER)
    add_outline (&fill);
  else
    add_flat (&fill);
  g_free (fill.rates);
  g_free (fill.group_of);
}
