/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Vietnamese from before Unicode. TCVN3 (TCVN 5712:1993, "ABC") gives each letter with
   its tone a byte of its own; VNI writes a letter and then its marks, as a byte behind
   it. */
#include "skh-old-text.h"

#include <string.h>

/* — TCVN3 — */

/* From 0xa1; a blank where the encoding has no letter. */
static const char tcvn3_letters[] = "Ă Â Ê Ô Ơ Ư Đ ă â ê ô ơ ư đ _ _ _ _ _ _ à ả ã á ạ _ "
                                    "ằ ẳ ẵ ắ _ _ _ _ _ _ _ ặ ầ ẩ ẫ ấ ậ è _ ẻ ẽ é ẹ ề ể ễ "
                                    "ế ệ ì ỉ _ _ _ ĩ í ị ò _ ỏ õ ó ọ ồ ổ ỗ ố ộ ờ ở ỡ ớ ợ "
                                    "ù _ ủ ũ ú ụ ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ";

#define TCVN3_FIRST 0xa1
#define TCVN3_LAST 0xfe

static gunichar
get_tcvn3_letter (gunichar c)
{
  static gunichar letters[TCVN3_LAST - TCVN3_FIRST + 1];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      const char *at = tcvn3_letters;

      for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
        {
          letters[i] = *at != '_' ? g_utf8_get_char (at) : 0;
          at = g_utf8_next_char (at);
          at += *at == ' ';
        }
      g_once_init_leave (&ready, 1);
    }
  return c >= TCVN3_FIRST && c <= TCVN3_LAST ? letters[c - TCVN3_FIRST] : 0;
}

static char *
convert_tcvn3 (const char *text, gboolean capitals)
{
  g_autoptr (GString) converted = g_string_sized_new (strlen (text) * 2);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gunichar letter = get_tcvn3_letter (c);

      c = letter != 0 ? letter : c;
      g_string_append_unichar (converted, capitals ? g_unichar_toupper (c) : c);
    }
  return g_string_free (g_steal_pointer (&converted), FALSE);
}

/* — VNI — */

/* A letter, the mark behind it, what they are together. Only small ones: capitals are
   theirs, letter and mark alike. */
static const char *const vni_pairs[]
  = { "aùá", "aøà", "aûả", "aõã", "aïạ", "aââ", "aáấ", "aàầ", "aåẩ", "aãẫ", "aäậ", "aêă",
      "aéắ", "aèằ", "aúẳ", "aüẵ", "aëặ", "eùé", "eøè", "eûẻ", "eõẽ", "eïẹ", "eâê", "eáế",
      "eàề", "eåể", "eãễ", "eäệ", "oùó", "oøò", "oûỏ", "oõõ", "oïọ", "oâô", "oáố", "oàồ",
      "oåổ", "oãỗ", "oäộ", "ôùớ", "ôøờ", "ôûở", "ôõỡ", "ôïợ", "uùú", "uøù", "uûủ", "uõũ",
      "uïụ", "öùứ", "öøừ", "öûử", "öõữ", "öïự", "yùý", "yøỳ", "yûỷ", "yõỹ" };

static const char *const vni_singles[]
  = { "ñđ", "ôơ", "öư", "íí", "ìì", "æỉ", "óĩ", "òị", "îỵ" };

/* What only VNI has: the rest stands in Vietnamese Unicode too ("hoà" is "hồ" in VNI). */
static const char vni_only[] = "øûïåäüëöñæî";

static gunichar
find_letter (const char *const *table, guint n, gunichar first, gunichar second)
{
  for (guint i = 0; i < n; i++)
    {
      const char *at = table[i];

      if (g_utf8_get_char (at) != first)
        continue;
      at = g_utf8_next_char (at);
      if (second == 0)
        return g_utf8_get_char (at);
      if (g_utf8_get_char (at) == second)
        return g_utf8_get_char (g_utf8_next_char (at));
    }
  return 0;
}

/* A small letter with a capital mark is no pair: only all of it is one or the other. */
static gunichar
get_vni_pair (gunichar letter, gunichar mark)
{
  gboolean capital = g_unichar_isupper (letter);
  gunichar pair;

  if (capital != (gboolean)g_unichar_isupper (mark))
    return 0;
  pair = find_letter (vni_pairs, G_N_ELEMENTS (vni_pairs), g_unichar_tolower (letter),
                      g_unichar_tolower (mark));
  return capital && pair != 0 ? g_unichar_toupper (pair) : pair;
}

static gunichar
get_vni_single (gunichar c)
{
  gunichar single
    = find_letter (vni_singles, G_N_ELEMENTS (vni_singles), g_unichar_tolower (c), 0);

  return g_unichar_isupper (c) && single != 0 ? g_unichar_toupper (single) : single;
}

/* One letter of VNI at *at, which moves behind it; known is FALSE for what VNI has not.
 */
static gunichar
read_vni_letter (const char **at, gboolean *known)
{
  gunichar c = g_utf8_get_char (*at);
  const char *next = g_utf8_next_char (*at);
  gunichar pair = *next != '\0' ? get_vni_pair (c, g_utf8_get_char (next)) : 0;
  gunichar single = pair == 0 ? get_vni_single (c) : 0;

  *at = pair != 0 ? g_utf8_next_char (next) : next;
  *known = c < 0x80 || pair != 0 || single != 0;
  return pair != 0 ? pair : single != 0 ? single : c;
}

static char *
convert_vni (const char *text)
{
  g_autoptr (GString) converted = g_string_sized_new (strlen (text) * 2);
  gboolean known;

  while (*text != '\0')
    g_string_append_unichar (converted, read_vni_letter (&text, &known));
  return g_string_free (g_steal_pointer (&converted), FALSE);
}

/* — Telling them apart — */

static gboolean
is_in (const char *letters, gunichar c)
{
  return g_utf8_strchr (letters, -1, c) != NULL;
}

static gboolean
looks_like_vni (const char *text)
{
  gboolean has_own = FALSE;
  gboolean known = TRUE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    has_own |= is_in (vni_only, g_unichar_tolower (g_utf8_get_char (at)));
  while (known && *text != '\0')
    read_vni_letter (&text, &known);
  return has_own && known;
}

/* Letters and signs of TCVN3 that Vietnamese in Unicode has not. Signs that stand alone
   in any text (§ 5, 2 ®) are none: they must touch a letter. */
static gboolean
is_own_of_tcvn3 (const char *text, const char *at)
{
  static const char plain[] = "àáâãèéêìíòóôõùúý";
  gunichar c = g_utf8_get_char (at);
  const char *next = g_utf8_next_char (at);
  gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : (gunichar)' ';

  return get_tcvn3_letter (c) != 0 && !is_in (plain, c)
         && (g_unichar_isalpha (before) || g_unichar_isalpha (g_utf8_get_char (next)));
}

static gboolean
looks_like_tcvn3 (const char *text)
{
  gboolean has_own = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      /* Dashes and quotation marks of any word processor belong to no encoding. */
      if (c >= 0x80 && c < 0x2000 && get_tcvn3_letter (c) == 0 && c != 0xa0)
        return FALSE;
      has_own |= is_own_of_tcvn3 (text, at);
    }
  return has_own;
}

/**
 * skh_old_text_guess:
 * @text: valid UTF-8, not yet normalised: ư of TCVN3 is a soft hyphen
 *
 * Tells by the letters. A text with a letter that only Unicode has is Unicode; so is one
 * whose letters all stand in Vietnamese Unicode too, whatever else they could be.
 *
 * Returns: the encoding; never the capitals, which only a font tells
 */
SkhOldEncoding
skh_old_text_guess (const char *text)
{
  if (looks_like_vni (text))
    return SKH_OLD_ENCODING_VNI;
  return looks_like_tcvn3 (text) ? SKH_OLD_ENCODING_TCVN3 : SKH_OLD_ENCODING_NONE;
}

/**
 * skh_old_text_of_font:
 * @font: (nullable): a typeface's name
 *
 * Typefaces of TCVN3 begin with ".Vn", those of its capitals also end in H (.VnTimeH);
 * typefaces of VNI begin with "VNI-".
 *
 * Returns: the encoding of what is written in it
 */
SkhOldEncoding
skh_old_text_of_font (const char *font)
{
  if (font == NULL)
    return SKH_OLD_ENCODING_NONE;
  if (g_ascii_strncasecmp (font, "VNI-", 4) == 0)
    return SKH_OLD_ENCODING_VNI;
  if (g_ascii_strncasecmp (font, ".Vn", 3) != 0)
    return SKH_OLD_ENCODING_NONE;
  return g_str_has_suffix (font, "H") ? SKH_OLD_ENCODING_TCVN3_CAPITALS
                                      : SKH_OLD_ENCODING_TCVN3;
}

/**
 * skh_old_text_to_unicode:
 * @text: valid UTF-8, not yet normalised
 *
 * Text that has a letter beyond Latin-1 was never in an old encoding, whatever its font
 * says, and stays.
 *
 * Returns: (transfer full): the text in Unicode
 */
char *
skh_old_text_to_unicode (const char *text, SkhOldEncoding encoding)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) > 0xff && g_utf8_get_char (at) < 0x2000)
      return g_strdup (text);

  switch (encoding)
    {
    case SKH_OLD_ENCODING_TCVN3:
    case SKH_OLD_ENCODING_TCVN3_CAPITALS:
      return convert_tcvn3 (text, encoding == SKH_OLD_ENCODING_TCVN3_CAPITALS);
    case SKH_OLD_ENCODING_VNI:
      return convert_vni (text);
    case SKH_OLD_ENCODING_NONE:
    default:
      return g_strdup (text);
    }
}
