/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-wording.h"
#include "skh-test-table.h"

#include <string.h>

static void
assert_day (SkhDate day, const char *iso)
{
  g_autofree char *text = skh_date_to_iso (day);

  g_assert_cmpstr (text, ==, iso);
}

static void
assert_deadline (const SkhDeadline *deadline,
                 const char *kind,
                 const char *first_day,
                 const char *last_day)
{
  g_assert_cmpstr (skh_deadline_kind_to_string (deadline->kind), ==, kind);
  assert_day (deadline->first_day, first_day);
  assert_day (deadline->last_day, last_day);
}

/* — Wordings that name their days — */

static const struct dated_row
{
  const char *text;
  int year;
  const char *kind, *first_day, *last_day;
} dated[] = {
  /* a period by itself */
  { "Quý I/2023", 2023, "in_period", "2023-01-01", "2023-03-31" },
  { "quý II/2023", 2023, "in_period", "2023-04-01", "2023-06-30" },
  { "quý 3 năm 2023", 2023, "in_period", "2023-07-01", "2023-09-30" },
  { "Quí IV, năm 2023", 2023, "in_period", "2023-10-01", "2023-12-31" },
  { "quý ll", 2023, "in_period", "2023-04-01", "2023-06-30" },
  { "quý hai", 2023, "in_period", "2023-04-01", "2023-06-30" },
  { "Q2/2023", 2023, "in_period", "2023-04-01", "2023-06-30" },
  { "Q.III", 2023, "in_period", "2023-07-01", "2023-09-30" },
  { "tháng 5/2023", 2023, "in_period", "2023-05-01", "2023-05-31" },
  { "Tháng 5-2023", 2023, "in_period", "2023-05-01", "2023-05-31" },
  { "tháng 02.2023", 2023, "in_period", "2023-02-01", "2023-02-28" },
  { "tháng 2", 2024, "in_period", "2024-02-01", "2024-02-29" },
  { "tháng mười hai năm 2023", 2023, "in_period", "2023-12-01", "2023-12-31" },
  { "tháng sáu", 2023, "in_period", "2023-06-01", "2023-06-30" },
  { "tháng năm năm 2023", 2023, "in_period", "2023-05-01", "2023-05-31" },
  { "6 tháng đầu năm", 2023, "in_period", "2023-01-01", "2023-06-30" },
  { "Sáu tháng cuối năm 2023", 2023, "in_period", "2023-07-01", "2023-12-31" },
  { "9 tháng đầu năm 2023", 2023, "in_period", "2023-01-01", "2023-09-30" },
  { "nửa đầu năm", 2023, "in_period", "2023-01-01", "2023-06-30" },
  { "năm 2023", 2023, "in_period", "2023-01-01", "2023-12-31" },
  { "cả năm", 2024, "in_period", "2024-01-01", "2024-12-31" },
  { "thượng tuần tháng 5", 2023, "in_period", "2023-05-01", "2023-05-10" },
  { "trung tuần tháng 5/2023", 2023, "in_period", "2023-05-11", "2023-05-20" },
  { "hạ tuần tháng 2", 2024, "in_period", "2024-02-21", "2024-02-29" },
  { "ngày 19/5/2023", 2023, "in_period", "2023-05-19", "2023-05-19" },
  { "vào ngày 19-5", 2023, "in_period", "2023-05-19", "2023-05-19" },
  { "trong ngày 19/5", 2023, "in_period", "2023-05-19", "2023-05-19" },
  /* several that make one */
  { "quý I, II", 2023, "in_period", "2023-01-01", "2023-06-30" },
  { "quý I và quý II năm 2023", 2023, "in_period", "2023-01-01", "2023-06-30" },
  { "Quý II - III/2023", 2023, "in_period", "2023-04-01", "2023-09-30" },
  { "quý II, III và IV", 2023, "in_period", "2023-04-01", "2023-12-31" },
  { "tháng 4, 5/2023", 2023, "in_period", "2023-04-01", "2023-05-31" },
  { "các tháng 4, 5, 6", 2023, "in_period", "2023-04-01", "2023-06-30" },
  { "tháng 4-6/2023", 2023, "in_period", "2023-04-01", "2023-06-30" },
  { "từ tháng 4 đến tháng 6", 2023, "in_period", "2023-04-01", "2023-06-30" },
  { "từ quý II đến hết quý III/2023", 2023, "in_period", "2023-04-01", "2023-09-30" },
  { "từ ngày 1/4 đến ngày 15/6/2023", 2023, "in_period", "2023-04-01", "2023-06-15" },
  { "từ ngày 11 đến ngày 20/5/2023", 2023, "in_period", "2023-05-11", "2023-05-20" },
  { "từ 11/5 - 20/5", 2023, "in_period", "2023-05-11", "2023-05-20" },
  { "19-20/5/2023", 2023, "in_period", "2023-05-19", "2023-05-20" },
  { "ngày 19 và 20/5", 2023, "in_period", "2023-05-19", "2023-05-20" },
  { "tháng 12/2022 đến tháng 2/2023", 2023, "in_period", "2022-12-01", "2023-02-28" },
  /* trong, cuối */
  { "trong quý I/2023", 2023, "by_end_of", "2023-01-01", "2023-03-31" },
  { "trong quý II/2023", 2023, "by_end_of", "2023-04-01", "2023-06-30" },
  { "trong tháng 4", 2023, "by_end_of", "2023-04-01", "2023-04-30" },
  { "trong tháng 4 và tháng 5", 2023, "by_end_of", "2023-04-01", "2023-05-31" },
  { "trong năm 2023", 2023, "by_end_of", "2023-01-01", "2023-12-31" },
  { "trong năm", 2023, "by_end_of", "2023-01-01", "2023-12-31" },
  { "trong 6 tháng đầu năm 2023", 2023, "by_end_of", "2023-01-01", "2023-06-30" },
  { "trong quý I, quý II năm 2023", 2023, "by_end_of", "2023-01-01", "2023-06-30" },
  { "trong tháng 2/2024", 2024, "by_end_of", "2024-02-01", "2024-02-29" },
  { "cuối năm", 2023, "by_end_of", "2023-01-01", "2023-12-31" },
  { "cuối năm 2023", 2023, "by_end_of", "2023-01-01", "2023-12-31" },
  { "cuối quý III", 2023, "by_end_of", "2023-07-01", "2023-09-30" },
  { "vào cuối tháng 6", 2023, "by_end_of", "2023-06-01", "2023-06-30" },
  { "trong thời gian từ ngày 11/5 đến ngày 20/5/2023", 2023, "by_end_of", "2023-05-11",
    "2023-05-20" },
  /* chậm nhất, đến hết */
  { "chậm nhất cuối quý I/2023", 2023, "by_end_of", "2023-01-01", "2023-03-31" },
  { "chậm nhất trong quý II/2023", 2023, "by_end_of", NULL, "2023-06-30" },
  { "chậm nhất trong quý 2 năm 2023", 2023, "by_end_of", NULL, "2023-06-30" },
  { "Chậm nhất tháng 12/2023", 2023, "by_end_of", NULL, "2023-12-31" },
  { "chậm nhất là tháng 2", 2024, "by_end_of", NULL, "2024-02-29" },
  { "muộn nhất trong tháng 9", 2023, "by_end_of", NULL, "2023-09-30" },
  { "không quá tháng 9/2023", 2023, "by_end_of", NULL, "2023-09-30" },
  { "chậm nhất ngày 30/4", 2023, "by_end_of", NULL, "2023-04-30" },
  { "chậm nhất là ngày 30/4/2023", 2023, "by_end_of", NULL, "2023-04-30" },
  { "chậm nhất vào ngày 30 tháng 4", 2023, "by_end_of", NULL, "2023-04-30" },
  { "chậm nhất đến hết ngày 30/4", 2023, "by_end_of", NULL, "2023-04-30" },
  { "chậm nhất 17 giờ ngày 30/4/2023", 2023, "by_end_of", NULL, "2023-04-30" },
  { "không muộn hơn ngày 30/4", 2023, "by_end_of", NULL, "2023-04-30" },
  { "đến hết ngày 30/4/2023", 2023, "by_end_of", NULL, "2023-04-30" },
  { "đến ngày 30/4/2023", 2023, "by_end_of", NULL, "2023-04-30" },
  { "hết ngày 30.4.2023", 2023, "by_end_of", NULL, "2023-04-30" },
  { "đến hết quý II", 2023, "by_end_of", NULL, "2023-06-30" },
  { "hết năm 2023", 2023, "by_end_of", NULL, "2023-12-31" },
  { "đến cuối năm", 2023, "by_end_of", NULL, "2023-12-31" },
  { "từ nay đến cuối năm 2023", 2023, "by_end_of", NULL, "2023-12-31" },
  { "từ nay đến hết tháng 6", 2023, "by_end_of", NULL, "2023-06-30" },
  { "chậm nhất ngày 29/2", 2024, "by_end_of", NULL, "2024-02-29" },
  /* trước */
  { "trước ngày 30/4/2023", 2023, "before", NULL, "2023-04-29" },
  { "trước ngày 30/01/2023", 2023, "before", NULL, "2023-01-29" },
  { "trước 30-4", 2023, "before", NULL, "2023-04-29" },
  { "trước 30/4/23", 2023, "before", NULL, "2023-04-29" },
  { "trước ngày 30 tháng 4 năm 2023", 2023, "before", NULL, "2023-04-29" },
  { "trước ngày 01/3", 2024, "before", NULL, "2024-02-29" },
  { "trước ngày 01/3", 2023, "before", NULL, "2023-02-28" },
  { "trước ngày 29/02/2024", 2024, "before", NULL, "2024-02-28" },
  { "trước tháng 5/2023", 2023, "before", NULL, "2023-04-30" },
  { "trước quý III", 2023, "before", NULL, "2023-06-30" },
  { "trước ngày 01/01/2024", 2023, "before", NULL, "2023-12-31" },
  { "chậm nhất trước ngày 30/4", 2023, "before", NULL, "2023-04-29" },
  { "đến trước ngày 30/4", 2023, "before", NULL, "2023-04-29" },
  { "từ nay đến trước ngày 30/4", 2023, "before", NULL, "2023-04-29" },
  { "trước 17 giờ ngày 30/4/2023", 2023, "by_end_of", NULL, "2023-04-30" },
  { "trước 17h00 ngày 30/4", 2023, "by_end_of", NULL, "2023-04-30" },
  { "trước ngày 15/12 hằng năm", 2023, "before", NULL, "2023-12-14" },
  { "trong quý I hằng năm", 2023, "by_end_of", "2023-01-01", "2023-03-31" },
  /* words around it that add nothing */
  { "Hoàn thành trước ngày 30/4/2023.", 2023, "before", NULL, "2023-04-29" },
  { "Thời gian thực hiện: quý II/2023", 2023, "in_period", "2023-04-01", "2023-06-30" },
  { "xong trong tháng 4", 2023, "by_end_of", "2023-04-01", "2023-04-30" },
  { "(trước ngày 30/4/2023)", 2023, "before", NULL, "2023-04-29" },
  { "- Trong quý II;", 2023, "by_end_of", "2023-04-01", "2023-06-30" },
  /* as it comes out of the fingers */
  { "TRƯỚC NGÀY 30/4/2023", 2023, "before", NULL, "2023-04-29" },
  { "truoc ngay 30/4/2023", 2023, "before", NULL, "2023-04-29" },
  { "cham nhat trong quy II/2023", 2023, "by_end_of", NULL, "2023-06-30" },
  { "trong  quý   I / 2023", 2023, "by_end_of", "2023-01-01", "2023-03-31" },
  { "quýII/2023", 2023, "in_period", "2023-04-01", "2023-06-30" },
  { "trướcngày30/4", 2023, "before", NULL, "2023-04-29" },
  { "trongtháng4", 2023, "by_end_of", "2023-04-01", "2023-04-30" },
  { "truowcs ngayf 30/4", 2023, "before", NULL, "2023-04-29" },
  { "trong thangs 4", 2023, "by_end_of", "2023-04-01", "2023-04-30" },
  { "chaamj nhaats cuoois quys I", 2023, "by_end_of", "2023-01-01", "2023-03-31" },
  { "quý\u00a0II/2023", 2023, "in_period", "2023-04-01", "2023-06-30" },
  { "từ tháng 4 – tháng 6", 2023, "in_period", "2023-04-01", "2023-06-30" },
};

static void
test_dated (gconstpointer data)
{
  const struct dated_row *row = data;
  g_auto (SkhWording) wording = skh_wording_recognise (row->text, row->year);

  g_test_message ("“%s”", row->text);
  g_assert_true (wording.is_recognised);
  g_assert_cmpint (wording.fault, ==, SKH_WORDING_FAULT_NONE);
  g_assert_null (wording.event);
  assert_deadline (&wording.deadline, row->kind, row->first_day, row->last_day);
}

/* However the letters are put together or left bare, the words are the same. */
static void
test_dated_spellings (gconstpointer data)
{
  const struct dated_row *row = data;
  g_autofree char *nfd = g_utf8_normalize (row->text, -1, G_NORMALIZE_NFD);
  g_autofree char *upper = g_utf8_strup (row->text, -1);
  const char *const spellings[] = { nfd, upper };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_auto (SkhWording) wording = skh_wording_recognise (spellings[i], row->year);

      g_test_message ("“%s”", spellings[i]);
      assert_deadline (&wording.deadline, row->kind, row->first_day, row->last_day);
    }
}

/* — Wordings without days of their own — */

static const struct open_row
{
  const char *text;
  const char *kind;
} open_wordings[] = {
  { "", "unspecified" },
  { "  ", "unspecified" },
  { "Không quy định thời hạn", "unspecified" },
  { "thường xuyên", "ongoing" },
  { "Thường xuyên.", "ongoing" },
  { "Thường xuyên, liên tục", "ongoing" },
  { "thường xuyên trong năm 2023", "ongoing" },
  { "Thực hiện thường xuyên", "ongoing" },
  { "thuong xuyen", "ongoing" },
  { "Hằng quý", "quarterly" },
  { "hàng quý", "quarterly" },
  { "hằng quý trong năm 2023", "quarterly" },
  { "định kỳ hằng quý", "quarterly" },
  { "mỗi quý một lần", "quarterly" },
  { "mỗi quý", "quarterly" },
  { "1 lần/quý", "quarterly" },
  { "ít nhất 01 lần/quý", "quarterly" },
  { "3 tháng/lần", "quarterly" },
  { "quý/lần", "quarterly" },
  { "cuối mỗi quý", "quarterly" },
  { "các quý trong năm", "quarterly" },
  { "Báo cáo hằng quý", "quarterly" },
  { "định kỳ quý, 6 tháng, năm", "quarterly" },
  { "hằng quý, 6 tháng và năm", "quarterly" },
  { "hằngquý", "quarterly" },
  { "hangf quys", "quarterly" },
  { "hằng tháng", "monthly" },
  { "Hàng tháng", "monthly" },
  { "mỗi tháng 1 lần", "monthly" },
  { "định kỳ hằng tháng, quý, năm", "monthly" },
  { "6 tháng/lần", "half_yearly" },
  { "06 tháng một lần", "half_yearly" },
  { "định kỳ 6 tháng, năm", "half_yearly" },
  { "định kỳ 6 tháng và 1 năm", "half_yearly" },
  { "mỗi 6 tháng", "half_yearly" },
  { "Hằng quý, thời gian theo hướng dẫn của Ban Tuyên giáo", "quarterly_set_by_office" },
  { "hằng quý (theo hướng dẫn của Ban Tổ chức)", "quarterly_set_by_office" },
  { "Sau mỗi đợt sinh hoạt chuyên đề hằng quý, thời gian quy định trong hướng dẫn của "
    "Ban Tuyên giáo Thị ủy",
    "quarterly_set_by_office" },
  { "sau mỗi quý", "quarterly_set_by_office" },
};

static void
test_open (gconstpointer data)
{
  const struct open_row *row = data;
  g_auto (SkhWording) wording = skh_wording_recognise (row->text, 2023);
  SkhDeadlineKind kind = SKH_N_DEADLINE_KINDS;

  g_test_message ("“%s”", row->text);
  g_assert_true (wording.is_recognised);
  g_assert_cmpint (wording.fault, ==, SKH_WORDING_FAULT_NONE);
  g_assert_true (skh_deadline_kind_from_string (row->kind, &kind));
  g_assert_cmpint (wording.deadline.kind, ==, kind);
  if (skh_deadline_kind_is_periodic (kind) && !skh_deadline_kind_awaits_day (kind))
    assert_deadline (&wording.deadline, row->kind, "2023-01-01", "2023-12-31");
  else
    assert_deadline (&wording.deadline, row->kind, NULL, NULL);
}

/* Once a year, in a plan of one year. */
static void
test_yearly (void)
{
  g_auto (SkhWording) wording = skh_wording_recognise ("hằng năm", 2023);

  g_assert_true (wording.is_recognised);
  assert_deadline (&wording.deadline, "by_end_of", "2023-01-01", "2023-12-31");
}

/* — What waits for an event — */

static const struct event_row
{
  const char *text;
  const char *event;
  int days_after;
  gboolean in_working_days;
} events[] = {
  { "sau khi có Hướng dẫn của Ban Tuyên giáo Tỉnh ủy",
    "Hướng dẫn của Ban Tuyên giáo Tỉnh ủy", 0, FALSE },
  { "Ngay sau khi có kế hoạch của cấp trên", "Kế hoạch của cấp trên", 0, FALSE },
  { "sau khi kết thúc hội nghị", "Kết thúc hội nghị", 0, FALSE },
  { "sau Đại hội đảng bộ", "Đại hội đảng bộ", 0, FALSE },
  { "khi có yêu cầu", "Yêu cầu", 0, FALSE },
  { "cùng với việc báo cáo đánh giá tổ chức cơ sở đảng và cán bộ, đảng viên năm 2023",
    "Báo cáo đánh giá tổ chức cơ sở đảng và cán bộ, đảng viên năm 2023", 0, FALSE },
  { "gắn với tổng kết công tác xây dựng Đảng năm 2023",
    "Tổng kết công tác xây dựng Đảng năm 2023", 0, FALSE },
  { "nhân dịp kỷ niệm ngày thành lập Đảng", "Kỷ niệm ngày thành lập Đảng", 0, FALSE },
  { "theo hướng dẫn của Tỉnh ủy", "Hướng dẫn của Tỉnh ủy", 0, FALSE },
  { "Theo kế hoạch của Ban Thường vụ", "Kế hoạch của Ban Thường vụ", 0, FALSE },
  { "Thời gian theo chỉ đạo của cấp ủy.", "Chỉ đạo của cấp ủy", 0, FALSE },
  { "trước khi khai mạc Đại hội", "Khai mạc Đại hội", -1, FALSE },
  { "trước Đại hội", "Đại hội", -1, FALSE },
  { "trước ngày khai mạc hội nghị", "Khai mạc hội nghị", -1, FALSE },
  { "trong vòng 15 ngày kể từ ngày nhận được hướng dẫn", "Nhận được hướng dẫn", 15,
    FALSE },
  { "chậm nhất 05 ngày sau khi kết thúc hội nghị", "Kết thúc hội nghị", 5, FALSE },
  { "sau 10 ngày làm việc kể từ ngày có kết luận", "Kết luận", 10, TRUE },
  { "chậm nhất 5 ngày trước Đại hội", "Đại hội", -5, FALSE },
  { "SAU KHI CÓ HƯỚNG DẪN", "HƯỚNG DẪN", 0, FALSE },
};

static void
test_event (gconstpointer data)
{
  const struct event_row *row = data;
  g_auto (SkhWording) wording = skh_wording_recognise (row->text, 2023);

  g_test_message ("“%s”", row->text);
  g_assert_true (wording.is_recognised);
  assert_deadline (&wording.deadline, "relative", NULL, NULL);
  g_assert_cmpstr (wording.event, ==, row->event);
  g_assert_cmpint (wording.days_after, ==, row->days_after);
  g_assert_cmpint (wording.in_working_days, ==, row->in_working_days);
}

/* — What is not understood stays as written — */

static const char *const refused[] = {
  "đầu quý III",
  "giữa năm",
  "đầu năm 2023",
  "trong tháng sau",
  "quý tới",
  "sớm",
  "theo quy định",
  "theo kế hoạch",
  "theo kế hoạch này",
  "hoàn thành",
  "quý I và quý III",
  "tháng 3, 6, 9, 12",
  "tháng 5 và tháng 11/2023",
  "từ tháng 6 đến tháng 4",
  "từ tháng 4/2023",
  "từ ngày 1/4/2023",
  "sau ngày 30/4/2023",
  "sau quý I",
  "trước cuối tháng 5",
  "định kỳ hằng quý trước ngày 15 tháng cuối quý",
  "hằng tháng, trước ngày 25",
  "trước ngày 25 hằng tháng",
  "ngày 20 tháng cuối quý",
  "2 tháng/lần",
  "định kỳ 0 tháng, năm",
  "hằng tuần",
  "2 lần/năm",
  "hằng tháng theo hướng dẫn của Ban Tổ chức",
  "thường xuyên, hằng quý báo cáo",
  "đột xuất",
  "trước ngày 15/6 và 15/12",
  "theo hướng dẫn của Tỉnh ủy, trước ngày 30/4/2023",
  "sau khi có hướng dẫn, chậm nhất trong quý II",
  "sau mỗi kỳ họp",
  "trước ngày 30",
  "trước ngày 30/",
  "trong quý",
  "trong tháng",
  "quý II III IV I",
  "30/4/2023/5",
  "tháng 5/202",
  "30/4/2o23",
  "năm 23",
  "chậm nhất",
  "trước",
  "sau khi có",
  "12345",
  "chậm nhất 15 ngày",
  "trong vòng 15 ngày kể từ ngày 1/4/2023",
};

static void
test_refused (gconstpointer data)
{
  const char *text = *(const char *const *)data;
  g_auto (SkhWording) wording = skh_wording_recognise (text, 2023);

  g_test_message ("“%s”", text);
  g_assert_false (wording.is_recognised);
  g_assert_cmpint (wording.fault, ==, SKH_WORDING_FAULT_NONE);
  g_assert_null (wording.event);
  g_assert_cmpint (wording.days_after, ==, 0);
  assert_deadline (&wording.deadline, "unspecified", NULL, NULL);
}

/* — Faults — */

static const struct fault_row
{
  const char *text;
  SkhWordingFault fault;
  const char *last_day;
} faults[] = {
  { "trước ngày 31/6/2023", SKH_WORDING_FAULT_NO_SUCH_DAY, NULL },
  { "31/6/2023", SKH_WORDING_FAULT_NO_SUCH_DAY, NULL },
  { "chậm nhất ngày 29/2/2023", SKH_WORDING_FAULT_NO_SUCH_DAY, NULL },
  { "chậm nhất ngày 29/2", SKH_WORDING_FAULT_NO_SUCH_DAY, NULL },
  { "ngày 0/5", SKH_WORDING_FAULT_NO_SUCH_DAY, NULL },
  { "đến hết ngày 32 tháng 1", SKH_WORDING_FAULT_NO_SUCH_DAY, NULL },
  { "tháng 13/2023", SKH_WORDING_FAULT_NO_SUCH_DAY, NULL },
  { "trong tháng 0", SKH_WORDING_FAULT_NO_SUCH_DAY, NULL },
  { "chậm nhất trong quý V/2023", SKH_WORDING_FAULT_NO_SUCH_DAY, NULL },
  { "quý 0", SKH_WORDING_FAULT_NO_SUCH_DAY, NULL },
  { "trước ngày 5/13", SKH_WORDING_FAULT_NO_SUCH_DAY, NULL },
  { "từ ngày 1/4 đến ngày 31/4", SKH_WORDING_FAULT_NO_SUCH_DAY, NULL },
  { "trong quý I/2024", SKH_WORDING_FAULT_OUTSIDE_YEAR, "2024-03-31" },
  { "trước ngày 30/4/2022", SKH_WORDING_FAULT_OUTSIDE_YEAR, "2022-04-29" },
  { "trước ngày 01/01/2023", SKH_WORDING_FAULT_OUTSIDE_YEAR, "2022-12-31" },
  { "tháng 12/2023 đến tháng 1/2024", SKH_WORDING_FAULT_OUTSIDE_YEAR, "2024-01-31" },
  { "hằng quý năm 2022", SKH_WORDING_FAULT_OUTSIDE_YEAR, "2022-12-31" },
  { "trong năm 2032", SKH_WORDING_FAULT_OUTSIDE_YEAR, "2032-12-31" },
};

static void
test_fault (gconstpointer data)
{
  const struct fault_row *row = data;
  g_auto (SkhWording) wording = skh_wording_recognise (row->text, 2023);

  g_test_message ("“%s”", row->text);
  g_assert_cmpint (wording.fault, ==, row->fault);
  g_assert_cmpint (wording.is_recognised, ==, row->last_day != NULL);
  assert_day (wording.deadline.last_day, row->last_day);
}

/* — The plan of 2023 — */

static char **
read_obligations (void)
{
  g_autofree char *path
    = g_test_build_filename (G_TEST_DIST, "exchange", "obligations-2023.tsv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (g_strchomp (text), "\n", -1);
}

/* That plan has "tháng 5/2023" once as work of May and twice as due by its end, on the
   same days: words alone can't tell which. */
static void
test_obligations (void)
{
  g_auto (GStrv) rows = read_obligations ();
  guint n = g_strv_length (rows);

  g_assert_cmpuint (n, ==, 55);
  for (guint i = 1; i < n; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], "\t", -1);
      g_auto (SkhWording) wording = skh_wording_recognise (cells[8], 2023);
      const char *kind = skh_deadline_kind_to_string (wording.deadline.kind);
      guint n_cells = g_strv_length (cells);
      const char *first_day = n_cells > 10 && *cells[10] != '\0' ? cells[10] : NULL;
      const char *last_day = n_cells > 11 && *cells[11] != '\0' ? cells[11] : NULL;

      g_test_message ("task %s: “%s”", cells[0], cells[8]);
      g_assert_true (wording.is_recognised);
      g_assert_cmpint (wording.fault, ==, SKH_WORDING_FAULT_NONE);
      assert_day (wording.deadline.first_day, first_day);
      assert_day (wording.deadline.last_day, last_day);
      if (strcmp (kind, cells[9]) != 0)
        kind = skh_deadline_kind_to_string (wording.also_kind);
      g_assert_cmpstr (kind, ==, cells[9]);
    }
}

/* Two kinds are offered for nothing but a bare period. */
static void
test_also_kind (void)
{
  static const struct
  {
    const char *text;
    SkhDeadlineKind also;
  } rows[] = {
    { "tháng 5/2023", SKH_DEADLINE_BY_END_OF },
    { "trong tháng 5/2023", SKH_DEADLINE_BY_END_OF },
    { "ngày 19/5/2023", SKH_DEADLINE_IN_PERIOD },
    { "trước ngày 19/5/2023", SKH_DEADLINE_BEFORE },
    { "hằng quý", SKH_DEADLINE_QUARTERLY },
    { "sau khi có hướng dẫn", SKH_DEADLINE_RELATIVE },
    { "", SKH_DEADLINE_UNSPECIFIED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (SkhWording) wording = skh_wording_recognise (rows[i].text, 2023);

      g_assert_cmpint (wording.also_kind, ==, rows[i].also);
    }
}

/* — Words for a deadline — */

static const struct compose_row
{
  const char *kind, *first_day, *last_day, *event, *text;
} composed[] = {
  { "in_period", "2023-04-01", "2023-06-30", NULL, "quý II/2023" },
  { "in_period", "2023-05-01", "2023-05-31", NULL, "tháng 5/2023" },
  { "in_period", "2023-01-01", "2023-06-30", NULL, "6 tháng đầu năm 2023" },
  { "in_period", "2023-07-01", "2023-12-31", NULL, "6 tháng cuối năm 2023" },
  { "in_period", "2023-01-01", "2023-12-31", NULL, "năm 2023" },
  { "in_period", "2024-02-01", "2024-02-29", NULL, "tháng 2/2024" },
  { "in_period", "2023-05-19", "2023-05-19", NULL, "ngày 19/5/2023" },
  { "in_period", "2023-05-11", "2023-06-20", NULL,
    "từ ngày 11/5/2023 đến ngày 20/6/2023" },
  { "by_end_of", "2023-01-01", "2023-03-31", NULL, "trong quý I/2023" },
  { "by_end_of", "2023-04-01", "2023-04-30", NULL, "trong tháng 4/2023" },
  { "by_end_of", "2023-01-01", "2023-12-31", NULL, "trong năm 2023" },
  { "by_end_of", "2023-05-11", "2023-06-20", NULL,
    "trong thời gian từ ngày 11/5/2023 đến ngày 20/6/2023" },
  { "by_end_of", NULL, "2023-06-30", NULL, "chậm nhất trong quý II/2023" },
  { "by_end_of", NULL, "2023-12-31", NULL, "chậm nhất trong quý IV/2023" },
  { "by_end_of", NULL, "2023-05-31", NULL, "chậm nhất tháng 5/2023" },
  { "by_end_of", NULL, "2024-02-29", NULL, "chậm nhất tháng 2/2024" },
  { "by_end_of", NULL, "2024-02-28", NULL, "chậm nhất ngày 28/2/2024" },
  { "by_end_of", NULL, "2023-05-15", NULL, "chậm nhất ngày 15/5/2023" },
  { "before", NULL, "2023-04-29", NULL, "trước ngày 30/4/2023" },
  { "before", NULL, "2024-02-29", NULL, "trước ngày 1/3/2024" },
  { "before", NULL, "2023-12-31", NULL, "trước ngày 1/1/2024" },
  { "monthly", "2023-01-01", "2023-12-31", NULL, "hằng tháng" },
  { "quarterly", "2023-01-01", "2023-12-31", NULL, "hằng quý" },
  { "half_yearly", "2023-01-01", "2023-12-31", NULL, "6 tháng/lần" },
  { "quarterly_set_by_office", NULL, NULL, NULL, "hằng quý, thời gian theo hướng dẫn" },
  { "relative", NULL, NULL, "Hướng dẫn của Tỉnh ủy", "sau khi có Hướng dẫn của Tỉnh ủy" },
  { "relative", NULL, NULL, "Kết thúc hội nghị", "sau khi kết thúc hội nghị" },
  { "ongoing", NULL, NULL, NULL, "thường xuyên" },
  { "unspecified", NULL, NULL, NULL, "" },
};

static SkhDeadline
read_deadline (const struct compose_row *row)
{
  SkhDeadline deadline = { 0 };

  g_assert_true (skh_deadline_kind_from_string (row->kind, &deadline.kind));
  deadline.first_day = skh_date_parse_iso (row->first_day);
  deadline.last_day = skh_date_parse_iso (row->last_day);
  return deadline;
}

static void
test_compose (gconstpointer data)
{
  const struct compose_row *row = data;
  SkhDeadline deadline = read_deadline (row);
  g_autofree char *text = skh_wording_compose (&deadline, row->event);

  g_assert_cmpstr (text, ==, row->text);
}

static void
test_round_trip (gconstpointer data)
{
  const struct compose_row *row = data;
  SkhDeadline deadline = read_deadline (row);
  int year
    = deadline.last_day != SKH_DATE_NONE ? skh_date_get_year (deadline.last_day) : 2023;
  g_autofree char *text = skh_wording_compose (&deadline, row->event);
  g_auto (SkhWording) wording = skh_wording_recognise (text, year);

  g_test_message ("“%s”", text);
  g_assert_true (wording.is_recognised);
  assert_deadline (&wording.deadline, row->kind, row->first_day, row->last_day);
  g_assert_cmpstr (wording.event, ==, row->event);
}

/* A bar can be dragged to any day, and its first day to any before. */
static void
test_round_trip_every_day (void)
{
  static const SkhDeadlineKind kinds[]
    = { SKH_DEADLINE_IN_PERIOD, SKH_DEADLINE_BY_END_OF, SKH_DEADLINE_BEFORE };
  SkhDate first = skh_date_new (2024, 1, 1), last = skh_date_new (2024, 12, 31);

  for (SkhDate day = first; day <= last; day++)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      {
        SkhDeadline deadline = { kinds[i], SKH_DATE_NONE, day };
        g_auto (SkhWording) wording = { 0 };
        g_autofree char *text = NULL;

        if (kinds[i] == SKH_DEADLINE_IN_PERIOD)
          deadline.first_day = MAX (first, day - day % 50);
        text = skh_wording_compose (&deadline, NULL);
        wording = skh_wording_recognise (text, 2024);
        g_assert_cmpint (wording.deadline.kind, ==, deadline.kind);
        g_assert_cmpint (wording.deadline.first_day, ==, deadline.first_day);
        g_assert_cmpint (wording.deadline.last_day, ==, deadline.last_day);
      }
}

/* What lacks its day or its event has no words rather than wrong ones. */
static void
test_compose_nothing (void)
{
  static const SkhDeadlineKind kinds[] = { SKH_DEADLINE_IN_PERIOD, SKH_DEADLINE_BY_END_OF,
                                           SKH_DEADLINE_BEFORE, SKH_DEADLINE_RELATIVE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      SkhDeadline deadline = skh_deadline_open (kinds[i]);
      g_autofree char *text = skh_wording_compose (&deadline, NULL);

      g_assert_cmpstr (text, ==, "");
    }
}

/* — Another year — */

static const struct move_row
{
  const char *text;
  int from_year, to_year;
  const char *moved;
} moves[] = {
  { "trước ngày 30/4/2023", 2023, 2024, "trước ngày 30/4/2024" },
  { "Quý I/2023", 2023, 2025, "Quý I/2025" },
  { "hằng quý", 2023, 2024, "hằng quý" },
  { "trước ngày 15/01/2024", 2023, 2024, "trước ngày 15/01/2025" },
  { "từ tháng 12/2022 đến tháng 2/2023", 2023, 2024,
    "từ tháng 12/2023 đến tháng 2/2024" },
  { "tháng 5-2023", 2023, 2024, "tháng 5-2024" },
  { "trong tháng 2/2024", 2024, 2025, "trong tháng 2/2025" },
  { "chậm nhất ngày 29/2/2024", 2024, 2025, "chậm nhất tháng 2/2025" },
  { "trước ngày 29/02/2024", 2024, 2025, "trước ngày 1/3/2025" },
  { "trước ngày 30/4/23", 2023, 2024, "trước ngày 30/4/2024" },
  { "gắn với tổng kết năm 2023", 2023, 2024, "gắn với tổng kết năm 2024" },
  { "kết quả từ năm 2016 đến năm 2023", 2023, 2024, "kết quả từ năm 2016 đến năm 2024" },
  { "theo Kế hoạch số 2023/KH-TU của Tỉnh ủy", 2023, 2024,
    "theo Kế hoạch số 2023/KH-TU của Tỉnh ủy" },
  { "đầu quý III năm 2023", 2023, 2024, "đầu quý III năm 2024" },
  { "", 2023, 2024, "" },
};

static void
test_move (gconstpointer data)
{
  const struct move_row *row = data;
  g_autofree char *moved
    = skh_wording_move_year (row->text, row->from_year, row->to_year);

  g_assert_cmpstr (moved, ==, row->moved);
}

/* Nothing typed or pasted may do harm. */
static void
test_hostile (void)
{
  static const char *const texts[] = { NULL,
                                       "\xff\xfe",
                                       "////",
                                       "99999999999999999999/4/2023",
                                       "quý quý",
                                       "trước trước trước trước",
                                       "((((",
                                       "tháng 4,,,5",
                                       ",,,",
                                       "\xcc\x81",
                                       "từ từ đến đến",
                                       "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15",
                                       "tháng 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16" };
  g_autoptr (GString) longest = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (SkhWording) wording = skh_wording_recognise (texts[i], 2023);
      g_autofree char *moved = skh_wording_move_year (texts[i], 2023, 2024);

      g_assert_nonnull (moved);
    }
  for (guint i = 0; i < 2000; i++)
    g_string_append (longest, "trước ngày hằng quý, ");
  g_auto (SkhWording) wording = skh_wording_recognise (longest->str, 2023);
  g_assert_false (wording.is_recognised);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  skh_test_add_table ("/wording/dated", dated, test_dated);
  skh_test_add_table ("/wording/spellings", dated, test_dated_spellings);
  skh_test_add_table ("/wording/open", open_wordings, test_open);
  g_test_add_func ("/wording/yearly", test_yearly);
  skh_test_add_table ("/wording/event", events, test_event);
  skh_test_add_table ("/wording/refused", refused, test_refused);
  skh_test_add_table ("/wording/fault", faults, test_fault);
  g_test_add_func ("/wording/obligations", test_obligations);
  g_test_add_func ("/wording/also-kind", test_also_kind);
  skh_test_add_table ("/wording/compose", composed, test_compose);
  skh_test_add_table ("/wording/round-trip", composed, test_round_trip);
  g_test_add_func ("/wording/round-trip/every-day", test_round_trip_every_day);
  g_test_add_func ("/wording/compose/nothing", test_compose_nothing);
  skh_test_add_table ("/wording/move", moves, test_move);
  g_test_add_func ("/wording/hostile", test_hostile);

  return g_test_run ();
}
