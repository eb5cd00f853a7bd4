/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-text.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

/* Raised when the way keys are put together changes, so that stored ones are rebuilt. */
#define SORT_KEY_FORMAT 1

/* Room for the key of most words at the first try. */
#define USUAL_WORD_KEY_SIZE 48

static void
free_collator (gpointer data)
{
  ucol_close (data);
}

/* Keys are made on the database thread and on the main one; each has its own collator. */
static GPrivate collator_of_thread = G_PRIVATE_INIT (free_collator);

static UCollator *
open_collator (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open ("vi", &status);

  if (U_FAILURE (status))
    g_error ("ICU has no collation data: %s", u_errorName (status));

  /* "Chi bộ 2" stands before "Chi bộ 10". */
  ucol_setStrength (collator, UCOL_TERTIARY);
  ucol_setAttribute (collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);

  return collator;
}

static UCollator *
get_collator (void)
{
  UCollator *collator = g_private_get (&collator_of_thread);

  if (collator == NULL)
    {
      collator = open_collator ();
      g_private_set (&collator_of_thread, collator);
    }

  return collator;
}

/* Characters that nobody sees and that yet make two equal names differ: control
   characters, soft hyphen, zero-width blanks and joiners, byte order mark. */
static gboolean
is_invisible (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT;
}

static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == '\v' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* What stands between two visible characters: nothing at the start of a text, line breaks
   without the blanks around them, or one blank. */
static void
append_gap (GString *tidied, gboolean has_blank, int n_breaks)
{
  if (tidied->len == 0)
    return;
  if (has_blank && n_breaks == 0)
    g_string_append_c (tidied, ' ');

  for (int i = 0; i < n_breaks; i++)
    g_string_append_c (tidied, '\n');
}

/* Composed last, for what cannot be seen may stand between a letter and its mark. */
static char *
tidy (const char *text, gboolean keep_lines)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) tidied = g_string_sized_new (strlen (valid));
  gboolean has_blank = FALSE;
  int n_breaks = 0;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (keep_lines && is_line_break (c))
        n_breaks++;
      else if (is_line_break (c) || g_unichar_isspace (c))
        has_blank = TRUE;
      else if (!is_invisible (c))
        {
          append_gap (tidied, has_blank, n_breaks);
          g_string_append_unichar (tidied, c);
          has_blank = FALSE;
          n_breaks = 0;
        }
    }

  return g_utf8_normalize (tidied->str, (gssize)tidied->len, G_NORMALIZE_NFC);
}

static UChar *
dup_utf16_line (const char *text, int32_t *length)
{
  g_autofree char *line = skh_text_normalize_line (text);
  glong n_units = 0;
  gunichar2 *utf16 = g_utf8_to_utf16 (line, -1, NULL, &n_units, NULL);

  *length = (int32_t)n_units;
  return (UChar *)utf16;
}

/* A word's key ends in a zero byte, lower than any in it, so that keys one after another
   compare word by word: all of "ca …" before "cà …". */
static void
append_word_key (GByteArray *key, const UChar *word, int32_t length)
{
  UCollator *collator = get_collator ();
  guint start = key->len;

  g_byte_array_set_size (key, start + USUAL_WORD_KEY_SIZE);
  int32_t size
    = ucol_getSortKey (collator, word, length, key->data + start, USUAL_WORD_KEY_SIZE);
  g_byte_array_set_size (key, start + (guint)size);
  if (size > USUAL_WORD_KEY_SIZE)
    ucol_getSortKey (collator, word, length, key->data + start, size);
}

static void
append_word_keys (GByteArray *key, const UChar *words, int32_t length)
{
  const UChar *end = words + length;

  while (words < end)
    {
      const UChar *blank = u_memchr (words, ' ', (int32_t)(end - words));
      const UChar *word_end = blank != NULL ? blank : end;

      append_word_key (key, words, (int32_t)(word_end - words));
      words = word_end + 1;
    }
}

static int
compare_and_free_keys (GBytes *a, GBytes *b)
{
  int order = g_bytes_compare (a, b);

  g_bytes_unref (a);
  g_bytes_unref (b);
  return order;
}

static char *
make_collation_version (void)
{
  UVersionInfo collator_version, icu_version;
  char collator_text[U_MAX_VERSION_STRING_LENGTH];
  char icu_text[U_MAX_VERSION_STRING_LENGTH];

  ucol_getVersion (get_collator (), collator_version);
  u_versionToString (collator_version, collator_text);
  u_getVersion (icu_version);
  u_versionToString (icu_version, icu_text);

  return g_strdup_printf ("%d/%s/%s", SORT_KEY_FORMAT, collator_text, icu_text);
}

/**
 * skh_text_normalize:
 * @text: (nullable): text from anywhere: typed, pasted, read from a file
 *
 * Brings a text to the one form that is stored: NFC, every kind of blank a plain one,
 * none doubled and none at either end of a line, nothing that cannot be seen. Line breaks
 * stay. What is not UTF-8 in it becomes U+FFFD.
 *
 * Returns: (transfer full): the stored form; an empty string for %NULL
 */
char *
skh_text_normalize (const char *text)
{
  return tidy (text, TRUE);
}

/**
 * skh_text_normalize_line:
 * @text: (nullable): a name, a title, anything that is one line
 *
 * As skh_text_normalize(), with line breaks as blanks: a cell of a table often breaks a
 * name to fit it into its column.
 *
 * Returns: (transfer full): the stored form; an empty string for %NULL
 */
char *
skh_text_normalize_line (const char *text)
{
  return tidy (text, FALSE);
}

/**
 * skh_text_fold:
 * @text: (nullable): any text
 *
 * The form that is searched: one line, lower case, without tones and diacritics, đ as d.
 * With the tone goes its place, so that "ủy" and "uỷ", "hòa" and "hoà" are the same.
 *
 * Returns: (transfer full): the folded text
 */
char *
skh_text_fold (const char *text)
{
  g_autofree char *line = skh_text_normalize_line (text);
  g_autofree char *decomposed = g_utf8_normalize (line, -1, G_NORMALIZE_ALL);
  g_autofree char *lower = g_utf8_casefold (decomposed, -1);
  GString *folded = g_string_sized_new (strlen (lower));

  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      /* ð: its capital Ð looks like Đ and is often typed for it. */
      if (c == 0x111 || c == 0xf0)
        g_string_append_c (folded, 'd');
      else if (!g_unichar_ismark (c))
        g_string_append_unichar (folded, c);
    }

  return g_string_free (folded, FALSE);
}

/**
 * skh_text_matches:
 * @folded_text: a text, folded
 * @folded_words: what is looked for, folded
 *
 * Returns: %TRUE when @folded_text holds each word of @folded_words, in any order; no
 *   words are in every text
 */
gboolean
skh_text_matches (const char *folded_text, const char *folded_words)
{
  g_auto (GStrv) words = g_strsplit (folded_words, " ", -1);

  for (char **word = words; *word != NULL; word++)
    if (strstr (folded_text, *word) == NULL)
      return FALSE;

  return TRUE;
}

/* Whether phrase stands in text where a word begins. */
static gboolean
begins_words (const char *text, const char *phrase)
{
  for (const char *at = strstr (text, phrase); at != NULL; at = strstr (at + 1, phrase))
    if (at == text || at[-1] == ' ')
      return TRUE;
  return FALSE;
}

/**
 * skh_text_get_match:
 * @folded_text: a text, folded
 * @folded_words: what is looked for, folded
 *
 * Returns: how well the text matches, the better the lower: as a phrase where a word
 *   begins, as a phrase, or word by word as in skh_text_matches()
 */
SkhTextMatch
skh_text_get_match (const char *folded_text, const char *folded_words)
{
  if (begins_words (folded_text, folded_words))
    return SKH_TEXT_MATCH_BEGINNING;
  if (strstr (folded_text, folded_words) != NULL)
    return SKH_TEXT_MATCH_PHRASE;
  return skh_text_matches (folded_text, folded_words) ? SKH_TEXT_MATCH_WORDS
                                                      : SKH_TEXT_MATCH_NONE;
}

/**
 * skh_text_sort_key:
 * @text: (nullable): any text
 *
 * Vietnamese order: syllable by syllable, letters before tones, numbers by their value.
 *
 * Returns: (transfer full): bytes that compare as the texts do; they hold as long as
 *   skh_text_get_collation_version() stays the same
 */
GBytes *
skh_text_sort_key (const char *text)
{
  int32_t length = 0;
  g_autofree UChar *words = dup_utf16_line (text, &length);
  GByteArray *key = g_byte_array_new ();

  append_word_keys (key, words, length);
  return g_byte_array_free_to_bytes (key);
}

/**
 * skh_text_person_sort_key:
 * @name: (nullable): a person's full name
 *
 * People sort by given name, which stands last, then by family name, which stands first,
 * then by what is between.
 *
 * Returns: (transfer full): bytes as of skh_text_sort_key()
 */
GBytes *
skh_text_person_sort_key (const char *name)
{
  int32_t length = 0;
  g_autofree UChar *words = dup_utf16_line (name, &length);
  const UChar *last_blank = u_memrchr (words, ' ', length);
  const UChar *given = last_blank != NULL ? last_blank + 1 : words;
  GByteArray *key = g_byte_array_new ();

  append_word_keys (key, given, (int32_t)(words + length - given));
  if (last_blank != NULL)
    append_word_keys (key, words, (int32_t)(last_blank - words));

  return g_byte_array_free_to_bytes (key);
}

/**
 * skh_text_compare:
 * @a: (nullable): a text
 * @b: (nullable): another
 *
 * Returns: below, at or above 0, in the order of skh_text_sort_key()
 */
int
skh_text_compare (const char *a, const char *b)
{
  return compare_and_free_keys (skh_text_sort_key (a), skh_text_sort_key (b));
}

/**
 * skh_text_compare_people:
 * @a: (nullable): a full name
 * @b: (nullable): another
 *
 * Returns: below, at or above 0, in the order of skh_text_person_sort_key()
 */
int
skh_text_compare_people (const char *a, const char *b)
{
  return compare_and_free_keys (skh_text_person_sort_key (a),
                                skh_text_person_sort_key (b));
}

/**
 * skh_text_get_collation_version:
 *
 * Returns: what stored sort keys depend on; when it differs they are to be made anew
 */
const char *
skh_text_get_collation_version (void)
{
  static char *version;

  if (g_once_init_enter (&version))
    g_once_init_leave (&version, make_collation_version ());

  return version;
}

/**
 * skh_text_make_code:
 * @name: (nullable): a name
 *
 * Returns: (transfer full): a code to tell it by, such as `DANG-UY-XA-PHO-NHON`:
 * capitals, digits and hyphens; empty when @name has no Latin letter and no digit
 */
char *
skh_text_make_code (const char *name)
{
  g_autofree char *folded = skh_text_fold (name);
  GString *code = g_string_sized_new (strlen (folded));
  gboolean has_gap = FALSE;

  for (const char *at = folded; *at != '\0'; at++)
    {
      if (!g_ascii_isalnum (*at))
        {
          has_gap = TRUE;
          continue;
        }
      if (has_gap && code->len > 0)
        g_string_append_c (code, '-');
      g_string_append_c (code, g_ascii_toupper (*at));
      has_gap = FALSE;
    }

  return g_string_free (code, FALSE);
}

/**
 * skh_text_get_icu_version:
 *
 * Returns: (transfer none): the version of ICU in use, for bug reports
 */
const char *
skh_text_get_icu_version (void)
{
  static char text[U_MAX_VERSION_STRING_LENGTH];
  UVersionInfo version;

  u_getVersion (version);
  u_versionToString (version, text);
  return text;
}
