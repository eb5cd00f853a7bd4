/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-register.h"

G_BEGIN_DECLS

/* SkhEntry: one line of a register: a typed value a field. One that came from a workbook
   is a copy, to be read or to be changed and put back. */
SkhEntry *skh_entry_new (SkhRegister *reg);
SkhEntry *skh_entry_copy (const SkhEntry *self);
SkhEntry *skh_entry_ref (SkhEntry *self);
void skh_entry_unref (SkhEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhEntry, skh_entry_unref)

/* 0: not in a workbook yet. */
gint64 skh_entry_get_id (const SkhEntry *self);
void skh_entry_set_id (SkhEntry *self, gint64 id);
SkhRegister *skh_entry_get_register (const SkhEntry *self);

/* Never NULL; borrowed until the field is set. */
const SkhValue *skh_entry_get_value (const SkhEntry *self, guint field);
const SkhValue *skh_entry_get_value_by_key (const SkhEntry *self, const char *key);
void skh_entry_set_value (SkhEntry *self, guint field, const SkhValue *value);
/* Takes what value owns. */
void skh_entry_take_value (SkhEntry *self, guint field, SkhValue *value);
/* The unit it belongs to: the value of its first UNIT field; NULL when it has none. */
const SkhValue *skh_entry_get_unit (const SkhEntry *self);
/* As typed; "" takes the value away. FALSE with the sentence to show at the field, and
   then the entry is as it was. */
gboolean skh_entry_set_typed (SkhEntry *self,
                              guint field,
                              const char *text,
                              int default_year,
                              char **fault);

/* "159-KH/TU, Kế hoạch …": by what people call it. */
char *skh_entry_dup_label (const SkhEntry *self);
gboolean skh_entry_equal (const SkhEntry *a, const SkhEntry *b);

/* Fills what is derived. */
void skh_entry_derive (SkhEntry *self);

/* What is wrong with one field of an entry. */
typedef struct
{
  guint field;
  char *why;
} SkhEntryFault;
void skh_entry_fault_free (SkhEntryFault *fault);
/* The faults that the entry alone shows: what is required and missing, and what fields
   say of each other. (transfer full) (element-type SkhEntryFault) */
GPtrArray *skh_entry_check (const SkhEntry *self);

G_END_DECLS
