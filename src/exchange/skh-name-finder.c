/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names hold commas and "và" themselves ("Các chi, đảng bộ", "Mặt trận Tổ quốc và các tổ
   chức chính trị - xã hội"), so a cell is not split at them: at each place the longest
   name that is known there is taken, and only what stands between names is a separator.
 */
#include "skh-name-finder.h"

#include "skh-text.h"

#include <string.h>

struct _SkhNameFinder
{
  SkhLedger *ledger;
  GHashTable *codes; /* folded name → code; "" for a name that several have */
};

static const char ambiguous[] = "";

static void
learn (SkhNameFinder *self, const char *name, const char *code)
{
  char *folded;
  const char *known;

  if (name == NULL || *name == '\0')
    return;
  folded = skh_text_fold (name);
  known = g_hash_table_lookup (self->codes, folded);
  if (known != NULL && !g_str_equal (known, code))
    code = ambiguous;
  g_hash_table_replace (self->codes, folded, (gpointer)code);
}

/* A code is one unit's or one group's, whatever else is called by the same letters. */
static void
learn_codes (SkhNameFinder *self)
{
  guint n_units, n_groups;
  const SkhUnit *units = skh_ledger_get_units (self->ledger, &n_units);
  const SkhGroup *groups = skh_ledger_get_groups (self->ledger, &n_groups);

  for (guint i = 0; i < n_units; i++)
    g_hash_table_replace (self->codes, skh_text_fold (units[i].code),
                          (gpointer)units[i].code);
  for (guint i = 0; i < n_groups; i++)
    g_hash_table_replace (self->codes, skh_text_fold (groups[i].code),
                          (gpointer)groups[i].code);
}

/**
 * skh_name_finder_new:
 *
 * Returns: (transfer full): a finder of the ledger's units and groups, which it holds
 */
SkhNameFinder *
skh_name_finder_new (SkhLedger *ledger)
{
  SkhNameFinder *self = g_new0 (SkhNameFinder, 1);
  guint n_units, n_groups;
  const SkhUnit *units = skh_ledger_get_units (ledger, &n_units);
  const SkhGroup *groups = skh_ledger_get_groups (ledger, &n_groups);

  self->ledger = skh_ledger_ref (ledger);
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n_units; i++)
    {
      learn (self, units[i].name, units[i].code);
      learn (self, units[i].short_name, units[i].code);
    }
  for (guint i = 0; i < n_groups; i++)
    {
      learn (self, groups[i].name, groups[i].code);
      learn (self, groups[i].short_name, groups[i].code);
    }
  learn_codes (self);
  return self;
}

void
skh_name_finder_free (SkhNameFinder *self)
{
  skh_ledger_unref (self->ledger);
  g_hash_table_unref (self->codes);
  g_free (self);
}

static gboolean
is_letter (const char *at)
{
  return g_unichar_isalnum (g_utf8_get_char (at));
}

/* The longest known name at @text, which ends where a word does. */
static const char *
take_name (const SkhNameFinder *self, const char *text, const char **end)
{
  const char *found = NULL;

  for (const char *at = text; *at != '\0';)
    {
      const char *next = g_utf8_next_char (at);
      gboolean word_ends = *next == '\0' || !is_letter (at) || !is_letter (next);

      if (word_ends)
        {
          g_autofree char *name = g_strndup (text, (gsize)(next - text));
          const char *code = g_hash_table_lookup (self->codes, name);

          if (code != NULL)
            {
              found = code;
              *end = next;
            }
        }
      at = next;
    }
  return found;
}

static const char *
skip_separators (const char *at)
{
  for (;;)
    if (*at != '\0' && !is_letter (at))
      at = g_utf8_next_char (at);
    else if (g_str_has_prefix (at, "va "))
      at += strlen ("va ");
    else
      return at;
}

/* What is not known, as it is written: folding keeps the number of letters in all but
   strange texts, for which the whole cell is given. */
static char *
dup_culprit (const char *text, const char *folded, const char *from, const char *to)
{
  g_autofree char *line = skh_text_normalize_line (text);
  glong first = g_utf8_pointer_to_offset (folded, from);
  glong end = g_utf8_pointer_to_offset (folded, to);

  if (g_utf8_strlen (line, -1) != g_utf8_strlen (folded, -1))
    return g_steal_pointer (&line);
  return g_strstrip (g_utf8_substring (line, first, end));
}

/**
 * skh_name_finder_find_all:
 * @text: one name or several: with ; or , or "và" between them, on lines of their own, or
 *   one behind another
 * @codes: (element-type utf8): gets the codes, each once; the strings are the ledger's
 * @culprit: (out) (transfer full): the first text that is no name, or not one's alone
 *
 * Returns: whether all of @text is names
 */
SkhNameResult
skh_name_finder_find_all (const SkhNameFinder *self,
                          const char *text,
                          GPtrArray *codes,
                          char **culprit)
{
  g_autofree char *folded = skh_text_fold (text);
  const char *at = skip_separators (folded);

  while (*at != '\0')
    {
      const char *end = at + strcspn (at, ";,");
      const char *code = take_name (self, at, &end);

      if (code == NULL || code == ambiguous)
        {
          *culprit = dup_culprit (text, folded, at, end);
          return code == NULL ? SKH_NAME_UNKNOWN : SKH_NAME_AMBIGUOUS;
        }
      if (!g_ptr_array_find (codes, code, NULL))
        g_ptr_array_add (codes, (gpointer)code);
      at = skip_separators (end);
    }
  return SKH_NAME_FOUND;
}
