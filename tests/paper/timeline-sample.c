/* SPDX-License-Identifier: GPL-3.0-or-later */

/* timeline-sample TASKS ZOOM(0…3) a4|a3 OUT.pdf OUT.xlsx: the timeline of two plans, of
   2023 and of 2024, with TASKS invented tasks each. */
#include "sample-draft.h"
#include "sample-ledger.h"
#include "skh-paper.h"
#include "skh-sheet-writer.h"
#include "skh-timeline-report.h"

#include <stdlib.h>
#include <string.h>

static const char *const lead[] = { "A", NULL };

/* In turn: a day, a month, a quarter, every quarter, always, never said, some day. */
static SkhDeadline
make_deadline (guint i, int year)
{
  switch (i % 7)
    {
    case 0:
      return skh_deadline_before (skh_date_new (year, 1 + (int)(i % 12), 15));
    case 1:
      return skh_deadline_in_period (
        skh_period_new (SKH_PERIOD_MONTH, year, 1 + (int)(i % 12)));
    case 2:
      return skh_deadline_by_end_of (skh_period_new (SKH_PERIOD_QUARTER, year,
                                                     1 + (int)(i % 4)),
                                     FALSE);
    case 3:
      return skh_deadline_periodic (SKH_DEADLINE_QUARTERLY, year);
    case 4:
      return skh_deadline_open (SKH_DEADLINE_ONGOING);
    case 5:
      return skh_deadline_open (SKH_DEADLINE_UNSPECIFIED);
    default:
      return skh_deadline_open (SKH_DEADLINE_RELATIVE);
    }
}

/* Titles grow long from time to time. */
static const char *
make_title (SkhPlanDraft *draft, guint i)
{
  g_autoptr (GString) title = g_string_new (NULL);

  g_string_printf (title, "Việc mẫu %u", i + 1);
  for (guint n = 0; n < i % 5 * 2; n++)
    g_string_append (title, " và phối hợp thực hiện");
  return skh_plan_draft_string (draft, title->str);
}

static SkhPlanDraft *
make_draft (guint n_tasks, int year)
{
  SkhPlanDraft *draft = sample_draft_new ();
  g_autofree char *name = g_strdup_printf ("Kế hoạch mẫu năm %d", year);
  guint n_sections = 12;

  g_array_set_size (draft->tasks, 0);
  g_array_set_size (draft->sections, 0);
  draft->year = year;
  draft->short_title = skh_plan_draft_string (draft, name);
  for (guint i = 0; i < n_sections; i++)
    {
      g_autofree char *code = g_strdup_printf ("II.%u", i + 1);
      SkhSectionDraft section
        = { skh_plan_draft_string (draft, code), "Nhóm việc mẫu của kế hoạch" };

      g_array_append_val (draft->sections, section);
    }
  for (guint i = 0; i < n_tasks; i++)
    {
      g_autofree char *no = g_strdup_printf ("%u", i + 1);
      SkhTaskDraft task = {
        .no = skh_plan_draft_string (draft, no),
        .section
        = g_array_index (draft->sections, SkhSectionDraft, i * n_sections / n_tasks).code,
        .title = make_title (draft, i),
        .short_title = make_title (draft, i),
        .lead = lead,
        .deadline = make_deadline (i, year),
        .wording = "theo kế hoạch mẫu",
        .measures = g_array_new (FALSE, TRUE, sizeof (SkhMeasureDraft)),
      };

      g_array_append_val (draft->tasks, task);
    }
  return draft;
}

static SkhLedger *
make_ledger (SampleLedger *sample, guint n_tasks, int year)
{
  g_autoptr (SkhPlanDraft) draft = make_draft (n_tasks, year);

  sample_ledger_create (sample, draft);
  return sample_ledger_load (sample);
}

static SkhReport *
make_report (guint n_tasks, SkhZoom zoom, SkhPaperSize size)
{
  SampleLedger samples[2];
  SkhLedger *ledgers[2];
  SkhTimelineOptions options = {
    .on = skh_date_new (2023, 4, 15),
    .period = skh_period_parse ("2023"),
    .zoom = zoom,
  };
  SkhReport *report;

  for (int i = 0; i < 2; i++)
    ledgers[i] = make_ledger (&samples[i], n_tasks, 2023 + i);
  report = skh_timeline_report_new_for_plans (ledgers, 2, &options, size);
  for (int i = 0; i < 2; i++)
    {
      skh_ledger_unref (ledgers[i]);
      sample_ledger_tear_down (&samples[i], NULL);
    }
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
  report = make_report ((guint)atoi (argv[1]), (SkhZoom)atoi (argv[2]),
                        strcmp (argv[3], "a3") == 0 ? SKH_PAPER_A3 : SKH_PAPER_A4);
  paper = skh_paper_new (report, "hd36-2018", &error);
  if (paper == NULL || !skh_paper_write_pdf (paper, argv[4], &error)
      || !skh_sheet_writer_write (report, argv[5], &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_print ("%u\n", skh_paper_get_n_pages (paper));
  return 0;
}
