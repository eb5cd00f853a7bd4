/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-text.h"
#include "skh-test-table.h"

#include <string.h>

static const struct pair_row
{
  const char *text;
  const char *expected;
} normalized[] = {
  { "Đức Phổ", "Đức Phổ" },
  { "\u0110u\u031b\u0301c Ph\u00f4\u0309", "Đức Phổ" }, /* decomposed, half composed */
  { "Thị\u00a0ủy", "Thị ủy" },
  { "  Thị \t ủy  ", "Thị ủy" },
  { "\u2003Thị\u3000\u00a0 ủy\u2009", "Thị ủy" },
  { "\ufeffThị\u200b ủy\u00ad\u2060", "Thị ủy" },
  { "Thị \u200b ủy", "Thị ủy" }, /* blanks doubled around what cannot be seen */
  { "a\001b\177c", "abc" },
  { "\u01b0\u200b\u0323", "\u1ef1" }, /* … also with something between */
  { "\u01b0\u0323", "\u1ef1" },       /* ư + dot below */
  { "", "" },
  { " \u00a0\u200b\n ", "" },
  { NULL, "" },
};

static void
test_normalize (gconstpointer data)
{
  const struct pair_row *row = data;
  g_autofree char *text = skh_text_normalize (row->text);
  g_autofree char *line = skh_text_normalize_line (row->text);
  g_autofree char *again = skh_text_normalize (text);

  g_assert_cmpstr (text, ==, row->expected);
  g_assert_cmpstr (line, ==, row->expected);
  g_assert_cmpstr (again, ==, row->expected);
}

static const struct lines_row
{
  const char *text;
  const char *lines;
  const char *line;
} multi_lines[] = {
  { "một\nhai", "một\nhai", "một hai" },
  { "một\r\nhai\r\n", "một\nhai", "một hai" },
  { "\n\n một  \n\n  hai\u00a0\n", "một\n\nhai", "một hai" },
  { "một\vhai\u2028ba\u2029bốn", "một\nhai\nba\nbốn", "một hai ba bốn" },
  { "một\n\u200b\nhai", "một\n\nhai", "một hai" },
};

static void
test_lines (gconstpointer data)
{
  const struct lines_row *row = data;
  g_autofree char *lines = skh_text_normalize (row->text);
  g_autofree char *line = skh_text_normalize_line (row->text);

  g_assert_cmpstr (lines, ==, row->lines);
  g_assert_cmpstr (line, ==, row->line);
}

static void
test_not_utf8 (void)
{
  g_autofree char *text = skh_text_normalize ("Ph\xe6 v\xff");

  g_assert_cmpstr (text, ==, "Ph\ufffd v\ufffd");
}

static const struct pair_row folded[] = {
  { "Đức Phổ", "duc pho" },
  { "ĐỨC PHỔ", "duc pho" },
  { "duc pho", "duc pho" },
  { "\u0110u\u031b\u0301c  Pho\u0302\u0309", "duc pho" },
  { "\u00d0ặng", "dang" }, /* Ð of another alphabet, typed for Đ */
  { "ủy", "uy" },
  { "uỷ", "uy" },
  { "hòa", "hoa" },
  { "hoà", "hoa" },
  { "Thuở xưa, ngoằn ngoèo", "thuo xua, ngoan ngoeo" },
  { "ẮẰẲẴẶ ẤẦẨẪẬ ẾỀỂỄỆ ỐỒỔỖỘ ỚỜỞỠỢ ỨỪỬỮỰ ÝỲỶỸỴ ÍÌỈĨỊ",
    "aaaaa aaaaa eeeee ooooo ooooo uuuuu yyyyy iiiii" },
  { "Số 12-KH/TU", "so 12-kh/tu" },
  { "Ban\nTuyên giáo", "ban tuyen giao" },
  { "", "" },
  { NULL, "" },
};

static void
test_fold (gconstpointer data)
{
  const struct pair_row *row = data;
  g_autofree char *text = skh_text_fold (row->text);
  g_autofree char *again = skh_text_fold (text);

  g_assert_cmpstr (text, ==, row->expected);
  g_assert_cmpstr (again, ==, row->expected);
}

static const struct match_row
{
  const char *text;
  const char *words;
  gboolean matches;
} matches[] = {
  { "Đảng ủy phường Đức Phổ", "duc pho", TRUE },
  { "Đảng ủy phường Đức Phổ", "DUC PHO", TRUE },
  { "Đảng ủy phường Đức Phổ", "Đức Phổ", TRUE },
  { "Đảng ủy phường Đức Phổ", "phổ đức", TRUE },
  { "Đảng ủy phường Đức Phổ", "đảng uỷ", TRUE },
  { "Đảng ủy phường Đức Phổ", "pho  dang", TRUE },
  { "Đảng ủy phường Đức Phổ", "ph", TRUE },
  { "Đảng ủy phường Đức Phổ", "", TRUE },
  { "Đảng ủy phường Đức Phổ", "duc tho", FALSE },
  { "Đảng ủy phường Đức Phổ", "uyphuong", FALSE },
  { "", "pho", FALSE },
  { "", "", TRUE },
};

static void
test_match (gconstpointer data)
{
  const struct match_row *row = data;
  g_autofree char *text = skh_text_fold (row->text);
  g_autofree char *words = skh_text_fold (row->words);

  g_assert_cmpint (skh_text_matches (text, words), ==, row->matches);
}

static int
sign (int order)
{
  return (order > 0) - (order < 0);
}

/* Every pair of a list that stands in order. */
static void
assert_ordered (const char *const *texts,
                gsize n,
                GBytes *(*get_key) (const char *),
                int (*compare) (const char *, const char *))
{
  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < n; j++)
      {
        g_autoptr (GBytes) a = get_key (texts[i]);
        g_autoptr (GBytes) b = get_key (texts[j]);
        int expected = (i > j) - (i < j);

        g_test_message ("\"%s\", \"%s\"", texts[i], texts[j]);
        g_assert_cmpint (sign (g_bytes_compare (a, b)), ==, expected);
        g_assert_cmpint (sign (compare (texts[i], texts[j])), ==, expected);
      }
}

static void
test_alphabet (void)
{
  static const char *const letters[]
    = { "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m",
        "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y" };
  static const char *const tones[] = { "a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ẳ",
                                       "ẵ", "ắ", "ặ", "â", "ầ", "ẩ", "ẫ", "ấ", "ậ" };

  assert_ordered (letters, G_N_ELEMENTS (letters), skh_text_sort_key, skh_text_compare);
  assert_ordered (tones, G_N_ELEMENTS (tones), skh_text_sort_key, skh_text_compare);
}

static void
test_order (void)
{
  static const char *const texts[] = {
    "",
    "2 xã",
    "10 xã",
    "Ban Tổ chức",
    "Ban Tuyên giáo",
    "ca bin",
    "ca nô",
    "cà an", /* a syllable's tone before the next syllable's letters */
    "cà phê",
    "Chi bộ 2",
    "Chi bộ 10",
    "Dương",
    "Đảng bộ",
    "Đảng ủy",
    "Đảng ủy phường",
    "Đảng ủy phường Nguyễn Nghiêm",
    "Đảng ủy phường Phổ Hòa",
    "Đảng ủy phường Phổ Minh",
    "Đảng ủy xã Phổ An",
    "Em",
    "hoa",
    "Hoa",
    "hòa",
  };

  assert_ordered (texts, G_N_ELEMENTS (texts), skh_text_sort_key, skh_text_compare);
}

/* Invented names. By given name, then family name, then what is between. */
static void
test_people (void)
{
  static const char *const names[] = {
    "Lê Ái",        "An",         "Bùi An",      "Bùi Thị An",  "Bùi Văn An",
    "Trần Bảo An",  "Cao Văn Ân", "Đinh Văn Ba", "Đỗ Thị Dung", "Phạm Đào",
    "Trần Thị Hoa", "Lê Hòa",     "Lê Thị Hòa",  "Vũ Hóa",      "Nguyễn Văn Ý",
  };

  assert_ordered (names, G_N_ELEMENTS (names), skh_text_person_sort_key,
                  skh_text_compare_people);
}

/* Words far longer than any of the language. */
static void
test_long_words (void)
{
  g_autofree char *shorter = g_strnfill (1000, 'a');
  g_autofree char *longer = g_strnfill (1001, 'a');
  g_autofree char *shorter_name = g_strconcat ("Lê ", shorter, NULL);
  g_autofree char *longer_name = g_strconcat ("An ", longer, NULL);

  g_assert_cmpint (skh_text_compare (shorter, shorter), ==, 0);
  g_assert_cmpint (skh_text_compare (shorter, longer), <, 0);
  g_assert_cmpint (skh_text_compare_people (shorter_name, longer_name), <, 0);
}

static void
test_equal_keys (void)
{
  g_assert_cmpint (skh_text_compare ("Phổ  Hòa", "Pho\u0302\u0309 Ho\u0300a"), ==, 0);
  g_assert_cmpint (skh_text_compare (" Phổ\u00a0Hòa ", "Phổ Hòa"), ==, 0);
  g_assert_cmpint (skh_text_compare (NULL, ""), ==, 0);
  g_assert_cmpint (skh_text_compare_people ("  Lê   Hòa", "Lê Hòa"), ==, 0);
  g_assert_cmpint (skh_text_compare_people (NULL, ""), ==, 0);
}

static const struct pair_row codes[] = {
  { "Đảng ủy xã Phổ Nhơn", "DANG-UY-XA-PHO-NHON" },
  { "  Phòng VH-TT  ", "PHONG-VH-TT" },
  { "Trung tâm TT - VH - TT", "TRUNG-TAM-TT-VH-TT" },
  { "Chi bộ 12 (tổ dân phố 3)", "CHI-BO-12-TO-DAN-PHO-3" },
  { "“Đức Phổ”", "DUC-PHO" },
  { "BTG", "BTG" },
  { "---", "" },
  { "", "" },
  { NULL, "" },
};

static void
test_code (gconstpointer data)
{
  const struct pair_row *row = data;
  g_autofree char *code = skh_text_make_code (row->text);

  g_assert_cmpstr (code, ==, row->expected);
}

static void
test_collation_version (void)
{
  const char *version = skh_text_get_collation_version ();
  g_auto (GStrv) parts = g_strsplit (version, "/", -1);

  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  for (int i = 0; i < 3; i++)
    g_assert_true (g_ascii_isdigit (parts[i][0]));
  g_assert_true (skh_text_get_collation_version () == version);
}

#define N_THREADS 4
#define N_KEYS 2000

static gpointer
make_keys (gpointer data)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);

  for (int i = 0; i < N_KEYS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Đảng ủy xã Phổ Hòa %d", i);

      g_ptr_array_add (keys, skh_text_sort_key (text));
    }

  return keys;
}

static void
test_threads (void)
{
  g_autoptr (GPtrArray) expected = make_keys (NULL);
  GThread *threads[N_THREADS];

  for (int i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("keys", make_keys, NULL);
  for (int i = 0; i < N_THREADS; i++)
    {
      g_autoptr (GPtrArray) keys = g_thread_join (threads[i]);

      for (int j = 0; j < N_KEYS; j++)
        g_assert_true (g_bytes_equal (keys->pdata[j], expected->pdata[j]));
    }
}

/* "pho van" is Phổ Văn before it is Văn phòng. */
static void
test_match_order (void)
{
  static const struct
  {
    const char *text, *words;
    SkhTextMatch match;
  } rows[] = {
    { "Đảng ủy phường Phổ Văn", "pho van", SKH_TEXT_MATCH_BEGINNING },
    { "Phổ Văn", "pho van", SKH_TEXT_MATCH_BEGINNING },
    { "Phổ Văn", "", SKH_TEXT_MATCH_BEGINNING },
    { "Văn phòng Thị ủy Đức Phổ", "pho van", SKH_TEXT_MATCH_WORDS },
    { "Văn phòng Thị ủy", "hong thi", SKH_TEXT_MATCH_PHRASE },
    { "aab ab", "ab", SKH_TEXT_MATCH_BEGINNING },
    { "Phổ Nhơn", "pho van", SKH_TEXT_MATCH_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = skh_text_fold (rows[i].text);
      g_autofree char *words = skh_text_fold (rows[i].words);

      g_assert_cmpint (skh_text_get_match (text, words), ==, rows[i].match);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  skh_test_add_table ("/text/normalize", normalized, test_normalize);
  skh_test_add_table ("/text/lines", multi_lines, test_lines);
  g_test_add_func ("/text/not-utf8", test_not_utf8);
  skh_test_add_table ("/text/fold", folded, test_fold);
  skh_test_add_table ("/text/match", matches, test_match);
  g_test_add_func ("/text/match-order", test_match_order);
  g_test_add_func ("/text/alphabet", test_alphabet);
  g_test_add_func ("/text/order", test_order);
  g_test_add_func ("/text/people", test_people);
  g_test_add_func ("/text/long-words", test_long_words);
  g_test_add_func ("/text/equal-keys", test_equal_keys);
  skh_test_add_table ("/text/code", codes, test_code);
  g_test_add_func ("/text/collation-version", test_collation_version);
  g_test_add_func ("/text/threads", test_threads);

  return g_test_run ();
}
