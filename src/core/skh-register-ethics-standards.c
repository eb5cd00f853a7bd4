/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Chuẩn mực đạo đức: set by a unit in one year, supplemented in another. */
#include "skh-entry.h"

#include <glib/gi18n-lib.h>

static const SkhChoice states[] = {
  { "missing", N_ ("Not set yet"), "Chưa xây dựng", SKH_CHOICE_WARNING },
  { "built", N_ ("Set"), "Đã xây dựng", SKH_CHOICE_GOOD },
  { "supplemented", N_ ("Supplemented"), "Đã bổ sung", SKH_CHOICE_GOOD },
};

static gboolean
derive_state (const SkhEntry *entry, SkhValue *value)
{
  gboolean built = skh_entry_get_value_by_key (entry, "built")->is_set;
  gboolean supplemented = skh_entry_get_value_by_key (entry, "supplemented")->is_set;

  value->text = g_strdup (supplemented ? "supplemented" : built ? "built" : "missing");
  return TRUE;
}

static char *
check_supplement (const SkhEntry *entry, guint *field)
{
  const SkhValue *built = skh_entry_get_value_by_key (entry, "built");
  const SkhValue *supplemented = skh_entry_get_value_by_key (entry, "supplemented");

  if (!built->is_set || !supplemented->is_set
      || skh_period_get_last_day (supplemented->period)
           >= skh_period_get_first_day (built->period))
    return NULL;
  *field = skh_register_find_field (skh_entry_get_register (entry), "supplemented");
  return g_strdup (_ ("It was supplemented before it was set."));
}

static const SkhField fields[] = {
  {
    .key = "unit",
    .title = N_ ("Unit"),
    .name = "Đơn vị",
    .aliases = "Tên đơn vị|Đảng bộ|Tổ chức đảng|Cấp ủy",
    .type = SKH_FIELD_UNIT,
    .flags = SKH_FIELD_REQUIRED | SKH_FIELD_UNIQUE,
  },
  {
    .key = "built",
    .title = N_ ("Set in"),
    .name = "Năm xây dựng",
    .aliases = "Đã xây dựng|Xây dựng",
    .type = SKH_FIELD_PERIOD,
    .width = 10,
  },
  {
    .key = "supplemented",
    .title = N_ ("Supplemented in"),
    .name = "Năm bổ sung",
    .aliases = "Bổ sung|Đã bổ sung",
    .type = SKH_FIELD_PERIOD,
    .width = 10,
  },
  {
    .key = "document",
    .title = N_ ("Document"),
    .name = "Văn bản ban hành",
    .aliases = "Số văn bản|Văn bản",
    .type = SKH_FIELD_DOCUMENT,
    .width = 30,
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
  { N_ ("All units"), "columns unit state built supplemented document\nsort unit" },
  { N_ ("Not set yet"), "columns unit note\nstate = missing\nsort unit" },
};

const SkhRegisterDeclaration skh_register_ethics_standards = {
  .id = "ethics-standards",
  .table = "ethics_standard",
  .title = N_ ("Ethics standards"),
  .name = "Chuẩn mực đạo đức",
  .one = N_ ("Ethics standard"),
  .one_name = "chuẩn mực đạo đức",
  .help = N_ ("Which unit has set ethics standards, in which year, and when "
              "they were supplemented."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label = { "unit" },
  .identity = { { "unit" } },
  .state = "state",
  .views = views,
  .n_views = G_N_ELEMENTS (views),
  .report = "unit built supplemented document state",
  .check = check_supplement,
};
