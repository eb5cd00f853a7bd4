/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-report.h"

typedef struct
{
  guint n_rows;
  char *text;
} Rows;

static const char *const units[] = {
  "Đảng bộ phường Phổ Hòa (mẫu)",
  "Đảng bộ xã Phổ Thuận (mẫu)",
  "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội thị xã (mẫu)",
  "Chi bộ Trung tâm Truyền thông - Văn hóa - Thể thao (mẫu)",
};

static const char *const tasks[] = {
  "Tổ chức nghiên cứu, học tập chuyên đề năm 2023 của tỉnh",
  "Xây dựng, bổ sung chuẩn mực đạo đức của cán bộ, đảng viên phù hợp với đặc "
  "điểm của "
  "địa "
  "phương, cơ quan, đơn vị",
  "Báo cáo kết quả đăng ký mô hình",
};

static void
free_rows (gpointer data)
{
  Rows *rows = data;

  g_free (rows->text);
  g_free (rows);
}

static void
fill_total (SkhRow *row, guint n_rows)
{
  row->kind = SKH_ROW_TOTAL;
  skh_cell_set_text (&row->cells[0], "TỔNG");
  skh_cell_set_number (&row->cells[3], 1234 * (gint64)n_rows);
  skh_cell_set_number (&row->cells[4], 1000 * (gint64)n_rows);
  skh_cell_set_ratio (&row->cells[5], 1000 / 1234.0);
}

/* Every 40th row is a heading; the last is TỔNG. */
static gboolean
fill_progress (SkhTable *table, guint index, SkhRow *row, gpointer user_data)
{
  const Rows *rows = user_data;

  if (index > rows->n_rows)
    return FALSE;
  if (index == rows->n_rows)
    {
      fill_total (row, rows->n_rows);
      return TRUE;
    }
  if (index % 40 == 0)
    {
      row->kind = SKH_ROW_GROUP;
      skh_cell_set_text (&row->cells[0], "I. Các chi, đảng bộ trực thuộc Thị ủy");
      return TRUE;
    }
  row->tone = index % 7 < 4 ? (SkhTone)(index % 7) : SKH_TONE_NONE;
  skh_cell_set_number (&row->cells[0], index);
  skh_cell_set_text (&row->cells[1], units[index % G_N_ELEMENTS (units)]);
  skh_cell_set_text (&row->cells[2], tasks[index % G_N_ELEMENTS (tasks)]);
  skh_cell_set_number (&row->cells[3], 1234);
  skh_cell_set_number (&row->cells[4], 1000);
  skh_cell_set_ratio (&row->cells[5], 1000 / 1234.0);
  skh_cell_set_date (&row->cells[6], skh_date_new (2023, 4, 15));
  skh_cell_set_text (&row->cells[7], index % 5 == 0 ? "Đã đôn đốc lần thứ nhất" : NULL);
  return TRUE;
}

static gboolean
fill_plain (SkhTable *table, guint index, SkhRow *row, gpointer user_data)
{
  const Rows *rows = user_data;

  if (index >= rows->n_rows)
    return FALSE;
  skh_cell_set_number (&row->cells[0], index + 1);
  skh_cell_set_text (&row->cells[1], rows->text);
  return TRUE;
}

static gboolean
fill_crowded (SkhTable *table, guint index, SkhRow *row, gpointer user_data)
{
  const Rows *rows = user_data;

  if (index >= rows->n_rows)
    return FALSE;
  skh_cell_set_text (&row->cells[0], rows->text);
  for (guint i = 1; i < skh_table_get_n_columns (table); i++)
    skh_cell_set_number (&row->cells[i], 12345678);
  return TRUE;
}

static void
add_member_columns (SkhTable *table)
{
  SkhColumn *column;

  for (guint i = 0; i < 3; i++)
    {
      static const char *const titles[] = { "Tổng số", "Tham gia", "Tỷ lệ" };

      column
        = skh_table_add_column (table, i < 2 ? SKH_COLUMN_NUMBER : SKH_COLUMN_PERCENT,
                                titles[i], 9);
      column->group_title = g_strdup ("Đảng viên");
      column->total = i < 2 ? SKH_TOTAL_SUM : SKH_TOTAL_PERCENT;
      column->numerator = 4;
      column->denominator = 3;
    }
}

/* A report with two bands of heads, headings, tones and a TỔNG. */
SkhReport *
sample_report_new_progress (guint n_rows)
{
  SkhReport *report = skh_report_new ();
  SkhTable *table
    = skh_report_add_table (report, "Tiến độ", "TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ");
  Rows *rows = g_new0 (Rows, 1);

  skh_table_set_subtitle (table, "Theo từng đơn vị");
  skh_table_add_column (table, SKH_COLUMN_NUMBER, "TT", 4)->centred = TRUE;
  skh_table_add_column (table, SKH_COLUMN_TEXT, "Đơn vị", 26);
  skh_table_add_column (table, SKH_COLUMN_TEXT, "Nhiệm vụ", 40);
  add_member_columns (table);
  skh_table_add_column (table, SKH_COLUMN_DATE, "Ngày hoàn thành", 11);
  skh_table_add_column (table, SKH_COLUMN_TEXT, "Ghi chú", 16);
  rows->n_rows = n_rows;
  skh_table_set_rows (table, fill_progress, rows, free_rows);
  return report;
}

/* A number and one text in each of n_rows rows. */
SkhReport *
sample_report_new_plain (const char *text, guint n_rows)
{
  SkhReport *report = skh_report_new ();
  SkhTable *table = skh_report_add_table (report, "Danh sách", "DANH SÁCH");
  Rows *rows = g_new0 (Rows, 1);

  skh_table_add_column (table, SKH_COLUMN_NUMBER, "TT", 5)->centred = TRUE;
  skh_table_add_column (table, SKH_COLUMN_TEXT, "Nội dung", 60);
  rows->n_rows = n_rows;
  rows->text = g_strdup (text);
  skh_table_set_rows (table, fill_plain, rows, free_rows);
  return report;
}

/* 16 columns of eight digits beside one of text without a space. */
SkhReport *
sample_report_new_crowded (guint n_rows)
{
  SkhReport *report = skh_report_new ();
  SkhTable *table = skh_report_add_table (report, "Số liệu", "SỐ LIỆU");
  Rows *rows = g_new0 (Rows, 1);

  skh_table_add_column (table, SKH_COLUMN_TEXT, "Địa chỉ", 20);
  for (guint i = 0; i < 16; i++)
    skh_table_add_column (table, SKH_COLUMN_NUMBER, "Chuyên đề", 8);
  rows->n_rows = n_rows;
  rows->text = g_strnfill (120, 'a');
  skh_table_set_rows (table, fill_crowded, rows, free_rows);
  return report;
}

void
sample_report_add_empty_table (SkhReport *report, const char *sheet_name)
{
  SkhTable *table = skh_report_add_table (report, sheet_name, "VIỆC QUÁ HẠN");

  skh_table_set_empty_text (table, "Không có việc quá hạn.");
  skh_table_add_column (table, SKH_COLUMN_TEXT, "Đơn vị", 30);
  skh_table_add_column (table, SKH_COLUMN_DATE, "Thời hạn", 12);
}

/* day: SKH_DATE_NONE for a draft */
void
sample_report_fill_title_block (SkhReport *report, SkhDate day)
{
  SkhTitleBlock *title = skh_report_get_title_block (report);
  static const char *const recipients[]
    = { "Ban Tuyên giáo Tỉnh ủy", "- Các đồng chí Ủy viên Ban Thường vụ Thị ủy,",
        "Lưu Văn phòng Thị ủy.", NULL };

  title->superior = g_strdup ("Đảng bộ tỉnh Quảng Ngãi");
  title->organisation = g_strdup ("Thị ủy Đức Phổ");
  title->symbol = g_strdup ("BC/TU");
  title->place = g_strdup ("Đức Phổ");
  title->day = day;
  title->kind = g_strdup ("Báo cáo");
  title->abstract
    = g_strdup ("tổng hợp tiến độ thực hiện kế hoạch học tập và làm theo tư "
                "tưởng, đạo đức, phong cách Hồ Chí Minh quý I năm 2023");
  title->note = g_strdup ("Số liệu tính đến ngày 15/4/2023");
  title->addressee = g_strdup ("Kính gửi: Ban Tuyên giáo Tỉnh ủy");
  title->authority = g_strdup ("T/M Ban Thường vụ");
  title->position = g_strdup ("Phó Bí thư");
  title->signer = g_strdup ("Nguyễn Văn Mẫu");
  title->recipients = g_strdupv ((char **)recipients);
}
