/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-deadline.h"

G_BEGIN_DECLS

/* SkhPlanDraft: an organisation, its units and one plan, complete, before they are in a
   workbook. Templates, imports and the generator make drafts; skh_plan_store_create()
   writes one. Records refer to each other by code and number, as people do. Strings are
   interned in the draft (skh_plan_draft_string()); NULL is "not given". */

typedef struct
{
  const char *code, *name, *short_name, *parent, *contact;
  const char *const *groups; /* codes of the groups it belongs to, NULL-terminated */
  SkhDate opened, closed;
} SkhUnitDraft;

typedef struct
{
  const char *code, *name, *short_name;
  const char *const *includes; /* codes of groups whose units are its too */
  const char *counts;          /* cells, members, managed: counted at each unit of … */
  const char *at;              /* … this group; both NULL for a group of units */
} SkhGroupDraft;

typedef struct
{
  const char *unit, *kind; /* cells, members, managed … */
  gint64 total;
  SkhDate from;
} SkhTotalDraft;

typedef struct
{
  const char *code, *title; /* II.1 */
} SkhSectionDraft;

typedef struct
{
  const char *key, *title;
  const char *total_kind; /* cells, members, managed …: whose total is offered; or NULL */
  gboolean of_total;
  gboolean required;
} SkhMeasureDraft;

typedef struct
{
  const char *no, *section, *clause, *title, *short_title, *deliverable, *recipient,
    *wording, *event;      /* event: what a relative deadline waits for */
  const char *const *lead; /* unit or group codes */
  const char *const *with;
  const char *const *via;
  SkhDeadline deadline;
  gboolean wants_document;
  GArray *measures; /* of SkhMeasureDraft */
} SkhTaskDraft;

typedef struct
{
  const char *symbol, *issuer, *title, *role; /* legal_basis, guidance, reference */
  SkhDate day;
} SkhDocumentDraft;

typedef struct
{
  const char *name, *purpose; /* "(báo cáo)" */
} SkhRecipientDraft;

typedef struct
{
  const char *title, *source; /* see data/templates/README.md: what fills the column */
  const char *group_title;
  const char *kind; /* number, of_total, text, date */
  gboolean hidden;  /* kept, but not reported */
} SkhReportColumnDraft;

typedef struct
{
  const char *no, *title, *sheet_name;
  GArray *columns; /* of SkhReportColumnDraft */
} SkhReportTableDraft;

typedef struct
{
  SkhDate day;
  const char *name;
} SkhHolidayDraft;

typedef struct
{
  GStringChunk *strings;
  GPtrArray *lists; /* the string lists that records borrow */
  /* the organisation */
  const char *organisation, *superior, *place, *symbol, *authority, *position, *signer,
    *report_recipient, *paper_profile;
  int soon_days;
  /* the plan */
  int year;
  const char *template_id, *title, *short_title, *number;
  GArray *units;         /* SkhUnitDraft */
  GArray *groups;        /* SkhGroupDraft */
  GArray *totals;        /* SkhTotalDraft */
  GArray *sections;      /* SkhSectionDraft */
  GArray *tasks;         /* SkhTaskDraft */
  GArray *documents;     /* SkhDocumentDraft */
  GArray *recipients;    /* SkhRecipientDraft */
  GArray *report_tables; /* SkhReportTableDraft */
  GArray *holidays;      /* SkhHolidayDraft */
  GArray *holiday_years; /* int: the years whose holidays are complete */
} SkhPlanDraft;

SkhPlanDraft *skh_plan_draft_new (void);
void skh_plan_draft_free (SkhPlanDraft *self);
const char *skh_plan_draft_string (SkhPlanDraft *self, const char *text);
/* Interns a NULL-terminated list. */
const char *const *skh_plan_draft_list (SkhPlanDraft *self, const char *const *texts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhPlanDraft, skh_plan_draft_free)

G_END_DECLS
