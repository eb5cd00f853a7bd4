/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-field.h"

G_BEGIN_DECLS

/* A register (sổ theo dõi) is declared once, and from that declaration come its table in
   the workbook, its form, validation, list, search, views, import, export, print and
   help. One more register is one more declaration in skh-register-list.c. */

#define SKH_NO_FIELD G_MAXUINT
#define SKH_REGISTER_MAX_LABEL 2
#define SKH_REGISTER_MAX_IDENTITY 4
#define SKH_REGISTER_N_IDENTITIES 2

/* A list with a filter and an order. query: see skh-register-query.h; {year} stands for
   the year of the plan that is looked at. */
typedef struct
{
  const char *title; /* to be translated */
  const char *query;
} SkhRegisterView;

/* What the fields of an entry say of each other: the sentence of the first fault
   (transfer full) and the field it is to be shown at, or NULL. */
typedef char *(*SkhRegisterCheckFunc) (const SkhEntry *entry, guint *field);

typedef struct
{
  const char *id;       /* documents */
  const char *table;    /* document: the noun, also the kind of links and attachments */
  const char *title;    /* to be translated: Documents */
  const char *name;     /* Văn bản */
  const char *one;      /* to be translated, of one entry: Document */
  const char *one_name; /* văn bản */
  const char *help;     /* to be translated: what belongs here */
  const SkhField *fields;
  guint n_fields;
  /* By what people call an entry: the keys whose values stand in its name. */
  const char *label[SKH_REGISTER_MAX_LABEL];
  /* By what a line of a list is known to be an entry that is there: the first of these
     sets of keys whose first field has a value. Then it is changed, not added. */
  const char *identity[SKH_REGISTER_N_IDENTITIES][SKH_REGISTER_MAX_IDENTITY];
  /* Entries that say the same in every field of one of these sets, texts without regard
     to tones and case, may be one thing entered twice: that is said, and they can be made
     one. What is wrong is shown at the set's first field. */
  const char *similar[SKH_REGISTER_N_IDENTITIES][SKH_REGISTER_MAX_IDENTITY];
  /* The key of a measure: every unit that owes it must have a line of the year; or NULL.
   */
  const char *each_unit;
  const char *state; /* the key of the CHOICE that is an entry's state; or NULL */
  const SkhRegisterView *views; /* the first is the default */
  guint n_views;
  const char *report; /* the keys of the columns on paper, apart by blanks; NULL: all */
  SkhRegisterCheckFunc check;
} SkhRegisterDeclaration;

/* SkhRegister: a declaration as one workbook has it, with the office's own fields after
   the declared ones. Immutable. An own register has no declaration but the office's. */
typedef struct _SkhRegister SkhRegister;

SkhRegister *skh_register_new (const SkhRegisterDeclaration *declaration,
                               const SkhField *own_fields,
                               guint n_own_fields);
SkhRegister *skh_register_new_own (gint64 id,
                                   const char *key,
                                   const char *title,
                                   const char *help,
                                   const SkhField *own_fields,
                                   guint n_own_fields);
SkhRegister *skh_register_ref (SkhRegister *self);
void skh_register_unref (SkhRegister *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhRegister, skh_register_unref)

const char *skh_register_get_id (const SkhRegister *self);
const char *skh_register_get_table (const SkhRegister *self);
/* 0 for a declared one. */
gint64 skh_register_get_own_id (const SkhRegister *self);
/* Translated. */
const char *skh_register_get_title (const SkhRegister *self);
const char *skh_register_get_one_title (const SkhRegister *self);
const char *skh_register_get_help (const SkhRegister *self);
/* On paper. */
const char *skh_register_get_name (const SkhRegister *self);
const char *skh_register_get_one_name (const SkhRegister *self);

const SkhField *skh_register_get_fields (const SkhRegister *self, guint *n_fields);
const SkhField *skh_register_get_field (const SkhRegister *self, guint index);
guint skh_register_get_n_fields (const SkhRegister *self);
guint skh_register_find_field (const SkhRegister *self, const char *key);
guint skh_register_get_state_field (const SkhRegister *self);
guint skh_register_get_label_fields (const SkhRegister *self,
                                     guint fields[SKH_REGISTER_MAX_LABEL]);
const SkhRegisterView *skh_register_get_views (const SkhRegister *self, guint *n_views);
/* The fields that are columns on paper, in order. (transfer full, guint elements) */
GArray *skh_register_list_report_fields (const SkhRegister *self);
/* The fields that tell which entry a new one is; the number of them, or 0. */
guint skh_register_get_identity (const SkhRegister *self,
                                 const SkhEntry *entry,
                                 guint fields[SKH_REGISTER_MAX_IDENTITY]);
/* The fields of one of the sets under which entries are similar; the number of them. */
guint skh_register_get_similar (const SkhRegister *self,
                                guint set,
                                guint fields[SKH_REGISTER_MAX_IDENTITY]);
const char *skh_register_get_each_unit (const SkhRegister *self);
SkhRegisterCheckFunc skh_register_get_check (const SkhRegister *self);

/* Every declared register, in the order they are shown. */
const SkhRegisterDeclaration *const *skh_registers_get_declared (guint *n);
const SkhRegisterDeclaration *skh_registers_find_declared (const char *id);
/* Before a workbook is opened; for tests. The declaration must outlive the program. */
void skh_registers_declare (const SkhRegisterDeclaration *declaration);

extern const SkhRegisterDeclaration skh_register_documents;
extern const SkhRegisterDeclaration skh_register_people;
extern const SkhRegisterDeclaration skh_register_commitments;
extern const SkhRegisterDeclaration skh_register_thematic_meetings;
extern const SkhRegisterDeclaration skh_register_ethics_standards;
extern const SkhRegisterDeclaration skh_register_communication;
extern const SkhRegisterDeclaration skh_register_model_initiatives;
extern const SkhRegisterDeclaration skh_register_breakthroughs;
extern const SkhRegisterDeclaration skh_register_pressing_issues;
extern const SkhRegisterDeclaration skh_register_dialogues;
extern const SkhRegisterDeclaration skh_register_inspections;
extern const SkhRegisterDeclaration skh_register_commendations;
extern const SkhRegisterDeclaration skh_register_conferences;

G_END_DECLS
