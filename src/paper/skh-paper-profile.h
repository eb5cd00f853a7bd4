/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-date.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define SKH_PAPER_POINTS_A_MM (72 / 25.4)

typedef enum
{
  SKH_PAPER_ERROR_UNKNOWN_PROFILE,
  SKH_PAPER_ERROR_BAD_PROFILE,
  SKH_PAPER_ERROR_WRITE,
} SkhPaperError;

#define SKH_PAPER_ERROR (skh_paper_error_quark ())
GQuark skh_paper_error_quark (void);

/* The elements a format gives a type for; the keys of [type] in a profile's file. */
typedef enum
{
  SKH_PAPER_SUPERIOR,
  SKH_PAPER_ORGANISATION,
  SKH_PAPER_ORGANISATION_MARK,
  SKH_PAPER_NUMBER,
  SKH_PAPER_NATION,
  SKH_PAPER_MOTTO,
  SKH_PAPER_PLACE_DAY,
  SKH_PAPER_KIND,
  SKH_PAPER_ABSTRACT,
  SKH_PAPER_ABSTRACT_MARK,
  SKH_PAPER_NOTE,
  SKH_PAPER_ADDRESSEE,
  SKH_PAPER_TABLE_LABEL,
  SKH_PAPER_TABLE_TITLE,
  SKH_PAPER_TABLE_SUBTITLE,
  SKH_PAPER_TABLE_HEAD,
  SKH_PAPER_TABLE_CELL,
  SKH_PAPER_TABLE_GROUP,
  SKH_PAPER_TABLE_TOTAL,
  SKH_PAPER_TABLE_EMPTY,
  SKH_PAPER_AUTHORITY,
  SKH_PAPER_POSITION,
  SKH_PAPER_SIGNER,
  SKH_PAPER_RECIPIENTS_LABEL,
  SKH_PAPER_RECIPIENTS,
  SKH_PAPER_PAGE_NUMBER,
  SKH_N_PAPER_ELEMENTS,
} SkhPaperElement;

typedef struct
{
  double size; /* points */
  guint8 bold : 1;
  guint8 italic : 1;
  guint8 underline : 1;
  guint8 upper : 1;
} SkhPaperType;

/* The sheet, in millimetres. */
typedef struct
{
  double width, height;
  double top, bottom, left, right;
  double number_top; /* from the top edge to the page number */
  gboolean mirror;   /* left and right swap on the back */
} SkhPaperSheet;

/* How paragraphs of a letter are set. */
typedef struct
{
  SkhPaperType text, heading;
  double first_line; /* how far it is indented, in millimetres */
  double line;       /* from one line to the next, in points */
  double space;      /* between paragraphs, in points */
} SkhPaperBody;

/* SkhPaperProfile: one paper format (thể thức), read from data/paper/. What each value
   means stands beside it in hd36-2018.ini. */
typedef struct
{
  char *id;
  char *title;
  SkhPaperSheet sheet;
  SkhPaperSheet upright; /* of letters */
  SkhPaperBody body;
  char *families;
  SkhPaperType types[SKH_N_PAPER_ELEMENTS];

  char *nation;
  char *motto;
  char *organisation_mark;
  char *number;
  char *day;
  char *draft_day;
  double mark_rule;
  char *abstract_mark;
  char *table_label;
  double least_size;
  guint blank_lines;
  char *recipients_label;
  char *recipients_bullet;
  char *recipients_end;
  char *recipients_last_end;
  char **respell;
  char **symbol_respell;
} SkhPaperProfile;

SkhPaperProfile *skh_paper_profile_load (const char *id, GError **error);
void skh_paper_profile_free (SkhPaperProfile *self);
char **skh_paper_profile_list_ids (void);
char *skh_paper_profile_dup_id_for_day (SkhDate day);
char *skh_paper_profile_respell (const SkhPaperProfile *self, const char *text);
char *skh_paper_profile_format_number (const SkhPaperProfile *self, const char *symbol);
char *skh_paper_profile_format_place_day (const SkhPaperProfile *self,
                                          const char *place,
                                          SkhDate day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhPaperProfile, skh_paper_profile_free)

G_END_DECLS
