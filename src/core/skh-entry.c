/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-entry.h"

#include <glib/gi18n-lib.h>

struct _SkhEntry
{
  gatomicrefcount references;
  SkhRegister *reg;
  gint64 id;
  SkhValue *values; /* one a field */
};

static const SkhValue no_value;

/**
 * skh_entry_new:
 *
 * Returns: (transfer full): an entry without values
 */
SkhEntry *
skh_entry_new (SkhRegister *reg)
{
  SkhEntry *self = g_new0 (SkhEntry, 1);

  g_atomic_ref_count_init (&self->references);
  self->reg = skh_register_ref (reg);
  self->values = g_new0 (SkhValue, skh_register_get_n_fields (reg));
  return self;
}

/**
 * skh_entry_copy:
 *
 * Returns: (transfer full): the same, with the same id, to be changed
 */
SkhEntry *
skh_entry_copy (const SkhEntry *self)
{
  SkhEntry *copy = skh_entry_new (self->reg);

  copy->id = self->id;
  for (guint i = 0; i < skh_register_get_n_fields (self->reg); i++)
    skh_value_copy (&self->values[i], &copy->values[i]);
  return copy;
}

SkhEntry *
skh_entry_ref (SkhEntry *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
skh_entry_unref (SkhEntry *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < skh_register_get_n_fields (self->reg); i++)
    skh_value_clear (&self->values[i]);
  g_free (self->values);
  skh_register_unref (self->reg);
  g_free (self);
}

gint64
skh_entry_get_id (const SkhEntry *self)
{
  return self->id;
}

void
skh_entry_set_id (SkhEntry *self, gint64 id)
{
  self->id = id;
}

SkhRegister *
skh_entry_get_register (const SkhEntry *self)
{
  return self->reg;
}

const SkhValue *
skh_entry_get_value (const SkhEntry *self, guint field)
{
  return field < skh_register_get_n_fields (self->reg) ? &self->values[field] : &no_value;
}

const SkhValue *
skh_entry_get_value_by_key (const SkhEntry *self, const char *key)
{
  return skh_entry_get_value (self, skh_register_find_field (self->reg, key));
}

const SkhValue *
skh_entry_get_unit (const SkhEntry *self)
{
  for (guint i = 0; i < skh_register_get_n_fields (self->reg); i++)
    if (skh_register_get_field (self->reg, i)->type == SKH_FIELD_UNIT)
      return self->values[i].is_set ? &self->values[i] : NULL;
  return NULL;
}

void
skh_entry_take_value (SkhEntry *self, guint field, SkhValue *value)
{
  g_return_if_fail (field < skh_register_get_n_fields (self->reg));
  skh_value_clear (&self->values[field]);
  self->values[field] = *value;
  *value = no_value;
}

void
skh_entry_set_value (SkhEntry *self, guint field, const SkhValue *value)
{
  SkhValue copy;

  skh_value_copy (value, &copy);
  skh_entry_take_value (self, field, &copy);
}

/**
 * skh_entry_set_typed:
 * @fault: (out) (transfer full): see skh_field_parse()
 */
gboolean
skh_entry_set_typed (SkhEntry *self,
                     guint field,
                     const char *text,
                     int default_year,
                     char **fault)
{
  SkhValue value;

  if (!skh_field_parse (skh_register_get_field (self->reg, field), text, default_year,
                        &value, fault))
    return FALSE;
  skh_entry_take_value (self, field, &value);
  return TRUE;
}

/**
 * skh_entry_dup_label:
 *
 * Returns: (transfer full): by what people call the entry; "" when it says nothing
 */
char *
skh_entry_dup_label (const SkhEntry *self)
{
  guint fields[SKH_REGISTER_MAX_LABEL];
  guint n = skh_register_get_label_fields (self->reg, fields);
  GString *label = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text
        = skh_field_dup_text (skh_register_get_field (self->reg, fields[i]),
                              &self->values[fields[i]]);

      if (*text != '\0')
        g_string_append_printf (label, "%s%s", label->len > 0 ? ", " : "", text);
    }
  return g_string_free (label, FALSE);
}

/**
 * skh_entry_equal:
 * @b: of the same register
 *
 * Returns: %TRUE when both say the same; files, which are no part of the row, aside
 */
gboolean
skh_entry_equal (const SkhEntry *a, const SkhEntry *b)
{
  guint n;
  const SkhField *fields = skh_register_get_fields (a->reg, &n);

  for (guint i = 0; i < n; i++)
    if (fields[i].type != SKH_FIELD_FILE
        && !skh_value_equal (&fields[i], &a->values[i], &b->values[i]))
      return FALSE;
  return TRUE;
}

/**
 * skh_entry_derive:
 *
 * Computes what is derived, and what was left empty and can be told from the rest.
 */
void
skh_entry_derive (SkhEntry *self)
{
  guint n;
  const SkhField *fields = skh_register_get_fields (self->reg, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean always = (fields[i].flags & SKH_FIELD_DERIVED) != 0;
      SkhValue value = { 0 };

      if (fields[i].derive == NULL || (!always && self->values[i].is_set))
        continue;
      value.is_set = fields[i].derive (self, &value);
      skh_entry_take_value (self, i, &value);
    }
}

void
skh_entry_fault_free (SkhEntryFault *fault)
{
  g_free (fault->why);
  g_free (fault);
}

static void
add_fault (GPtrArray *faults, guint field, char *why)
{
  SkhEntryFault *fault = g_new0 (SkhEntryFault, 1);

  fault->field = field;
  fault->why = why;
  g_ptr_array_add (faults, fault);
}

GPtrArray *
skh_entry_check (const SkhEntry *self)
{
  SkhRegisterCheckFunc check = skh_register_get_check (self->reg);
  GPtrArray *faults
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_entry_fault_free);
  guint field = SKH_NO_FIELD, n;
  const SkhField *fields = skh_register_get_fields (self->reg, &n);
  char *why = check != NULL ? check (self, &field) : NULL;

  for (guint i = 0; i < n; i++)
    if ((fields[i].flags & SKH_FIELD_REQUIRED) && !self->values[i].is_set
        && fields[i].type != SKH_FIELD_FILE)
      add_fault (faults, i, g_strdup (_ ("This must be filled in.")));
  if (why != NULL)
    add_fault (faults, field, why);
  return faults;
}
