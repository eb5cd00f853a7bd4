/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *skh_text_normalize (const char *text);
char *skh_text_normalize_line (const char *text);
char *skh_text_fold (const char *text);
gboolean skh_text_matches (const char *folded_text, const char *folded_words);

/* How well a text matches what is looked for; the best is the least. */
typedef enum
{
  SKH_TEXT_MATCH_BEGINNING,
  SKH_TEXT_MATCH_PHRASE,
  SKH_TEXT_MATCH_WORDS,
  SKH_TEXT_MATCH_NONE,
} SkhTextMatch;
SkhTextMatch skh_text_get_match (const char *folded_text, const char *folded_words);
GBytes *skh_text_sort_key (const char *text);
GBytes *skh_text_person_sort_key (const char *name);
int skh_text_compare (const char *a, const char *b);
int skh_text_compare_people (const char *a, const char *b);
const char *skh_text_get_collation_version (void);
const char *skh_text_get_icu_version (void);
char *skh_text_make_code (const char *name);

G_END_DECLS
