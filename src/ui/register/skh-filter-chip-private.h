/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-filter-chip.h"

struct _SkhFilterChip
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkBox *content;
  GtkLabel *fault;
  GtkEntry *first, *last, *period; /* of days and periods; or NULL */
  GPtrArray *checks;               /* GtkCheckButton of a choice each, and "none" */
  GtkWidget *unit;                 /* SkhFieldRow; or NULL */

  SkhSession *session;
  SkhRegisterQuery *query; /* borrowed */
  guint field;
  gboolean is_updating;
};

const SkhField *skh_filter_chip_get_field (SkhFilterChip *self);
/* A day that is filtered by a period holds a period. */
char *skh_filter_chip_dup_value_text (const SkhField *field, const SkhFilter *filter);
/* Takes away what the query asks of the field. */
void skh_filter_chip_clear (SkhFilterChip *self);
/* What is wrong with what was typed; NULL: nothing. */
void skh_filter_chip_say (SkhFilterChip *self, const char *fault);
void skh_filter_chip_emit_changed (SkhFilterChip *self);

/* skh-filter-chip-days.c */
void skh_filter_chip_add_periods (SkhFilterChip *self);
