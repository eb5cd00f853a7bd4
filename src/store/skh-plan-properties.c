/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-plan-properties.h"

#include "skh-edit-private.h"
#include "skh-plan-edit.h"
#include "skh-text.h"

#include <glib/gi18n-lib.h>

void
skh_plan_properties_free (SkhPlanProperties *self)
{
  for (guint i = 0; i < SKH_N_TEXT_PROPERTIES; i++)
    g_free (self->texts[i]);
  g_free (self);
}

/**
 * skh_plan_properties_load:
 *
 * Returns: (transfer full): what is there, or %NULL with %SKH_STORE_ERROR_NOT_FOUND
 */
SkhPlanProperties *
skh_plan_properties_load (SkhDatabase *db, gint64 plan_id, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    "SELECT p.year, p.title, p.short_title, p.number, o.name, o.superior, o.place,"
    " o.symbol, o.authority, o.position, o.signer, o.report_recipient"
    " FROM plan p LEFT JOIN organisation o"
    " ON o.id = (SELECT min (id) FROM organisation) WHERE p.id = ?1",
    error);
  SkhPlanProperties *self;
  GError *local_error = NULL;

  if (row == NULL)
    return NULL;
  skh_statement_bind_int (row, 1, plan_id);
  if (!skh_statement_step (row, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, local_error);
      else
        skh_edit_not_found (_ ("The plan is no longer there."), error);
      return NULL;
    }
  self = g_new0 (SkhPlanProperties, 1);
  self->plan_id = plan_id;
  self->year = (int)skh_statement_get_int (row, 0);
  for (int i = 0; i < SKH_N_TEXT_PROPERTIES; i++)
    self->texts[i] = skh_statement_dup_text (row, i + 1);
  self->fault = SKH_N_PROPERTIES;
  return self;
}

/* — What can be — */

static gboolean
refuse (SkhPlanProperties *self,
        SkhPlanProperty property,
        GError **error,
        const char *message)
{
  self->fault = property;
  return skh_edit_refuse (NULL, NULL, error, "%s", message);
}

/* Two plans of one year and title could not be told apart in a list. */
static gboolean
is_taken (SkhDatabase *db, const SkhPlanProperties *self, GPtrArray *plans)
{
  g_autofree char *title = skh_text_fold (self->texts[SKH_PROPERTY_TITLE]);

  for (guint i = 0; i < plans->len; i++)
    {
      const SkhPlanRecord *plan = plans->pdata[i];
      g_autofree char *other = skh_text_fold (plan->title);

      if (plan->id != self->plan_id && plan->year == self->year
          && g_str_equal (title, other))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check (SkhDatabase *db, SkhPlanProperties *self, GError **error)
{
  g_autoptr (GPtrArray) plans = skh_plan_store_list (db, error);

  self->fault = SKH_N_PROPERTIES;
  if (plans == NULL)
    return FALSE;
  if (skh_edit_is_blank (self->texts[SKH_PROPERTY_TITLE]))
    return refuse (self, SKH_PROPERTY_TITLE, error,
                   _ ("A plan needs a title; enter one."));
  if (skh_edit_is_blank (self->texts[SKH_PROPERTY_ORGANISATION]))
    return refuse (self, SKH_PROPERTY_ORGANISATION, error,
                   _ ("Every paper bears the name of its office; enter it."));
  if (is_taken (db, self, plans))
    return refuse (self, SKH_PROPERTY_TITLE, error,
                   _ ("Another plan of this year has this title; change one of them."));
  return TRUE;
}

/* — Writing what differs — */

static gboolean
differs (const SkhPlanProperties *a,
         const SkhPlanProperties *b,
         SkhPlanProperty first,
         SkhPlanProperty last)
{
  for (SkhPlanProperty i = first; i <= last; i++)
    {
      g_autofree char *text_a = skh_edit_clean (a->texts[i]);
      g_autofree char *text_b = skh_edit_clean (b->texts[i]);

      if (g_strcmp0 (text_a, text_b) != 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
write_organisation (SkhDatabase *db, const SkhPlanProperties *self, GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (
    db,
    "UPDATE organisation SET name = ?1, superior = ?2, place = ?3, symbol = ?4,"
    " authority = ?5, position = ?6, signer = ?7, report_recipient = ?8"
    " WHERE id = (SELECT min (id) FROM organisation)",
    error);

  /* borrowed by the statement until it has run */
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (statement == NULL)
    return FALSE;
  for (int i = SKH_PROPERTY_ORGANISATION; i < SKH_N_TEXT_PROPERTIES; i++)
    {
      char *text = skh_edit_clean (self->texts[i]);

      g_ptr_array_add (texts, text);
      skh_statement_bind_text (statement, 1 + i - SKH_PROPERTY_ORGANISATION, text);
    }
  return skh_statement_run (statement, error);
}

static gboolean
write_year (SkhDatabase *db, SkhPlanProperties *self, GError **error)
{
  if (skh_plan_store_set_year (db, self->plan_id, self->year, error))
    return TRUE;
  self->fault = SKH_PROPERTY_YEAR;
  return FALSE;
}

static gboolean
write_changes (SkhDatabase *db,
               SkhPlanProperties *self,
               const SkhPlanProperties *was,
               GError **error)
{
  if (self->year != was->year && !write_year (db, self, error))
    return FALSE;
  if (differs (self, was, SKH_PROPERTY_TITLE, SKH_PROPERTY_NUMBER)
      && !skh_plan_store_rename (db, self->plan_id, self->texts[SKH_PROPERTY_TITLE],
                                 self->texts[SKH_PROPERTY_SHORT_TITLE],
                                 self->texts[SKH_PROPERTY_NUMBER], error))
    return FALSE;
  return !differs (self, was, SKH_PROPERTY_ORGANISATION, SKH_PROPERTY_REPORT_RECIPIENT)
         || write_organisation (db, self, error);
}

/**
 * skh_plan_properties_put:
 * @self: a plan's, as it is to be
 *
 * Writes what differs from what is there, as one act; nothing when nothing does. Another
 * year moves the plan, as skh_plan_store_set_year() says. A property that is refused is
 * named by @self->fault.
 *
 * Returns: %FALSE with %SKH_STORE_ERROR, and nothing written
 */
gboolean
skh_plan_properties_put (SkhDatabase *db, SkhPlanProperties *self, GError **error)
{
  g_autoptr (SkhPlanProperties) was = skh_plan_properties_load (db, self->plan_id, error);
  g_autofree char *label = NULL;

  if (was == NULL || !check (db, self, error))
    return FALSE;
  if (self->year == was->year
      && !differs (self, was, SKH_PROPERTY_TITLE, SKH_PROPERTY_REPORT_RECIPIENT))
    return TRUE;
  label = g_strdup_printf (_ ("Properties of the plan: %s"),
                           was->texts[SKH_PROPERTY_SHORT_TITLE]);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db, write_changes (db, self, was, error), error);
}
