/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-paper-profile.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef enum
{
  SKH_ALIGN_START,
  SKH_ALIGN_CENTRE,
  SKH_ALIGN_END,
} SkhAlign;

typedef struct _SkhTypesetter SkhTypesetter;

SkhTypesetter *skh_typesetter_new (const char *families);
void skh_typesetter_free (SkhTypesetter *self);
double skh_typesetter_get_line_height (SkhTypesetter *self, const SkhPaperType *type);
double skh_typesetter_get_width (SkhTypesetter *self,
                                 const SkhPaperType *type,
                                 const char *text);
guint skh_typesetter_count_lines (SkhTypesetter *self,
                                  const SkhPaperType *type,
                                  double width,
                                  const char *text);
void skh_typesetter_draw (SkhTypesetter *self,
                          cairo_t *cr,
                          const SkhPaperType *type,
                          SkhAlign align,
                          double x,
                          double y,
                          double width,
                          const char *text);
void skh_typesetter_draw_lines (SkhTypesetter *self,
                                cairo_t *cr,
                                const SkhPaperType *type,
                                SkhAlign align,
                                double x,
                                double y,
                                double width,
                                const char *text,
                                guint first,
                                guint n);
/* Prose: justified, the first line of each paragraph indented, lines line points apart.
 */
guint skh_typesetter_count_prose (SkhTypesetter *self,
                                  const SkhPaperType *type,
                                  double indent,
                                  double width,
                                  const char *text);
void skh_typesetter_draw_prose (SkhTypesetter *self,
                                cairo_t *cr,
                                const SkhPaperType *type,
                                double indent,
                                double line,
                                double x,
                                double y,
                                double width,
                                const char *text,
                                guint first,
                                guint n);
/* One line, with an ellipsis where it would be wider than width. */
void skh_typesetter_draw_line (SkhTypesetter *self,
                               cairo_t *cr,
                               const SkhPaperType *type,
                               SkhAlign align,
                               double x,
                               double y,
                               double width,
                               const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhTypesetter, skh_typesetter_free)

G_END_DECLS
