/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tuyên truyền: what a unit or an outlet put out in a period. Pieces, minutes and reach
   are three numbers. */
#include "skh-entry.h"

#include <glib/gi18n-lib.h>

static const SkhChoice kinds[] = {
  { "news", N_ ("News piece"), "Tin, bài", SKH_CHOICE_PLAIN },
  { "broadcast", N_ ("Broadcast"), "Phát sóng", SKH_CHOICE_PLAIN },
  { "post", N_ ("Post on a page"), "Bài trên trang, mạng xã hội", SKH_CHOICE_PLAIN },
  { "panel", N_ ("Panel or banner"), "Pa nô, khẩu hiệu", SKH_CHOICE_PLAIN },
  { "speakers", N_ ("Speakers' conference"), "Hội nghị báo cáo viên", SKH_CHOICE_PLAIN },
};

/* Either a unit or an outlet put it out. */
static char *
check_source (const SkhEntry *entry, guint *field)
{
  if (skh_entry_get_value_by_key (entry, "unit")->is_set
      || skh_entry_get_value_by_key (entry, "outlet")->is_set)
    return NULL;
  *field = skh_register_find_field (skh_entry_get_register (entry), "unit");
  return g_strdup (_ ("Give the unit, or the outlet that published it."));
}

static const SkhField fields[] = {
  {
    .key = "unit",
    .title = N_ ("Unit"),
    .name = "Đơn vị",
    .aliases = "Tên đơn vị",
    .type = SKH_FIELD_UNIT,
  },
  {
    .key = "outlet",
    .title = N_ ("Outlet"),
    .name = "Cơ quan, trang",
    .aliases = "Trang|Kênh|Báo, đài",
    .help = N_ ("Newspaper, station or page, where no unit stands for it"),
    .type = SKH_FIELD_TEXT,
    .width = 26,
  },
  {
    .key = "kind",
    .title = N_ ("Form"),
    .name = "Hình thức",
    .aliases = "Loại|Loại hình",
    .type = SKH_FIELD_CHOICE,
    .flags = SKH_FIELD_REQUIRED,
    .choices = kinds,
    .n_choices = G_N_ELEMENTS (kinds),
    .width = 18,
  },
  {
    .key = "period",
    .title = N_ ("Period"),
    .name = "Kỳ",
    .aliases = "Tháng|Quý",
    .type = SKH_FIELD_PERIOD,
    .flags = SKH_FIELD_REQUIRED,
    .width = 10,
  },
  {
    .key = "title",
    .title = N_ ("Title"),
    .name = "Tên, nội dung",
    .aliases = "Nội dung|Tên",
    .type = SKH_FIELD_TEXT,
    .width = 36,
  },
  {
    .key = "day",
    .title = N_ ("Day"),
    .name = "Ngày",
    .type = SKH_FIELD_DAY,
  },
  {
    .key = "pieces",
    .title = N_ ("Count"),
    .name = "Số lượng",
    .aliases = "Số tin, bài|Số lượt",
    .type = SKH_FIELD_NUMBER,
    .flags = SKH_FIELD_REQUIRED,
    .width = 9,
  },
  {
    .key = "minutes",
    .title = N_ ("Minutes"),
    .name = "Số phút",
    .aliases = "Thời lượng (phút)|Thời lượng",
    .type = SKH_FIELD_NUMBER,
    .width = 9,
  },
  {
    .key = "reach",
    .title = N_ ("Reach"),
    .name = "Lượt tiếp cận",
    .aliases = "Tiếp cận|Lượt xem",
    .type = SKH_FIELD_NUMBER,
    .width = 11,
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
  { N_ ("All output"),
    "columns period unit outlet kind title pieces minutes reach\nsort period desc" },
  { N_ ("News and posts"), "columns period unit outlet title day pieces reach\nkind = "
                           "news\nkind = post\nsort day desc" },
  { N_ ("Broadcasts"), "columns period unit outlet title pieces minutes\nkind = "
                       "broadcast\nsort period desc" },
};

const SkhRegisterDeclaration skh_register_communication = {
  .id = "communication",
  .table = "communication",
  .title = N_ ("Communication"),
  .name = "Tuyên truyền",
  .one = N_ ("Communication output"),
  .one_name = "kết quả tuyên truyền",
  .help = N_ ("What was published, broadcast, posted or told, by whom and "
              "how much. Count pieces and broadcasts apart."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label = { "title", "outlet" },
  .views = views,
  .n_views = G_N_ELEMENTS (views),
  .report = "period unit outlet kind title pieces minutes reach",
  .check = check_source,
};
