/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-period.h"

G_BEGIN_DECLS

/* What one field of a register holds. */
typedef enum
{
  SKH_FIELD_TEXT, /* one line */
  SKH_FIELD_LONG_TEXT,
  SKH_FIELD_NUMBER, /* whole, 0 and above */
  SKH_FIELD_COUNT,  /* n, or n of a total: 12/17 */
  SKH_FIELD_DAY,
  SKH_FIELD_PERIOD,
  SKH_FIELD_UNIT,
  SKH_FIELD_PERSON,   /* an entry of the register `people` */
  SKH_FIELD_DOCUMENT, /* an entry of the register `documents` */
  SKH_FIELD_CHOICE,
  SKH_FIELD_FILE, /* attachments; has no column */
  SKH_N_FIELD_TYPES,
} SkhFieldType;

typedef enum
{
  SKH_FIELD_REQUIRED = 1 << 0,
  SKH_FIELD_UNIQUE = 1 << 1,
  SKH_FIELD_DERIVED = 1 << 2,     /* computed at every change; nobody types it */
  SKH_FIELD_PERSON_NAME = 1 << 3, /* a text that sorts by given name */
  SKH_FIELD_OWN = 1 << 4,         /* the office's own, not the declaration's */
} SkhFieldFlags;

/* How a choice should stand out; more than by colour. */
typedef enum
{
  SKH_CHOICE_PLAIN,
  SKH_CHOICE_GOOD,
  SKH_CHOICE_WARNING,
  SKH_CHOICE_BAD,
} SkhChoiceTone;

/* title: the window's word, to be translated; name: the word on paper and in lists, in
   Vietnamese. The office's own words are both. */
typedef struct
{
  const char *key;
  const char *title;
  const char *name;
  SkhChoiceTone tone;
} SkhChoice;

/* One value of one field. What is not given is not set, and then all else is zero. */
typedef struct
{
  gboolean is_set;
  union
  {
    gint64 number; /* NUMBER; the n of COUNT; how many files */
    SkhDate day;
    SkhPeriod period;
    gint64 id; /* UNIT, PERSON, DOCUMENT; 0: typed, and not looked up yet */
  };
  gint64 total; /* of COUNT; -1 none */
  char *text; /* TEXT, LONG_TEXT; CHOICE: its key; UNIT, PERSON, DOCUMENT: as people read
                 it; FILE: the names */
  char *code; /* UNIT: its code */
} SkhValue;

typedef struct _SkhEntry SkhEntry;

/* Computes a field from the entry's others. FALSE: there is nothing to say. */
typedef gboolean (*SkhDeriveFunc) (const SkhEntry *entry, SkhValue *value);

typedef struct
{
  const char *key;     /* English: JSON, the command line, the column in the workbook */
  const char *title;   /* the window's word, to be translated */
  const char *name;    /* the word on paper and in lists, Vietnamese */
  const char *help;    /* to be translated; or NULL */
  const char *section; /* to be translated; begins with this field in a form; or NULL */
  const char *aliases; /* other headings that lists give it, apart by |; or NULL */
  const char *column;  /* NULL: key */
  SkhFieldType type;
  SkhFieldFlags flags;
  const SkhChoice *choices;
  guint n_choices;
  double width;         /* on paper, in characters of the body font; 0: by the type */
  SkhDeriveFunc derive; /* with DERIVED always, else where nothing was typed */
  gint64 id;            /* of an own field; 0 */
} SkhField;

void skh_value_clear (SkhValue *value);
void skh_value_copy (const SkhValue *value, SkhValue *copy);
gboolean skh_value_equal (const SkhField *field, const SkhValue *a, const SkhValue *b);

const char *skh_field_type_to_string (SkhFieldType type);
gboolean skh_field_type_from_string (const char *text, SkhFieldType *type);

/* The words of the window (translated), and those of paper. */
const char *skh_field_get_title (const SkhField *field);
const char *skh_field_get_help (const SkhField *field);
const char *skh_field_get_column (const SkhField *field);
double skh_field_get_width (const SkhField *field);
/* The register a field refers to; NULL for units and for what refers to none. */
const char *skh_field_get_reference (const SkhField *field);
gboolean skh_field_is_reference (const SkhField *field);
gboolean skh_field_is_sortable (const SkhField *field);
gboolean skh_field_is_typed (const SkhField *field);
const SkhChoice *skh_field_find_choice (const SkhField *field, const char *key);
const char *skh_choice_get_title (const SkhChoice *choice);

gboolean skh_field_parse (const SkhField *field,
                          const char *text,
                          int default_year,
                          SkhValue *value,
                          char **fault);
/* For the window; for paper and lists; for scripts, and what skh_field_parse() reads. */
char *skh_field_dup_text (const SkhField *field, const SkhValue *value);
char *skh_field_dup_paper_text (const SkhField *field, const SkhValue *value);
char *skh_field_dup_typed_text (const SkhField *field, const SkhValue *value);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkhValue, skh_value_clear)

G_END_DECLS
