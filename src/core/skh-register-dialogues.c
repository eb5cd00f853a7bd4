/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Đối thoại: one dialogue of a committee with the people. Those present are counted, not
   named. */
#include "skh-entry.h"

#include <glib/gi18n-lib.h>

static const SkhChoice states[] = {
  { "open", N_ ("Questions open"), "Còn ý kiến", SKH_CHOICE_WARNING },
  { "solved", N_ ("All solved"), "Đã giải quyết hết", SKH_CHOICE_GOOD },
};

static gboolean
derive_state (const SkhEntry *entry, SkhValue *value)
{
  const SkhValue *solved = skh_entry_get_value_by_key (entry, "solved");

  if (!solved->is_set || solved->total < 0)
    return FALSE;
  value->text = g_strdup (solved->number < solved->total ? "open" : "solved");
  return TRUE;
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
    .key = "day",
    .title = N_ ("Day"),
    .name = "Ngày",
    .aliases = "Ngày đối thoại|Thời gian",
    .type = SKH_FIELD_DAY,
    .flags = SKH_FIELD_REQUIRED,
  },
  {
    .key = "place",
    .title = N_ ("Place"),
    .name = "Địa điểm",
    .type = SKH_FIELD_TEXT,
    .width = 24,
  },
  {
    .key = "subject",
    .title = N_ ("Subject"),
    .name = "Nội dung",
    .aliases = "Chủ đề",
    .type = SKH_FIELD_TEXT,
    .width = 36,
  },
  {
    .key = "participants",
    .title = N_ ("Taking part"),
    .name = "Số người dự",
    .aliases = "Số người tham gia|Người dự",
    .type = SKH_FIELD_NUMBER,
    .width = 10,
  },
  {
    .key = "solved",
    .title = N_ ("Questions solved"),
    .name = "Ý kiến đã giải quyết",
    .aliases = "Đã giải quyết/ý kiến|Số ý kiến",
    .help = N_ ("Solved of raised, such as 9/12"),
    .type = SKH_FIELD_COUNT,
    .width = 12,
  },
  {
    .key = "state",
    .title = N_ ("State"),
    .name = "Tình trạng",
    .type = SKH_FIELD_CHOICE,
    .flags = SKH_FIELD_DERIVED,
    .choices = states,
    .n_choices = G_N_ELEMENTS (states),
    .width = 14,
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
  { N_ ("All dialogues"),
    "columns day unit subject participants solved state\nsort day desc" },
  { N_ ("Questions open"), "columns day unit subject solved\nstate = open\nsort day" },
};

const SkhRegisterDeclaration skh_register_dialogues = {
  .id = "dialogues",
  .table = "dialogue",
  .title = N_ ("Dialogues"),
  .name = "Đối thoại",
  .one = N_ ("Dialogue"),
  .one_name = "cuộc đối thoại",
  .help = N_ ("Dialogues of committees and their heads with the people: how "
              "many took part, what was raised and what was solved."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label = { "unit", "day" },
  .identity = { { "day", "unit" } },
  .state = "state",
  .views = views,
  .n_views = G_N_ELEMENTS (views),
  .report = "day unit place subject participants solved",
};
