/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Vấn đề nổi cộm: a list of cases for solving problems. It holds no name of a citizen,
   only the file's number at the receiving office. */
#include "skh-entry.h"

#include <glib/gi18n-lib.h>

static const SkhChoice channels[] = {
  { "reception", N_ ("Reception of citizens"), "Tiếp công dân", SKH_CHOICE_PLAIN },
  { "petition", N_ ("Petition or letter"), "Đơn, thư", SKH_CHOICE_PLAIN },
  { "dialogue", N_ ("Dialogue"), "Đối thoại", SKH_CHOICE_PLAIN },
  { "voters", N_ ("Meeting with voters"), "Tiếp xúc cử tri", SKH_CHOICE_PLAIN },
  { "press", N_ ("Press and networks"), "Báo chí, mạng xã hội", SKH_CHOICE_PLAIN },
  { "grassroots", N_ ("Grassroots"), "Cơ sở nắm bắt", SKH_CHOICE_PLAIN },
};

static const SkhChoice states[] = {
  { "open", N_ ("Not solved yet"), "Chưa giải quyết", SKH_CHOICE_WARNING },
  { "solved", N_ ("Solved"), "Đã giải quyết", SKH_CHOICE_GOOD },
};

static char *
check_days (const SkhEntry *entry, guint *field)
{
  const SkhValue *first = skh_entry_get_value_by_key (entry, "arose_on");
  const SkhValue *last = skh_entry_get_value_by_key (entry, "solved_on");

  if (!first->is_set || !last->is_set || last->day >= first->day)
    return NULL;
  *field = skh_register_find_field (skh_entry_get_register (entry), "solved_on");
  return g_strdup (_ ("It was solved before it arose."));
}

static gboolean
derive_state (const SkhEntry *entry, SkhValue *value)
{
  value->text = g_strdup (
    skh_entry_get_value_by_key (entry, "solved_on")->is_set ? "solved" : "open");
  return TRUE;
}

static const SkhField fields[] = {
  {
    .key = "place",
    .title = N_ ("Place"),
    .name = "Địa bàn",
    .aliases = "Nơi phát sinh|Địa điểm",
    .type = SKH_FIELD_TEXT,
    .flags = SKH_FIELD_REQUIRED,
    .width = 24,
  },
  {
    .key = "summary",
    .title = N_ ("What it is about"),
    .name = "Nội dung tóm tắt",
    .aliases = "Nội dung|Vấn đề|Tóm tắt",
    .help = N_ ("What it is about, without any citizen's name"),
    .type = SKH_FIELD_LONG_TEXT,
    .flags = SKH_FIELD_REQUIRED,
  },
  {
    .key = "channel",
    .title = N_ ("Source"),
    .name = "Nguồn phản ánh",
    .aliases = "Kênh|Nguồn tin",
    .type = SKH_FIELD_CHOICE,
    .choices = channels,
    .n_choices = G_N_ELEMENTS (channels),
    .width = 16,
  },
  {
    .key = "file_number",
    .title = N_ ("File number"),
    .name = "Số hồ sơ",
    .help = N_ ("At the office that received it"),
    .type = SKH_FIELD_TEXT,
    .width = 14,
  },
  {
    .key = "arose_on",
    .title = N_ ("Arose on"),
    .name = "Ngày phát sinh",
    .type = SKH_FIELD_DAY,
  },
  {
    .key = "unit",
    .title = N_ ("Office responsible"),
    .name = "Cơ quan chịu trách nhiệm",
    .aliases = "Cơ quan giải quyết|Đơn vị chủ trì",
    .type = SKH_FIELD_UNIT,
  },
  {
    .key = "due",
    .title = N_ ("Due"),
    .name = "Thời hạn giải quyết",
    .aliases = "Hạn|Thời hạn",
    .type = SKH_FIELD_DAY,
  },
  {
    .key = "solved_on",
    .title = N_ ("Solved on"),
    .name = "Ngày giải quyết xong",
    .aliases = "Ngày giải quyết",
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
    .width = 12,
    .derive = derive_state,
  },
  {
    .key = "outcome",
    .title = N_ ("Outcome"),
    .name = "Kết quả giải quyết",
    .aliases = "Kết quả",
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
  { N_ ("All issues"),
    "columns place summary channel unit due state solved_on\nsort arose_on desc" },
  { N_ ("Not solved yet"),
    "columns place summary unit arose_on due\nstate = open\nsort due" },
};

const SkhRegisterDeclaration skh_register_pressing_issues = {
  .id = "pressing-issues",
  .table = "pressing_issue",
  .title = N_ ("Pressing issues"),
  .name = "Vấn đề nổi cộm",
  .one = N_ ("Pressing issue"),
  .one_name = "vấn đề nổi cộm",
  .help = N_ ("Cases to be solved: where, what, who answers for it and "
              "until when. No citizen's name stands here, only the number "
              "of the file at the office that received it."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label = { "place", "file_number" },
  .identity = { { "file_number", "place" } },
  .state = "state",
  .views = views,
  .n_views = G_N_ELEMENTS (views),
  .report = "place summary channel unit due state outcome",
  .check = check_days,
};
