/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Văn bản: the documents a plan rests on and those that follow from it. The issuer stands
   apart from the symbol, because "TU" is both the province's committee and the town's. */
#include "skh-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "159" of "159-KH/TU": what stands before the first hyphen or stroke, if it is led by a
   digit. */
static gboolean
derive_number (const SkhEntry *entry, SkhValue *value)
{
  const SkhValue *symbol = skh_entry_get_value_by_key (entry, "symbol");
  gsize length = symbol->is_set ? strcspn (symbol->text, "-/") : 0;

  if (length == 0 || !g_ascii_isdigit (symbol->text[0]) || symbol->text[length] == '\0')
    return FALSE;
  value->text = g_strstrip (g_strndup (symbol->text, length));
  return TRUE;
}

/* A list of documents seldom says what they are to the plan. */
static gboolean
derive_role (const SkhEntry *entry, SkhValue *value)
{
  value->text = g_strdup ("reference");
  return TRUE;
}

static const SkhChoice roles[] = {
  { "legal_basis", N_ ("Legal basis"), "Căn cứ", SKH_CHOICE_PLAIN },
  { "guidance", N_ ("Guidance"), "Hướng dẫn, chỉ đạo", SKH_CHOICE_PLAIN },
  { "reference", N_ ("Reference material"), "Tài liệu tham khảo", SKH_CHOICE_PLAIN },
};

static const SkhField fields[] = {
  {
    .key = "symbol",
    .title = N_ ("Symbol"),
    .name = "Số, ký hiệu",
    .aliases = "Ký hiệu|Số ký hiệu|Số/ký hiệu|Số và ký hiệu|Số hiệu|Số văn bản",
    .help = N_ ("Number and symbol as they stand on the document, such as 159-KH/TU"),
    .type = SKH_FIELD_TEXT,
    .width = 16,
  },
  {
    .key = "number",
    .title = N_ ("Number"),
    .name = "Số",
    .help = N_ ("Taken from the symbol when it is left empty"),
    .type = SKH_FIELD_TEXT,
    .width = 8,
    .derive = derive_number,
  },
  {
    .key = "issuer",
    .title = N_ ("Issuer"),
    .name = "Cơ quan ban hành",
    .aliases = "Nơi ban hành|Tác giả|Tác giả văn bản|Đơn vị ban hành|Ban hành",
    .help = N_ ("Who issued it, such as Ban Thường vụ Tỉnh ủy"),
    .type = SKH_FIELD_TEXT,
    .width = 24,
  },
  {
    .key = "day",
    .title = N_ ("Day"),
    .name = "Ngày ban hành",
    .aliases = "Ngày|Ngày văn bản|Ngày, tháng|Ngày tháng|Ngày tháng năm|Ngày, tháng, năm",
    .type = SKH_FIELD_DAY,
  },
  {
    .key = "title",
    .title = N_ ("Title"),
    .name = "Trích yếu",
    .aliases
    = "Tên văn bản|Trích yếu nội dung|Nội dung|Tên|Tên loại và trích yếu nội dung",
    .help = N_ ("Kind of document and abstract"),
    .type = SKH_FIELD_TEXT,
    .flags = SKH_FIELD_REQUIRED,
    .width = 56,
  },
  {
    .key = "role",
    .title = N_ ("Role"),
    .name = "Vai trò",
    .aliases = "Loại|Tính chất|Phân loại",
    .help = N_ ("What it is to the plan; reference material when left empty"),
    .type = SKH_FIELD_CHOICE,
    .flags = SKH_FIELD_REQUIRED,
    .choices = roles,
    .n_choices = G_N_ELEMENTS (roles),
    .width = 18,
    .derive = derive_role,
  },
  {
    .key = "file",
    .title = N_ ("File"),
    .name = "Tệp kèm theo",
    .type = SKH_FIELD_FILE,
  },
};

static const SkhRegisterView views[] = {
  { N_ ("All documents"), "columns symbol issuer day title role file\nsort day desc" },
  { N_ ("Legal basis"),
    "columns symbol issuer day title file\nrole = legal_basis\nsort day desc" },
  { N_ ("Guidance"),
    "columns symbol issuer day title file\nrole = guidance\nsort day desc" },
  { N_ ("Reference material"),
    "columns symbol issuer day title file\nrole = reference\nsort title" },
};

const SkhRegisterDeclaration skh_register_documents = {
  .id = "documents",
  .table = "document",
  .title = N_ ("Documents"),
  .name = "Văn bản",
  .one = N_ ("Document"),
  .one_name = "văn bản",
  .help = N_ ("The documents the plan rests on, those that guide it and those it is read "
              "with; each with its file, what it is linked to and to whom it was sent."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label = { "symbol", "title" },
  .identity = { { "symbol", "issuer", "day" }, { "title", "issuer" } },
  .views = views,
  .n_views = G_N_ELEMENTS (views),
  .report = "symbol issuer day title role",
};
