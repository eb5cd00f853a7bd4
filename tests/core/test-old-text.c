/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-old-text.h"

static const struct
{
  SkhOldEncoding encoding;
  const char *old, *text;
} samples[] = {
  { SKH_OLD_ENCODING_TCVN3, "§¶ng bé ph­êng Phæ Th¹nh", "Đảng bộ phường Phổ Thạnh" },
  { SKH_OLD_ENCODING_TCVN3, "NguyÔn §øc C­êng", "Nguyễn Đức Cường" },
  { SKH_OLD_ENCODING_TCVN3, "KÕ ho¹ch", "Kế hoạch" },
  { SKH_OLD_ENCODING_TCVN3, "Sinh ho¹t chuyªn ®Ò quý I", "Sinh hoạt chuyên đề quý I" },
  { SKH_OLD_ENCODING_TCVN3, "NguyÔn V¨n Thuû – quèc phßng",
    "Nguyễn Văn Thuỷ – quốc phòng" },
  { SKH_OLD_ENCODING_VNI, "Ñaûng boä phöôøng Phoå Thaïnh", "Đảng bộ phường Phổ Thạnh" },
  { SKH_OLD_ENCODING_VNI, "ÑAÛNG UÛY", "ĐẢNG ỦY" },
  { SKH_OLD_ENCODING_VNI, "Nguyeãn Ñöùc Cöôøng", "Nguyễn Đức Cường" },
  { SKH_OLD_ENCODING_VNI, "Kyõ naêng tuyeân truyeàn mieäng",
    "Kỹ năng tuyên truyền miệng" },
};

static void
test_converts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *text
        = skh_old_text_to_unicode (samples[i].old, samples[i].encoding);

      g_assert_cmpstr (text, ==, samples[i].text);
      g_assert_cmpint (skh_old_text_guess (samples[i].old), ==, samples[i].encoding);
    }
}

static void
test_every_letter_of_tcvn3 (void)
{
  static const char all[]
    = "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";
  static const char old[]
    = "¨©ª«¬­®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷ø"
      "ùúûüýþ";
  g_autofree char *text = skh_old_text_to_unicode (old, SKH_OLD_ENCODING_TCVN3);
  g_autofree char *capitals
    = skh_old_text_to_unicode ("®¶ng", SKH_OLD_ENCODING_TCVN3_CAPITALS);

  g_assert_cmpstr (text, ==, all);
  g_assert_cmpstr (capitals, ==, "ĐẢNG");
}

static void
test_unicode_stays (void)
{
  static const char *const texts[]
    = { "",       "Ban Tuyên giáo", "hoà bình",    "Trà Bồng, Đức Phổ",
        "Cà Mau", "100 %",          "§ 5 – quý I", "Đảng bộ phường" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = skh_old_text_to_unicode (texts[i], SKH_OLD_ENCODING_NONE);

      g_assert_cmpstr (text, ==, texts[i]);
      g_assert_cmpint (skh_old_text_guess (texts[i]), ==, SKH_OLD_ENCODING_NONE);
    }
}

/* A cell in an old font into which Unicode was pasted. */
static void
test_font_is_not_believed_blindly (void)
{
  g_autofree char *text = skh_old_text_to_unicode ("Đảng bộ á", SKH_OLD_ENCODING_TCVN3);

  g_assert_cmpstr (text, ==, "Đảng bộ á");
}

static void
test_fonts (void)
{
  g_assert_cmpint (skh_old_text_of_font (".VnTime"), ==, SKH_OLD_ENCODING_TCVN3);
  g_assert_cmpint (skh_old_text_of_font (".VnTimeH"), ==,
                   SKH_OLD_ENCODING_TCVN3_CAPITALS);
  g_assert_cmpint (skh_old_text_of_font ("VNI-Times"), ==, SKH_OLD_ENCODING_VNI);
  g_assert_cmpint (skh_old_text_of_font ("Times New Roman"), ==, SKH_OLD_ENCODING_NONE);
  g_assert_cmpint (skh_old_text_of_font (NULL), ==, SKH_OLD_ENCODING_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/old-text/converts", test_converts);
  g_test_add_func ("/old-text/every-letter-of-tcvn3", test_every_letter_of_tcvn3);
  g_test_add_func ("/old-text/unicode-stays", test_unicode_stays);
  g_test_add_func ("/old-text/font-not-believed-blindly",
                   test_font_is_not_believed_blindly);
  g_test_add_func ("/old-text/fonts", test_fonts);
  return g_test_run ();
}
