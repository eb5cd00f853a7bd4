/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-session-private.h"

/* Who has text that is not saved yet. */

typedef struct
{
  SkhSessionAskFunc ask;
  gpointer keeper; /* borrowed */
} Keeper;

void
skh_session_init_keepers (SkhSession *self)
{
  self->keepers = g_array_new (FALSE, FALSE, sizeof (Keeper));
}

/* keeper is borrowed: it takes itself back before it goes. */
void
skh_session_add_keeper (SkhSession *self, SkhSessionAskFunc ask, gpointer keeper)
{
  Keeper added = { ask, keeper };

  g_array_append_val (self->keepers, added);
}

void
skh_session_remove_keeper (SkhSession *self, gpointer keeper)
{
  for (guint i = self->keepers->len; i-- > 0;)
    if (g_array_index (self->keepers, Keeper, i).keeper == keeper)
      g_array_remove_index (self->keepers, i);
}

typedef struct
{
  SkhSession *session;
  SkhSessionThenFunc then;
  gpointer data;
} Asking;

/* Another may have unsaved text too. */
static void
ask_next (gpointer data)
{
  Asking *asking = data;

  if (!skh_session_ask_unsaved (asking->session, asking->then, asking->data))
    asking->then (asking->data);
  g_object_unref (asking->session);
  g_free (asking);
}

gboolean
skh_session_ask_unsaved (SkhSession *self, SkhSessionThenFunc then, gpointer data)
{
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking){ g_object_ref (self), then, data };
  for (guint i = 0; i < self->keepers->len; i++)
    {
      const Keeper *keeper = &g_array_index (self->keepers, Keeper, i);

      if (keeper->ask (keeper->keeper, ask_next, asking))
        return TRUE;
    }
  g_object_unref (asking->session);
  g_free (asking);
  return FALSE;
}
