/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Mô hình: one collective or personal model on its way from registered to replicated. */
#include "skh-entry.h"

#include <glib/gi18n-lib.h>

static const SkhChoice kinds[] = {
  { "collective", N_ ("Collective"), "Tập thể", SKH_CHOICE_PLAIN },
  { "individual", N_ ("Individual"), "Cá nhân", SKH_CHOICE_PLAIN },
};

static const SkhChoice states[] = {
  { "registered", N_ ("Registered"), "Đăng ký", SKH_CHOICE_PLAIN },
  { "kept", N_ ("Kept up"), "Duy trì", SKH_CHOICE_PLAIN },
  { "recognised", N_ ("Recognised"), "Công nhận", SKH_CHOICE_GOOD },
  { "proposed", N_ ("Proposed for replication"), "Đề nghị nhân rộng", SKH_CHOICE_GOOD },
  { "replicated", N_ ("Replicated"), "Nhân rộng", SKH_CHOICE_GOOD },
  { "stopped", N_ ("Stopped"), "Dừng", SKH_CHOICE_BAD },
};

static char *
check_days (const SkhEntry *entry, guint *field)
{
  const SkhValue *first = skh_entry_get_value_by_key (entry, "registered_on");
  const SkhValue *last = skh_entry_get_value_by_key (entry, "recognised_on");

  if (!first->is_set || !last->is_set || last->day >= first->day)
    return NULL;
  *field = skh_register_find_field (skh_entry_get_register (entry), "recognised_on");
  return g_strdup (_ ("It was recognised before it was registered."));
}

static const SkhField fields[] = {
  {
    .key = "name",
    .title = N_ ("Name"),
    .name = "Tên mô hình",
    .aliases = "Mô hình|Tên",
    .type = SKH_FIELD_TEXT,
    .flags = SKH_FIELD_REQUIRED,
    .width = 40,
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
    .key = "kind",
    .title = N_ ("Kind"),
    .name = "Loại",
    .aliases = "Tập thể/cá nhân|Đối tượng",
    .type = SKH_FIELD_CHOICE,
    .choices = kinds,
    .n_choices = G_N_ELEMENTS (kinds),
    .width = 10,
  },
  {
    .key = "field",
    .title = N_ ("Area"),
    .name = "Lĩnh vực",
    .type = SKH_FIELD_TEXT,
    .width = 20,
  },
  {
    .key = "person",
    .title = N_ ("Individual"),
    .name = "Cá nhân",
    .help = N_ ("Whose model it is, when it is a person's"),
    .type = SKH_FIELD_PERSON,
    .width = 20,
  },
  {
    .key = "state",
    .title = N_ ("State"),
    .name = "Tình trạng",
    .aliases = "Trạng thái|Giai đoạn",
    .type = SKH_FIELD_CHOICE,
    .flags = SKH_FIELD_REQUIRED,
    .choices = states,
    .n_choices = G_N_ELEMENTS (states),
    .width = 14,
  },
  {
    .key = "registered_on",
    .title = N_ ("Registered on"),
    .name = "Ngày đăng ký",
    .type = SKH_FIELD_DAY,
  },
  {
    .key = "recognised_on",
    .title = N_ ("Recognised on"),
    .name = "Ngày công nhận",
    .type = SKH_FIELD_DAY,
  },
  {
    .key = "document",
    .title = N_ ("Decision"),
    .name = "Quyết định công nhận",
    .type = SKH_FIELD_DOCUMENT,
    .width = 24,
  },
  {
    .key = "effect",
    .title = N_ ("Effect"),
    .name = "Hiệu quả",
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
  { N_ ("All models"), "columns name unit kind field state registered_on "
                       "recognised_on\nsort unit\nsort name" },
  { N_ ("Proposed for replication"),
    "columns name unit kind field effect\nstate = proposed\nsort unit" },
  { N_ ("Recognised and replicated"),
    "columns name unit kind recognised_on document state\nstate = recognised\nstate = "
    "replicated\nsort recognised_on desc" },
};

const SkhRegisterDeclaration skh_register_model_initiatives = {
  .id = "model-initiatives",
  .table = "model_initiative",
  .title = N_ ("Model initiatives"),
  .name = "Mô hình",
  .one = N_ ("Model initiative"),
  .one_name = "mô hình",
  .help = N_ ("Collective and individual models: registered, kept up, "
              "recognised, proposed for replication, replicated."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label = { "name", "unit" },
  .identity = { { "name", "unit" } },
  .state = "state",
  .views = views,
  .n_views = G_N_ELEMENTS (views),
  .report = "name unit kind field state effect",
  .check = check_days,
};
