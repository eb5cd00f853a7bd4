/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-assignment.h"
#include "skh-chase.h"
#include "skh-deadline.h"
#include "skh-holidays.h"
#include "skh-line.h"
#include "skh-passage.h"
#include "skh-rates.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* SkhLedger: an immutable picture of one plan: its sections, tasks, units and every
   assignment, in memory. Screens, reports and the command line compute from it with the
   functions below and with no others, so that a number is the same wherever it stands. A
   change to the workbook makes a new ledger; one that is held stays true to its moment.

   Records refer to each other by index into the ledger's arrays, which are in the plan's
   order. Strings and records are owned by the ledger. A string that is not known is NULL.
 */
typedef struct _SkhLedger SkhLedger;

#define SKH_TYPE_LEDGER (skh_ledger_get_type ())
GType skh_ledger_get_type (void);
SkhLedger *skh_ledger_ref (SkhLedger *self);
void skh_ledger_unref (SkhLedger *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhLedger, skh_ledger_unref)

#define SKH_NO_INDEX G_MAXUINT

typedef struct
{
  gint64 id;
  int year;
  const char *title;        /* "Kế hoạch thực hiện việc học tập …" */
  const char *short_title;  /* "Kế hoạch học tập và làm theo Bác năm 2023" */
  const char *organisation; /* THỊ ỦY ĐỨC PHỔ */
  const char *superior;     /* ĐẢNG BỘ TỈNH QUẢNG NGÃI */
  const char *place;        /* Đức Phổ */
  const char *symbol;       /* of what the office writes: BC/TU */
  const char *authority;    /* T/M BAN THƯỜNG VỤ */
  const char *position;     /* PHÓ BÍ THƯ */
  const char *signer;       /* NULL: left blank */
  const char *recipient;    /* whom the summary goes to: Ban Tuyên giáo Tỉnh ủy */
  int soon_days;
} SkhPlanInfo;

typedef struct
{
  const char *code; /* II.1 … III */
  const char *title;
} SkhSection;

typedef struct
{
  gint64 id;
  const char *code;
  const char *name;
  const char *short_name;
  guint parent; /* index, or SKH_NO_INDEX */
  SkhDate opened, closed;
  const char *const *groups; /* codes, NULL-terminated */
} SkhUnit;

typedef struct
{
  const char *code;
  const char *name;
  const char *short_name;
  const char *counts; /* cells, members, managed; NULL for a group of units */
} SkhGroup;

typedef struct
{
  const char *key;        /* members_attending */
  const char *title;      /* đảng viên tham gia */
  gboolean of_total;      /* a figure n of N */
  const char *total_kind; /* cells, members, managed …: whose total is offered; or NULL */
  gboolean required;
} SkhMeasure;

typedef struct
{
  guint measure; /* index into the task's measures */
  gint64 value;
  gint64 total; /* -1 when the measure has none */
} SkhFigure;

typedef struct
{
  gint64 id;
  const char *no;          /* 9a */
  guint section;           /* II.1 */
  const char *clause;      /* II.1.2.a */
  const char *title;       /* the plan's own wording of the task */
  const char *short_title; /* for narrow places; never NULL */
  const char *deliverable;
  const char *recipient;
  const char *wording; /* of the deadline */
  const char *event;   /* what a relative deadline waits for */
  SkhDeadline deadline;
  const char *const *lead; /* unit or group codes, NULL-terminated */
  const char *const *with;
  const char *const *via;
  const char *lead_text; /* what people read: "Các chi, đảng bộ trực thuộc Thị ủy" */
  const char *lead_short;
  const char *counts; /* cells, members, managed: lines carry n of N; or NULL */
  gboolean wants_document;
  const SkhMeasure *measures;
  guint n_measures;
  guint first_assignment, n_assignments; /* its lines, by period, then unit */
} SkhTask;

typedef struct
{
  gint64 id;
  guint unit;
  guint task;
  SkhLine line;
  gint64 count, total;  /* of a counted line; -1 when not known */
  const char *document; /* symbol and number */
  const char *note;
  const char *reason; /* why not applicable */
  guint first_figure, n_figures;
} SkhAssignment;

/* What a report asks of a ledger, so that no more need be loaded: the numbers of one
   period as seen on one day, what is overdue on that day, and every line with its figures
   of the tasks that are named: "KEY" (a task that has such a measure), "NO.KEY", or "NO."
   (the task of that number). A ledger that was loaded for a scope answers for nothing
   else: asking it is a programming error. */
typedef struct
{
  SkhPeriod period;
  SkhDate on;
  const char *const *figures; /* NULL-terminated */
} SkhLedgerScope;

const SkhPlanInfo *skh_ledger_get_plan (SkhLedger *self);
const SkhSection *skh_ledger_get_sections (SkhLedger *self, guint *n);
const SkhGroup *skh_ledger_get_groups (SkhLedger *self, guint *n);
const SkhUnit *skh_ledger_get_units (SkhLedger *self, guint *n);
const SkhTask *skh_ledger_get_tasks (SkhLedger *self, guint *n);
const SkhAssignment *skh_ledger_get_assignments (SkhLedger *self, guint *n);
const SkhFigure *skh_ledger_get_figures (SkhLedger *self,
                                         const SkhAssignment *assignment);
/* How often a line was chased up to a day, and when last; and each time, by day. */
SkhChased
skh_ledger_get_chased (SkhLedger *self, const SkhAssignment *assignment, SkhDate on);
const SkhChase *
skh_ledger_get_chases (SkhLedger *self, const SkhAssignment *assignment, guint *n);
/* On which day a line's delivery reached which unit, by day. */
const SkhPassage *
skh_ledger_get_passages (SkhLedger *self, const SkhAssignment *assignment, guint *n);
const SkhHolidays *skh_ledger_get_holidays (SkhLedger *self);
const char *skh_ledger_get_setting (SkhLedger *self, const char *key);

guint skh_ledger_find_unit (SkhLedger *self, const char *code);
guint skh_ledger_find_task (SkhLedger *self, const char *no);
guint skh_ledger_find_section (SkhLedger *self, const char *code);
guint skh_ledger_find_group (SkhLedger *self, const char *code);
/* What people read for the code of a unit or a group; the code itself if it is of none.
 */
const char *skh_ledger_get_party_name (SkhLedger *self, const char *code);
const char *skh_ledger_get_party_short_name (SkhLedger *self, const char *code);
/* Index of what has the identifier in the workbook, or SKH_NO_INDEX. */
guint skh_ledger_find_unit_by_id (SkhLedger *self, gint64 id);
guint skh_ledger_find_task_by_id (SkhLedger *self, gint64 id);
guint skh_ledger_find_assignment_by_id (SkhLedger *self, gint64 id);
/* Index of the line, or SKH_NO_INDEX. A period of NONE finds the only line of a task that
   has one period. */
guint
skh_ledger_find_assignment (SkhLedger *self, guint task, guint unit, SkhPeriod period);
/* The total the office holds for a unit on a day (cells, members, managed), or -1. */
gint64
skh_ledger_get_unit_total (SkhLedger *self, guint unit, const char *kind, SkhDate on);

/* The only functions that give numbers. */
SkhStatus
skh_ledger_get_status (SkhLedger *self, const SkhAssignment *assignment, SkhDate on);
/* A delivered line that lacks the document or a figure its task asks for. */
gboolean
skh_ledger_is_missing (SkhLedger *self, const SkhAssignment *assignment, SkhDate on);
/* unit, section, task: an index, or SKH_NO_INDEX for all. */
SkhRates skh_ledger_get_rates (SkhLedger *self,
                               SkhPeriod period,
                               SkhDate on,
                               guint unit,
                               guint section,
                               guint task);
/* One pass: rates of every unit and every section at once; arrays of n_units and
   n_sections that the caller has zeroed, either may be NULL. */
SkhRates skh_ledger_get_all_rates (SkhLedger *self,
                                   SkhPeriod period,
                                   SkhDate on,
                                   SkhRates *by_unit,
                                   SkhRates *by_section);
/* Indexes of the lines with this timeliness on the day and in force, unit by unit, the
   unit with the oldest first, inside a unit the oldest first (transfer full, guint
   elements). */
GArray *
skh_ledger_list_by_timeliness (SkhLedger *self, SkhTimeliness timeliness, SkhDate on);
/* Whether the figures of a line count in a period, as seen on a day. */
gboolean skh_ledger_counts_figures (SkhLedger *self,
                                    const SkhAssignment *assignment,
                                    SkhPeriod period,
                                    SkhDate on);
/* Some figures are counted from a register: its id, or NULL for those that are only
   typed. Where the register has lines there, the figure is what it counts, not what was
   typed. */
const char *skh_ledger_get_counter (const char *measure_key);
gboolean skh_ledger_get_counted (SkhLedger *self,
                                 const SkhAssignment *assignment,
                                 guint measure,
                                 SkhPeriod period,
                                 SkhDate on,
                                 SkhFigure *figure);
/* The same, or else what was typed; FALSE: neither. */
gboolean skh_ledger_get_figure (SkhLedger *self,
                                const SkhAssignment *assignment,
                                guint measure,
                                SkhDate on,
                                SkhFigure *figure);
/* How much of a line that is counted in cells or persons is done. register_id: of the
   register that counts it, NULL where it was typed; count -1: nobody said. */
typedef struct
{
  gint64 count, total; /* total -1: not known */
  const char *register_id;
} SkhLineCount;
SkhLineCount
skh_ledger_get_count (SkhLedger *self, const SkhAssignment *assignment, SkhDate on);
/* The sum of one measure over the lines of a unit (or all) in a period whose figures
   count. has_total is false for plain counts. */
typedef struct
{
  gint64 value, total;
  guint n_lines;    /* lines that carry the figure; 0: nothing yet */
  guint most_lines; /* of one unit; over 1: who came twice is counted twice */
  gboolean has_total;
} SkhFigureSum;
SkhFigureSum skh_ledger_sum_figure (SkhLedger *self,
                                    guint task,
                                    const char *measure_key,
                                    guint unit,
                                    SkhPeriod period,
                                    SkhDate on);
/* The same of every unit at once, added to an array of as many as there are units. */
void skh_ledger_sum_figure_by_unit (SkhLedger *self,
                                    guint task,
                                    const char *measure_key,
                                    SkhPeriod period,
                                    SkhDate on,
                                    SkhFigureSum *by_unit);
/* The units that owe this measure and of which its register has no line of the year.
   (transfer full) (element-type guint): indexes, each once, in the units' order */
GArray *
skh_ledger_list_units_without (SkhLedger *self, const char *measure_key, SkhDate on);
/* What only a register knows ("commitments.excellent"), of every unit at once. */
void skh_ledger_sum_counted_by_unit (SkhLedger *self,
                                     const char *name,
                                     SkhPeriod period,
                                     SkhDate on,
                                     SkhFigureSum *by_unit);
/* Adds to every unit's own sum those of the units under it, at whatever depth. */
void skh_ledger_add_up_tree (SkhLedger *self, SkhFigureSum *by_unit);

G_END_DECLS
