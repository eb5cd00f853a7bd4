/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hội nghị: one conference: when and where, who is summoned, and how many came. Those who
   came are people; who they are stands on the sheet that was signed. */
#include "skh-entry.h"

#include <glib/gi18n-lib.h>

static const SkhChoice forms[] = {
  { "in-person", N_ ("In one hall"), "Trực tiếp", SKH_CHOICE_PLAIN },
  { "online", N_ ("Online"), "Trực tuyến", SKH_CHOICE_PLAIN },
  { "both", N_ ("In a hall and online"), "Trực tiếp kết hợp trực tuyến",
    SKH_CHOICE_PLAIN },
};

static const SkhChoice states[] = {
  { "called", N_ ("Attendance not counted yet"), "Chưa có số liệu dự", SKH_CHOICE_PLAIN },
  { "counted", N_ ("Attendance counted"), "Đã có số liệu dự", SKH_CHOICE_GOOD },
};

static gboolean
derive_state (const SkhEntry *entry, SkhValue *value)
{
  gboolean is_counted = skh_entry_get_value_by_key (entry, "present")->is_set;

  value->text = g_strdup (is_counted ? "counted" : "called");
  return TRUE;
}

static char *
fault_at (const SkhEntry *entry, const char *key, guint *field, const char *why)
{
  *field = skh_register_find_field (skh_entry_get_register (entry), key);
  return g_strdup (why);
}

/* Present and absent make up the summoned; of those who came no more are members than
   came. */
static char *
check_attendance (const SkhEntry *entry, guint *field)
{
  const SkhValue *present = skh_entry_get_value_by_key (entry, "present");
  const SkhValue *excused = skh_entry_get_value_by_key (entry, "excused");
  const SkhValue *unexcused = skh_entry_get_value_by_key (entry, "unexcused");
  gint64 sum = present->number;

  if (!present->is_set || present->total < 0)
    return NULL;
  sum += excused->is_set ? excused->number : 0;
  sum += unexcused->is_set ? unexcused->number : 0;
  if (sum > present->total)
    return fault_at (entry, excused->is_set ? "excused" : "unexcused", field,
                     _ ("Those present and absent are more than were summoned."));
  if (excused->is_set && unexcused->is_set && sum < present->total)
    return fault_at (entry, "unexcused", field,
                     _ ("Those present and absent are fewer than were summoned."));
  return NULL;
}

static char *
check_conference (const SkhEntry *entry, guint *field)
{
  const SkhValue *day = skh_entry_get_value_by_key (entry, "day");
  const SkhValue *last = skh_entry_get_value_by_key (entry, "last_day");
  const SkhValue *form = skh_entry_get_value_by_key (entry, "form");
  const SkhValue *sites = skh_entry_get_value_by_key (entry, "sites");

  if (day->is_set && last->is_set && last->day < day->day)
    return fault_at (entry, "last_day", field,
                     _ ("The conference ends before it begins."));
  if (g_strcmp0 (form->text, "in-person") == 0 && sites->is_set && sites->number > 0)
    return fault_at (entry, "sites", field,
                     _ ("A conference in one hall has no remote sites."));
  return check_attendance (entry, field);
}

static const SkhField fields[] = {
  {
    .key = "title",
    .title = N_ ("Title"),
    .name = "Tên hội nghị",
    .aliases = "Hội nghị|Nội dung|Nội dung hội nghị",
    .type = SKH_FIELD_TEXT,
    .flags = SKH_FIELD_REQUIRED,
    .width = 40,
  },
  {
    .key = "day",
    .title = N_ ("Day"),
    .name = "Ngày",
    .aliases = "Ngày tổ chức|Thời gian|Ngày họp|Từ ngày",
    .type = SKH_FIELD_DAY,
    .flags = SKH_FIELD_REQUIRED,
  },
  {
    .key = "time",
    .title = N_ ("Time"),
    .name = "Giờ",
    .aliases = "Giờ họp|Giờ khai mạc",
    .help = N_ ("When it opens, such as 7:30"),
    .type = SKH_FIELD_TEXT,
    .width = 8,
  },
  {
    .key = "last_day",
    .title = N_ ("Ends on"),
    .name = "Đến ngày",
    .aliases = "Ngày kết thúc|Ngày hoàn thành",
    .help = N_ ("When it lasts more than one day"),
    .type = SKH_FIELD_DAY,
  },
  {
    .key = "form",
    .title = N_ ("How it is held"),
    .name = "Hình thức",
    .aliases = "Hình thức tổ chức",
    .type = SKH_FIELD_CHOICE,
    .choices = forms,
    .n_choices = G_N_ELEMENTS (forms),
    .width = 18,
  },
  {
    .key = "place",
    .title = N_ ("Place"),
    .name = "Địa điểm",
    .aliases = "Hội trường|Nơi họp",
    .type = SKH_FIELD_TEXT,
    .width = 24,
  },
  {
    .key = "sites",
    .title = N_ ("Remote sites"),
    .name = "Số điểm cầu",
    .aliases = "Điểm cầu",
    .type = SKH_FIELD_NUMBER,
    .width = 9,
  },
  {
    .key = "unit",
    .title = N_ ("Host"),
    .name = "Đơn vị tổ chức",
    .aliases = "Đơn vị|Cơ quan tổ chức|Đơn vị chủ trì",
    .type = SKH_FIELD_UNIT,
  },
  {
    .key = "chair",
    .title = N_ ("Chaired by"),
    .name = "Người chủ trì",
    .aliases = "Chủ trì",
    .type = SKH_FIELD_TEXT,
    .width = 22,
  },
  {
    .key = "summoned",
    .title = N_ ("Who is summoned"),
    .name = "Thành phần triệu tập",
    .aliases = "Thành phần|Thành phần tham dự|Đại biểu",
    .type = SKH_FIELD_LONG_TEXT,
    .width = 34,
  },
  {
    .key = "summons",
    .title = N_ ("Summons"),
    .name = "Văn bản triệu tập",
    .aliases = "Giấy mời|Giấy triệu tập|Công văn triệu tập",
    .help = N_ ("The document that calls it; other documents are linked"),
    .type = SKH_FIELD_DOCUMENT,
    .width = 24,
  },
  {
    .key = "present",
    .section = N_ ("Who Came"),
    .title = N_ ("Present"),
    .name = "Có mặt",
    .aliases = "Có mặt/triệu tập|Số người dự|Tổng số dự",
    .help = N_ ("Present of summoned, such as 48/52"),
    .type = SKH_FIELD_COUNT,
    .width = 10,
  },
  {
    .key = "excused",
    .title = N_ ("Absent, excused"),
    .name = "Vắng có lý do",
    .type = SKH_FIELD_NUMBER,
    .width = 9,
  },
  {
    .key = "unexcused",
    .title = N_ ("Absent, not excused"),
    .name = "Vắng không lý do",
    .type = SKH_FIELD_NUMBER,
    .width = 9,
  },
  {
    .key = "members",
    .title = N_ ("Members taking part"),
    .name = "Đảng viên tham gia",
    .aliases = "Đảng viên|Số đảng viên dự|Đảng viên tham gia/tổng",
    .help = N_ ("Taking part of all, such as 120/140"),
    .type = SKH_FIELD_COUNT,
    .width = 11,
  },
  {
    .key = "officials",
    .title = N_ ("Officials taking part"),
    .name = "Cán bộ, công chức tham gia",
    .aliases = "Cán bộ, công chức|Cán bộ, công chức, viên chức",
    .type = SKH_FIELD_NUMBER,
    .width = 11,
  },
  {
    .key = "union_members",
    .title = N_ ("Union members taking part"),
    .name = "Đoàn viên, hội viên tham gia",
    .aliases = "Đoàn viên, hội viên",
    .type = SKH_FIELD_NUMBER,
    .width = 11,
  },
  {
    .key = "state",
    .title = N_ ("State"),
    .name = "Tình trạng",
    .type = SKH_FIELD_CHOICE,
    .flags = SKH_FIELD_DERIVED,
    .choices = states,
    .n_choices = G_N_ELEMENTS (states),
    .width = 18,
    .derive = derive_state,
  },
  {
    .key = "note",
    .title = N_ ("Note"),
    .name = "Ghi chú",
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
  { N_ ("All conferences"),
    "columns day title form place unit present state\nsort day desc" },
  { N_ ("Conferences of the year"),
    "columns day title form place present state\nday in {year}\nsort day desc" },
  { N_ ("Attendance not counted yet"),
    "columns day time title place unit summoned\nstate = called\nsort day" },
  { N_ ("Online, with remote sites"),
    "columns day title place sites present\nform = online\nform = both\nsort day desc" },
  { N_ ("Who took part"),
    "columns day title present members officials union_members\nday in {year}\n"
    "state = counted\nsort day" },
};

const SkhRegisterDeclaration skh_register_conferences = {
  .id = "conferences",
  .table = "conference",
  .title = N_ ("Conferences"),
  .name = "Hội nghị",
  .one = N_ ("Conference"),
  .one_name = "hội nghị",
  .help = N_ ("Conferences that the office calls: when and where, who is "
              "summoned, and how many came. Tasks and their lines can point to "
              "the conference that carried them out."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label = { "title", "day" },
  .identity = { { "title", "day" } },
  .similar = { { "title", "day" } },
  .state = "state",
  .views = views,
  .n_views = G_N_ELEMENTS (views),
  .report = "day title form place sites present members state",
  .check = check_conference,
};
