/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-number-format.h"
#include "skh-old-text.h"

G_BEGIN_DECLS

/* SkhXlsxStyles: what a cell's style says of its value: how a number is shown, and in
   which encoding a text is. */
typedef struct _SkhXlsxStyles SkhXlsxStyles;

SkhXlsxStyles *skh_xlsx_styles_read (const char *path, const char *part, GError **error);
void skh_xlsx_styles_free (SkhXlsxStyles *self);
const SkhNumberFormat *skh_xlsx_styles_get_format (SkhXlsxStyles *self, guint64 style);
SkhOldEncoding skh_xlsx_styles_get_encoding (SkhXlsxStyles *self, guint64 style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhXlsxStyles, skh_xlsx_styles_free)

G_END_DECLS
