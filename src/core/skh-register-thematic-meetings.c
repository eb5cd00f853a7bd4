/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sinh hoạt chuyên đề: one meeting of one cell on the theme of a quarter. */
#include "skh-entry.h"

#include <glib/gi18n-lib.h>

static char *
check_days (const SkhEntry *entry, guint *field)
{
  const SkhValue *first = skh_entry_get_value_by_key (entry, "day");
  const SkhValue *last = skh_entry_get_value_by_key (entry, "reported_on");

  if (!first->is_set || !last->is_set || last->day >= first->day)
    return NULL;
  *field = skh_register_find_field (skh_entry_get_register (entry), "reported_on");
  return g_strdup (_ ("The result was reported before the meeting."));
}

static const SkhField fields[] = {
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
    .aliases = "Tên chi bộ",
    .type = SKH_FIELD_TEXT,
    .flags = SKH_FIELD_REQUIRED,
    .width = 24,
  },
  {
    .key = "quarter",
    .title = N_ ("Quarter"),
    .name = "Quý",
    .aliases = "Kỳ|Quý/năm",
    .help = N_ ("Such as quý I/2023"),
    .type = SKH_FIELD_PERIOD,
    .flags = SKH_FIELD_REQUIRED,
    .width = 10,
  },
  {
    .key = "theme",
    .title = N_ ("Theme"),
    .name = "Chủ đề",
    .aliases = "Chuyên đề|Nội dung|Chủ điểm",
    .type = SKH_FIELD_TEXT,
    .width = 40,
  },
  {
    .key = "day",
    .title = N_ ("Day"),
    .name = "Ngày sinh hoạt",
    .aliases = "Ngày",
    .type = SKH_FIELD_DAY,
  },
  {
    .key = "present",
    .title = N_ ("Members present"),
    .name = "Đảng viên dự",
    .aliases = "Số đảng viên dự|Đảng viên tham gia|Có mặt/tổng số",
    .help = N_ ("Present of all, such as 28/31"),
    .type = SKH_FIELD_COUNT,
    .width = 12,
  },
  {
    .key = "attended_by",
    .title = N_ ("Attended by"),
    .name = "Cấp trên dự",
    .aliases = "Dự chỉ đạo|Người dự|Thành phần dự",
    .type = SKH_FIELD_TEXT,
    .width = 24,
  },
  {
    .key = "reported_on",
    .title = N_ ("Result reported on"),
    .name = "Ngày báo cáo kết quả",
    .aliases = "Ngày báo cáo",
    .type = SKH_FIELD_DAY,
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
  { N_ ("All meetings"), "columns quarter unit cell theme day present attended_by "
                         "reported_on\nsort day desc" },
  { N_ ("Not reported"),
    "columns quarter unit cell theme day\nreported_on empty\nsort day" },
};

const SkhRegisterDeclaration skh_register_thematic_meetings = {
  .id = "thematic-meetings",
  .table = "thematic_meeting",
  .title = N_ ("Thematic meetings"),
  .name = "Sinh hoạt chuyên đề",
  .one = N_ ("Thematic meeting"),
  .one_name = "buổi sinh hoạt chuyên đề",
  .help = N_ ("Each meeting of a cell on the quarter's theme: who was "
              "present, who attended from above, and when the result was "
              "reported."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label = { "cell", "quarter" },
  .identity = { { "cell", "unit", "quarter" } },
  .views = views,
  .n_views = G_N_ELEMENTS (views),
  .report = "quarter unit cell theme day present attended_by reported_on",
  .check = check_days,
};
