/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Kiểm tra, giám sát: one inspection or supervision of one unit. Organisations and
   members are two numbers. */
#include "skh-entry.h"

#include <glib/gi18n-lib.h>

static const SkhChoice kinds[] = {
  { "inspection", N_ ("Inspection"), "Kiểm tra", SKH_CHOICE_PLAIN },
  { "supervision", N_ ("Supervision"), "Giám sát", SKH_CHOICE_PLAIN },
};

static const SkhChoice states[] = {
  { "planned", N_ ("Planned"), "Theo kế hoạch", SKH_CHOICE_PLAIN },
  { "held", N_ ("Held"), "Đã tiến hành", SKH_CHOICE_PLAIN },
  { "concluded", N_ ("Concluded"), "Đã kết luận", SKH_CHOICE_GOOD },
};

static gboolean
derive_state (const SkhEntry *entry, SkhValue *value)
{
  const char *state = "planned";

  if (skh_entry_get_value_by_key (entry, "conclusion")->is_set)
    state = "concluded";
  else if (skh_entry_get_value_by_key (entry, "day")->is_set)
    state = "held";
  value->text = g_strdup (state);
  return TRUE;
}

static const SkhField fields[] = {
  {
    .key = "kind",
    .title = N_ ("Form"),
    .name = "Hình thức",
    .aliases = "Loại",
    .type = SKH_FIELD_CHOICE,
    .flags = SKH_FIELD_REQUIRED,
    .choices = kinds,
    .n_choices = G_N_ELEMENTS (kinds),
    .width = 12,
  },
  {
    .key = "by_unit",
    .title = N_ ("Led by"),
    .name = "Đơn vị chủ trì",
    .aliases = "Cơ quan kiểm tra|Chủ trì",
    .type = SKH_FIELD_UNIT,
  },
  {
    .key = "unit",
    .title = N_ ("Inspected unit"),
    .name = "Đơn vị được kiểm tra",
    .aliases = "Đối tượng|Đơn vị",
    .type = SKH_FIELD_UNIT,
    .flags = SKH_FIELD_REQUIRED,
  },
  {
    .key = "period",
    .title = N_ ("Period"),
    .name = "Kỳ",
    .aliases = "Quý",
    .type = SKH_FIELD_PERIOD,
    .flags = SKH_FIELD_REQUIRED,
    .width = 10,
  },
  {
    .key = "day",
    .title = N_ ("Day"),
    .name = "Ngày",
    .aliases = "Thời gian",
    .type = SKH_FIELD_DAY,
  },
  {
    .key = "content",
    .title = N_ ("Content"),
    .name = "Nội dung",
    .aliases = "Nội dung kiểm tra, giám sát",
    .type = SKH_FIELD_LONG_TEXT,
    .flags = SKH_FIELD_REQUIRED,
  },
  {
    .key = "organisations",
    .title = N_ ("Organisations"),
    .name = "Số tổ chức",
    .aliases = "Tổ chức|Tổ chức đảng",
    .type = SKH_FIELD_NUMBER,
    .width = 9,
  },
  {
    .key = "members",
    .title = N_ ("Party members inspected"),
    .name = "Số đảng viên",
    .aliases = "Đảng viên",
    .type = SKH_FIELD_NUMBER,
    .width = 9,
  },
  {
    .key = "conclusion",
    .title = N_ ("Conclusion"),
    .name = "Kết luận",
    .type = SKH_FIELD_LONG_TEXT,
  },
  {
    .key = "follow_up",
    .title = N_ ("Follow-up"),
    .name = "Khắc phục sau kiểm tra",
    .aliases = "Khắc phục",
    .type = SKH_FIELD_LONG_TEXT,
  },
  {
    .key = "document",
    .title = N_ ("Document"),
    .name = "Văn bản kết luận",
    .type = SKH_FIELD_DOCUMENT,
    .width = 24,
  },
  {
    .key = "state",
    .title = N_ ("State"),
    .name = "Tình trạng",
    .type = SKH_FIELD_CHOICE,
    .flags = SKH_FIELD_DERIVED,
    .choices = states,
    .n_choices = G_N_ELEMENTS (states),
    .width = 12,
    .derive = derive_state,
  },
  {
    .key = "file",
    .title = N_ ("File"),
    .name = "Tệp kèm theo",
    .type = SKH_FIELD_FILE,
  },
};

static const SkhRegisterView views[] = {
  { N_ ("All inspections"),
    "columns period kind by_unit unit day organisations members state\nsort day desc" },
  { N_ ("Without a conclusion"),
    "columns period kind by_unit unit day\nstate = planned\nstate = held\nsort day" },
};

const SkhRegisterDeclaration skh_register_inspections = {
  .id = "inspections",
  .table = "inspection",
  .title = N_ ("Inspections"),
  .name = "Kiểm tra, giám sát",
  .one = N_ ("Inspection"),
  .one_name = "cuộc kiểm tra, giám sát",
  .help = N_ ("Inspections and supervisions: of whom, about what, how many "
              "organisations and members, the conclusion and what followed."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label = { "unit", "period" },
  .state = "state",
  .views = views,
  .n_views = G_N_ELEMENTS (views),
  .report = "period kind by_unit unit content organisations members conclusion",
};
