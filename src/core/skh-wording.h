/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-deadline.h"

G_BEGIN_DECLS

typedef enum
{
  SKH_WORDING_FAULT_NONE,
  SKH_WORDING_FAULT_NO_SUCH_DAY,  /* 31/6/2023, tháng 13, quý V: not understood */
  SKH_WORDING_FAULT_OUTSIDE_YEAR, /* understood; the last day is not in the plan's year */
} SkhWordingFault;

/* What a plan's words say of a deadline. What is not recognised stays as it is written,
   with an `unspecified` deadline: nothing is guessed.

   The same words stand in plans for two kinds with the same days ("tháng 5/2023" is both
   work of May and work due by its end); also_kind is then the other one, and else the
   deadline's own. The event is what a relative deadline waits for. Its last day is
   days_after days behind that event: 0 where the words give none, -1 for "before". */
typedef struct
{
  gboolean is_recognised;
  SkhWordingFault fault;
  SkhDeadline deadline;
  SkhDeadlineKind also_kind;
  char *event;
  int days_after;
  gboolean in_working_days;
} SkhWording;

SkhWording skh_wording_recognise (const char *text, int plan_year);
void skh_wording_clear (SkhWording *wording);

char *skh_wording_compose (const SkhDeadline *deadline, const char *event);
char *skh_wording_move_year (const char *text, int from_year, int to_year);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkhWording, skh_wording_clear)

G_END_DECLS
