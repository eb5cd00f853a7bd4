/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked before something is done for many people at once. */
#include "skh-commitments-private.h"

#include "skh-prompt.h"

#include <glib/gi18n-lib.h>

/* — The expected people of a unit, or of all — */

typedef struct
{
  SkhPrompt *prompt;
  int year;
  SkhDate on;
  gint64 unit_id; /* 0: all */
  guint n_added;
} Expecting;

static void
expecting_free (gpointer data)
{
  Expecting *expecting = data;

  g_object_unref (expecting->prompt);
  g_free (expecting);
}

static gboolean
run_expect (SkhDatabase *db, gpointer data, GError **error)
{
  Expecting *expecting = data;

  return skh_commitment_store_add_expected (db, expecting->year, expecting->on,
                                            expecting->unit_id, &expecting->n_added,
                                            error);
}

static void
on_expected (SkhSession *session, gpointer edit, const GError *error, gpointer owner)
{
  Expecting *expecting = edit;

  if (error != NULL)
    skh_prompt_set_fault (expecting->prompt, NULL, error->message);
  else if (expecting->n_added == 0)
    skh_prompt_set_fault (expecting->prompt, NULL,
                          _ ("Nobody is missing here: everybody in the register of "
                             "people has a line of this year."));
  else
    gtk_window_close (GTK_WINDOW (expecting->prompt));
}

static void
on_expect_accepted (SkhCommitmentsPage *self, SkhPrompt *prompt)
{
  guint n, chosen = skh_prompt_get_choice (prompt, "unit");
  const SkhUnit *units
    = skh_ledger_get_units (skh_session_get_ledger (self->session), &n);
  Expecting *expecting = g_new0 (Expecting, 1);

  expecting->prompt = g_object_ref (prompt);
  expecting->year = skh_commitments_page_get_year (self);
  expecting->on = skh_session_get_on (self->session);
  expecting->unit_id = chosen > 0 && chosen <= n ? units[chosen - 1].id : 0;
  skh_session_apply (self->session, run_expect, expecting, expecting_free, on_expected,
                     self);
}

static void
add_units (SkhPrompt *prompt, SkhLedger *ledger)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n;
  const SkhUnit *units = skh_ledger_get_units (ledger, &n);

  g_ptr_array_add (names, (gpointer)_ ("All units"));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, (gpointer)units[i].name);
  g_ptr_array_add (names, NULL);
  skh_prompt_add_choice (prompt, "unit", _ ("Unit, with those under it"),
                         (const char *const *)names->pdata, 0);
}

void
skh_commitments_page_expect (GtkWidget *widget, const char *name, GVariant *target)
{
  SkhCommitmentsPage *self = SKH_COMMITMENTS_PAGE (widget);
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  g_autofree char *day = skh_date_to_text (skh_session_get_on (self->session));
  g_autofree char *note = NULL;
  SkhPrompt *prompt;

  if (ledger == NULL)
    return;
  note = g_strdup_printf (
    _ ("Everybody in the register of people who is there on %s and has no commitment of "
       "%d yet gets a line, with unit, party cell, position and category as they stand "
       "there."),
    day, skh_commitments_page_get_year (self));
  prompt = skh_prompt_new (skh_commitments_page_get_window (self),
                           _ ("Add Expected People"), _ ("Add Them"));
  skh_prompt_add_note (prompt, note);
  add_units (prompt, ledger);
  g_signal_connect_object (prompt, "accepted", G_CALLBACK (on_expect_accepted), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (prompt));
}

/* — How much “excellent” the office allows — */

typedef struct
{
  SkhPrompt *prompt;
  int percent;
} Allowing;

static void
allowing_free (gpointer data)
{
  Allowing *allowing = data;

  g_object_unref (allowing->prompt);
  g_free (allowing);
}

static gboolean
run_allow (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_commitment_store_set_allowed (db, ((Allowing *)data)->percent, error);
}

static void
on_allowed (SkhSession *session, gpointer edit, const GError *error, gpointer owner)
{
  Allowing *allowing = edit;

  if (error != NULL)
    skh_prompt_set_fault (allowing->prompt, "percent", error->message);
  else
    gtk_window_close (GTK_WINDOW (allowing->prompt));
}

static void
on_allow_accepted (SkhCommitmentsPage *self, SkhPrompt *prompt)
{
  gboolean is_blank = *skh_prompt_get_text (prompt, "percent") == '\0';
  gint64 percent = -1;
  Allowing *allowing;

  if (!is_blank && !skh_prompt_get_number (prompt, "percent", &percent))
    return;
  allowing = g_new0 (Allowing, 1);
  allowing->prompt = g_object_ref (prompt);
  allowing->percent = (int)MIN (percent, 1000);
  skh_session_apply (self->session, run_allow, allowing, allowing_free, on_allowed, self);
}

void
skh_commitments_page_allow (GtkWidget *widget, const char *name, GVariant *target)
{
  SkhCommitmentsPage *self = SKH_COMMITMENTS_PAGE (widget);
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  SkhPrompt *prompt;

  if (ledger == NULL)
    return;
  prompt = skh_prompt_new (skh_commitments_page_get_window (self),
                           _ ("Share of “Excellent”"), _ ("Set the Limit"));
  skh_prompt_add_note (prompt,
                       _ ("The office is warned where “excellent fulfilment” passes this "
                          "share of “good fulfilment”. Leave it empty for no limit."));
  skh_prompt_add_text (prompt, "percent", _ ("Percent of “good”"),
                       skh_ledger_get_setting (ledger, SKH_COMMITMENT_SHARE_SETTING),
                       _ ("Such as 20"));
  g_signal_connect_object (prompt, "accepted", G_CALLBACK (on_allow_accepted), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (prompt));
}
