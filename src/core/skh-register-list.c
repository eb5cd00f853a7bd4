/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every declared register. One more is one line here. */
#include "skh-register.h"

static const SkhRegisterDeclaration *const declared[] = {
  &skh_register_people,
  &skh_register_commitments,
  &skh_register_thematic_meetings,
  &skh_register_ethics_standards,
  &skh_register_communication,
  &skh_register_model_initiatives,
  &skh_register_breakthroughs,
  &skh_register_pressing_issues,
  &skh_register_dialogues,
  &skh_register_inspections,
  &skh_register_commendations,
  &skh_register_conferences,
  &skh_register_documents,
};

static GPtrArray *
get_all (void)
{
  static GPtrArray *all;

  if (g_once_init_enter (&all))
    {
      GPtrArray *list = g_ptr_array_new ();

      for (guint i = 0; i < G_N_ELEMENTS (declared); i++)
        g_ptr_array_add (list, (gpointer)declared[i]);
      g_once_init_leave (&all, list);
    }
  return all;
}

const SkhRegisterDeclaration *const *
skh_registers_get_declared (guint *n)
{
  GPtrArray *all = get_all ();

  *n = all->len;
  return (const SkhRegisterDeclaration *const *)all->pdata;
}

const SkhRegisterDeclaration *
skh_registers_find_declared (const char *id)
{
  guint n;
  const SkhRegisterDeclaration *const *all = skh_registers_get_declared (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (all[i]->id, id) == 0)
      return all[i];
  return NULL;
}

void
skh_registers_declare (const SkhRegisterDeclaration *declaration)
{
  g_return_if_fail (skh_registers_find_declared (declaration->id) == NULL);
  g_ptr_array_add (get_all (), (gpointer)declaration);
}
