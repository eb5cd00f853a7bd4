/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Nhiệm vụ đột phá: at least one a committee and year. */
#include "skh-entry.h"

#include <glib/gi18n-lib.h>

static const SkhChoice states[] = {
  { "registered", N_ ("Registered"), "Đăng ký", SKH_CHOICE_PLAIN },
  { "under_way", N_ ("Under way"), "Đang thực hiện", SKH_CHOICE_PLAIN },
  { "done", N_ ("Done"), "Hoàn thành", SKH_CHOICE_GOOD },
  { "missed", N_ ("Not done"), "Không hoàn thành", SKH_CHOICE_BAD },
};

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
    .key = "year",
    .title = N_ ("Year"),
    .name = "Năm",
    .type = SKH_FIELD_PERIOD,
    .flags = SKH_FIELD_REQUIRED,
    .width = 8,
  },
  {
    .key = "task",
    .title = N_ ("Task"),
    .name = "Nội dung nhiệm vụ",
    .aliases = "Nhiệm vụ|Nhiệm vụ đột phá|Nội dung",
    .type = SKH_FIELD_TEXT,
    .flags = SKH_FIELD_REQUIRED,
    .width = 44,
  },
  {
    .key = "due",
    .title = N_ ("Due"),
    .name = "Thời hạn",
    .aliases = "Hạn",
    .type = SKH_FIELD_DAY,
  },
  {
    .key = "progress",
    .title = N_ ("Progress"),
    .name = "Tiến độ",
    .aliases = "Kết quả đến nay",
    .type = SKH_FIELD_LONG_TEXT,
  },
  {
    .key = "state",
    .title = N_ ("State"),
    .name = "Tình trạng",
    .aliases = "Trạng thái",
    .type = SKH_FIELD_CHOICE,
    .flags = SKH_FIELD_REQUIRED,
    .choices = states,
    .n_choices = G_N_ELEMENTS (states),
    .width = 14,
  },
  {
    .key = "result",
    .title = N_ ("Result"),
    .name = "Kết quả",
    .type = SKH_FIELD_LONG_TEXT,
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
  { N_ ("All tasks"),
    "columns year unit task due state result\nsort year desc\nsort unit" },
  { N_ ("Not done yet"), "columns year unit task due progress\nstate = registered\nstate "
                         "= under_way\nsort due" },
};

const SkhRegisterDeclaration skh_register_breakthroughs = {
  .id = "breakthroughs",
  .table = "breakthrough",
  .title = N_ ("Breakthrough tasks"),
  .name = "Nhiệm vụ đột phá",
  .one = N_ ("Breakthrough task"),
  .one_name = "nhiệm vụ đột phá",
  .help = N_ ("Each committee has at least one breakthrough task a year; "
              "here is which, how far it is, and what came of it."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label = { "task", "unit" },
  .identity = { { "task", "unit", "year" } },
  .each_unit = "breakthroughs",
  .state = "state",
  .views = views,
  .n_views = G_N_ELEMENTS (views),
  .report = "unit task due state result",
};
