/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Người: whom commitments, commendations and conferences name. Names sort by the given
   name, as Vietnamese lists do. Who left keeps the line, with a last day. */
#include "skh-entry.h"
#include "skh-person-choices.h"

#include <glib/gi18n-lib.h>

const SkhChoice skh_person_kinds[] = {
  { "member", N_ ("Member"), "Đảng viên chính thức", SKH_CHOICE_PLAIN },
  { "probationary", N_ ("Probationary member"), "Đảng viên dự bị", SKH_CHOICE_PLAIN },
  { "cadre", N_ ("Cadre outside the Party"), "Cán bộ ngoài Đảng", SKH_CHOICE_PLAIN },
  { "official", N_ ("Official or employee"), "Công chức, viên chức, người lao động",
    SKH_CHOICE_PLAIN },
  { "association", N_ ("Member of a union or association"), "Đoàn viên, hội viên",
    SKH_CHOICE_PLAIN },
  { "soldier", N_ ("Soldier"), "Chiến sĩ", SKH_CHOICE_PLAIN },
};

const SkhChoice skh_person_managed[] = {
  { "yes", N_ ("Managed"), "Có", SKH_CHOICE_PLAIN },
  { "no", N_ ("Not managed"), "Không", SKH_CHOICE_PLAIN },
};

static char *
check_days (const SkhEntry *entry, guint *field)
{
  const SkhValue *first = skh_entry_get_value_by_key (entry, "from_day");
  const SkhValue *last = skh_entry_get_value_by_key (entry, "to_day");

  if (!first->is_set || !last->is_set || last->day >= first->day)
    return NULL;
  *field = skh_register_find_field (skh_entry_get_register (entry), "to_day");
  return g_strdup (_ ("The last day is before the first."));
}

static const SkhField fields[] = {
  {
    .key = "name",
    .title = N_ ("Full name"),
    .name = "Họ và tên",
    .aliases = "Họ tên|Tên|Họ và tên đảng viên",
    .type = SKH_FIELD_TEXT,
    .flags = SKH_FIELD_REQUIRED | SKH_FIELD_PERSON_NAME,
    .width = 26,
  },
  {
    .key = "birth",
    .title = N_ ("Day of birth"),
    .name = "Ngày sinh",
    .aliases = "Ngày, tháng, năm sinh|Sinh ngày|Năm sinh",
    .type = SKH_FIELD_DAY,
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
    .aliases = "Sinh hoạt tại chi bộ|Thuộc chi bộ",
    .type = SKH_FIELD_TEXT,
    .width = 20,
  },
  {
    .key = "position",
    .title = N_ ("Position"),
    .name = "Chức vụ",
    .aliases = "Chức danh|Chức vụ, đơn vị công tác",
    .help = N_ ("All positions, the highest first, apart by semicolons"),
    .type = SKH_FIELD_TEXT,
    .width = 26,
  },
  {
    .key = "kind",
    .title = N_ ("Category"),
    .name = "Diện",
    .aliases = "Đối tượng|Loại",
    .type = SKH_FIELD_CHOICE,
    .choices = skh_person_kinds,
    .n_choices = G_N_ELEMENTS (skh_person_kinds),
    .width = 16,
  },
  {
    .key = "managed",
    .title = N_ ("Managed by the standing committee"),
    .name = "Diện Ban Thường vụ quản lý",
    .aliases = "Diện BTV quản lý|Diện quản lý|BTV quản lý",
    .type = SKH_FIELD_CHOICE,
    .choices = skh_person_managed,
    .n_choices = G_N_ELEMENTS (skh_person_managed),
    .width = 12,
  },
  {
    .key = "from_day",
    .title = N_ ("From day"),
    .name = "Từ ngày",
    .type = SKH_FIELD_DAY,
  },
  {
    .key = "to_day",
    .title = N_ ("Until day"),
    .name = "Đến ngày",
    .help = N_ ("The last day here, when the person left"),
    .type = SKH_FIELD_DAY,
  },
  {
    .key = "note",
    .title = N_ ("Note"),
    .name = "Ghi chú",
    .type = SKH_FIELD_LONG_TEXT,
  },
};

static const SkhRegisterView views[] = {
  { N_ ("All people"), "columns name birth unit cell position kind managed\nsort name" },
  { N_ ("Here now"),
    "columns name unit cell position kind managed\nto_day empty\nsort name" },
  { N_ ("Managed by the standing committee"),
    "columns name unit position birth\nmanaged = yes\nto_day empty\nsort name" },
  { N_ ("Those who left"),
    "columns name unit position from_day to_day\nto_day given\nsort to_day desc" },
};

const SkhRegisterDeclaration skh_register_people = {
  .id = "people",
  .table = "person",
  .title = N_ ("People"),
  .name = "Người",
  .one = N_ ("Person"),
  .one_name = "người",
  .help = N_ ("Members, cadres and others whom commitments, commendations "
              "and conferences name. Who left keeps their history: give the "
              "last day instead of deleting."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label = { "name" },
  .identity = { { "birth", "name" }, { "name", "unit" } },
  .similar = { { "name", "unit" }, { "name", "birth" } },
  .views = views,
  .n_views = G_N_ELEMENTS (views),
  .report = "name birth unit cell position kind managed",
  .check = check_days,
};
