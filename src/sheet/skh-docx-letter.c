/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-docx-private.h"

#include "skh-text.h"

struct _SkhDocxLetter
{
  GPtrArray *names;        /* as given, in order */
  GHashTable *values;      /* key → text */
  GHashTable *line_fields; /* keys */
  GPtrArray *lines;        /* GHashTable: key → text */
};

/* What is typed in Word may have other letters' case, marks, or blanks. */
char *
skh_docx_make_key (const char *placeholder)
{
  g_autofree char *line = skh_text_normalize_line (placeholder);

  return skh_text_fold (line);
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * skh_docx_letter_new:
 * @line_fields: placeholders of the list, which are filled anew in each line
 */
SkhDocxLetter *
skh_docx_letter_new (const char *const *line_fields)
{
  SkhDocxLetter *self = g_new0 (SkhDocxLetter, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->values = new_table ();
  self->line_fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)g_hash_table_unref);
  for (guint i = 0; line_fields[i] != NULL; i++)
    {
      g_hash_table_add (self->line_fields, skh_docx_make_key (line_fields[i]));
      g_ptr_array_add (self->names, g_strdup (line_fields[i]));
    }
  return self;
}

void
skh_docx_letter_free (SkhDocxLetter *self)
{
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->values);
  g_hash_table_unref (self->line_fields);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

void
skh_docx_letter_set (SkhDocxLetter *self, const char *field, const char *value)
{
  g_ptr_array_add (self->names, g_strdup (field));
  g_hash_table_replace (self->values, skh_docx_make_key (field),
                        g_strdup (value != NULL ? value : ""));
}

void
skh_docx_letter_begin_line (SkhDocxLetter *self)
{
  g_ptr_array_add (self->lines, new_table ());
}

void
skh_docx_letter_set_in_line (SkhDocxLetter *self, const char *field, const char *value)
{
  g_return_if_fail (self->lines->len > 0);
  g_hash_table_replace (g_ptr_array_index (self->lines, self->lines->len - 1),
                        skh_docx_make_key (field), g_strdup (value != NULL ? value : ""));
}

gboolean
skh_docx_letter_is_of_line (const SkhDocxLetter *self, const char *key)
{
  return key != NULL && g_hash_table_contains (self->line_fields, key);
}

gboolean
skh_docx_letter_has (const SkhDocxLetter *self, const char *key)
{
  return g_hash_table_contains (self->values, key)
         || g_hash_table_contains (self->line_fields, key);
}

const char *
skh_docx_letter_get (const SkhDocxLetter *self, const char *key)
{
  const char *value = key != NULL ? g_hash_table_lookup (self->values, key) : NULL;

  return value != NULL ? value : "";
}

guint
skh_docx_letter_get_n_lines (const SkhDocxLetter *self)
{
  return self->lines->len;
}

GHashTable *
skh_docx_letter_get_line (const SkhDocxLetter *self, guint index)
{
  return g_ptr_array_index (self->lines, index);
}

char *
skh_docx_letter_dup_names (const SkhDocxLetter *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->names->len; i++)
    g_string_append_printf (text, "%s{{%s}}", i > 0 ? ", " : "",
                            (char *)g_ptr_array_index (self->names, i));
  return g_string_free (text, FALSE);
}
