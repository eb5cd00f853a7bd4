/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-timeline-page-private.h"

/* Folds are kept by plan and the sections' codes, so that they outlive every ledger. */

static char *
dup_key (SkhLedger *ledger, guint section)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%s", skh_ledger_get_plan (ledger)->id,
                          skh_ledger_get_sections (ledger, NULL)[section].code);
}

/**
 * skh_timeline_page_dup_band_key:
 *
 * Returns: (transfer full): what a section's band is known by in any ledger, or %NULL for
 *   another row
 */
char *
skh_timeline_page_dup_band_key (SkhTimeline *timeline, guint row)
{
  guint section = skh_timeline_get_section (timeline, row);

  if (skh_timeline_get_task (timeline, row) != SKH_NO_INDEX || section == SKH_NO_INDEX)
    return NULL;
  return dup_key (skh_timeline_get_ledger (timeline, row), section);
}

/**
 * skh_timeline_page_find_band_key:
 * @row: (out): of the band
 *
 * Returns: %FALSE where there is no such band
 */
gboolean
skh_timeline_page_find_band_key (SkhTimeline *timeline, const char *key, guint *row)
{
  for (guint i = 0; i < skh_timeline_get_n_rows (timeline); i++)
    {
      g_autofree char *other = skh_timeline_page_dup_band_key (timeline, i);

      if (g_strcmp0 (other, key) != 0)
        continue;
      *row = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * skh_timeline_page_make_folded:
 *
 * Returns: (transfer full): what is folded, as skh_timeline_set_folded() takes it
 */
gboolean *
skh_timeline_page_make_folded (SkhTimelinePage *self, SkhTimeline *timeline)
{
  gboolean *folded = g_new0 (gboolean, skh_timeline_get_n_folds (timeline) + 1);

  for (guint row = 0; row < skh_timeline_get_n_rows (timeline); row++)
    {
      g_autofree char *key = skh_timeline_page_dup_band_key (timeline, row);

      if (key != NULL)
        folded[skh_timeline_get_fold (timeline, row)]
          = g_hash_table_contains (self->folded, key);
    }
  return folded;
}

static gboolean
is_all_folded (SkhTimelinePage *self, SkhTimeline *timeline)
{
  for (guint row = 0; row < skh_timeline_get_n_rows (timeline); row++)
    if (skh_timeline_get_task (timeline, row) != SKH_NO_INDEX)
      return FALSE;
  return TRUE;
}

/* The row that has the fold's band, wherever it now stands. */
static guint
find_band (SkhTimeline *timeline, guint fold)
{
  for (guint row = 0; row < skh_timeline_get_n_rows (timeline); row++)
    if (skh_timeline_get_task (timeline, row) == SKH_NO_INDEX
        && skh_timeline_get_fold (timeline, row) == fold)
      return row;
  return 0;
}

/* The cursor stays on its task, or goes to the band that took it in. */
static void
apply (SkhTimelinePage *self, SkhTimeline *timeline)
{
  g_autofree gboolean *folded = skh_timeline_page_make_folded (self, timeline);
  guint row = 0, fold = SKH_NO_INDEX;

  if (skh_timeline_page_get_row (self, &row))
    fold = skh_timeline_get_fold (timeline, row);
  skh_timeline_set_folded (timeline, folded);
  if (self->selected == 0 || !skh_timeline_find_task (timeline, self->selected, &row))
    row = find_band (timeline, fold);
  self->updating = TRUE;
  gtk_toggle_button_set_active (self->fold_button, is_all_folded (self, timeline));
  self->updating = FALSE;
  skh_grid_source_changed (SKH_GRID_SOURCE (self->source));
  skh_grid_view_set_current (self->view, (int)row, SKH_GRID_ROW_HEAD);
}

/* Rows other than bands are left alone. */
static gboolean
set_folded (SkhTimelinePage *self, SkhTimeline *timeline, guint row, gboolean folded)
{
  g_autofree char *key = skh_timeline_page_dup_band_key (timeline, row);

  if (key == NULL)
    return FALSE;
  if (folded)
    g_hash_table_add (self->folded, g_steal_pointer (&key));
  else
    g_hash_table_remove (self->folded, key);
  return TRUE;
}

void
skh_timeline_page_unfold_section (SkhTimelinePage *self, SkhLedger *ledger, guint section)
{
  g_autofree char *key = dup_key (ledger, section);

  g_hash_table_remove (self->folded, key);
}

/**
 * skh_timeline_page_fold:
 * @row: of a section's band; others are left alone
 */
void
skh_timeline_page_fold (SkhTimelinePage *self, guint row, gboolean folded)
{
  SkhTimeline *timeline = skh_timeline_page_get_timeline (self);

  if (set_folded (self, timeline, row, folded))
    apply (self, timeline);
}

void
skh_timeline_page_fold_all (SkhTimelinePage *self, gboolean folded)
{
  SkhTimeline *timeline = skh_timeline_page_get_timeline (self);

  if (timeline == NULL)
    return;
  for (guint row = 0; row < skh_timeline_get_n_rows (timeline); row++)
    set_folded (self, timeline, row, folded);
  apply (self, timeline);
}
