/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Encodings of Vietnamese from before Unicode. Programs that know nothing of them hold
   their bytes as the letters of Latin-1: "§¶ng bé", "Ñaûng boä" for "Đảng bộ". */
typedef enum
{
  SKH_OLD_ENCODING_NONE, /* Unicode */
  SKH_OLD_ENCODING_TCVN3,
  SKH_OLD_ENCODING_TCVN3_CAPITALS, /* its capitals are a typeface of their own */
  SKH_OLD_ENCODING_VNI,
} SkhOldEncoding;

SkhOldEncoding skh_old_text_of_font (const char *font);
SkhOldEncoding skh_old_text_guess (const char *text);
char *skh_old_text_to_unicode (const char *text, SkhOldEncoding encoding);

G_END_DECLS
