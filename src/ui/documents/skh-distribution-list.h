/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-link-store.h"
#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhDistributionList: nơi nhận: to whom a document or a plan goes and for what, and when
   and how each was sent it. Several are marked in one act. */
#define SKH_TYPE_DISTRIBUTION_LIST (skh_distribution_list_get_type ())
G_DECLARE_FINAL_TYPE (SkhDistributionList,
                      skh_distribution_list,
                      SKH,
                      DISTRIBUTION_LIST,
                      GtkBox)

GtkWidget *skh_distribution_list_new (void);
/* kind: document or plan; static. id 0: nothing, and it is hidden. */
void skh_distribution_list_set_thing (SkhDistributionList *self,
                                      SkhSession *session,
                                      const char *kind,
                                      gint64 id);

G_END_DECLS
