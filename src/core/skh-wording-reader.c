/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A wording cut into tokens. Words are folded, so that it does not matter whether they
   carry their tones; a word that means nothing to the rules is tried again without a
   forgotten blank ("trướcngày") and without telex keys that were not taken up
   ("thangs"). */
#include "skh-wording-private.h"

#include "skh-text.h"

#include <string.h>

/* The words of the rules: all that may be restored. */
static const char *const vocabulary[] = {
  "truoc", "ngay", "thang", "nam",  "quy",   "qui",  "cham", "nhat", "muon",   "trong",
  "cuoi",  "dau",  "den",   "het",  "hang",  "moi",  "dinh", "ky",   "thuong", "xuyen",
  "lien",  "tuc",  "sau",   "khi",  "khong", "qua",  "hon",  "theo", "huong",  "dan",
  "lan",   "tuan", "trung", "ha",   "vong",  "nua",  "ca",   "suot", "cac",    "tung",
  "tu",    "nay",  "va",    "toi",  "cho",   "vao",  "la",   "tre",  "lam",    "viec",
  "ke",    "hoan", "thanh", "thuc", "hien",  "xong", "nop",  "gui",  "bao",    "cao",
  "thoi",  "gian", "han",   "gio",  "cua",   "cung", "gan",  "voi",  "co",     "mot",
};

static gboolean
is_known (const char *word, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (vocabulary); i++)
    if (strlen (vocabulary[i]) == length && strncmp (vocabulary[i], word, length) == 0)
      return TRUE;

  return FALSE;
}

/* A small L is what a typewriter has for the Roman one. */
static int
read_roman (const char *word)
{
  static const char *const romans[] = { "i", "ii", "iii", "iv", "v", "vi" };

  for (guint i = 0; i < G_N_ELEMENTS (romans); i++)
    {
      g_autofree char *plain = g_strdelimit (g_strdup (word), "l", 'i');

      if (strcmp (plain, romans[i]) == 0)
        return (int)i + 1;
    }

  return 0;
}

/* — Restoring words — */

static gboolean
is_quarter_with_number (const char *word)
{
  return (g_str_has_prefix (word, "quy") || g_str_has_prefix (word, "qui"))
         && read_roman (word + strlen ("quy")) > 0;
}

/* The longest first word with which the whole can be cut into known ones; 0: none. */
static gsize
find_cut (const char *word)
{
  gsize length = strlen (word);

  if (is_quarter_with_number (word))
    return strlen ("quy");
  for (gsize cut = length > 0 ? length - 1 : 0; cut >= 2; cut--)
    if (is_known (word, cut)
        && (is_known (word + cut, length - cut) || find_cut (word + cut) > 0))
      return cut;

  return 0;
}

static void
drop_telex_vowels (char *word)
{
  char *to = word;

  for (const char *from = word; *from != '\0'; from++)
    if (*from != 'w' && !(to > word && to[-1] == *from && strchr ("aeod", *from)))
      *to++ = *from;
  *to = '\0';
}

/* Telex types "tháng" as t-h-a-n-g-s, or with the s anywhere behind the vowel. */
static char *
restore_from_telex (const char *word)
{
  g_autofree char *plain = g_strdup (word);

  drop_telex_vowels (plain);
  if (is_known (plain, strlen (plain)))
    return g_steal_pointer (&plain);
  for (gsize i = 1; plain[0] != '\0' && plain[i] != '\0'; i++)
    if (strchr ("sfrxj", plain[i]) != NULL)
      {
        g_autofree char *without = g_strdup (plain);

        memmove (without + i, without + i + 1, strlen (without + i));
        if (is_known (without, strlen (without)))
          return g_steal_pointer (&without);
      }

  return NULL;
}

/* — Cutting — */

static void
add_word (SkhWordingReader *self, const char *word, gsize length, gsize start)
{
  SkhWordingToken token = { .number = -1, .start = start };

  token.word = g_string_chunk_insert_len (self->words, word, (gssize)length);
  g_array_append_val (self->tokens, token);
}

/* A letter is one character in the text and one when folded: a cut of the one is a cut
   of the other. */
static void
add_words (SkhWordingReader *self, const char *word, gsize start)
{
  gsize length = strlen (word);
  gsize cut = is_known (word, length) || read_roman (word) > 0 ? 0 : find_cut (word);
  g_autofree char *restored = cut == 0 ? restore_from_telex (word) : NULL;

  if (cut > 0)
    {
      const char *rest = g_utf8_offset_to_pointer (self->text + start, (glong)cut);

      add_word (self, word, cut, start);
      add_words (self, word + cut, (gsize)(rest - self->text));
    }
  else if (restored != NULL && !is_known (word, length))
    add_word (self, restored, strlen (restored), start);
  else
    add_word (self, word, length, start);
}

static const char *
cut_word (SkhWordingReader *self, const char *at)
{
  const char *end = at;
  g_autofree char *written = NULL, *folded = NULL;

  while (g_unichar_isalpha (g_utf8_get_char (end))
         || g_unichar_ismark (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  written = g_strndup (at, (gsize)(end - at));
  folded = skh_text_fold (written);
  add_words (self, folded, (gsize)(at - self->text));
  return end;
}

static const char *
cut_number (SkhWordingReader *self, const char *at)
{
  SkhWordingToken token = { .start = (gsize)(at - self->text) };

  for (; g_ascii_isdigit (*at); at++)
    {
      token.number = MIN (token.number, 99999) * 10 + (*at - '0');
      token.n_digits++;
    }
  g_array_append_val (self->tokens, token);
  return at;
}

static const char *
cut_mark (SkhWordingReader *self, const char *at)
{
  SkhWordingToken token = { .number = -1, .start = (gsize)(at - self->text) };
  gunichar c = g_utf8_get_char (at);

  if (g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212)
    token.mark = '-';
  else
    token.mark = c < 0x80 ? (char)c : '?';
  g_array_append_val (self->tokens, token);
  return g_utf8_next_char (at);
}

/* What closes a sentence says nothing. */
static void
trim_marks (SkhWordingReader *self)
{
  while (self->tokens->len > 0)
    {
      guint last = self->tokens->len - 1;
      char mark = g_array_index (self->tokens, SkhWordingToken, last).mark;

      if (mark == '\0' || strchr (".,;:", mark) == NULL)
        return;
      g_array_set_size (self->tokens, last);
    }
}

/* A list's dash or the brackets round the whole say nothing either. */
static void
strip_wrapping (SkhWordingReader *self)
{
  trim_marks (self);
  while (self->tokens->len > 0)
    {
      guint last = self->tokens->len - 1;
      char first_mark = g_array_index (self->tokens, SkhWordingToken, 0).mark;
      char last_mark = g_array_index (self->tokens, SkhWordingToken, last).mark;

      if (first_mark == '(' && last_mark == ')')
        g_array_set_size (self->tokens, last);
      else if (first_mark != '-' && first_mark != '+')
        return;
      g_array_remove_index (self->tokens, 0);
      trim_marks (self);
    }
}

void
skh_wording_reader_init (SkhWordingReader *self, const char *text, int plan_year)
{
  self->text = skh_text_normalize_line (text);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (SkhWordingToken));
  self->words = g_string_chunk_new (256);
  self->at = 0;
  self->plan_year = plan_year;

  for (const char *at = self->text; *at != '\0';)
    {
      gunichar c = g_utf8_get_char (at);

      if (g_ascii_isdigit (*at))
        at = cut_number (self, at);
      else if (g_unichar_isalpha (c))
        at = cut_word (self, at);
      else if (c == ' ')
        at++;
      else
        at = cut_mark (self, at);
    }
  strip_wrapping (self);
}

void
skh_wording_reader_clear (SkhWordingReader *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->tokens, g_array_unref);
  g_clear_pointer (&self->words, g_string_chunk_free);
}

/* — Taking — */

const SkhWordingToken *
skh_wording_reader_peek (const SkhWordingReader *self, guint ahead)
{
  static const SkhWordingToken end = { .number = -1 };

  return self->at + ahead < self->tokens->len
           ? &g_array_index (self->tokens, SkhWordingToken, self->at + ahead)
           : &end;
}

gboolean
skh_wording_reader_is_at_end (const SkhWordingReader *self)
{
  return self->at >= self->tokens->len;
}

gboolean
skh_wording_reader_take (SkhWordingReader *self, const char *words)
{
  guint n = 0;

  for (const char *at = words; *at != '\0'; n++)
    {
      const char *word = skh_wording_reader_peek (self, n)->word;
      gsize length = strcspn (at, " ");

      if (word == NULL || strlen (word) != length || strncmp (word, at, length) != 0)
        return FALSE;
      at += length;
      at += strspn (at, " ");
    }
  self->at += n;
  return TRUE;
}

gboolean
skh_wording_reader_take_any (SkhWordingReader *self, const char *const *choices)
{
  for (; *choices != NULL; choices++)
    if (skh_wording_reader_take (self, *choices))
      return TRUE;

  return FALSE;
}

gboolean
skh_wording_reader_take_mark (SkhWordingReader *self, char mark)
{
  if (skh_wording_reader_peek (self, 0)->mark != mark)
    return FALSE;

  self->at++;
  return TRUE;
}

gboolean
skh_wording_reader_take_number (SkhWordingReader *self,
                                guint min_digits,
                                guint max_digits,
                                int *number)
{
  const SkhWordingToken *token = skh_wording_reader_peek (self, 0);

  if (token->number < 0 || token->n_digits < min_digits || token->n_digits > max_digits)
    return FALSE;

  *number = token->number;
  self->at++;
  return TRUE;
}

/* Without its tone "sáu" is also "next": "tháng sau". */
static gboolean
is_written_six (const SkhWordingReader *self)
{
  const char *word = self->text + skh_wording_reader_peek (self, 0)->start;
  gunichar vowel = g_utf8_get_char (g_utf8_next_char (word));

  return vowel == 0xe1 || vowel == 0xc1;
}

/* 4, bốn, mười hai. */
gboolean
skh_wording_reader_take_ordinal (SkhWordingReader *self, int *number)
{
  static const struct
  {
    const char *words;
    int number;
  } ordinals[] = {
    { "muoi mot", 11 }, { "muoi hai", 12 }, { "muoi", 10 }, { "mot", 1 },
    { "hai", 2 },       { "ba", 3 },        { "bon", 4 },   { "tu", 4 },
    { "nam", 5 },       { "bay", 7 },       { "tam", 8 },   { "chin", 9 },
  };

  if (skh_wording_reader_take_number (self, 1, 2, number))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (ordinals); i++)
    if (skh_wording_reader_take (self, ordinals[i].words))
      {
        *number = ordinals[i].number;
        return TRUE;
      }

  *number = 6;
  return !skh_wording_reader_is_at_end (self) && is_written_six (self)
         && skh_wording_reader_take (self, "sau");
}

/* II, 2, hai. */
gboolean
skh_wording_reader_take_quarter (SkhWordingReader *self, int *number)
{
  const char *word = skh_wording_reader_peek (self, 0)->word;
  int roman = word != NULL ? read_roman (word) : 0;

  if (roman == 0)
    return skh_wording_reader_take_ordinal (self, number);

  *number = roman;
  self->at++;
  return TRUE;
}

/* As it is written, to the end of what has tokens. */
char *
skh_wording_reader_dup_rest (const SkhWordingReader *self)
{
  char *rest;

  if (skh_wording_reader_is_at_end (self))
    return NULL;

  rest = g_strdup (self->text + skh_wording_reader_peek (self, 0)->start);
  for (gsize end = strlen (rest); end > 0 && strchr (" .,;:", rest[end - 1]); end--)
    rest[end - 1] = '\0';
  return rest;
}
