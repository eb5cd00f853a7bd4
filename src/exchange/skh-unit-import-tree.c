/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which unit stands under which, once every row is known. A row is refused when the unit
   above it is not there, when it would stand above itself, and then also when the unit it
   stands under was refused: so it goes on until nothing more is refused. */
#include "skh-unit-import-private.h"

#include "skh-text.h"

#include <glib/gi18n-lib.h>

static SkhUnitImportEntry *
find_listed (SkhUnitImport *self, const char *code)
{
  g_autofree char *folded = skh_text_fold (code);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->listed, folded));

  return index > 0 ? skh_unit_import_get_entry (self, index - 1) : NULL;
}

static gboolean
is_accepted (const SkhUnitImportEntry *entry)
{
  return entry != NULL && entry->row.outcome != SKH_IMPORT_REFUSED;
}

/* — From the text to a code — */

static GHashTable *
collect_names (SkhUnitImport *self)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_units;
  const SkhUnit *units = skh_ledger_get_units (self->ledger, &n_units);

  for (guint i = 0; i < n_units; i++)
    {
      skh_unit_import_add_name (names, units[i].name, units[i].code);
      skh_unit_import_add_name (names, units[i].short_name, units[i].code);
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      const SkhUnitDraft *unit = &skh_unit_import_get_entry (self, i)->row.unit;

      if (unit->code != NULL && unit->name != NULL)
        skh_unit_import_add_name (names, unit->name, unit->code);
      if (unit->code != NULL && unit->short_name != NULL)
        skh_unit_import_add_name (names, unit->short_name, unit->code);
    }
  return names;
}

/* By code before name: a code is made to tell units apart. */
static const char *
find_parent (SkhUnitImport *self, GHashTable *names, const char *text)
{
  const SkhUnitImportEntry *listed = find_listed (self, text);
  const char *code = skh_unit_import_look_up (self->codes, text);

  if (code != NULL)
    return code;
  return listed != NULL ? listed->row.unit.code : skh_unit_import_look_up (names, text);
}

static void
find_parents (SkhUnitImport *self)
{
  g_autoptr (GHashTable) names = collect_names (self);

  for (guint i = 0; i < self->entries->len; i++)
    {
      SkhUnitImportEntry *entry = skh_unit_import_get_entry (self, i);
      const char *code;

      if (!is_accepted (entry) || entry->parent_text == NULL)
        continue;
      code = find_parent (self, names, entry->parent_text);
      if (code == NULL)
        skh_unit_import_refuse (self, entry, SKH_UNIT_COLUMN_PARENT, entry->parent_text,
                                _ ("There is no unit “%s” to stand under; write the name "
                                   "or code of one that is there or in the list."),
                                entry->parent_text);
      else if (code == skh_unit_import_ambiguous)
        skh_unit_import_refuse (self, entry, SKH_UNIT_COLUMN_PARENT, entry->parent_text,
                                _ ("Several units have this name; give the code of the "
                                   "one that is meant."));
      else
        entry->row.unit.parent = code;
    }
}

/* — What can't stand — */

static gboolean
refuse_orphans (SkhUnitImport *self)
{
  gboolean refused = FALSE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      SkhUnitImportEntry *entry = skh_unit_import_get_entry (self, i);
      const char *parent = entry->row.unit.parent;

      if (!is_accepted (entry) || parent == NULL
          || skh_ledger_find_unit (self->ledger, parent) != SKH_NO_INDEX
          || is_accepted (find_listed (self, parent)))
        continue;
      skh_unit_import_refuse (self, entry, SKH_UNIT_COLUMN_PARENT, entry->parent_text,
                              _ ("The unit it stands under was itself refused; correct "
                                 "that row first."));
      refused = TRUE;
    }
  return refused;
}

/* As it would be: the list's word before the workbook's. */
static const char *
get_parent (SkhUnitImport *self, const char *code)
{
  const SkhUnitImportEntry *entry = find_listed (self, code);
  const SkhUnit *units = skh_ledger_get_units (self->ledger, NULL);
  guint index = skh_ledger_find_unit (self->ledger, code);

  if (is_accepted (entry) && entry->row.unit.parent != NULL)
    return entry->row.unit.parent;
  if (index == SKH_NO_INDEX || units[index].parent == SKH_NO_INDEX)
    return NULL;
  return units[units[index].parent].code;
}

static gboolean
refuse_circle (SkhUnitImport *self, const char *start)
{
  gboolean refused = FALSE;
  const char *code = start;
  g_autoptr (GPtrArray) circle = g_ptr_array_new ();

  do
    {
      SkhUnitImportEntry *entry = find_listed (self, code);

      if (is_accepted (entry) && entry->row.unit.parent != NULL)
        g_ptr_array_add (circle, entry);
      code = get_parent (self, code);
    }
  while (!g_str_equal (code, start));

  for (guint i = 0; i < circle->len; i++)
    {
      SkhUnitImportEntry *entry = circle->pdata[i];

      skh_unit_import_refuse (self, entry, SKH_UNIT_COLUMN_PARENT, entry->parent_text,
                              _ ("The unit would stand above itself; correct who stands "
                                 "under whom."));
      refused = TRUE;
    }
  return refused;
}

/* Follows each unit upwards, each step once: settled holds the codes that are known to
   lead to the top. */
static gboolean
refuse_circles (SkhUnitImport *self)
{
  g_autoptr (GHashTable) settled = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean refused = FALSE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const SkhUnitImportEntry *entry = skh_unit_import_get_entry (self, i);
      g_autoptr (GHashTable) path = g_hash_table_new (g_str_hash, g_str_equal);
      const char *code = is_accepted (entry) ? entry->row.unit.code : NULL;
      GHashTableIter steps;
      gpointer step;

      while (code != NULL && !g_hash_table_contains (settled, code)
             && g_hash_table_add (path, (gpointer)code))
        code = get_parent (self, code);
      if (code != NULL && g_hash_table_contains (path, code))
        refused |= refuse_circle (self, code);
      g_hash_table_iter_init (&steps, path);
      while (g_hash_table_iter_next (&steps, &step, NULL))
        g_hash_table_add (settled, step);
    }
  return refused;
}

/**
 * skh_unit_import_place_units:
 *
 * Finds the unit each accepted row stands under, and refuses those that have no place.
 */
void
skh_unit_import_place_units (SkhUnitImport *self)
{
  gboolean refused = TRUE;

  find_parents (self);
  while (refused)
    {
      refused = refuse_circles (self);
      refused |= refuse_orphans (self);
    }
}
