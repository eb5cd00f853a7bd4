/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Biểu dương, khen thưởng: of a collective or of a person, by level. */
#include "skh-entry.h"

#include <glib/gi18n-lib.h>

static const SkhChoice kinds[] = {
  { "collective", N_ ("Collective"), "Tập thể", SKH_CHOICE_PLAIN },
  { "individual", N_ ("Individual"), "Cá nhân", SKH_CHOICE_PLAIN },
};

static const SkhChoice levels[] = {
  { "central", N_ ("Central"), "Trung ương", SKH_CHOICE_PLAIN },
  { "province", N_ ("Province"), "Tỉnh", SKH_CHOICE_PLAIN },
  { "town", N_ ("Town"), "Thị xã", SKH_CHOICE_PLAIN },
  { "grassroots", N_ ("Grassroots"), "Cơ sở", SKH_CHOICE_PLAIN },
};

/* A collective has no name of a person beside it, a person has one. */
static char *
check_whom (const SkhEntry *entry, guint *field)
{
  const SkhValue *kind = skh_entry_get_value_by_key (entry, "kind");
  gboolean has_person = skh_entry_get_value_by_key (entry, "person")->is_set;
  gboolean is_person = kind->is_set && g_str_equal (kind->text, "individual");

  if (!kind->is_set || has_person == is_person)
    return NULL;
  *field = skh_register_find_field (skh_entry_get_register (entry), "person");
  return g_strdup (is_person ? _ ("Give the person who was commended.")
                             : _ ("A collective is commended; take the person away."));
}

static const SkhField fields[] = {
  {
    .key = "kind",
    .title = N_ ("Commended"),
    .name = "Đối tượng",
    .aliases = "Tập thể/cá nhân|Loại",
    .type = SKH_FIELD_CHOICE,
    .flags = SKH_FIELD_REQUIRED,
    .choices = kinds,
    .n_choices = G_N_ELEMENTS (kinds),
    .width = 10,
  },
  {
    .key = "unit",
    .title = N_ ("Unit"),
    .name = "Đơn vị",
    .aliases = "Tập thể|Tên đơn vị",
    .help = N_ ("The collective, or the person's unit"),
    .type = SKH_FIELD_UNIT,
    .flags = SKH_FIELD_REQUIRED,
  },
  {
    .key = "person",
    .title = N_ ("Individual"),
    .name = "Cá nhân",
    .aliases = "Họ và tên|Họ tên",
    .type = SKH_FIELD_PERSON,
    .width = 24,
  },
  {
    .key = "level",
    .title = N_ ("Level"),
    .name = "Cấp khen",
    .aliases = "Cấp|Cấp khen thưởng",
    .type = SKH_FIELD_CHOICE,
    .flags = SKH_FIELD_REQUIRED,
    .choices = levels,
    .n_choices = G_N_ELEMENTS (levels),
    .width = 12,
  },
  {
    .key = "form",
    .title = N_ ("Form of commendation"),
    .name = "Hình thức khen",
    .aliases = "Hình thức|Hình thức khen thưởng",
    .type = SKH_FIELD_TEXT,
    .width = 20,
  },
  {
    .key = "achievement",
    .title = N_ ("Achievement"),
    .name = "Thành tích",
    .type = SKH_FIELD_LONG_TEXT,
  },
  {
    .key = "decision",
    .title = N_ ("Decision number"),
    .name = "Số quyết định",
    .aliases = "Quyết định|Số QĐ",
    .type = SKH_FIELD_TEXT,
    .width = 16,
  },
  {
    .key = "day",
    .title = N_ ("Day"),
    .name = "Ngày quyết định",
    .aliases = "Ngày",
    .type = SKH_FIELD_DAY,
    .flags = SKH_FIELD_REQUIRED,
  },
  {
    .key = "file",
    .title = N_ ("File"),
    .name = "Tệp kèm theo",
    .type = SKH_FIELD_FILE,
  },
};

static const SkhRegisterView views[] = {
  { N_ ("All commendations"),
    "columns day kind unit person level form decision\nsort day desc" },
  { N_ ("Collectives"),
    "columns day unit level form decision\nkind = collective\nsort day desc" },
  { N_ ("Individuals"),
    "columns day person unit level form decision\nkind = individual\nsort day desc" },
};

const SkhRegisterDeclaration skh_register_commendations = {
  .id = "commendations",
  .table = "commendation",
  .title = N_ ("Commendations"),
  .name = "Biểu dương, khen thưởng",
  .one = N_ ("Commendation"),
  .one_name = "khen thưởng",
  .help = N_ ("Who was commended, by which level, in which form and by "
              "which decision. A collective is a unit, a person stands "
              "among the people."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label = { "unit", "person" },
  .views = views,
  .n_views = G_N_ELEMENTS (views),
  .report = "kind unit person level form decision day",
  .check = check_whom,
};
