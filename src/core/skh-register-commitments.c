/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cam kết: the whole year's path of one person's commitment: expected, written, received
   by the cell, by Ban Tuyên giáo, by Tổ chức - Nội vụ; the year-end rating and the
   standing committee's conclusion. The state follows from the days. */
#include "skh-entry.h"
#include "skh-person-choices.h"

#include <glib/gi18n-lib.h>

static const SkhChoice states[] = {
  { "expected", N_ ("Not written yet"), "Chưa viết", SKH_CHOICE_WARNING },
  { "written", N_ ("Written"), "Đã viết", SKH_CHOICE_PLAIN },
  { "received_by_cell", N_ ("Received by the cell"), "Chi bộ đã nhận", SKH_CHOICE_PLAIN },
  { "received", N_ ("Received"), "Đã nhận", SKH_CHOICE_GOOD },
  { "rated", N_ ("Rated"), "Đã xếp loại", SKH_CHOICE_GOOD },
};

static const SkhChoice ratings[] = {
  { "excellent", N_ ("Excellent"), "Xuất sắc", SKH_CHOICE_GOOD },
  { "good", N_ ("Good"), "Tốt", SKH_CHOICE_GOOD },
  { "average", N_ ("Average"), "Trung bình", SKH_CHOICE_PLAIN },
  { "poor", N_ ("Poor"), "Kém", SKH_CHOICE_BAD },
};

static const SkhChoice finals[] = {
  { "excellent", N_ ("Excellent fulfilment"), "Hoàn thành xuất sắc nhiệm vụ",
    SKH_CHOICE_GOOD },
  { "good", N_ ("Good fulfilment"), "Hoàn thành tốt nhiệm vụ", SKH_CHOICE_GOOD },
  { "done", N_ ("Fulfilled"), "Hoàn thành nhiệm vụ", SKH_CHOICE_PLAIN },
  { "failed", N_ ("Not fulfilled"), "Không hoàn thành nhiệm vụ", SKH_CHOICE_BAD },
};

static gboolean
has (const SkhEntry *entry, const char *key)
{
  return skh_entry_get_value_by_key (entry, key)->is_set;
}

/* The farthest step that has its day. */
static gboolean
derive_state (const SkhEntry *entry, SkhValue *value)
{
  const char *state = "expected";

  if (has (entry, "final"))
    state = "rated";
  else if (has (entry, "received_by_btg_on") || has (entry, "received_by_tcnv_on"))
    state = "received";
  else if (has (entry, "received_by_cell_on"))
    state = "received_by_cell";
  else if (has (entry, "written_on"))
    state = "written";
  value->text = g_strdup (state);
  return TRUE;
}

/* Nobody receives what is not written yet. */
static char *
check_commitment (const SkhEntry *entry, guint *field)
{
  static const char *const receipts[]
    = { "received_by_cell_on", "received_by_btg_on", "received_by_tcnv_on" };
  const SkhValue *written = skh_entry_get_value_by_key (entry, "written_on");

  for (guint i = 0; written->is_set && i < G_N_ELEMENTS (receipts); i++)
    {
      const SkhValue *received = skh_entry_get_value_by_key (entry, receipts[i]);

      if (!received->is_set || received->day >= written->day)
        continue;
      *field = skh_register_find_field (skh_entry_get_register (entry), receipts[i]);
      return g_strdup (_ ("It was received before it was written."));
    }
  return NULL;
}

static const SkhField fields[] = {
  {
    .key = "person",
    .title = N_ ("Who commits"),
    .name = "Họ và tên",
    .aliases = "Người cam kết|Họ tên|Đảng viên",
    .type = SKH_FIELD_PERSON,
    .flags = SKH_FIELD_REQUIRED,
    .width = 26,
  },
  {
    .key = "unit",
    .title = N_ ("Unit"),
    .name = "Đơn vị",
    .aliases = "Tên đơn vị|Đảng bộ|Tổ chức đảng|Cấp ủy",
    .type = SKH_FIELD_UNIT,
    .flags = SKH_FIELD_REQUIRED,
  },
  {
    .key = "cell",
    .title = N_ ("Party cell"),
    .name = "Chi bộ",
    .type = SKH_FIELD_TEXT,
    .width = 18,
  },
  {
    .key = "position",
    .title = N_ ("Position"),
    .name = "Chức vụ",
    .aliases = "Chức danh",
    .type = SKH_FIELD_TEXT,
    .width = 22,
  },
  {
    .key = "kind",
    .title = N_ ("Category"),
    .name = "Diện",
    .aliases = "Đối tượng|Loại",
    .type = SKH_FIELD_CHOICE,
    /* Who is of no kind here is a member. */
    .choices = skh_person_kinds,
    .n_choices = G_N_ELEMENTS (skh_person_kinds),
    .width = 16,
  },
  {
    .key = "managed",
    .title = N_ ("Managed by the standing committee"),
    .name = "Diện Ban Thường vụ quản lý",
    .aliases = "Diện BTV quản lý|Diện quản lý",
    .type = SKH_FIELD_CHOICE,
    .choices = skh_person_managed,
    .n_choices = G_N_ELEMENTS (skh_person_managed),
    .width = 12,
  },
  {
    .key = "year",
    .title = N_ ("Year"),
    .name = "Năm",
    .help = N_ ("The year it is for, such as 2023"),
    .type = SKH_FIELD_PERIOD,
    .flags = SKH_FIELD_REQUIRED,
    .width = 8,
  },
  {
    .key = "written_on",
    .section = N_ ("Where the Paper Is"),
    .title = N_ ("Written on"),
    .name = "Ngày viết",
    .aliases = "Ngày viết cam kết|Ngày cam kết",
    .type = SKH_FIELD_DAY,
  },
  {
    .key = "received_by_cell_on",
    .title = N_ ("Received by the cell on"),
    .name = "Chi bộ nhận",
    .aliases = "Ngày chi bộ nhận",
    .type = SKH_FIELD_DAY,
  },
  {
    .key = "received_by_btg_on",
    .title = N_ ("Received by Ban Tuyên giáo on"),
    .name = "Ban Tuyên giáo nhận",
    .aliases = "Ngày BTG nhận|BTG nhận",
    .type = SKH_FIELD_DAY,
  },
  {
    .key = "received_by_tcnv_on",
    .title = N_ ("Received by Tổ chức - Nội vụ on"),
    .name = "Tổ chức - Nội vụ nhận",
    .aliases = "Ngày TCNV nhận|TCNV nhận",
    .type = SKH_FIELD_DAY,
  },
  {
    .key = "state",
    .title = N_ ("State"),
    .name = "Tình trạng",
    .type = SKH_FIELD_CHOICE,
    .flags = SKH_FIELD_DERIVED,
    .choices = states,
    .n_choices = G_N_ELEMENTS (states),
    .width = 20,
    .derive = derive_state,
  },
  {
    .key = "ideology",
    .section = N_ ("What Is Committed To"),
    .title = N_ ("Political thought"),
    .name = "Tư tưởng chính trị",
    .type = SKH_FIELD_LONG_TEXT,
  },
  {
    .key = "ethics",
    .title = N_ ("Morals and way of life"),
    .name = "Phẩm chất đạo đức, lối sống",
    .type = SKH_FIELD_LONG_TEXT,
  },
  {
    .key = "discipline",
    .title = N_ ("Sense of organisation and discipline"),
    .name = "Ý thức tổ chức kỷ luật",
    .type = SKH_FIELD_LONG_TEXT,
  },
  {
    .key = "work_style",
    .title = N_ ("Style of work"),
    .name = "Tác phong, lề lối làm việc",
    .type = SKH_FIELD_LONG_TEXT,
  },
  {
    .key = "duty",
    .title = N_ ("Duties and tasks"),
    .name = "Thực hiện chức trách, nhiệm vụ",
    .type = SKH_FIELD_LONG_TEXT,
  },
  {
    .key = "shortcomings",
    .title = N_ ("Overcoming shortcomings"),
    .name = "Khắc phục hạn chế, khuyết điểm",
    .type = SKH_FIELD_LONG_TEXT,
  },
  {
    .key = "action_plan",
    .title = N_ ("Plan of action"),
    .name = "Kế hoạch hành động",
    .type = SKH_FIELD_LONG_TEXT,
  },
  {
    .key = "follow_up",
    .section = N_ ("In the Year and at Its End"),
    .title = N_ ("Follow-up notes"),
    .name = "Theo dõi thực hiện",
    .type = SKH_FIELD_LONG_TEXT,
  },
  {
    .key = "ideology_rating",
    .title = N_ ("Own rating: political thought"),
    .name = "Tự xếp loại: tư tưởng chính trị",
    .type = SKH_FIELD_CHOICE,
    .choices = ratings,
    .n_choices = G_N_ELEMENTS (ratings),
    .width = 12,
  },
  {
    .key = "ethics_rating",
    .title = N_ ("Own rating: morals and way of life"),
    .name = "Tự xếp loại: phẩm chất đạo đức, lối sống",
    .type = SKH_FIELD_CHOICE,
    .choices = ratings,
    .n_choices = G_N_ELEMENTS (ratings),
    .width = 12,
  },
  {
    .key = "discipline_rating",
    .title = N_ ("Own rating: sense of organisation and discipline"),
    .name = "Tự xếp loại: ý thức tổ chức kỷ luật",
    .type = SKH_FIELD_CHOICE,
    .choices = ratings,
    .n_choices = G_N_ELEMENTS (ratings),
    .width = 12,
  },
  {
    .key = "work_style_rating",
    .title = N_ ("Own rating: style of work"),
    .name = "Tự xếp loại: tác phong, lề lối làm việc",
    .type = SKH_FIELD_CHOICE,
    .choices = ratings,
    .n_choices = G_N_ELEMENTS (ratings),
    .width = 12,
  },
  {
    .key = "duty_rating",
    .title = N_ ("Own rating: duties and tasks"),
    .name = "Tự xếp loại: thực hiện chức trách, nhiệm vụ",
    .type = SKH_FIELD_CHOICE,
    .choices = ratings,
    .n_choices = G_N_ELEMENTS (ratings),
    .width = 12,
  },
  {
    .key = "shortcomings_rating",
    .title = N_ ("Own rating: overcoming shortcomings"),
    .name = "Tự xếp loại: khắc phục hạn chế, khuyết điểm",
    .type = SKH_FIELD_CHOICE,
    .choices = ratings,
    .n_choices = G_N_ELEMENTS (ratings),
    .width = 12,
  },
  {
    .key = "action_plan_rating",
    .title = N_ ("Own rating: plan of action"),
    .name = "Tự xếp loại: kế hoạch hành động",
    .type = SKH_FIELD_CHOICE,
    .choices = ratings,
    .n_choices = G_N_ELEMENTS (ratings),
    .width = 12,
  },
  {
    .key = "final",
    .title = N_ ("Final rating"),
    .name = "Xếp loại cuối năm",
    .aliases = "Xếp loại|Kết quả cuối năm|Mức xếp loại",
    .type = SKH_FIELD_CHOICE,
    .choices = finals,
    .n_choices = G_N_ELEMENTS (finals),
    .width = 28,
  },
  {
    .key = "conclusion",
    .title = N_ ("Conclusion of the standing committee"),
    .name = "Kết luận của Ban Thường vụ",
    .type = SKH_FIELD_LONG_TEXT,
  },
  {
    .key = "file",
    .title = N_ ("File"),
    .name = "Tệp kèm theo",
    .type = SKH_FIELD_FILE,
  },
};

static const SkhRegisterView views[] = {
  { N_ ("Commitments of the year"),
    "columns person unit position state final\nyear = {year}\nsort unit\nsort person" },
  { N_ ("Who has not yet"),
    "columns person unit cell position managed\nyear = {year}\nstate = expected\n"
    "sort unit\nsort person" },
  { N_ ("Written, not received yet"),
    "columns person unit cell written_on received_by_cell_on\nyear = {year}\n"
    "state = written\nstate = received_by_cell\nsort unit\nsort person" },
  { N_ ("Managed by the standing committee"),
    "columns person unit position state received_by_btg_on received_by_tcnv_on "
    "final\nyear = {year}\nmanaged = yes\nsort unit\nsort person" },
  { N_ ("Not rated yet"),
    "columns person unit position state\nyear = {year}\nfinal empty\nsort unit\n"
    "sort person" },
  { N_ ("Rating at the end of the year"),
    "columns person unit position final conclusion\nyear = {year}\nfinal given\n"
    "sort unit\nsort person" },
  { N_ ("Commitments of every year"),
    "columns person unit position year state final\nsort unit\nsort person" },
};

const SkhRegisterDeclaration skh_register_commitments = {
  .id = "commitments",
  .table = "commitment",
  .title = N_ ("Commitments"),
  .name = "Cam kết",
  .one = N_ ("Commitment"),
  .one_name = "cam kết",
  .help = N_ ("Who commits to what this year, where the paper stands, and "
              "how the year ended. Add the expected people of the year first: "
              "who has not written yet is then seen."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label = { "person", "year" },
  .identity = { { "person", "year" } },
  .similar = { { "person", "year" } },
  .state = "state",
  .views = views,
  .n_views = G_N_ELEMENTS (views),
  .report = "person unit position written_on received_by_cell_on state final",
  .check = check_commitment,
};
