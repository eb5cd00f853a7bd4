/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-entry.h"

#include <glib/gi18n-lib.h>

struct _SkhRegister
{
  gatomicrefcount references;
  const SkhRegisterDeclaration *declaration; /* own_declaration, of an own register */
  SkhRegisterDeclaration own_declaration;
  gint64 own_id;
  GArray *fields;       /* SkhField: the declared, then the own */
  GStringChunk *texts;  /* of own fields */
  GPtrArray *own_lists; /* their choices */
};

static const char *
keep (SkhRegister *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

static const SkhChoice *
keep_choices (SkhRegister *self, const SkhField *field)
{
  SkhChoice *choices = g_memdup2 (field->choices, field->n_choices * sizeof *choices);

  for (guint i = 0; i < field->n_choices; i++)
    {
      choices[i].key = keep (self, field->choices[i].key);
      choices[i].name = keep (self, field->choices[i].name);
      choices[i].title = choices[i].name;
    }
  g_ptr_array_add (self->own_lists, choices);
  return choices;
}

static void
add_own_field (SkhRegister *self, const SkhField *field)
{
  SkhField copy = *field;

  copy.key = keep (self, field->key);
  copy.name = copy.title = keep (self, field->title);
  copy.help = keep (self, field->help);
  copy.column = keep (self, field->column);
  copy.aliases = NULL;
  copy.derive = NULL;
  copy.flags |= SKH_FIELD_OWN;
  copy.choices = keep_choices (self, field);
  g_array_append_val (self->fields, copy);
}

static SkhRegister *
register_new (void)
{
  SkhRegister *self = g_new0 (SkhRegister, 1);

  g_atomic_ref_count_init (&self->references);
  self->fields = g_array_new (FALSE, FALSE, sizeof (SkhField));
  self->texts = g_string_chunk_new (256);
  self->own_lists = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * skh_register_new:
 * @declaration: borrowed for good
 * @own_fields: the office's, copied; each with its column
 *
 * Returns: (transfer full): the register as a workbook has it
 */
SkhRegister *
skh_register_new (const SkhRegisterDeclaration *declaration,
                  const SkhField *own_fields,
                  guint n_own_fields)
{
  SkhRegister *self = register_new ();

  self->declaration = declaration;
  g_array_append_vals (self->fields, declaration->fields, declaration->n_fields);
  for (guint i = 0; i < n_own_fields; i++)
    add_own_field (self, &own_fields[i]);
  return self;
}

/* What is unique tells entries apart; the first field names them. */
static void
name_own_entries (SkhRegister *self)
{
  SkhRegisterDeclaration *own = &self->own_declaration;
  guint n = 0;

  for (guint i = 0; i < self->fields->len; i++)
    {
      const SkhField *field = &g_array_index (self->fields, SkhField, i);

      if (own->label[0] == NULL && skh_field_is_sortable (field))
        own->label[0] = field->key;
      if ((field->flags & SKH_FIELD_UNIQUE) && n < SKH_REGISTER_N_IDENTITIES)
        own->identity[n++][0] = field->key;
    }
}

/**
 * skh_register_new_own:
 * @id: of its row in the workbook
 *
 * Returns: (transfer full): a register that the office made
 */
SkhRegister *
skh_register_new_own (gint64 id,
                      const char *key,
                      const char *title,
                      const char *help,
                      const SkhField *own_fields,
                      guint n_own_fields)
{
  SkhRegister *self = register_new ();
  SkhRegisterDeclaration *own = &self->own_declaration;
  g_autofree char *table = g_strdup_printf ("own_%" G_GINT64_FORMAT, id);

  self->declaration = own;
  self->own_id = id;
  own->id = keep (self, key);
  own->table = keep (self, table);
  own->title = own->name = own->one = own->one_name = keep (self, title);
  own->help = keep (self, help);
  for (guint i = 0; i < n_own_fields; i++)
    add_own_field (self, &own_fields[i]);
  name_own_entries (self);
  return self;
}

SkhRegister *
skh_register_ref (SkhRegister *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
skh_register_unref (SkhRegister *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->fields);
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->own_lists);
  g_free (self);
}

const char *
skh_register_get_id (const SkhRegister *self)
{
  return self->declaration->id;
}

const char *
skh_register_get_table (const SkhRegister *self)
{
  return self->declaration->table;
}

gint64
skh_register_get_own_id (const SkhRegister *self)
{
  return self->own_id;
}

static const char *
translate (const SkhRegister *self, const char *text)
{
  if (self->own_id != 0 || text == NULL || *text == '\0')
    return text;
  return g_dgettext (GETTEXT_PACKAGE, text);
}

const char *
skh_register_get_title (const SkhRegister *self)
{
  return translate (self, self->declaration->title);
}

const char *
skh_register_get_one_title (const SkhRegister *self)
{
  return translate (self, self->declaration->one);
}

const char *
skh_register_get_help (const SkhRegister *self)
{
  return translate (self, self->declaration->help);
}

const char *
skh_register_get_name (const SkhRegister *self)
{
  return self->declaration->name;
}

const char *
skh_register_get_one_name (const SkhRegister *self)
{
  return self->declaration->one_name;
}

const SkhField *
skh_register_get_fields (const SkhRegister *self, guint *n_fields)
{
  *n_fields = self->fields->len;
  return (const SkhField *)self->fields->data;
}

const SkhField *
skh_register_get_field (const SkhRegister *self, guint index)
{
  g_return_val_if_fail (index < self->fields->len, NULL);
  return &g_array_index (self->fields, SkhField, index);
}

guint
skh_register_get_n_fields (const SkhRegister *self)
{
  return self->fields->len;
}

/**
 * skh_register_find_field:
 *
 * Returns: the index of the field with this key, or %SKH_NO_FIELD
 */
guint
skh_register_find_field (const SkhRegister *self, const char *key)
{
  for (guint i = 0; key != NULL && i < self->fields->len; i++)
    if (g_str_equal (g_array_index (self->fields, SkhField, i).key, key))
      return i;
  return SKH_NO_FIELD;
}

guint
skh_register_get_state_field (const SkhRegister *self)
{
  return skh_register_find_field (self, self->declaration->state);
}

/**
 * skh_register_get_label_fields:
 * @fields: (out caller-allocates): those whose values name an entry, in order
 *
 * Returns: how many there are
 */
guint
skh_register_get_label_fields (const SkhRegister *self,
                               guint fields[SKH_REGISTER_MAX_LABEL])
{
  guint n = 0;

  for (guint i = 0; i < SKH_REGISTER_MAX_LABEL; i++)
    {
      guint field = skh_register_find_field (self, self->declaration->label[i]);

      if (field != SKH_NO_FIELD)
        fields[n++] = field;
    }
  return n;
}

const SkhRegisterView *
skh_register_get_views (const SkhRegister *self, guint *n_views)
{
  *n_views = self->declaration->n_views;
  return self->declaration->views;
}

static void
add_own_to_report (const SkhRegister *self, GArray *report)
{
  for (guint i = self->declaration->n_fields; i < self->fields->len; i++)
    g_array_append_val (report, i);
}

/**
 * skh_register_list_report_fields:
 *
 * Returns: (transfer full) (element-type guint): the fields that are columns on paper:
 *   those the declaration names, or all, and the office's own
 */
GArray *
skh_register_list_report_fields (const SkhRegister *self)
{
  GArray *report = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) keys = NULL;

  for (guint i = 0; self->declaration->report == NULL && i < self->declaration->n_fields;
       i++)
    g_array_append_val (report, i);
  if (self->declaration->report != NULL)
    keys = g_strsplit (self->declaration->report, " ", -1);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      guint field = skh_register_find_field (self, keys[i]);

      if (field != SKH_NO_FIELD)
        g_array_append_val (report, field);
    }
  add_own_to_report (self, report);
  return report;
}

static guint
take_identity (const SkhRegister *self,
               const char *const *keys,
               guint fields[SKH_REGISTER_MAX_IDENTITY])
{
  guint n = 0;

  for (guint i = 0; i < SKH_REGISTER_MAX_IDENTITY && keys[i] != NULL; i++)
    {
      fields[n] = skh_register_find_field (self, keys[i]);
      n += fields[n] != SKH_NO_FIELD;
    }
  return n;
}

/**
 * skh_register_get_identity:
 * @entry: an entry of the register
 * @fields: (out caller-allocates): the fields by which it is known
 *
 * Returns: how many there are; 0 when the entry says nothing to know it by
 */
guint
skh_register_get_identity (const SkhRegister *self,
                           const SkhEntry *entry,
                           guint fields[SKH_REGISTER_MAX_IDENTITY])
{
  for (guint i = 0; i < SKH_REGISTER_N_IDENTITIES; i++)
    {
      const char *const *keys = self->declaration->identity[i];

      if (skh_entry_get_value_by_key (entry, keys[0])->is_set)
        return take_identity (self, keys, fields);
    }
  return 0;
}

guint
skh_register_get_similar (const SkhRegister *self,
                          guint set,
                          guint fields[SKH_REGISTER_MAX_IDENTITY])
{
  return take_identity (self, self->declaration->similar[set], fields);
}

const char *
skh_register_get_each_unit (const SkhRegister *self)
{
  return self->declaration->each_unit;
}

SkhRegisterCheckFunc
skh_register_get_check (const SkhRegister *self)
{
  return self->declaration->check;
}
