/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register-sample.h"

#include "skh-entry.h"

#include <string.h>

static gboolean
derive_quarter (const SkhEntry *entry, SkhValue *value)
{
  const SkhValue *day = skh_entry_get_value_by_key (entry, "day");

  if (!day->is_set)
    return FALSE;
  value->period = skh_period_of_day (SKH_PERIOD_QUARTER, day->day);
  return TRUE;
}

static gboolean
derive_length (const SkhEntry *entry, SkhValue *value)
{
  const SkhValue *note = skh_entry_get_value_by_key (entry, "note");

  value->number = note->is_set ? g_utf8_strlen (note->text, -1) : 0;
  return note->is_set;
}

static char *
check (const SkhEntry *entry, guint *field)
{
  const SkhValue *state = skh_entry_get_value_by_key (entry, "state");

  if (!state->is_set || strcmp (state->text, "done") != 0
      || skh_entry_get_value_by_key (entry, "day")->is_set)
    return NULL;
  *field = skh_register_find_field (skh_entry_get_register (entry), "day");
  return g_strdup ("What is done has a day.");
}

static const SkhChoice states[] = {
  { "open", "Open", "Đang làm", SKH_CHOICE_PLAIN },
  { "done", "Done", "Xong", SKH_CHOICE_GOOD },
  { "bad", "Bad", "Hỏng", SKH_CHOICE_BAD },
};

static const SkhField fields[] = {
  { .key = "name",
    .title = "Name",
    .name = "Tên gọi",
    .aliases = "Tên|Họ tên mẫu",
    .type = SKH_FIELD_TEXT,
    .flags = SKH_FIELD_REQUIRED },
  { .key = "code",
    .title = "Code",
    .name = "Mã số",
    .help = "As it stands on the box",
    .type = SKH_FIELD_TEXT,
    .flags = SKH_FIELD_UNIQUE },
  { .key = "note", .title = "Note", .name = "Nội dung", .type = SKH_FIELD_LONG_TEXT },
  { .key = "number", .title = "Number", .name = "Số lượng", .type = SKH_FIELD_NUMBER },
  { .key = "members",
    .title = "Members",
    .name = "Đảng viên dự",
    .type = SKH_FIELD_COUNT },
  { .key = "day", .title = "Day", .name = "Ngày", .type = SKH_FIELD_DAY },
  { .key = "period",
    .title = "Period",
    .name = "Kỳ",
    .type = SKH_FIELD_PERIOD,
    .derive = derive_quarter },
  { .key = "unit", .title = "Unit", .name = "Đơn vị", .type = SKH_FIELD_UNIT },
  { .key = "person", .title = "Person", .name = "Người", .type = SKH_FIELD_PERSON },
  { .key = "document",
    .title = "Document",
    .name = "Văn bản",
    .type = SKH_FIELD_DOCUMENT },
  { .key = "state",
    .title = "State",
    .name = "Tình trạng",
    .type = SKH_FIELD_CHOICE,
    .choices = states,
    .n_choices = G_N_ELEMENTS (states) },
  { .key = "length",
    .title = "Length",
    .name = "Độ dài",
    .type = SKH_FIELD_NUMBER,
    .flags = SKH_FIELD_DERIVED,
    .derive = derive_length },
  { .key = "file", .title = "File", .name = "Tệp", .type = SKH_FIELD_FILE },
};

static const SkhRegisterView views[] = {
  { "All", "columns name day state\nsort name" },
  { "Done", "state = done\nsort day desc\nsort name" },
};

static const SkhRegisterDeclaration sample = {
  .id = SAMPLE_ID,
  .table = "sample",
  .title = "Samples",
  .name = "Sổ mẫu",
  .one = "Sample",
  .one_name = "mẫu",
  .help = "What tests keep.",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label = { "name" },
  .identity = { { "code" }, { "name", "day" } },
  .state = "state",
  .views = views,
  .n_views = G_N_ELEMENTS (views),
  .check = check,
};

void
register_sample_declare (void)
{
  skh_registers_declare (&sample);
}
