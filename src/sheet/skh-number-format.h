/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SkhNumberFormat: how a spreadsheet shows a number, from the format code of its cell. */
typedef struct _SkhNumberFormat SkhNumberFormat;

SkhNumberFormat *skh_number_format_new (const char *code);
SkhNumberFormat *skh_number_format_new_builtin (guint id);
void skh_number_format_free (SkhNumberFormat *self);

/* from_1904: days are counted from 1904, as workbooks of old Macs do. self may be NULL:
   the general format. (transfer full) */
char *
skh_number_format_show (const SkhNumberFormat *self, double value, gboolean from_1904);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhNumberFormat, skh_number_format_free)

G_END_DECLS
