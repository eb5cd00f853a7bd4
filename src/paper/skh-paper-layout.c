/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-paper-layout.h"

/* Rounding in sums of row heights must not push a row that fits exactly. */
#define SLACK 0.01

/* Columns too narrow for their longest word keep that word's width and leave the rest to
   the others; each round takes at least one more column out, or ends. */
static gboolean
hold_narrow_columns (const double *wanted,
                     const double *least,
                     guint n,
                     double width,
                     double *widths,
                     gboolean *held)
{
  double rest = width, weight = 0;
  gboolean changed = FALSE;

  for (guint i = 0; i < n; i++)
    if (held[i])
      rest -= least[i];
    else
      weight += wanted[i];
  for (guint i = 0; i < n; i++)
    {
      widths[i] = held[i] || weight <= 0 ? least[i] : rest * wanted[i] / weight;
      if (held[i] || widths[i] >= least[i])
        continue;
      held[i] = TRUE;
      changed = TRUE;
    }
  return changed;
}

/**
 * skh_paper_layout_share_width:
 * @wanted: what each column asks for, in any unit, not negative
 * @least: what each column needs so that no word breaks, in the unit of @width
 * @width: to be shared out whole
 * @widths: (out): the share of each column
 *
 * Shares @width in proportion to @wanted, no column below its @least. Where even the
 * @least do not fit, the shares are in proportion to those.
 */
void
skh_paper_layout_share_width (const double *wanted,
                              const double *least,
                              guint n,
                              double width,
                              double *widths)
{
  g_autofree gboolean *held = g_new0 (gboolean, n);
  double needed = 0, total = 0;

  for (guint i = 0; i < n; i++)
    needed += least[i];
  if (needed >= width && needed > 0)
    {
      for (guint i = 0; i < n; i++)
        widths[i] = width * least[i] / needed;
      return;
    }
  while (hold_narrow_columns (wanted, least, n, width, widths, held))
    ;
  /* All held, or nothing wanted: what is left over goes to everybody alike. */
  for (guint i = 0; i < n; i++)
    total += widths[i];
  for (guint i = 0; i < n; i++)
    widths[i] += (width - total) / n;
}

/**
 * skh_paper_layout_fit:
 * @strips: bands in their order
 * @room: the height left on the page
 * @part_kept: whether strips that should stay with the next may be parted, because they
 *   would not fit on a page of their own either
 *
 * Returns: how many of the first strips stand on this page; 0 when none does
 */
guint
skh_paper_layout_fit (const SkhPaperStrip *strips,
                      guint n,
                      double room,
                      gboolean part_kept)
{
  guint fitting = 0;
  double height = 0;

  for (guint i = 0; i < n; i++)
    {
      height += strips[i].height;
      if (height > room + SLACK)
        break;
      if (part_kept || !strips[i].keep || i + 1 == n)
        fitting = i + 1;
    }
  return fitting;
}
