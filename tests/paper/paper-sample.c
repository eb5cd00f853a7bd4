/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-report.h"
#include "skh-paper.h"

#include <stdlib.h>
#include <string.h>

/* paper-sample PROFILE KIND ROWS DAY|- OUT.pdf, where KIND is
   progress: a progress table, an empty one under it and another on a sheet of
   its own, alone: the progress table alone, crowded: a table of more columns
   than the page is made for. */
static SkhReport *
make_report (const char *kind, guint n_rows, SkhDate day)
{
  SkhReport *report = NULL;

  if (strcmp (kind, "crowded") == 0)
    return sample_report_new_crowded (n_rows);
  report = sample_report_new_progress (n_rows);
  sample_report_fill_title_block (report, day);
  if (strcmp (kind, "alone") == 0)
    return report;
  sample_report_add_empty_table (report, "Tiến độ");
  sample_report_add_empty_table (report, "Quá hạn");
  return report;
}

int
main (int argc, char **argv)
{
  g_autoptr (SkhReport) report = NULL;
  g_autoptr (SkhPaper) paper = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 6)
    return 2;
  report = make_report (argv[2], (guint)atoi (argv[3]), skh_date_parse_iso (argv[4]));
  paper = skh_paper_new (report, argv[1], &error);
  if (paper == NULL || !skh_paper_write_pdf (paper, argv[5], &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_print ("%u\n", skh_paper_get_n_pages (paper));
  return 0;
}
