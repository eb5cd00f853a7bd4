/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The office's own field before it is in a workbook: what it may say, and its keys. */
#include "skh-field-draft-private.h"

#include "skh-edit-private.h"
#include "skh-text.h"

#include <glib/gi18n-lib.h>

static void
choice_draft_free (gpointer data)
{
  SkhChoiceDraft *choice = data;

  g_free (choice->key);
  g_free (choice->title);
  g_free (choice);
}

SkhFieldDraft *
skh_field_draft_new (SkhFieldType type, const char *title)
{
  SkhFieldDraft *self = g_new0 (SkhFieldDraft, 1);

  self->type = type;
  self->title = g_strdup (title);
  self->choices = g_ptr_array_new_with_free_func (choice_draft_free);
  return self;
}

void
skh_field_draft_add_choice (SkhFieldDraft *self, const char *key, const char *title)
{
  SkhChoiceDraft *choice = g_new0 (SkhChoiceDraft, 1);

  choice->key = g_strdup (key);
  choice->title = g_strdup (title);
  g_ptr_array_add (self->choices, choice);
}

void
skh_field_draft_free (SkhFieldDraft *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->help);
  g_ptr_array_unref (self->choices);
  g_free (self);
}

SkhFieldDraft *
skh_field_draft_of (const SkhField *field)
{
  SkhFieldDraft *self = skh_field_draft_new (field->type, field->title);

  self->id = field->id;
  self->key = g_strdup (field->key);
  self->help = g_strdup (field->help);
  self->required = (field->flags & SKH_FIELD_REQUIRED) != 0;
  self->unique = (field->flags & SKH_FIELD_UNIQUE) != 0;
  for (guint i = 0; i < field->n_choices; i++)
    skh_field_draft_add_choice (self, field->choices[i].key, field->choices[i].title);
  return self;
}

/* — What a draft may say — */

static gboolean
check_choices (SkhFieldDraft *draft, GError **error)
{
  g_autoptr (GHashTable) titles
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (draft->type != SKH_FIELD_CHOICE)
    return draft->choices->len == 0
           || skh_edit_refuse (NULL, NULL, error,
                               _ ("“%s”: only a field of choices has choices."),
                               draft->title);
  if (draft->choices->len == 0)
    return skh_edit_refuse (NULL, NULL, error, _ ("“%s” needs at least one choice."),
                            draft->title);
  for (guint i = 0; i < draft->choices->len; i++)
    {
      const SkhChoiceDraft *choice = draft->choices->pdata[i];

      if (skh_edit_is_blank (choice->title)
          || !g_hash_table_add (titles, skh_text_fold (choice->title)))
        return skh_edit_refuse (NULL, NULL, error,
                                _ ("“%s”: each choice needs a name of its own."),
                                draft->title);
    }
  return TRUE;
}

gboolean
skh_field_draft_check (SkhFieldDraft *draft, GError **error)
{
  if (skh_edit_is_blank (draft->title))
    return skh_edit_refuse (NULL, NULL, error, _ ("A field needs a name."));
  if (draft->type >= SKH_FIELD_FILE)
    return skh_edit_refuse (
      NULL, NULL, error,
      _ ("“%s”: a field of files can't be added; files can be attached to any entry."),
      draft->title);
  return check_choices (draft, error);
}

/* — Keys — */

static char *
make_key (const char *title, char joint)
{
  char *code = skh_text_make_code (title);
  char *key = g_ascii_strdown (code, -1);

  g_free (code);
  g_strdelimit (key, "-", joint);
  if (*key == '\0')
    {
      g_free (key);
      return g_strdup ("x");
    }
  return key;
}

/* A key made of a title, one of which is_taken says that it is free. */
char *
skh_field_draft_make_key (const char *title,
                          char joint,
                          SkhKeyIsTaken is_taken,
                          gpointer data)
{
  g_autofree char *base = make_key (title, joint);
  char *key = g_strdup (base);

  for (guint i = 2; is_taken (key, data); i++)
    {
      g_free (key);
      key = g_strdup_printf ("%s%c%u", base, joint, i);
    }
  return key;
}

void
skh_field_draft_fill_choice_keys (SkhFieldDraft *draft)
{
  for (guint i = 0; i < draft->choices->len; i++)
    {
      SkhChoiceDraft *choice = draft->choices->pdata[i];

      if (choice->key != NULL)
        continue;
      choice->key = make_key (choice->title, '_');
      for (guint k = 0; k < i; k++)
        if (g_str_equal (((SkhChoiceDraft *)draft->choices->pdata[k])->key, choice->key))
          {
            g_free (choice->key);
            choice->key = g_strdup_printf ("choice_%u", i + 1);
          }
    }
}

/* Whether a query that is put together gives a row; text is its ?1, or NULL. */
gboolean
skh_edit_has_row (SkhDatabase *db, const char *text, const char *format, ...)
{
  g_autofree char *sql = NULL;
  g_autoptr (SkhStatement) row = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  row = skh_statement_new_once (db, sql, NULL);
  if (row == NULL)
    return FALSE;
  if (text != NULL)
    skh_statement_bind_text (row, 1, text);
  return skh_statement_step (row, NULL);
}
