/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-list-reader.h"

#include <string.h>

static SkhListSource *
read_list (const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;
  SkhListSource *source
    = skh_list_source_read_text (text, length >= 0 ? (gsize)length : strlen (text),
                                 "danh sách.csv", &error);

  g_assert_no_error (error);
  return source;
}

/* Cells by "|", rows by "/" after their number. */
static char *
flatten (const SkhListSource *source)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < source->rows->len; i++)
    {
      const SkhListRow *row = source->rows->pdata[i];
      g_autofree char *cells = g_strjoinv ("|", row->cells);

      g_string_append_printf (text, "%s%u:%s", i > 0 ? "/" : "", row->number, cells);
    }
  return g_string_free (text, FALSE);
}

static void
assert_reads (const char *text, const char *wanted)
{
  g_autoptr (SkhListSource) source = read_list (text, -1);
  g_autofree char *got = flatten (source);

  g_assert_cmpstr (got, ==, wanted);
}

static void
test_separators (void)
{
  assert_reads ("a,b,c\n1,2,3\n", "1:a|b|c/2:1|2|3");
  assert_reads ("a;b;c\n1;2,5;3\n4,5;6;7\n", "1:a|b|c/2:1|2,5|3/3:4,5|6|7");
  assert_reads ("a\tb\n1; x, y\t2\n", "1:a|b/2:1; x, y|2");
  assert_reads ("sep=;\na;b,c\n", "1:a|b,c");
  assert_reads ("một cột\nhai\n", "1:một cột/2:hai");
}

static void
test_titles_do_not_mislead (void)
{
  assert_reads (
    "DANH SÁCH các chi, đảng bộ, cơ quan, đơn vị\nTT;Mã;Tên\n1;A;Tên A\n2;B;Tên B\n",
    "1:DANH SÁCH các chi, đảng bộ, cơ quan, đơn vị/2:TT|Mã|Tên/3:1|A|Tên A/4:2|B|Tên "
    "B");
}

static void
test_quotes (void)
{
  assert_reads ("a,b\n\"x, y\",\"hai\ndòng\"\n\"\"\"nói\"\"\",z\n",
                "1:a|b/2:x, y|hai dòng/3:\"nói\"|z");
  /* The clipboard leaves a quote inside a cell as it is, also at its beginning. */
  assert_reads ("a\tb\n\"Hồng\" bản 1\t2\n\"mở\t3\n",
                "1:a|b/2:\"Hồng\" bản 1|2/3:\"mở|3");
}

static void
test_line_ends_and_blank_rows (void)
{
  assert_reads ("a,b\r\n\r\n ,\u00a0\r\n1,2", "1:a|b/4:1|2");
  assert_reads ("a,b\r1,2\r", "1:a|b/2:1|2");
  assert_reads ("", "");
  assert_reads ("\n\n", "");
}

static void
test_encodings (void)
{
  static const char *const charsets[] = { "UTF-16LE", "UTF-16BE" };
  static const char *const marks[] = { "\xff\xfe", "\xfe\xff" };
  const char *text = "Mã,Tên\nA,Đức Phổ\n";

  assert_reads ("\xef\xbb\xbfMã,Tên\nA,Đức Phổ\n", "1:Mã|Tên/2:A|Đức Phổ");
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gsize length;
      g_autofree char *wide
        = g_convert (text, -1, charsets[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (SkhListSource) source = NULL;
      g_autofree char *got = NULL;

      g_byte_array_append (bytes, (const guint8 *)marks[i], 2);
      g_byte_array_append (bytes, (const guint8 *)wide, (guint)length);
      source = read_list ((const char *)bytes->data, (gssize)bytes->len);
      got = flatten (source);
      g_assert_cmpstr (got, ==, "1:Mã|Tên/2:A|Đức Phổ");
    }
}

static void
test_not_text (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
  } bad[]
    = { { "M\xe3,T\xean\n", 7 }, { "PK\x03\x04\0\0", 6 }, { "\xff\xfe\x00\xd8", 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      SkhListSource *source
        = skh_list_source_read_text (bad[i].bytes, bad[i].length, "x.csv", &error);

      g_assert_null (source);
      g_assert_error (error, SKH_LIST_ERROR, SKH_LIST_ERROR_ENCODING);
      g_assert_nonnull (strstr (error->message, "x.csv"));
    }
}

/* A quote that nothing closes must not make reading slow. */
static void
test_many_open_quotes (void)
{
  g_autoptr (GString) text = g_string_new ("a\tb\n");
  g_autoptr (SkhListSource) source = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "\"x\t\"y\n");
  source = read_list (text->str, (gssize)text->len);
  g_assert_cmpuint (source->rows->len, ==, 20001);
}

static void
test_cell_names (void)
{
  static const struct
  {
    guint column;
    const char *name;
  } cells[]
    = { { 0, "A7" }, { 25, "Z7" }, { 26, "AA7" }, { 701, "ZZ7" }, { 702, "AAA7" } };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *name = skh_list_cell_name (7, cells[i].column);

      g_assert_cmpstr (name, ==, cells[i].name);
    }
}

static void
test_header (void)
{
  static const SkhListColumn wanted[] = { { "code", { "Mã" } },
                                          { "name", { "Tên", "Tên đơn vị" } },
                                          { "day", { "Ngày" } } };
  g_autoptr (SkhListSource) source
    = read_list ("DANH SÁCH;;\nTên;;\nMÃ;TÊN ĐƠN VỊ;x\nA;Tên;1\nB;Tên;2\n", -1);
  guint columns[3], row = 0;

  g_assert_true (skh_list_source_find_header (source, wanted, 3, columns, &row));
  g_assert_cmpuint (row, ==, 2);
  g_assert_cmpuint (columns[0], ==, 0);
  g_assert_cmpuint (columns[1], ==, 1);
  g_assert_cmpuint (columns[2], ==, SKH_LIST_NO_COLUMN);
  g_assert_cmpstr (skh_list_row_get_cell (source->rows->pdata[3], columns[2]), ==, "");
}

static void
test_header_too_low (void)
{
  static const SkhListColumn wanted[] = { { "code", { "Mã" } } };
  g_autoptr (SkhListSource) source
    = read_list ("1;x\n2;x\n3;x\n4;x\n5;x\n6;x\n7;x\n8;x\n9;x\n10;x\n11;x\n12;x\n13;x\n"
                 "14;x\n15;x\n16;x\n17;x\n18;x\n19;x\n20;x\nMã;x\n",
                 -1);
  guint column, row;

  g_assert_false (skh_list_source_find_header (source, wanted, 1, &column, &row));
  g_ptr_array_remove_index (source->rows, 0);
  g_assert_true (skh_list_source_find_header (source, wanted, 1, &column, &row));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-reader/separators", test_separators);
  g_test_add_func ("/list-reader/titles", test_titles_do_not_mislead);
  g_test_add_func ("/list-reader/quotes", test_quotes);
  g_test_add_func ("/list-reader/line-ends", test_line_ends_and_blank_rows);
  g_test_add_func ("/list-reader/encodings", test_encodings);
  g_test_add_func ("/list-reader/not-text", test_not_text);
  g_test_add_func ("/list-reader/open-quotes", test_many_open_quotes);
  g_test_add_func ("/list-reader/cell-names", test_cell_names);
  g_test_add_func ("/list-reader/header", test_header);
  g_test_add_func ("/list-reader/header-too-low", test_header_too_low);
  return g_test_run ();
}
