/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-draft.h"

static const char *const group_a[] = { "A", NULL };
static const char *const group_cells[] = { "CELLS", NULL };
static const char *const unit_b1[] = { "B1", NULL };

static void
add_unit (SkhPlanDraft *draft,
          const char *code,
          const char *name,
          const char *const *groups)
{
  SkhUnitDraft unit = {
    .code = code,
    .name = name,
    .short_name = code,
    .parent = g_str_equal (code, "ROOT") ? NULL : "ROOT",
    .groups = groups,
    .opened = SKH_DATE_NONE,
    .closed = SKH_DATE_NONE,
  };

  g_array_append_val (draft->units, unit);
}

static SkhTaskDraft *
add_task (SkhPlanDraft *draft,
          const char *no,
          const char *section,
          const char *title,
          const char *const *lead,
          SkhDeadline deadline)
{
  SkhTaskDraft task = {
    .no = no,
    .section = section,
    .clause = section,
    .title = title,
    .short_title = title,
    .lead = lead,
    .deadline = deadline,
    .wording = "as the plan says",
    .measures = g_array_new (FALSE, TRUE, sizeof (SkhMeasureDraft)),
  };

  g_array_append_val (draft->tasks, task);
  return &g_array_index (draft->tasks, SkhTaskDraft, draft->tasks->len - 1);
}

static void
add_tasks (SkhPlanDraft *draft)
{
  SkhMeasureDraft members
    = { "members_attending", "Đảng viên tham gia", "members", TRUE, TRUE };
  SkhMeasureDraft meetings = { "meetings", "Số cuộc", NULL, FALSE, FALSE };
  SkhTaskDraft *task;

  task = add_task (draft, "1", "II.1", "Gửi kế hoạch", group_a,
                   skh_deadline_in_period (skh_period_parse ("2023-Q1")));
  task->wants_document = TRUE;
  task = add_task (draft, "2", "II.1", "Báo cáo sinh hoạt quý", group_a,
                   skh_deadline_periodic (SKH_DEADLINE_QUARTERLY, 2023));
  g_array_append_val (task->measures, members);
  g_array_append_val (task->measures, meetings);
  task = add_task (draft, "3", "III", "Tổng hợp", unit_b1,
                   skh_deadline_open (SKH_DEADLINE_RELATIVE));
  task->event = "hướng dẫn của tỉnh";
  add_task (draft, "4", "III", "Theo dõi", unit_b1,
            skh_deadline_open (SKH_DEADLINE_ONGOING));
  add_task (draft, "5", "III", "Sinh hoạt chi bộ", group_cells,
            skh_deadline_by_end_of (skh_period_parse ("2023-Q2"), FALSE));
}

static void
add_groups (SkhPlanDraft *draft)
{
  SkhGroupDraft a = { "A", "Các đảng ủy mẫu", "Khối A", NULL, NULL, NULL };
  SkhGroupDraft cells = { "CELLS", "Các chi bộ", "Chi bộ", NULL, "cells", "A" };

  g_array_append_val (draft->groups, a);
  g_array_append_val (draft->groups, cells);
}

static void
add_sections (SkhPlanDraft *draft)
{
  SkhSectionDraft learning = { "II.1", "Học tập" },
                  acting = { "III", "Tổ chức thực hiện" };

  g_array_append_val (draft->sections, learning);
  g_array_append_val (draft->sections, acting);
}

static void
add_report_table (SkhPlanDraft *draft)
{
  SkhReportColumnDraft column
    = { "Đảng viên tham gia", "figure:members_attending", NULL, "of_total" };
  SkhReportTableDraft table
    = { "2", "Sinh hoạt chuyên đề", "Biểu 2", g_array_new (FALSE, TRUE, sizeof column) };

  g_array_append_val (table.columns, column);
  g_array_append_val (draft->report_tables, table);
}

SkhPlanDraft *
sample_draft_new (void)
{
  SkhPlanDraft *draft = skh_plan_draft_new ();
  SkhTotalDraft total = { "A1", "members", 40, SKH_DATE_NONE };
  SkhHolidayDraft holiday = { 0, "Giải phóng miền Nam" };
  int year = 2023;

  draft->organisation = "ĐẢNG ỦY MẪU";
  draft->superior = "ĐẢNG BỘ TỈNH MẪU";
  draft->place = "Mẫu";
  draft->symbol = "BC/ĐU";
  draft->authority = "T/M BAN THƯỜNG VỤ";
  draft->position = "PHÓ BÍ THƯ";
  draft->report_recipient = "Ban Tuyên giáo Tỉnh ủy";
  draft->paper_profile = "hd36-2018";
  draft->year = 2023;
  draft->template_id = "sample";
  draft->title = "Kế hoạch mẫu năm 2023";
  draft->short_title = "Kế hoạch mẫu";

  add_groups (draft);
  add_sections (draft);
  add_unit (draft, "ROOT", "Đảng ủy mẫu", NULL);
  add_unit (draft, "A1", "Đảng ủy xã Mẫu Một", group_a);
  add_unit (draft, "A2", "Đảng ủy xã Mẫu Hai", group_a);
  add_unit (draft, "A3", "Đảng ủy xã Mẫu Ba", group_a);
  add_unit (draft, "B1", "Ban Tuyên giáo mẫu", NULL);
  add_tasks (draft);
  add_report_table (draft);
  g_array_append_val (draft->totals, total);
  holiday.day = skh_date_new (2023, 4, 30);
  g_array_append_val (draft->holidays, holiday);
  g_array_append_val (draft->holiday_years, year);
  return draft;
}
