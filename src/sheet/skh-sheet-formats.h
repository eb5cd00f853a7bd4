/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-report.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

/* How a cell looks is made of what it holds and what row it stands in. */
typedef enum
{
  SKH_LOOK_TEXT,
  SKH_LOOK_CENTRED,
  SKH_LOOK_NUMBER,
  SKH_LOOK_PERCENT,
  SKH_LOOK_DATE,
  SKH_N_LOOKS,
} SkhLook;

typedef enum
{
  SKH_ROW_LOOK_BODY,
  SKH_ROW_LOOK_GOOD,
  SKH_ROW_LOOK_WARNING,
  SKH_ROW_LOOK_BAD,
  SKH_ROW_LOOK_GROUP,
  SKH_ROW_LOOK_TOTAL,
  SKH_N_ROW_LOOKS,
} SkhRowLook;

/* What stands outside tables. */
typedef enum
{
  SKH_TITLE_REGULAR,     /* superior organisation, number */
  SKH_TITLE_BOLD,        /* issuing organisation */
  SKH_TITLE_UNDERLINED,  /* the Party's name, with its rule */
  SKH_TITLE_ITALIC,      /* place and day, notes */
  SKH_TITLE_KIND,        /* kind of document */
  SKH_TITLE_TABLE,       /* a table's title */
  SKH_TITLE_LEFT_LABEL,  /* Nơi nhận: */
  SKH_TITLE_LEFT_SMALL,  /* its list */
  SKH_TITLE_HEAD_TOP,    /* upper part of a column's heading */
  SKH_TITLE_HEAD_MIDDLE, /* the part between, under two rows of headings */
  SKH_TITLE_HEAD_BOTTOM, /* lower part */
  SKH_TITLE_HEAD,        /* a heading of one row, or over neighbours */
  SKH_TITLE_HEAD_MARKED, /* over the column of the day the report is seen from */
  SKH_TITLE_EMPTY,       /* "Không có …" */
  SKH_N_TITLES,
} SkhTitleLook;

/* What besides its fill makes the look of a drawing's cell. */
typedef enum
{
  SKH_CELL_MARKED_LEFT = 1 << 0, /* at the edge of the column of the report's day */
  SKH_CELL_MARKED_RIGHT = 1 << 1,
  SKH_CELL_WITH_TEXT = 1 << 2,
  SKH_N_CELL_TRAITS = 3,
} SkhCellTraits;

/* Every format of a workbook, made once; those of a drawing's cells when first used. */
typedef struct
{
  lxw_workbook *workbook;
  lxw_format *cells[SKH_N_ROW_LOOKS][SKH_N_LOOKS];
  lxw_format *titles[SKH_N_TITLES];
  lxw_format *fills[SKH_N_INKS][1 << SKH_N_CELL_TRAITS];
} SkhSheetFormats;

void skh_sheet_formats_init (SkhSheetFormats *self, lxw_workbook *workbook);
lxw_format *skh_sheet_formats_get_fill (SkhSheetFormats *self, SkhInk ink, guint traits);

G_END_DECLS
