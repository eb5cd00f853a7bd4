/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Synthetic workbooks. The plan is laid out by rule, so that its size is known; who has
   delivered what, when and how many is drawn from the seed. */
#include "skh-generator.h"

#include "skh-stores.h"
#include "skh-workbook-maker.h"

/* How many units stand directly under one. */
#define CHILDREN 25

/* Deliveries are drawn as seen from this day of the year: 31 August. */
#define SEEN_MONTH 8
#define SEEN_DAY 31

/* Lines one act fills: a changeset is recorded in memory, and the more slowly the longer
   it is. */
#define BATCH 10000

static const struct
{
  const char *name;
  guint n_units, n_tasks;
} scales[] = {
  { "district", 60, 54 },
  { "province", 700, 100 },
  { "national", 52000, 40 },
};

/**
 * skh_generator_spec_for_scale:
 * @scale: `district`, `province` or `national`
 * @spec: (out): its size; seed and year are left as they are
 *
 * Returns: %FALSE when there is no such scale
 */
gboolean
skh_generator_spec_for_scale (const char *scale, SkhGeneratorSpec *spec)
{
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (g_strcmp0 (scales[i].name, scale) == 0)
      {
        spec->n_units = scales[i].n_units;
        spec->n_tasks = scales[i].n_tasks;
        return TRUE;
      }
  return FALSE;
}

/* — Units — */

static const char *const group_codes[] = { "COQUAN", "CDB", "MTTC", "CHINHQUYEN" };
static const char *const unit_kinds[]
  = { "Ban tham mưu", "Đảng ủy xã", "Hội đoàn thể", "Phòng chuyên môn" };

/* One in ten advises, six in ten are committees, two and one are the rest. */
static guint
get_group (guint unit)
{
  static const guint8 groups[] = { 1, 0, 1, 2, 1, 1, 3, 1, 2, 1 };

  return groups[unit % G_N_ELEMENTS (groups)];
}

static const char *G_GNUC_PRINTF (2, 3)
  format_string (SkhPlanDraft *draft, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return skh_plan_draft_string (draft, text);
}

static const char *
unit_code (SkhPlanDraft *draft, guint unit)
{
  return format_string (draft, "DV-%05u", unit);
}

static void
add_total (SkhPlanDraft *draft, const char *unit, const char *kind, gint32 total)
{
  SkhTotalDraft record
    = { .unit = unit, .kind = kind, .total = total, .from = SKH_DATE_NONE };

  g_array_append_val (draft->totals, record);
}

static void
add_unit (SkhPlanDraft *draft, GRand *rand, guint unit)
{
  guint group = get_group (unit);
  const char *const groups[] = { group_codes[group], NULL };
  SkhUnitDraft record = {
    .code = unit_code (draft, unit),
    .name = unit == 0 ? "Cấp ủy mẫu"
                      : format_string (draft, "%s Mẫu %u", unit_kinds[group], unit),
    .short_name = unit == 0 ? "Cấp ủy" : format_string (draft, "ĐV %u", unit),
    .parent = unit == 0 ? NULL : unit_code (draft, (unit - 1) / CHILDREN),
    .groups = skh_plan_draft_list (draft, groups),
    .opened = SKH_DATE_NONE,
    .closed = SKH_DATE_NONE,
  };

  g_array_append_val (draft->units, record);
  add_total (draft, record.code, "cells", g_rand_int_range (rand, 3, 15));
  add_total (draft, record.code, "members", g_rand_int_range (rand, 40, 300));
}

static void
add_groups (SkhPlanDraft *draft)
{
  static const char *const all[] = { "COQUAN", "CDB", "MTTC", "CHINHQUYEN", NULL };
  const SkhGroupDraft groups[] = {
    { "COQUAN", "Các cơ quan tham mưu, giúp việc mẫu", "Cơ quan", NULL, NULL, NULL },
    { "CDB", "Các chi, đảng bộ trực thuộc mẫu", "Chi, đảng bộ", NULL, NULL, NULL },
    { "MTTC", "Mặt trận và các tổ chức mẫu", "MTTQ, đoàn thể", NULL, NULL, NULL },
    { "CHINHQUYEN", "Các cơ quan chính quyền mẫu", "Chính quyền", NULL, NULL, NULL },
    { "CQDV", "Các cơ quan, đơn vị, địa phương mẫu", "Cơ quan, đơn vị", all, NULL, NULL },
    { "CHIBO", "Các chi bộ mẫu", "Chi bộ", NULL, "cells", "CDB" },
    { "MEMBERS", "Đảng viên mẫu", "Đảng viên", NULL, "members", "CDB" },
  };

  g_array_append_vals (draft->groups, groups, G_N_ELEMENTS (groups));
}

/* — Tasks — */

static const struct
{
  const char *code, *title;
} section_titles[] = {
  { "II.1", "Học tập, quán triệt" },
  { "II.2", "Sinh hoạt chuyên đề" },
  { "II.3", "Xây dựng chuẩn mực, cam kết" },
  { "II.4", "Tuyên truyền" },
  { "II.5", "Xây dựng mô hình" },
  { "II.6", "Nhiệm vụ đột phá" },
  { "II.7", "Kiểm tra, giám sát" },
  { "II.8", "Biểu dương, khen thưởng" },
  { "III", "Tổ chức thực hiện" },
};

/* Half of the tasks are everybody's, the rest goes to groups and to single units; one in
   six comes back each quarter. So a plan has about as many lines as units × tasks. */
static const char *const leads[]
  = { "CQDV", "CDB", "CQDV", "MEMBERS", "CQDV", "CDB", "CQDV", NULL, "CQDV", "CHIBO" };

static SkhDeadline
make_deadline (guint task, int year)
{
  switch (task % 6)
    {
    case 0:
      return skh_deadline_periodic (SKH_DEADLINE_QUARTERLY, year);
    case 1:
      return skh_deadline_in_period (
        skh_period_new (SKH_PERIOD_QUARTER, year, (int)(task % 4) + 1));
    case 2:
      return skh_deadline_by_end_of (skh_period_new (SKH_PERIOD_MONTH, year,
                                                     (int)(task % 12) + 1),
                                     TRUE);
    case 3:
      return skh_deadline_before (skh_date_new (year, (int)(task % 12) + 1, 15));
    case 4:
      return skh_deadline_by_end_of (skh_period_new (SKH_PERIOD_HALF, year,
                                                     (int)(task % 2) + 1),
                                     FALSE);
    default:
      return skh_deadline_open (task % 12 == 5 ? SKH_DEADLINE_ONGOING
                                               : SKH_DEADLINE_UNSPECIFIED);
    }
}

static GArray *
make_measures (guint task)
{
  static const SkhMeasureDraft measures[] = {
    { "meetings", "số cuộc", NULL, FALSE, FALSE },
    { "members_attending", "đảng viên tham gia", "members", TRUE, FALSE },
  };
  GArray *array = g_array_new (FALSE, TRUE, sizeof (SkhMeasureDraft));

  if (task % 3 == 0)
    g_array_append_vals (array, measures, G_N_ELEMENTS (measures));
  return array;
}

static void
add_task (SkhPlanDraft *draft, const SkhGeneratorSpec *spec, guint task)
{
  const char *section = section_titles[task % G_N_ELEMENTS (section_titles)].code;
  const char *lead = leads[task % G_N_ELEMENTS (leads)];
  const char *const lead_list[]
    = { lead != NULL ? lead : unit_code (draft, 1 + task % (spec->n_units - 1)), NULL };
  SkhTaskDraft record = {
    .no = format_string (draft, "%u", task + 1),
    .section = section,
    .clause = section,
    .title = format_string (draft, "Nhiệm vụ mẫu số %u của kế hoạch", task + 1),
    .short_title = format_string (draft, "Nhiệm vụ mẫu %u", task + 1),
    .deliverable = task % 2 == 0 ? "Báo cáo" : NULL,
    .recipient = task % 2 == 0 ? "Ban Thường vụ mẫu" : NULL,
    .wording = "theo kế hoạch mẫu",
    .lead = skh_plan_draft_list (draft, lead_list),
    .deadline = make_deadline (task, spec->year),
    .wants_document = task % 4 == 0,
    .measures = make_measures (task),
  };

  g_array_append_val (draft->tasks, record);
}

static void
add_sections (SkhPlanDraft *draft)
{
  for (guint i = 0; i < G_N_ELEMENTS (section_titles); i++)
    {
      SkhSectionDraft section = { section_titles[i].code, section_titles[i].title };

      g_array_append_val (draft->sections, section);
    }
}

/* The report table that needs no register: how far reporting has come. */
static void
add_report_table (SkhPlanDraft *draft)
{
  const SkhReportColumnDraft columns[] = {
    { "Phải nộp", "rates:expected", NULL, "number" },
    { "Đúng hạn", "rates:on_time", NULL, "number" },
    { "Chậm", "rates:late", NULL, "number" },
    { "Chưa nộp", "rates:missing", NULL, "number" },
  };
  SkhReportTableDraft table = {
    .no = "10",
    .title = "Tiến độ báo cáo",
    .sheet_name = "Biểu 10",
    .columns = g_array_new (FALSE, TRUE, sizeof (SkhReportColumnDraft)),
  };

  g_array_append_vals (table.columns, columns, G_N_ELEMENTS (columns));
  g_array_append_val (draft->report_tables, table);
}

/**
 * skh_generator_make_draft:
 * @spec: the size, at least two units and one task, and the seed
 *
 * Returns: (transfer full): a plan of that size
 */
SkhPlanDraft *
skh_generator_make_draft (const SkhGeneratorSpec *spec)
{
  SkhPlanDraft *draft = skh_plan_draft_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (spec->seed);

  draft->organisation = "CẤP ỦY MẪU";
  draft->superior = "ĐẢNG BỘ CẤP TRÊN MẪU";
  draft->place = "Mẫu";
  draft->symbol = "BC/CU";
  draft->report_recipient = "Ban Tuyên giáo cấp trên mẫu";
  draft->year = spec->year;
  draft->template_id = "generated";
  draft->title = format_string (draft, "Kế hoạch mẫu năm %d", spec->year);
  draft->short_title = draft->title;
  add_groups (draft);
  add_sections (draft);
  add_report_table (draft);
  for (guint i = 0; i < spec->n_units; i++)
    add_unit (draft, rand, i);
  for (guint i = 0; i < spec->n_tasks; i++)
    add_task (draft, spec, i);
  g_array_append_val (draft->holiday_years, spec->year);
  return draft;
}

/* — Deliveries — */

typedef struct
{
  GRand *rand;
  SkhLedger *ledger;
  SkhDate seen;
  GArray *edits;     /* SkhAssignmentEdit */
  GPtrArray *pieces; /* what the edits borrow */
} Filler;

static void
filler_clear (Filler *filler)
{
  g_clear_pointer (&filler->rand, g_rand_free);
  g_clear_pointer (&filler->ledger, skh_ledger_unref);
  g_clear_pointer (&filler->edits, g_array_unref);
  g_clear_pointer (&filler->pieces, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filler, filler_clear)

static gpointer
keep (Filler *filler, gpointer piece)
{
  g_ptr_array_add (filler->pieces, piece);
  return piece;
}

static void
add_count (Filler *filler, SkhAssignmentEdit *edit)
{
  gint32 total = g_rand_int_range (filler->rand, 3, 300);

  edit->fields |= SKH_EDIT_COUNT;
  edit->total = total;
  edit->count = edit->state == SKH_STATE_DELIVERED
                  ? total
                  : g_rand_int_range (filler->rand, 1, total);
}

static void
add_figures (Filler *filler, const SkhTask *task, SkhAssignmentEdit *edit)
{
  SkhFigureEdit *figures = keep (filler, g_new0 (SkhFigureEdit, task->n_measures + 1));

  for (guint i = 0; i < task->n_measures; i++)
    {
      gint32 total = g_rand_int_range (filler->rand, 20, 400);

      figures[i].key = task->measures[i].key;
      figures[i].total = task->measures[i].of_total ? total : -1;
      figures[i].value = g_rand_int_range (filler->rand, 0, total + 1);
    }
  edit->figures = figures;
  edit->n_figures = task->n_measures;
}

/* One delivery in eight is late; nothing is delivered after the day all is seen from. */
static void
deliver (Filler *filler,
         const SkhAssignment *line,
         const SkhTask *task,
         SkhAssignmentEdit *edit)
{
  SkhDate due = line->line.due != SKH_DATE_NONE ? line->line.due : filler->seen;
  gboolean late = g_rand_int_range (filler->rand, 0, 8) == 0;
  SkhDate day = late ? due + g_rand_int_range (filler->rand, 1, 30)
                     : due - g_rand_int_range (filler->rand, 0, 20);

  edit->state = SKH_STATE_DELIVERED;
  edit->fields |= SKH_EDIT_DELIVERED_ON | SKH_EDIT_DOCUMENT;
  edit->delivered_on = MIN (day, filler->seen);
  if (g_rand_int_range (filler->rand, 0, 20) > 0)
    edit->document
      = keep (filler,
              g_strdup_printf ("%d-BC/MAU", g_rand_int_range (filler->rand, 1, 999)));
  add_figures (filler, task, edit);
}

/* In percent: delivered, in progress, sent back, not applicable; the rest not started. */
static SkhState
draw_state (Filler *filler, gboolean past)
{
  static const gint32 chances[2][4] = { { 12, 30, 31, 32 }, { 82, 90, 93, 95 } };
  gint32 n = g_rand_int_range (filler->rand, 0, 100);

  if (n < chances[past][0])
    return SKH_STATE_DELIVERED;
  if (n < chances[past][1])
    return SKH_STATE_IN_PROGRESS;
  if (n < chances[past][2])
    return SKH_STATE_REWORK;
  return n < chances[past][3] ? SKH_STATE_NOT_APPLICABLE : SKH_STATE_NOT_STARTED;
}

static void
add_edit (Filler *filler, const SkhAssignment *line)
{
  const SkhTask *task = &skh_ledger_get_tasks (filler->ledger, NULL)[line->task];
  gboolean past = line->line.due != SKH_DATE_NONE && line->line.due <= filler->seen;
  SkhAssignmentEdit edit = {
    .assignment_id = line->id,
    .fields = SKH_EDIT_STATE,
    .state = draw_state (filler, past),
    .total = -1,
  };

  if (edit.state == SKH_STATE_NOT_STARTED)
    return;
  if (edit.state == SKH_STATE_DELIVERED)
    deliver (filler, line, task, &edit);
  if (edit.state == SKH_STATE_NOT_APPLICABLE)
    {
      edit.fields |= SKH_EDIT_REASON;
      edit.reason = "Không phát sinh tại đơn vị";
    }
  else if (task->counts != NULL)
    add_count (filler, &edit);
  g_array_append_val (filler->edits, edit);
}

static gboolean
write_edits (SkhDatabase *db, gpointer data, GError **error)
{
  Filler *filler = data;

  return skh_assignment_store_edit (db, "Nhập số liệu mẫu",
                                    (const SkhAssignmentEdit *)filler->edits->data,
                                    filler->edits->len, error);
}

static gboolean
fill (SkhWorkbook *workbook, const SkhGeneratorSpec *spec, GError **error)
{
  g_auto (Filler) filler = {
    .rand = g_rand_new_with_seed (spec->seed + 1),
    .ledger = skh_workbook_load_ledger (workbook, 0, error),
    .seen = skh_date_new (spec->year, SEEN_MONTH, SEEN_DAY),
    .edits = g_array_new (FALSE, FALSE, sizeof (SkhAssignmentEdit)),
    .pieces = g_ptr_array_new_with_free_func (g_free),
  };
  const SkhAssignment *lines;
  guint n_lines;

  if (filler.ledger == NULL)
    return FALSE;
  lines = skh_ledger_get_assignments (filler.ledger, &n_lines);
  for (guint i = 0; i < n_lines; i++)
    {
      add_edit (&filler, &lines[i]);
      if (filler.edits->len < BATCH && i + 1 < n_lines)
        continue;
      if (!skh_workbook_run (workbook, write_edits, &filler, error))
        return FALSE;
      g_array_set_size (filler.edits, 0);
      g_ptr_array_set_size (filler.pieces, 0);
    }
  return TRUE;
}

/**
 * skh_generator_create:
 * @path: a file that is not there yet
 * @spec: the size and the seed
 *
 * Makes a workbook with a synthetic plan and deliveries up to the end of August. On any
 * failure no file is left.
 */
gboolean
skh_generator_create (const char *path, const SkhGeneratorSpec *spec, GError **error)
{
  g_autoptr (SkhPlanDraft) draft = skh_generator_make_draft (spec);
  SkhWorkbook *workbook = skh_workbook_maker_create (path, draft, error);

  if (workbook == NULL)
    return FALSE;
  if (!fill (workbook, spec, error))
    {
      skh_workbook_maker_discard (workbook);
      return FALSE;
    }
  skh_workbook_close (workbook);
  g_object_unref (workbook);
  return TRUE;
}
